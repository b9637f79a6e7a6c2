"""One summary form to be filled: a field under each label, saved as one types."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from app.reduce.summarising.filling import Answered, FilledForm
from ui.widgets.autosave_text import AutosaveText

MEASURE = 720
"""Width of the fields at most: lines of some ninety letters."""


class FormView(QScrollArea):
    """Shows a form; what is written is told by `answered`, field by field."""

    answered = Signal(str, int, str, str)  # "source" or "site", its id, the field's key, the words

    def __init__(self, parent: QWidget | None = None, *, read_only: bool = False) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form: FilledForm | None = None
        self.fields: dict[str, AutosaveText] = {}
        self._read_only = read_only
        self._shown: tuple[tuple[str, str], ...] = ()
        self._fill(())

    def show_form(self, form: FilledForm) -> None:
        """Show a form as the study has it; words under way in the same form stay."""
        before = self.form
        anew = before is None or (before.on_entity, before.on_id) != (form.on_entity, form.on_id)
        if anew:
            self.flush()
        labels = tuple((each.field.key, each.field.label) for each in form.fields)
        if (form.kind, labels) != (before.kind if before else "", self._shown):
            self.flush()
            self._fill(form.fields)
            self._shown, anew = labels, True
        self.form = form
        for each in form.fields:
            field = self.fields[each.field.key]
            field.setPlaceholderText(each.known or each.field.help)
            field.show_text(each.answer, anew=anew)
        if anew:
            self.verticalScrollBar().setValue(0)

    def flush(self) -> None:
        """Have what was written kept now."""
        for field in self.fields.values():
            field.flush()

    def first_empty(self) -> AutosaveText | None:
        """Return the first field without words, else the first."""
        fields = list(self.fields.values())
        return next((f for f in fields if not f.toPlainText()), fields[0] if fields else None)

    def _fill(self, fields: tuple[Answered, ...]) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 4, 14, 20)
        column.setSpacing(4)
        self.fields = {}
        for each in fields:
            label = QLabel(each.field.label, inner)
            label.setProperty("kind", "section")
            label.setWordWrap(True)
            label.setMaximumWidth(MEASURE)
            field = AutosaveText(each.field.label, each.field.help, inner, most=14)
            field.setMaximumWidth(MEASURE)
            field.setToolTip(each.field.help)
            field.setReadOnly(self._read_only)
            field.edited.connect(lambda words, key=each.field.key: self._tell(key, words))
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(8)
            self.fields[each.field.key] = field
        column.addStretch(1)
        self.setWidget(inner)

    def _tell(self, key: str, words: str) -> None:
        if self.form is not None:
            self.answered.emit(self.form.on_entity, self.form.on_id, key, words)
