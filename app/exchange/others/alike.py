"""What the databases of several programs tell in the same way: codes, attributes, cases."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from app.exchange.incoming import InCase, InCode, InVariable
from app.exchange.others.database import Row, moment, number, words
from app.exchange.others.gathering import Gathering, colour_of, values_of

_TYPES = {"numeric": "float"}
Ties = Mapping[int, list[Row]]
"""By the number of a case: the rows that tie it to texts or to parts of them."""


class Texts(Protocol):
    """The texts of a database, as far as cases are tied to them."""

    def guid(self, source: int | None, /) -> str:
        """Return the guid of the source with a number."""

    def span_guid(self, row: Row, /) -> str:
        """Return the guid of the selection that ties a case to a part of a text."""

    def is_whole(self, row: Row, /) -> bool:
        """Tell whether a row ties a case to the whole of its source."""


def code_of(
    gathering: Gathering, row: Row, guid: str, parent: str, *, codable: bool = True
) -> InCode:
    """Return the code, or the folder of codes, that a row tells of."""
    return InCode(
        guid,
        words(row, "name"),
        parent,
        colour_of(words(row, "color")),
        words(row, "memo"),
        codable=codable,
        made_at=moment(row, "date"),
        user=gathering.owner(row),
    )


def variables_of(gathering: Gathering, rows: Iterable[Row], kind: str) -> tuple[InVariable, ...]:
    """Return the attributes, each name once; `kind` is the column of their types."""
    found: dict[str, InVariable] = {}
    for row in rows:
        name = words(row, "name")
        guid = gathering.ids.of("variable", name)
        if name.strip():
            told = _TYPES.get(words(row, kind), "text")
            found.setdefault(name, InVariable(guid, name, told, words(row, "memo")))
    return tuple(found.values())


def cases_of(
    gathering: Gathering,
    rows: tuple[Iterable[Row], str],
    ties: Ties,
    values: tuple[Mapping[int, list[Row]], str],
    texts: Texts,
) -> dict[int, InCase]:
    """Return the cases by number, with the texts that are theirs and their parts of others.

    `rows` come with the column of their number, `values` with that of the attribute's name. Ties of
    a case that is not there are counted as lost.
    """
    found: dict[int, InCase] = {}
    for row in rows[0]:
        case = number(row, rows[1])
        if case is None or case in found:
            continue
        tied = ties.get(case, ())
        whole = [texts.guid(number(r, "fid")) for r in tied if texts.is_whole(r)]
        found[case] = InCase(
            gathering.ids.of("case", case),
            words(row, "name"),
            words(row, "memo"),
            values_of(values[0].get(case, ()), values[1]),
            tuple(dict.fromkeys(whole)),
            tuple(texts.span_guid(r) for r in tied if not texts.is_whole(r)),
        )
    lost = [row for case, tied in ties.items() if case not in found for row in tied]
    gathering.tally["lost.case_ties"] += len(lost)
    return found
