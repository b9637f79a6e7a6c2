"""A field for a few sentences that saves itself: after a pause, when it is left, when it hides."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.widgets.undo_keys import leaves_undo

PAUSE_MS = 2500
FRAME = 20  # border, padding and margin of the field, above and below


class SavesItself:
    """What a QPlainTextEdit with a signal `edited` becomes, put before it among the bases.

    It grows with its words up to some lines, and emits `edited` with the words that are to be kept.
    """

    _most = 1
    _kept = ""

    def begin_saving(self: Any, name: str, placeholder: str, most: int) -> None:
        """Set the field up, once it is made. `most` lines are shown at once."""
        self._most = most
        self.setProperty("field", True)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # what is dragged is for the pane around it
        self.viewport().setAcceptDrops(False)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._on_text)
        self._fit()

    def words(self: Any) -> str:
        """Return what stands in the field."""
        return str(self.toPlainText())

    def set_words(self: Any, words: str) -> None:
        """Put other words into the field."""
        self.setPlainText(words)

    def show_text(self: Any, text: str, *, anew: bool) -> None:
        """Show what the study has. Words under way stay, unless it is `anew`: another record."""
        unsaved = self.words() != self._kept
        self._kept = text
        if (anew or not unsaved) and self.words() != text:
            self.set_words(text)
            self._pause.stop()

    def flush(self: Any) -> None:
        """Have what was written kept now."""
        self._pause.stop()
        text = self.words()
        if text != self._kept:
            self._kept = text
            self.edited.emit(text)

    def refuse(self: Any, text: str) -> None:
        """Go back to `text`: what was written could not be kept."""
        self._kept = text
        self.set_words(text)
        self._pause.stop()

    def event(self: Any, event: QEvent) -> bool:
        return bool(leaves_undo(self, event) or super().event(event))  # type: ignore[misc]

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)  # type: ignore[misc]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.flush()
            event.accept()
            return
        super().keyPressEvent(event)  # type: ignore[misc]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)  # type: ignore[misc]
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _on_text(self: Any) -> None:
        self._fit()
        if self.words() != self._kept:
            self._pause.start()

    def _fit(self: Any) -> None:
        lines = max(1, round(self.document().size().height()))
        height = self.fontMetrics().lineSpacing() * min(lines, self._most) + FRAME
        policy = Qt.ScrollBarPolicy
        longer = lines > self._most
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if longer else policy.ScrollBarAlwaysOff
        )
        if height != self.height():
            self.setFixedHeight(height)


class AutosaveText(SavesItself, QPlainTextEdit):
    """A plain field that saves itself."""

    edited = Signal(str)

    def __init__(
        self, name: str, placeholder: str, parent: QWidget | None = None, *, most: int = 8
    ) -> None:
        super().__init__(parent)
        self.begin_saving(name, placeholder, most)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()  # the style's own borders come with the first showing

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether a key is one of the two that end a line."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
