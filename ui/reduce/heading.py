"""The line above the transcript: reference, method, role, site, date; its summary and memos."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.reduce.source_lines import SourceLine
from ui.language import in_words
from ui.widgets.badges import Chip

HEIGHT = 44
CHIPS = 4  # method, two roles, site


class Heading(QFrame):
    """Says which source is read. Where it is narrow the date goes first, then the last chips."""

    summary_wanted = Signal()
    memo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "bottom")
        self.setFixedHeight(HEIGHT)
        self.reference = QLabel(self)
        self.reference.setProperty("kind", "title")
        self.chips = [Chip("", self) for _ in range(CHIPS)]
        self.date = QLabel(self)
        self.date.setProperty("kind", "soft")
        self.summary = QPushButton(self.tr("Summary"), self)
        self.summary.setToolTip(self.tr("Contact or document summary of this source"))
        self.memo = QPushButton(self.tr("Memos"), self)
        self.memo.setToolTip(self.tr("Memos on this source"))
        self.summary.clicked.connect(self.summary_wanted)
        self.memo.clicked.connect(self.memo_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        for widget in (self.reference, *self.chips, self.date):
            row.addWidget(widget)
        row.addStretch(1)
        self._row = row
        self._added: list[QWidget] = []
        row.addWidget(self.summary)
        row.addWidget(self.memo)
        self.show_source(None)

    def add(self, widget: QWidget) -> None:
        """Put a control before the buttons at the right."""
        self._added.append(widget)
        self._row.insertWidget(self._row.indexOf(self.summary), widget)

    def show_source(self, line: SourceLine | None) -> None:
        """Show another source, or none."""
        for widget in (self.reference, self.summary, self.memo, *self._added):
            widget.setVisible(line is not None)
        said = ["", ""] if line is None else [line.reference, line.title]
        self.reference.setText(said[0])
        self.reference.setToolTip(said[1])
        self.date.setText(f"{line.date:%d/%m/%Y}" if line is not None and line.date else "")
        words = self._words(line) if line is not None else []
        for chip, text in zip(self.chips, [*words, *[""] * CHIPS], strict=False):
            chip.set_text(text)
        self._fit()

    def _words(self, line: SourceLine) -> list[str]:
        method = in_words(f"study.methods.{line.method}")
        roles = [role.lower() for role in line.roles[:2]]
        return [word for word in (method.lower(), *roles, line.site) if word]

    def _fit(self) -> None:
        """Hide what there is no room for."""
        room = (
            self.width()
            - 40
            - sum(
                widget.sizeHint().width() + 8
                for widget in (self.reference, *self._added, self.summary, self.memo)
                if not widget.isHidden()
            )
        )
        for widget in (*self.chips, self.date):
            words = widget.text()
            room -= widget.sizeHint().width() + 8 if words else 0
            widget.setVisible(bool(words) and room >= 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, HEIGHT)
