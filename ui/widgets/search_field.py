"""A field to search or filter by words, with its shortcut shown as keys."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from ui.widgets.undo_keys import leaves_undo

PAUSE_MS = 120  # after the last key, before the list is filtered


class SearchField(QLineEdit):
    """Emits `searched` a moment after the last key, and at once on Enter. Escape empties it."""

    searched = Signal(str)

    def __init__(self, placeholder: str, shortcut: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self._said = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._say)
        self._keys = self._show_keys(shortcut) if shortcut else None
        self.textChanged.connect(self._on_text)

    def _show_keys(self, shortcut: str) -> QWidget:
        """Show the shortcut as key caps at the right; it brings the cursor here."""
        sequence = QKeySequence(shortcut)
        caps = QWidget(self)
        caps.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(caps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in sequence.toString(QKeySequence.SequenceFormat.NativeText).split("+"):
            cap = QLabel(part)
            cap.setProperty("kind", "key")
            row.addWidget(cap)
        QShortcut(sequence, self, self._take_focus)
        return caps

    def _take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _on_text(self, text: str) -> None:
        if self._keys is not None:
            self._keys.setVisible(not text)
        self._timer.start()

    def _say(self) -> None:
        self._timer.stop()
        if self.text() != self._said:
            self._said = self.text()
            self.searched.emit(self._said)

    def event(self, event: QEvent) -> bool:
        return leaves_undo(self, event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._say()
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._say()

    def sizeHint(self) -> QSize:
        return QSize(240, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._keys is not None:
            size = self._keys.sizeHint()
            top = (self.height() - size.height()) // 2
            self._keys.setGeometry(
                self.width() - size.width() - 8, top, size.width(), size.height()
            )
