"""A small list of options to tick, popped up where several can be true at once."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.widgets.record_values import Option

ROW_HEIGHT = 28
MOST_ROWS = 10
NEW_WIDTH = 180
_VALUE = Qt.ItemDataRole.UserRole
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class ChecksPopup(QFrame):
    """Enter, Tab or a click outside takes what is ticked; Escape leaves it as it was.

    Where it `grows`, there is a field under the options for one that is not there yet.
    """

    taken = Signal(tuple)  # the ticked values, in the order of the options; a new one as its words

    def __init__(
        self,
        options: Sequence[Option],
        ticked: Sequence[object],
        parent: QWidget | None = None,
        *,
        grows: bool = False,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("popup", True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keep = True
        self.list = QListWidget()
        self.list.ensurePolished()  # before rows are measured: their height is the style sheet's
        self.list.setAccessibleName(self.tr("Choices"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for option in options:
            item = QListWidgetItem(option.label, self.list)
            item.setData(_VALUE, option.value)
            # The click is dealt with here, so that the word ticks as well as the box.
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_state(option.value in ticked))
        self.list.itemClicked.connect(self._turn)
        self.list.setCurrentRow(0)
        self.list.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.list)
        self.another = QLineEdit()
        self.another.setPlaceholderText(self.tr("Another one…"))
        self.another.setAccessibleName(self.tr("Another one…"))
        self.another.installEventFilter(self)
        self.another.setVisible(grows)
        column.addWidget(self.another)
        self.setFocusProxy(self.list)

    def pop_up(self, place: QPoint, width: int) -> None:
        """Show the list at `place` on the screen, at least `width` wide."""
        rows = min(max(self.list.count(), 1), MOST_ROWS)
        wanted = self.list.sizeHintForColumn(0) + 40
        height = rows * ROW_HEIGHT + 10
        if not self.another.isHidden():
            height += self.another.sizeHint().height() + 6
            wanted = max(wanted, NEW_WIDTH)
        self.setGeometry(place.x(), place.y(), max(width, wanted), height)
        self.show()
        first = self.list if self.list.count() else self.another
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def values(self) -> tuple[object, ...]:
        items = (self.list.item(number) for number in range(self.list.count()))
        ticked = [item.data(_VALUE) for item in items if item.checkState() == _state(True)]
        new = " ".join(self.another.text().split())
        return (*ticked, new) if new else tuple(ticked)

    def _turn(self, item: QListWidgetItem) -> None:
        item.setCheckState(_state(item.checkState() != _state(True)))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event, watched is self.list)
        return False

    def _on_key(self, event: QKeyEvent, in_list: bool) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Tab and in_list and not self.another.isHidden():
            self.another.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if key in _TAKE or key == Qt.Key.Key_Escape:
            self._keep = key != Qt.Key.Key_Escape
            self.close()
            return True
        if not in_list:
            return False
        if key == Qt.Key.Key_Space and self.list.currentItem() is not None:
            self._turn(self.list.currentItem())
            return True
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._keep:
            self._keep = False
            self.taken.emit(self.values())


def _state(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
