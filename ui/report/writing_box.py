"""Writing the report: where to and as what, how far it is, and what is otherwise than before."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.report.recipe import ReportRecipe
from app.report.writing import ENDINGS, Written, write_report
from ui.folders import documents_folder
from ui.language import in_words
from ui.reduce.names.clear_dialog import show_names_in_the_clear
from ui.report.pdf import print_pdf
from ui.session import Session
from ui.tasks import Running
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.confirm import confirm

MOST_CHANGES = 200


class WritingBox(QFrame):
    """A path, a kind of file, one button; then progress, and afterwards what was done."""

    def __init__(
        self, session: Session, recipe: Callable[[], ReportRecipe], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("rule", "top")
        self.session, self._recipe = session, recipe
        self._written: Path | None = None
        self._running: Running | None = None
        self._agreed = {self._kept_path()}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 14)
        layout.setSpacing(8)
        layout.addLayout(self._path_row())
        layout.addLayout(self._kind_row())
        layout.addLayout(self._write_row())
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.hide()
        self.changes = QListWidget(self)
        self.changes.setAccessibleName(self.tr("What is otherwise than in the file before"))
        self.changes.setMaximumHeight(120)
        self.changes.hide()
        layout.addWidget(self.said)
        layout.addWidget(self.changes)
        layout.addLayout(self._after_row())
        session.tasks.progressed.connect(self._progressed)
        self._path_edited()

    @property
    def live(self) -> bool:
        """Whether what the researcher wrote in the file is to stay in it."""
        return self.keep_words.isChecked()

    # --- building --------------------------------------------------------------------------------

    def _path_row(self) -> QHBoxLayout:
        self.path = QLineEdit(str(self._kept_path()), self)
        self.path.setAccessibleName(self.tr("Write to"))
        self.path.editingFinished.connect(self._path_edited)
        self.choose_button = QPushButton(self.tr("Choose…"), self)
        self.choose_button.setAccessibleName(self.tr("Choose where to write"))
        self.choose_button.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(self.choose_button)
        return row

    def _kind_row(self) -> QHBoxLayout:
        names = (
            self.tr("Word (.docx)"),
            self.tr("web page (.html)"),
            self.tr("workbook (.xlsx)"),
            self.tr("PDF (.pdf)"),
        )
        kinds = tuple(zip(ENDINGS, names, strict=True))
        self.kind = ChoiceButton(self.tr("As"), kinds, ENDINGS[0], self)
        self.kind.chosen.connect(self._kind_chosen)
        self.keep_words = QCheckBox(self.tr("Keep my own words in it"), self)
        self.keep_words.setToolTip(
            self.tr("What you wrote in Word between the parts that Tilik wrote stays where it is.")
        )
        self.keep_words.setChecked(True)
        row = QHBoxLayout()
        row.addWidget(self.kind)
        row.addWidget(self.keep_words)
        row.addStretch()
        return row

    def _write_row(self) -> QHBoxLayout:
        self.button = QPushButton(self.tr("Write the report"), self)
        self.button.setProperty("accent", True)
        self.button.clicked.connect(self.write)
        self.names_button = QPushButton(self.tr("Names…"), self)
        self.names_button.setToolTip(self.tr("List the names that would still be read in the file"))
        self.names_button.clicked.connect(
            lambda: show_names_in_the_clear(self.session, self.window())
        )
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(self.tr("How far the report is"))
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.setAccessibleName(self.tr("Cancel writing the report"))
        self.cancel_button.clicked.connect(self.cancel)
        row = QHBoxLayout()
        row.addWidget(self.names_button)
        row.addWidget(self.button, 1)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel_button)
        self.bar.hide()
        self.cancel_button.hide()
        return row

    def _after_row(self) -> QHBoxLayout:
        self.open_button = QPushButton(self.tr("Open it"), self)
        self.open_button.clicked.connect(lambda: self._open(self._written))
        self.folder_button = QPushButton(self.tr("Show in folder"), self)
        self.folder_button.clicked.connect(
            lambda: self._open(self._written.parent if self._written else None)
        )
        row = QHBoxLayout()
        for button in (self.open_button, self.folder_button):
            button.hide()
            row.addWidget(button)
        row.addStretch()
        return row

    # --- doing -----------------------------------------------------------------------------------

    def write(self) -> None:
        """Write the report in the background, with progress and cancel."""
        if self._running is not None:
            return
        self._path_edited()
        path = Path(self.path.text()).expanduser()
        if not self._may_replace(path):
            return
        self._agreed.add(path)
        QSettings().setValue(self._key(), str(path))
        recipe, study = self._recipe(), self.session.study
        self._show_writing(True)
        self._running = self.session.tasks.run(
            self.tr("Writing the report"),
            lambda progress, cancelled: write_report(
                study, path, recipe, progress, cancelled, print_pdf
            ),
            self._ended,
            self._failed,
            writes=False,
        )

    def cancel(self) -> None:
        """Stop the writing: the file stays as it was."""
        if self._running is not None:
            self._running.cancel()
            self.cancel_button.setEnabled(False)

    def _ended(self, written: Written | None) -> None:
        self._running = None
        self._show_writing(False)
        self.said.show()
        self.changes.clear()
        if written is None:
            self.said.setText(self.tr("Cancelled; nothing was written."))
            self.changes.hide()
            return
        self._written = written.path
        lines = [self.tr("Written: {name}").format(name=written.path.name)]
        if written.before is not None:
            lines.append(in_words("chapter.copy_kept", name=written.before.name))
        if written.again and not written.changes:
            lines.append(self.tr("It says what it said before."))
        self.said.setText("\n".join(lines))
        for change in written.changes[:MOST_CHANGES]:
            kind = in_words(f"chapter.changes.{change.kind}")
            self.changes.addItem(f"{kind}: {change.title}".rstrip(": "))
        self.changes.setVisible(bool(written.changes))
        self.open_button.show()
        self.folder_button.show()

    def _failed(self, error: Exception) -> None:
        self._running = None
        self._show_writing(False)
        self.said.hide()
        self.session.tasks.problem.emit(error)

    def _progressed(self, running: Running) -> None:
        if running is self._running and running.total:
            self.bar.setRange(0, running.total)
            self.bar.setValue(running.done)

    def _show_writing(self, writing: bool) -> None:
        self.bar.setRange(0, 0)
        self.button.setVisible(not writing)
        self.bar.setVisible(writing)
        self.cancel_button.setVisible(writing)
        self.cancel_button.setEnabled(True)
        if writing:
            for widget in (self.said, self.changes, self.open_button, self.folder_button):
                widget.hide()

    def _may_replace(self, path: Path) -> bool:
        """Ask before a file is replaced that was not written from here."""
        if path in self._agreed or not path.exists():
            return True
        return confirm(
            self,
            self.tr("Replace “{name}”?").format(name=path.name),
            self.tr("There is a file of that name already."),
            self.tr("Replace it"),
        )

    def _choose(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Write the report to"),
            self.path.text(),
            self.tr("Reports (*.docx *.html *.xlsx *.pdf)"),
        )
        if path:
            self.path.setText(path)
            self._path_edited()
            self._agreed.add(Path(self.path.text()))  # the system has asked already

    def _kind_chosen(self, ending: object) -> None:
        path = Path(self.path.text())
        stem = path.stem if path.suffix.lower() in ENDINGS else path.name
        self.path.setText(str(path.with_name(f"{stem}{ending}")))
        self._path_edited()

    def _path_edited(self) -> None:
        """Give the name an ending that Tilik writes, and show which kind that is."""
        text = self.path.text().strip() or str(self._first_path())
        if Path(text).suffix.lower() not in ENDINGS:
            text += str(self.kind.current())
        self.path.setText(text)
        ending = Path(text).suffix.lower()
        self.kind.set_current(ending)
        self.keep_words.setVisible(ending == ENDINGS[0])

    def _open(self, path: Path | None) -> None:
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _kept_path(self) -> Path:
        kept = QSettings().value(self._key())
        return Path(str(kept)) if kept else self._first_path()

    def _first_path(self) -> Path:
        return documents_folder() / f"{self.session.study.path.stem}.docx"

    def _key(self) -> str:
        return f"report/{self.session.study.path}"
