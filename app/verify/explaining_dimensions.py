"""R3 and R4 in a sentence: which methods, or source categories, speak and which way."""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Literal

from app.language.words import say
from app.verify.rules.cells import Cell, CellVerdict, Flag
from app.verify.rules.dimension import Dimension
from app.verify.rules.votes import Heard, Unit, UnitKind
from app.verify.wording import (
    capitalised,
    counted,
    decimal,
    listed,
    method_name,
    one_or_many,
    word,
)

Subject = Literal["method", "source"]
_CELL_OF = {"method": attrgetter("method"), "source": attrgetter("category")}
_ORDER = (
    CellVerdict.SUPPORTS,
    CellVerdict.QUALIFIED,
    CellVerdict.CONTRADICTS,
    CellVerdict.SPLIT,
)


def explain_dimension(
    subject: Subject,
    dimension: Dimension,
    voices: Sequence[Heard],
    language: str,
    labels: Mapping[Unit, str],
) -> tuple[str, str]:
    """Return heading and text: the verdict, then its counts, its silent cells and its flags."""
    verdict = word("dimension", dimension.verdict, language)
    heading = say(f"verify.explain.{subject}.heading", language, verdict=verdict)
    sentence = _Sentence(subject, dimension, voices, language)
    texts = [capitalised(sentence.speaking()), *sentence.flags(labels)]
    silent = sentence.silent()
    if silent:
        texts.append(silent)
    if dimension.index is not None:
        index = decimal(dimension.index, language)
        texts.append(say("verify.explain.index", language, index=index))
    return heading, " ".join(texts)


class _Sentence:
    """The clauses on one dimension in one language."""

    def __init__(
        self, subject: Subject, dimension: Dimension, voices: Sequence[Heard], language: str
    ) -> None:
        self.subject = subject
        self.dimension = dimension
        self.language = language
        self.voices = voices
        self.kinds = _kinds(subject, voices)
        self.spoken = {n: c for n, c in dimension.cells.items() if c.speaks}

    def speaking(self) -> str:
        speaking, examined = self.dimension.speaking, self.dimension.examined
        if speaking == 0:
            key = {0: "unexamined", 1: "none_of_one"}.get(examined, "none")
            return self._say(key)
        if speaking == 1:
            (name,) = self.spoken
            key = "only" if examined == 1 else "one"
            return self._say(key, cells=self._grouped([name]), verb=self._verb(name, 1))
        verdicts = {cell.verdict for cell in self.spoken.values()}
        if len(verdicts) == 1:
            key = "both" if examined == speaking == 2 else "all"
            name = next(iter(self.spoken))
            return self._say(key, cells=self._several(), verb=self._verb(name, speaking))
        return self._say("mixed", groups=self._clauses())

    def silent(self) -> str:
        names = [self._name(n) for n in self.dimension.cells if n not in self.spoken]
        if not names or not self.spoken:
            return ""
        cells = listed(names, self.language)
        return say("verify.explain.silent", self.language, cells=cells)

    def flags(self, labels: Mapping[Unit, str]) -> list[str]:
        found = self.dimension.flags
        values: dict[Flag, dict[str, object]] = {
            Flag.NEGATIVE_CASE: {"cells": self._negative()},
            Flag.INTERNAL_CONFLICT: {"cells": self._split()},
            Flag.NOT_INDEPENDENT: {"unit": self._only_unit(labels)},
            Flag.LOW_COVERAGE: {
                "speaking": self.dimension.speaking,
                "examined": self.dimension.examined,
            },
        }
        return [
            say(f"verify.explain.{flag}", self.language, **fields)
            for flag, fields in values.items()
            if flag in found
        ]

    def _say(self, key: str, **values: object) -> str:
        return say(
            f"verify.explain.{self.subject}.{key}",
            self.language,
            speaking=self.dimension.speaking,
            examined=self.dimension.examined,
            **values,
        )

    def _name(self, cell: str) -> str:
        return method_name(cell, self.language) if self.subject == "method" else cell

    def _verb(self, cell: str, count: int) -> str:
        return one_or_many(f"verb.{self.spoken[cell].verdict}", count, self.language)

    def _counts(self, names: Sequence[str]) -> list[str]:
        """Return the counts of cells; what is counted is named where it changes."""
        counts: list[str] = []
        named: set[UnitKind | None] = set()
        for name in names:
            count, kind = self.spoken[name].tally.speaking, self.kinds.get(name)
            bare = named == {kind} and kind is not None
            counts.append(str(count) if bare else counted(count, kind, self.language))
            named = {kind}
        return counts

    def _several(self) -> str:
        names = list(self.spoken)
        pairs = zip(names, self._counts(names), strict=True)
        between = word("list", "between", self.language)
        return between.join(self._item("several", name, count) for name, count in pairs)

    def _grouped(self, names: Sequence[str]) -> str:
        pairs = zip(names, self._counts(names), strict=True)
        return listed([self._item("grouped", n, count) for n, count in pairs], self.language)

    def _item(self, form: str, name: str, count: str) -> str:
        key = f"verify.explain.{form}"
        return say(key, self.language, cell=self._name(name), count=count)

    def _clauses(self) -> str:
        clauses = []
        for verdict in _ORDER:
            names = [n for n, cell in self.spoken.items() if cell.verdict == verdict]
            if names:
                clauses.append(f"{self._grouped(names)} {self._verb(names[0], len(names))}")
        return word("list", "clauses", self.language).join(clauses)

    def _negative(self) -> str:
        items = [
            say(
                "verify.explain.negative_item",
                self.language,
                cell=self._name(name),
                count=_against(cell),
                all=cell.tally.speaking,
            )
            for name, cell in self.spoken.items()
            if Flag.NEGATIVE_CASE in cell.flags
        ]
        return listed(items, self.language)

    def _split(self) -> str:
        names = [n for n, cell in self.spoken.items() if cell.verdict == CellVerdict.SPLIT]
        return listed([self._name(name) for name in names], self.language)

    def _only_unit(self, labels: Mapping[Unit, str]) -> str:
        cell_of = _CELL_OF[self.subject]
        units = {voice.unit for voice, _ in self.voices if cell_of(voice) is not None}
        return listed(sorted(labels.get(unit, str(unit)) for unit in units), self.language)


def _against(cell: Cell) -> int:
    counts = cell.tally
    if cell.verdict == CellVerdict.CONTRADICTS:
        return counts.supports + counts.qualified
    return counts.contradicts + counts.split


def _kinds(subject: Subject, voices: Sequence[Heard]) -> dict[str, UnitKind | None]:
    """Return what the units of each cell are; None where they are of several kinds."""
    kinds: dict[str, UnitKind | None] = {}
    for voice, _ in voices:
        cell = _CELL_OF[subject](voice)
        if cell is not None:
            kinds[cell] = (
                voice.unit_kind if kinds.get(cell, voice.unit_kind) == voice.unit_kind else None
            )
    return kinds
