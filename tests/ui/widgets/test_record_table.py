import datetime
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu

from ui.widgets.checks_popup import ChecksPopup
from ui.widgets.empty import EmptyState
from ui.widgets.palette import ColourMenu
from ui.widgets.record_model import RecordModel
from ui.widgets.record_table import Column, Option, RecordTable

ROLES = (Option(1, "key person"), Option(2, "core respondent"), Option(3, "verification"))
SITES = (Option(1, "SDN Ciawi 01"), Option(2, "SDN Ciawi 02"))
COLUMNS = [
    Column("code", "Code", width=80),
    Column("site", "Site", "choice", SITES),
    Column("roles", "Roles", "choices", ROLES, width=200),
    Column("met", "First met", "date"),
    Column("count", "Sources", "number", editable=False),
    Column("colour", "Colour", "colour"),
    Column("asked", "Asked", "check"),
]
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@dataclass(frozen=True)
class Informant:
    id: int
    code: str
    site: int | None = 1
    roles: tuple[int, ...] = (1,)
    met: datetime.date | None = datetime.date(2017, 1, 12)
    count: int = 3
    colour: str = "#0098b0"
    asked: bool = False


ROWS = [Informant(1, "KS-1"), Informant(2, "KS-10"), Informant(3, "KS-2", site=2)]


@pytest.fixture
def records(qtbot):
    table = RecordTable(COLUMNS, name="informants", new_label="New informant")
    qtbot.addWidget(table)
    table.resize(1000, 400)
    table.set_rows(ROWS)
    table.show()
    return table


def cell(records, row, key):
    return records.table.model().index(row, records.model.place_of(key))


def go(records, row, key):
    records.table.setFocus()
    records.table.setCurrentIndex(cell(records, row, key))


def words(records, key="code"):
    rows = range(records.table.model().rowCount())
    return [cell(records, row, key).data() for row in rows]


def editor(records, kind=QLineEdit):
    return records.table.viewport().findChild(kind)


def test_a_model_that_qt_finds_no_fault_with(qapp):
    model = RecordModel(COLUMNS)
    tester = QAbstractItemModelTester(model, FATAL)
    model.set_rows(ROWS)
    model.set_rows([*ROWS, Informant(4, "KK-1")])
    model.set_rows(ROWS[1:])
    model.set_rows(list(reversed(ROWS)))
    model.setData(model.index(0, 0), "KS-99")
    model.set_rows([])
    assert tester.model() is model


def test_a_refresh_that_changes_one_cell_touches_only_that_one(qapp):
    model, touched = RecordModel(COLUMNS), []
    model.set_rows(ROWS)
    model.dataChanged.connect(lambda first, last: touched.append((first.row(), first.column())))
    model.modelReset.connect(lambda: touched.append("reset"))
    model.set_rows([ROWS[0], Informant(2, "KS-11"), ROWS[2]])
    assert touched == [(1, 0)]


def test_dicts_are_rows_too(records):
    records.set_rows([{column.key: None for column in COLUMNS} | {"id": 7, "code": "D-1"}])
    assert words(records) == ["D-1"]
    assert cell(records, 0, "roles").data() == ""


def test_typing_replaces_the_cell_and_enter_goes_down(records, qtbot):
    go(records, 0, "code")
    qtbot.keyClick(records.table, "K")
    field = editor(records)
    qtbot.keyClicks(field, "K-7")
    with qtbot.waitSignal(records.edited) as edited:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert edited.args == [1, "code", "KK-7"]
    assert records.table.currentIndex().row() == 1
    assert words(records)[0] == "KK-7"


def test_tab_takes_the_cell_and_edits_the_next(records, qtbot):
    go(records, 0, "code")
    qtbot.keyClick(records.table, Qt.Key.Key_Return)
    field = editor(records)
    field.setText("KS-5")
    with qtbot.waitSignal(records.edited):
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert records.table.currentIndex().column() == records.model.place_of("site")
    assert editor(records, QComboBox) is not None
    assert editor(records, QComboBox).currentText() == "SDN Ciawi 01"


def test_what_did_not_change_is_not_told(records, qtbot):
    records.edit(1, "code")
    with qtbot.assertNotEmitted(records.edited):
        qtbot.keyClick(editor(records), Qt.Key.Key_Return)


def test_a_date_that_is_none_is_refused_and_the_cell_stays(records, qtbot):
    records.edit(1, "met")
    field = editor(records)
    assert field.text() == "12/01/2017"
    field.setText("yesterday")
    with qtbot.waitSignal(records.model.refused) as refused:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert refused.args[1] == "“yesterday” is not a date. Write it like 31/12/2017."
    assert cell(records, 0, "met").data() == "12/01/2017"


def test_a_choice_is_taken_from_its_list(records, qtbot):
    records.edit(1, "site")
    combo = editor(records, QComboBox)
    combo.setCurrentIndex(combo.findText("SDN Ciawi 02"))
    with qtbot.waitSignal(records.edited) as edited:
        combo.activated.emit(combo.currentIndex())
    assert edited.args == [1, "site", 2]
    assert cell(records, 0, "site").data() == "SDN Ciawi 02"


def popped_up(qtbot, kind):
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), kind))
    return QApplication.activePopupWidget()


def test_roles_are_ticked_in_a_list(records, qtbot):
    records.edit(1, "roles")
    popup = popped_up(qtbot, ChecksPopup)
    qtbot.keyClick(popup.list, Qt.Key.Key_Down)
    qtbot.keyClick(popup.list, Qt.Key.Key_Down)
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    with qtbot.waitSignal(records.edited) as edited:
        qtbot.keyClick(popup.list, Qt.Key.Key_Return)
    assert edited.args == [1, "roles", (1, 3)]


def test_escape_leaves_the_roles_as_they_were(records, qtbot):
    records.edit(1, "roles")
    popup = popped_up(qtbot, ChecksPopup)
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    with qtbot.assertNotEmitted(records.edited):
        qtbot.keyClick(popup.list, Qt.Key.Key_Escape)
    assert cell(records, 0, "roles").data() == "key person"


def test_a_click_on_the_word_ticks_it(qtbot):
    popup = ChecksPopup(ROLES, (1,))
    popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(popup)
    popup.list.itemClicked.emit(popup.list.item(1))
    popup.list.itemClicked.emit(popup.list.item(0))
    assert popup.values() == (2,)


def test_a_colour_is_picked_from_the_palette(records, qtbot):
    records.edit(1, "colour")
    menu = popped_up(qtbot, ColourMenu)
    with qtbot.waitSignal(records.edited) as edited:
        menu.grid.swatches[16].click()
    assert edited.args == [1, "colour", "#c00040"]


def test_a_box_is_ticked_by_the_space_bar(records, qtbot):
    go(records, 1, "asked")
    with qtbot.waitSignal(records.edited) as edited:
        qtbot.keyClick(records.table, Qt.Key.Key_Space)
    assert edited.args == [2, "asked", True]


def test_a_column_that_is_counted_cannot_be_edited(records):
    assert not cell(records, 0, "count").flags() & Qt.ItemFlag.ItemIsEditable


def paste(records, text):
    QGuiApplication.clipboard().setText(text)
    records.paste()


def test_a_block_becomes_new_rows(records, qtbot):
    block = "PG-1\tSDN Ciawi 02\tkey person, verification\t12/01/2017\nPG-2\tSDIT\t\t\r\n\n"
    with qtbot.waitSignal(records.pasted) as pasted:
        paste(records, block)
    first, second = pasted.args[0]
    assert first == {
        "code": "PG-1",
        "site": 2,
        "roles": (1, 3),
        "met": datetime.date(2017, 1, 12),
    }
    assert second == {"code": "PG-2", "site": "SDIT", "roles": (), "met": None}


def test_a_block_with_titles_is_read_by_them(records, qtbot):
    with qtbot.waitSignal(records.pasted) as pasted:
        paste(records, 'site\tAge\tCODE\nSDN Ciawi 01\t44\t"G\n1"\n')
    assert pasted.args[0] == [{"site": 1, "code": "G\n1"}]


def test_one_word_goes_into_the_current_cell(records, qtbot):
    go(records, 2, "site")
    with qtbot.waitSignal(records.edited) as edited:
        paste(records, "SDN Ciawi 01")
    assert edited.args == [3, "site", 1]
    go(records, 2, "count")
    with qtbot.assertNotEmitted(records.edited):
        paste(records, "12")


def test_an_empty_clipboard_pastes_nothing(records, qtbot):
    with qtbot.assertNotEmitted(records.pasted):
        paste(records, "\n\n")


def test_copying_gives_the_spreadsheet_what_is_seen(records):
    records.table.selectRow(0)
    records.copy()
    line = "KS-1\tSDN Ciawi 01\tkey person\t12/01/2017\t3\t#0098b0\t\n"
    assert QGuiApplication.clipboard().text() == line


def test_the_header_sorts_with_figures_as_numbers(records):
    records.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert words(records) == ["KS-1", "KS-2", "KS-10"]
    assert records.model.id_at(0) == 1


def test_an_edited_row_does_not_run_away(records):
    records.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    records.table.model().setData(cell(records, 0, "code"), "ZZ", Qt.ItemDataRole.EditRole)
    assert words(records) == ["ZZ", "KS-2", "KS-10"]


def test_the_filter_looks_in_every_column(records, qtbot):
    qtbot.keyClicks(records.filter, "ciawi 02")
    qtbot.keyClick(records.filter, Qt.Key.Key_Return)
    assert words(records) == ["KS-2"]
    qtbot.keyClick(records.filter, Qt.Key.Key_Escape)
    assert len(words(records)) == 3


def test_rows_are_deleted_by_key_and_by_button(records, qtbot):
    records.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    go(records, 1, "code")
    with qtbot.waitSignal(records.removed) as removed:
        records.remove_selected()
    assert removed.args == [[3]]
    with qtbot.waitSignal(records.removed):
        qtbot.mouseClick(records.delete_button, Qt.MouseButton.LeftButton)


def test_nothing_selected_deletes_nothing(records, qtbot):
    records.table.clearSelection()
    assert not records.delete_button.isEnabled()
    with qtbot.assertNotEmitted(records.removed):
        records.remove_selected()


def test_delete_empties_cells_but_not_counted_ones(records, qtbot):
    told = []
    records.edited.connect(lambda *args: told.append(args))
    records.table.selectRow(0)
    records.clear_selected()
    assert (1, "site", None) in told
    assert (1, "roles", ()) in told
    assert all(key != "count" for _, key, _ in told)


def test_a_new_row_is_asked_for(records, qtbot):
    with qtbot.waitSignal(records.added):
        qtbot.mouseClick(records.new_button, Qt.MouseButton.LeftButton)
    records.set_rows([*ROWS, Informant(4, "")])
    records.edit(4, "code")
    assert editor(records).text() == ""
    assert records.current_id() == 4


def test_the_selection_survives_rows_that_come_and_go(records, qtbot):
    go(records, 2, "site")
    records.set_rows([Informant(9, "A"), *ROWS])
    assert records.current_id() == 3
    assert records.selected_ids() == [3]
    records.set_rows(ROWS[:2])
    assert records.current_id() != 3


def test_an_open_editor_survives_the_refresh_after_another_cell_was_saved(records, qtbot):
    records.edit(1, "code")
    field = editor(records)
    field.setText("half typed")
    records.set_rows([*ROWS[:2], Informant(3, "KS-2", site=1)])
    assert editor(records) is field
    assert field.text() == "half typed"


def test_other_options_are_shown_at_once(records):
    records.set_options("site", [Option(1, "School one"), Option(2, "School two")])
    assert cell(records, 0, "site").data() == "School one"


def test_the_menu_can_be_added_to(records, qtbot):
    go(records, 0, "code")
    seen = []
    records.menu_opening.connect(lambda menu, ids: seen.append((menu.addAction("Mine"), ids)))
    place = records.table.visualRect(cell(records, 0, "code")).center()
    records.table.customContextMenuRequested.emit(place)
    menu = popped_up(qtbot, QMenu)
    assert seen[0][1] == [1]
    names = [action.text() for action in menu.actions() if action.text()]
    assert names[:4] == ["Edit", "Copy", "Paste", "Mine"]
    menu.close()


def test_an_empty_table_says_what_belongs_there(qtbot):
    empty = EmptyState("users", "No informants yet", "Who speaks?", "New informant")
    table = RecordTable(COLUMNS, name="informants", empty=empty)
    qtbot.addWidget(table)
    table.show()
    assert empty.isVisible()
    with qtbot.waitSignal(table.added):
        empty.button.click()
    table.set_rows(ROWS)
    assert not empty.isVisible()
    assert table.table.isVisible()


def test_cells_are_named_for_a_screen_reader(records):
    heard = cell(records, 0, "roles").data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Roles: key person"
    assert records.table.accessibleName() == "informants"
    assert QAccessible.queryAccessibleInterface(records.table) is not None


def test_it_can_be_painted_with_more_roles_than_fit(records):
    records.set_rows([Informant(1, "A", roles=(1, 2, 3)), Informant(2, "B", roles=())])
    records.table.setColumnWidth(2, 90)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert not records.grab().isNull()
