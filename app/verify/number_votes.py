"""The votes of numbers (R10): a figure that the researcher confirmed speaks in its own method."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from app.reduce.code_tree import Tree
from app.verify.rules.votes import STANCE_BITS, Heard, UnitKind, Voice
from app.verify.voices import Cast, table_unit
from models.verification import Item, NumberEvidence, ScoreTable

Numbers = dict[tuple[str, int], tuple[Heard, ...]]
"""By claim (code or finding, its id): the tables that speak, and which way."""


def read_numbers(connection: Connection, cast: Cast) -> Numbers:
    """Read every number that was confirmed, in one query. Its unit is its table: one vote."""
    rows = connection.execute(
        select(
            NumberEvidence.on_entity,
            NumberEvidence.on_id,
            NumberEvidence.stance,
            NumberEvidence.category_id,
            NumberEvidence.role_id,
            Item.table_id,
            ScoreTable.method,
        )
        .join(Item, Item.id == NumberEvidence.item_id)
        .join(ScoreTable, ScoreTable.id == Item.table_id)
        .where(NumberEvidence.stance.in_(STANCE_BITS))
        .order_by(NumberEvidence.id)
    )
    found: dict[tuple[str, int], dict[Voice, int]] = {}
    for row in rows:
        role = cast.roles.get(row.role_id or 0)
        voice = Voice(
            unit=table_unit(row.table_id),
            method=row.method,
            category=cast.categories.get(row.category_id or 0),
            role_kind=role.kind if role else None,
            role=role.name if role else None,
            unit_kind=UnitKind.TABLE,
        )
        votes = found.setdefault((row.on_entity, row.on_id), {})
        votes[voice] = votes.get(voice, 0) | STANCE_BITS[row.stance]
    return {claim: tuple(votes.items()) for claim, votes in found.items()}


def with_branches_of(own: Numbers, tree: Tree) -> Numbers:
    """Add to the numbers of each code those of the codes under it."""
    found: dict[tuple[str, int], dict[Voice, int]] = {}
    for (kind, number), votes in own.items():
        above = tree.above(number) if kind == "code" else ()
        for claim in (number, *above):
            _add(found.setdefault((kind, claim), {}), dict(votes))
    return {claim: tuple(votes.items()) for claim, votes in found.items()}


def _add(votes: dict[Voice, int], more: Mapping[Voice, int]) -> None:
    for voice, bits in more.items():
        votes[voice] = votes.get(voice, 0) | bits
