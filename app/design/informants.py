"""Informants: who they are, their roles, their site, whom they verify."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, delete, func, select
from sqlalchemy.orm import Session

from app.design import records
from app.design.records import Noun, Values
from app.errors import UserError
from app.study import Study
from models.design import Category, Informant, InformantRole, Role, Site, Verifies

FIELDS = ("code", "pseudonym", "post", "category_id", "site_id", "attributes", "note")
NOUN = Noun(Informant, "informant", "code", FIELDS, {})


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

    Besides the fields, a row may hold `role_ids` and `verifies`. Raises UserError for a code that
    is empty or taken.
    """
    names = ", ".join(str(row.get("code", "")) for row in rows[:3])
    more = " …" if len(rows) > 3 else ""
    with study.change("design.history.informant_added", name=names + more) as session:
        plain = [{k: v for k, v in row.items() if k in FIELDS} for row in rows]
        ids = records.add(study, NOUN, plain)
        for key, row in zip(ids, rows, strict=True):
            _set_roles(session, key, row.get("role_ids", ()))
            _set_verified(session, key, row.get("verifies", ()))
    return ids


def edit_informant(study: Study, informant_id: int, **values: Any) -> None:
    """Change what is given, `role_ids` and `verifies` among it. Raises UserError as adding does."""
    with study.read() as connection:
        name = records.name_of(connection, NOUN, informant_id)
    with study.change("design.history.informant_edited", name=name) as session:
        plain = {k: v for k, v in values.items() if k not in ("role_ids", "verifies")}
        if plain:
            records.update(study, NOUN, informant_id, plain)
        if "role_ids" in values:
            _set_roles(session, informant_id, values["role_ids"])
        if "verifies" in values:
            _set_verified(session, informant_id, values["verifies"])


def remove_informants(study: Study, ids: Collection[int]) -> None:
    """Remove informants; their turns and excerpts stay, without a speaker."""
    records.remove(study, NOUN, ids)


def order_informants(study: Study, ids: Sequence[int]) -> None:
    """Put informants in the order of `ids`."""
    records.reorder(study, NOUN, ids)


def _set_roles(session: Session, informant_id: int, role_ids: Sequence[int]) -> None:
    before = session.scalars(
        select(InformantRole.role_id)
        .where(InformantRole.informant_id == informant_id)
        .order_by(InformantRole.position, InformantRole.id)
    ).all()
    wanted = list(dict.fromkeys(role_ids))
    if list(before) == wanted:
        return
    session.execute(delete(InformantRole).where(InformantRole.informant_id == informant_id))
    session.add_all(
        InformantRole(informant_id=informant_id, role_id=role, position=position)
        for position, role in enumerate(wanted)
    )
    session.flush()


def _set_verified(session: Session, informant_id: int, verified: Sequence[int]) -> None:
    if informant_id in verified:
        raise UserError("design.verifies_self")
    before = set(
        session.scalars(select(Verifies.verified_id).where(Verifies.verifier_id == informant_id))
    )
    if before == set(verified):
        return
    session.execute(delete(Verifies).where(Verifies.verifier_id == informant_id))
    session.add_all(Verifies(verifier_id=informant_id, verified_id=v) for v in set(verified))
    session.flush()


def _grouped(
    connection: Connection, query: Select[int, int, str]
) -> defaultdict[int, list[tuple[int, str]]]:
    found: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for owner, key, name in connection.execute(query):
        found[owner].append((key, name))
    return found
