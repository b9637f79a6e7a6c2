"""If-then tests: informants counted by two codes in a 2 × 2, and partitioned by a third one."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.reduce import capacity
from app.study import Study
from app.verify.claims import read_codes
from app.verify.voices import read_cast
from models.reduction import Code, Coding, Excerpt


@dataclass(frozen=True, slots=True)
class Cross:
    """How many informants speak of both codes, of one alone, of neither.

    `within` names the third code and `having` tells whether these are the informants who have it;
    without a third code `within` is empty.
    """

    both: int
    only_first: int
    only_second: int
    neither: int
    within: str = ""
    having: bool = True

    @property
    def holds(self) -> bool:
        """Whether everybody with the first code has the second: no case against "if A then B"."""
        return self.both > 0 and self.only_first == 0


@dataclass(frozen=True, slots=True)
class Crossed:
    """The names of the codes, and the tables: one, or two where a third code partitions."""

    names: tuple[str, ...]
    tables: tuple[Cross, ...]


def crossed(study: Study, first: int, second: int, third: int | None = None) -> Crossed | None:
    """Count all informants who take part in the study by codes; codes below a code are its own.

    None where a code is gone.
    """
    ids = [first, second] + ([third] if third is not None else [])
    with study.read() as connection:
        codes = read_codes(connection)
        names = {claim.id: claim.name for claim in codes.claims}
        if any(code not in names for code in ids):
            return None
        people = {who for _, who in read_cast(connection).taking_part if who is not None}
        have = [_speakers(connection, codes.tree.branches([code])) & people for code in ids]
    if third is None:
        return Crossed(tuple(names[code] for code in ids), (_cross(people, have[0], have[1]),))
    tables = (
        _cross(people & have[2], have[0], have[1], names[ids[2]], having=True),
        _cross(people - have[2], have[0], have[1], names[ids[2]], having=False),
    )
    return Crossed(tuple(names[code] for code in ids), tables)


def _cross(
    people: set[int], first: set[int], second: set[int], within: str = "", *, having: bool = True
) -> Cross:
    a, b = people & first, people & second
    return Cross(len(a & b), len(a - b), len(b - a), len(people - a - b), within, having)


def _speakers(connection: Connection, codes: Collection[int]) -> set[int]:
    """Return the informants who speak in excerpts with one of the codes."""
    query = (
        select(capacity.Speaker.id)
        .select_from(capacity.with_capacity())
        .join(Coding, Coding.excerpt_id == Excerpt.id)
        .join(Code, Code.id == Coding.code_id)
        .where(Code.id.in_(codes), ~Excerpt.set_aside, capacity.Speaker.id.is_not(None))
        .distinct()
    )
    return set(connection.scalars(query))
