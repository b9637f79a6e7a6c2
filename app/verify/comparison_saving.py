"""A comparison kept as a display: its table as a grid, with the words of both sides behind it."""

from typing import Any

from app.display.grid.grids import Cell, Head, Place, add_grid, new_head
from app.language.words import say
from app.study import Study
from app.verify.comparison import (
    Comparison,
    Side,
    count_words,
    one_sided,
    outcome_words,
    row_head,
)
from app.verify.groups import Group
from app.verify.wording import decimal, word


def save_comparison(study: Study, found: Comparison, language: str | None = None) -> int:
    """Save a comparison as a display and return its id; what nobody speaks on is left out.

    The cells say what was compared now; the excerpts behind them follow the study.
    """
    language = language or study.language
    left, right = found.left.words(language), found.right.words(language)
    columns = [_column(found.left, found, left), _column(found.right, found, right)]
    verdict = new_head(word("table", "verdict", language))
    rows: list[Head] = []
    cells: dict[Place, Cell] = {}
    for code in found.codes:
        if not code.left.units and not code.right.units:
            continue
        is_code = code.claim.kind == "code"
        head = new_head(code.claim.name, *(("code", code.claim.id) if is_code else ()))
        rows.append(head)
        for column, side in zip(columns, (code.left, code.right), strict=True):
            cells[head.key, column.key] = Cell(_said(side, language))
        cells[head.key, verdict.key] = Cell(outcome_words(found, code.outcome, language))
    return add_grid(
        study,
        say("compare.title", language, left=left, right=right),
        rows,
        [*columns, verdict],
        corner=row_head(found, language),
        cells=cells,
        analytic_text=_text(found, language),
    )


def _said(side: Side, language: str) -> str:
    return f"{count_words(side, language)}  {side.signs}".strip()


def _text(found: Comparison, language: str) -> str:
    sentences = [say("compare.rule", language)]
    if found.jaccard is not None:
        jaccard = decimal(float(found.jaccard), language)
        shared = {"shared": found.shared, "spoken": found.spoken}
        sentences.append(say("compare.shared", language, **shared, jaccard=jaccard))
    return "\n".join([*sentences, *one_sided(found, language)])


def _column(group: Group, found: Comparison, name: str) -> Head:
    """Return a heading that knows its excerpts, where a grid knows such a group."""
    cast = found.cast
    ids: dict[str, tuple[Any, ...]] = {
        "role_kind": tuple(n for n, role in cast.roles.items() if role.kind == group.name),
        "role": cast.ids_of_roles(group.name),
        "category": cast.ids_of_categories(group.name),
        "site": cast.ids_of_sites(group.name),
        "informant": tuple(group.units),
    }
    known = ids.get(group.kind, ())
    entity = "role" if group.kind == "role_kind" else group.kind
    return new_head(name, entity, known[0]) if len(known) == 1 else new_head(name)
