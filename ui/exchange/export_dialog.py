"""The study as a file that other programs read: which kind, where, what it cannot hold."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import StudyProblem
from app.exchange.exporting import export_study
from ui.folders import documents_folder
from ui.language import ui_language
from ui.reduce.names.clear_dialog import show_names_in_the_clear
from ui.session import Session
from ui.tasks import Running

MEASURE = 560


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: the ending of its name ("" for a folder), its name, what it holds."""

    suffix: str
    name: str
    holds: str


def kinds() -> list[Kind]:
    """Return the kinds of file that a study can be written as."""
    return [
        Kind(
            ".qdpx",
            QCoreApplication.translate("ExportDialog", "REFI-QDA project (.qdpx)"),
            QCoreApplication.translate(
                "ExportDialog",
                "Sources, codes, codings, cases and memos, for any program that knows the "
                "standard; all the rest beside it, for Tilik alone.",
            ),
        ),
        Kind(
            ".qdc",
            QCoreApplication.translate("ExportDialog", "REFI-QDA codebook (.qdc)"),
            QCoreApplication.translate(
                "ExportDialog", "The code tree with colours and descriptions, without a text."
            ),
        ),
        Kind(
            ".xlsx",
            QCoreApplication.translate("ExportDialog", "All tables as a workbook (.xlsx)"),
            QCoreApplication.translate("ExportDialog", "A sheet for each table of the study."),
        ),
        Kind(
            ".json",
            QCoreApplication.translate("ExportDialog", "All tables as JSON (.json)"),
            QCoreApplication.translate("ExportDialog", "Every row of every table, for scripts."),
        ),
        Kind(
            "",
            QCoreApplication.translate("ExportDialog", "All tables as CSV, in a folder"),
            QCoreApplication.translate(
                "ExportDialog", "A file for each table, for spreadsheets and statistics."
            ),
        ),
    ]


class ExportDialog(QDialog):
    """Nothing is blocked while it writes; what stood at the place stays until the file is whole."""

    written = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.kinds = kinds()
        self._running: Running | None = None
        self._own_place = False
        self.setWindowTitle(self.tr("Export the study"))
        self.setMinimumWidth(MEASURE)
        self.choices = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        for number, kind in enumerate(self.kinds):
            self._add_kind(column, number, kind)
        self.place = QLineEdit(self)
        self.place.setAccessibleName(self.tr("Write to"))
        self.place.textEdited.connect(self._placed)
        self.choose = QPushButton(self.tr("Choose…"), self)
        self.choose.clicked.connect(self._choose)
        place = QHBoxLayout()
        place.addWidget(self.place, 1)
        place.addWidget(self.choose)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        column.addSpacing(8)
        column.addLayout(place)
        column.addWidget(self.bar)
        column.addWidget(self.said)
        column.addLayout(self._buttons())
        self.choices.idToggled.connect(lambda _number, on: on and self._follow_kind())
        self.choices.button(0).setChecked(True)
        self._follow_kind()
        session.tasks.progressed.connect(self._moved)

    def _add_kind(self, column: QVBoxLayout, number: int, kind: Kind) -> None:
        button = QRadioButton(kind.name, self)
        self.choices.addButton(button, number)
        holds = QLabel(kind.holds, self)
        holds.setProperty("kind", "small")
        holds.setWordWrap(True)
        holds.setContentsMargins(26, 0, 0, 4)
        column.addWidget(button)
        column.addWidget(holds)

    def _buttons(self) -> QHBoxLayout:
        self.check = QPushButton(self.tr("Check for names…"), self)
        self.check.setToolTip(self.tr("List the names that would still be read in the file"))
        self.check.clicked.connect(lambda: show_names_in_the_clear(self.session, self))
        self.show_folder = QPushButton(self.tr("Show the folder"), self)
        self.show_folder.clicked.connect(self._show_folder)
        self.show_folder.hide()
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self._leave)
        self.write = QPushButton(self.tr("Export"), self)
        self.write.setProperty("accent", True)
        self.write.setDefault(True)
        self.write.clicked.connect(self._write)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.check)
        row.addWidget(self.show_folder)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.write)
        return row

    # --- what and where -------------------------------------------------------------------------

    def kind(self) -> Kind:
        """Return the kind that is chosen."""
        return self.kinds[max(0, self.choices.checkedId())]

    def path(self) -> Path:
        """Return where the file, or the folder, is to be."""
        return Path(self.place.text().strip())

    def _follow_kind(self) -> None:
        stem = self.session.study.path.stem
        here = self.path() if self._own_place else documents_folder() / stem
        bare = here.with_suffix("") if here.suffix in {k.suffix for k in self.kinds} else here
        self.place.setText(str(bare) + self.kind().suffix)

    def _placed(self, words: str) -> None:
        self._own_place = True
        self.write.setEnabled(bool(words.strip()))

    def _choose(self) -> None:
        kind, title = self.kind(), self.tr("Export the study")
        if kind.suffix:
            pattern = f"*{kind.suffix}"
            path, _ = QFileDialog.getSaveFileName(self, title, str(self.path()), pattern)
        else:
            path = QFileDialog.getExistingDirectory(self, title, str(documents_folder()))
        if path:
            self._own_place = True
            self.place.setText(path)
            self._follow_kind()

    # --- writing --------------------------------------------------------------------------------

    def _write(self) -> None:
        study, path = self.session.study, self.path()
        self.write.setEnabled(False)
        self.show_folder.hide()
        self.said.clear()
        self.bar.setRange(0, 0)
        self.bar.show()
        self.close_button.setText(self.tr("Cancel"))
        # On the writer: what was just coded is to be in the file.
        self._running = self.session.tasks.run(
            self.tr("Exporting {name}").format(name=path.name),
            lambda progress, cancelled: export_study(study, path, progress, cancelled),
            self._done,
            self._failed,
        )

    def _moved(self, running: Running) -> None:
        if running is self._running and running.total:
            self.bar.setRange(0, running.total)
            self.bar.setValue(running.done)

    def _done(self, whole: bool) -> None:
        path = self.path()
        self._end()
        if not whole:
            self.said.setText(self.tr("Cancelled: nothing was written."))
            return
        self.said.setText(self.tr("Written: {path}").format(path=path))
        self.show_folder.show()
        self.written.emit(path)

    def _failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, StudyProblem):
            self.session.tasks.problem.emit(error)
            return
        self.said.setText(error.sentence(ui_language()))

    def _end(self) -> None:
        self._running = None
        self.bar.hide()
        self.write.setEnabled(True)
        self.close_button.setText(self.tr("Close"))

    def _leave(self) -> None:
        if self._running is not None:
            self._running.cancel()
        else:
            self.close()

    def _show_folder(self) -> None:
        folder = self.path() if self.path().is_dir() else self.path().parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
