"""The codebook entry of a code, in a panel under the tree: saved when a field is left."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.design.questions import QuestionRow
from app.reduce.codes import CodeRow
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.pane_header import PaneHeader

TEXTS = ("definition", "when_to_use", "when_not_to_use", "typical_example", "counter_example")
FIELD_LINES = 6


class CodeEntry(QFrame):
    """Edits definition, use, examples, origin, cycle and focus of one code."""

    written = Signal(int, str, object)
    """Code id, field, value."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code: CodeRow | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.header = PaneHeader(self.tr("Codebook entry"), link=self.tr("Close"), parent=self)
        self.header.link_clicked.connect(self.closed)
        outer.addWidget(self.header)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        page = QWidget()
        form = QVBoxLayout(page)
        form.setContentsMargins(14, 0, 14, 12)
        form.setSpacing(4)
        words = {
            "definition": self.tr("Definition"),
            "when_to_use": self.tr("When to use"),
            "when_not_to_use": self.tr("When not to use"),
            "typical_example": self.tr("Typical example"),
            "counter_example": self.tr("Counter-example"),
        }
        self.fields: dict[str, AutosaveText] = {}
        for name in TEXTS:
            label = QLabel(words[name], page)
            label.setProperty("kind", "section")
            field = AutosaveText(words[name], "", page, most=FIELD_LINES)
            field.edited.connect(lambda text, n=name: self._write(n, text.strip()))
            form.addWidget(label)
            form.addWidget(field)
            self.fields[name] = field
        form.addLayout(self._choices(page))
        form.addStretch()
        scroll.setWidget(page)
        outer.addWidget(scroll)
        self.setMinimumHeight(240)
        self.hide()

    def show_code(self, code: CodeRow | None, questions: list[QuestionRow]) -> None:
        """Show a code; what is being typed is saved first."""
        same = code is not None and self.code is not None and code.id == self.code.id
        if not same:
            self.flush()
        self.code = code
        self.setEnabled(code is not None)
        self.header.set_title(code.name if code is not None else self.tr("Codebook entry"))
        for name, field in self.fields.items():
            words = getattr(code, name) if code is not None else ""
            field.show_text(words, anew=not same)
        self.focus.clear()
        self.focus.addItem(self.tr("No focus"), None)
        for question in questions:
            self.focus.addItem(f"{question.label} {question.text}".strip()[:60], question.id)
        if code is not None:
            self.focus.setCurrentIndex(max(0, self.focus.findData(code.question_id)))
            self.origin.setCurrentIndex(max(0, self.origin.findData(code.origin)))
            self.cycle.setCurrentIndex(max(0, self.cycle.findData(code.cycle)))

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be changed."""
        for field in self.fields.values():
            field.setReadOnly(read_only)
        for box in (self.focus, self.origin, self.cycle):
            box.setEnabled(not read_only)

    def flush(self) -> None:
        """Save what was typed and not yet left."""
        for field in self.fields.values():
            field.flush()

    def _choices(self, page: QWidget) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(6)
        self.focus, self.origin, self.cycle = (QComboBox(page) for _ in range(3))
        for value, words in (
            ("emergent", self.tr("emergent")),
            ("a_priori", self.tr("a priori")),
            ("in_vivo", self.tr("in vivo")),
        ):
            self.origin.addItem(words, value)
        for value, words in (("first", self.tr("first cycle")), ("pattern", self.tr("pattern"))):
            self.cycle.addItem(words, value)
        for box, field, words in (
            (self.focus, "question_id", self.tr("Focus")),
            (self.origin, "origin", self.tr("Origin")),
            (self.cycle, "cycle", self.tr("Cycle")),
        ):
            box.setAccessibleName(words)
            box.activated.connect(lambda _at, f=field, b=box: self._write(f, b.currentData()))
            form.addRow(words, box)
        return form

    def _write(self, field: str, value: object) -> None:
        if self.code is not None and getattr(self.code, field) != value:
            self.code = replace(self.code, **{field: value})
            self.written.emit(self.code.id, field, value)
