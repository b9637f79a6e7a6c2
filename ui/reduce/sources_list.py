"""The sources at the left, grouped by method: letter, reference, who speaks, how many codings."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.reduce.source_lines import SourceLine
from ui.language import in_words
from ui.theme import theme, ui_font
from ui.widgets.badges import paint_badge
from ui.widgets.pane_header import PaneHeader
from ui.widgets.search_field import SearchField

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
GROUP_HEIGHT, LINE_HEIGHT = 32, 48


class SourcesModel(QAbstractListModel):
    """Rows are the name of a method with its count, or a source."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: list[SourceLine] = []
        self._words = ""
        self.rows: list[SourceLine | tuple[str, int]] = []

    def set_lines(self, lines: Sequence[SourceLine]) -> None:
        """Show other sources."""
        self._all = list(lines)
        self._arrange()

    def set_filter(self, words: str) -> None:
        """Show only sources in which `words` stand."""
        self._words = words.casefold()
        self._arrange()

    def count(self, source_id: int, codings: int) -> None:
        """Show another count of codings beside one source."""
        for number, row in enumerate(self.rows):
            if isinstance(row, SourceLine) and row.id == source_id and row.codings != codings:
                self.rows[number] = replace(row, codings=codings)
                self.dataChanged.emit(self.index(number), self.index(number))

    def row_of(self, source_id: int) -> int:
        """Return the row of a source; -1 where it is not shown."""
        for number, row in enumerate(self.rows):
            if isinstance(row, SourceLine) and row.id == source_id:
                return number
        return -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.rows[index.row()], tuple):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == LINE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row[0] if isinstance(row, tuple) else f"{row.reference} {row.subtitle}"
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, SourceLine):
            return f"{row.reference}\n{row.title}\n{row.subtitle}"
        return None

    def _arrange(self) -> None:
        shown = [line for line in self._all if self._words in _text_of(line)]
        self.beginResetModel()
        self.rows = []
        for method, group in groupby(shown, key=lambda line: line.method):
            lines = list(group)
            self.rows.append((in_words(f"study.methods.{method}"), len(lines)))
            self.rows.extend(lines)
        self.endResetModel()


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        group = isinstance(index.data(LINE), (tuple, list))
        return QSize(120, GROUP_HEIGHT if group else LINE_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect, look = index.data(LINE), QRectF(option.rect), theme()
        painter.save()
        if not isinstance(row, SourceLine):
            name, count = row
            painter.setFont(ui_font(9, bold=True))
            painter.setPen(look.color("soft"))
            painter.drawText(rect.adjusted(14, 4, -14, 0), _LEFT, name)
            painter.drawText(rect.adjusted(14, 4, -14, 0), _RIGHT, str(count))
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.color("accent_ground"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.color("hover"))
        paint_badge(painter, rect.left() + 14, rect.center().y(), row.letter)
        room = rect.adjusted(42, 5, -46, -5)
        painter.setFont(ui_font(10))
        painter.setPen(look.color("ink"))
        metrics = painter.fontMetrics()
        painter.drawText(room, _TOP, metrics.elidedText(row.reference, _ELIDE, int(room.width())))
        painter.setFont(ui_font(9))
        painter.setPen(look.color("soft"))
        words = row.subtitle or row.title
        words = painter.fontMetrics().elidedText(words, _ELIDE, int(room.width()))
        painter.drawText(room, _BOTTOM, words)
        painter.drawText(rect.adjusted(0, 0, -14, 0), _RIGHT, str(row.codings))
        painter.restore()


_ELIDE = Qt.TextElideMode.ElideRight
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_BOTTOM = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


class SourcesList(QFrame):
    """The pane of sources."""

    chosen = Signal(int)
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(170)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        header = PaneHeader(self.tr("Sources"), link=self.tr("Import…"))
        header.link_clicked.connect(self.import_wanted)
        layout.addWidget(header)
        self.field = SearchField(self.tr("Filter sources…"))
        layout.addWidget(_inset(self.field, self))
        self.model = SourcesModel(self)
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Delegate(self.view))
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(self.tr("Sources"))
        layout.addWidget(self.view)
        self.field.searched.connect(self._filter)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self._current: int | None = None
        self._silent = False

    def set_lines(self, lines: Sequence[SourceLine]) -> None:
        """Show other sources; the current one stays."""
        self._silent = True
        self.model.set_lines(lines)
        self._silent = False
        self.set_current(self._current)

    def set_current(self, source_id: int | None) -> None:
        """Mark a source, without a signal."""
        self._current = source_id
        row = self.model.row_of(source_id) if source_id is not None else -1
        self._silent = True
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))
        self._silent = False

    def _filter(self, words: str) -> None:
        self._silent = True
        self.model.set_filter(words)
        self._silent = False
        self.set_current(self._current)

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = index.data(LINE) if index.isValid() else None
        if isinstance(line, SourceLine) and not self._silent and line.id != self._current:
            self._current = line.id
            self.chosen.emit(line.id)


def _text_of(line: SourceLine) -> str:
    return f"{line.reference} {line.title} {line.subtitle}".casefold()


def _inset(widget: QWidget, parent: QWidget) -> QWidget:
    """Return a holder that keeps `widget` off the edges of its pane."""
    holder = QWidget(parent)
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(14, 0, 14, 6)
    layout.addWidget(widget)
    return holder
