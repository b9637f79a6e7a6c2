import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.reduce.summarising.accounting import GOT, MISSING, PARTLY, account_sheet
from ui.reduce.summaries.account_model import AccountModel


@pytest.fixture
def sheet(hand):
    hand.click(hand.page.pills.button("sheet"))
    return hand.page.sheet


def states(hand):
    sheet = account_sheet(hand.session.study)
    return [[sheet.cell(q.id, s.id).state for s in sheet.sites] for q in sheet.questions]


def test_a_click_lists_the_excerpts_behind_a_cell(hand, sheet, qtbot):
    hand.cell(0, 0)
    assert sheet.header.accessibleName() == "F1 · A: partly"
    assert sheet.list.count() == 1
    with qtbot.waitSignal(hand.page.open_excerpt):
        rect = sheet.list.visualRect(sheet.list.model().index(0, 0))
        qtbot.mouseClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    hand.cell(1, 1)
    assert sheet.stack.currentWidget() is sheet.none
    assert hand.page.status_text() == "got 0 · partly 1 · missing 3"


def test_keys_set_cells_and_leave_them_to_the_rule_again(hand, sheet):
    hand.cell(0, 0)
    hand.press(sheet.view, Qt.Key.Key_1)
    hand.press(sheet.view, Qt.Key.Key_Down)
    hand.press(sheet.view, Qt.Key.Key_2)
    assert states(hand) == [[GOT, MISSING], [PARTLY, MISSING]]
    assert sheet.header.accessibleName() == "F2 · A: partly"
    hand.press(sheet.view, Qt.Key.Key_3)
    assert states(hand)[1] == [MISSING, MISSING]
    hand.press(sheet.view, Qt.Key.Key_0)
    hand.session.undo()
    hand.session.undo()
    hand.session.undo()
    hand.settle()
    assert states(hand) == [[GOT, MISSING], [MISSING, MISSING]]
    hand.cell(0, 0)
    hand.press(sheet.view, Qt.Key.Key_0)
    assert states(hand)[0] == [PARTLY, MISSING]


def test_buttons_set_all_that_is_chosen(hand, sheet):
    sheet.view.selectAll()
    sheet.view.setFocus()
    hand.cell(0, 1)
    sheet.view.selectAll()
    hand.click(sheet.buttons[GOT])
    assert states(hand) == [[GOT, GOT], [GOT, GOT]]
    assert not sheet.buttons[GOT].isEnabled()
    hand.click(sheet.buttons[""])
    assert states(hand) == [[PARTLY, MISSING], [MISSING, MISSING]]


def test_a_note_stays_with_its_cell(hand, sheet):
    hand.cell(0, 0)
    hand.write(sheet.note, "in the minutes")
    hand.cell(0, 1)
    assert sheet.note.toPlainText() == ""
    hand.cell(0, 0)
    assert sheet.note.toPlainText() == "in the minutes"
    assert states(hand)[0][0] == PARTLY


def test_the_sheet_follows_what_is_coded(hand, sheet, laid):
    hand.cell(0, 0)
    hand.session.change(lambda: laid["make"].coding(laid["Q"], laid["code"]))
    hand.settle()
    assert sheet.header.accessibleName() == "F1 · A: got"
    assert sheet.list.count() == 2


def test_the_sheet_is_saved(hand, sheet, tmp_path):
    hand.page.save_to("sheet", tmp_path / "s.xlsx")
    hand.settle()
    book = load_workbook(tmp_path / "s.xlsx").worksheets[0]
    assert book["B2"].value.startswith("partly")
    assert not hand.problems


def test_the_model_is_one_that_qt_finds_no_fault_with(study, laid, qapp):
    model = AccountModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_sheet(account_sheet(study))
    laid["make"].site("C")
    model.show_sheet(account_sheet(study))
    model.show_sheet(account_sheet(study))
    assert tester.model() is model
    assert model.columnCount() == 3
