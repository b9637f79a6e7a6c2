"""The pane of sources at the left: choose what is read."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.reduce.source_lines import SourceLine
from ui.reduce.source_delegate import SourceDelegate
from ui.reduce.source_model import LINE, SourceModel
from ui.widgets.icons import icon
from ui.widgets.pane_header import PaneHeader
from ui.widgets.search_field import SearchField


class SourcesList(QFrame):
    """Sources grouped by method; the filter is shown when it is wanted."""

    chosen = Signal(int)
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(170)
        self._current: int | None = None
        self._silent = False
        self.header = PaneHeader(self.tr("Sources"), link=self.tr("Import…"))
        self.header.link_clicked.connect(self.import_wanted)
        self.finder = QToolButton(self)
        self.finder.setCheckable(True)
        self.finder.setIcon(icon("search", on="accent", size=18))
        self.finder.setToolTip(self.tr("Filter the sources"))
        self.finder.setAccessibleName(self.tr("Filter the sources"))
        self.header.add(self.finder)
        self.field = SearchField(self.tr("Filter sources…"))
        self.model = SourceModel(self)
        self.view = SourceView(self)
        self.view.setModel(self.model)
        self._arrange()
        self.finder.toggled.connect(self._show_field)
        self.field.searched.connect(self._filter)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.typed.connect(self._begin_filter)

    def _arrange(self) -> None:
        self._inset = QWidget(self)
        inner = QVBoxLayout(self._inset)
        inner.setContentsMargins(14, 0, 14, 8)
        inner.addWidget(self.field)
        self._inset.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self._inset, self.view):
            column.addWidget(widget)

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

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be brought in."""
        self.header.link.setEnabled(not read_only)

    def _show_field(self, shown: bool) -> None:
        self._inset.setVisible(shown)
        if shown:
            self.field.setFocus()
        else:
            self.field.clear()
            self._filter("")

    def _begin_filter(self, words: str) -> None:
        self.finder.setChecked(True)
        self.field.setText(words)

    def _filter(self, words: str) -> None:
        self._silent = True
        self.model.set_filter(words)
        self._silent = False
        self.set_current(self._current)

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = index.data(LINE) if index.isValid() else None
        if isinstance(line, SourceLine) and not self._silent and line.id != self._current:
            self._current = line.id
            self.chosen.emit(line.id)


class SourceView(QListView):
    """The list itself; what is typed into it filters it."""

    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(SourceDelegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Sources"))

    def keyboardSearch(self, search: str) -> None:
        if search.strip() and not QKeySequence(search).isEmpty():
            self.typed.emit(search)
