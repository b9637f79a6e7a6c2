"""The field in which one asks; Up and Down go through what was asked before."""

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

REMEMBERED = 20
KEY = "search/asked"


class QueryField(QLineEdit):
    """Emits `asked` on Enter. What was asked is remembered over studies and sessions."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Words, “a phrase”, AND OR NOT, NEAR/5, begin*, /pattern/"))
        self.setAccessibleName(self.tr("Find in all sources"))
        self.setClearButtonEnabled(True)
        self._at = -1  # in the history; -1: what is being typed
        self._typed = ""
        self.returnPressed.connect(self.asked)
        self.textEdited.connect(self._on_edit)

    def history(self) -> list[str]:
        """Return what was asked before, the last first."""
        kept = QSettings().value(KEY, [])
        return [str(one) for one in (kept if isinstance(kept, list) else [kept]) if one]

    def remember(self) -> None:
        """Put what is asked now in front of the history."""
        words = self.text().strip()
        if words:
            others = [one for one in self.history() if one != words]
            QSettings().setValue(KEY, [words, *others][:REMEMBERED])
        self._at = -1

    def show_history(self) -> None:
        """Offer what was asked before, to ask it again."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words in self.history():
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _=False, said=words: self._ask_again(said))
        if menu.isEmpty():
            menu.addAction(self.tr("Nothing was asked yet")).setEnabled(False)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        known = self.history()
        if self._at < 0:
            self._typed = self.text()
        self._at = max(-1, min(self._at + step, len(known) - 1))
        self.setText(known[self._at] if self._at >= 0 else self._typed)

    def _ask_again(self, words: str) -> None:
        self.setText(words)
        self.asked.emit()

    def _on_edit(self) -> None:
        self._at = -1
