"""Agreement of two coders: by code, by source, in all; and of every pair of coders.

Units are characters, sentences (a coding that touches one codes it) or segments that match. Only
sources in which both coded are looked at, unless all are asked for; a code counts where at least
one of the two used it in the sources looked at.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Any

from sqlalchemy import select

from app.errors import UserError
from app.language.sentences import sentences
from app.study import Study
from app.verify.agreement.coded import (
    AUTOMATIC,
    Coded,
    CoderRow,
    NamedCode,
    read_coded,
    read_coders,
    read_codes,
)
from app.verify.agreement.measures import Counts, ac1, alpha, kappa, percent
from app.verify.agreement.spans import (
    MATCHING,
    Units,
    by_characters,
    by_segments,
    by_units,
    merged,
)
from models.design import Study as StudyRow

UNITS = ("characters", "sentences", "segments")
SETTING = "agreement"
"""Where in the study's settings the threshold of matching segments stands, as "matching"."""
GOOD = 0.80
"""What Miles & Huberman (1994) aim at, up to .90."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is compared: two coders, in which unit, in which sources (None: where both coded)."""

    left: int
    right: int
    unit: str = UNITS[0]
    sources: frozenset[int] | None = None
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """How two coders agree on some units; None is undefined.

    With segments the percentage is A / (A + D) and the measures that ask what chance would do are
    undefined, for there is no segment that neither coded.
    """

    counts: Counts
    percent: float | None
    kappa: float | None
    ac1: float | None
    alpha: float | None
    jaccard: float | None

    @property
    def units(self) -> float:
        """How many units were looked at."""
        counts = self.counts
        return counts.both + counts.left + counts.right + counts.neither


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one code, or of one source."""

    id: int
    name: str
    colour: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two coders agree; `sources` are those looked at."""

    recipe: Recipe
    left: CoderRow
    right: CoderRow
    matching: float
    sources: tuple[int, ...]
    whole: Figures
    by_code: tuple[Line, ...]
    by_source: tuple[Line, ...]


def figures(counts: Counts, unit: str = UNITS[0]) -> Figures:
    """Work the measures out from counts."""
    table = counts.table
    if unit == "segments":
        return Figures(counts, percent(table), None, None, None, counts.jaccard)
    return Figures(counts, percent(table), kappa(table), ac1(table), alpha(table), counts.jaccard)


def coders(study: Study) -> list[CoderRow]:
    """Return who codes in the study: people first, the busiest first."""
    with study.read() as connection:
        return read_coders(connection, read_coded(connection))


def first_pair(known: Collection[CoderRow]) -> tuple[int, int] | None:
    """Return the two coders to begin with; None where fewer than two have coded."""
    busy = [coder.id for coder in known if coder.codings]
    return (busy[0], busy[1]) if len(busy) > 1 else None


def agreement(study: Study, recipe: Recipe) -> Agreement:
    """Return how two coders agree. Raises UserError for one coder twice, or one that is gone."""
    return agreements(study, [recipe])[0]


def agreements(study: Study, recipes: Collection[Recipe]) -> list[Agreement]:
    """Return several agreements on one snapshot of the study."""
    with study.read() as connection:
        coded = read_coded(connection)
        known = {coder.id: coder for coder in read_coders(connection, coded)}
        codes = read_codes(connection)
        least = matching(connection.scalar(select(StudyRow.settings)) or {})
        work = _Work(study, coded, codes, known, least)
        return [work.compare(recipe) for recipe in recipes]


def all_pairs(study: Study, unit: str = UNITS[0], *, everywhere: bool = False) -> list[Agreement]:
    """Return the agreement of every two people who coded."""
    busy = [coder.id for coder in coders(study) if coder.codings and coder.kind != AUTOMATIC]
    return agreements(
        study, [Recipe(a, b, unit, everywhere=everywhere) for a, b in combinations(busy, 2)]
    )


def matching(settings: Mapping[str, Any]) -> float:
    """Return from which overlap on two segments match, as the study sets it."""
    return float(settings.get(SETTING, {}).get("matching", MATCHING))


def set_matching(study: Study, least: float) -> None:
    """Set from which intersection / union two segments match. Raises UserError outside (0, 1]."""
    if not 0 < least <= 1:
        raise UserError("agreement.matching_range")
    with study.change("agreement.history.matching", share=f"{least:.2f}") as session:
        row = session.scalars(select(StudyRow)).one()
        row.settings = {**row.settings, SETTING: {"matching": least}}


def looked_at(coded: Coded, recipe: Recipe) -> tuple[int, ...]:
    """Return the sources that a recipe looks at, by reference."""
    if recipe.everywhere:
        wanted: Collection[int] = set(coded.lengths)
    else:
        wanted = coded.sources_of(recipe.left) & coded.sources_of(recipe.right)
    chosen = wanted if recipe.sources is None else set(wanted) & recipe.sources
    return tuple(source for source in coded.lengths if source in chosen)


@lru_cache(maxsize=512)
def _sentences(text: str, language: str) -> Units:
    """Return the sentences of a text; kept, for each look at the figures asks for them again."""
    return Units(sentences(text, language))


class _Work:
    """A snapshot of the codings while agreements are worked out."""

    def __init__(
        self,
        study: Study,
        coded: Coded,
        codes: Mapping[int, NamedCode],
        known: Mapping[int, CoderRow],
        least: float,
    ) -> None:
        self.study, self.coded, self.codes = study, coded, codes
        self.known, self.least = known, least
        self._sentences: dict[int, Units] = {}

    def compare(self, recipe: Recipe) -> Agreement:
        left, right = self._coder(recipe.left), self._coder(recipe.right)
        if left.id == right.id:
            raise UserError("agreement.same_coder")
        if recipe.unit not in UNITS:
            raise UserError("agreement.unknown_unit", unit=recipe.unit, known=", ".join(UNITS))
        sources = looked_at(self.coded, recipe)
        used = {code for who in (left, right) for code in self.coded.codes_of(who.id, set(sources))}
        codes = [code for code in self.codes if code in used]
        counts = {(s, c): self._counts(recipe, s, c) for s in sources for c in codes}

        def make(some: Collection[Counts]) -> Figures:
            return figures(sum(some, Counts()), recipe.unit)

        return Agreement(
            recipe=recipe,
            left=left,
            right=right,
            matching=self.least,
            sources=sources,
            whole=make(list(counts.values())),
            by_code=tuple(
                Line(
                    code,
                    self.codes[code].path,
                    self.codes[code].colour,
                    make([counts[s, code] for s in sources]),
                )
                for code in codes
            ),
            by_source=tuple(
                Line(s, self.coded.references[s], "", make([counts[s, c] for c in codes]))
                for s in sources
            ),
        )

    def _counts(self, recipe: Recipe, source: int, code: int) -> Counts:
        left = self.coded.of(recipe.left, source, code)
        right = self.coded.of(recipe.right, source, code)
        if recipe.unit == "segments":
            return by_segments(left, right, self.least)
        if recipe.unit == "characters":
            return by_characters(merged(left), merged(right), self.coded.lengths[source])
        return by_units(left, right, self._sentences_of(source))

    def _sentences_of(self, source: int) -> Units:
        if source not in self._sentences:
            text = self.study.texts.of(source)
            self._sentences[source] = _sentences(text, self.study.language)
        return self._sentences[source]

    def _coder(self, coder_id: int) -> CoderRow:
        if coder_id not in self.known:
            raise UserError("study.no_such_coder")
        return self.known[coder_id]
