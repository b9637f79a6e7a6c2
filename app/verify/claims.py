"""What is triangulated: every code and every finding, in the order in which they are shown."""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, select

from app.language.words import say
from app.reduce.code_tree import Tree
from app.reduce.memo_marks import plain
from app.study import Study
from models.conclusions import Finding
from models.design import ResearchQuestion
from models.reduction import Code

ClaimKind = Literal["code", "finding"]
PATH_MARK = " > "


@dataclass(frozen=True, slots=True)
class Claim:
    """A code or a finding. `path` is a code's place in the tree, "Factors > Board support".

    `number` counts findings from 1, codes have 0. `question_id` is the focus: a code without one
    has that of the code above it. `depth` is 0 at the top of the tree.
    """

    kind: ClaimKind
    id: int
    name: str
    path: str
    number: int = 0
    question_id: int | None = None
    colour: str = ""
    depth: int = 0
    status: str = ""


def label_of(claim: Claim, language: str) -> str:
    """Return the short name of a finding, F3 (in Indonesian T3, temuan); a code has none."""
    return say("verify.finding_label", language, number=claim.number) if claim.number else ""


@dataclass(frozen=True, slots=True)
class Codes:
    """All codes as claims, in the order of the tree, and the tree."""

    claims: tuple[Claim, ...]
    tree: Tree


def read_codes(connection: Connection) -> Codes:
    """Read all codes."""
    query = select(Code.id, Code.parent_id, Code.name, Code.colour, Code.question_id)
    rows = {row.id: row for row in connection.execute(query.order_by(Code.position, Code.id)).all()}
    tree = Tree({row.id: row.parent_id for row in rows.values()})
    claims: dict[int, Claim] = {}
    for code_id, depth in tree.in_order():
        row = rows[code_id]
        above = claims.get(row.parent_id)
        path = f"{above.path}{PATH_MARK}{row.name}" if above else row.name
        question = row.question_id or (above.question_id if above else None)
        claims[code_id] = Claim("code", code_id, row.name, path, 0, question, row.colour, depth)
    return Codes(tuple(claims.values()), tree)


def codes_of(study: Study) -> Codes:
    """Return all codes of a study as claims, with their tree."""
    with study.read() as connection:
        return read_codes(connection)


def read_findings(connection: Connection) -> tuple[Claim, ...]:
    """Read all findings, by focus and then in their own order; they are numbered from 1."""
    query = (
        select(Finding.id, Finding.claim, Finding.question_id, Finding.status)
        .outerjoin(ResearchQuestion, ResearchQuestion.id == Finding.question_id)
        .order_by(
            ResearchQuestion.id.is_(None),
            ResearchQuestion.position,
            ResearchQuestion.id,
            Finding.position,
            Finding.id,
        )
    )
    return tuple(
        Claim("finding", row[0], words, words, number, row[2], status=row[3])
        for number, row in enumerate(connection.execute(query), 1)
        for words in (plain(row[1]),)
    )
