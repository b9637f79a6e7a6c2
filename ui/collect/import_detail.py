"""Beside the table before an import: the chosen file's problem, speakers or columns, and words."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.collect.planned import Columns, PlannedSource
from app.collect.rows import expand, with_columns
from app.errors import StudyProblem
from ui.collect.column_choices import ColumnChoices
from ui.collect.planned_rows import note_of
from ui.collect.speaker_choices import NOBODY, RESEARCHER, Label, SpeakerChoices
from ui.theme import serif_font
from ui.widgets.pane_header import PaneHeader

SHOWN_CHARACTERS = 1_200


class ImportDetail(QFrame):
    """Shows one planned line, and lets its speakers be tied and its columns be taken."""

    changed = Signal(object)
    """The PlannedSource as it was changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line: PlannedSource | None = None
        self.setProperty("rule", "left")
        self.setMinimumWidth(260)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.header = PaneHeader("")
        outer.addWidget(self.header)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._page())
        outer.addWidget(scroll)

    def _page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 4, 14, 14)
        column.setSpacing(8)
        self.problem = _words("problem")
        self.note = _words("soft")
        self.columns_head = _section(self.tr("What the columns hold"))
        self.columns = ColumnChoices()
        self.columns.changed.connect(self._take_columns)
        self.rows_made = _words("small")
        self.speakers_head = _section(self.tr("Who speaks"))
        self.speakers = SpeakerChoices()
        self.speakers.tied.connect(self._tie)
        self.text_head = _section(self.tr("How it begins"))
        self.text = _words("")
        self.text.setFont(serif_font(11))
        for widget in (
            self.problem, self.note, self.columns_head, self.columns, self.rows_made,
            self.speakers_head, self.speakers, self.text_head, self.text,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch()
        return page

    def show_line(self, line: PlannedSource | None, problem: StudyProblem | None) -> None:
        """Show a line of the plan, or none."""
        before, self.line = self.line, line
        self.header.set_title(line.name if line is not None else self.tr("No file chosen"))
        said = note_of(line, problem) if line is not None else ""
        self._say(self.problem, said if problem is not None else "")
        self._say(self.note, said if problem is None else "")
        self._show_columns(line, before)
        self._show_speakers(line)
        preview = line.text[:SHOWN_CHARACTERS] if line is not None else ""
        self.text_head.setVisible(bool(preview))
        cut = "…" if line is not None and len(line.text) > SHOWN_CHARACTERS else ""
        self._say(self.text, preview.strip() + cut)

    def _show_columns(self, line: PlannedSource | None, before: PlannedSource | None) -> None:
        table = line is not None and line.columns is not None and line.sheet is not None
        for widget in (self.columns_head, self.columns, self.rows_made):
            widget.setVisible(table)
        if line is None or line.sheet is None or line.columns is None:
            return
        # Building the choices anew under the pointer would close the one that is open.
        same = before is not None and before.sheet is line.sheet
        if not same or self.columns.columns() != line.columns:
            self.columns.show_sheet(line.sheet, line.columns)
        made = sum(bool(row.text) for row in expand(line))
        self.rows_made.setText(self.tr("%n source(s), one for each answer", "", made))

    def _show_speakers(self, line: PlannedSource | None) -> None:
        found = line.speakers if line is not None else ()
        for widget in (self.speakers_head, self.speakers):
            widget.setVisible(bool(found))
        labels = [
            Label(s.label, s.turns, RESEARCHER if s.is_researcher else s.informant or NOBODY)
            for s in found
        ]
        codes = line.informants if line is not None else ()
        self.speakers.show_labels(labels, [(code, code) for code in codes])

    def _take_columns(self, columns: Columns) -> None:
        if self.line is not None:
            self.changed.emit(with_columns(self.line, columns))

    def _tie(self, label: str, who: object) -> None:
        if self.line is None:
            return
        informant = str(who) if who not in (NOBODY, RESEARCHER) else ""
        speakers = tuple(
            replace(s, informant=informant, is_researcher=who == RESEARCHER)
            if s.label == label
            else s
            for s in self.line.speakers
        )
        self.changed.emit(replace(self.line, speakers=speakers))

    def _say(self, label: QLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))


def _section(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("kind", "section")
    return label


def _words(kind: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if kind:
        label.setProperty("kind", kind)
    return label
