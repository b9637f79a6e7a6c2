"""A field for a few sentences that saves itself: after a pause, when it is left, when it hides."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.widgets.undo_keys import leaves_undo

PAUSE_MS = 2500
FRAME = 20  # border, padding and margin of the field, above and below


class AutosaveText(QPlainTextEdit):
    """Grows with its words up to `most` lines. Emits `edited` with the text that is to be kept."""

    edited = Signal(str)

    def __init__(
        self, name: str, placeholder: str, parent: QWidget | None = None, *, most: int = 8
    ) -> None:
        super().__init__(parent)
        self.setProperty("field", True)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # what is dragged is for the pane around it
        self.viewport().setAcceptDrops(False)
        self._most = most
        self._kept = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._on_text)
        self._fit()

    def event(self, event: QEvent) -> bool:
        return leaves_undo(self, event) or super().event(event)

    def show_text(self, text: str, *, anew: bool) -> None:
        """Show what the study has. Words under way stay, unless it is `anew`: another record."""
        unsaved = self.toPlainText() != self._kept
        self._kept = text
        if (anew or not unsaved) and self.toPlainText() != text:
            self.setPlainText(text)
            self._pause.stop()

    def flush(self) -> None:
        """Have what was written kept now."""
        self._pause.stop()
        text = self.toPlainText()
        if text != self._kept:
            self._kept = text
            self.edited.emit(text)

    def refuse(self, text: str) -> None:
        """Go back to `text`: what was written could not be kept."""
        self._kept = text
        self.setPlainText(text)
        self._pause.stop()

    def _on_text(self) -> None:
        self._fit()
        if self.toPlainText() != self._kept:
            self._pause.start()

    def _fit(self) -> None:
        lines = round(self.document().size().height())
        spacing = self.fontMetrics().lineSpacing()
        height = spacing * min(max(lines, 1), self._most) + FRAME
        longer = lines > self._most
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if longer else policy.ScrollBarAlwaysOff
        )
        if height != self.height():
            self.setFixedHeight(height)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()  # the style's own borders come with the first showing

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.flush()
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
