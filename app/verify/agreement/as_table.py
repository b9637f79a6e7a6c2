"""Agreement as a table in words and as JSON; undefined is a dash, or null."""

from collections.abc import Iterable
from typing import Any

from app.language.words import say
from app.verify.agreement.agreement import Agreement, Figures, Line

MEASURES = ("percent", "kappa", "ac1", "alpha", "jaccard")
UNDEFINED = "—"


def agreement_table(found: Iterable[Agreement], language: str) -> list[list[str]]:
    """Return pairs of coders as one table: each in all, then by code, then by source."""
    head = [say(f"agreement.head.{name}", language) for name in ("pair", "of", *MEASURES, "both")]
    head += [say(f"agreement.head.{name}", language) for name in ("left", "right")]
    rows = []
    for one in found:
        pair = f"{one.left.name} – {one.right.name}"
        rows.append([pair, say("agreement.whole", language), *_cells(one.whole, language)])
        lines = (*one.by_code, *one.by_source)
        rows.extend([pair, line.name, *_cells(line.figures, language)] for line in lines)
    return [head, *rows]


def agreement_json(found: Iterable[Agreement]) -> list[dict[str, Any]]:
    """Return pairs of coders as JSON: figures in all, by code and by source; null is undefined."""
    return [
        {
            "left": one.left.name,
            "right": one.right.name,
            "unit": one.recipe.unit,
            "matching": one.matching,
            "sources": [line.name for line in one.by_source],
            "whole": _figures(one.whole),
            "by_code": [_line(line) for line in one.by_code],
            "by_source": [_line(line) for line in one.by_source],
        }
        for one in found
    ]


def number_words(value: float | None, language: str) -> str:
    """Write a measure with two decimals as a language does; a dash where it is undefined."""
    if value is None:
        return UNDEFINED
    return f"{value:.2f}".replace(".", say("verify.list.decimal", language))


def _cells(figures: Figures, language: str) -> list[str]:
    counts = figures.counts
    return [
        *(number_words(getattr(figures, name), language) for name in MEASURES),
        *(f"{count:.0f}" for count in (counts.both, counts.left, counts.right)),
    ]


def _line(line: Line) -> dict[str, Any]:
    return {"name": line.name, **_figures(line.figures)}


def _figures(figures: Figures) -> dict[str, Any]:
    counts = figures.counts
    return {
        **{name: getattr(figures, name) for name in MEASURES},
        "both": counts.both,
        "only_left": counts.left,
        "only_right": counts.right,
        "neither": counts.neither,
    }
