"""The line above the transcript: reference, method, role, site, date, and the memo button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.reduce.source_lines import SourceLine
from ui.language import in_words
from ui.widgets.badges import Chip
from ui.widgets.elided_label import ElidedLabel


class Heading(QFrame):
    """Says which source is read."""

    memo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "bottom")
        self.setFixedHeight(44)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 14, 0)
        self._row.setSpacing(8)
        self.reference = QLabel(self)
        self.reference.setProperty("kind", "title")
        self.date = QLabel(self)
        self.date.setProperty("kind", "soft")
        self.title = ElidedLabel(kind="soft", parent=self)
        self.memo = QPushButton(self.tr("Memos"), self)
        self.memo.clicked.connect(self.memo_wanted)
        self._chips: list[Chip] = []
        self._row.addWidget(self.reference)
        self._row.addWidget(self.date)
        self._row.addWidget(self.title, 1)
        self._row.addWidget(self.memo)

    def show_source(self, line: SourceLine | None) -> None:
        """Show another source."""
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.deleteLater()
        self._chips.clear()
        self.setVisible(line is not None)
        if line is None:
            return
        self.reference.setText(line.reference)
        self.title.setText(line.title if line.title != line.reference else "")
        self.title.setToolTip(line.title)
        self.date.setText(f"{line.date:%d/%m/%Y}" if line.date else "")
        method = in_words(f"study.methods.{line.method}").lower()
        shown = [method, *line.roles[:2], line.site]
        for at, words in enumerate(word for word in shown if word):
            chip = Chip(words, self)
            self._row.insertWidget(1 + at, chip)
            self._chips.append(chip)
