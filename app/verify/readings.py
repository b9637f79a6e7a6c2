"""One claim read by one dimension: its cells, the pairs of them (R4), the sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import attrgetter
from typing import Any, Literal

from app.errors import UserError
from app.language.words import say
from app.study import Study
from app.verify.claims import label_of
from app.verify.rules.cells import SILENT_CELL, UNEXAMINED_CELL, Cell
from app.verify.rules.pairs import Pair, count_pairs, pair_of
from app.verify.rules.roles import COMPARED_ROLES
from app.verify.rules.votes import Unit
from app.verify.triangulation import Triangulated, triangulate
from app.verify.wording import capitalised, decimal, listed, method_name, word

DimensionName = Literal["method", "category", "role", "site", "period"]
DIMENSIONS: tuple[DimensionName, ...] = ("method", "category", "role", "site", "period")
RULES: dict[DimensionName, str] = {
    "method": "R3",
    "category": "R3",
    "role": "R5",
    "site": "R7",
    "period": "R8",
}
_CELL_OF = {
    "method": attrgetter("method"),
    "category": attrgetter("category"),
    "role": attrgetter("role_kind"),
    "site": attrgetter("site"),
    "period": attrgetter("period"),
}
_PARTS = {"method": "method", "category": "source", "role": "role", "site": "sites"}


@dataclass(frozen=True, slots=True)
class CellRead:
    """One cell: `name` as the study has it, in `words` for a reader, and who speaks in it."""

    name: str
    words: str
    cell: Cell
    units: tuple[Unit, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairRead:
    """How two cells stand to each other, by their names."""

    one: str
    other: str
    pair: Pair


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim by one dimension. `verdict` is a word of the method, `verdict_words` for a reader.

    `direction` is supports or refutes where the cells converge; `index` is that of R4. `heading`
    and `text` say the verdict with its counts, `rule` whose it is.
    """

    dimension: DimensionName
    rule: str
    verdict: str
    verdict_words: str
    direction: str
    cells: tuple[CellRead, ...]
    pairs: tuple[PairRead, ...]
    index: float | None
    flags: tuple[str, ...]
    heading: str
    text: str

    def pair(self, one: str, other: str) -> Pair | None:
        """Return how two cells stand to each other, in either order; None where neither speaks."""
        for found in self.pairs:
            if {found.one, found.other} == {one, other}:
                return found.pair
        return None

    def sentence(self) -> str:
        """Return heading and text in one."""
        return f"{self.heading} {self.text}".strip()


def dimension_named(name: str) -> DimensionName:
    """Return the dimension called `name`. Raises UserError where there is none."""
    for known in DIMENSIONS:
        if name == known:
            return known
    raise UserError("gaps.no_dimension", name=name, names=", ".join(DIMENSIONS))


def cells_of(found: Triangulated, dimension: DimensionName) -> dict[str, Cell]:
    """Return the cells of a dimension, in the order of showing, silent ones among them."""
    judgement = found.judgement
    if dimension == "method":
        return dict(judgement.method.cells)
    if dimension == "category":
        return dict(judgement.source.cells)
    if dimension == "site":
        return dict(judgement.sites.cells)
    if dimension == "period":
        heard = judgement.periods.cells
        names = sorted({*found.examined.periods, *heard})
        return {name: heard.get(name, SILENT_CELL) for name in names}
    roles = judgement.role
    return dict(
        zip(
            COMPARED_ROLES,
            (roles.key_person, roles.core_respondent, roles.verification_respondent),
            strict=True,
        )
    )


def cell_words(dimension: DimensionName, name: str, language: str) -> str:
    """Return the name of a cell for a reader: a method's, a role's, else the study's own."""
    if dimension == "method":
        return capitalised(method_name(name, language))
    if dimension == "role":
        return word("group", name, language)
    return name


def read_claim(found: Triangulated, dimension: DimensionName, language: str) -> Reading:
    """Read a claim by one dimension."""
    cells = cells_of(found, dimension)
    heading, text = _explained(found, dimension, cells, language)
    verdict, words = verdict_of(found, dimension, language)
    return Reading(
        dimension=dimension,
        rule=RULES[dimension],
        verdict=verdict,
        verdict_words=words,
        direction=_direction(found, dimension),
        cells=tuple(_cells_read(found, dimension, cells, language)),
        pairs=tuple(
            PairRead(one, other, pair)
            for one, other in combinations(cells, 2)
            if (pair := pair_of(cells[one].verdict, cells[other].verdict)) is not None
        ),
        index=count_pairs(cell.verdict for cell in cells.values()).index,
        flags=tuple(str(flag) for flag in _flags(found, dimension)),
        heading=heading,
        text=text,
    )


def index_of(cells: Iterable[Cell]) -> float | None:
    """Return the convergence index of R4 over cells."""
    return count_pairs(cell.verdict for cell in cells).index


def reading_json(reading: Reading) -> dict[str, Any]:
    """Return a reading as `triangulate --by … --json` prints it."""
    return {
        "dimension": reading.dimension,
        "rule": reading.rule,
        "verdict": reading.verdict,
        "direction": reading.direction or None,
        "index": reading.index,
        "flags": list(reading.flags),
        "cells": {
            read.name: {
                "verdict": str(read.cell.verdict),
                **read.cell.tally._asdict(),
                "units": list(read.labels),
                "flags": [str(flag) for flag in read.cell.flags],
            }
            for read in reading.cells
        },
        "pairs": [{"of": [p.one, p.other], "is": str(p.pair)} for p in reading.pairs],
        "sentence": reading.sentence(),
    }


def readings_json(study: Study, by: str, language: str) -> dict[str, Any]:
    """Return all claims by one dimension, as `triangulate --by … --json` prints them.

    Raises UserError for a dimension that there is not.
    """
    dimension = dimension_named(by)
    found = triangulate(study)
    return {
        "codes": [
            {"code": one.claim.path, **reading_json(read_claim(one, dimension, language))}
            for one in found.codes
        ],
        "findings": [
            {"finding": one.claim.name, **reading_json(read_claim(one, dimension, language))}
            for one in found.findings
        ],
    }


def readings_table(study: Study, by: str, language: str) -> list[list[str]]:
    """Return all claims by one dimension as a table in words, its heads first.

    Raises UserError for a dimension that there is not.
    """
    dimension = dimension_named(by)
    found = triangulate(study)
    return claims_table((*found.codes, *found.findings), dimension, language)


def claims_table(
    claims: Sequence[Triangulated], dimension: DimensionName, language: str
) -> list[list[str]]:
    """Return claims by one dimension as a table in words, its heads first."""
    names = names_of_cells(claims, dimension)
    head = [
        word("table", "claim", language),
        *(cell_words(dimension, name, language) for name in names),
        say("gaps.reading.verdict", language),
        say("gaps.reading.index", language),
    ]
    rows = []
    for one in claims:
        cells = cells_of(one, dimension)
        index = index_of(cells.values())
        label = label_of(one.claim, language)
        rows.append(
            [
                f"{label}. {one.claim.name}" if label else one.claim.path,
                *(word("cell", cells.get(n, UNEXAMINED_CELL).verdict, language) for n in names),
                verdict_of(one, dimension, language)[1],
                "" if index is None else decimal(index, language),
            ]
        )
    return [head, *rows]


def names_of_cells(claims: Iterable[Triangulated], dimension: DimensionName) -> tuple[str, ...]:
    """Return the names of the cells that a table of these claims needs; periods by time."""
    names: dict[str, None] = {}
    for one in claims:
        names.update(dict.fromkeys(cells_of(one, dimension)))
    return tuple(sorted(names)) if dimension == "period" else tuple(names)


def _cells_read(
    found: Triangulated, dimension: DimensionName, cells: dict[str, Cell], language: str
) -> Iterable[CellRead]:
    cell_of = _CELL_OF[dimension]
    speaking: dict[str, dict[Unit, None]] = {}
    for voice, _ in found.voices:
        speaking.setdefault(cell_of(voice), {})[voice.unit] = None
    for name, cell in cells.items():
        lost = found.judgement.role.dropped_from(name) if dimension == "role" else ()
        units = [unit for unit in speaking.get(name, ()) if unit not in lost]
        named = sorted((found.cast.label(unit), unit) for unit in units)
        yield CellRead(
            name,
            cell_words(dimension, name, language),
            cell,
            tuple(unit for _, unit in named),
            tuple(label for label, _ in named),
        )


def _flags(found: Triangulated, dimension: DimensionName) -> Iterable[str]:
    judgement = found.judgement
    return {
        "method": judgement.method.flags,
        "category": judgement.source.flags,
        "role": judgement.role.flags,
        "site": judgement.sites.flags,
        "period": judgement.periods.flags,
    }[dimension]


def _direction(found: Triangulated, dimension: DimensionName) -> str:
    side = {"method": found.judgement.method, "category": found.judgement.source}.get(dimension)
    return str(side.direction) if side is not None and side.direction is not None else ""


def verdict_of(found: Triangulated, dimension: DimensionName, language: str) -> tuple[str, str]:
    """Return the verdict on a claim by one dimension, as a word of the method and for a reader."""
    judgement = found.judgement
    if dimension in ("method", "category"):
        side = judgement.method if dimension == "method" else judgement.source
        return str(side.verdict), word("dimension", side.verdict, language)
    if dimension == "role":
        return str(judgement.role.verdict), word("role", judgement.role.verdict, language)
    if dimension == "site":
        sites = judgement.sites
        verdict = "limited" if sites.flags else "covered" if sites.cells else "silent"
        count = say("gaps.reading.of", language, count=sites.supporting, all=sites.all_sites)
        return verdict, count
    speaks = judgement.periods.cells
    verdict = "changed" if judgement.periods.changed else "unchanged" if speaks else "silent"
    return verdict, say(f"gaps.reading.period.{verdict}", language)


def _explained(
    found: Triangulated, dimension: DimensionName, cells: dict[str, Cell], language: str
) -> tuple[str, str]:
    explanation = found.explanation(language)
    if dimension == "site" and not cells:
        return say("gaps.reading.no_sites", language), ""
    if dimension != "period":
        part = explanation.part(_PARTS[dimension])
        return part.heading, part.text
    changed = found.judgement.periods.changed
    if changed:
        part = explanation.part("time")
        return part.heading, part.text
    return say("gaps.reading.time", language), _periods(cells, language)


def _periods(cells: dict[str, Cell], language: str) -> str:
    if not any(cell.speaks for cell in cells.values()):
        return say("gaps.reading.no_periods", language)
    said = [
        say(
            "gaps.reading.in_period",
            language,
            period=period,
            verdict=word("cell", cell.verdict, language),
            count=cell.tally.speaking,
        )
        for period, cell in cells.items()
        if cell.speaks
    ]
    return say("gaps.reading.periods", language, periods=listed(said, language))
