"""Cells of a record table: how each kind of value looks, and the editor that fits it."""

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.widgets.badges import chip_width, paint_chip, paint_swatch
from ui.widgets.ground import paint_ground
from ui.widgets.record_model import VALUE, RecordModel
from ui.widgets.record_values import Column, Option, shown

PADDING = 10
CHIP_GAP = 5
SWATCH = 14
TAKEN = "taken"  # property of a field whose words are being taken
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
POPPED = ("choices", "colour")  # kinds whose editor pops up under the cell


class RecordDelegate(QStyledItemDelegate):
    """Looks through a sort and filter proxy at the record model."""

    popup_wanted = Signal(QPersistentModelIndex)  # a cell of POPPED is to be edited

    def __init__(self, view: QAbstractItemView, records: RecordModel) -> None:
        super().__init__(view)
        self._view = view
        self._records = records

    def _column(self, index: Any) -> Column:
        return self._records.columns[index.column()]

    def _options(self, index: Any) -> tuple[Option, ...]:
        return self._records.options(index.column())

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Any) -> Any:
        """Return the editor, or nothing where one pops up under the cell."""
        column = self._column(index)
        if column.kind in POPPED:
            self.popup_wanted.emit(QPersistentModelIndex(index))
            return None
        if column.kind == "choice" and not column.grows:
            editor: QWidget = self._combo(parent, index)
        else:
            editor = QLineEdit(parent)
            if column.kind == "choice":
                self._complete(editor, [option.label for option in self._options(index)])
        editor.setAccessibleName(column.title)
        return editor

    def _combo(self, parent: QWidget, index: Any) -> QComboBox:
        combo = QComboBox(parent)
        combo.addItem("", None)
        for option in self._options(index):
            combo.addItem(option.label, option.value)
        combo.activated.connect(lambda: self._take(combo))
        QTimer.singleShot(0, combo, combo.showPopup)
        return combo

    def _complete(self, editor: QLineEdit, labels: list[str]) -> None:
        """Offer what is there below a field in which something new may be typed as well."""
        completer = QCompleter(labels, editor)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        editor.setCompleter(completer)

        def offer_all() -> None:
            if not editor.isModified():  # opened by the mouse or by Enter, not by typing
                completer.setCompletionPrefix("")
                completer.complete()

        # While the list is up, Enter comes to the field past `eventFilter`.
        editor.returnPressed.connect(lambda: self._take_soon(editor))
        completer.activated[str].connect(lambda _words: self._take_soon(editor))
        QTimer.singleShot(0, editor, offer_all)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Leave Enter in a field with a list to the field: it may pick from the list."""
        enter = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if enter and event.key() in ENTER and isinstance(editor, QLineEdit) and editor.completer():
            return False
        return super().eventFilter(editor, event)

    def _take_soon(self, editor: QWidget) -> None:
        """Take the editor once, after the completer has put its words there."""
        if not editor.property(TAKEN):
            editor.setProperty(TAKEN, True)
            QTimer.singleShot(0, editor, lambda: self._take(editor))

    def _take(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Any) -> None:
        value = index.data(VALUE)
        if isinstance(editor, QComboBox):
            values = [option.value for option in self._options(index)]
            editor.setCurrentIndex(values.index(value) + 1 if value in values else 0)
        elif isinstance(editor, QLineEdit):
            editor.setText(shown(value, self._column(index), self._options(index)))

    def setModelData(self, editor: QWidget, model: Any, index: Any) -> None:
        if isinstance(editor, QComboBox):
            values = [None, *(option.value for option in self._options(index))]
            model.setData(index, values[max(editor.currentIndex(), 0)], VALUE)
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Any
    ) -> None:
        editor.setGeometry(option.rect)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        kind = self._column(index).kind
        if kind not in POPPED:
            super().paint(painter, option, index)
            return
        paint_ground(self, painter, option, index, self._view)
        rect = QRectF(option.rect).adjusted(PADDING, 0, -PADDING, -1)
        value = index.data(VALUE)
        if kind == "colour" and value:
            paint_swatch(painter, rect.left(), rect.center().y(), str(value), SWATCH)
        elif kind == "choices":
            self._paint_chips(painter, rect, index.data(VALUE) or (), self._options(index))

    def _paint_chips(
        self,
        painter: QPainter,
        rect: QRectF,
        values: tuple[object, ...],
        options: tuple[Option, ...],
    ) -> None:
        """Paint one chip a value; what does not fit is counted: +2."""
        labels = {option.value: option.label for option in options}
        left, middle = rect.left(), rect.center().y() + 0.5
        for number, value in enumerate(values):
            label = labels.get(value, str(value))
            last = number == len(values) - 1
            more = f"+{len(values) - number}"
            reserved = 0.0 if last else chip_width("+9") + CHIP_GAP
            if left + chip_width(label) + reserved <= rect.right() or number == 0:
                room = rect.right() - left - reserved
                left += (paint_chip(painter, left, middle, label, room) or room) + CHIP_GAP
            else:
                paint_chip(painter, left, middle, more)
                return
