"""The field in which the researcher's own stop words are written."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

WIDTH, HEIGHT = 300, 240


class StopWordsPopup(QFrame):
    """Pops up under its button; a click outside takes the words, Escape does not."""

    taken = Signal(list)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("popup", True)
        self._keep = False
        self.setFixedSize(WIDTH, HEIGHT)
        hint = QLabel(
            self.tr("Words that are not listed, besides the usual ones; one a line"), self
        )
        hint.setProperty("kind", "small")
        hint.setWordWrap(True)
        self.field = QPlainTextEdit(self)
        self.field.setAccessibleName(self.tr("Own stop words"))
        self.field.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(hint)
        column.addWidget(self.field, 1)

    def open_at(self, at: QPoint, words: list[str], *, read_only: bool) -> None:
        """Show `words` at a global point."""
        self.field.setPlainText("\n".join(words))
        self.field.setReadOnly(read_only)
        self._keep = not read_only
        screen = self.parentWidget().screen().availableGeometry()
        self.move(max(screen.left(), min(at.x(), screen.right() - WIDTH)), at.y())
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._keep = False
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._keep:
            self._keep = False
            self.taken.emit(self.field.toPlainText().split("\n"))
