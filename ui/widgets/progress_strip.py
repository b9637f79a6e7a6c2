"""Long work at the foot of the window: what is done, how far it is, and a way to stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget


class ProgressStrip(QFrame):
    """Not a dialog: the study can be read on while it shows. Hidden while nothing is under way."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "top")
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._far = QLabel()
        self._far.setProperty("kind", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMinimumWidth(160)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self._far)
        row.addWidget(self._cancel)
        self._total = 0
        self.hide()

    def start(self, words: str, total: int = 0, *, can_cancel: bool = True) -> None:
        """Show the strip. `total` 0: how long it takes is not known."""
        self._total = total
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, total)
        self._bar.setValue(0)
        self._far.setVisible(total > 0)
        self._cancel.setVisible(can_cancel)
        self._cancel.setEnabled(True)
        self._cancel.setText(self.tr("Cancel"))
        self._tell(0)
        self.show()

    def advance(self, done: int, words: str = "", total: int | None = None) -> None:
        """Say that `done` of the total are done, what is under way now, or that the total grew."""
        if words:
            self._words.setText(words)
        if total is not None and total != self._total:
            self._total = total
            self._bar.setRange(0, total)
            self._far.setVisible(total > 0)
        if self._total:
            self._bar.setValue(min(done, self._total))
        self._tell(done)

    def finish(self) -> None:
        self.hide()

    def _tell(self, done: int) -> None:
        words = self.tr("{done} of {total}").format(done=done, total=self._total)
        self._far.setText(words)

    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._cancel.setText(self.tr("Stopping…"))
        self.cancelled.emit()
