"""The field of a claim: it saves itself, and names codes and excerpts by `@`."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.reduce.memos.marked_edit import MarkedEdit
from ui.widgets.autosave_text import SavesItself, is_enter


class ClaimEdit(SavesItself, MarkedEdit):
    """One sentence with its marks; `edited` carries the marked text."""

    edited = Signal(str)

    def __init__(
        self, name: str, placeholder: str, parent: QWidget | None = None, *, most: int = 4
    ) -> None:
        super().__init__(parent)
        self.begin_saving(name, placeholder, most)
        self.left.connect(self.flush)

    def words(self) -> str:
        return self.marked()

    def set_words(self, words: str) -> None:
        self.set_marked(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keeps = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if is_enter(event) and not keeps and not self.popup.isVisible():
            event.accept()  # a claim is one sentence
            return
        super().keyPressEvent(event)
