from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QInputDialog

from app import history
from app.display.displays import add_display, displays
from app.display.recipe import MatrixRecipe
from app.reduce.codings import remove_codings
from tests.ui.display.conftest import settle
from ui.display.room import DisplayRoom

HORIZONTAL = Qt.Orientation.Horizontal


def cells(room):
    model = room.table.matrix_model
    return [
        [model.index(r, c).data() for c in range(model.columnCount())]
        for r in range(model.rowCount())
    ]


def click(qtbot, view, row, column, *, double=False):
    index = view.model().index(row, column)
    view.scrollTo(index)
    at = view.visualRect(index).center()
    act = qtbot.mouseDClick if double else qtbot.mouseClick
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    if double:
        act(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_draft_counts_codes_by_method(room):
    assert cells(room)[0] == ["A", "2", "1", "1", "4"]
    assert cells(room)[-1] == ["Total", "2", "1", "1", "4"]
    assert room.status_text() == "Draft · 4 rows · total 4"


def test_a_click_lists_the_excerpts_and_a_double_click_opens_one(room, session, qtbot):
    click(qtbot, room.table, 0, 1)
    settle(session)
    assert [row.quote for row in (room.excerpts.row_at(0), room.excerpts.row_at(1))] == [
        "one",
        "two",
    ]
    with qtbot.waitSignal(room.open_excerpt) as opened:
        click(qtbot, room.table, 2, 1, double=True)
        settle(session)
    assert opened.args == [1, 4, 7]


def test_a_recipe_is_chosen_saved_and_changed(room, session, qtbot):
    room.bar.columns.chosen.emit("role")
    settle(session)
    assert room.table.matrix_model.headerData(1, Qt.Orientation.Horizontal) == "Key person"
    qtbot.mouseClick(room.bar.save, Qt.MouseButton.LeftButton)
    dialog = room.findChild(QInputDialog)
    dialog.setTextValue("By role")
    dialog.accept()
    settle(session)
    (saved,) = displays(session.study)
    assert (saved.title, saved.recipe.columns) == ("By role", "role")
    room.bar.cells.chosen.emit("informants")
    settle(session)
    assert displays(session.study)[0].recipe.count == "informants"
    history.undo(session.study)
    settle(session)
    assert room.recipe.count == "excerpts"


def test_the_analytic_text_is_saved_as_one_change(room, session, qtbot):
    add_display(session.study, "One", MatrixRecipe())
    settle(session)
    room.list.list.setCurrentRow(0)
    settle(session)
    steps = len(history.steps(session.study))
    qtbot.keyClicks(room.text.page, "It shows much.")
    room.text.flush()
    settle(session)
    assert displays(session.study)[0].analytic_text == "It shows much."
    assert len(history.steps(session.study)) == steps + 1


def test_the_matrix_follows_the_codings(room, session):
    session.change(lambda: remove_codings(session.study, [1]))
    settle(session)
    assert cells(room)[0] == ["A", "1", "1", "1", "3"]
    session.undo()
    settle(session)
    assert cells(room)[-1][-1] == "4"


def test_bars_heat_and_quotations_can_be_seen(room, session):
    room.bar.shown.chosen.emit("heat")
    settle(session)
    model = room.table.matrix_model
    assert model.index(0, 1).data(Qt.ItemDataRole.BackgroundRole) is not None
    room.bar.shown.chosen.emit("bars")
    settle(session)
    assert room.pages.currentWidget() is room.chart
    room.bar.shown.chosen.emit("stacked")
    settle(session)
    assert room.pages.currentWidget() is room.chart
    room.bar.shown.chosen.emit("table")
    room.bar.cells.chosen.emit("both")
    settle(session)
    assert model.index(0, 1).data().startswith("2\n“one”")
    room.bar.cells.chosen.emit("quotations")
    settle(session)
    assert "“one”" in model.index(0, 1).data()


def choose_in_menu(session, words):
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()
    settle(session)


def test_the_headings_are_put_in_order_and_hidden(room, session):
    def first_columns():
        return [room.table.matrix_model.headerData(n, HORIZONTAL) for n in (1, 2)]

    heads = room.table.horizontalHeader()
    assert first_columns() == ["Interview", "Observation"]
    heads.customContextMenuRequested.emit(QPoint(heads.sectionViewportPosition(1) + 5, 5))
    choose_in_menu(session, "Hide “Interview”")
    assert first_columns()[0] == "Observation"
    assert cells(room)[0][-1] == "2"
    assert room.bar.show_hidden.isEnabled()
    room.bar.show_hidden.trigger()
    settle(session)
    assert first_columns() == ["Interview", "Observation"]

    names = [line[0].strip() for line in cells(room)]
    row = room.table.visualRect(room.table.matrix_model.index(0, 0)).center()
    room.table.customContextMenuRequested.emit(row)
    choose_in_menu(session, "Largest total first")
    totals = [int(line[-1]) for line in cells(room)[:-1]]
    assert totals[0] == max(totals)
    room.table.customContextMenuRequested.emit(row)
    choose_in_menu(session, "In the order of the study")
    assert [line[0].strip() for line in cells(room)] == names


def test_copying_and_exporting(room, session, tmp_path):
    room.copy()
    assert QGuiApplication.clipboard().text().splitlines()[-1] == "Total\t2\t1\t1\t4"
    for ending in ("xlsx", "csv", "png", "svg"):
        room.export_to(tmp_path / f"m.{ending}")
    settle(session)
    assert load_workbook(tmp_path / "m.xlsx").active["E2"].value == 4
    assert (tmp_path / "m.png").read_bytes().startswith(b"\x89PNG")
    assert "Interview" in (tmp_path / "m.svg").read_text()


def test_displays_are_renamed_copied_and_deleted(room, session, qtbot):
    add_display(session.study, "One", MatrixRecipe())
    settle(session)
    room.list.list.item(0).setText("Renamed")
    settle(session)
    assert displays(session.study)[0].title == "Renamed"
    room.list.list.setCurrentRow(0)
    room.list._add_coverage()
    settle(session)
    assert room.pages.currentWidget() is room.coverage
    assert room.coverage.item(0, 1).text() == "done"
    room.list.list.setCurrentRow(1)
    qtbot.keyClick(room.list.list, Qt.Key.Key_Delete)
    settle(session)
    assert [d.title for d in displays(session.study)] == ["Renamed"]


def test_an_empty_study_says_what_belongs_here(session, qtbot):
    room = DisplayRoom(session)
    qtbot.addWidget(room)
    room.show()
    settle(session)
    assert room.pages.currentWidget() is room.empty
