"""The excerpts behind a cell of a grid: what its row and its column have in common."""

from app.display.grid.grids import Head
from app.reduce.code_tree import read_tree
from app.reduce.cooccurrence import pair_excerpts
from app.reduce.excerpts import ExcerptFilter, ExcerptRow, count_excerpts, excerpts
from app.study import Study

_LIMITS = {
    "method": "methods",
    "role": "roles",
    "category": "categories",
    "site": "sites",
    "informant": "informants",
    "source": "sources",
}


def grounds(study: Study, row: Head, column: Head) -> ExcerptFilter | None:
    """Return which excerpts stand behind a cell; None where neither heading names anything.

    Two codes have those excerpts in common that overlap one of the other code's; codes count with
    those under them. Excerpts that were set aside are left out.
    """
    heads = [head for head in (row, column) if head.entity and not head.gone]
    if not heads:
        return None
    limits: dict[str, object] = {"kept_only": True}
    codes = [head.id for head in heads if head.entity == "code" and isinstance(head.id, int)]
    if len(codes) == 2:
        both = pair_excerpts(study, codes[0], codes[1], branches=True)
        limits["codes"], limits["excerpts"] = both.codes, frozenset(both.excerpts)
    elif codes:
        with study.read() as connection:
            limits["codes"] = frozenset(read_tree(connection).branch(codes[0]))
    for head in heads:
        if head.entity in _LIMITS:
            limits[_LIMITS[head.entity]] = (head.id,)
    return ExcerptFilter(**limits)  # type: ignore[arg-type]


def behind(
    study: Study, row: Head, column: Head, *, offset: int = 0, limit: int = 200
) -> tuple[int, list[ExcerptRow]]:
    """Return how many excerpts stand behind a cell, and some of them."""
    only = grounds(study, row, column)
    if only is None:
        return 0, []
    return count_excerpts(study, only), excerpts(study, only, offset=offset, limit=limit)
