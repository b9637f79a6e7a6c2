import pytest
from PySide6.QtCore import QCoreApplication, QSettings

from app.verify.finding_evidence import add_evidence
from app.verify.findings import add_finding
from tests.app.verify.build import Builder
from ui.session import Session
from ui.theme import theme
from ui.verify.room import VerifyRoom

KEY, CORE, VERIFICATION = "key_person", "core_respondent", "verification_respondent"
STANCES = {"+": "supports", "-": "contradicts", "~": "qualifies"}


@pytest.fixture(autouse=True)
def dressed(qapp, tmp_path):
    """The light theme on the application, and settings that no other test sees."""
    QCoreApplication.setOrganizationName("Tilik tests")
    QCoreApplication.setApplicationName("verify")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    theme().set_mode("light")
    if not qapp.styleSheet():
        theme().apply(qapp)
    yield
    theme().set_mode("light")


@pytest.fixture
def laid(study):
    """Three codes and two findings over five sources of three methods."""
    make = Builder(study)
    sources = {
        "KS": make.source("W/KS-01", "interview", ("KS-01", "principal", KEY), on="2017-01-12"),
        "PW": make.source("W/PW-01", "interview", ("PW-01", "supervisor", VERIFICATION)),
        "G1": make.source("K/G-01", "questionnaire", ("G-01", "teacher", CORE)),
        "G2": make.source("K/G-02", "questionnaire", ("G-02", "teacher", CORE)),
        "O1": make.source("O/01", "observation", category="activity"),
    }
    codes, findings = {}, {}
    for name, said in (
        ("Facilities", "KS+ PW- G1+ G2+ O1-"),
        ("Schedule", "KS+ PW+ G1+ O1+"),
        ("Assessment", ""),
    ):
        codes[name] = make.code(name)
        for voice in said.split():
            make.coding(sources[voice[:2]], codes[name], STANCES[voice[-1]])
    focus = make.focus("F3")
    for claim, said in (("Facilities hold the programme back", "KS+ PW- G1+"), ("Nothing yet", "")):
        findings[claim] = add_finding(study, claim, focus if said else None)
        for voice in said.split():
            excerpt = make.excerpt(sources[voice[:2]])
            add_evidence(study, findings[claim], [excerpt], STANCES[voice[-1]])
    return {"make": make, "sources": sources, "codes": codes, "findings": findings}


class Hand:
    """Waits for the room's work, and clicks where a researcher would."""

    def __init__(self, qtbot, session, room):
        self.qtbot, self.session, self.room = qtbot, session, room
        self.problems = []
        session.tasks.problem.connect(self.problems.append)

    def settle(self):
        for _ in range(4):
            self.session.tasks.wait()
            QCoreApplication.processEvents()
        assert not self.problems

    def click(self, button):
        from PySide6.QtCore import Qt

        assert button.isVisible()
        assert button.isEnabled()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def click_cell(self, view, index):
        from PySide6.QtCore import Qt

        view.scrollTo(index)
        place = view.visualRect(index).center()
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    def pick(self, choice, value):
        """Pick an option of a ChoiceButton from its menu."""
        labels = [known for known, _ in choice._labels]
        choice.menu().actions()[labels.index(value)].trigger()
        self.settle()

    def type(self, widget, words):
        widget.setFocus()
        self.qtbot.keyClicks(widget, words)


@pytest.fixture
def opened(qtbot, study):
    """Open the room on the study; called once the study is laid."""
    sessions = []

    def open_room(width=1356, height=832):
        session = Session(study)
        room = VerifyRoom(session)
        qtbot.addWidget(room)
        room.resize(width, height)
        room.show()
        hand = Hand(qtbot, session, room)
        hand.settle()
        sessions.append((session, room))
        return hand

    yield open_room
    for session, room in sessions:
        room.hide()
        session.tasks.wait()
        session.tasks.close()


@pytest.fixture
def hand(opened, laid):
    return opened()
