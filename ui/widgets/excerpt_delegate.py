"""How an excerpt looks in a list: stance, the words in serif, and where they come from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import serif_font, theme, ui_font
from ui.widgets.badges import chip_width, paint_badge, paint_chip, paint_swatch
from ui.widgets.excerpt_model import ROW, ExcerptLike
from ui.widgets.glyphs import paint_verdict
from ui.widgets.icons import icon_pixmap
from ui.widgets.text_lines import break_lines

MOST_LINES = 3
UNIFORM_LINES = 2  # of every row in a list too long to measure each
SIDE = 14
TOP = 9
STANCE_HEIGHT = 24
META_HEIGHT = 22
BOTTOM = 9
LINE_FACTOR = 1.12  # of the font's own line spacing
GAP = 8
LEAST_CITATION = 90
MEMO_SIZE = 16
REMEMBERED = 4000  # rows whose line breaks are kept


@dataclass
class RowStyle:
    """What the rows of one list show beside the words."""

    stance: bool = False
    code: bool = False
    uniform: bool = False
    said: Callable[[str], str] | None = None


def stance_words() -> dict[str, str]:
    """Return how the stances and directions are said in the language of the window."""
    return {
        "affirms": QCoreApplication.translate("stance", "affirms"),
        "denies": QCoreApplication.translate("stance", "denies"),
        "mixed": QCoreApplication.translate("stance", "mixed"),
        "supports": QCoreApplication.translate("stance", "supports"),
        "contradicts": QCoreApplication.translate("stance", "contradicts"),
        "qualifies": QCoreApplication.translate("stance", "qualifies"),
    }


def citation_words(row: ExcerptLike) -> str:
    """Return where the words stand, as a list shows it: W.KS-01, 12/01/2017, line 13."""
    cited = row.citation.removeprefix("(").removesuffix(")") or row.reference
    line = QCoreApplication.translate("ExcerptList", "line {number}").format(number=row.line)
    return f"{cited}, {line}" if row.line else cited


class ExcerptDelegate(QStyledItemDelegate):
    """Paints the rows of an `ExcerptList`, and measures those of a short one."""

    def __init__(self, view: QAbstractItemView, style: RowStyle) -> None:
        super().__init__(view)
        self._view = view
        self.style = style
        self._lines: dict[tuple[str, int, int], list[str]] = {}
        self._font = serif_font(11)
        self._spacing = QFontMetricsF(self._font).lineSpacing() * LINE_FACTOR

    def uniform_height(self) -> int:
        """Return the height of every row in a list that is too long to measure each."""
        return self._height(UNIFORM_LINES)

    def height_of(self, row: ExcerptLike) -> int:
        """Return the height that this row's words need at the view's present width."""
        return self._height(len(self._broken(row)))

    def _height(self, lines: int) -> int:
        stance = STANCE_HEIGHT if self.style.stance else 0
        return TOP + stance + round(self._spacing * lines) + META_HEIGHT + BOTTOM

    def _room(self) -> int:
        """Return the width for words. The scroll bar's place is left free whether shown or not."""
        bar = self._view.verticalScrollBar().sizeHint().width()
        return max(60, self._view.width() - bar - 2 * SIDE)

    def _broken(self, row: ExcerptLike) -> list[str]:
        most = UNIFORM_LINES if self.style.uniform else MOST_LINES
        key = (row.quote, self._room(), most)
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) > REMEMBERED:
                self._lines.clear()
            found = self._lines[key] = break_lines(row.quote, self._font, key[1], most)
        return found

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        row = index.data(ROW)
        rect = QRectF(option.rect)
        painter.save()
        self._paint_ground(painter, option, rect)
        if row is not None:
            content = rect.adjusted(SIDE, TOP, -SIDE, -BOTTOM)
            if self.style.stance:
                self._paint_stance(painter, content, row)
                content.setTop(content.top() + STANCE_HEIGHT)
            lines = self._broken(row)
            self._paint_words(painter, content, lines)
            below = content.top() + round(self._spacing * len(lines))
            content = QRectF(content.left(), below, content.width(), META_HEIGHT)
            self._paint_origin(painter, content, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().color("accent_ground"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme().color("hover"))
        rule = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(rule, theme().color("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            mark = QRectF(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(mark, theme().color("accent"))

    def _paint_stance(self, painter: QPainter, content: QRectF, row: ExcerptLike) -> None:
        stance = row.stance or row.direction
        said = self.style.said or (lambda word: stance_words().get(word, word))
        place = QRectF(content.left(), content.top() - 2, content.width(), STANCE_HEIGHT - 4)
        paint_verdict(painter, place, stance, said(stance))

    def _paint_words(self, painter: QPainter, content: QRectF, lines: list[str]) -> None:
        painter.setFont(self._font)
        painter.setPen(theme().color("ink"))
        for number, line in enumerate(lines):
            top = content.top() + number * self._spacing
            place = QRectF(content.left(), top, content.width() + SIDE, self._spacing)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line)

    def _paint_origin(self, painter: QPainter, place: QRectF, row: ExcerptLike) -> None:
        middle, left, right = place.center().y() + 1, place.left(), place.right()
        if row.memo:
            right -= MEMO_SIZE
            self._paint_memo(painter, right, middle)
            right -= GAP
        left += paint_badge(painter, left, middle, row.method_letter) + GAP
        left += self._paint_citation(painter, left, middle, right, row) + GAP
        left += paint_chip(painter, left, middle, row.role or row.category, right - left) + GAP
        if self.style.code and row.code and right - left > 40:
            left += paint_swatch(painter, left, middle, row.colour) + 6
            self._paint_soft(painter, QRectF(left, middle - 11, right - left, 22), row.code)

    def _paint_citation(
        self, painter: QPainter, left: float, middle: float, right: float, row: ExcerptLike
    ) -> float:
        """Paint the citation; it yields to the chip only down to a readable width."""
        chip = chip_width(row.role or row.category) + GAP
        room = max(right - left - chip, min(LEAST_CITATION, right - left))
        words = citation_words(row)
        full = QFontMetricsF(ui_font(9)).horizontalAdvance(words) + 1
        if full > room and right - left >= full:
            room = full  # the citation identifies the source: the chip goes first
        return self._paint_soft(painter, QRectF(left, middle - 11, room, 22), words)

    def _paint_soft(self, painter: QPainter, place: QRectF, words: str) -> float:
        font = ui_font(9)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(theme().color("soft"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)

    def _paint_memo(self, painter: QPainter, left: float, middle: float) -> None:
        ratio = painter.device().devicePixelRatioF()
        pixmap = icon_pixmap("memo", "soft", MEMO_SIZE, ratio)
        painter.drawPixmap(QPointF(left, middle - MEMO_SIZE / 2), pixmap)
