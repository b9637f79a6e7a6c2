"""The form in which one memo is written: its kind, its title, its words."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.reduce.memos import KINDS
from ui.reduce.memos.marked_edit import MarkedEdit
from ui.theme import serif_font

PAUSE = 2500
"""Milliseconds after the last key, before what was written is saved."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A memo as it stands in the form."""

    title: str = ""
    text: str = ""
    kind: str = KINDS[0]


class MemoForm(QWidget):
    """Knows whether what it holds differs from what was shown or kept last."""

    edited = Signal()
    left = Signal()
    new_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = Draft()
        self._read_only = False
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(self.tr("Kind of memo"))
        for kind, words in self._kinds().items():
            self.kind.addItem(words, kind)
        self.title = QLineEdit(self)
        self.title.setPlaceholderText(self.tr("Title (else the first line)"))
        self.title.setAccessibleName(self.tr("Title of the memo"))
        self.text = MarkedEdit(self)
        self.text.setProperty("field", True)
        self.text.setFont(serif_font(11))
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Words of the memo"))
        self.text.setPlaceholderText(
            self.tr("What strikes you here? @ names a code, a source, a finding …")
        )
        self.note = QLabel(self.tr("Saved as you write"), self)
        self.note.setProperty("kind", "small")
        self.new = QPushButton(self.tr("New memo"), self)
        self.remove = QPushButton(self.tr("Delete"), self)
        self._arrange()
        self.kind.activated.connect(lambda _row: self._changed())
        self.title.textEdited.connect(lambda _words: self.edited.emit())
        self.title.editingFinished.connect(self.left)
        self.text.textChanged.connect(self._on_text)
        self.text.left.connect(self.left)
        self.new.clicked.connect(self.new_wanted)
        self.remove.clicked.connect(self.delete_wanted)
        self.can_delete(False)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.remove)
        buttons.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 12)
        column.setSpacing(8)
        for widget in (self.kind, self.title):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        column.addWidget(self.note)
        column.addLayout(buttons)

    def _kinds(self) -> dict[str, str]:
        return {
            "analytic": self.tr("Analytic memo"),
            "methodological": self.tr("Methodological memo"),
            "reflexive": self.tr("Reflexive memo"),
            "contact_summary": self.tr("Contact summary"),
            "document_summary": self.tr("Document summary"),
        }

    def draft(self) -> Draft:
        """Return what is written."""
        kind = str(self.kind.currentData())
        return Draft(self.title.text().strip(), self.text.marked(), kind)

    def show_draft(self, draft: Draft) -> None:
        """Show a memo; it counts as kept."""
        self._kept = draft
        self.kind.setCurrentIndex(max(0, self.kind.findData(draft.kind)))
        if self.title.text() != draft.title:
            self.title.setText(draft.title)
        if self.text.marked() != draft.text:
            self.text.set_marked(draft.text)

    def kept(self, draft: Draft) -> None:
        """Take note that this is saved now."""
        self._kept = draft

    def is_changed(self) -> bool:
        """Whether something was written that is not kept."""
        return self.draft() != self._kept

    def can_delete(self, can: bool) -> None:
        """Offer to delete the memo, or not."""
        self.remove.setEnabled(can and not self._read_only)

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be changed."""
        self._read_only = read_only
        self.title.setReadOnly(read_only)
        self.text.setReadOnly(read_only)
        self.kind.setEnabled(not read_only)
        self.new.setEnabled(not read_only)
        self.note.setVisible(not read_only)

    def _changed(self) -> None:
        self.edited.emit()

    def _on_text(self) -> None:
        if self.is_changed():
            self.edited.emit()
