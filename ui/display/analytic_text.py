"""The analytic text under a display, saved after a pause, and the rule of its cells."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ui.theme import serif_font

PAUSE = 1500
"""Milliseconds without a key after which the text is saved: one change, not one a key."""


class _Page(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class AnalyticText(QFrame):
    """What the researcher reads out of the display."""

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "top")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(6)
        head = QLabel(self.tr("Analytic text"), self)
        head.setProperty("kind", "section")
        self.page = _Page(self)
        self.page.setFont(serif_font(12))
        self.page.setAccessibleName(self.tr("Analytic text"))
        self.page.setPlaceholderText(self.tr("What does this display show? Write it here."))
        self.rule = QLabel(self)
        self.rule.setProperty("kind", "soft")
        self.rule.setWordWrap(True)
        for widget in (head, self.page, self.rule):
            layout.addWidget(widget)
        self._saved = ""
        self._later = QTimer(self, interval=PAUSE, singleShot=True)
        self._later.timeout.connect(self.flush)
        self.page.textChanged.connect(self._later.start)
        self.page.left.connect(self.flush)

    def set_words(self, words: str) -> None:
        """Show the text of another display; what is being typed here is not overwritten."""
        if words == self._saved and self.page.toPlainText() != words:
            return
        self._saved = words
        if self.page.toPlainText() != words:
            self.page.setPlainText(words)
        self._later.stop()

    def set_rule(self, words: str) -> None:
        """Say by which rule the cells were filled."""
        self.rule.setText(self.tr("Rule: {words}").format(words=words))

    def words(self) -> str:
        """Return what stands there now."""
        return self.page.toPlainText()

    def flush(self) -> None:
        """Save what was typed, if anything was."""
        self._later.stop()
        if self.words() != self._saved:
            self._saved = self.words()
            self.written.emit(self._saved)
