"""The title, purpose and language of the study: kept as they are written."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.design.study_title import StudyTitle, edit_study, study_title
from app.study import Changed
from ui.session import Session
from ui.widgets.autosave_text import AutosaveText

MEASURE = 720


class StudyPage(QWidget):
    """A form without a button: what is left, or chosen, is kept."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._kept = StudyTitle("", "", "en")
        self._make_fields()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(14)
        heading = QLabel(self.tr("The study"))
        heading.setProperty("kind", "heading")
        layout.addWidget(heading)
        layout.addLayout(self._form())
        layout.addStretch()
        session.changed.connect(self._after_change)

    def _make_fields(self) -> None:
        fixed = self.session.read_only
        self.title = QLineEdit()
        self.title.setMaximumWidth(MEASURE)
        self.title.setReadOnly(fixed)
        self.title.setAccessibleName(self.tr("Title"))
        self.title.editingFinished.connect(self._keep_title)
        hint = self.tr("What the study is to find out, where and why.")
        self.purpose = AutosaveText(self.tr("Purpose"), hint, most=14)
        self.purpose.setMaximumWidth(MEASURE)
        self.purpose.setReadOnly(fixed)
        self.purpose.edited.connect(lambda words: self._keep(purpose=words.strip()))
        self.language = QComboBox()
        self.language.addItem("Bahasa Indonesia", "id")
        self.language.addItem("English", "en")
        self.language.setMaximumWidth(240)
        self.language.setEnabled(not fixed)
        self.language.setAccessibleName(self.tr("Language"))
        self.language.activated.connect(
            lambda _at: self._keep(language=self.language.currentData())
        )

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(18)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Purpose"), self.purpose)
        form.addRow(self.tr("Language"), self.language)
        said = QLabel(
            self.tr(
                "The language of the report and of citations: (I.KS-01) in English, (W.KS-01) in "
                "Indonesian."
            )
        )
        said.setProperty("kind", "small")
        said.setWordWrap(True)
        said.setMaximumWidth(MEASURE)
        form.addRow("", said)
        return form

    def refresh(self) -> None:
        """Read title, purpose and language again."""
        study = self.session.study
        self.session.tasks.read("study-title", lambda: study_title(study), self._show)

    def showEvent(self, event: object) -> None:
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keep_title()

    def _show(self, found: StudyTitle) -> None:
        if not (self.title.hasFocus() and self.title.isModified()):
            self.title.setText(found.title)
        self.purpose.show_text(found.purpose, anew=False)
        self.language.setCurrentIndex(self.language.findData(found.language))
        self._kept = found

    def _keep_title(self) -> None:
        if self.title.isModified() and self.title.text() != self._kept.title:
            self.title.setModified(False)
            self._keep(title=self.title.text())

    def _keep(self, **values: Any) -> None:
        study = self.session.study
        if not self.session.read_only:
            self.session.change(lambda: edit_study(study, **values), failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self.session.tasks.problem.emit(error)
        self.title.setModified(False)
        self.refresh()

    def _after_change(self, changed: Changed) -> None:
        if changed.touches("study") and self.isVisible():
            self.refresh()
