"""Clusters of codes that the same people speak of; a group that convinces becomes a category."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import StudyProblem
from app.reduce.clusters import OVERS, Clusters, cluster
from app.reduce.codes import CodeRow
from ui.folders import documents_folder
from ui.reduce.patterns.dendrogram import Dendrogram
from ui.reduce.patterns.dendrogram_file import write_picture
from ui.reduce.patterns.pairs_model import share_words
from ui.session import Session
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty import EmptyState


class ClustersPane(QWidget):
    """The dendrogram, the chosen group beneath it, and the codes that nobody speaks of."""

    chosen = Signal(list)
    group_wanted = Signal(list)
    shown_changed = Signal()
    coding_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._codes: dict[int, CodeRow] = {}
        self.drawing = Dendrogram(self)
        self.scroll = QScrollArea(self)
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.scroll.setWidget(self.drawing)
        self.apart = ElidedLabel(kind="soft", parent=self)
        self.group = ElidedLabel(kind="title", parent=self)
        self.make = QPushButton(self.tr("Make this a category"), self)
        self.make.setProperty("accent", True)
        self.make.clicked.connect(lambda: self.group_wanted.emit(list(self.drawing.chosen)))
        self.empty = EmptyState(
            "network",
            self.tr("No clusters yet"),
            self.tr("Codes come together here once two or more of them have excerpts."),
            self.tr("Go and code"),
            self,
        )
        self.empty.acted.connect(self.coding_wanted)
        self.controls = self._make_controls()
        self._arrange()
        self.drawing.group_chosen.connect(self._on_group)
        self.drawing.entered.connect(self._on_enter)
        self.drawing.cut_changed.connect(lambda _: self._say_cut())
        self.setFocusProxy(self.drawing)
        self._on_group([])

    def _make_controls(self) -> QWidget:
        controls = QWidget()
        words = (self.tr("informants"), self.tr("sources"))
        options: list[tuple[object, str]] = list(zip(OVERS, words, strict=True))
        self.over = ChoiceButton(self.tr("Alike by"), options, OVERS[0])
        self.over.chosen.connect(lambda _: self.read())
        self.cut = QLabel(controls)
        self.cut.setProperty("kind", "soft")
        self.export = QPushButton(self.tr("Export"), controls)
        menu = QMenu(self.export)
        for ending in ("png", "svg"):
            action = menu.addAction(ending.upper() + "…")
            action.triggered.connect(lambda _checked=False, e=ending: self.ask_and_export(e))
        self.export.setMenu(menu)
        row = QHBoxLayout(controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addStretch(1)
        for control in (self.cut, self.over, self.export):
            row.addWidget(control)
        return controls

    def _arrange(self) -> None:
        strip = QFrame(self)
        strip.setProperty("rule", "top")
        row = QHBoxLayout(strip)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(12)
        row.addWidget(self.group, 1)
        row.addWidget(self.make)
        shown = QWidget(self)
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.scroll, 1)
        silent = QHBoxLayout()
        silent.setContentsMargins(14, 4, 14, 6)
        silent.addWidget(self.apart)
        column.addLayout(silent)
        column.addWidget(strip)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(shown)
        self.stack.addWidget(self.empty)
        self.shown = shown
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    # --- showing ---------------------------------------------------------------------------

    def set_codes(self, rows: Sequence[CodeRow]) -> None:
        """Know the names of the codes."""
        self._codes = {row.id: row for row in rows}

    def read(self) -> None:
        """Cluster the codes again."""
        study = self.session.study
        over = next(each for each in OVERS if each == self.over.current())
        self.session.tasks.read(
            ("clusters", id(self)), lambda: cluster(study, over=over), self._show
        )

    def _show(self, found: Clusters) -> None:
        self.drawing.show_clusters(found, self._codes)
        self.stack.setCurrentWidget(self.shown if found.merges else self.empty)
        self.export.setEnabled(bool(found.merges))
        names = ", ".join(self._codes[code].name for code in found.apart if code in self._codes)
        words = self.tr("%n code(s) that nobody speaks of", "", len(found.apart))
        self.apart.setText(f"{words}: {names}")
        self.apart.setVisible(bool(found.apart))
        self._say_cut()

    def _say_cut(self) -> None:
        groups = sum(len(codes) > 1 for _, codes in self.drawing.groups)
        words = self.tr("%n group(s) at distance {distance}", "", groups)
        self.cut.setText(words.format(distance=share_words(self.drawing.cut)))
        self.shown_changed.emit()

    def status_text(self) -> str:
        return self.cut.text() if self.drawing.clusters.merges else ""

    # --- the chosen group ------------------------------------------------------------------

    def _on_group(self, ids: list[int]) -> None:
        names = ", ".join(self._codes[code].name for code in ids if code in self._codes)
        words = self.tr("Group of %n code(s)", "", len(ids))
        none = self.tr("Drag the line to cut the tree; click a group to see its codes.")
        self.group.setText(f"{words}: {names}" if ids else none)
        if ids:
            row = self.drawing.clusters.leaves.index(ids[0])
            self.scroll.ensureVisible(0, round(self.drawing.y_of(row)), 0, 40)
        self.make.setEnabled(len(ids) > 1 and not self.session.read_only)
        self.chosen.emit(ids)

    def _on_enter(self, ids: list[int]) -> None:
        if self.make.isEnabled():
            self.group_wanted.emit(ids)

    # --- exporting -------------------------------------------------------------------------

    def ask_and_export(self, ending: str) -> None:
        """Ask for a file and write the dendrogram to it."""
        name = self.tr("Clusters of codes")
        first = documents_folder() / f"{name}.{ending}"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), str(first), f"*.{ending}")
        if path:
            self.export_to(Path(path).with_suffix(f".{ending}"))

    def export_to(self, path: Path) -> None:
        """Write the dendrogram to `path`; what the disk complains of is shown as elsewhere."""
        try:
            write_picture(self.drawing, path)
        except StudyProblem as error:
            self.session.tasks.problem.emit(error)
