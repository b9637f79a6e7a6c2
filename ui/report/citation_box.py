"""How quotations are cited: the template of the study, with what it makes shown while typing."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from app.errors import StudyProblem, UserError
from app.reduce.citation_template import DEFAULT_TEMPLATE, set_citation_template, tried
from ui.language import ui_language
from ui.session import Session

TOKENS = "{method} {number} {informant} {role} {site} {date:%d/%m/%Y} {turn} {line} {reference}"


class CitationBox(QWidget):
    """A field for the template; Enter or leaving it keeps the template, if it can be used."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.language = "en"
        self._kept = ""
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("Citation template"))
        self.field.setToolTip(self.tr("Tokens: {tokens}").replace("{tokens}", TOKENS))
        self.field.setPlaceholderText(DEFAULT_TEMPLATE)
        self.field.setEnabled(not session.read_only)
        self.field.textChanged.connect(self._try)
        self.field.editingFinished.connect(self.keep)
        self.tried = QLabel(self)
        self.tried.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.field)
        layout.addWidget(self.tried)

    def show_template(self, template: str, language: str) -> None:
        """Show the template of the study, and what it makes in the report's language."""
        self.language = language
        if template != self._kept and not self.field.hasFocus():
            self.field.setText(template)
            self.field.setCursorPosition(0)
        self._kept = template
        self._try()

    def keep(self) -> None:
        """Keep the template in the study, where it is another one and can be used."""
        template = self.field.text().strip() or DEFAULT_TEMPLATE
        if template == self._kept or self.session.read_only or not self._try():
            return
        self._kept = template
        self.session.change(lambda: set_citation_template(self.session.study, template))

    def _try(self) -> bool:
        """Show what the template makes, or why it cannot be used."""
        template = self.field.text().strip() or DEFAULT_TEMPLATE
        problem: StudyProblem | None = None
        try:
            shown = "   ".join(tried(template, self.language))
        except UserError as error:
            problem, shown = error, error.sentence(ui_language())
        self.field.setProperty("invalid", problem is not None)
        self.tried.setProperty("kind", "problem" if problem else "small")
        for widget in (self.field, self.tried):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        made = QCoreApplication.translate("CitationBox", "Looks like: {shown}")
        self.tried.setText(shown if problem else made.replace("{shown}", shown))
        return problem is None
