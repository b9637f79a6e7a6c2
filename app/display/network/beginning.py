"""Beginning a network from codes: factors around what they act on, or steps in a row."""

from collections.abc import Sequence
from itertools import pairwise

from sqlalchemy import select

from app.display.displays import add_bare_display
from app.display.network.layout import arranged
from app.display.network.networks import (
    FLOW,
    NETWORK,
    add_nodes,
    add_tie,
    move_nodes,
    network,
)
from app.errors import UserError
from app.reduce.cooccurrence import cooccurrence, pair_excerpts
from app.study import Study
from models.reduction import Code


def begin(study: Study, title: str, kind: str, code_ids: Sequence[int] = ()) -> int:
    """Save a network or flow of codes and return the display's id.

    In a flow each code leads to the next one. In a network two codes are linked where excerpts of
    theirs overlap, from the code that stands first in the tree, and those excerpts are under the
    link; the researcher gives signs and directions.
    """
    if kind not in (NETWORK, FLOW):
        raise UserError("display.network.no_kind", value=kind)
    with study.change("display.history.added", title=title):
        display_id = add_bare_display(study, title, kind)
        if not code_ids:
            return display_id
        nodes = _nodes(study, display_id, code_ids)
        ties = list(pairwise(nodes)) if kind == FLOW else []
        for one, two in ties:
            add_tie(study, one, two)
        if kind == NETWORK:
            _tie_overlapping(study, dict(zip(code_ids, nodes, strict=True)))
        move_nodes(study, arranged(network(study, display_id)))
    return display_id


def _nodes(study: Study, display_id: int, code_ids: Sequence[int]) -> list[int]:
    with study.read() as connection:
        query = select(Code.id, Code.name).where(Code.id.in_(code_ids))
        names = {row.id: row.name for row in connection.execute(query)}
    missing = [key for key in code_ids if key not in names]
    if missing:
        raise UserError("reduce.no_such_code")
    rows = [{"label": names[key], "on_entity": "code", "on_id": key} for key in code_ids]
    return add_nodes(study, display_id, rows)


def _tie_overlapping(study: Study, nodes: dict[int, int]) -> None:
    order = {code: place for place, code in enumerate(nodes)}
    for pair in cooccurrence(study).strongest(limit=None):
        if pair.one in nodes and pair.other in nodes:
            one, other = sorted((pair.one, pair.other), key=order.__getitem__)
            both = dict.fromkeys(pair_excerpts(study, one, other).excerpts)
            add_tie(study, nodes[one], nodes[other], excerpts=both)
