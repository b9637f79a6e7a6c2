"""The comparison by theme and finding, of all three roles, of verifiers; kept as a display."""

import pytest
from PySide6.QtCore import Qt

from app.display.displays import displays
from app.verify.groups import Group


@pytest.fixture
def page(hand):
    hand.click(hand.room.triangulation.bar.pills.button("comparison"))
    return hand.room.comparison


def said(model, columns):
    return [
        [model.index(row, column).data() for column in range(columns)]
        for row in range(model.rowCount())
    ]


def test_by_finding_with_the_words_of_both(hand, page):
    hand.pick(page.by, "finding")
    rows = said(page.table.compared, 6)
    assert rows[0] == [
        *("Facilities hold the programme back", "1 of 1", "+", "1 of 1", "−", "contradict"),
    ]
    assert page.sides["right"].list.row_at(0).informant == "PW-01"
    assert page.shared.text().startswith("Shared findings 1 of 1")


def test_all_three_roles_with_a_pane_each(hand, page):
    hand.click(page.mode._group.button(1))
    view = page.three
    assert page.stack.currentWidget() is view
    assert not page.left.isVisible()
    rows = said(view.words, 6)
    assert rows[0][1:] == [
        *("supports (1)", "supports (2)", "contradicts (1)"),
        *("contradicted", "with the core respondents"),
    ]
    counts = {kind: pane.list.count() for kind, pane in view.panes.items()}
    assert list(counts.values()) == [1, 2, 1]
    view.table.setFocus()
    hand.qtbot.keyClick(view.table, Qt.Key.Key_Down)
    hand.settle()
    assert view.current().claim.name == "Schedule"
    assert [pane.list.count() for pane in view.panes.values()] == [1, 1, 1]
    with hand.qtbot.waitSignal(hand.room.open_excerpt):
        pane = view.panes["key_person"]
        hand.click_cell(pane.list, pane.list.model().index(0, 0))


def test_a_verifier_with_those_whom_they_verify(hand, page):
    hand.click(page.mode._group.button(2))
    assert page.verifier.isVisible()
    assert page.verifier.text().endswith("PW-01 ▾")
    assert said(page.table.compared, 6)[0][1:] == ["1 of 1", "−", "2 of 2", "+ +", "contradict"]


def test_a_month_can_be_chosen(hand, page):
    hand.pick(page.left, Group("period", "2017-01"))
    assert page.left.text() == "2017-01 (month) ▾"
    assert said(page.table.compared, 6)[0][1:3] == ["1 of 1", "+"]


def test_it_is_kept_as_a_display_once(hand, page, study):
    with hand.qtbot.waitSignal(page.saved):
        hand.click(page.save)
    (kept,) = displays(study)
    assert kept.title == "Key persons and Verification respondents"
    assert not page.save.isEnabled()
    hand.pick(page.by, "theme")
    assert page.save.isEnabled()
    hand.session.undo()
    hand.settle()
    assert displays(study) == []
