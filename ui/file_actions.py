"""What the File and Help menus do to a study file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from app.check import CheckReport, check
from app.errors import StudyProblem
from app.faults import one_line
from app.study_files import create_study, restore, save_copy
from ui.errors import show_problem
from ui.folders import documents_folder
from ui.keys import KeysDialog
from ui.language import in_words, ui_language
from ui.recent import remember
from ui.session import Session
from ui.study_dialogs import BackupsDialog, NewStudyDialog

if TYPE_CHECKING:
    from app.exchange.merging.plan import Plan
    from ui.window import Window


class FileActions(QObject):
    """Each method is one entry of a menu."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window = window

    def new(self) -> None:
        dialog = NewStudyDialog(self.window)
        dialog.accepted.connect(lambda: self._make(dialog))  # shown again where it fails
        dialog.open()

    def _make(self, dialog: NewStudyDialog) -> None:
        try:
            study = create_study(
                dialog.path(),
                dialog.title.text(),
                dialog.language.currentData(),
                coder=dialog.coder.text().strip() or "A",
            )
        except StudyProblem as problem:
            dialog.open()
            show_problem(dialog, problem)
            return
        self.window.close_study()
        remember(study.path)
        self.window.begin(Session(study, self.window))

    def open(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self.window,
            self.tr("Open a study"),
            str(documents_folder()),
            self.tr("Studies (*.tilik);;All files (*)"),
        )
        if path and self.window.exchanging.take([Path(path)]):
            self.window.open(Path(path))

    def bring_in(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(
            self.window, self.tr("Import files"), str(documents_folder())
        )
        if paths:
            self.window.bring_in([Path(path) for path in paths])

    def bring_in_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(
            self.window, self.tr("Import a folder"), str(documents_folder())
        )
        if path:
            self.window.bring_in([Path(path)])

    def save_copy(self) -> None:
        session = self.window.session
        if session is None:
            return
        first = session.study.path.with_name(f"{session.study.path.stem} – 2.tilik")
        path, _ = QFileDialog.getSaveFileName(
            self.window, self.tr("Save a copy"), str(first), self.tr("Studies (*.tilik)")
        )
        if path:
            study = session.study
            session.tasks.run(
                self.tr("Saving a copy"),
                lambda _progress, _cancelled: save_copy(study, Path(path)),
                writes=False,
            )

    def merge(self) -> None:
        """Ask for a copy of this study, compare it, and show what merging it would do."""
        session = self.window.session
        if session is None:
            return
        chosen, _ = QFileDialog.getOpenFileName(
            self.window,
            self.tr("Merge a copy of this study"),
            str(session.study.path.parent),
            self.tr("Studies (*.tilik);;All files (*)"),
        )
        if chosen:
            self.merge_with(session, Path(chosen))

    def merge_with(self, session: Session, path: Path, *, force: bool = False) -> None:
        """Compare a copy with the study and show what merging it would do.

        `force`: also what is no copy of it, by guid and name alone.
        """
        from app.exchange.merging.merging import plan_merge

        study = session.study
        session.tasks.run(
            self.tr("Comparing the copies"),
            lambda _progress, _cancelled: plan_merge(study, path, force=force),
            lambda plan: self._show_merge(session, path, plan, force=force),
            lambda error: self._not_merged(session, path, error),
            writes=False,
        )

    def _not_merged(self, session: Session, path: Path, error: Exception) -> None:
        """Say why; what is no copy of the study can be merged by names all the same."""
        if not isinstance(error, StudyProblem):
            session.tasks.problem.emit(error)
            return
        box = show_problem(self.window, error)
        if error.key == "merging.other_study":
            names = box.addButton(self.tr("Merge by names"), QMessageBox.ButtonRole.AcceptRole)
            names.clicked.connect(lambda: self.merge_with(session, path, force=True))
            box.addButton(QMessageBox.StandardButton.Cancel)

    def _show_merge(self, session: Session, path: Path, plan: Plan, *, force: bool) -> None:
        from ui.exchange.merge_dialog import MergeDialog

        if self.window.session is session:
            dialog = MergeDialog(session, path, plan, self.window, force=force)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def restore(self) -> None:
        session = self.window.session
        if session is None:
            return
        dialog = BackupsDialog(session.study.path, self.window)
        dialog.accepted.connect(lambda: self._restore(dialog))
        dialog.open()

    def offer_backups(self, path: Path) -> None:
        """Offer the backups of a study that cannot be opened."""
        dialog = BackupsDialog(path, self.window)
        dialog.accepted.connect(lambda: self._put_back(path, dialog.chosen()))
        dialog.open()

    def _restore(self, dialog: BackupsDialog) -> None:
        session = self.window.session
        if session is not None and dialog.chosen() is not None:
            path = session.study.path
            self.window.close_study()
            self._put_back(path, dialog.chosen())

    def _put_back(self, path: Path, chosen: Path | None) -> None:
        if chosen is None:
            return
        try:
            restore(path, chosen)
        except StudyProblem as problem:
            show_problem(self.window, problem)
            return
        self.window.open(path)

    def check(self) -> None:
        session = self.window.session
        if session is not None:
            study = session.study
            session.tasks.run(
                self.tr("Checking the study"),
                lambda _progress, _cancelled: check(study),
                self._show_check,
                writes=False,
            )

    def _show_check(self, report: CheckReport) -> None:
        session = self.window.session
        if session is None:
            return
        box = QMessageBox(self.window)
        box.setWindowTitle("Tilik")
        if report.faults:
            box.setIcon(QMessageBox.Icon.Warning)
            box.setText("\n".join(fault.sentence(ui_language()) for fault in report.faults))
        else:
            box.setText(
                in_words(
                    "study.check.well",
                    name=one_line(session.study.path.name),
                    steps=report.steps,
                    sources=report.sources,
                    codings=report.codings,
                )
            )
        box.open()

    def keys(self) -> QDialog:
        dialog = KeysDialog(self.window.menus.all_actions(), self.window)
        dialog.open()
        return dialog

    def about(self) -> None:
        box = QMessageBox(self.window)
        box.setWindowTitle(self.tr("About Tilik"))
        box.setIconPixmap(self.window.windowIcon().pixmap(64, 64))
        box.setText(
            self.tr(
                "Tilik – to look closely.\n\nQualitative research coding with triangulation of "
                "method and of source, from the transcript to the Word chapter.\n\n"
                "Free software under the GNU General Public License, version 3 or later."
            )
        )
        box.open()
