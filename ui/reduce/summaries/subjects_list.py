"""The list of sources and sites, each with how far its form is filled."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.reduce.citation import letter
from app.reduce.summarising.filling import EMPTY, FILLED, PARTLY, SITE, SummaryLine
from ui.language import ui_language
from ui.reduce.source_model import Index, method_group
from ui.theme import theme, ui_font
from ui.widgets.badges import paint_badge
from ui.widgets.glyphs import GLYPH_SIZE, glyph_for, paint_glyph
from ui.widgets.icons import icon_pixmap
from ui.widgets.pane_header import PaneHeader
from ui.widgets.search_field import SearchField

LINE = Qt.ItemDataRole.UserRole + 1
SIGNS = {FILLED: "done", PARTLY: "partial", EMPTY: "none"}
EDGE, TEXT, STATE_ROOM, PAD = 14, 41, 58, 6
GROUP_HEIGHT = 36
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
Key = tuple[str, int]


class SubjectsList(QFrame):
    """Sources grouped by method, then sites."""

    chosen = Signal(str, int)  # "source" or "site", its id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(190)
        self._lines: Sequence[SummaryLine] = ()
        self._key: Key | None = None
        self.header = PaneHeader(self.tr("Sources and sites"), parent=self)
        self.field = SearchField(self.tr("Filter…"), parent=self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Sources and sites"))
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inset = QVBoxLayout()
        inset.setContentsMargins(14, 0, 14, 8)
        inset.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(inset)
        column.addWidget(self.list, 1)
        self.field.searched.connect(lambda _words: self._arrange())
        self.list.currentItemChanged.connect(self._on_current)
        theme().changed.connect(self.list.viewport().update)

    def show_lines(self, lines: Sequence[SummaryLine]) -> None:
        """Show other lines; the chosen one stays chosen."""
        same = [_key(line) for line in lines] == [_key(line) for line in self._lines]
        self._lines = lines
        filled = sum(line.state == FILLED for line in lines)
        self.header.set_count(f"{filled} / {len(lines)}" if lines else None)
        if same and not self.field.text():
            for row in range(self.list.count()):
                self._renew(self.list.item(row))
        else:
            self._arrange()

    def current(self) -> Key | None:
        """Return what is chosen."""
        return self._key

    def choose(self, key: Key) -> bool:
        """Choose a source or a site, with a signal; say whether it is listed."""
        for row in range(self.list.count()):
            line = self.list.item(row).data(LINE)
            if isinstance(line, SummaryLine) and _key(line) == key:
                self.list.setCurrentRow(row)
                return True
        return False

    def choose_first(self) -> None:
        """Choose the first line."""
        for row in range(self.list.count()):
            if isinstance(self.list.item(row).data(LINE), SummaryLine):
                self.list.setCurrentRow(row)
                return

    def _renew(self, item: QListWidgetItem) -> None:
        old = item.data(LINE)
        if isinstance(old, SummaryLine):
            new = next(line for line in self._lines if _key(line) == _key(old))
            if new != old:
                self._dress(item, new)

    def _arrange(self) -> None:
        words = self.field.text().casefold().split()
        shown = [
            line
            for line in self._lines
            if all(word in f"{line.name} {line.more}".casefold() for word in words)
        ]
        self.list.blockSignals(True)
        self.list.clear()
        for group, lines in groupby(shown, key=self._group):
            item = QListWidgetItem(group)
            item.setData(LINE, group)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
            for line in lines:
                self.list.addItem(self._dress(QListWidgetItem(), line))
        if self._key is not None:
            self.choose(self._key)
        self.list.blockSignals(False)

    def _dress(self, item: QListWidgetItem, line: SummaryLine) -> QListWidgetItem:
        item.setData(LINE, line)
        state = {
            FILLED: self.tr("filled"),
            PARTLY: self.tr("partly filled"),
            EMPTY: self.tr("empty"),
        }[line.state]
        count = self.tr("{answered} of {total} fields").format(
            answered=line.answered, total=line.total
        )
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.name}, {state}, {count}")
        item.setToolTip(
            "\n".join(part for part in (line.name, line.more, f"{state}: {count}") if part)
        )
        return item

    def _group(self, line: SummaryLine) -> str:
        return self.tr("Sites") if line.on_entity == SITE else method_group(line.method)

    def _on_current(self, item: QListWidgetItem | None, _before: object) -> None:
        line = item.data(LINE) if item is not None else None
        if isinstance(line, SummaryLine) and _key(line) != self._key:
            self._key = _key(line)
            self.chosen.emit(*self._key)


class _Delegate(QStyledItemDelegate):
    """Letter, reference, what it is; at the right the sign of its state and the count."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE)
        if not isinstance(line, SummaryLine):
            return QSize(120, GROUP_HEIGHT)
        name, small = QFontMetricsF(ui_font(10)), QFontMetricsF(ui_font(9))
        more = small.height() if line.more else 0
        return QSize(120, round(2 * PAD + name.height() + more))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, rect = index.data(LINE), QRectF(option.rect)
        painter.save()
        if isinstance(line, SummaryLine):
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, theme().color("accent_ground"))
            elif option.state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(rect, theme().color("hover"))
            _paint_line(painter, rect, line)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(theme().color("accent"))
                painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            painter.setFont(ui_font(9, bold=True))
            painter.setPen(theme().color("soft"))
            painter.drawText(rect.adjusted(EDGE, 6, -EDGE, 0), _LEFT, str(line))
        painter.restore()


def _paint_line(painter: QPainter, rect: QRectF, line: SummaryLine) -> None:
    if line.on_entity == SITE:
        ratio = painter.device().devicePixelRatioF()
        side = 16
        place = QRectF(rect.left() + EDGE, rect.center().y() - side / 2, side, side)
        painter.drawPixmap(place.toRect(), icon_pixmap("site", "soft", side, ratio))
    else:
        paint_badge(
            painter, rect.left() + EDGE, rect.center().y(), letter(line.method, ui_language())
        )
    left, width = rect.left() + TEXT, rect.width() - TEXT - STATE_ROOM
    font, small = ui_font(10), ui_font(9)
    letters = QFontMetricsF(font)
    top = rect.top() + PAD
    for words, face, token in ((line.name, font, "ink"), (line.more, small, "soft")):
        if words:
            metrics = QFontMetricsF(face)
            painter.setFont(face)
            painter.setPen(theme().color(token))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRectF(left, top, width, metrics.height()), _LEFT, shown)
            top += letters.height()
    _paint_state(painter, rect, line)


def _paint_state(painter: QPainter, rect: QRectF, line: SummaryLine) -> None:
    glyph = QRectF(0, 0, GLYPH_SIZE, GLYPH_SIZE)
    glyph.moveCenter(rect.center())
    glyph.moveRight(rect.right() - EDGE)
    paint_glyph(painter, glyph, glyph_for(SIGNS[line.state]))
    if line.answered:
        painter.setFont(ui_font(9))
        painter.setPen(theme().color("soft"))
        place = QRectF(rect.right() - STATE_ROOM, rect.top(), STATE_ROOM - EDGE - 20, rect.height())
        painter.drawText(place, _RIGHT, f"{line.answered}/{line.total}")


def _key(line: SummaryLine) -> Key:
    return line.on_entity, line.on_id
