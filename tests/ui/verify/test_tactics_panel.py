"""The thirteen tactics beside a finding, and the page of member checks, by clicks and keys."""

import zipfile
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from app import history
from app.reduce.code_editing import add_code
from app.reduce.codes import codes
from app.reduce.surprises import set_surprise
from app.sample import write_sample
from app.study_files import open_study
from app.verify.finding_evidence import evidence
from app.verify.findings import findings
from app.verify.members import member_checks
from app.verify.tactics.checks import OUTCOMES, TACTICS, tactics, work_with
from ui.session import Session
from ui.verify.members.page import MembersPage
from ui.verify.tactics.cross_table import CrossTable
from ui.verify.tactics.panel import TacticsPanel
from ui.verify.tactics.share_bar import ShareBar


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
        shown = row(panel, tactic)
        labels = [label.text() for label in card.told.findChildren(QLabel)]
        assert labels == list(shown.said)
        shares = [bar.share for bar in card.told.findChildren(ShareBar)]
        assert shares == [share for share in shown.shares if share is not None]
    assert panel.cards["representativeness"].told.findChildren(ShareBar)


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


def test_the_focus_stays_where_one_works_and_the_sign_follows(panel):
    button = panel.cards["outliers"].outcome
    button.setFocus()
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    for _ in range(OUTCOMES.index("failed") + 1):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle(panel)
    card = panel.cards["outliers"]
    assert card.outcome is button
    assert panel.window().focusWidget() is button
    assert card.sign.toolTip() == "failed"
    assert card.when.text()


def test_what_the_study_says_follows_while_a_note_is_written(panel):
    card = panel.cards["surprises"]
    card.note.setFocus()
    QTest.keyClicks(card.note, "Tea")
    first = evidence(panel.session.study, panel.finding)[0]
    set_surprise(panel.session.study, [first.excerpt_id])
    settle(panel)
    assert card.words().endswith(": 1.")
    assert card.note.toPlainText() == "Tea"
    assert card.note.hasFocus()


def test_a_new_code_is_offered_and_no_finding_shows_nothing(panel):
    box = panel.cards["if_then"].boxes["a"]
    add_code(panel.session.study, "Tea")
    settle(panel)
    assert box.findText("Tea") > 0
    panel.show_finding(None)
    settle(panel)
    assert not any(card.isVisible() for card in panel.cards.values())
    panel.show_finding(panel.finding)
    settle(panel)
    assert all(card.isVisible() for card in panel.cards.values())


def test_the_panel_fits_a_narrow_pane(panel):
    codes_there = [code.id for code in codes(panel.session.study)][:3]
    study, keys = panel.session.study, ("a", "b", "c")
    work_with(
        study, panel.finding, "spurious_relations", **dict(zip(keys, codes_there, strict=True))
    )
    settle(panel)
    assert len(panel.cards["spurious_relations"].told.findChildren(CrossTable)) == 2
    assert panel.minimumSizeHint().width() <= 480


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
    said = panel.cards["representativeness"].words()
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


def pick(page, button, place):
    """Choose from the button's menu by keys; the first is 0."""
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    for _ in range(place + 1):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle(page)


def write(page, row_id, key, words):
    """Open a cell of the answers, type into it and press Return."""
    page.checks.edit(row_id, key)
    editor = QApplication.focusWidget() or page.window().focusWidget()
    assert editor is not None
    assert page.checks.table.isAncestorOf(editor)
    assert editor is not page.checks.table
    QTest.keyClicks(editor, words)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle(page)


def test_words_are_typed_into_the_table_and_dates_can_be_cleared(page):
    click(page, page.checks.new_button)
    row = page.rows[0]
    assert row.asked_on == date.today()
    write(page, row.id, "words", "Yes, but slowly.")
    assert member_checks(page.session.study, row.informant_id)[0].words == "Yes, but slowly."
    page.checks.edited.emit(row.id, "answer", "corrects")
    settle(page)
    assert page.rows[0].answered_on == date.today()
    page.checks.edited.emit(row.id, "answered_on", None)
    settle(page)
    assert page.rows[0].answered_on is None
    assert page.rows[0].answer == "corrects"


def test_a_claim_that_does_not_rest_on_them_is_laid_before_them_too(page):
    everybody = len(findings(page.session.study))
    few = min(page.people, key=lambda person: person.rests)
    page.informants.table.selectRow([p.id for p in in_order(page)].index(few.id))
    settle(page)
    assert page.informant_id() == few.id
    assert page.rows == []
    assert len(page.more.menu().actions()) == everybody
    pick(page, page.more, 2)
    (row,) = page.rows
    assert row.finding_id == findings(page.session.study)[2].id
    assert len(page.more.menu().actions()) == everybody - 1


def in_order(page):
    return sorted(page.people, key=lambda person: (-person.rests, person.code))


def test_answers_are_taken_as_evidence_by_a_click(page):
    click(page, page.checks.new_button)
    assert not page.taking.isEnabled()
    row = page.rows[0]
    page.checks.edited.emit(row.id, "answer", "disagrees")
    settle(page)
    before = len(evidence(page.session.study, row.finding_id))
    click(page, page.taking)
    found = evidence(page.session.study, row.finding_id)
    assert len(found) == before + 1
    assert "contradicts" in {piece.stance for piece in found}
    assert not page.taking.isEnabled(), "nothing waits any more"


def test_some_answers_are_taken_by_the_menu_and_others_wait(page):
    click(page, page.checks.new_button)
    for row in page.rows:
        page.checks.edited.emit(row.id, "answer", "agrees")
    settle(page)
    assert len(page.rows) > 1
    page.checks.table.selectRow(0)
    chosen = page.checks.current_id()
    page.checks._on_menu(page.checks.table.visualRect(page.checks.table.currentIndex()).center())
    (menu,) = page.checks.findChildren(QMenu)
    action = next(each for each in menu.actions() if each.text() == "Take only these as evidence")
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle(page)
    waiting = {row.id for row in page.waiting}
    assert waiting == {row.id for row in page.rows} - {chosen}
    assert page.taking.isEnabled()


def test_a_study_that_may_only_be_read_offers_no_answer(session, qtbot):
    session.study._lock, lock = None, session.study._lock
    try:
        page = shown(qtbot, MembersPage(session))
        settle(page)
        for button in (page.sheet, page.back, page.more, page.taking):
            assert not button.isEnabled()
    finally:
        session.study._lock = lock
