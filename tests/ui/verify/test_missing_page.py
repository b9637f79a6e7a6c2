"""The to-do list: ticks, both quotations, questions for the field."""

import pytest
from PySide6.QtCore import Qt

from app.verify.gaps import gaps


@pytest.fixture
def page(hand):
    from ui.verify.top_bar import TopBar

    bar = hand.room.triangulation.bar
    assert isinstance(bar, TopBar)
    hand.click(bar.pills.button("missing"))
    return hand.room.by_name["missing"]


def rows(page):
    model = page.table.words
    return [[model.index(r, c).data() for c in range(3)] for r in range(model.rowCount())]


def test_what_is_missing_stands_by_finding(page, hand):
    said = rows(page)
    assert said[0][:2] == ["F3", "F1. Facilities hold the programme back"]
    assert said[0][2].startswith("Contested")
    assert hand.room.status_text().endswith("to do")
    assert page.quotes.count() == 2
    assert "different things" in page.question.text()


def test_space_and_a_click_tick_and_the_tick_is_kept(page, hand, study):
    before = rows(page)
    page.table.setFocus()
    hand.qtbot.keyClick(page.table, Qt.Key.Key_Space)
    hand.settle()
    assert rows(page) == before[1:]
    assert sum(gap.done for gap in gaps(study)) == 1
    hand.click(page.settled)
    assert rows(page) == before
    state = page.table.words.index(0, 0).data(Qt.ItemDataRole.CheckStateRole)
    assert state == Qt.CheckState.Checked
    hand.session.undo()
    hand.settle()
    assert not any(gap.done for gap in gaps(study))


def test_return_leads_to_the_triangulation(page, hand):
    hand.qtbot.keyClick(page.table, Qt.Key.Key_Return)
    hand.settle()
    assert hand.room.page() is hand.room.triangulation
    assert hand.room.triangulation.explanation.found.claim.number == 1


def test_the_questions_are_written(page, hand, tmp_path):
    page.write_to(tmp_path / "field.docx")
    hand.settle()
    assert (tmp_path / "field.docx").stat().st_size > 5_000


def test_without_foci_and_findings_the_page_says_so(opened):
    hand = opened()
    hand.room.show_page("missing")
    hand.settle()
    page = hand.room.by_name["missing"]
    assert page.stack.currentWidget() is page.empty
    assert not page.export.isEnabled()
