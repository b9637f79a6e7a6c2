"""Informants: who they are, their roles, their site, whom they verify."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select
from sqlalchemy.orm import Session

from app.design import records
from app.design.informant_ties import Ties
from app.design.records import Noun, Values
from app.design.uses import Use, uses
from app.study import Study
from models.design import Category, Informant, InformantRole, Role, Site, Verifies

FIELDS = ("code", "pseudonym", "post", "category_id", "site_id", "attributes", "note")
NOUN = Noun(Informant, "informant", "code", FIELDS)


@dataclass(frozen=True, slots=True)
class InformantRow:
    """An informant; `role_ids` in their order, `verifies` are ids of informants."""

    id: int
    code: str
    pseudonym: str
    post: str
    category_id: int | None
    category: str
    site_id: int | None
    site: str
    attributes: dict[str, str]
    note: str
    role_ids: tuple[int, ...]
    roles: tuple[str, ...]
    verifies: tuple[int, ...]
    verified_codes: tuple[str, ...]


def informants(study: Study) -> list[InformantRow]:
    """Return all informants in their order."""
    query = (
        select(
            Informant.id,
            Informant.code,
            Informant.pseudonym,
            Informant.post,
            Informant.category_id,
            func.coalesce(Category.name, "").label("category"),
            Informant.site_id,
            func.coalesce(Site.name, "").label("site"),
            Informant.attributes,
            Informant.note,
        )
        .outerjoin(Category, Category.id == Informant.category_id)
        .outerjoin(Site, Site.id == Informant.site_id)
        .order_by(Informant.position, Informant.code)
    )
    with study.read() as connection:
        rows = connection.execute(query).all()
        roles = _grouped(
            connection,
            select(InformantRole.informant_id, Role.id, Role.name)
            .join(Role, Role.id == InformantRole.role_id)
            .order_by(InformantRole.position, InformantRole.id),
        )
        verified = _grouped(
            connection,
            select(Verifies.verifier_id, Informant.id, Informant.code)
            .join(Informant, Informant.id == Verifies.verified_id)
            .order_by(Informant.position, Informant.code),
        )
    return [
        InformantRow(
            **row._mapping,
            role_ids=tuple(key for key, _ in roles[row.id]),
            roles=tuple(name for _, name in roles[row.id]),
            verifies=tuple(key for key, _ in verified[row.id]),
            verified_codes=tuple(code for _, code in verified[row.id]),
        )
        for row in rows
    ]


def add_informants(study: Study, rows: Sequence[Values]) -> list[int]:
    """Add informants in one step and return their ids.

    Besides the fields, a row may hold `role_ids` and `verifies`. Category, site, roles and verified
    ones are ids or words (see `app.design.informant_ties`). Raises UserError for a code that is
    empty or taken, and for a verified code that nobody has.
    """
    names = records.several(str(row.get("code", "")) for row in rows)
    with study.change("design.history.informant_added", name=names) as session:
        return _write_rows(session, rows, records.add_rows)


def take_informants(study: Study, rows: Sequence[Values]) -> list[int]:
    """Take pasted informants in one step: new codes are added, known ones changed.

    The rows are those of `add_informants`; one may verify another that stands below it. Raises
    UserError as adding does, and where a row has no code or two have the same.
    """
    with study.change("design.history.informant_pasted", count=len(rows)) as session:
        return _write_rows(session, rows, records.take_rows)


def edit_informant(study: Study, informant_id: int, **values: Any) -> None:
    """Change what is given, `role_ids` and `verifies` among it. Raises UserError as adding does."""
    with study.read() as connection:
        name = records.name_of(connection, NOUN, informant_id)
    with study.change("design.history.informant_edited", name=name) as session:
        ties = Ties(session)
        records.update_row(session, NOUN, informant_id, ties.fields(values))
        ties.write(informant_id, values)


def uses_of_informants(study: Study, ids: Collection[int]) -> list[Use]:
    """Return what would be touched by removing informants (`app.collect.leaving`)."""
    return uses(study, NOUN.entity, ids)


def order_informants(study: Study, ids: Sequence[int]) -> None:
    """Put informants in the order of `ids`."""
    records.reorder(study, NOUN, ids)


def _write_rows(
    session: Session,
    rows: Sequence[Values],
    write: Callable[[Session, Noun, Sequence[Values]], list[int]],
) -> list[int]:
    ties = Ties(session)
    ids = write(session, NOUN, [ties.fields(row) for row in rows])
    for key, row in zip(ids, rows, strict=True):
        ties.write(key, row)
    return ids


def _grouped(
    connection: Connection, query: Select[int, int, str]
) -> defaultdict[int, list[tuple[int, str]]]:
    found: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for owner, key, name in connection.execute(query):
        found[owner].append((key, name))
    return found
