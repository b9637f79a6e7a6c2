"""Counting the excerpts of a matrix: each once in a cell, however often it was coded there.

Whatever a row or column asks of an excerpt but its code (method, role, category, site, informant,
source) hangs on who speaks in which source: on its voice. So one aggregate gives the voices of the
codings of each code, one the keys of each voice, and the counting is that of lists and sets.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, String, cast, func, select

from app.display.recipe import Key, MatrixRecipe
from app.reduce import capacity
from models.collection import Source
from models.design import Category, Role, Site
from models.reduction import Coding, Excerpt

Place = tuple[Key, Key]
Token = str
"""A voice as the database says it: the id of a source, a colon, that of a speaker or nothing."""

_IN_CAPACITY: Mapping[str, Any] = {
    "method": Source.method,
    "role": Role.id,
    "category": Category.id,
    "site": Site.id,
}

token: Any = (
    cast(Excerpt.source_id, String) + ":" + func.coalesce(cast(Excerpt.speaker_id, String), "")
)


@dataclass(frozen=True, slots=True)
class Voices:
    """Of every voice that counts: the keys of its row and column (None for a code).

    `counted` is what stands for an excerpt where informants or sources are counted, each once: a
    unit or a source. It is None where excerpts are.
    """

    keys: tuple[Mapping[Token, Key], Mapping[Token, Key]]
    places: Mapping[Token, Place]
    counted: Mapping[Token, int] | None


@dataclass(frozen=True, slots=True)
class Coded:
    """The codings that count, by code.

    `tokens` holds one for each coding. `shared` holds the excerpts that carry more than one
    coding, so that none is counted twice, and `token_of` their voices.
    """

    tokens: Mapping[int, Sequence[Token]]
    shared: Mapping[int, Sequence[int]]
    token_of: Mapping[int, Token]

    def tally(self, codes: Iterable[int]) -> Counter[Token]:
        """Return how many excerpts each voice has under `codes`, each excerpt once."""
        wanted = list(codes)
        found = Counter(chain.from_iterable(self.tokens.get(code, ()) for code in wanted))
        shared = Counter(chain.from_iterable(self.shared.get(code, ()) for code in wanted))
        for excerpt, times in shared.items():
            if times > 1:
                found[self.token_of[excerpt]] -= times - 1
        return found


@dataclass(slots=True)
class Counts:
    """The counts of a matrix by key, none of them zero; `totals` are of the rows, the columns."""

    cells: dict[Place, int] = field(default_factory=dict)
    totals: tuple[dict[Key, int], dict[Key, int]] = field(default_factory=lambda: ({}, {}))
    total: int = 0


def counted_codings(recipe: MatrixRecipe, *columns: Any) -> Select[Any]:
    """Return the query for the codings that count: of kept excerpts, in the right directions."""
    query = select(*columns).join_from(Coding, Excerpt, Excerpt.id == Coding.excerpt_id)
    query = query.where(~Excerpt.set_aside)
    return query.where(Coding.direction.in_(recipe.directions)) if recipe.directions else query


def read_coded(connection: Connection, recipe: MatrixRecipe) -> Coded:
    """Read the codings that count. One row a code: 20,000 would take three times as long."""
    joined = counted_codings(recipe, Coding.code_id, func.aggregate_strings(token, ","))
    tokens = {
        code: found.split(",")
        for code, found in connection.execute(joined.group_by(Coding.code_id))
    }
    several = select(Coding.excerpt_id).group_by(Coding.excerpt_id).having(func.count() > 1)
    query = counted_codings(recipe, Coding.code_id, Coding.excerpt_id, token)
    shared: dict[int, list[int]] = defaultdict(list)
    token_of: dict[int, Token] = {}
    for code, excerpt, voice in connection.execute(query.where(Coding.excerpt_id.in_(several))):
        shared[code].append(excerpt)
        token_of[excerpt] = voice
    return Coded(tokens, shared, token_of)


def read_voices(connection: Connection, recipe: MatrixRecipe, coded: Coded) -> Voices:
    """Read the keys of every voice; one in a hidden row or column is left out."""
    asked = [d for d in (recipe.rows, recipe.columns) if d in _IN_CAPACITY]
    found = _in_capacity(connection, asked) if asked else {}
    places: dict[Token, Place] = {}
    counted: dict[Token, int] = {}
    for name in frozenset(chain.from_iterable(coded.tokens.values())):
        source, _, speaker = name.partition(":")
        keys: dict[str, Key] = {"code": None, "source": int(source)}
        keys["informant"] = int(speaker) if speaker else None
        keys.update(zip(asked, found.get(name, ()), strict=False))
        if _is_hidden(recipe, keys):
            continue
        places[name] = (keys[recipe.rows], keys[recipe.columns])
        unit = int(speaker) if speaker else -int(source)
        counted[name] = unit if recipe.counted == "informants" else int(source)
    rows = {name: row for name, (row, _) in places.items()}
    columns = {name: column for name, (_, column) in places.items()}
    return Voices((rows, columns), places, None if recipe.counted == "excerpts" else counted)


def _in_capacity(connection: Connection, asked: Sequence[str]) -> dict[Token, Sequence[Key]]:
    """Read method, role, category or site of every voice, from one excerpt of each."""
    first = select(func.min(Excerpt.id)).group_by(Excerpt.source_id, Excerpt.speaker_id)
    joined = capacity.with_capacity()
    if "role" in asked:
        joined = joined.outerjoin(Role, Role.id == capacity.role_id)
    if "category" in asked:
        joined = joined.outerjoin(Category, Category.id == capacity.category_id)
    if "site" in asked:
        joined = joined.outerjoin(Site, Site.id == capacity.site_id)
    query = select(token, *(_IN_CAPACITY[d] for d in asked)).select_from(joined)
    rows = connection.execute(query.where(Excerpt.id.in_(first)))
    return {name: keys for name, *keys in rows}


def count(
    recipe: MatrixRecipe,
    branches: Mapping[int, Iterable[int]],
    coded: Coded,
    voices: Voices,
) -> Counts:
    """Count cells and totals; `branches` are the codes that count for each shown code."""
    found = Counts()
    whole = _heard(coded, chain.from_iterable(branches.values()), voices)
    for at, dimension in enumerate((recipe.rows, recipe.columns)):
        if dimension != "code":
            found.totals[at].update(_sizes(whole, voices.keys[at], voices.counted))
    if recipe.of_codes:
        at = 0 if recipe.rows == "code" else 1
        for code, branch in branches.items():
            _count_code(found, (at, code), _heard(coded, branch, voices), voices)
    else:
        found.cells.update(_sizes(whole, voices.places, voices.counted))
    found.total = _size(whole, voices.counted)
    return found


def _heard(coded: Coded, codes: Iterable[int], voices: Voices) -> Mapping[Token, int]:
    """Return how many excerpts each voice has under `codes`, without hidden voices."""
    tally = coded.tally(frozenset(codes))
    for name in tally.keys() - voices.places.keys():
        del tally[name]
    return tally


def _count_code(
    found: Counts, code: tuple[int, int], heard: Mapping[Token, int], voices: Voices
) -> None:
    """Count the cells and the total of a code: 0 where it is a row, 1 where a column; its id."""
    at, key = code
    for across, size in _sizes(heard, voices.keys[1 - at], voices.counted).items():
        found.cells[(key, across) if at == 0 else (across, key)] = size
    if heard:
        found.totals[at][key] = _size(heard, voices.counted)


_K = TypeVar("_K", Key, Place)


def _sizes(
    heard: Mapping[Token, int], keys: Mapping[Token, _K], counted: Mapping[Token, int] | None
) -> dict[_K, int]:
    """Return how much is counted under each key."""
    if counted is None:
        sums: dict[_K, int] = {}
        for name, excerpts in heard.items():
            key = keys[name]
            sums[key] = sums.get(key, 0) + excerpts
        return sums
    once: dict[_K, set[int]] = defaultdict(set)
    for name in heard:
        once[keys[name]].add(counted[name])
    return {key: len(who) for key, who in once.items()}


def _size(heard: Mapping[Token, int], counted: Mapping[Token, int] | None) -> int:
    return sum(heard.values()) if counted is None else len({counted[name] for name in heard})


def _is_hidden(recipe: MatrixRecipe, keys: Mapping[str, Key]) -> bool:
    sides = ((recipe.rows, recipe.hidden_rows), (recipe.columns, recipe.hidden_columns))
    return any(d != "code" and keys[d] in hidden for d, hidden in sides)
