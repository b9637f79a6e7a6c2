"""The codes of an RQDA project: code categories become folders."""

from collections.abc import Callable, Iterator

from app.exchange.incoming import InCode, InSet
from app.exchange.others.alike import code_of
from app.exchange.others.database import Row, number, words
from app.exchange.others.gathering import Gathering

Alive = Callable[[str], Iterator[Row]]


def code_guid(gathering: Gathering, number: int | None) -> str:
    """Return the guid of the code with a number."""
    return gathering.ids.of("code", number)


def read_codes(gathering: Gathering, alive: Alive) -> tuple[tuple[InCode, ...], tuple[InSet, ...]]:
    """Return the codes, and sets of those that stand in several categories."""
    found: dict[str, InCode] = {}
    names: dict[int, str] = {}
    for row in alive("codecat"):
        category = number(row, "catid")
        if category is not None and category not in names:
            names[category] = words(row, "name")
            folder = code_of(gathering, row, _category(gathering, category), "", codable=False)
            found[folder.guid] = folder
    parents = _parents(alive, names)
    for row in alive("freecode"):
        code = number(row, "id")
        if code is not None:
            above = parents.get(code, [None])[0]
            parent = _category(gathering, above) if above is not None else ""
            made = code_of(gathering, row, code_guid(gathering, code), parent)
            found.setdefault(made.guid, made)
    return tuple(found.values()), _sets(gathering, names, parents)


def _parents(alive: Alive, names: dict[int, str]) -> dict[int, list[int]]:
    """Return the categories of each code, in the order in which it was put there."""
    parents: dict[int, list[int]] = {}
    for row in alive("treecode"):
        code, category = number(row, "cid"), number(row, "catid")
        if code is not None and category in names and category not in parents.get(code, ()):
            parents.setdefault(code, []).append(category)
    return parents


def _sets(
    gathering: Gathering, names: dict[int, str], parents: dict[int, list[int]]
) -> tuple[InSet, ...]:
    several = {code: above for code, above in parents.items() if len(above) > 1}
    gathering.tally["changed.several_parents"] += len(several)
    further: dict[int, list[str]] = {}
    for code, above in several.items():
        for category in above[1:]:
            further.setdefault(category, []).append(code_guid(gathering, code))
    return tuple(
        InSet(gathering.ids.of("codes", category), names[category], members=tuple(members))
        for category, members in further.items()
    )


def _category(gathering: Gathering, number: int) -> str:
    return gathering.ids.of("category", number)
