"""The report room: its sections in order, what each will look like, its choices, and writing it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.reduce.citation_template import citation_template
from app.reduce.names.replacing import Names
from app.reduce.names.table import names_shown
from app.report.outline import Outline, outline
from app.report.recipe import ReportRecipe, order_of, sections_of
from app.report.setup import Setup, keep_setup, read_setup
from app.study import Changed, Study
from ui.language import ui_language
from ui.report.check_list import SectionList
from ui.report.preview_pane import PreviewPane
from ui.report.setup_pane import SetupPane
from ui.report.writing_box import WritingBox
from ui.session import Session
from ui.widgets.pane_header import PaneHeader
from ui.widgets.splitter import RememberingSplitter

PAUSE = 600
"""Milliseconds after the last choice before it is kept in the study: one step, not one a click."""


@dataclass(frozen=True, slots=True)
class RoomState:
    """What the room shows of the study."""

    setup: Setup
    outline: Outline
    citation: str
    names: Names


class ReportRoom(QWidget):
    """Sections at the left, the one looked at in the middle, choices and writing at the right."""

    open_excerpt = Signal(int, int, int)
    status_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._stale = self._words_changed = True
        self._state: RoomState | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.keep)
        self.setup_pane = SetupPane(session)
        self.writing = WritingBox(session, self.recipe)
        self.preview = PreviewPane(session)
        splitter = RememberingSplitter("report")
        splitter.addWidget(self._sections_pane())
        splitter.addWidget(self.preview)
        splitter.addWidget(self._right_pane())
        splitter.setStretchFactor(1, 1)
        splitter.set_first_sizes([280, 700, 380])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)
        self.write_action = QAction(self.tr("Write the report"), self)
        self.write_action.setShortcut(QKeySequence("Ctrl+Shift+E"))
        self.write_action.triggered.connect(self.writing.write)
        self._connect()

    # --- what the window asks ------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Report")

    def status_text(self) -> str:
        return self.tr("Report · %n section(s)", "", len(self.sections.ticked()))

    def actions_by_menu(self) -> dict[str, list[QAction]]:
        return {"file": [self.write_action]}

    def refresh(self, changed: Changed | None = None) -> None:
        """Read again what the report would hold, when the room can be seen."""
        self._words_changed |= changed is None or set(changed.rows) != {"study"}
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        study, language = self.session.study, ui_language()
        self.session.tasks.read("report room", lambda: _state(study, language), self._show)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self.preview.stop()
        self._stale = True
        if self._pause.isActive():
            self.keep()
        super().hideEvent(event)

    def recipe(self) -> ReportRecipe:
        """Return what is chosen now."""
        names = tuple(str(name) for name in self.sections.ticked())
        recipe = ReportRecipe(sections=names, live=self.writing.live)
        return self.setup_pane.applied(recipe)

    def keep(self) -> None:
        """Keep in the study what is chosen now."""
        self._pause.stop()
        if self.session.read_only or self._state is None:
            return
        setup = Setup(self.recipe(), tuple(str(name) for name in self.sections.line_keys()))
        if setup != self._state.setup:
            self._state = replace(self._state, setup=setup)
            self.session.change(lambda: keep_setup(self.session.study, setup))

    # --- building --------------------------------------------------------------------------------

    def _sections_pane(self) -> QWidget:
        pane = QFrame(self)
        pane.setProperty("rule", "right")
        layout = QVBoxLayout(pane)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(PaneHeader(self.tr("Sections")))
        self.sections = SectionList(self.tr("Sections of the report"), pane)
        layout.addWidget(self.sections, 1)
        hint = self.tr("Drag a section, or press Alt+↑ or Alt+↓, to move it.")
        self.holds = QLabel(pane)
        for label in (QLabel(hint, pane), self.holds):
            label.setProperty("kind", "small")
            label.setWordWrap(True)
            label.setContentsMargins(14, 6, 14, 6)
            layout.addWidget(label)
        return pane

    def _right_pane(self) -> QWidget:
        pane = QWidget(self)
        scroll = QScrollArea(pane)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.setup_pane)
        layout = QVBoxLayout(pane)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.writing)
        return pane

    def _connect(self) -> None:
        self.sections.ticks_changed.connect(self._chosen)
        self.sections.moved.connect(self._chosen)
        self.sections.looked_at.connect(lambda: self._look(now=True))
        self.setup_pane.changed.connect(self._chosen)
        self.setup_pane.shape_changed.connect(self._take_shape)
        self.writing.keep_words.toggled.connect(lambda _: self._chosen())
        self.session.changed.connect(self.refresh)

    # --- doing -----------------------------------------------------------------------------------

    def _show(self, state: RoomState) -> None:
        typed = self._pause.isActive()  # what is being chosen here is newer than what was read
        before = self._state
        setup = self._state.setup if typed and self._state is not None else state.setup
        self._state = replace(state, setup=setup)
        recipe = self.recipe() if typed else state.setup.recipe
        if not typed:
            self.sections.show_sections(state.setup.order, recipe.sections or ())
            self.writing.keep_words.setChecked(recipe.live)
        self.setup_pane.show_recipe(recipe, state.outline, state.citation)
        self.holds.setText(" · ".join(state.outline.lines))
        self.holds.setToolTip(state.outline.summary)
        if self._words_changed or self._state != before:  # not for keeping what was chosen here
            self._look(now=before is None)
        self._words_changed = False
        self.status_changed.emit()

    def _chosen(self) -> None:
        self._pause.start()
        self._look()
        self.status_changed.emit()

    def _take_shape(self, shape: str) -> None:
        """Tick the sections that belong to another shape, in its order."""
        self.sections.show_sections(order_of(shape), sections_of(shape))

    def _look(self, *, now: bool = False) -> None:
        section = self.sections.current_key()
        if section is not None and self.isVisible() and self._state is not None:
            self.preview.ask(self.recipe(), str(section), now=now)


def _state(study: Study, language: str) -> RoomState:
    return RoomState(
        read_setup(study), outline(study, language), citation_template(study), names_shown(study)
    )
