"""Which claims a change touched, told from the history's own row images: removed rows as well."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from app.reduce.code_tree import Tree
from app.study import Changed
from models.conclusions import Evidence
from models.history import ChangeImage
from models.reduction import Coding

TOLD = frozenset({"coding", "excerpt", "code", "evidence", "finding"})
"""Entities of which a row tells the claims that it belongs to."""
BESIDE = frozenset(
    {"memo", "memo_link", "display", "coder", "instrument", "verifies", "text_edit", "retrieval"}
    | {"finding_check", "member_check", "rival", "rival_evidence", "override", "claim_link"}
    | {"checklist_answer", "refusal", "favourite_code", "form", "summary", "account", "pseudonym"}
)
"""Entities that no verdict depends on. A text edit counts by the excerpts that it changes."""

MANY = 5_000
"""From so many rows on it is cheaper to judge every claim."""


@dataclass(frozen=True, slots=True)
class Touched:
    """The codes and findings that a change touched itself; `moved` codes take their branch along.

    Ids of codes that are no longer there may be among them.
    """

    codes: frozenset[int]
    moved: frozenset[int]
    findings: frozenset[int]

    def with_relatives(self, tree: Tree) -> frozenset[int]:
        """Add the codes above those touched, whose evidence is theirs too."""
        found = set(self.codes)
        for code in self.moved:
            found.update(tree.branch(code))
        for code in tuple(found):
            found.update(tree.above(code))
        return frozenset(found)


def touched_by(connection: Connection, changed: Changed) -> Touched | None:
    """Return what a change touched; None where every claim must be judged again."""
    if not changed.rows.keys() <= TOLD | BESIDE or sum(map(len, changed.rows.values())) > MANY:
        return None
    excerpts = changed.rows.get("excerpt", frozenset())
    codes = _named(connection, "coding", "code_id", changed)
    findings = _named(connection, "evidence", "finding_id", changed)
    if excerpts:
        coded = select(Coding.code_id).where(Coding.excerpt_id.in_(excerpts))
        told = select(Evidence.finding_id).where(Evidence.excerpt_id.in_(excerpts))
        codes |= set(connection.scalars(coded))
        findings |= set(connection.scalars(told))
    moved = changed.rows.get("code", frozenset())
    above = _named(connection, "code", "parent_id", changed)
    return Touched(
        frozenset(codes | above | moved),
        moved,
        frozenset(findings | changed.rows.get("finding", frozenset())),
    )


def _named(connection: Connection, entity: str, column: str, changed: Changed) -> set[int]:
    """Return every id that the changed rows of `entity` ever had in `column`."""
    rows = changed.rows.get(entity)
    if not rows:
        return set()
    where = (ChangeImage.entity == entity, ChangeImage.row.in_(rows))
    before, after = (
        select(func.json_extract(image, f"$.{column}")).where(*where)
        for image in (ChangeImage.before, ChangeImage.after)
    )
    return {
        number
        for query in (before, after)
        for number in connection.scalars(query)
        if number is not None
    }
