"""The codebook entry of a code, in a panel under the tree: saved when a field is left."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.design.questions import QuestionRow
from app.reduce.code_examples import EXAMPLES
from app.reduce.code_versions import Version
from app.reduce.codes import CodeRow
from ui.reduce.code_history import CodeVersions
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.pane_header import PaneHeader

TEXTS = ("definition", "when_to_use", "when_not_to_use", "typical_example", "counter_example")
FIELD_LINES = 6


class CodeEntry(QFrame):
    """Edits definition, use, examples, origin, cycle and focus of one code."""

    written = Signal(int, str, object)
    """Code id, field, value."""
    example_wanted = Signal(int, str)
    """Code id, field: the excerpt that is chosen is to be an example."""
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
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        self.links: dict[str, QPushButton] = {}
        for name in TEXTS:
            field = AutosaveText(words[name], "", page, most=FIELD_LINES)
            field.edited.connect(lambda text, n=name: self._write(n, text.strip()))
            form.addLayout(self._heading(name, words[name], page))
            form.addWidget(field)
            self.fields[name] = field
        self.notice = QLabel(page)
        self.notice.setProperty("kind", "problem")
        self.notice.setWordWrap(True)
        self.notice.hide()
        form.addWidget(self.notice)
        form.addSpacing(4)
        form.addLayout(self._choices(page))
        form.addSpacing(8)
        self.versions = CodeVersions(page)
        form.addWidget(self.versions)
        form.addStretch()
        scroll.setWidget(page)
        outer.addWidget(scroll)
        self.setMinimumHeight(240)
        self.hide()

    def show_code(
        self,
        code: CodeRow | None,
        questions: Sequence[QuestionRow],
        versions: Sequence[Version] = (),
    ) -> None:
        """Show a code and what became of it; what is being typed is saved first."""
        same = code is not None and self.code is not None and code.id == self.code.id
        if not same:
            self.flush()
            self.say("")
        self.code = code
        self.versions.show_versions(versions)
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
        for link in self.links.values():
            link.setEnabled(not read_only)

    def say(self, words: str) -> None:
        """Say why something was not done; nothing for no words."""
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def flush(self) -> None:
        """Save what was typed and not yet left."""
        for field in self.fields.values():
            field.flush()

    def _heading(self, name: str, words: str, page: QWidget) -> QHBoxLayout:
        """Return the name of a field; of an example, with the way to take it from an excerpt."""
        label = QLabel(words, page)
        label.setProperty("kind", "section")
        row = QHBoxLayout()
        row.addWidget(label, 1)
        if name in EXAMPLES:
            link = self.links[name] = QPushButton(self.tr("Take the chosen excerpt"), page)
            link.setProperty("link", True)
            link.clicked.connect(lambda: self._want_example(name))
            row.addWidget(link)
        return row

    def _want_example(self, name: str) -> None:
        if self.code is not None:
            self.example_wanted.emit(self.code.id, name)

    def _choices(self, page: QWidget) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(6)
        policy = QComboBox.SizeAdjustPolicy
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
            box.setSizeAdjustPolicy(policy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
            box.activated.connect(lambda _at, f=field, b=box: self._write(f, b.currentData()))
            form.addRow(words, box)
        return form

    def _write(self, field: str, value: object) -> None:
        if self.code is not None and getattr(self.code, field) != value:
            self.code = replace(self.code, **{field: value})
            self.written.emit(self.code.id, field, value)
