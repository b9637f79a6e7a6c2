"""Where codes go that are dropped on the board: a group and a place in it, or a new group."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from ui.reduce.patterns.board_layout import GAP, PAD, Layout
from ui.reduce.patterns.board_model import LOOSE, BoardModel

MARK = 2


@dataclass(frozen=True, slots=True)
class Target:
    """A group (None: the top of the tree) and a place in it (None: the last); `mark` shows it."""

    group: int | None
    position: int | None
    mark: QRect
    is_new: bool = False


def target_at(
    board: BoardModel, layout: Layout, place: QPoint, ids: Sequence[int]
) -> Target | None:
    """Return where codes go that are dropped at a place of the layout, None for nowhere."""
    if board.read_only or not ids:
        return None
    if place.x() >= layout.new_group.left() - GAP:
        return Target(None, None, layout.new_group, is_new=True)
    target = _beside(board, layout, place) or _into(layout, place)
    if target is None or any(board.is_above(code, target.group) for code in ids):
        return None
    return target


def _beside(board: BoardModel, layout: Layout, place: QPoint) -> Target | None:
    """Return the place before or behind a card; onto the head of a group is into it."""
    at = layout.at(place)
    if at < 0:
        return None
    item, rect = board.shape.items[at], layout.rects[at]
    if item.is_group:
        mark = QRect(rect.left(), rect.bottom() - 1, rect.width(), MARK)
        return Target(item.code.id, None, mark)
    behind = place.y() > rect.center().y()
    y = rect.bottom() + GAP // 2 if behind else rect.top() - GAP // 2 - 1
    position = board.position(item.code.id) + int(behind)
    return Target(item.code.parent_id, position, QRect(rect.left(), y, rect.width(), MARK))


def _into(layout: Layout, place: QPoint) -> Target | None:
    """Return the end of the group in whose frame, or beneath whose column, a place is."""
    frame = layout.frame_at(place) or layout.column_at(place)
    if frame is None:
        return None
    group = None if frame.group == LOOSE else frame.group
    line = frame.rect.adjusted(PAD, 0, -PAD, -4)
    line.setTop(line.bottom() - MARK + 1)
    return Target(group, None, line)
