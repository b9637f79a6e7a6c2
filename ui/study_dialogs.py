"""The small dialogs around a study file: a new study, the backups to restore from."""

from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.backup import Backup, backups
from ui.folders import documents_folder
from ui.language import ui_language


class NewStudyDialog(QDialog):
    """Asks for the title, the language of the study, the coder and where it is kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New study"))
        self.setMinimumWidth(520)
        self._named = False
        self.title = QLineEdit(self)
        self.title.setPlaceholderText(self.tr("For example: KKG Gugus I Ciawi"))
        self.language = QComboBox(self)
        self.language.addItem("Bahasa Indonesia", "id")
        self.language.addItem("English", "en")
        self.language.setCurrentIndex(self.language.findData(ui_language()))
        self.coder = QLineEdit("A", self)
        self.place = QLineEdit(self)
        choose = QPushButton(self.tr("Choose…"), self)
        row = QHBoxLayout()
        row.addWidget(self.place)
        row.addWidget(choose)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Language of the report"), self.language)
        form.addRow(self.tr("Who codes"), self.coder)
        form.addRow(self.tr("Kept in"), row)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.make = buttons.addButton(self.tr("Make study"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.make.setProperty("accent", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(18)
        layout.addLayout(form)
        layout.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        choose.clicked.connect(self._choose)
        self.title.textChanged.connect(self._name)
        self.place.textEdited.connect(self._own_name)
        self._name("")

    def path(self) -> Path:
        """Return where the study is to be kept."""
        return Path(self.place.text())

    def _name(self, title: str) -> None:
        if not self._named:
            fit = "".join(c for c in title if c.isalnum() or c in " -_").strip()
            name = fit or self.tr("Study")
            self.place.setText(str(documents_folder() / f"{name}.tilik"))
        self.make.setEnabled(bool(title.strip()))

    def _own_name(self) -> None:
        self._named = True

    def _choose(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Keep the study in"), self.place.text(), self.tr("Studies (*.tilik)")
        )
        if path:
            self._named = True
            self.place.setText(path)


class BackupsDialog(QDialog):
    """Lists the backups of a study; one is chosen to be put in its place."""

    def __init__(self, study: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore a backup"))
        self.setMinimumSize(520, 380)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(12)
        words = QLabel(
            self.tr(
                "A copy is made before the first change after each opening; the last ten are kept. "
                "What stands in the study now is kept too, as one more backup."
            )
        )
        words.setWordWrap(True)
        layout.addWidget(words)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Backups"))
        for copy in backups(study):
            item = QListWidgetItem(self._line(copy))
            item.setData(Qt.ItemDataRole.UserRole, str(copy.path))
            self.list.addItem(item)
        layout.addWidget(self.list)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.restore = buttons.addButton(self.tr("Restore"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.restore.setProperty("accent", True)
        self.restore.setEnabled(False)
        layout.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.list.currentRowChanged.connect(lambda row: self.restore.setEnabled(row >= 0))
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())

    def chosen(self) -> Path | None:
        """Return the backup that was chosen."""
        item = self.list.currentItem()
        return Path(item.data(Qt.ItemDataRole.UserRole)) if item else None

    def _line(self, copy: Backup) -> str:
        when = QLocale().toString(copy.made_at, QLocale.FormatType.LongFormat)
        size = QLocale().formattedDataSize(copy.size)
        return f"{when}   ·   {size}"
