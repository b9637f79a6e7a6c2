"""Predicates: an ordered scale that the researcher sets, and the one that a number falls under."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from app.errors import UserError
from app.language.words import say


@dataclass(frozen=True, slots=True)
class Step:
    """A predicate and the number from which on it holds."""

    least: float
    name: str


Scale = tuple[Step, ...]
"""The highest predicate first; the last holds for all below the one before it."""

APPRAISAL: Final = ((91.0, "excellent"), (76.0, "good"), (61.0, "fair"), (51.0, "moderate"))
"""The Indonesian teacher-appraisal scale (Permenneg PAN & RB 16/2009): below the last is poor."""


def appraisal_scale(language: str) -> Scale:
    """Return the teacher-appraisal scale in words of `language`."""
    steps = (*APPRAISAL, (float("-inf"), "poor"))
    return tuple(
        Step(least, say(f"display.scores.scale.{name}", language)) for least, name in steps
    )


def predicate(scale: Sequence[Step], value: float) -> str:
    """Return the predicate of a number; empty without a scale."""
    return next((step.name for step in scale if value >= step.least), "")


def place(scale: Sequence[Step], name: str) -> int | None:
    """Return how many predicates stand above `name`; None for one that is not of the scale."""
    wanted = name.strip().casefold()
    return next((n for n, step in enumerate(scale) if step.name.casefold() == wanted), None)


def checked(steps: Iterable[Step]) -> Scale:
    """Return steps as a scale, the highest first.

    Raises UserError where a predicate has no name, or two have the same name or number.
    """
    found = tuple(sorted(steps, key=lambda step: -step.least))
    if any(not step.name.strip() for step in found):
        raise UserError("display.scores.no_predicate")
    if len({step.name.strip().casefold() for step in found}) < len(found):
        raise UserError("display.scores.predicate_twice")
    if len({step.least for step in found}) < len(found):
        raise UserError("display.scores.border_twice")
    return found


def stored(scale: Sequence[Step]) -> list[dict[str, Any]]:
    """Return a scale as the study keeps it; the lowest predicate has no number."""
    return [
        {"from": None if step.least == float("-inf") else step.least, "name": step.name}
        for step in scale
    ]


def read(kept: Iterable[Mapping[str, Any]]) -> Scale:
    """Return the scale that was kept."""
    return tuple(
        Step(float("-inf") if row.get("from") is None else float(row["from"]), str(row["name"]))
        for row in kept
    )
