"""The line at the bottom: place, coder, the next undo by name, and whether all is saved."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from ui.widgets.elided_label import ElidedLabel

LONGEST_UNDO = 320
"""Pixels for the name of the next undo; the tool tip has the whole."""


class StatusLine(QFrame):
    """Says where one is; its coder and undo can be clicked."""

    coder_clicked = Signal(QPoint)
    undo_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "top")
        self.setFixedHeight(28)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(10)
        self.place = ElidedLabel(kind="soft", parent=self)
        self.bar = QLabel("|", self)
        self.bar.setProperty("kind", "soft")
        self.coder = QToolButton(self)
        self.coder.setProperty("link", True)
        self.coder.setToolTip(self.tr("Choose who codes"))
        self.coder.clicked.connect(self._coder)
        self.undo = QToolButton(self)
        self.undo.setProperty("link", True)
        self.undo.clicked.connect(self.undo_clicked)
        self.key = QLabel("Ctrl Z", self)
        self.key.setProperty("kind", "key")
        self.saved = QLabel(self)
        layout.addWidget(self.place)
        layout.addWidget(self.bar)
        layout.addWidget(self.coder)
        layout.addStretch()
        layout.addWidget(self.undo)
        layout.addWidget(self.key)
        layout.addSpacing(8)
        layout.addWidget(self.saved)
        self.show_no_study()

    def show_no_study(self) -> None:
        """Empty the line."""
        self.place.clear()
        for widget in (self.bar, self.coder, self.undo, self.key, self.saved):
            widget.hide()

    def show_place(self, words: str) -> None:
        """Say where in the study one is."""
        self.place.setText(words)

    def show_coder(self, name: str) -> None:
        """Say who codes."""
        self.coder.setText(self.tr("Coder: {name}").format(name=name))
        self.bar.show()
        self.coder.show()

    def show_undo(self, step: str) -> None:
        """Say what the next undo takes back; nothing where `step` is empty."""
        words = self.tr("Undo: {step}").format(step=step)
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, LONGEST_UNDO)
        self.undo.setText(shown)
        self.undo.setToolTip(words)
        self.undo.setVisible(bool(step))
        self.key.setVisible(bool(step))

    def show_saved(self) -> None:
        """Say that every change is on the disk."""
        self._say("saved", "● " + self.tr("All changes saved"), "")

    def show_without_backup(self, why: str) -> None:
        """Say that every change is on the disk but no backup could be made; why in the tip."""
        self._say("problem", "● " + self.tr("Saved, without a backup"), why)

    def show_read_only(self, why: str) -> None:
        """Say that the study takes no change, and why in the tool tip."""
        self._say("problem", "● " + self.tr("Read-only"), why)

    def _say(self, kind: str, words: str, tip: str) -> None:
        self.saved.setProperty("kind", kind)
        self.saved.style().unpolish(self.saved)
        self.saved.style().polish(self.saved)
        self.saved.setText(words)
        self.saved.setToolTip(tip)
        self.saved.show()

    def _coder(self) -> None:
        self.coder_clicked.emit(self.coder.mapToGlobal(QPoint(0, 0)))
