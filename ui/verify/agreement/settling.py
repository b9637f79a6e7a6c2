"""The disagreements of two coders: a list, and the chosen one side by side in its context."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.verify.agreement.disagreements import CHOICES, Disagreement, reopen, settle
from app.verify.agreement.spans import Span, merged
from ui.session import Session
from ui.theme import theme
from ui.verify.word_table import Column, WordTable
from ui.widgets.pane_header import PaneHeader
from ui.widgets.splitter import RememberingSplitter

AROUND = 240
"""Characters of context on both sides."""


class Settling(QWidget):
    """Each choice is one step of undo; the codings stay as the coders made them."""

    open_excerpt = Signal(int, int, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.names = ("", "")
        self.table = WordTable(
            [
                Column(self.tr("Source"), lambda d: d.reference, 22),
                Column(self.tr("Code"), lambda d: d.code, 40),
                Column(self.tr("Applies"), self._settled_words, 20),
            ],
            self.tr("Disagreements"),
            parent=self,
        )
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self._open)
        self.header = PaneHeader("", parent=self)
        self.texts = (QLabel(self), QLabel(self))
        self._make_controls()
        self._arrange()
        theme().changed.connect(self._paint_again)

    def _paint_again(self) -> None:
        self._show(self.table.current())

    def _make_controls(self) -> None:
        self.question = QLabel(self)
        self.buttons = {choice: QPushButton(self) for choice in CHOICES}
        self.buttons["both"].setText(self.tr("Both"))
        self.buttons["neither"].setText(self.tr("Neither"))
        for choice, button in self.buttons.items():
            button.setCheckable(True)
            button.setProperty("pill", True)
            button.clicked.connect(lambda _=False, choice=choice: self._settle(choice))
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(self.tr("Note: why"))
        self.note.setAccessibleName(self.tr("Note: why"))
        self.note.returnPressed.connect(self._write_note)
        self.reopen = QPushButton(self.tr("Open again"), self)
        self.reopen.clicked.connect(self._reopen)
        self.see = QPushButton(self.tr("See in the transcript"), self)
        self.see.clicked.connect(lambda: self._open(self.table.current()))

    def _arrange(self) -> None:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(6)
        column.addWidget(self.header)
        both = QHBoxLayout()
        both.setSpacing(0)
        for label in self.texts:
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setContentsMargins(14, 6, 14, 6)
            area = QScrollArea(self)
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidget(label)
            both.addWidget(area, 1)
        column.addLayout(both, 1)
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(self.question)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        last = QHBoxLayout()
        last.setContentsMargins(14, 0, 14, 0)
        last.setSpacing(8)
        last.addWidget(self.note, 1)
        last.addWidget(self.reopen)
        last.addWidget(self.see)
        column.addLayout(last)
        across = RememberingSplitter("verify-agreement-settling", Qt.Orientation.Horizontal, self)
        across.addWidget(self.table)
        across.addWidget(side)
        across.set_first_sizes([500, 856])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(across)

    def show_all(self, found: list[Disagreement], names: tuple[str, str]) -> None:
        """Show the disagreements of two coders of these names."""
        self.names = names
        self.table.show_rows(found, lambda d: (d.source_id, d.code_id, d.start))
        if not found:
            self._show(None)

    def _settled_words(self, what: Disagreement) -> str:
        if not what.choice:
            return self.tr("open")
        if not (what.left and what.right):
            applies = bool(what.applying(what.choice))
            return self.tr("Applies") if applies else self.tr("Does not apply")
        words = {
            "left": self.names[0],
            "right": self.names[1],
            "both": self.tr("Both"),
            "neither": self.tr("Neither"),
        }
        return words[what.choice]

    def _show(self, what: Disagreement | None) -> None:
        may = what is not None and not self.session.read_only
        for choice, button in self.buttons.items():
            button.setEnabled(may)
            button.setVisible(what is None or choice in what.offered)
            button.setChecked(what is not None and what.choice == choice)
        self._name_buttons(what)
        self.note.setEnabled(may)
        self.see.setEnabled(what is not None)
        self.reopen.setEnabled(may and what is not None and bool(what.choice))
        self.note.setText(what.note if what is not None else "")
        self.header.set_title(f"{what.code} – {what.reference}" if what is not None else "")
        if what is None:
            for label in self.texts:
                label.clear()
            return
        study, at = self.session.study, what.source_id
        self.session.tasks.read("disagreement", lambda: study.texts.of(at), self._show_words)

    def _name_buttons(self, what: Disagreement | None) -> None:
        names, question = self.names, self.tr("Whose coding applies?")
        if what is not None and not (what.left and what.right):
            question = self.tr("Does the code apply here?")
            names = (self.tr("Applies"), self.tr("Does not apply"))
            names = names if what.left else names[::-1]
        self.question.setText(question)
        self.buttons["left"].setText(names[0])
        self.buttons["right"].setText(names[1])

    def _show_words(self, text: str) -> None:
        what = self.table.current()
        if not isinstance(what, Disagreement):
            return
        for label, name, spans in zip(self.texts, self.names, (what.left, what.right), strict=True):
            label.setText(self._words(text, what, name, spans))

    def _words(self, text: str, what: Disagreement, name: str, spans: tuple[Span, ...]) -> str:
        low, high = max(0, what.start - AROUND), min(len(text), what.end + AROUND)
        parts, at = ["… " if low else ""], low
        ground = theme().code_ground(what.colour)
        style = f"background:{ground.name()};color:{theme().color('ink').name()}"
        for start, end in merged(spans):
            parts.append(escape(text[at:start]))
            parts.append(f'<span style="{style}">{escape(text[start:end])}</span>')
            at = end
        parts.append(escape(text[at:high]) + (" …" if high < len(text) else ""))
        words = "".join(parts).replace("\n", "<br>")
        silent = escape(self.tr("did not code this"))
        none = "" if spans else f"<br><i>{silent}</i>"
        return f"<p><b>{escape(name)}</b>{none}</p><p>{words}</p>"

    # --- what one does --------------------------------------------------------------------------

    def _settle(self, choice: str) -> None:
        what, study = self.table.current(), self.session.study
        if isinstance(what, Disagreement):
            note = self.note.text()
            self.session.change(lambda: settle(study, what, choice, note))

    def _write_note(self) -> None:
        what = self.table.current()
        if isinstance(what, Disagreement) and what.choice and what.note != self.note.text().strip():
            self._settle(what.choice)

    def _reopen(self) -> None:
        what, study = self.table.current(), self.session.study
        if isinstance(what, Disagreement):
            self.session.change(lambda: reopen(study, what))

    def _open(self, what: object) -> None:
        if isinstance(what, Disagreement):
            self.open_excerpt.emit(what.source_id, what.start, what.end)
