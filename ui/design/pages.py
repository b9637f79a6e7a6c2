"""The pages of the study design, each with its columns."""

from typing import Any

from PySide6.QtWidgets import QWidget

from app.design import categories, coders, informants, instruments, questions, roles, sites
from app.study import Study
from ui.design.record_page import RecordPage, Use
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
        use = Use(
            questions.NOUN,
            ("research_question",),
            questions.questions,
            questions.add_questions,
            questions.edit_question,
            questions.remove_questions,
        )
        columns = [
            Column("label", self.tr("Label"), width=90),
            Column("text", self.tr("Research question"), width=620),
        ]
        super().__init__(
            session,
            use,
            columns,
            name=self.tr("Research questions"),
            new=self.tr("New question"),
            sentence=self.tr("The foci that findings answer: F1, F2 … and their words."),
            icon="question",
            parent=parent,
        )

    def first_values(self, number: int) -> dict[str, Any]:
        return {"label": f"F{number}"}


class SitesPage(RecordPage):
    """Sites: name and address."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        use = Use(
            sites.NOUN,
            ("site",),
            sites.sites,
            sites.add_sites,
            sites.edit_site,
            sites.remove_sites,
        )
        columns = [
            Column("name", self.tr("Site"), width=260),
            Column("address", self.tr("Address"), width=420),
        ]
        super().__init__(
            session,
            use,
            columns,
            name=self.tr("Sites"),
            new=self.tr("New site"),
            sentence=self.tr("Where the study is done, such as the schools of a cluster."),
            icon="site",
            parent=parent,
        )

    def first_values(self, number: int) -> dict[str, Any]:
        return {"name": self.tr("Site {number}").format(number=number)}


class CategoriesPage(RecordPage):
    """Source categories."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        use = Use(
            categories.NOUN,
            ("category",),
            categories.categories,
            categories.add_categories,
            categories.edit_category,
            categories.remove_categories,
        )
        super().__init__(
            session,
            use,
            [Column("name", self.tr("Source category"), width=420)],
            name=self.tr("Source categories"),
            new=self.tr("New category"),
            sentence=self.tr(
                "Who or what evidence comes from: principal, chair, supervisor, teacher, document."
            ),
            icon="users",
            parent=parent,
        )

    def first_values(self, number: int) -> dict[str, Any]:
        return {"name": self.tr("Category {number}").format(number=number)}


class RolesPage(RecordPage):
    """Roles and their kinds."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        use = Use(
            roles.NOUN,
            ("role",),
            roles.roles,
            roles.add_roles,
            roles.edit_role,
            roles.remove_roles,
        )
        kinds = tuple(Option(kind, in_words(f"study.roles.{kind}")) for kind in ROLE_KINDS)
        columns = [
            Column("name", self.tr("Role"), width=300),
            Column("kind", self.tr("Counts in the rules as"), "choice", kinds, width=260),
        ]
        super().__init__(
            session,
            use,
            columns,
            name=self.tr("Roles"),
            new=self.tr("New role"),
            sentence=self.tr("Key persons, core and verification respondents, and your own roles."),
            icon="user",
            parent=parent,
        )

    def first_values(self, number: int) -> dict[str, Any]:
        return {"name": self.tr("Role {number}").format(number=number)}


class InstrumentsPage(RecordPage):
    """Instruments and the method that each serves."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        use = Use(
            instruments.NOUN,
            ("instrument",),
            instruments.instruments,
            instruments.add_instruments,
            instruments.edit_instrument,
            instruments.remove_instruments,
        )
        columns = [
            Column("name", self.tr("Instrument"), width=320),
            Column("method", self.tr("Method"), "choice", methods(), width=220),
        ]
        super().__init__(
            session,
            use,
            columns,
            name=self.tr("Instruments"),
            new=self.tr("New instrument"),
            sentence=self.tr("Interview guides, questionnaires, observation sheets."),
            icon="document",
            parent=parent,
        )

    def first_values(self, number: int) -> dict[str, Any]:
        return {"name": self.tr("Instrument {number}").format(number=number)}


class CodersPage(RecordPage):
    """Coders and their colours."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        use = Use(
            None,
            ("coder", "coding"),
            coders.coders,
            _add_coders,
            coders.edit_coder,
            coders.remove_coders,
        )
        columns = [
            Column("name", self.tr("Coder"), width=260),
            Column("colour", self.tr("Colour"), "colour", width=120),
            Column("codings", self.tr("Codings"), "number", editable=False, width=120),
        ]
        super().__init__(
            session,
            use,
            columns,
            name=self.tr("Coders"),
            new=self.tr("New coder"),
            sentence=self.tr("Those who code; choose who codes now in the status line."),
            icon="user",
            parent=parent,
        )

    def first_values(self, number: int) -> dict[str, Any]:
        return {"name": self.tr("Coder {number}").format(number=number)}


class InformantsPage(RecordPage):
    """Informants with category, roles, site and whom they verify."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        use = Use(
            informants.NOUN,
            ("informant", "informant_role", "verifies", "role", "category", "site"),
            informants.informants,
            informants.add_informants,
            informants.edit_informant,
            informants.remove_informants,
        )
        columns = [
            Column("code", self.tr("Code"), width=90),
            Column("pseudonym", self.tr("Pseudonym"), width=120),
            Column("post", self.tr("Position"), width=170),
            Column("category_id", self.tr("Category"), "choice", width=140),
            Column("role_ids", self.tr("Roles"), "choices", width=210),
            Column("site_id", self.tr("Site"), "choice", width=150),
            Column("verifies", self.tr("Verifies"), "choices", width=150),
            Column("attributes", self.tr("Attributes"), width=150),
            Column("note", self.tr("Note"), width=160),
        ]
        super().__init__(
            session,
            use,
            columns,
            name=self.tr("Informants"),
            new=self.tr("New informant"),
            sentence=self.tr(
                "Who speaks in the study. Copy a list from a spreadsheet and paste it here."
            ),
            icon="users",
            parent=parent,
        )

    def first_values(self, number: int) -> dict[str, Any]:
        return {"code": f"I-{number:02}"}

    def value_of(self, key: str, value: Any) -> dict[str, Any]:
        if key == "attributes":
            return {key: _attributes(str(value))}
        if key in ("role_ids", "verifies") and isinstance(value, str):
            return {key: ()}
        if key in ("category_id", "site_id") and isinstance(value, str):
            return {key: None}
        return {key: value}

    def read(self, study: Study) -> Any:
        return (
            informants.informants(study),
            roles.roles(study),
            categories.categories(study),
            sites.sites(study),
        )

    def show_rows(self, found: Any) -> None:
        rows, known_roles, known_categories, known_sites = found
        self.table.set_options("role_ids", [Option(r.id, r.name) for r in known_roles])
        self.table.set_options("category_id", [Option(c.id, c.name) for c in known_categories])
        self.table.set_options("site_id", [Option(s.id, s.name) for s in known_sites])
        self.table.set_options("verifies", [Option(i.id, i.code) for i in rows])
        shown = [
            {key: getattr(row, key) for key in ("id", *(c.key for c in self.columns))}
            | {"attributes": "; ".join(f"{k}: {v}" for k, v in row.attributes.items())}
            for row in rows
        ]
        self.table.set_rows(shown)
        if self._edit_last and rows:
            self._edit_last = False
            self.table.edit(rows[-1].id, "code")


def _add_coders(study: Study, rows: Any) -> None:
    for row in rows:
        given = {"colour": row["colour"]} if row.get("colour") else {}
        coders.add_coder(study, row["name"], **given)


def _attributes(words: str) -> dict[str, str]:
    """Read "gender: f; years: 12"; a part without a colon stands under its own name."""
    found = {}
    for part in words.split(";"):
        name, _, value = part.partition(":")
        if name.strip():
            found[name.strip()] = value.strip()
    return found
