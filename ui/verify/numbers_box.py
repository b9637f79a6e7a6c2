"""Numbers beside a claim (R10): what each suggests, and the researcher's own word for it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from app.verify.claims import ClaimKind
from app.verify.numbers import (
    ItemOffer,
    NumberRow,
    attach_number,
    confirm_number,
    detach_number,
    items_offered,
    numbers_of,
)
from app.verify.triangulation import Triangulated
from app.verify.wording import word
from ui.language import in_words, ui_language
from ui.session import Session
from ui.widgets.choice_button import ChoiceButton

STANCES = ("", "supports", "qualifies", "contradicts")


class NumbersBox(QWidget):
    """Rows of numbers with their stance, and a button that offers the items of all tables."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.claim: tuple[ClaimKind, int] | None = None
        self.cast: Triangulated | None = None
        self.rows: Sequence[NumberRow] = ()
        self.stances: list[ChoiceButton] = []
        self.title = QLabel(self.tr("Numbers as evidence (R10)"), self)
        self.title.setProperty("kind", "title")
        self.add = QPushButton(self.tr("Add a number"), self)
        self.add.setMenu(QMenu(self.add))
        self.list = QVBoxLayout()
        self.list.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addWidget(self.add)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self.list)
        self.hide()

    def show_claim(self, found: Triangulated) -> None:
        """Show the numbers beside a claim; hidden while the study has no tables of numbers."""
        self.claim = (found.claim.kind, found.claim.id)
        self.cast = found
        study, claim = self.session.study, self.claim

        def work() -> tuple[list[ItemOffer], list[NumberRow]]:
            return items_offered(study), numbers_of(study, *claim)

        self.session.tasks.read(("numbers", id(self)), work, self._show)

    def _show(self, found: tuple[list[ItemOffer], list[NumberRow]]) -> None:
        offers, self.rows = found
        self.setVisible(bool(offers))
        self.add.setDisabled(self.session.read_only)
        self._offer(offers)
        self.stances.clear()
        while self.list.count():
            item = self.list.takeAt(0)
            if item is not None and item.widget() is not None:
                item.widget().deleteLater()
        for row in self.rows:
            self.list.addWidget(self._line(row))

    def _offer(self, offers: Sequence[ItemOffer]) -> None:
        there = {row.item.item_id for row in self.rows}
        menu = self.add.menu()
        menu.clear()
        tables: dict[int, QMenu] = {}
        for offer in offers:
            if offer.item_id in there:
                continue
            table = tables.get(offer.table_id)
            if table is None:
                table = tables[offer.table_id] = menu.addMenu(offer.table.replace("&", "&&"))
            words = f"{offer.label} · {_figure(offer)}".replace("&", "&&")
            action = table.addAction(words)
            action.triggered.connect(lambda _=False, one=offer: self._attach(one))

    def _line(self, row: NumberRow) -> QWidget:
        line = QWidget(self)
        words = QLabel(f"{row.item.label} · {_figure(row.item)}", line)
        words.setToolTip(row.item.text or row.item.table)
        suggested = QLabel(self._suggested(row), line)
        suggested.setProperty("kind", "soft")
        options = [(s, word("stance", s, ui_language()) if s else "") for s in STANCES]
        options[0] = ("", self.tr("not confirmed"))
        stance = ChoiceButton("", options, row.stance, line)
        stance.chosen.connect(lambda value: self._confirm(row, str(value)))
        whose = ChoiceButton("", self._whose(), (row.category_id, row.role_id), line)
        whose.chosen.connect(lambda value: self._belongs(row, value))
        away = QPushButton(self.tr("Remove"), line)
        away.clicked.connect(lambda: self._remove(row))
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        for part in (words, suggested, stance, whose, away):
            across.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch(1)
        for part in (stance, whose, away):
            part.setDisabled(self.session.read_only)
        self.stances.append(stance)
        return line

    def _whose(self) -> list[tuple[object, str]]:
        """Whose figure it is: a source category, or a role; without one the table speaks alone."""
        assert self.cast is not None
        cast = self.cast.cast
        return [
            ((None, None), self.tr("of the table itself")),
            *(((number, None), name) for number, name in cast.categories.items()),
            *(((None, number), role.name) for number, role in cast.roles.items()),
        ]

    def _suggested(self, row: NumberRow) -> str:
        if row.item.suggested is None:
            return self.tr("suggests nothing")
        stance = in_words(f"verify.stance.{row.item.suggested}")
        return self.tr("suggests: {stance}").format(stance=stance)

    def _attach(self, offer: ItemOffer) -> None:
        if self.claim is not None:
            study, claim = self.session.study, self.claim
            self._change(lambda: attach_number(study, offer.item_id, *claim))

    def _confirm(self, row: NumberRow, stance: str) -> None:
        study = self.session.study
        self._change(lambda: confirm_number(study, row.id, stance))

    def _belongs(self, row: NumberRow, value: object) -> None:
        assert isinstance(value, tuple)
        study = self.session.study
        values = {"category_id": value[0], "role_id": value[1]}
        self._change(lambda: confirm_number(study, row.id, row.stance, **values))

    def _remove(self, row: NumberRow) -> None:
        study = self.session.study
        self._change(lambda: detach_number(study, row.id))

    def _change(self, work: object) -> None:
        found = self.cast

        def again(_: object) -> None:
            if found is not None and self.claim == (found.claim.kind, found.claim.id):
                self.show_claim(found)

        assert callable(work)
        self.session.change(work, again)


def _figure(offer: ItemOffer) -> str:
    value = "" if offer.value is None else f"{offer.value:g}".replace(".", in_words(_POINT))
    unit = " %" if offer.unit == "percent" and value else ""
    return " ".join(part for part in (f"{value}{unit}", offer.predicate) if part)


_POINT = "verify.list.decimal"
