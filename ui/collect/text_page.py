"""A transcript typed or pasted by hand, on its way to the import table."""

from pathlib import Path

from PySide6.QtCore import QTemporaryDir, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import serif_font


class TextPage(QWidget):
    """Takes words; they come in like a text file, speakers and all."""

    written = Signal(Path)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folders: list[QTemporaryDir] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 16)
        layout.setSpacing(10)
        heading = QLabel(self.tr("Type or paste a text"), self)
        heading.setProperty("kind", "heading")
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("Name, such as W-KS-01"))
        self.name.setAccessibleName(self.tr("Name of the text"))
        self.words = QPlainTextEdit(self)
        self.words.setProperty("field", True)
        self.words.setFont(serif_font(12))
        self.words.setAccessibleName(self.tr("The text"))
        self.words.setPlaceholderText("KS-01: …")
        row = QHBoxLayout()
        self.go = QPushButton(self.tr("Go on"), self)
        self.go.setProperty("accent", True)
        self.go.setEnabled(False)
        back = QPushButton(self.tr("Back to the sources"), self)
        row.addStretch()
        row.addWidget(back)
        row.addWidget(self.go)
        for widget in (heading, self.name, self.words):
            layout.addWidget(widget)
        layout.addLayout(row)
        self.words.textChanged.connect(
            lambda: self.go.setEnabled(bool(self.words.toPlainText().strip()))
        )
        self.go.clicked.connect(self._write)
        back.clicked.connect(self.closed)

    def _write(self) -> None:
        fit = "".join(c for c in self.name.text() if c.isalnum() or c in " -_.")
        self._folders.append(QTemporaryDir())  # each text in its own: two may have one name
        name = fit.strip() or self.tr("Text")
        path = Path(self._folders[-1].path()) / f"{name}.txt"
        path.write_text(self.words.toPlainText(), encoding="utf-8")
        self.words.clear()
        self.name.clear()
        self.written.emit(path)
