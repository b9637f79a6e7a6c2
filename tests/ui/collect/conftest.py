import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit

from ui.collect.room import CollectRoom
from ui.theme import theme


class Hand:
    """A researcher in the room: clicks, types, and waits until the work is done."""

    def __init__(self, qtbot, session):
        self.qtbot, self.session = qtbot, session
        self.problems = []
        session.tasks.problem.connect(self.problems.append)
        self.room = CollectRoom(session)
        self.room.files_wanted.connect(self.room.bring_in)  # as the window does
        qtbot.addWidget(self.room)
        self.room.resize(1300, 840)
        self.room.show()
        self.settle()

    @property
    def importing(self):
        return self.room.importing

    def settle(self):
        for _ in range(5):
            self.session.tasks.wait()
            QCoreApplication.processEvents()

    def click(self, button):
        assert button.isVisible()
        assert button.isEnabled()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def cell(self, table, row, key):
        """Return the index of a cell as it is seen."""
        return table.table.model().index(row, table.model.place_of(key))

    def words(self, table, row, key):
        return self.cell(table, row, key).data()

    def click_cell(self, table, row, key):
        index = self.cell(table, row, key)
        table.table.scrollTo(index)
        place = table.table.visualRect(index).center()
        self.qtbot.mouseClick(table.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    def type_into(self, table, row, key, words):
        """Click a cell, type words over it, Enter."""
        if table.table.currentIndex() != self.cell(table, row, key):
            self.click_cell(table, row, key)
        self.qtbot.keyClick(table.table, Qt.Key.Key_F2)
        (editor,) = table.table.viewport().findChildren(QLineEdit)
        editor.selectAll()
        self.qtbot.keyClicks(editor, words)
        self.qtbot.keyClick(editor, Qt.Key.Key_Return)
        self.settle()

    def pick(self, box, words):
        """Pick an entry of a combo box by the keyboard."""
        at = box.findText(words)
        assert at >= 0, [box.itemText(n) for n in range(box.count())]
        box.setFocus()
        step = Qt.Key.Key_Down if at > box.currentIndex() else Qt.Key.Key_Up
        for _ in range(abs(at - box.currentIndex())):
            self.qtbot.keyClick(box, step)
        self.settle()

    def row_of(self, table, key, words):
        rows = range(table.table.model().rowCount())
        return next(row for row in rows if self.words(table, row, key) == words)


@pytest.fixture
def hand(qtbot, session, qapp):
    if not qapp.styleSheet():
        theme().apply(qapp)
    hand = Hand(qtbot, session)
    yield hand
    hand.room.hide()
    hand.settle()


@pytest.fixture
def files(tmp_path):
    """A folder of an interview with turns, a Word file, a table of answers, and a broken file."""
    from docx import Document

    folder = tmp_path / "field"
    folder.mkdir()
    interview = "Interview with KS-01, 12 January 2017\nR: And?\nKS-01: We meet on Saturdays.\n"
    (folder / "I-KS-01.txt").write_text(interview, encoding="utf-8")
    document = Document()
    document.add_heading("Programme of the working group", 1)
    document.add_paragraph("Twelve meetings are planned.")
    document.save(folder / "programme document.docx")
    answers = (
        "code,school,what helps,sex\n"
        "G-01,SDN 1,The meetings help us to plan our lessons together every week,f\n"
        "G-02,SDN 2,Nothing much helps because there is no time at all for it,m\n"
    )
    (folder / "answers.csv").write_text(answers, encoding="utf-8")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 and no more")
    return folder
