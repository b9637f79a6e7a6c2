"""The field in which new codes are named: one after the other, until it is closed."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

WIDTH = 330


class NewCodePopup(QFrame):
    """Pops up under what opened it. Enter makes the code and stays for the next; Esc closes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._make: Callable[[str], None] | None = None
        self.setProperty("popup", True)
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(6)
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("Name of the new code"))
        self.hint = QLabel(self.tr("Enter makes it; “Theme > Code” makes both"), self)
        self.hint.setProperty("kind", "small")
        column.addWidget(self.field)
        column.addWidget(self.hint)
        self.field.returnPressed.connect(self._take)

    def open_at(self, at: QPoint, make: Callable[[str], None], under: str = "") -> None:
        """Pop up at a global point; `make` gets each name. `under` names the code above."""
        self._make = make
        words = self.tr("New code under “{name}”").format(name=under)
        self.field.setPlaceholderText(words if under else self.tr("New code"))
        self.field.clear()
        self.adjustSize()
        screen = self.parentWidget().screen().availableGeometry()
        self.move(min(at.x(), screen.right() - WIDTH), at.y())
        self.show()
        self.activateWindow()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _take(self) -> None:
        name = self.field.text().strip()
        if name and self._make is not None:
            self.field.clear()
            self._make(name)
