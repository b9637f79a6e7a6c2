"""The display room: saved displays, the matrix or chart, its excerpts, the text under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.display.charts import draw, write_chart
from app.display.coverage_matrix import CoverageMatrix, build_coverage
from app.display.displays import (
    FLOW,
    GRID,
    MATRIX,
    NETWORK,
    SCORES,
    add_display,
    displays,
    rule,
    set_analytic_text,
    set_recipe,
)
from app.display.exporting import as_table, as_tsv, write_matrix
from app.display.headings import Heading
from app.display.matrix import Matrix, build_matrix, cell_filter
from app.display.network.beginning import begin
from app.display.recipe import MatrixRecipe
from app.reduce.codes import CodeRow, codes
from app.reduce.excerpts import ExcerptFilter, ExcerptRow, count_excerpts, excerpts
from app.study import Changed
from ui.display.analytic_text import AnalyticText
from ui.display.chart_view import ChartView, theme_colours
from ui.display.displays_list import DisplaysList
from ui.display.grid.pane import GridPane
from ui.display.network.pane import NetworkPane
from ui.display.pane import DisplayPane
from ui.display.recipe_bar import RecipeBar
from ui.display.scores.pane import ScoresPane
from ui.display.table_view import MatrixTable
from ui.display.title_dialog import ask_title
from ui.folders import documents_folder
from ui.language import in_words, ui_language
from ui.reduce.palette_model import Offer
from ui.reduce.palette_popup import CodePalette
from ui.session import Session
from ui.theme import theme
from ui.widgets.empty import EmptyState
from ui.widgets.excerpt_list import ExcerptList
from ui.widgets.pane_header import PaneHeader
from ui.widgets.splitter import RememberingSplitter
from ui.widgets.tables import dress_table

WHAT_COUNTS = (
    "coding", "excerpt", "code", "source", "participation", "informant", "informant_role", "role",
    "category", "site", "turn", "display", "coverage", "instrument", "study", "display_cell",
    "network_node", "network_link", "link_excerpt", "score_table", "item", "response",
)  # fmt: skip


@dataclass(frozen=True)
class Built:
    """What was worked out for the recipe that is shown: a matrix, or the coverage."""

    matrix: Matrix | None
    coverage: CoverageMatrix | None
    table: list[list[str]]
    svg: bytes


class DisplayRoom(QWidget):
    """Builds, saves and exports matrices; an unsaved one is a draft."""

    open_excerpt = Signal(int, int, int)
    status_changed = Signal()
    add_as_evidence = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.display_id: int | None = None
        self.recipe: MatrixRecipe | None = MatrixRecipe()
        self.kind = MATRIX
        self.built = Built(None, None, [], b"")
        self._stale = True
        self._save_action = self._action(self.tr("Save display…"), "Ctrl+S", self.save)
        self._copy_action = self._action(self.tr("Copy the table"), "Ctrl+Shift+C", self.copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        splitter = RememberingSplitter("display", parent=self)
        row.addWidget(splitter)
        self.list = DisplaysList(session, self)
        self.list.chosen.connect(self._choose)
        self.list.draft_wanted.connect(self.new)
        self.list.begin_wanted.connect(self._begin_network)
        self.palette = CodePalette(self)
        splitter.addWidget(self.list)
        splitter.addWidget(self._centre())
        splitter.addWidget(self._right())
        splitter.setStretchFactor(1, 1)
        splitter.set_first_sizes([214, 780, 360])
        session.changed.connect(self.refresh)
        theme().changed.connect(self._build)
        for widget in (self.bar.save, self.text):
            widget.setEnabled(not session.read_only)

    def title(self) -> str:
        return self.tr("Display")

    def status_text(self) -> str:
        name = self.list.title_of(self.display_id) or self.tr("Draft")
        pane = self.panes.get(self.kind)
        if pane is not None:
            return f"{name} · {pane.summary()}"
        matrix = self.built.matrix
        if matrix is None:
            return name
        counts = self.tr("{rows} rows · total {total}")
        return f"{name} · {counts.format(rows=len(matrix.rows), total=matrix.total)}"

    def actions_by_menu(self) -> dict[str, list[QAction]]:
        return {"edit": [self._copy_action], "view": [self._save_action]}

    def refresh(self, changed: Changed | None = None) -> None:
        """Work the display out again after a change, when the room can be seen."""
        if changed is not None and not changed.touches(*WHAT_COUNTS):
            return
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        study = self.session.study
        self.session.tasks.read("displays", lambda: displays(study), self._show_list)
        self._build()

    def showEvent(self, event: object) -> None:
        if self._stale:
            self.refresh()

    def _action(self, words: str, keys: str, act: object) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: act())
        return action

    def _centre(self) -> QWidget:
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = RecipeBar(centre)
        self.bar.changed.connect(self._recipe_changed)
        self.bar.save_wanted.connect(self.save)
        self.bar.copy_wanted.connect(self.copy)
        self.bar.export_wanted.connect(self.export)
        column.addWidget(self.bar)
        halves = RememberingSplitter("display-text", Qt.Orientation.Vertical, centre)
        self.pages = QStackedWidget(centre)
        self.table = MatrixTable(centre)
        self.table.cell_chosen.connect(self._cell_chosen)
        self.table.cell_opened.connect(self._cell_opened)
        self.table.recipe_wanted.connect(self._recipe_changed)
        self.chart = ChartView(centre)
        self.coverage = QTableWidget(centre)
        dress_table(self.coverage, "grid")
        self.empty = EmptyState(
            "display",
            self.tr("Nothing to display yet"),
            self.tr(
                "A matrix counts coded excerpts. Code a transcript first, or change the filter."
            ),
        )
        networks = NetworkPane(self.session, centre)
        self.panes: dict[str, DisplayPane] = {
            SCORES: ScoresPane(self.session, centre),
            GRID: GridPane(self.session, centre),
            NETWORK: networks,
            FLOW: networks,
        }
        others = dict.fromkeys(self.panes.values())
        for page in (self.table, self.chart, self.coverage, self.empty, *others):
            self.pages.addWidget(page)
        for pane in others:
            pane.listed.connect(self._pane_listed)
            pane.shown.connect(self.status_changed)
        self.text = AnalyticText(centre)
        self.text.written.connect(self._text_written)
        halves.addWidget(self.pages)
        halves.addWidget(self.text)
        halves.setStretchFactor(0, 1)
        halves.set_first_sizes([520, 230])
        column.addWidget(halves)
        return centre

    def _right(self) -> QWidget:
        right = self.right = QFrame(self)
        right.setMinimumWidth(240)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.cell_header = PaneHeader(self.tr("Excerpts"))
        column.addWidget(self.cell_header)
        self.excerpts = ExcerptList(right, show_stance=True)
        self.excerpts.activated_excerpt.connect(self._open)
        self.excerpts.menu_requested.connect(self._excerpt_menu)
        column.addWidget(self.excerpts)
        return right

    def new(self) -> None:
        """Begin a draft."""
        self.display_id, self.recipe, self.kind = None, MatrixRecipe(), MATRIX
        self.list.set_current(None)
        self.text.set_words("")
        self._build()

    def _begin_network(self, kind: str) -> None:
        """Ask for the codes of a network or flow; with none it begins empty."""
        study = self.session.study
        title = self.tr("Network of factors") if kind == NETWORK else self.tr("Flow of steps")
        at = self.list.mapToGlobal(QPoint(40, 60))

        def begin_with(offers: Sequence[Offer]) -> None:
            chosen = [offer.code_id for offer in offers if offer.code_id is not None]
            self.session.change(lambda: begin(study, title, kind, chosen), self.list.come_to)

        def offer(rows: Sequence[CodeRow]) -> None:
            if not rows:
                begin_with([])
                return
            asks = self.tr("Which codes? Ctrl+Enter ticks several")
            self.palette.open_at(at, begin_with, rows, asks=asks, can_make=False)

        self.session.tasks.read("display-codes", lambda: codes(study), offer)

    def _choose(self, display_id: int) -> None:
        self.text.flush()
        row = self.list.row(display_id)
        if row is None:
            return
        self.display_id, self.recipe, self.kind = display_id, row.recipe, row.kind
        self.text.set_words(row.analytic_text)
        self._build()

    def _show_list(self, rows: list) -> None:
        first = not self.list.rows
        self.list.set_rows(rows)
        if self.display_id is not None and self.list.row(self.display_id) is None:
            self.new()
        elif self.display_id is None and first and rows:
            self.list.set_current(rows[0].id)
            self._choose(rows[0].id)
        elif self.display_id is not None:
            row = self.list.row(self.display_id)
            assert row is not None
            self.text.set_words(row.analytic_text)
            if (row.recipe, row.kind) != (self.recipe, self.kind):
                self.recipe, self.kind = row.recipe, row.kind
                self._build()

    def _recipe_changed(self, recipe: MatrixRecipe) -> None:
        self.recipe = recipe
        if self.display_id is not None and not self.session.read_only:
            study, key = self.session.study, self.display_id
            self.session.change(lambda: set_recipe(study, key, recipe))
        self._build()

    def _build(self) -> None:
        if not self.isVisible():
            self._stale = True
            return
        self.right.setVisible(not self.other or self.panes[self.kind].lists_excerpts)
        self.bar.set_kind(self.kind, self.panes[self.kind].endings if self.other else ())
        if self.other:
            self._load_other()
            return
        study, recipe, language = self.session.study, self.recipe, ui_language()
        colours = theme_colours()

        def build() -> Built:
            if recipe is None:
                found = build_coverage(study)
                return Built(None, found, found.table(language), b"")
            matrix = build_matrix(study, recipe, language)
            drawn = b""
            if recipe.chart in ("bars", "stacked"):
                drawn = draw(matrix, recipe.chart, "svg", colours=colours, language=language)
            return Built(matrix, None, as_table(matrix, language), drawn)

        if recipe is not None:
            self.bar.set_recipe(recipe)
        self.text.set_rule(rule(recipe, language))
        self.bar.save.setVisible(self.display_id is None)
        self._save_action.setEnabled(self.display_id is None and not self.session.read_only)
        self.session.tasks.read("matrix", build, self._show)

    @property
    def other(self) -> bool:
        """Whether a display of another kind than a matrix or the coverage is shown."""
        return self.kind in self.panes

    def _load_other(self) -> None:
        pane = self.panes[self.kind]
        self.bar.save.hide()
        self._save_action.setEnabled(False)
        self.text.set_rule(pane.rule())
        if self.pages.currentWidget() is not pane:
            self._pane_listed("", None)
        self.pages.setCurrentWidget(pane)
        if self.display_id is not None:
            pane.load(self.display_id, self.list.title_of(self.display_id))

    def _pane_listed(self, title: str, only: ExcerptFilter | None) -> None:
        if not self.other:
            return
        self.cell_header.set_title(title or self.tr("Excerpts"))
        if only is None:
            self.cell_header.set_count(None)
            self.excerpts.clear()
        else:
            self._list(only)

    def _excerpt_menu(self, at: QPoint, rows: Sequence[ExcerptRow]) -> None:
        ids = list(dict.fromkeys(row.excerpt_id for row in rows))
        menu = QMenu(self)
        menu.addAction(self.tr("Open in the transcript")).triggered.connect(
            lambda: self._open(rows[0])
        )
        evidence = menu.addAction(self.tr("Add as evidence…"))
        evidence.triggered.connect(lambda: self.add_as_evidence.emit(ids))
        evidence.setEnabled(not self.session.read_only)
        for words, act in self.panes[self.kind].excerpt_actions(ids) if self.other else ():
            menu.addAction(words).triggered.connect(lambda _=False, a=act: a())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _show(self, built: Built) -> None:
        if self.other:  # it came back after another display was chosen
            return
        self.built = built
        matrix = built.matrix
        if matrix is None:
            self._show_coverage(built.table)
        elif not matrix.rows or not matrix.columns or not matrix.total:
            self.table.set_matrix(None, tinted=False)
            self.pages.setCurrentWidget(self.empty)
            self._cell_chosen(None)
        elif matrix.recipe.chart in ("bars", "stacked"):
            self.pages.setCurrentWidget(self.chart)
            self.chart.show_svg(built.svg)
        else:
            self.pages.setCurrentWidget(self.table)
            self.table.set_matrix(matrix, tinted=matrix.recipe.chart == "heat")
        self.status_changed.emit()

    def _show_coverage(self, table: list[list[str]]) -> None:
        heads, *rows = table
        self.coverage.setColumnCount(len(heads))
        self.coverage.setRowCount(len(rows))
        self.coverage.setHorizontalHeaderLabels(heads)
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.coverage.setItem(at, column, item)
        self.coverage.resizeColumnsToContents()
        self.pages.setCurrentWidget(self.coverage)
        self._cell_chosen(None)

    def _cell_chosen(self, place: tuple[Heading | None, Heading | None] | None) -> None:
        matrix = self.built.matrix
        if place is None or matrix is None:
            self.cell_header.set_title(self.tr("Excerpts"))
            self.cell_header.set_count(None)
            self.excerpts.clear()
            return
        row, column = place
        total = self.tr("all")
        names = [heading.name if heading is not None else total for heading in (row, column)]
        self.cell_header.set_title(" × ".join(names))
        self._list(cell_filter(matrix, row, column))

    def _list(self, only: ExcerptFilter) -> None:
        study = self.session.study

        def show(count: int) -> None:
            self.cell_header.set_count(count)
            self.excerpts.set_pages(
                count, lambda offset, limit: excerpts(
                    study, only, offset=offset, limit=limit
                )
            )  # fmt: skip

        self.session.tasks.read("cell", lambda: count_excerpts(study, only), show)

    def _cell_opened(self, place: tuple[Heading | None, Heading | None]) -> None:
        matrix, study = self.built.matrix, self.session.study
        if matrix is None:
            return
        only = cell_filter(matrix, *place)
        self.session.tasks.read(
            "cell-open",
            lambda: excerpts(study, only, limit=1),
            lambda found: found and self._open(found[0]),
        )

    def _open(self, row: ExcerptRow) -> None:
        self.open_excerpt.emit(row.source_id, row.start, row.end)

    def save(self) -> None:
        """Save the draft under a title."""
        if self.display_id is None and not self.session.read_only:
            ask_title(self, self.tr("Save display"), self._first_title(), self._save_as)

    def _first_title(self) -> str:
        if self.recipe is None:
            return ""
        names = (
            in_words(f"display.dimension.{d}") for d in (self.recipe.rows, self.recipe.columns)
        )
        return " × ".join(names)

    def _save_as(self, title: str) -> None:
        study, recipe, words = self.session.study, self.recipe, self.text.words()

        def saved(display_id: int) -> None:
            self.display_id = display_id
            self.list.wanted = display_id
            self.bar.save.hide()
            self._save_action.setEnabled(False)
            self.refresh()

        self.session.change(lambda: add_display(study, title, recipe, analytic_text=words), saved)

    def _text_written(self, words: str) -> None:
        if self.display_id is not None:
            study, key = self.session.study, self.display_id
            self.session.change(lambda: set_analytic_text(study, key, words))

    def copy(self) -> None:
        """Put the whole table on the clipboard, for a spreadsheet."""
        table = self.panes[self.kind].words() if self.other else self.built.table
        QGuiApplication.clipboard().setText(as_tsv(table))

    def export(self, ending: str) -> None:
        """Write the display to a file of that ending."""
        name = self.list.title_of(self.display_id) or self.tr("Matrix")
        fit = "".join(c if c.isalnum() or c in " -_×" else " " for c in name)
        first = documents_folder() / f"{fit}.{ending}"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), str(first), f"*.{ending}")
        if path:
            self.export_to(Path(path).with_suffix(f".{ending}"))

    def export_to(self, path: Path) -> None:
        """Write the display to `path`, off the GUI thread."""
        built, language = self.built, ui_language()
        title = self.list.title_of(self.display_id)
        own = self.panes[self.kind].writer() if self.other else None

        def write(_progress: object, _cancelled: object) -> None:
            if own is not None:
                own(path, title, language)
                return
            shown = built.matrix or built.coverage
            if shown is None:
                return
            if path.suffix in (".xlsx", ".csv"):
                write_matrix(shown, path, language, title)
            elif built.matrix is not None:
                kind = built.matrix.recipe.chart
                kind = kind if kind in ("bars", "stacked") else "heat"
                write_chart(built.matrix, kind, path, title, language)

        self.session.tasks.run(self.tr("Saving {name}").format(name=path.name), write, writes=False)
