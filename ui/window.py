"""The window: a frame around the five rooms, with the study that is open in it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QMenuBar,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import history
from app.backup import backups
from app.design.coders import coders
from app.errors import StudyProblem
from app.study import Changed
from app.study_files import open_study
from ui.errors import show_problem
from ui.exchange.exchanging import Exchanging
from ui.find import FindField
from ui.history_panel import HistoryPanel
from ui.language import in_words, speak, ui_language
from ui.menus import Menus
from ui.progress import ProgressView
from ui.rail import Rail
from ui.recent import remember
from ui.rooms import Rooms
from ui.session import Session
from ui.status_line import StatusLine
from ui.study_badges import StudyBadges
from ui.welcome import Welcome

AFTER_PAINTING = 300
"""Milliseconds that the verdicts wait, so that the transcript is on the screen first."""

TITLE_BAR = 40
"""What the system's frame may need above the window."""

RESTORABLE = ("study.damaged", "study.empty", "study.not_a_study", "study.no_such_file")


class Window(QMainWindow):
    """One window with at most one open study."""

    def __init__(self) -> None:
        super().__init__()
        self.session: Session | None = None
        self.rooms: Rooms | None = None
        self.history: HistoryPanel | None = None
        self.badges: StudyBadges | None = None
        self.setWindowTitle("Tilik")
        room = self.screen().availableGeometry().size()
        self.resize(min(1440, room.width()), min(900, room.height() - TITLE_BAR))
        self.setAcceptDrops(True)
        self.setMenuWidget(self._top())
        self.setCentralWidget(self._middle())
        self.exchanging = Exchanging(self)
        self.menus = Menus(self)
        self._restore_layout()
        self._show_welcome()

    # --- the frame ---------------------------------------------------------------------------

    def _top(self) -> QWidget:
        top = QFrame(self)
        top.setProperty("rule", "bottom")
        top.setFixedHeight(40)
        layout = QHBoxLayout(top)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(8)
        self.title = QLabel("Tilik", top)
        self.title.setProperty("kind", "title")
        self.title.setMaximumWidth(360)
        self.menu_bar = QMenuBar(top)
        self.menu_bar.setNativeMenuBar(False)
        self.find = FindField(lambda: self.menus.all_actions(), top)
        self.find.place_chosen.connect(self.open_excerpt)
        self.find.code_chosen.connect(self.open_code)
        layout.addWidget(self.title)
        layout.addWidget(self.menu_bar)
        layout.addStretch()
        layout.addWidget(self.find)
        return top

    def _middle(self) -> QWidget:
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        self.rail = Rail(middle)
        self.rail.chosen.connect(self.enter)
        self.stack = QStackedWidget(middle)
        self.welcome = Welcome(middle)
        self.welcome.sample_wanted.connect(self.open_sample)
        self.welcome.new_wanted.connect(lambda: self.menus.files.new())
        self.welcome.open_wanted.connect(lambda: self.menus.files.open())
        self.welcome.study_chosen.connect(self.open)
        self.stack.addWidget(self.welcome)
        self._row = row
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        column.addLayout(row, 1)
        self.progress = ProgressView(middle)
        column.addWidget(self.progress)
        self.status = StatusLine(middle)
        self.status.coder_clicked.connect(self._choose_coder)
        self.status.undo_clicked.connect(lambda: self.session and self.session.undo())
        column.addWidget(self.status)
        return middle

    # --- opening and closing -----------------------------------------------------------------

    def open(self, path: Path) -> bool:
        """Open the study at `path` in place of the one that is open; say why if that fails."""
        if self.session is not None and path.resolve() == self.session.study.path:
            return True
        try:
            study = open_study(path)
        except StudyProblem as problem:
            box = show_problem(self, problem)
            if problem.key in RESTORABLE and backups(path):
                action = QMessageBox.ButtonRole.ActionRole
                button = box.addButton(self.tr("Restore a backup…"), action)
                button.clicked.connect(lambda: self.menus.files.offer_backups(path))
            return False
        self.close_study()
        self.begin(Session(study, self))
        remember(path)
        return True

    def open_sample(self) -> None:
        """Open the sample study, from the folder of the researcher's own data; made if missing."""
        from ui.sample import sample_path

        try:
            path = sample_path(ui_language())
        except StudyProblem as problem:
            show_problem(self, problem)
            return
        self.open(path)

    def begin(self, session: Session) -> None:
        """Show the study of `session`."""
        self.session = session
        session.changed.connect(self._after_change)
        session.tasks.problem.connect(lambda error: show_problem(self, error))
        self.progress.set_tasks(session.tasks)
        self.rooms = Rooms(session, self.stack)
        self.stack.addWidget(self.rooms)
        self.stack.setCurrentWidget(self.rooms)
        self.find.set_session(session)
        self.badges = StudyBadges(session, self)
        self.rail.show()
        self.menus.set_study_open(True, read_only=session.read_only)
        stage = str(QSettings().value(f"stage/{session.study.path}", "reduce"))
        self.enter(stage if self._has_sources() else "collect")
        self._show_names()
        self.badges.recompute_later(AFTER_PAINTING)

    def close_study(self) -> None:
        """Close the open study, if one is, and show the welcome page."""
        if self.session is None or self.rooms is None:
            return
        QSettings().setValue(f"stage/{self.session.study.path}", self.rooms.stage)
        self.find.set_session(None)
        self.progress.set_tasks(None)
        if self.history is not None:
            self._row.removeWidget(self.history)
            self.history.hide()
            self.history.deleteLater()
            self.history = None
        self.stack.removeWidget(self.rooms)
        self.rooms.hide()
        self.rooms.deleteLater()
        self.rooms = None
        self.exchanging.study_closed()
        session, self.session, self.badges = self.session, None, None
        session.close()
        session.deleteLater()
        self._show_welcome()

    def speak(self, language: str) -> None:
        """Make the window speak another language at once: it is built anew on the same study."""
        path = self.session.study.path if self.session is not None else None
        stage = self.rooms.stage if self.rooms is not None else ""
        self.close_study()
        speak(language)
        self.menus.deleteLater()
        self.setMenuWidget(self._top())
        self.setCentralWidget(self._middle())
        self.menus = Menus(self)
        self._show_welcome()
        if path is not None and self.open(path):
            self.enter(stage)

    def closeEvent(self, event: QCloseEvent) -> None:
        settings = QSettings()
        settings.setValue("window/geometry", self.saveGeometry())
        self.close_study()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls()]
        event.acceptProposedAction()
        studies = [path for path in paths if path.suffix == ".tilik"]
        if studies:
            self.open(studies[0])
        else:
            self.bring_in(paths)

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Take projects of other programs to their dialogs, everything else to the import page."""
        others = self.exchanging.take(paths)
        if others and self.session is not None and not self.session.read_only:
            self.enter("collect").bring_in(others)

    # --- moving about ------------------------------------------------------------------------

    def enter(self, stage: str) -> QWidget:
        """Go to a room and return it."""
        if self.rooms is None:
            raise RuntimeError("no study is open")
        new = stage not in self.rooms.made
        room = self.rooms.enter(stage)
        self.rail.set_current(stage)
        if new:
            room.open_excerpt.connect(self.open_excerpt)
            room.status_changed.connect(self._show_place)
            if self.badges is not None:
                self.badges.feed(stage, room)
            if hasattr(room, "actions_changed"):
                room.actions_changed.connect(lambda: self.menus.show_room(room))
            wanted = ("memo_wanted", "trace_wanted", "files_wanted")
            for name in ("add_as_evidence", "go_to_stage", *wanted):
                if hasattr(room, name):
                    getattr(room, name).connect(getattr(self, f"_{name}"))
        self.menus.show_room(room)
        self._show_place()
        room.setFocus()  # or the field on top would have the keys
        return room

    def open_excerpt(self, source_id: int, start: int, end: int) -> None:
        """Open the transcript of a source at [start, end)."""
        self.enter("reduce").go_to(source_id, start, end)

    def open_code(self, code_id: int) -> None:
        """Choose a code in the tree."""
        self.enter("reduce").choose_code(code_id)

    def toggle_history(self) -> None:
        """Show or hide the history beside the room."""
        if self.session is None:
            return
        if self.history is None:
            self.history = HistoryPanel(self.session, self)
            self.history.closed.connect(self.history.hide)
            self._row.addWidget(self.history)
            self.history.show()
        else:
            self.history.setVisible(not self.history.isVisible())

    def _add_as_evidence(self, excerpts: object) -> None:
        self.enter("verify").add_evidence(excerpts)

    def _go_to_stage(self, stage: str) -> None:
        self.enter(stage)

    def _files_wanted(self, paths: Sequence[Path]) -> None:
        self.bring_in(paths)

    def _memo_wanted(self, entity: str, row: int, title: str) -> None:
        self.enter("reduce").write_memo(entity, row, title)

    def _trace_wanted(self, entity: str, row: int) -> None:
        self.enter("verify").show_life_of(entity, row)

    # --- what the frame says ------------------------------------------------------------------

    def _show_welcome(self) -> None:
        self.setWindowTitle("Tilik")
        self.title.setText("Tilik")
        self.rail.hide()
        self.welcome.refresh()
        self.stack.setCurrentWidget(self.welcome)
        self.welcome.sample.setFocus()
        self.status.show_no_study()
        self.menus.set_study_open(False)

    def _has_sources(self) -> bool:
        from app.collect.sources import count_sources

        return self.session is not None and count_sources(self.session.study) > 0

    def _after_change(self, changed: Changed) -> None:
        self._show_names()
        if self.badges is not None:
            self.badges.after(changed)
        self._show_saved()

    def _show_names(self) -> None:
        if self.session is None:
            return
        study = self.session.study
        self.title.setText(
            self.title.fontMetrics().elidedText(study.title, Qt.TextElideMode.ElideRight, 350)
        )
        self.title.setToolTip(f"{study.title}\n{study.path}")
        self.setWindowTitle(f"{study.title} · {study.path.name} – Tilik")
        self.status.show_coder(study.coder_name)
        self._show_saved()
        if study.read_only:
            return
        self.session.tasks.read(
            "next-steps",
            lambda: (history.next_undo(study), history.next_redo(study)),
            self._show_steps,
        )

    def _show_saved(self) -> None:
        if self.session is None:
            return
        study = self.session.study
        if study.read_only:
            self.status.show_read_only(in_words(study.why_read_only))
        elif study.backup_problem is not None:
            self.status.show_without_backup(study.backup_problem.sentence(ui_language()))
        else:
            self.status.show_saved()

    def _show_steps(self, steps: tuple) -> None:
        back, forth = (step.sentence(ui_language()) if step else "" for step in steps)
        self.status.show_undo(back)
        self.menus.show_steps(back, forth)

    def _show_place(self) -> None:
        if self.rooms is not None:
            self.status.show_place(self.rooms.currentWidget().status_text())

    def _choose_coder(self, at: QPoint) -> None:
        if self.session is None:
            return
        study = self.session.study
        menu = QMenu(self)
        for coder in coders(study):
            action = QAction(coder.name, menu, checkable=True)
            action.setChecked(coder.id == study.coder_id)
            action.triggered.connect(partial(self._code_as, coder.id))
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at - QPoint(0, menu.sizeHint().height()))

    def _code_as(self, coder_id: int) -> None:
        if self.session is not None:
            self.session.study.code_as(coder_id)
            self._show_names()
            if self.rooms is not None and "reduce" in self.rooms.made:
                self.rooms.made["reduce"].coder_changed()

    def _restore_layout(self) -> None:
        geometry = QSettings().value("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
