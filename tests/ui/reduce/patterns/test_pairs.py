import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.reduce.patterns.conftest import LEFT, NONE
from ui.reduce.patterns.pairs_model import OTHER, OVERLAPPING
from ui.theme import theme


@pytest.fixture
def pairs(hand, laid):
    laid.coding("Will", 1, 0, 200, 4)
    laid.coding("Will", 1, 11, 13, 4, coder=9)
    hand.show("pairs")
    return hand.page.pairs


def cell(pairs, one, other):
    names = [pairs.model.code(n).name for n in range(pairs.model.rowCount())]
    return pairs.model.index(names.index(one), names.index(other))


def click_cell(hand, view, index):
    view.scrollTo(index)
    place = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), LEFT, NONE, place)
    hand.settle()


def test_the_matrix_has_the_used_codes_and_their_shades(pairs):
    model = pairs.model
    names = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert names == ["Loose", "Other", "Time", "Tools", "Will"]
    assert cell(pairs, "Loose", "Will").data() == "4"
    assert cell(pairs, "Will", "Loose").data() == "4"
    ground = Qt.ItemDataRole.BackgroundRole
    assert cell(pairs, "Loose", "Will").data(ground) == theme().heat(1)[0]
    assert cell(pairs, "Loose", "Tools").data(ground) == theme().heat(0)[0]
    tip = cell(pairs, "Loose", "Will").data(Qt.ItemDataRole.ToolTipRole)
    assert "2 of 2 excerpts of “Loose” overlap one of “Will”" in tip
    assert "2 of 2 excerpts of “Will” overlap one of “Loose”" in tip
    path = model.headerData(2, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert path == "Factors > Time"


def test_a_click_on_a_cell_lists_the_excerpts_of_both(hand, pairs):
    click_cell(hand, pairs.matrix, cell(pairs, "Time", "Will"))
    side = hand.page.side
    assert side.header.accessibleName() == "Time × Will"
    assert [side.list.row_at(n).code for n in range(side.list.count())] == ["Will", "Time", "Time"]
    click_cell(hand, pairs.matrix, cell(pairs, "Loose", "Tools"))
    assert side.stack.currentWidget() is side.empty


def test_the_table_has_the_strongest_first_and_sorts(hand, pairs):
    model = pairs.strongest
    strengths = [pair.overlapping for pair in model.pairs]
    assert strengths == sorted(strengths, reverse=True)
    click_cell(hand, pairs.table, model.index(0, OVERLAPPING))
    assert pairs.matrix.currentIndex().isValid()
    assert hand.page.side.list.count() > 0
    header = pairs.table.horizontalHeader()
    place = header.sectionViewportPosition(OTHER) + 12
    QTest.mouseClick(header.viewport(), LEFT, NONE, header.viewport().rect().center().__class__(
        place, header.height() // 2))  # fmt: skip
    names = [model.index(n, OTHER).data() for n in range(model.rowCount())]
    assert names in (sorted(names), sorted(names, reverse=True))
    assert "pair" in hand.page.status_text()


def test_branches_coders_and_measures_are_chosen(hand, pairs, laid):
    assert "Factors" not in [pairs.model.code(n).name for n in range(pairs.model.rowCount())]
    hand.button(pairs.branches)
    assert cell(pairs, "Factors", "Loose").data() == "4"
    assert cell(pairs, "Factors", "Time").data() == "–"
    click_cell(hand, pairs.matrix, cell(pairs, "Factors", "Loose"))
    assert hand.page.side.list.count() == 4
    pairs.coder.menu().actions()[-1].trigger()  # the other coder
    hand.settle()
    assert [pairs.model.code(n).name for n in range(pairs.model.rowCount())] == [
        "Factors", "Deep", "Will",
    ]  # fmt: skip
    pairs.coder.menu().actions()[0].trigger()
    hand.settle()
    pairs.measure.menu().actions()[2].trigger()
    hand.settle()
    assert cell(pairs, "Loose", "Other").data() == "1.00"
    assert pairs.strongest.pairs[0].unit_jaccard == 1


def test_names_are_upright_above_the_columns_and_fit(pairs):
    assert pairs.matrix.across.height() >= 40
    assert pairs.matrix.columnWidth(0) >= 30


def test_without_excerpts_the_pairs_say_so(opened, study):
    hand = opened()
    hand.show("pairs")
    assert hand.page.pairs.stack.currentWidget() is hand.page.pairs.empty
