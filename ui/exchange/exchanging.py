"""Where files of other programs come in and the study goes out: the dialogs of one window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.study import Study
from ui.recent import remember
from ui.session import Session

if TYPE_CHECKING:
    from ui.exchange.export_dialog import ExportDialog
    from ui.exchange.project_dialog import ProjectDialog
    from ui.window import Window


class Exchanging(QObject):
    """Takes files that are projects of other programs out of those that are dropped or chosen."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window = window
        self.dialogs: list[ProjectDialog] = []
        self.export: ExportDialog | None = None

    def take(self, paths: Sequence[Path]) -> list[Path]:
        """Open a dialog for each project among the paths; return the others."""
        from app.exchange.kinds import is_project  # the window opens without it

        projects = [path for path in paths if path.exists() and is_project(path)]
        for path in projects:
            self.show_project(path)
        return [path for path in paths if path not in projects]

    def show_project(self, path: Path) -> ProjectDialog:
        """Show what a project of another program holds, and ask where it is to go."""
        from ui.exchange.project_dialog import ProjectDialog

        dialog = ProjectDialog(path, self.window.session, self.window)
        dialog.made.connect(self._open)
        dialog.destroyed.connect(lambda: self._forget(dialog))
        self.dialogs.append(dialog)
        dialog.show()
        return dialog

    def show_export(self) -> None:
        """Ask as what, and where, the open study is to be written."""
        from ui.exchange.export_dialog import ExportDialog

        session = self.window.session
        if session is None:
            return
        self.export = ExportDialog(session, self.window)
        self.export.show()

    def study_closed(self) -> None:
        """The study that a dialog was to change or write is closed."""
        for dialog in list(self.dialogs):
            dialog.session_closed()
        if self.export is not None:
            self.export.close()
            self.export.deleteLater()
            self.export = None

    def _open(self, study: Study) -> None:
        self.window.close_study()
        remember(study.path)
        self.window.begin(Session(study, self.window))

    def _forget(self, dialog: ProjectDialog) -> None:
        if dialog in self.dialogs:
            self.dialogs.remove(dialog)
