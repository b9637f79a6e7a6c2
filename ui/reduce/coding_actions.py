"""What can be done while coding, each with a name and a key: for the menus and the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

Act = Callable[[], None]
HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class CodingActions(QObject):
    """Makes the actions of the reduce room; `bind` says what each does."""

    def __init__(self, room: QWidget, transcript: QWidget, tree: QWidget) -> None:
        super().__init__(room)
        self._room = room
        self.code_with = self._make(self.tr("Code with…"), transcript, "K", "Ctrl+Return")
        self.in_vivo = self._make(self.tr("Code in vivo"), transcript, "Ctrl+I", "I")
        self.repeat = self._make(self.tr("Repeat the last code"), transcript, "Ctrl+R", "R")
        self.remove = self._make(self.tr("Remove the coding"), transcript, "Delete")
        self.affirms = self._make(self.tr("Coding affirms"), transcript, "+")
        self.denies = self._make(self.tr("Coding denies"), transcript, "-")
        self.mixed = self._make(self.tr("Coding is mixed"), transcript, "M")
        self.memo = self._make(self.tr("Memo on the coding"), transcript, "Ctrl+M")
        self.evidence = self._make(self.tr("Add as evidence…"), transcript, "E")
        self.next = self._make(self.tr("Next coding"), transcript, "Alt+Down", "N")
        self.previous = self._make(self.tr("Previous coding"), transcript, "Alt+Up", "P")
        self.start_left = self._make(self.tr("Start a word earlier"), transcript, "Ctrl+Alt+Left")
        self.start_right = self._make(self.tr("Start a word later"), transcript, "Ctrl+Alt+Right")
        self.end_left = self._make(self.tr("End a word earlier"), transcript, "Alt+Shift+Left")
        self.end_right = self._make(self.tr("End a word later"), transcript, "Alt+Shift+Right")
        self.new_code = self._make(self.tr("New code"), room, "Ctrl+Shift+N")
        self.rename = self._make(self.tr("Rename the code"), tree, "F2")
        self.describe = self._make(self.tr("Codebook entry"), room, "Ctrl+D")
        self.colour = self._make(self.tr("Colour of the code…"), tree, "C")
        self.merge = self._make(self.tr("Merge the selected codes"), tree, "Ctrl+J")
        self.delete = self._make(self.tr("Delete the selected codes…"), tree, "Delete")
        self.source_memo = self._make(self.tr("Memos on the source"), room, "Ctrl+Shift+M")
        self.zoom_in = self._make(self.tr("Larger letters"), room, "Ctrl++", "Ctrl+=")
        self.zoom_out = self._make(self.tr("Smaller letters"), room, "Ctrl+-")
        self.zoom_reset = self._make(self.tr("Letters as they were"), room, "Ctrl+0")
        self.stripes = self._make(self.tr("Stripes in the margin"), room, "Ctrl+Shift+B")
        self.stripes.setCheckable(True)
        self.stripes.setChecked(True)

    def of_code_menu(self) -> list[QAction | None]:
        """Return what stands in the Code menu; None is a line."""
        return [
            self.code_with, self.in_vivo, self.repeat, None,
            self.affirms, self.denies, self.mixed, self.memo, self.evidence, self.remove, None,
            self.next, self.previous,
            self.start_left, self.start_right, self.end_left, self.end_right, None,
            self.new_code, self.rename, self.describe, self.colour, self.merge, self.delete,
        ]  # fmt: skip

    def of_view_menu(self) -> list[QAction | None]:
        """Return what stands in the View menu."""
        return [self.zoom_in, self.zoom_out, self.zoom_reset, self.stripes]

    def that_change(self) -> list[QAction]:
        """Return what a read-only study does not take."""
        reading = (self.next, self.previous, self.describe)
        return [a for a in self.of_code_menu() if a is not None and a not in reading]

    def _make(self, words: str, place: QWidget, *keys: str) -> QAction:
        action = QAction(words, self._room)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(HERE)
        place.addAction(action)
        return action
