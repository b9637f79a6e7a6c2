"""The tabs of the study design, reached and used as a researcher does in the room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from app.design.coverage import coverage
from app.design.informants import add_informants, informants
from app.design.instruments import add_instruments
from app.design.sites import add_sites, sites
from ui.widgets.record_table import RecordTable


def opened(hand, tab):
    hand.click(hand.room.pills.button(tab))
    return hand.room.stack.currentWidget()


def names(study):
    return [site.name for site in sites(study)]


def test_a_site_is_added_and_named(hand, study):
    table = opened(hand, "sites").findChild(RecordTable)
    hand.click(table._empty.button)
    assert len(sites(study)) == 1
    hand.type_into(table, 0, "name", "SDN Ciawi 01")
    hand.type_into(table, 0, "address", "Jalan Raya 1")
    (site,) = sites(study)
    assert (site.name, site.address) == ("SDN Ciawi 01", "Jalan Raya 1")


def test_a_site_is_deleted_and_undo_restores_it(hand, study):
    add_sites(study, [{"name": "SDN 1"}, {"name": "SDN 2"}])
    table = opened(hand, "sites").findChild(RecordTable)
    hand.click_cell(table, 0, "name")
    hand.qtbot.keyClick(table.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    hand.settle()
    assert names(study) == ["SDN 2"]
    hand.session.undo()
    hand.settle()
    assert names(study) == ["SDN 1", "SDN 2"]
    assert table.model.rowCount() == 2


def test_a_name_that_is_taken_is_refused_and_shown_as_before(hand, study):
    add_sites(study, [{"name": "SDN 1"}, {"name": "SDN 2"}])
    table = opened(hand, "sites").findChild(RecordTable)
    hand.type_into(table, 1, "name", "SDN 1")
    assert len(hand.problems) == 1
    assert names(study) == ["SDN 1", "SDN 2"]
    assert hand.words(table, 1, "name") == "SDN 2"


def test_informants_are_pasted_from_a_spreadsheet_in_one_step(hand, study):
    add_sites(study, [{"name": "SDN 1"}])
    table = opened(hand, "informants").findChild(RecordTable)
    block = "Code\tPosition\tRoles\tSite\nKS-01\tPrincipal\tKey person\tSDN 1\nG-01\tTeacher\t\t\n"
    QGuiApplication.clipboard().setText(block)
    table.setFocus()
    table.paste()
    hand.settle()
    first, second = informants(study)
    assert (first.code, first.post, first.roles, first.site) == (
        "KS-01", "Principal", ("Key person",), "SDN 1",
    )  # fmt: skip
    assert (second.code, second.post, second.roles) == ("G-01", "Teacher", ())
    hand.session.undo()
    hand.settle()
    assert informants(study) == []


@pytest.fixture
def cell(study):
    """The ids of an informant and an instrument."""
    (who,) = add_informants(study, [{"code": "KS-01"}])
    (what,) = add_instruments(study, [{"name": "Guide", "method": "interview"}])
    return who, what


def test_coverage_is_set_by_click_and_by_key(hand, study, cell):
    grid = opened(hand, "coverage").findChild(QTableView)
    columns = grid.model().columnCount()
    place = grid.visualRect(grid.model().index(0, columns - 1)).center()
    seen = []
    for _ in range(2):
        hand.qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
        hand.settle()
        seen.append(coverage(study).instruments.get(cell, ""))
    hand.qtbot.keyClick(grid, Qt.Key.Key_Space)
    hand.settle()
    seen.append(coverage(study).instruments.get(cell, ""))
    hand.qtbot.keyClick(grid, Qt.Key.Key_Space)
    hand.settle()
    seen.append(coverage(study).instruments.get(cell, ""))
    assert seen == ["planned", "done", "", "planned"]
    hand.session.undo()
    hand.settle()
    assert cell not in coverage(study).instruments


@pytest.mark.parametrize(
    "tab",
    ["sources", "study", "questions", "sites", "categories", "roles", "informants", "instruments",
     "coverage", "coders"],
)  # fmt: skip
def test_every_tab_opens_by_its_name(hand, tab):
    hand.room.show_tab(tab)
    hand.settle()
    assert hand.room.pills.current() == tab
    assert hand.room.status_text()
    assert not hand.problems
