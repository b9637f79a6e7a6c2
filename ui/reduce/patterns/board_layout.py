"""Where the items of the board stand: a column a theme, a frame a category, a card a code."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect

from ui.reduce.patterns.board_model import LOOSE, Item

WIDTH = 236  # of a card in a theme
CARD = 46
HEAD = 44
BARE = 110  # where no code is loose: wide enough to drop one
TITLE = 34  # above the loose codes, which have no theme to name them
GAP = 6
PAD = 10
INSET = 8  # of a category in its theme
BETWEEN = 14  # columns
LANE = 16  # loose cards, before they take a second lane
LANES = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """The ground of a theme (`depth` 0), a category in it, or the loose codes (LOOSE)."""

    group: int
    rect: QRect
    depth: int


@dataclass(slots=True)
class Layout:
    """Rectangles in the board's own units, from its top left corner."""

    rects: list[QRect] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    new_group: QRect = field(default_factory=QRect)
    width: int = 0
    height: int = 0

    def at(self, point: QPoint) -> int:
        """Return the number of the item at a point, -1 for none."""
        return next((n for n, rect in enumerate(self.rects) if rect.contains(point)), -1)

    def frame_at(self, point: QPoint) -> Frame | None:
        """Return the innermost frame at a point."""
        found = [frame for frame in self.frames if frame.rect.contains(point)]
        return max(found, key=lambda frame: frame.depth, default=None)

    def column_at(self, point: QPoint) -> Frame | None:
        """Return the column above or below a point, however short it is."""
        columns = (f for f in self.frames if f.depth <= 0)
        return next((f for f in columns if f.rect.left() <= point.x() <= f.rect.right()), None)


def lay_out(items: Sequence[Item], least_height: int) -> Layout:
    """Give every item its place; the loose codes at the left, a place for a new group last."""
    found = Layout()
    loose = [item for item in items if item.column == LOOSE]
    x = _lay_loose(found, len(loose), PAD)
    at = len(loose)
    while at < len(items):
        to = at + 1
        while to < len(items) and items[to].column == items[at].column:
            to += 1
        _lay_theme(found, items[at:to], x)
        x += WIDTH + 2 * PAD + BETWEEN
        at = to
    bottom = max((frame.rect.bottom() for frame in found.frames), default=0)
    found.height = max(least_height, bottom + 1 + PAD)
    found.new_group = QRect(x, PAD, WIDTH // 2 + 2 * PAD, max(CARD * 2, least_height - 2 * PAD))
    found.width = found.new_group.right() + 1 + PAD
    return found


def _lay_loose(found: Layout, count: int, x: int) -> int:
    lanes = min(LANES, max(1, -(-count // LANE)))
    rows = max(1, -(-count // lanes))
    for number in range(count):
        lane, row = divmod(number, rows)
        left = x + PAD + lane * (WIDTH + GAP)
        found.rects.append(QRect(left, PAD + TITLE + row * (CARD + GAP), WIDTH, CARD))
    wide = 2 * PAD + (lanes * (WIDTH + GAP) - GAP if count else BARE)
    tall = TITLE + rows * (CARD + GAP) + PAD
    found.frames.append(Frame(LOOSE, QRect(x, PAD, wide, tall), LOOSE))
    return x + wide + BETWEEN


def _lay_theme(found: Layout, items: Sequence[Item], x: int) -> None:
    """Lay a theme and what is under it, a frame around each group."""
    y = PAD
    opened: list[tuple[Item, int]] = []
    for item in items:
        y = _close(found, opened, item.depth, x, y)
        left, right = _sides(x, item.depth if item.is_group else max(0, item.depth - 1))
        if item.is_group:
            opened.append((item, y))
            found.rects.append(QRect(left, y, right - left, HEAD))
            y += HEAD
        else:
            found.rects.append(QRect(left + PAD, y, right - left - 2 * PAD, CARD))
            y += CARD + GAP
    _close(found, opened, 0, x, y)


def _close(found: Layout, opened: list[tuple[Item, int]], depth: int, x: int, y: int) -> int:
    """End the frames of the groups that an item at `depth` is no longer in."""
    while opened and opened[-1][0].depth >= depth:
        group, top = opened.pop()
        left, right = _sides(x, group.depth)
        y += PAD - GAP if y > top + HEAD else PAD
        found.frames.append(
            Frame(group.code.id, QRect(left, top, right - left, y - top), group.depth)
        )
        y += GAP
    return y


def _sides(x: int, depth: int) -> tuple[int, int]:
    """Return left and right of the frame of a group; what is nested deep is not squeezed away."""
    inset = INSET * min(depth, 4)
    return x + inset, x + WIDTH + 2 * PAD - inset
