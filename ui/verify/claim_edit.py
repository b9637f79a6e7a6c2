"""The field of a claim: it saves itself, and names codes and excerpts by `@`."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.reduce.memos.marked_edit import MarkedEdit
from ui.widgets.autosave_text import FRAME, PAUSE_MS
from ui.widgets.undo_keys import leaves_undo


class ClaimEdit(MarkedEdit):
    """Grows with its words up to `most` lines. Emits `edited` with the marked text to be kept."""

    edited = Signal(str)

    def __init__(
        self, name: str, placeholder: str, parent: QWidget | None = None, *, most: int = 4
    ) -> None:
        self._most = most
        self._kept = ""
        super().__init__(parent)
        self.setProperty("field", True)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # what is dragged is for the pane around it
        self.viewport().setAcceptDrops(False)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._on_text)
        self.left.connect(self.flush)
        self._fit()

    def event(self, event: QEvent) -> bool:
        return leaves_undo(self, event) or super().event(event)

    def show_text(self, text: str, *, anew: bool) -> None:
        """Show what the study has. Words under way stay, unless it is `anew`: another record."""
        unsaved = self.marked() != self._kept
        self._kept = text
        if (anew or not unsaved) and self.marked() != text:
            self.set_marked(text)
            self._pause.stop()

    def flush(self) -> None:
        """Have what was written kept now."""
        self._pause.stop()
        text = self.marked()
        if text != self._kept:
            self._kept = text
            self.edited.emit(text)

    def refuse(self, text: str) -> None:
        """Go back to `text`: what was written could not be kept."""
        self._kept = text
        self.set_marked(text)
        self._pause.stop()

    def _on_text(self) -> None:
        self._fit()
        if self.marked() != self._kept:
            self._pause.start()

    def _fit(self) -> None:
        lines = max(1, round(self.document().size().height()))
        height = self.fontMetrics().lineSpacing() * min(lines, self._most) + FRAME
        policy = Qt.ScrollBarPolicy
        longer = lines > self._most
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if longer else policy.ScrollBarAlwaysOff
        )
        if height != self.height():
            self.setFixedHeight(height)

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.flush()
            event.accept()
            return
        if enter and not self.popup.isVisible():
            event.accept()  # a claim is one sentence
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
