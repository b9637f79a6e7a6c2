"""Lists whose lines are ticked: displays and memos to print, and the sections in their order."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from app.report.recipe import APPENDICES
from ui.language import in_words

KEY = Qt.ItemDataRole.UserRole
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class CheckList(QListWidget):
    """Lines with a tick each; Space or a click on the tick turns it."""

    ticks_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._quiet = False
        self.itemChanged.connect(self._on_item)

    def show_lines(self, lines: Iterable[tuple[object, str]], ticked: Collection[object]) -> None:
        """Show lines (key, words), those of `ticked` ticked, without a signal."""
        self._quiet = True
        now = self.current_key()
        self.clear()
        for key, words in lines:
            item = QListWidgetItem(words)
            item.setData(KEY, key)
            item.setToolTip(words)
            flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags & ~Qt.ItemFlag.ItemIsDropEnabled)
            item.setCheckState(CHECKED if key in ticked else UNCHECKED)
            self.addItem(item)
            if key == now:
                self.setCurrentItem(item)
        self._quiet = False

    def line_keys(self) -> list[object]:
        """Return the keys of all lines, in their order."""
        return [item.data(KEY) for item in self._items()]

    def ticked(self) -> list[object]:
        """Return the keys of the lines that are ticked."""
        return [item.data(KEY) for item in self._items() if item.checkState() == CHECKED]

    def current_key(self) -> object:
        """Return the key of the line that is looked at; None for none."""
        item = self.currentItem()
        return None if item is None else item.data(KEY)

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _on_item(self, _item: QListWidgetItem) -> None:
        if not self._quiet:
            self.ticks_changed.emit()


class SectionList(CheckList):
    """The sections, ticked and put in order: by dragging, or with Alt+Up and Alt+Down.

    Appendices stay under the others, as they do in the report.
    """

    moved = Signal()
    looked_at = Signal()
    """The researcher goes to another section."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.currentItemChanged.connect(lambda *_: self._quiet or self.looked_at.emit())

    def show_sections(self, order: Sequence[str], chosen: Collection[object]) -> None:
        """Show all sections in `order`, the chosen ones ticked."""
        lines = [(name, in_words(f"report.sections.{name}")) for name in order]
        self.show_lines(lines, chosen)
        if self.currentItem() is None and self.count():
            first = next((n for n, key in enumerate(order) if key in chosen), 0)
            self.setCurrentRow(first)

    def move(self, row: int, to: int) -> bool:
        """Move the line of `row` so that it stands at `to`; False where it cannot stand there."""
        keys = self.line_keys()
        if not (0 <= row < len(keys) and 0 <= to < len(keys)) or row == to:
            return False
        if (keys[row] in APPENDICES) != (keys[to] in APPENDICES):
            return False
        self._quiet = True
        item = self.takeItem(row)
        self.insertItem(to, item)
        self.setCurrentItem(item)
        self._quiet = False
        self.moved.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move(self.currentRow(), self.currentRow() + step)
            return
        super().keyPressEvent(event)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Take the line along; what Qt does besides, removing it here, is none of it."""
        item = self.currentItem()
        if item is None:
            return
        drag = QDrag(self)
        drag.setMimeData(self.mimeData([item]))
        drag.setPixmap(self.viewport().grab(self.visualItemRect(item)))
        drag.exec(Qt.DropAction.MoveAction)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the line that is dragged where it is let go."""
        if event.source() not in (self, None):
            event.ignore()
            return
        row = self.currentRow()
        gap = self._gap(event.position().toPoint())
        self.move(row, self._nearest(row, gap - 1 if gap > row else gap))
        event.acceptProposedAction()

    def _gap(self, point: QPoint) -> int:
        """Return the number of lines above `point`, which a line let go there comes after."""
        item = self.itemAt(point)
        if item is None:
            return self.count()
        below = point.y() > self.visualItemRect(item).center().y()
        return self.row(item) + (1 if below else 0)

    def _nearest(self, row: int, to: int) -> int:
        """Return the place nearest to `to` that the line of `row` may take."""
        keys = self.line_keys()
        kind = keys[row] in APPENDICES if 0 <= row < len(keys) else False
        places = [n for n, key in enumerate(keys) if (key in APPENDICES) == kind]
        return min(max(to, places[0]), places[-1]) if places else to
