"""Roles in the research, of a kind that the rules know, or the researcher's own."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from app.design import records
from app.design.records import Choice, Noun, Values
from app.design.uses import Use, uses
from app.study import Study
from models.design import ROLE_KINDS, Role

NOUN = Noun(Role, "role", "name", ("name", "kind"), {"kind": Choice(ROLE_KINDS, "study.roles")})


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role; `kind` is one of ROLE_KINDS."""

    id: int
    name: str
    kind: str


def roles(study: Study) -> list[RoleRow]:
    """Return all roles in their order."""
    found = records.listed(study, NOUN, Role.id, Role.name, Role.kind)
    return [RoleRow(*row) for row in found]


def add_roles(study: Study, rows: Sequence[Values]) -> list[int]:
    """Add roles in one step and return their ids. Raises UserError for a bad name or value."""
    return records.add(study, NOUN, rows)


def take_roles(study: Study, rows: Sequence[Values]) -> list[int]:
    """Take pasted roles in one step, known names changed, and return their ids."""
    return records.take(study, NOUN, rows)


def edit_role(study: Study, role_id: int, **values: Any) -> None:
    """Change what is given. Raises UserError for a bad name or value."""
    records.update(study, NOUN, role_id, values)


def uses_of_roles(study: Study, ids: Collection[int]) -> list[Use]:
    """Return what would be touched by removing roles."""
    return uses(study, NOUN.entity, ids)


def remove_roles(study: Study, ids: Collection[int]) -> None:
    """Remove roles; undo brings them back."""
    records.remove(study, NOUN, ids)


def order_roles(study: Study, ids: Sequence[int]) -> None:
    """Put roles in the order of `ids`."""
    records.reorder(study, NOUN, ids)
