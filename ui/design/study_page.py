"""The title, purpose and language of the study."""

from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.design.study_title import StudyTitle, edit_study, study_title
from app.study import Changed
from ui.session import Session


class StudyPage(QWidget):
    """A form that is saved by its button, or when the page is left."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._saved = StudyTitle("", "", "en")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(14)
        heading = QLabel(self.tr("The study"), self)
        heading.setProperty("kind", "heading")
        layout.addWidget(heading)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(18)
        self.title = QLineEdit(self)
        self.title.setMaximumWidth(720)
        self.purpose = QPlainTextEdit(self)
        self.purpose.setProperty("field", True)
        self.purpose.setMaximumSize(720, 260)
        self.language = QComboBox(self)
        self.language.addItem("Bahasa Indonesia", "id")
        self.language.addItem("English", "en")
        self.language.setMaximumWidth(240)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Purpose"), self.purpose)
        form.addRow(self.tr("Language of the report"), self.language)
        layout.addLayout(form)
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setProperty("accent", True)
        self.save_button.setMaximumWidth(140)
        layout.addWidget(self.save_button)
        layout.addStretch()
        self.save_button.clicked.connect(self.save)
        session.changed.connect(self._after_change)
        self.setEnabled(not session.read_only)

    def refresh(self) -> None:
        """Read the title again."""
        study = self.session.study
        self.session.tasks.read("study-title", lambda: study_title(study), self._show)

    def save(self) -> None:
        """Save what was typed, if anything was."""
        study = self.session.study
        now = StudyTitle(self.title.text(), self.purpose.toPlainText(), self.language.currentData())
        if now != self._saved and not self.session.read_only:
            self._saved = now
            values = {"title": now.title, "purpose": now.purpose, "language": now.language}
            self.session.change(lambda: edit_study(study, **values), failed=self._failed)

    def showEvent(self, event: object) -> None:
        self.refresh()

    def hideEvent(self, event: object) -> None:
        self.save()

    def _show(self, found: StudyTitle) -> None:
        self._saved = found
        self.title.setText(found.title)
        if self.purpose.toPlainText() != found.purpose:
            self.purpose.setPlainText(found.purpose)
        self.language.setCurrentIndex(self.language.findData(found.language))

    def _failed(self, error: Exception) -> None:
        self.session.tasks.problem.emit(error)
        self.refresh()

    def _after_change(self, changed: Changed) -> None:
        if changed.touches("study") and self.isVisible():
            self.refresh()
