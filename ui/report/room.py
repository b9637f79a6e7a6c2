"""The report room: which sections and displays the Word file holds, and writing it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.report.outline import Outline, outline
from app.report.recipe import SECTIONS, ReportRecipe
from app.report.writing import write_report
from app.study import Changed
from ui.application import documents_folder
from ui.language import in_words, ui_language
from ui.session import Session
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.pane_header import PaneHeader

LANGUAGE_NAMES = (("id", "Bahasa Indonesia"), ("en", "English"))
Checked = Qt.CheckState.Checked


class ReportRoom(QWidget):
    """Sections at the left, their choices in the middle, what will be written at the right."""

    open_excerpt = Signal(int, int, int)
    status_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._written: Path | None = None
        self._stale = True
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sections_pane())
        row.addWidget(self._middle(), 1)
        session.changed.connect(self.refresh)

    # --- what the window asks ------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Report")

    def status_text(self) -> str:
        count = sum(item.checkState() == Checked for item in self._items())
        return self.tr("Report · %n section(s)", "", count)

    def actions_by_menu(self) -> dict[str, list[QAction]]:
        return {"file": [self.write_action]}

    def refresh(self, _changed: Changed | None = None) -> None:
        """Count again what the sections would hold, when the room can be seen."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        study, language = self.session.study, ui_language()
        self.session.tasks.read("outline", lambda: outline(study, language), self._show_outline)

    def showEvent(self, event: object) -> None:
        if self._stale:
            self.refresh()

    def recipe(self) -> ReportRecipe:
        """Return what is chosen now."""
        shown = tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in self._items(self.displays)
            if item.checkState() == Checked
        )
        sections = tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in self._items()
            if item.checkState() == Checked
        )
        recipe = ReportRecipe(language=self.language.current(), sections=sections)
        limit = self.limit.value() if self.limited.isChecked() else 0
        return replace(recipe, displays=shown, quotations=limit)

    # --- building --------------------------------------------------------------------------------

    def _sections_pane(self) -> QWidget:
        pane = QFrame(self)
        pane.setProperty("rule", "right")
        pane.setFixedWidth(320)
        layout = QVBoxLayout(pane)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(PaneHeader(self.tr("Sections")))
        self.sections = QListWidget(pane)
        self.sections.setAccessibleName(self.tr("Sections of the report"))
        self.sections.setFrameShape(QListWidget.Shape.NoFrame)
        self.sections.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        for section in SECTIONS:
            item = QListWidgetItem(in_words(f"report.sections.{section}"))
            item.setData(Qt.ItemDataRole.UserRole, section)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Checked)
            self.sections.addItem(item)
        self.sections.itemChanged.connect(lambda _item: self._chosen_changed())
        layout.addWidget(self.sections)
        note = QLabel(self.tr("Drag a section to move it. Appendices stand at the end."), pane)
        note.setProperty("kind", "small")
        note.setWordWrap(True)
        note.setContentsMargins(14, 6, 14, 12)
        layout.addWidget(note)
        return pane

    def _middle(self) -> QWidget:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        self.heading = QLabel(self.tr("Word report"), page)
        self.heading.setProperty("kind", "heading")
        layout.addWidget(self.heading)
        self.summary = QLabel(page)
        self.summary.setWordWrap(True)
        layout.addWidget(self.summary)
        self.lines = QLabel(page)
        self.lines.setWordWrap(True)
        self.lines.setProperty("kind", "soft")
        layout.addWidget(self.lines)
        layout.addSpacing(6)
        layout.addLayout(self._language_row(page))
        layout.addLayout(self._limit_row(page))
        layout.addWidget(_section(self.tr("Displays to print"), page))
        self.displays = QListWidget(page)
        self.displays.setAccessibleName(self.tr("Displays to print"))
        self.displays.setMaximumHeight(220)
        layout.addWidget(self.displays)
        layout.addWidget(_section(self.tr("Write to"), page))
        layout.addLayout(self._path_row(page))
        layout.addLayout(self._write_row(page))
        layout.addStretch()
        scroll.setWidget(page)
        return scroll

    def _language_row(self, page: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        self.language = ChoiceButton(
            self.tr("Language"), LANGUAGE_NAMES, self.session.study.language, page
        )
        row.addWidget(self.language)
        row.addStretch()
        return row

    def _limit_row(self, page: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        self.limited = QCheckBox(self.tr("At most this many quotations on each side"), page)
        self.limit = QSpinBox(page)
        self.limit.setRange(1, 99)
        self.limit.setValue(5)
        self.limit.setEnabled(False)
        self.limit.setAccessibleName(self.tr("Quotations on each side"))
        self.limited.toggled.connect(self.limit.setEnabled)
        row.addWidget(self.limited)
        row.addWidget(self.limit)
        row.addStretch()
        return row

    def _path_row(self, page: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        self.path = QLineEdit(str(self._first_path()), page)
        self.path.setAccessibleName(self.tr("Write to"))
        choose = QPushButton(self.tr("Choose…"), page)
        choose.clicked.connect(self._choose)
        row.addWidget(self.path)
        row.addWidget(choose)
        return row

    def _write_row(self, page: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        self.write_action = QAction(self.tr("Write the Word report"), self)
        self.write_action.setShortcut(QKeySequence("Ctrl+Shift+E"))
        self.write_action.triggered.connect(self.write)
        self.write_button = QPushButton(self.tr("Write Word file"), page)
        self.write_button.setProperty("accent", True)
        self.write_button.clicked.connect(self.write)
        self.open_button = QPushButton(self.tr("Open it"), page)
        self.open_button.clicked.connect(lambda: self._open(self._written))
        self.folder_button = QPushButton(self.tr("Show in folder"), page)
        self.folder_button.clicked.connect(
            lambda: self._open(self._written.parent if self._written else None)
        )
        self.said = QLabel(page)
        self.said.setWordWrap(True)
        for widget in (self.write_button, self.open_button, self.folder_button):
            row.addWidget(widget)
        row.addWidget(self.said, 1)
        self.open_button.hide()
        self.folder_button.hide()
        return row

    # --- doing -----------------------------------------------------------------------------------

    def write(self) -> None:
        """Write the report in the background, with progress and cancel."""
        path = Path(self.path.text()).expanduser()
        if path.suffix.lower() != ".docx":
            path = path.with_name(path.name + ".docx")
            self.path.setText(str(path))
        recipe, study = self.recipe(), self.session.study
        QSettings().setValue(f"report/{study.path}", str(path))
        self.write_button.setEnabled(False)
        self.session.tasks.run(
            self.tr("Writing the report"),
            lambda progress, cancelled: write_report(study, path, recipe, progress, cancelled),
            lambda whole: self._written_to(path, whole),
            self._failed,
            writes=False,
        )

    def _written_to(self, path: Path, whole: bool) -> None:
        self.write_button.setEnabled(True)
        self._written = path if whole else self._written
        self.open_button.setVisible(self._written is not None)
        self.folder_button.setVisible(self._written is not None)
        words = self.tr("Written: {name}") if whole else self.tr("Cancelled; nothing was written.")
        self.said.setText(words.format(name=path.name))

    def _failed(self, error: Exception) -> None:
        self.write_button.setEnabled(True)
        self.session.tasks.problem.emit(error)

    def _open(self, path: Path | None) -> None:
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _choose(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Write the report to"), self.path.text(), self.tr("Word files (*.docx)")
        )
        if path:
            self.path.setText(path)

    def _first_path(self) -> Path:
        kept = QSettings().value(f"report/{self.session.study.path}")
        name = f"{self.session.study.path.stem}.docx"
        return Path(str(kept)) if kept else documents_folder() / name

    def _chosen_changed(self) -> None:
        self.status_changed.emit()

    def _show_outline(self, shown: Outline) -> None:
        self.summary.setText(shown.summary)
        self.lines.setText("\n".join(shown.lines))
        unchosen = {
            item.data(Qt.ItemDataRole.UserRole)
            for item in self._items(self.displays)
            if item.checkState() != Checked
        }
        self.displays.clear()
        for key, title in shown.displays:
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if key in unchosen else Checked)
            self.displays.addItem(item)
        self.displays.setVisible(bool(shown.displays))
        self.status_changed.emit()

    def _items(self, view: QListWidget | None = None) -> list[QListWidgetItem]:
        shown = view if view is not None else self.sections
        return [shown.item(row) for row in range(shown.count())]


def _section(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("kind", "section")
    return label
