"""The thresholds of the study: set in the window, with the claims that they would turn."""

from fractions import Fraction

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.verify.claims import label_of
from app.verify.rules.numbers import NumberBorders, read_number_borders
from app.verify.rules.thresholds import Thresholds
from app.verify.sensitivity import VerdictChange, what_changes
from app.verify.settings import reset_thresholds, set_thresholds
from app.verify.triangulation import Triangulation
from app.verify.wording import word
from ui.language import in_words, ui_language
from ui.session import Session

SHARES = ("negative_case", "refuting", "qualified", "coverage")
BORDERS = {"number_supports": "supports", "number_qualifies": "qualifies"}
MOST_NAMED = 6
PAUSE = 150  # ms between a change and the look at what it would turn


class ThresholdsDialog(QDialog):
    """Six numbers, what they would change, Save, and back to the rules' own."""

    def __init__(
        self, session: Session, found: Triangulation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session, self.found = session, found
        self.setWindowTitle(self.tr("Thresholds of the rules"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fields = {name: self._spin() for name in (*SHARES, *BORDERS)}
        self.changes = QLabel(self)
        self.changes.setWordWrap(True)
        self.changes.setMinimumHeight(120)
        self.changes.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        self._arrange()
        self._fill(found.thresholds, found.borders)
        for field in self.fields.values():
            field.valueChanged.connect(lambda _: self._pause.start())
        self.look()

    def chosen(self) -> dict[str, str]:
        """Return the thresholds that stand in the fields, shares as decimal words."""
        shares = {name: f"{self.fields[name].value() / 100:.4f}" for name in SHARES}
        return {**shares, **{name: f"{self.fields[name].value():g}" for name in BORDERS}}

    def look(self) -> None:
        """Work out which claims the numbers would turn, and say it."""
        found, chosen = self.found, self.chosen()

        def work() -> tuple[VerdictChange, ...] | UserError:
            try:
                read_number_borders(chosen)
                return what_changes(found, chosen)
            except UserError as error:
                return error

        self.session.tasks.read(("thresholds", id(self)), work, self._show)

    def _spin(self) -> QDoubleSpinBox:
        field = QDoubleSpinBox(self)
        field.setRange(0, 100)
        field.setDecimals(1)
        field.setSingleStep(5)
        field.setSuffix(" %")
        return field

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        for name, field in self.fields.items():
            label = in_words(f"gaps.threshold.{name}")
            form.addRow(label, field)
            field.setAccessibleName(label)
        head = QLabel(
            self.tr("These borders are Tilik’s own. What you set here is kept in the study."), self
        )
        head.setWordWrap(True)
        head.setProperty("kind", "soft")
        buttons = QDialogButtonBox(self)
        self.save = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setProperty("accent", True)
        self.own = buttons.addButton(
            self.tr("The rules’ own"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self.cancel = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.own.clicked.connect(lambda: self._fill(Thresholds(), NumberBorders()))
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        for part in (head, form, self.changes):
            if isinstance(part, QFormLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        column.addWidget(buttons)
        self.setMinimumWidth(520)

    def _fill(self, thresholds: Thresholds, borders: NumberBorders) -> None:
        for name in SHARES:
            self.fields[name].setValue(float(getattr(thresholds, name) * 100))
        for name, field in BORDERS.items():
            self.fields[name].setValue(float(getattr(borders, field)))

    def _show(self, found: tuple[VerdictChange, ...] | UserError) -> None:
        self.save.setEnabled(not isinstance(found, UserError) and not self.session.read_only)
        if isinstance(found, UserError):
            self.changes.setText(found.sentence(ui_language()))
            return
        if not found:
            self.changes.setText(self.tr("No verdict and no flag would change."))
            return
        head = self.tr("%n claim(s) would be judged otherwise:", "", len(found))
        lines = [self._line(change) for change in found[:MOST_NAMED]]
        more = len(found) - len(lines)
        if more:
            lines.append(self.tr("and %n more", "", more))
        self.changes.setText("\n".join([head, *lines]))

    def _line(self, change: VerdictChange) -> str:
        language = ui_language()
        name = label_of(change.claim, language) or change.claim.name
        before, after = (word("overall", v, language) for v in (change.before, change.after))
        if before == after:
            return self.tr("{claim}: {verdict}, by other counts or flags").format(
                claim=name, verdict=before
            )
        return f"{name}: {before} → {after}"

    def _save(self) -> None:
        study, chosen = self.session.study, self.chosen()
        own = {name: getattr(Thresholds(), name) for name in SHARES}
        own |= {name: getattr(NumberBorders(), field) for name, field in BORDERS.items()}
        if all(Fraction(value) == own[name] for name, value in chosen.items()):
            self.session.change(lambda: reset_thresholds(study), lambda _: None)
        else:
            self.session.change(lambda: set_thresholds(study, chosen), lambda _: None)
        self.accept()
