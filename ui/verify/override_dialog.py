"""Putting one's own verdict in place of the computed one: which, and why."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.verify.overrides import override
from app.verify.rules.overall import Overall
from app.verify.triangulation import Triangulated
from app.verify.wording import word
from ui.language import in_words, ui_language
from ui.session import Session
from ui.widgets.choice_button import ChoiceButton


class OverrideDialog(QDialog):
    """A verdict and a reason; without a reason nothing can be kept."""

    def __init__(
        self, session: Session, found: Triangulated, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session, self.found = session, found
        self.setWindowTitle(self.tr("Override the verdict"))
        verdicts = [(str(one), in_words(f"verify.overall.{one}")) for one in Overall]
        self.verdict = ChoiceButton(self.tr("Verdict"), verdicts, str(found.stands), self)
        self.verdict.chosen.connect(lambda _: self._look())
        self.reason = QPlainTextEdit(self)
        self.reason.setProperty("field", True)
        self.reason.setTabChangesFocus(True)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(
            self.tr("What does the rule not see? An examiner will read this beside the verdict.")
        )
        self.reason.setPlainText("" if found.override is None else found.override.reason)
        self.reason.textChanged.connect(self._look)
        self.reason.setMinimumHeight(96)
        self._arrange()
        self._look()
        self.reason.setFocus()

    def _arrange(self) -> None:
        claim = QLabel(self.found.claim.name, self)
        claim.setProperty("kind", "title")
        claim.setWordWrap(True)
        computed = word("overall", self.found.overall, ui_language())
        said = QLabel(
            self.tr("Computed: {verdict}. It stays beside yours, wherever that appears.").format(
                verdict=computed.lower()
            ),
            self,
        )
        said.setProperty("kind", "soft")
        said.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self.save = buttons.addButton(self.tr("Override"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setProperty("accent", True)
        self.cancel = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for part in (claim, said, self.verdict, self.reason, buttons):
            column.addWidget(part)
        self.setMinimumWidth(500)

    def _look(self) -> None:
        self.save.setEnabled(bool(self.reason.toPlainText().strip()))

    def _save(self) -> None:
        study, claim = self.session.study, self.found.claim
        verdict, reason = str(self.verdict.current()), self.reason.toPlainText()
        self.session.change(lambda: override(study, claim.kind, claim.id, verdict, reason))
        self.accept()
