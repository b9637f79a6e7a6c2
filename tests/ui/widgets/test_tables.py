import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView

from ui.widgets.tables import ROW_HEIGHT, copy_as_tsv, dress_table, read_tsv, tsv


@pytest.fixture
def view(qtbot):
    model = QStandardItemModel(2, 3)
    for row in range(2):
        for column in range(3):
            model.setItem(row, column, QStandardItem(f"{row}{column}"))
    model.setHorizontalHeaderLabels(["Code", "Method", "Total"])
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(model)
    dress_table(table)
    return table


def test_rows_have_the_height_of_the_design(view):
    assert ROW_HEIGHT == 30
    assert [view.rowHeight(row) for row in range(2)] == [30, 30]
    assert view.property("rules") == "rows"
    assert not view.showGrid()


def test_all_is_copied_where_nothing_is_selected(view):
    assert copy_as_tsv(view, header=True) == "Code\tMethod\tTotal\n00\t01\t02\n10\t11\t12\n"
    assert QGuiApplication.clipboard().text().startswith("Code\t")


def test_only_the_selected_cells_are_copied_as_they_are_seen(view):
    view.horizontalHeader().moveSection(2, 0)
    view.setColumnHidden(1, True)
    view.selectRow(1)
    assert copy_as_tsv(view) == "12\t10\n"


def test_lines_of_nothing_are_left_out():
    assert read_tsv("a\tb\r\n\t\r\n\nc\td") == [["a", "b"], ["c", "d"]]


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"))),
        max_size=5,
    )
)
def test_what_is_copied_can_be_pasted(rows):
    wanted = [row for row in rows if any(cell.strip() for cell in row)]
    assert read_tsv(tsv(wanted)) == wanted
