"""Networks in the window: boxes moved, links drawn with the mouse, signs, excerpts, removal."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog

from app import history
from app.display.displays import displays
from app.display.network.beginning import begin
from app.display.network.networks import NETWORK, network
from tests.ui.display.conftest import settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pane(come_to, session):
    return come_to(begin(session.study, "Net", NETWORK, [1, 2, 4]))


def point(pane, at):
    return pane.view.mapFromScene(at)


def knob(pane, node):
    item = pane.view.nodes[node]
    return point(pane, item.mapToScene(item.knob().center()))


def middle(pane, node):
    return point(pane, pane.view.nodes[node].pos())


def drag(pane, begin_at, end_at):
    port = pane.view.viewport()
    QTest.mousePress(port, LEFT, pos=begin_at)
    QTest.mouseMove(port, (begin_at + end_at) / 2)
    QTest.mouseMove(port, end_at)
    QTest.mouseRelease(port, LEFT, pos=end_at)


def test_a_link_is_drawn_from_a_knob_to_a_box(pane, session):
    first, second, third = pane.view.nodes
    before = {(t.from_id, t.to_id) for t in pane.network.ties}
    wanted = next(
        (a, b)
        for a in (first, second, third)
        for b in (first, second, third)
        if a != b and (a, b) not in before
    )
    drag(pane, knob(pane, wanted[0]), middle(pane, wanted[1]))
    settle(session)
    assert {(t.from_id, t.to_id) for t in pane.network.ties} == before | {wanted}
    history.undo(session.study)
    settle(session)
    assert {(t.from_id, t.to_id) for t in pane.network.ties} == before


def test_a_box_is_moved_with_the_mouse_and_with_keys(pane, session):
    node = next(iter(pane.view.nodes))
    before = pane.network.node(node)
    drag(pane, middle(pane, node), middle(pane, node) + QPoint(0, 40))
    settle(session)
    after = pane.network.node(node)
    assert after.y > before.y
    pane.view.setFocus()
    pane.view.choose(node=node)
    QTest.keyClick(pane.view, Qt.Key.Key_Right)
    settle(session)
    assert pane.network.node(node).x == pytest.approx(after.x + 8)
    stored = network(session.study, pane.network.display_id)
    assert stored == pane.network


def test_the_chosen_link_has_sign_words_memo_and_excerpts(pane, room, session):
    tie = next(t for t in pane.network.ties if t.excerpts)
    pane.view.choose(tie=tie.id)
    settle(session)
    assert pane.strip.isVisible()
    assert room.excerpts.row_at(0).excerpt_id in tie.excerpts
    pane.sign.chosen.emit("-")
    settle(session)
    QTest.keyClicks(pane.label, "slows")
    QTest.keyClick(pane.label, Qt.Key.Key_Return)
    settle(session)
    QTest.keyClicks(pane.memo, "Both say so.")
    QTest.keyClick(pane.memo, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(session)
    now = next(t for t in pane.network.ties if t.id == tie.id)
    assert (now.sign, now.label, now.memo) == ("-", "slows", "Both say so.")
    ((words, act),) = pane.excerpt_actions([tie.excerpts[0]])
    assert words == "Take from under the link"
    act()
    settle(session)
    now = next(t for t in pane.network.ties if t.id == tie.id)
    assert tie.excerpts[0] not in now.excerpts


def test_words_are_added_where_one_double_clicks(pane, session):
    port = pane.view.viewport()
    corner = QPoint(6, 6)
    QTest.mouseClick(port, LEFT, pos=corner)
    QTest.mouseDClick(port, LEFT, pos=corner)
    dialog = pane.findChild(QInputDialog)
    dialog.setTextValue("Money")
    dialog.accept()
    settle(session)
    assert pane.network.nodes[-1].label == "Money"


def test_delete_removes_what_is_chosen_and_undo_brings_it_back(pane, session):
    before = pane.network
    pane.view.setFocus()
    pane.view.choose(node=before.nodes[0].id)
    QTest.keyClick(pane.view, Qt.Key.Key_Delete)
    settle(session)
    assert len(pane.network.nodes) == 2
    history.undo(session.study)
    settle(session)
    assert pane.network == before


def test_tab_goes_through_boxes_and_links(pane):
    pane.view.setFocus()
    seen = []
    for _ in range(len(pane.view.nodes) + len(pane.view.ties)):
        QTest.keyClick(pane.view, Qt.Key.Key_Tab)
        seen.append(pane.view.chosen_ids())
    assert len({str(each) for each in seen}) == len(seen)


def test_it_is_written_as_a_picture(pane, room, session, tmp_path):
    for ending in ("png", "svg"):
        room.export_to(tmp_path / f"net.{ending}")
        settle(session)
        assert (tmp_path / f"net.{ending}").stat().st_size > 1000


def test_a_flow_is_begun_from_the_menu(room, session):
    room.list.begin_wanted.emit("flow")
    settle(session)
    for name in ("A1", "B"):
        QTest.keyClicks(room.palette.field, name)
        QTest.keyClick(room.palette.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        room.palette.field.clear()
    QTest.keyClick(room.palette.field, Qt.Key.Key_Return)
    settle(session)
    (row,) = displays(session.study)
    shown = network(session.study, row.id)
    assert [node.label for node in shown.nodes] == ["A1", "B"]
    assert len(shown.ties) == 1
    assert room.kind == "flow"
