"""What is chosen for the whole report: its shape, language, template, and options."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.report.look import CHAPTER, REPORT
from app.report.outline import Outline
from app.report.recipe import COMMENTS, TABLE, ReportRecipe
from ui.report.check_list import CheckList
from ui.report.citation_box import CitationBox
from ui.session import Session
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.pills import PillRow

LANGUAGES = (("id", "Bahasa Indonesia"), ("en", "English"))
LINES = 5
"""Lines of a list of displays or memos that stand at once."""


class SetupPane(QWidget):
    """The choices of a report, from top to bottom. Emits `changed` when one is made."""

    changed = Signal()
    shape_changed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._template: Path | None = None
        self._analytic: frozenset[int] = frozenset()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 14, 20, 14)
        self._column.setSpacing(8)
        self._shape_and_language()
        self._template_row()
        self._options()
        self._lists()
        self._column.addStretch()

    def show_recipe(self, recipe: ReportRecipe, outline: Outline, template: str) -> None:
        """Show what is chosen, without a signal; `template` is that of the citations."""
        self.blockSignals(True)
        self.shape.set_current(recipe.shape)
        self.language.set_current(recipe.language)
        self._show_template(recipe.template)
        self.transcripts.set_current(recipe.transcripts)
        self.footnotes.setChecked(recipe.footnotes)
        self.limited.setChecked(bool(recipe.quotations))
        if recipe.quotations:
            self.limit.setValue(recipe.quotations)
        self._analytic = outline.analytic
        displays = recipe.displays
        if displays is None:
            displays = tuple(key for key, _ in outline.displays)
        _fill(self.displays, outline.displays, displays)
        _fill(self.memos, outline.memos, self._analytic if recipe.memos is None else recipe.memos)
        for label, shown in ((self.displays_label, self.displays), (self.memos_label, self.memos)):
            label.setVisible(shown.count() > 0)
            shown.setVisible(shown.count() > 0)
        self.citation.show_template(template, recipe.language)
        self.blockSignals(False)

    def applied(self, recipe: ReportRecipe) -> ReportRecipe:
        """Return the recipe with what is chosen here."""
        shown, memos = self.displays.ticked(), self.memos.ticked()
        return replace(
            recipe,
            shape=str(self.shape.current()),
            language=str(self.language.current()),
            template=self._template,
            transcripts=str(self.transcripts.current()),
            footnotes=self.footnotes.isChecked(),
            quotations=self.limit.value() if self.limited.isChecked() else 0,
            displays=None if shown == self.displays.line_keys() else _ids(shown),
            memos=None if set(memos) == self._analytic else _ids(memos),
        )

    # --- building --------------------------------------------------------------------------------

    def _shape_and_language(self) -> None:
        self._column.addWidget(_section(self.tr("Shape"), self))
        shapes = ((REPORT, self.tr("Research report")), (CHAPTER, self.tr("Thesis Chapter IV")))
        self.shape = PillRow(shapes, self)
        self.shape.chosen.connect(self._on_shape)
        self._column.addWidget(self.shape)
        self.language = ChoiceButton(self.tr("Language"), LANGUAGES, "en", self)
        self.language.chosen.connect(self._on_language)
        self._column.addWidget(self.language)

    def _template_row(self) -> None:
        self._column.addWidget(_section(self.tr("Word template"), self))
        self.template_name = ElidedLabel(parent=self)
        self.template_button = QPushButton(self.tr("Choose…"), self)
        self.template_button.setAccessibleName(self.tr("Choose a Word template"))
        self.template_button.clicked.connect(self._choose_template)
        self.no_template = QPushButton(self.tr("Without"), self)
        self.no_template.setProperty("link", True)
        self.no_template.clicked.connect(lambda: self._take_template(None))
        row = QHBoxLayout()
        row.addWidget(self.template_name, 1)
        row.addWidget(self.no_template)
        row.addWidget(self.template_button)
        self._column.addLayout(row)
        self._column.addWidget(_section(self.tr("Citations"), self))
        self.citation = CitationBox(self.session, self)
        self._column.addWidget(self.citation)

    def _options(self) -> None:
        self._column.addWidget(_section(self.tr("Options"), self))
        forms = (
            (TABLE, self.tr("table with codes")),
            (COMMENTS, self.tr("text with comments")),
        )
        self.transcripts = ChoiceButton(self.tr("Transcripts"), forms, TABLE, self)
        self.transcripts.chosen.connect(lambda _: self.changed.emit())
        self.footnotes = QCheckBox(self.tr("Source lines as footnotes"), self)
        self.footnotes.toggled.connect(lambda _: self.changed.emit())
        self.limited = QCheckBox(self.tr("At most this many quotations a side"), self)
        self.limit = QSpinBox(self)
        self.limit.setRange(1, 99)
        self.limit.setValue(5)
        self.limit.setEnabled(False)
        self.limit.setAccessibleName(self.tr("Quotations on each side"))
        self.limited.toggled.connect(self.limit.setEnabled)
        self.limited.toggled.connect(lambda _: self.changed.emit())
        self.limit.valueChanged.connect(lambda _: self.changed.emit())
        row = QHBoxLayout()
        row.addWidget(self.limited, 1)
        row.addWidget(self.limit)
        self._column.addWidget(self.transcripts)
        self._column.addWidget(self.footnotes)
        self._column.addLayout(row)

    def _lists(self) -> None:
        self.displays_label = _section(self.tr("Displays to print"), self)
        self.displays = CheckList(self.tr("Displays to print"), self)
        self.memos_label = _section(self.tr("Memos to print"), self)
        self.memos = CheckList(self.tr("Memos to print"), self)
        for label, shown in ((self.displays_label, self.displays), (self.memos_label, self.memos)):
            shown.ticks_changed.connect(self.changed)
            self._column.addWidget(label)
            self._column.addWidget(shown)

    # --- choosing --------------------------------------------------------------------------------

    def _on_shape(self, shape: object) -> None:
        self.shape_changed.emit(str(shape))
        self.changed.emit()

    def _on_language(self, language: object) -> None:
        self.citation.language = str(language)
        self.changed.emit()

    def _choose_template(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Take the styles of"),
            str(self._template or ""),
            self.tr("Word files (*.docx)"),
        )
        if path:
            self._take_template(Path(path))

    def _take_template(self, path: Path | None) -> None:
        if path != self._template:
            self._show_template(path)
            self.changed.emit()

    def _show_template(self, path: Path | None) -> None:
        self._template = path
        self.template_name.setText(self.tr("Tilik’s own styles") if path is None else path.name)
        self.template_name.setToolTip("" if path is None else str(path))
        self.no_template.setVisible(path is not None)


def _fill(shown: CheckList, lines: Collection[tuple[int, str]], ticked: Collection[object]) -> None:
    shown.show_lines(lines, ticked)
    height = shown.sizeHintForRow(0) if lines else 0
    shown.setFixedHeight(min(len(lines), LINES) * height + 2 * shown.frameWidth() + 2)


def _ids(keys: list[object]) -> tuple[int, ...]:
    return tuple(key for key in keys if isinstance(key, int))


def _section(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("kind", "section")
    label.setContentsMargins(0, 6, 0, 0)
    return label
