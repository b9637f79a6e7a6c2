import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.reduce.code_editing import add_code
from app.reduce.codes import codes
from app.study_files import open_study
from tests.ui.reduce.patterns.conftest import ALT, CONTROL, LEFT, NONE, Hand
from ui.reduce.pages import CLASSES, READING
from ui.reduce.patterns.board_layout import lay_out
from ui.reduce.patterns.board_model import board_of
from ui.reduce.patterns.page import PatternsPage
from ui.reduce.room import ReduceRoom
from ui.session import Session

FIRST = [
    "Loose", "Other", "Factors", "Factors > Time", "Factors > Tools", "Factors > Deep",
    "Factors > Deep > Will",
]  # fmt: skip


def test_groups_and_codes_stand_in_their_columns(hand):
    model = hand.page.board.model
    assert hand.paths() == FIRST
    shown = [(item.code.name, item.is_group, item.depth) for item in model.shape.items]
    assert shown == [
        ("Loose", False, 0), ("Other", False, 0), ("Factors", True, 0), ("Time", False, 1),
        ("Tools", False, 1), ("Deep", True, 1), ("Will", False, 2),
    ]  # fmt: skip
    assert hand.rect("Loose").left() < hand.rect("Factors").left()
    assert hand.rect("Deep").top() > hand.rect("Tools").bottom()
    assert hand.index("Time").data(Qt.ItemDataRole.AccessibleTextRole).startswith("Factors > Time")
    assert "2 excerpt" in hand.index("Time").data(Qt.ItemDataRole.ToolTipRole)
    assert "5 code" in hand.page.status_text()


def test_a_click_lists_the_excerpts_and_they_open(hand, qtbot):
    hand.click("Time")
    side = hand.page.side
    assert (side.list.count(), side.header.accessibleName()) == (2, "Time")
    hand.click("Tools", CONTROL)
    assert side.list.count() == 3
    hand.click("Factors")
    assert side.list.count() == 3  # those of the codes in it
    hand.click("Will")
    assert side.stack.currentWidget() is side.empty
    hand.click("Loose")
    with qtbot.waitSignal(hand.page.open_excerpt) as found:
        QTest.mouseClick(side.list.viewport(), LEFT, NONE, QPoint(40, 30))
    assert found.args == [1, 10, 20]


def test_one_card_is_dragged_into_a_group_before_another(hand):
    assert hand.drag(["Loose"], hand.above("Tools"))
    assert hand.paths() == [
        "Other", "Factors", "Factors > Time", "Factors > Loose", "Factors > Tools",
        "Factors > Deep", "Factors > Deep > Will",
    ]  # fmt: skip
    assert hand.chosen() == ["Loose"]
    hand.page.session.undo()
    assert hand.paths() == FIRST


def test_several_cards_are_dragged_onto_the_head_of_a_group(hand):
    assert hand.drag(["Loose", "Other"], hand.rect("Deep").center())
    assert hand.paths()[-3:] == [
        "Factors > Deep > Will", "Factors > Deep > Loose", "Factors > Deep > Other",
    ]  # fmt: skip
    assert hand.chosen() == ["Loose", "Other"]


def test_a_card_is_dragged_out_among_the_loose_ones_and_ordered(hand):
    assert hand.drag(["Tools"], hand.beneath("Loose"))
    assert hand.paths()[:3] == ["Loose", "Tools", "Other"]
    assert hand.drag(["Other"], hand.above("Loose"))
    assert hand.paths()[:3] == ["Other", "Loose", "Tools"]


def test_a_group_is_not_dropped_into_itself(hand):
    assert not hand.drag(["Factors"], hand.beneath("Will"))
    assert hand.paths() == FIRST
    assert hand.problems == []


def test_the_mouse_itself_begins_the_drag_with_all_chosen_cards(hand, monkeypatch):
    began = []
    monkeypatch.setattr(
        type(hand.board), "startDrag", lambda view, actions: began.append(view.chosen_ids())
    )
    hand.click("Loose")
    hand.click("Other", CONTROL)
    port, at = hand.board.viewport(), hand.rect("Loose").center()
    QTest.mousePress(port, LEFT, NONE, at)
    QTest.mouseMove(port, at + QPoint(8, 8))
    QTest.mouseMove(port, at + QPoint(40, 40))
    QTest.mouseRelease(port, LEFT, NONE, at + QPoint(40, 40))
    assert began
    assert len(began[0]) == 2


def test_cards_dropped_beside_the_groups_make_a_new_one(hand):
    hand.click("Loose")
    place = hand.board.layout_of_items.new_group.center() - QPoint(hand.board.horizontalOffset(), 0)
    assert hand.drag(["Loose", "Other"], place)
    hand.name_group("Apart")
    assert hand.paths()[:3] == ["Apart", "Apart > Loose", "Apart > Other"]
    made = next(code for code in codes(hand.page.session.study) if code.name == "Apart")
    assert made.cycle == "pattern"
    assert hand.chosen() == ["Apart"]
    assert not hand.page.strip.isVisible()


def test_a_click_beside_the_groups_asks_for_an_empty_one(hand):
    place = hand.board.layout_of_items.new_group.center()
    QTest.mouseClick(hand.board.viewport(), LEFT, NONE, place)
    hand.settle()
    QTest.keyClicks(hand.page.strip.definition, "Later.")
    hand.name_group("Later")
    made = next(code for code in codes(hand.page.session.study) if code.name == "Later")
    assert (made.cycle, made.definition) == ("pattern", "Later.")
    assert hand.board.board.item(hand.index("Later")).is_group


def test_keys_choose_move_and_group(hand):
    hand.click("Other")
    hand.press(Qt.Key.Key_Up)
    assert hand.chosen() == ["Loose"]
    hand.press(Qt.Key.Key_Right)
    assert hand.chosen() == ["Time"]  # the nearest in the next column
    hand.press(Qt.Key.Key_Up)
    assert hand.chosen() == ["Factors"]
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Down, ALT)
    assert hand.paths()[3:5] == ["Factors > Tools", "Factors > Time"]
    hand.press(Qt.Key.Key_Up, ALT)
    assert hand.paths() == FIRST
    hand.press(Qt.Key.Key_Right, ALT)
    assert hand.paths()[-1] == "Factors > Deep > Time"
    hand.press(Qt.Key.Key_G, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert hand.paths()[-1] == "Factors > Time"
    hand.press(Qt.Key.Key_G, CONTROL)
    hand.name_group("Clock")
    assert "Factors > Clock > Time" in hand.paths()  # where its codes stood
    hand.press(Qt.Key.Key_Backspace, CONTROL)
    assert "Factors > Time" in hand.paths()
    assert not any("Clock" in path for path in hand.paths())


def test_the_place_of_a_group_can_be_chosen_and_escape_puts_the_strip_away(hand):
    hand.click("Tools")
    hand.press(Qt.Key.Key_G, CONTROL)
    strip = hand.page.strip
    assert not strip.make.isEnabled()
    QTest.keyClick(strip.name, Qt.Key.Key_Escape)
    assert not strip.isVisible()
    hand.press(Qt.Key.Key_G, CONTROL)
    strip.place.menu().actions()[-1].trigger()
    hand.name_group("Means")
    assert hand.paths()[-2:] == ["Means", "Means > Tools"]


def test_a_name_that_is_taken_keeps_the_strip_open(hand):
    hand.click("Tools")
    hand.press(Qt.Key.Key_G, CONTROL)
    hand.name_group("Time")
    assert len(hand.problems) == 1
    assert hand.page.strip.isVisible()
    assert hand.page.strip.name.text() == "Time"
    assert hand.paths() == FIRST


def test_a_group_is_renamed_in_place(hand):
    hand.click("Factors")
    hand.press(Qt.Key.Key_F2)
    editor = hand.board.viewport().findChild(QLineEdit)
    assert editor.text() == "Factors"
    editor.selectAll()
    QTest.keyClicks(editor, "What counts")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert hand.paths()[3] == "What counts > Time"


def test_the_menu_offers_what_can_be_done(hand):
    hand.click("Loose")
    board = hand.page.board
    assert not board.out.isEnabled()
    assert not board.dissolve.isEnabled()
    shown = []

    def look():
        menu = QApplication.activePopupWidget()
        shown.extend(action.text() for action in menu.actions() if action.text())
        menu.close()

    QTimer.singleShot(50, look)
    hand.board.customContextMenuRequested.emit(hand.rect("Time").center())
    QTest.qWait(120)
    assert hand.chosen() == ["Time"]
    assert shown == [action.text() for action in board.all_actions]
    assert board.out.isEnabled()


def test_the_code_tree_is_asked_for_by_key_and_double_click(hand, qtbot, laid):
    hand.click("Time")
    with qtbot.waitSignal(hand.page.choose_code) as found:
        hand.press(Qt.Key.Key_Return, CONTROL)
    assert found.args == [laid.codes["Time"]]
    with qtbot.waitSignal(hand.page.choose_code):
        QTest.mouseDClick(hand.board.viewport(), LEFT, NONE, hand.rect("Time").center())


def test_the_filter_keeps_what_bears_the_words_and_its_groups(hand):
    QTest.keyClicks(hand.page.board.filter, "will")
    QTest.keyClick(hand.page.board.filter, Qt.Key.Key_Return)
    hand.settle()
    names = [item.code.name for item in hand.page.board.model.shape.items]
    assert names == ["Factors", "Deep", "Will"]


def test_it_follows_the_study_and_waits_while_unseen(hand):
    study = hand.page.session.study
    hand.page.hide()
    hand.page.session.change(lambda: add_code(study, "New"))
    hand.settle()
    names = lambda: [item.code.name for item in hand.page.board.model.shape.items]  # noqa: E731
    assert "New" not in names()
    hand.page.show()
    hand.settle()
    assert "New" in names()


def test_a_study_without_codes_says_what_belongs_here(opened, study, qtbot):
    hand = opened()
    board = hand.page.board
    assert board.stack.currentWidget() is board.empty
    with qtbot.waitSignal(hand.page.go_to_stage) as found:
        hand.button(board.empty.button)
    assert found.args == ["collect"]


def test_from_an_empty_board_one_goes_to_the_first_transcript(opened, study, qtbot):
    from tests.app.reduce.patterns.conftest import Laid

    Laid(study)
    hand = opened()
    with qtbot.waitSignal(hand.page.open_excerpt):
        hand.button(hand.page.board.empty.button)


@pytest.mark.parametrize("count", [150, 1000])
def test_many_codes_scroll_and_are_not_squeezed(opened, study, count):
    with study.change("study.methods.interview"):
        for top in range(count // 50):
            group = add_code(study, f"Theme {top}")
            for n in range(20):
                add_code(study, f"Code {top}.{n}", group)
        for n in range(count - count // 50 * 21):
            add_code(study, f"Loose {n}")
    hand = opened()
    layout = hand.board.layout_of_items
    assert {rect.height() for rect in layout.rects} <= {44, 46}
    assert min(rect.width() for rect in layout.rects) >= 200
    hand.press(Qt.Key.Key_End)
    last = hand.board.visualRect(hand.board.model().index(count - 1, 0))
    assert hand.board.viewport().rect().contains(last)


def test_no_two_items_of_a_layout_share_a_place(laid, study):
    for n in range(40):
        add_code(study, f"L{n}")
    rects = lay_out(board_of(codes(study)).items, 500).rects
    assert all(not a.intersects(b) for n, a in enumerate(rects) for b in rects[n + 1 :])


def test_a_study_that_takes_no_change_is_only_looked_at(laid, study, qtbot):
    looked_at = open_study(study.path)  # the first window has it
    assert looked_at.read_only
    session = Session(looked_at)
    page = PatternsPage(session)
    qtbot.addWidget(page)
    page.resize(1500, 800)
    page.show()
    hand = Hand(page)
    hand.settle()
    hand.click("Time")
    assert hand.page.side.list.count() == 2
    board = hand.page.board
    free = [action.text() for action in board.all_actions if action.isEnabled()]
    assert free == [board.show_in_tree.text()]
    assert not board.new_button.isEnabled()
    hand.press(Qt.Key.Key_Down, ALT)
    assert not hand.drag(["Time"], hand.above("Loose"))
    hand.show("clusters")
    QTest.keyClick(page.clusters.drawing, Qt.Key.Key_Down)
    hand.settle()
    assert not page.clusters.make.isEnabled()
    assert hand.problems == []
    page.hide()
    session.close()


def test_the_actions_of_the_board_rest_while_another_view_is_shown(hand):
    hand.click("Time")
    assert hand.page.board.rename in hand.page.actions_of_page()
    hand.show("pairs")
    assert not any(action.isEnabled() for action in hand.page.actions_of_page())
    hand.show("board")
    assert hand.page.board.rename.isEnabled()


def test_the_page_stands_in_the_room(laid, session, qtbot, monkeypatch):
    monkeypatch.setitem(CLASSES, "patterns", ("ui.reduce.patterns.page", "PatternsPage"))
    named = [(READING, "Transcript"), ("patterns", "Patterns")]
    monkeypatch.setattr("ui.reduce.room.named_pages", lambda: named)
    room = ReduceRoom(session)
    qtbot.addWidget(room)
    room.resize(1356, 838)
    room.show()
    room.show_page("patterns")
    hand = Hand(room.page())
    hand.settle()
    hand.click("Time")
    assert room.page().board.group in room.actions_by_menu()["code"]
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert room.page() is room.reading
    room.show_page("patterns")
    hand.settle()
    QTest.mouseClick(hand.page.side.list.viewport(), LEFT, NONE, QPoint(40, 30))
    hand.settle()
    assert room.page() is room.reading
    assert room.reading.source_id == 1
    assert hand.problems == []
