"""The informants: code, roles, category, site, whom they verify, in one table."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from app.collect.leaving import remove_informants
from app.design.attributes import attribute_words, attributes_from
from app.design.categories import CategoryRow, categories
from app.design.informants import (
    InformantRow,
    add_informants,
    edit_informant,
    informants,
    order_informants,
    take_informants,
    uses_of_informants,
)
from app.design.roles import RoleRow, roles
from app.design.sites import SiteRow, sites
from app.study import Study
from ui.design.record_page import Deeds, RecordPage, Words
from ui.session import Session
from ui.widgets.record_table import Column, Option


class _Found(NamedTuple):
    informants: list[InformantRow]
    roles: list[RoleRow]
    categories: list[CategoryRow]
    sites: list[SiteRow]


class InformantsPage(RecordPage):
    """A new category, role or site is made by typing or pasting its name."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        deeds = Deeds(
            ("informant", "informant_role", "verifies", "role", "category", "site"),
            informants,
            add_informants,
            take_informants,
            edit_informant,
            uses_of_informants,
            remove_informants,
            order_informants,
        )
        words = Words(
            self.tr("Informants"),
            self.tr("New informant"),
            self.tr("Who speaks in the study. Copy a list from a spreadsheet and paste it here."),
            "users",
        )
        super().__init__(session, deeds, words, self._columns(), parent)

    def _columns(self) -> list[Column]:
        roles_tip = self.tr("One or more; the first counts where a source says nothing else.")
        verifies_tip = self.tr("The codes of the informants whose words this one can confirm.")
        attributes_tip = self.tr("As in: gender: f; years: 12")
        return [
            Column("code", self.tr("Code"), width=90),
            Column("pseudonym", self.tr("Pseudonym"), width=120),
            Column("post", self.tr("Position"), width=170),
            Column("category_id", self.tr("Category"), "choice", width=130, grows=True),
            Column("role_ids", self.tr("Roles"), "choices", width=220, tip=roles_tip, grows=True),
            Column("site_id", self.tr("Site"), "choice", width=150, grows=True),
            Column("verifies", self.tr("Verifies"), "choices", width=140, tip=verifies_tip),
            Column("attributes", self.tr("Attributes"), width=150, tip=attributes_tip),
            Column("note", self.tr("Note"), width=150),
        ]

    def first_values(self, number: int) -> dict[str, Any]:
        return {"code": f"I-{number:02}"}

    def value_of(self, key: str, value: Any) -> Any:
        return attributes_from(str(value)) if key == "attributes" else value

    def read(self, study: Study) -> _Found:
        return _Found(informants(study), roles(study), categories(study), sites(study))

    def shown(self, found: _Found) -> Sequence[Any]:
        named = (("role_ids", found.roles), ("category_id", found.categories))
        for key, rows in (*named, ("site_id", found.sites)):
            self.table.set_options(key, [Option(row.id, row.name) for row in rows])
        self.table.set_options("verifies", [Option(row.id, row.code) for row in found.informants])
        return [
            {key: getattr(row, key) for key in ("id", *(column.key for column in self.columns))}
            | {"attributes": attribute_words(row.attributes)}
            for row in found.informants
        ]
