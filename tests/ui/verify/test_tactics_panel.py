"""The thirteen tactics beside a finding, and the page of member checks, by clicks and keys."""

import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import history
from app.reduce.codes import codes
from app.sample import write_sample
from app.study_files import open_study
from app.verify.findings import findings
from app.verify.members import member_checks
from app.verify.tactics.checks import OUTCOMES, TACTICS, tactics
from ui.session import Session
from ui.verify.members.page import MembersPage
from ui.verify.tactics.cross_table import CrossTable
from ui.verify.tactics.panel import TacticsPanel


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return write_sample(tmp_path_factory.mktemp("tactics") / "kkg.tilik", "en").read_bytes()


@pytest.fixture
def session(made, tmp_path, qapp):
    path = tmp_path / "kkg.tilik"
    path.write_bytes(made)
    session = Session(open_study(path))
    yield session
    session.tasks.wait()
    session.close()


def settle(widget):
    for _ in range(5):
        widget.session.tasks.wait()
        QApplication.processEvents()


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.resize(1100, 800)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    return widget


@pytest.fixture
def panel(session, qtbot):
    panel = shown(qtbot, TacticsPanel(session))
    panel.finding = findings(session.study)[0].id
    panel.show_finding(panel.finding)
    settle(panel)
    return panel


def row(panel, tactic):
    rows = tactics(panel.session.study, panel.finding, "en")
    return next(each for each in rows if each.tactic == tactic)


def test_thirteen_cards_say_what_the_study_says(panel):
    assert list(panel.cards) == list(TACTICS)
    assert panel.summary.text().startswith("open: 13")
    for tactic, card in panel.cards.items():
        assert card.said.text() == "\n".join(row(panel, tactic).said)


def test_an_outcome_is_chosen_with_the_keyboard_and_undone(panel):
    button = panel.cards["outliers"].outcome
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    for _ in range(OUTCOMES.index("passed") + 1):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle(panel)
    assert row(panel, "outliers").outcome == "passed"
    assert "passed: 1" in panel.summary.text()
    history.undo(panel.session.study)
    settle(panel)
    assert "passed: 0" in panel.summary.text()


def test_a_note_saves_itself_when_it_is_left(panel):
    note = panel.cards["surprises"].note
    note.setFocus()
    QTest.keyClicks(note, "Tea came first")
    panel.cards["outliers"].note.setFocus()
    settle(panel)
    assert row(panel, "surprises").note == "Tea came first"


def test_an_if_then_test_is_drawn_once_two_codes_are_chosen(panel):
    card = panel.cards["if_then"]
    assert not card.findChildren(CrossTable)
    for key, place in (("a", 2), ("b", 3)):
        box = panel.cards["if_then"].boxes[key]
        box.setFocus()
        for _ in range(place):
            QTest.keyClick(box, Qt.Key.Key_Down)
        settle(panel)
    kept = row(panel, "if_then")
    known = {code.id for code in codes(panel.session.study)}
    assert set(kept.settings) == {"a", "b"}
    assert set(kept.settings.values()) <= known
    (table,) = panel.cards["if_then"].findChildren(CrossTable)
    assert table.cross == kept.crossed.tables[0]
    assert not table.grab().isNull()


def test_another_finding_has_its_own_tactics(panel):
    other = findings(panel.session.study)[1].id
    panel.show_finding(other)
    settle(panel)
    said = panel.cards["representativeness"].said.text()
    rows = tactics(panel.session.study, other, "en")
    assert said == "\n".join(rows[0].said)


# --- member checks -------------------------------------------------------------------------------


@pytest.fixture
def page(session, qtbot):
    page = shown(qtbot, MembersPage(session))
    page.problems = []
    session.tasks.problem.connect(page.problems.append)
    settle(page)
    return page


def click(page, button):
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(page)


def test_claims_are_laid_before_those_on_whom_most_rests(page):
    first = max(page.people, key=lambda person: person.rests)
    assert page.informant_id() == first.id
    assert page.checks._empty.isVisible()
    click(page, page.checks.new_button)
    assert len(page.rows) == first.rests > 0
    assert f"informants: {first.rests}, answered: 0" in page.status_text()
    page.checks.edited.emit(page.rows[0].id, "answer", "agrees")
    page.checks.edited.emit(page.rows[0].id, "words", "Yes, but slowly.")
    settle(page)
    (kept, *_) = member_checks(page.session.study, first.id)
    assert (kept.answer, kept.words) == ("agrees", "Yes, but slowly.")
    assert page.status_text().endswith("answered: 1")
    page.checks.removed.emit([kept.id])
    settle(page)
    assert len(page.rows) == first.rests - 1


def test_a_sheet_goes_out_and_comes_back(page, tmp_path):
    page.write_to(tmp_path / "sheet.docx")
    settle(page)
    assert zipfile.is_zipfile(tmp_path / "sheet.docx")
    assert page.rows, "writing the sheet lays the claims before the informant"
    page.read_from(tmp_path / "sheet.docx")
    settle(page)
    assert page.said.text().startswith("Answers taken in: 0 of")
    (tmp_path / "other.docx").write_text("no sheet")
    page.read_from(tmp_path / "other.docx")
    settle(page)
    assert "no sheet" in str(page.problems[-1])
