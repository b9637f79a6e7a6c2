"""Where the arrow keys go on the board: down a column, or to the nearest item beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractItemView

Move = QAbstractItemView.CursorAction
_FORWARD = (Move.MoveDown, Move.MoveNext)
_BACKWARD = (Move.MoveUp, Move.MovePrevious)


def step_from(rects: Sequence[QRect], at: int, action: Move, page: int) -> int:
    """Return the number of the item that a cursor action leads to from `at`; -1 for none."""
    if not rects:
        return -1
    if at < 0:
        return 0
    if action in _FORWARD:
        return min(at + 1, len(rects) - 1)
    if action in _BACKWARD:
        return max(at - 1, 0)
    if action == Move.MoveHome:
        return 0
    if action == Move.MoveEnd:
        return len(rects) - 1
    if action in (Move.MoveLeft, Move.MoveRight):
        return _beside(rects, at, 1 if action == Move.MoveRight else -1)
    down = page if action == Move.MovePageDown else -page
    return _below(rects, at, down)


def _beside(rects: Sequence[QRect], at: int, side: int) -> int:
    """Return the nearest item in the next column to a side; the same item where there is none."""
    here = rects[at]

    def distance(rect: QRect) -> int:
        return rect.left() - here.right() if side > 0 else here.left() - rect.right()

    beside = [n for n, rect in enumerate(rects) if distance(rect) > 0]
    if not beside:
        return at
    near = min(distance(rects[n]) for n in beside)
    column = [n for n in beside if distance(rects[n]) <= near + here.width() // 2]
    return min(column, key=lambda n: abs(rects[n].center().y() - here.center().y()))


def _below(rects: Sequence[QRect], at: int, down: int) -> int:
    """Return the item of the same column that is a page away."""
    here = rects[at]
    column = [n for n, r in enumerate(rects) if r.left() < here.right() and r.right() > here.left()]
    return min(column, key=lambda n: abs(rects[n].center().y() - here.center().y() - down))
