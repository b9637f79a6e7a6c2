"""The dendrogram: codes in a column, branches that come together to the right, a line that cuts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.reduce.clusters import Clusters
from app.reduce.codes import CodeRow
from app.reduce.colours import CODE_COLOURS
from ui.reduce.patterns.pairs_model import share_words
from ui.theme import theme, ui_font
from ui.widgets.badges import SWATCH_SIZE, paint_swatch

ROW = 24
TOP = 34  # the scale
PAD = 14
NAMES = 230
LEAST = 320  # width of the tree
NEAR = 6  # so near the line takes the mouse
STEP = 0.02
_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
GREY = CODE_COLOURS[-1]
GROUP_COLOURS = CODE_COLOURS[:-1]
Colour = Callable[[str], QColor]
"""Gives the colour of a token: on the screen those of the theme, on paper the light ones."""


@dataclass(slots=True)
class Drawing:
    """The nodes of a dendrogram: the row in which each stands, and its height."""

    rows: list[float] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)

    @classmethod
    def of(cls, clusters: Clusters) -> "Drawing":
        found = cls([float(n) for n in range(len(clusters.leaves))], [0.0] * len(clusters.leaves))
        for merge in clusters.merges:
            found.rows.append((found.rows[merge.left] + found.rows[merge.right]) / 2)
            found.heights.append(merge.height)
        return found


def group_colours(groups: Sequence[tuple[int, tuple[int, ...]]]) -> list[QColor]:
    """Return a colour for each group, those beside each other apart; a code alone is grey."""
    found, used = [], 0
    for _, codes in groups:
        alone = len(codes) == 1
        colour = GREY if alone else GROUP_COLOURS[used % len(GROUP_COLOURS)]
        found.append(QColor(colour))
        used += not alone
    return found


class Dendrogram(QWidget):
    """Draws Clusters. The line is dragged, or moved with Left and Right; Up and Down choose."""

    cut_changed = Signal(float)
    group_chosen = Signal(list)
    entered = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clusters = Clusters((), (), ())
        self.codes: Mapping[int, CodeRow] = {}
        self.cut = 0.5
        self.groups: list[tuple[int, tuple[int, ...]]] = []
        self.chosen: tuple[int, ...] = ()
        self._drawing = Drawing()
        self._colours: list[QColor] = []
        self._of_node: dict[int, QColor] = {}
        self._dragging = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Dendrogram of codes"))
        theme().changed.connect(self.update)

    # --- what it shows ---------------------------------------------------------------------

    def show_clusters(self, clusters: Clusters, codes: Mapping[int, CodeRow]) -> None:
        """Show other clusters; the cut stays."""
        self.clusters, self.codes = clusters, codes
        self._drawing = Drawing.of(clusters)
        self.setFixedHeight(TOP + ROW * len(clusters.leaves) + PAD)
        self.setMinimumWidth(PAD * 2 + NAMES + LEAST)
        self._group()

    def set_cut(self, height: float) -> None:
        """Cut at another height (0 to 1): what came together below it is a group."""
        height = min(1.0, max(0.0, height))
        if height != self.cut:
            self.cut = height
            self._group()
            self.cut_changed.emit(height)

    def choose(self, codes: tuple[int, ...]) -> None:
        """Choose a group; an empty one chooses none."""
        self.chosen = codes
        names = ", ".join(self.codes[code].name for code in codes if code in self.codes)
        self.setAccessibleDescription(names)
        self.update()
        self.group_chosen.emit(list(codes))

    def _group(self) -> None:
        self.groups = self.clusters.nodes(self.cut)
        self._colours = group_colours(self.groups)
        self._of_node = self._branch_colours()
        if self.chosen and self.chosen not in [codes for _, codes in self.groups]:
            first = self.chosen[0]  # the choice follows its first code into a larger or smaller one
            self.choose(next((codes for _, codes in self.groups if first in codes), ()))
        self.update()

    def _branch_colours(self) -> dict[int, QColor]:
        """Return the colour of each merge below the cut: that of the group that it is in."""
        count, found = len(self.clusters.leaves), {}
        waiting = [
            (node, colour) for (node, _), colour in zip(self.groups, self._colours, strict=True)
        ]
        while waiting:
            node, colour = waiting.pop()
            if node >= count:
                found[node] = colour
                merge = self.clusters.merges[node - count]
                waiting += [(merge.left, colour), (merge.right, colour)]
        return found

    def minimumSizeHint(self) -> QSize:
        return QSize(PAD * 2 + NAMES + LEAST, TOP + ROW)

    # --- places ----------------------------------------------------------------------------

    def x_of(self, height: float) -> float:
        """Return where a height stands."""
        left = PAD + NAMES
        return left + (self.width() - PAD - left) * height

    def y_of(self, row: float) -> float:
        """Return the middle of a row."""
        return TOP + ROW * (row + 0.5)

    def _height_at(self, x: float) -> float:
        left = PAD + NAMES
        return (x - left) / max(1.0, self.width() - PAD - left)

    def group_at(self, point: QPoint) -> tuple[int, ...]:
        """Return the group in whose rows a point is; an empty one above and beneath them."""
        row = int((point.y() - TOP) // ROW)
        for _, codes in self.groups:
            if 0 <= row < len(codes):
                return codes
            row -= len(codes)
        return ()

    # --- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme().color("panel"))
        self.draw(painter, event.rect(), theme().color, self.chosen)
        if self.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def draw(
        self, painter: QPainter, seen: QRect, colour_of: Colour, chosen: tuple[int, ...] = ()
    ) -> None:
        """Draw what of the dendrogram is in `seen`, on the screen or into a file."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_scale(painter, colour_of)
        colours = self._colours
        row = 0
        for number, (_, codes) in enumerate(self.groups):
            if not self._place(row, len(codes)).toAlignedRect().intersects(seen):
                row += len(codes)
                continue
            if codes == chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour_of("accent_ground"))
                painter.drawRoundedRect(self._place(row, len(codes)), 6, 6)
            self._draw_mark(painter, row, len(codes), colours[number])
            self._draw_names(painter, seen, row, codes, colour_of("ink"))
            row += len(codes)
        self._draw_branches(painter, seen, colour_of("silent"))
        x = self.x_of(self.cut)
        painter.setPen(QPen(colour_of("accent"), 1.6, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(x, TOP - 10, x, self.height() - 4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour_of("accent"))
        painter.drawEllipse(QPointF(x, TOP - 10), 4.5, 4.5)

    def _draw_scale(self, painter: QPainter, colour_of: Colour) -> None:
        painter.setFont(ui_font(8.5))
        for tenths in range(0, 11, 2):
            x = self.x_of(tenths / 10)
            painter.setPen(QPen(colour_of("line"), 1))
            painter.drawLine(QLineF(x, TOP - 4, x, self.height() - 4))
            painter.setPen(colour_of("soft"))
            place = QRectF(x - 20, 2, 40, 18)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, share_words(tenths / 10))
        painter.setPen(colour_of("soft"))
        names = QRectF(PAD, 2, NAMES - 24, 18)
        painter.drawText(names, _LINE, self.tr("Jaccard distance"))

    def _place(self, row: int, count: int) -> QRectF:
        return QRectF(4, TOP + ROW * row + 1, self.width() - 8, ROW * count - 2)

    def _draw_mark(self, painter: QPainter, row: int, count: int, colour: QColor) -> None:
        if count > 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(6, TOP + ROW * row + 4, 3, ROW * count - 8), 1.5, 1.5)

    def _draw_names(
        self, painter: QPainter, seen: QRect, row: int, codes: tuple[int, ...], ink: QColor
    ) -> None:
        letters = QFontMetricsF(ui_font(10))
        for number, code_id in enumerate(codes, row):
            code = self.codes.get(code_id)
            middle = self.y_of(number)
            if code is None or not seen.top() - ROW <= middle <= seen.bottom() + ROW:
                continue
            paint_swatch(painter, PAD + 2, middle, code.colour)
            left = PAD + 2 + SWATCH_SIZE + 8
            wide = PAD + NAMES - 8 - left
            painter.setFont(ui_font(10))
            painter.setPen(ink)
            name = letters.elidedText(code.name, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(QRectF(left, middle - ROW / 2, wide, ROW), _LINE, name)

    def _draw_branches(self, painter: QPainter, seen: QRect, above: QColor) -> None:
        count, drawn = len(self.clusters.leaves), self._drawing
        for number, merge in enumerate(self.clusters.merges, count):
            ends = [self.y_of(drawn.rows[side]) for side in (merge.left, merge.right)]
            if max(ends) < seen.top() - 1 or min(ends) > seen.bottom() + 1:
                continue
            painter.setPen(QPen(self._of_node.get(number, above), 1.6))
            x = self.x_of(merge.height)
            for side, y in zip((merge.left, merge.right), ends, strict=True):
                painter.drawLine(QLineF(self.x_of(drawn.heights[side]), y, x, y))
            painter.drawLine(QLineF(x, ends[0], x, ends[1]))

    # --- mouse and keys --------------------------------------------------------------------

    def _is_near(self, event: QMouseEvent) -> bool:
        return abs(event.position().x() - self.x_of(self.cut)) <= NEAR

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._dragging = self._is_near(event)
        if not self._dragging:
            self.choose(self.group_at(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self.set_cut(self._height_at(event.position().x()))
            return
        near = self._is_near(event)
        self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)
        row = int((event.position().y() - TOP) // ROW)
        inside = 0 <= row < len(self.clusters.leaves) and event.position().x() < PAD + NAMES
        code = self.codes.get(self.clusters.leaves[row]) if inside else None
        self.setToolTip("" if code is None else code.path)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        across = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}
        down = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in across:
            self.set_cut(round(self.cut + across[key], 4))
        elif key in down and self.groups:
            self._choose_beside(down[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen:
            self.entered.emit(list(self.chosen))
        else:
            super().keyPressEvent(event)

    def _choose_beside(self, step: int) -> None:
        groups = [codes for _, codes in self.groups]
        at = groups.index(self.chosen) + step if self.chosen in groups else 0
        self.choose(groups[max(0, min(at, len(groups) - 1))])
