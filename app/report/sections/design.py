"""The design of the study: foci, sites, informants and roles, methods, coverage."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

from sqlalchemy import Connection, select

from app.language.words import say
from app.report.document import ReportDocument
from app.report.recipe import ReportRecipe
from app.study import Study
from models.collection import Participation, Source
from models.design import (
    METHODS,
    Category,
    Coder,
    Coverage,
    Informant,
    InformantRole,
    Instrument,
    ResearchQuestion,
    Role,
    Site,
    Verifies,
)
from models.design import Study as StudyRow

WriteTable = Callable[..., None]


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write the section; a part for which the study holds nothing is left out."""
    document.heading(document.say("design.title"), 1, new_page=True)
    with study.read() as connection:
        purpose = connection.scalar(select(StudyRow.purpose)) or ""
        if purpose.strip():
            document.text(purpose.strip())
        write_questions(connection, document)
        write_sites(connection, document)
        _under(document, "informants", informants_table(connection, document))
        _methods(connection, document)
        _under(document, "sources", sources_table(connection, document))
        write_coverage(connection, document)
        _coders(connection, document)


def write_questions(connection: Connection, document: ReportDocument) -> None:
    """Write the foci as a list."""
    rows = connection.execute(
        select(ResearchQuestion.label, ResearchQuestion.text).order_by(
            ResearchQuestion.position, ResearchQuestion.id
        )
    ).all()
    if rows:
        document.heading(document.say("design.questions"), 2)
        for label, words in rows:
            document.list_item(f"{label}: {words}" if words else label)


def write_sites(connection: Connection, document: ReportDocument) -> None:
    """Write the sites as a table."""
    rows = connection.execute(
        select(Site.name, Site.address).order_by(Site.position, Site.id)
    ).all()
    if rows:
        document.heading(document.say("design.sites"), 2)
        document.table(
            document.say("design.sites_caption"),
            [document.say("number"), document.say("site"), document.say("design.address")],
            [[str(n), name, address] for n, (name, address) in enumerate(rows, 1)],
            [1, 5, 8],
            source=document.say("own_data"),
        )


def _under(document: ReportDocument, name: str, table: WriteTable | None) -> None:
    if table is not None:
        document.heading(document.say(f"design.{name}"), 2)
        table(wide=False)


def informants_table(connection: Connection, document: ReportDocument) -> WriteTable | None:
    """Return what writes the informants as a table; None where there are none."""
    rows = connection.execute(
        select(
            Informant.id,
            Informant.code,
            Informant.post,
            Category.name.label("category"),
            Site.name.label("site"),
        )
        .outerjoin(Category, Category.id == Informant.category_id)
        .outerjoin(Site, Site.id == Informant.site_id)
        .order_by(Informant.position, Informant.code)
    ).all()
    if not rows:
        return None
    roles = _grouped(
        connection,
        select(InformantRole.informant_id, Role.name)
        .join(Role, Role.id == InformantRole.role_id)
        .order_by(InformantRole.position, InformantRole.id),
    )
    capacities = _grouped(
        connection,
        select(Participation.informant_id, Role.name)
        .join(Role, Role.id == Participation.role_id)
        .where(Participation.informant_id.is_not(None))
        .order_by(Participation.source_id),
    )
    verified = _grouped(
        connection,
        select(Verifies.verifier_id, Informant.code)
        .join(Informant, Informant.id == Verifies.verified_id)
        .order_by(Informant.code),
    )
    heads = ("code", "design.post", "category", "role", "site", "design.verifies")
    return partial(
        document.table,
        document.say("design.informants_caption"),
        [document.say(head) for head in heads],
        [
            [
                row.code,
                row.post,
                row.category or "",
                "; ".join(dict.fromkeys([*roles.get(row.id, []), *capacities.get(row.id, [])])),
                row.site or "",
                _shortened(verified.get(row.id, [])),
            ]
            for row in rows
        ],
        [2, 4, 3, 4, 3.4, 3],
        source=document.say("own_data"),
    )


def _methods(connection: Connection, document: ReportDocument) -> None:
    counted = Counter(connection.scalars(select(Source.method)))
    used = [method for method in METHODS if counted[method]]
    if not used:
        return
    document.heading(document.say("design.methods"), 2)
    document.text(document.say("design.methods_text"))
    rows = []
    for method in used:
        name = say(f"study.methods.{method}", document.language)
        letter = say(f"study.letters.{method}", document.language)
        rows.append([letter, name, str(counted[method])])
    document.table(
        document.say("design.methods_caption"),
        [document.say("letter"), document.say("method"), document.say("sources")],
        rows,
        [1, 4, 2],
        numbers=[2],
        source=document.say("own_data"),
    )


def sources_table(connection: Connection, document: ReportDocument) -> WriteTable | None:
    """Return what writes the sources as a table; None where there are none."""
    rows = connection.execute(
        select(Source.id, Source.reference, Source.title, Source.method, Source.date, Site.name)
        .outerjoin(Site, Site.id == Source.site_id)
        .order_by(Source.method, Source.reference)
    ).all()
    if not rows:
        return None
    speakers = _grouped(
        connection,
        select(Participation.source_id, Informant.code)
        .join(Informant, Informant.id == Participation.informant_id)
        .order_by(Informant.code),
    )
    order = {method: n for n, method in enumerate(METHODS)}
    rows = sorted(rows, key=lambda row: (order[row.method], row.reference))
    heads = ("reference", "design.source_title", "method", "informants", "site", "date")
    return partial(
        document.table,
        document.say("design.sources_caption"),
        [document.say(head) for head in heads],
        [
            [
                row.reference,
                row.title,
                say(f"study.methods.{row.method}", document.language),
                ", ".join(speakers.get(row.id, [])),
                row.name or "",
                f"{row.date:%d/%m/%Y}" if row.date else "",
            ]
            for row in rows
        ],
        [2, 5, 2.6, 2, 3, 2.2],
        source=document.say("own_data"),
    )


def coverage_counts(connection: Connection) -> tuple[int, int]:
    """Return how many collections were planned (those done among them), and how many were done."""
    states = Counter(
        connection.scalars(select(Coverage.state).where(Coverage.instrument_id.is_not(None)))
    )
    return states["planned"] + states["done"], states["done"]


def write_coverage(connection: Connection, document: ReportDocument) -> None:
    """Write which informant was reached by which instrument."""
    instruments = connection.execute(
        select(Instrument.id, Instrument.name).order_by(Instrument.position, Instrument.id)
    ).all()
    states = {
        (row.informant_id, row.instrument_id): row.state
        for row in connection.execute(
            select(Coverage.informant_id, Coverage.instrument_id, Coverage.state).where(
                Coverage.instrument_id.is_not(None)
            )
        )
    }
    if not instruments or not states:
        return
    informants = connection.execute(
        select(Informant.id, Informant.code).order_by(Informant.position, Informant.code)
    ).all()
    wide = len(instruments) > 4
    document.heading(document.say("design.coverage"), 2, wide=wide)
    planned, done = coverage_counts(connection)
    document.text(document.say("design.coverage_text", planned=planned, done=done))
    rows = [
        [code, *(_state(document, states.get((key, i.id), "")) for i in instruments)]
        for key, code in informants
        if any((key, i.id) in states for i in instruments)
    ]
    document.table(
        document.say("design.coverage_caption"),
        [document.say("code"), *(instrument.name for instrument in instruments)],
        rows,
        [2, *([3] * len(instruments))],
        source=document.say("own_data"),
        wide=wide,
    )


def _coders(connection: Connection, document: ReportDocument) -> None:
    names = connection.scalars(select(Coder.name).order_by(Coder.id)).all()
    if names:
        document.text(document.say("design.coders", names=", ".join(names)))


def _state(document: ReportDocument, state: str) -> str:
    return document.say(f"design.state_{state}") if state in ("planned", "done") else ""


def _shortened(codes: list[str], shown: int = 4) -> str:
    more = f" +{len(codes) - shown}" if len(codes) > shown else ""
    return ", ".join(codes[:shown]) + more


def _grouped(connection: Connection, query: Any) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for key, value in connection.execute(query):
        found.setdefault(key, []).append(value)
    return found
