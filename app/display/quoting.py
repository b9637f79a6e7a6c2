"""The quotations in the cells of a matrix: the first of each cell, in the order of the sources."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from app.display.counting import Place, Voices, counted_codings, token
from app.display.recipe import MatrixRecipe
from app.reduce.excerpts import ExcerptFilter, ExcerptRow, excerpts
from app.study import Study
from models.reduction import Coding, Excerpt

AT_ONCE = 5_000
"""Excerpts read in one query: SQLite takes some 32,000 values in a statement."""


def choose_quotations(
    connection: Connection,
    recipe: MatrixRecipe,
    branches: Mapping[int, frozenset[int]],
    voices: Voices,
) -> dict[Place, list[int]]:
    """Return the ids of the first excerpts of each cell, as many as the recipe asks for."""
    above: dict[int, list[int]] = defaultdict(list)
    for code, branch in branches.items():
        for each in branch:
            above[each].append(code)
    in_order = counted_codings(recipe, Coding.excerpt_id, Coding.code_id, token).order_by(
        Excerpt.source_id, Excerpt.start, Excerpt.end, Coding.id
    )
    found: dict[Place, list[int]] = defaultdict(list)
    for excerpt, code, name in connection.execute(in_order):
        if name in voices.places:
            for place in _places(recipe, voices.places[name], above[code]):
                chosen = found[place]
                if len(chosen) < recipe.quotations and excerpt not in chosen:
                    chosen.append(excerpt)
    return found


def _places(recipe: MatrixRecipe, keys: Place, codes: Sequence[int]) -> Iterable[Place]:
    """Return the cells in which a coding stands, under each of `codes`."""
    if recipe.rows == "code":
        return [(code, keys[1]) for code in codes]
    if recipe.columns == "code":
        return [(keys[0], code) for code in codes]
    return [keys] if codes else []


def read_quotations(
    study: Study,
    recipe: MatrixRecipe,
    chosen: Mapping[Place, Sequence[int]],
    branches: Mapping[int, frozenset[int]],
    language: str,
) -> dict[Place, tuple[ExcerptRow, ...]]:
    """Read the excerpts that were chosen for each cell; one that is gone meanwhile is left out."""
    wanted = {each for ids in chosen.values() for each in ids}
    rows = _read(study, recipe, branches, wanted, language)
    code_at = (recipe.rows, recipe.columns).index("code") if recipe.of_codes else None
    found: dict[Place, tuple[ExcerptRow, ...]] = {}
    for place, ids in chosen.items():
        code = place[code_at] if code_at is not None else None
        branch = branches[code] if isinstance(code, int) else frozenset()
        found[place] = tuple(_as_coded(rows[each], branch) for each in ids if each in rows)
    return found


def _read(
    study: Study,
    recipe: MatrixRecipe,
    branches: Mapping[int, frozenset[int]],
    ids: Iterable[int],
    language: str,
) -> dict[int, list[ExcerptRow]]:
    """Read excerpts, each with a row for every coding that counts in the matrix."""
    everywhere: frozenset[int] = frozenset().union(*branches.values())
    wanted = sorted(ids)
    rows: dict[int, list[ExcerptRow]] = defaultdict(list)
    for at in range(0, len(wanted), AT_ONCE):
        page = ExcerptFilter(
            excerpts=wanted[at : at + AT_ONCE], directions=recipe.directions or None
        )
        for row in excerpts(study, page, language=language):
            if row.code_id in everywhere:
                rows[row.excerpt_id].append(row)
    return rows


def _as_coded(rows: Sequence[ExcerptRow], branch: frozenset[int]) -> ExcerptRow:
    """Return an excerpt as it is coded in the branch of a cell."""
    return next((row for row in rows if row.code_id in branch), rows[0])
