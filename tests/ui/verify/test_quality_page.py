"""The quality of the study: counts that lead to their pages, checklists that are answered."""

import pytest
from PySide6.QtCore import Qt

from app.verify.quality.checklists import checklist
from app.verify.quality.facts import facts


@pytest.fixture
def page(hand):
    hand.room.show_page("quality")
    hand.settle()
    return hand.room.by_name["quality"]


def rows(table, *columns):
    model = table.words
    return [[model.index(r, c).data() for c in columns] for r in range(model.rowCount())]


def item(study, name, number):
    return checklist(study, name, facts(study, "en"), "en")[number - 1]


def open_list(page, hand, number):
    hand.click(page.views._group.button(number))


def test_the_standards_stand_with_their_counts(page, hand):
    said = rows(page.standards, 0, 1, 2)
    assert said[0][0].startswith("Confirmability. Do the conclusions")
    assert said[1][0] == "Confirmability"
    negative = "Findings with negative evidence, or for which it was searched: 1 of 2."
    assert ["Confirmability", negative, "◐ in part"] in said
    assert hand.room.status_text().endswith(f"of {len(said)} shown")


def test_return_and_the_button_lead_to_the_page_and_the_stage(page, hand):
    page.standards.setFocus()
    hand.qtbot.keyClick(page.standards, Qt.Key.Key_Return)
    hand.settle()
    assert hand.room.page() is hand.room.by_name["audit"]
    hand.room.show_page("quality")
    hand.settle()
    place = next(n for n, row in enumerate(page.read.shown) if row.stage == "design")
    hand.click_cell(page.standards, page.standards.words.index(place, 1))
    with hand.qtbot.waitSignal(hand.room.go_to_stage) as told:
        hand.click(page.see)
    assert told.args == ["design"]


def test_an_item_is_answered_by_hand(page, hand, study):
    open_list(page, hand, 1)
    assert len(rows(page.items, 0)) == 32
    hand.click_cell(page.items, page.items.words.index(20, 2))
    assert page.form.header.accessibleName() == "COREQ 21"
    hand.type(page.form.words, "About 40 minutes")
    hand.qtbot.keyClick(page.form.words, Qt.Key.Key_Tab)
    hand.settle()
    hand.type(page.form.place, "31")
    hand.qtbot.keyClick(page.form.place, Qt.Key.Key_Return)
    hand.settle()
    page.form.state.setFocus()
    hand.qtbot.keyClick(page.form.state, Qt.Key.Key_Down)
    page.form.state.activated.emit(1)
    hand.settle()
    kept = item(study, "coreq", 21)
    assert (kept.words, kept.place, kept.state) == ("About 40 minutes", "31", "yes")
    assert rows(page.items, 3, 4, 5)[20] == ["reported", "About 40 minutes", "31"]


def test_what_the_study_says_is_taken_over(page, hand, study):
    open_list(page, hand, 1)
    hand.click_cell(page.items, page.items.words.index(11, 2))
    assert page.form.suggested.text() == "Informants heard: 4, in 5 sources."
    hand.click(page.form.take)
    assert item(study, "coreq", 12).words == "Informants heard: 4, in 5 sources."
    assert not page.form.take.isVisible()
    hand.session.undo()
    hand.settle()
    assert item(study, "coreq", 12).words == ""


def test_words_under_way_are_kept_when_one_goes_to_another_item(page, hand, study):
    open_list(page, hand, 2)
    hand.click_cell(page.items, page.items.words.index(18, 2))
    hand.type(page.form.words, "One cluster only")
    hand.click_cell(page.items, page.items.words.index(19, 2))
    assert item(study, "srqr", 19).words == "One cluster only"
    assert page.form.words.toPlainText() == ""


def test_the_files_are_written(page, hand, tmp_path):
    for ending in ("docx", "xlsx"):
        page.write_to(tmp_path / f"quality.{ending}")
        hand.settle()
        assert (tmp_path / f"quality.{ending}").stat().st_size > 5_000


def test_a_read_only_study_takes_no_answer(qtbot, study, laid, tmp_path):
    from app.study_files import open_study
    from ui.session import Session
    from ui.verify.quality.page import QualityPage

    other = open_study(study.path)
    assert other.read_only
    session = Session(other)
    page = QualityPage(session)
    qtbot.addWidget(page)
    page.show()
    session.tasks.wait()
    page.views.set_current("coreq")
    page._show_view()
    for widget in (page.form.state, page.form.words, page.form.place, page.form.take):
        assert not widget.isEnabled()
    page.hide()
    session.close()
