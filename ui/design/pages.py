"""The simple pages of the study design, each with its columns."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app.design import categories, coders, instruments, questions, roles, sites
from app.design.attributes import attribute_words, attributes_from
from app.study import Study
from ui.design.record_page import Deeds, RecordPage, Words
from ui.language import in_words
from ui.session import Session
from ui.widgets.record_table import Column, Option

ROLE_KINDS = ("key_person", "core_respondent", "verification_respondent", "other")
METHODS = ("interview", "observation", "questionnaire", "documentation")


def methods() -> tuple[Option, ...]:
    """Return the methods as options, in the words of the window."""
    return tuple(Option(m, in_words(f"study.methods.{m}")) for m in METHODS)


class QuestionsPage(RecordPage):
    """Research questions: label and words."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        deeds = Deeds(
            ("research_question",),
            questions.questions,
            questions.add_questions,
            questions.take_questions,
            questions.edit_question,
            questions.uses_of_questions,
            questions.remove_questions,
            questions.order_questions,
        )
        words = Words(
            self.tr("Research questions"),
            self.tr("New question"),
            self.tr("The foci that findings answer: F1, F2 … and their words."),
            "question",
        )
        columns = [
            Column("label", self.tr("Label"), width=100),
            Column("text", self.tr("Research question"), width=620),
        ]
        super().__init__(session, deeds, words, columns, parent)

    def first_values(self, number: int) -> dict[str, Any]:
        return {"label": f"F{number}"}


class SitesPage(RecordPage):
    """Sites: name, address, attributes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        deeds = Deeds(
            ("site",),
            sites.sites,
            sites.add_sites,
            sites.take_sites,
            sites.edit_site,
            sites.uses_of_sites,
            sites.remove_sites,
            sites.order_sites,
        )
        words = Words(
            self.tr("Sites"),
            self.tr("New site"),
            self.tr("Where the study is done, such as the schools of a cluster."),
            "site",
        )
        attributes_tip = self.tr("As in: status: core school; pupils: 412")
        columns = [
            Column("name", self.tr("Site"), width=260),
            Column("address", self.tr("Address"), width=320),
            Column("attributes", self.tr("Attributes"), width=260, tip=attributes_tip),
        ]
        super().__init__(session, deeds, words, columns, parent)

    def first_values(self, number: int) -> dict[str, Any]:
        return {"name": self.tr("Site {number}").format(number=number)}

    def value_of(self, key: str, value: Any) -> Any:
        return attributes_from(str(value)) if key == "attributes" else value

    def shown(self, found: Sequence[sites.SiteRow]) -> Sequence[Any]:
        return [
            {
                "id": row.id,
                "name": row.name,
                "address": row.address,
                "attributes": attribute_words(row.attributes),
            }
            for row in found
        ]


class CategoriesPage(RecordPage):
    """Source categories."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        deeds = Deeds(
            ("category",),
            categories.categories,
            categories.add_categories,
            categories.take_categories,
            categories.edit_category,
            categories.uses_of_categories,
            categories.remove_categories,
            categories.order_categories,
        )
        words = Words(
            self.tr("Source categories"),
            self.tr("New category"),
            self.tr(
                "Who or what evidence comes from: principal, chair, supervisor, teacher, document."
            ),
            "users",
        )
        columns = [Column("name", self.tr("Source category"), width=420)]
        super().__init__(session, deeds, words, columns, parent)

    def first_values(self, number: int) -> dict[str, Any]:
        return {"name": self.tr("Category {number}").format(number=number)}


class RolesPage(RecordPage):
    """Roles and their kinds."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        deeds = Deeds(
            ("role",),
            roles.roles,
            roles.add_roles,
            roles.take_roles,
            roles.edit_role,
            roles.uses_of_roles,
            roles.remove_roles,
            roles.order_roles,
        )
        words = Words(
            self.tr("Roles"),
            self.tr("New role"),
            self.tr("Key persons, core and verification respondents, and your own roles."),
            "user",
        )
        kinds = tuple(Option(kind, in_words(f"study.roles.{kind}")) for kind in ROLE_KINDS)
        tip = self.tr(
            "Triangulation compares core with verification respondents; key persons are reported "
            "beside them. Other roles stand for themselves."
        )
        columns = [
            Column("name", self.tr("Role"), width=300),
            Column("kind", self.tr("Counts in the rules as"), "choice", kinds, width=260, tip=tip),
        ]
        super().__init__(session, deeds, words, columns, parent)

    def first_values(self, number: int) -> dict[str, Any]:
        return {"name": self.tr("Role {number}").format(number=number)}

    def value_of(self, key: str, value: Any) -> Any:
        return value or "other" if key == "kind" else value


class InstrumentsPage(RecordPage):
    """Instruments and the method that each serves."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        deeds = Deeds(
            ("instrument",),
            instruments.instruments,
            instruments.add_instruments,
            instruments.take_instruments,
            instruments.edit_instrument,
            instruments.uses_of_instruments,
            instruments.remove_instruments,
            instruments.order_instruments,
        )
        words = Words(
            self.tr("Instruments"),
            self.tr("New instrument"),
            self.tr("Interview guides, questionnaires, observation sheets."),
            "document",
        )
        columns = [
            Column("name", self.tr("Instrument"), width=320),
            Column("method", self.tr("Method"), "choice", methods(), width=220),
        ]
        super().__init__(session, deeds, words, columns, parent)

    def first_values(self, number: int) -> dict[str, Any]:
        return {"name": self.tr("Instrument {number}").format(number=number)}


class CodersPage(RecordPage):
    """Coders, their colours and how much they coded."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        deeds = Deeds(
            ("coder", "coding"),
            coders.coders,
            _add_coders,
            coders.take_coders,
            coders.edit_coder,
            coders.uses_of_coders,
            coders.remove_coders,
        )
        words = Words(
            self.tr("Coders"),
            self.tr("New coder"),
            self.tr("Those who code; choose who codes now in the status line."),
            "user",
        )
        kinds = tuple(Option(kind, in_words(f"study.coders.{kind}")) for kind in coders.CODER_KINDS)
        columns = [
            Column("name", self.tr("Coder"), width=260),
            Column("colour", self.tr("Colour"), "colour", width=120),
            Column("kind", self.tr("Kind"), "choice", kinds, width=180),
            Column("codings", self.tr("Codings"), "number", editable=False, width=120),
        ]
        super().__init__(session, deeds, words, columns, parent)

    def first_values(self, number: int) -> dict[str, Any]:
        return {"name": self.tr("Coder {number}").format(number=number)}


def _add_coders(study: Study, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    return [coders.add_coder(study, row["name"]) for row in rows]
