"""What became of a code, the newest first: who, when, from what to what."""

from collections.abc import Sequence
from datetime import UTC

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.reduce.code_versions import Version
from ui.language import ui_language
from ui.reduce.context_menu import swatch

FIRST = 8  # versions that are shown before one asks for all of them
LONGEST = 240  # characters of a text, before and after


class CodeVersions(QWidget):
    """A list of versions under a heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Versions of the code"))
        self.versions: Sequence[Version] = ()
        self._all = False
        heading = QLabel(self.tr("Versions"), self)
        heading.setProperty("kind", "section")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.more = QPushButton(self)
        self.more.setProperty("link", True)
        self.more.clicked.connect(self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(heading)
        column.addLayout(self._rows)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Show other versions; the same ones stay as they are."""
        if list(versions) == list(self.versions):
            return
        self.versions, self._all = versions, False
        self._fill()

    def words(self) -> list[str]:
        """Return what is shown, a line for each label."""
        return [label.text() for label in self.findChildren(QLabel) if label.text()][1:]

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        shown = self.versions if self._all else self.versions[:FIRST]
        for version in shown:
            self._rows.addWidget(_row(version))
        hidden = len(self.versions) - len(shown)
        self.more.setText(self.tr("%n earlier version(s)", "", hidden))
        self.more.setVisible(hidden > 0)
        self.setVisible(bool(self.versions))


def _row(version: Version) -> QWidget:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    when = version.made_at.replace(tzinfo=UTC).astimezone()
    column.addWidget(_label(version.sentence(ui_language()), ""))
    column.addWidget(_label(f"{version.coder} · {when:%d/%m/%Y %H:%M}", "small"))
    if version.kind == "recoloured":
        column.addLayout(_colours(version))
    elif said := _from_to(version):
        column.addWidget(_label(said, "small"))
    return row


def _from_to(version: Version) -> str:
    before, after = _short(version.before), _short(version.after)
    if version.kind == "made":
        return after
    return f"{before or '–'} → {after or '–'}"


def _colours(version: Version) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    for number, colour in enumerate((version.before, version.after)):
        if number:
            row.addWidget(_label("→", "small"))
        mark = QLabel()
        mark.setPixmap(swatch(colour).pixmap(16, 16))
        row.addWidget(mark)
        row.addWidget(_label(colour, "small"))
    row.addStretch()
    return row


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rstrip() + "…"


def _label(words: str, kind: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(len(words) > 20)
    if kind:
        label.setProperty("kind", kind)
    return label
