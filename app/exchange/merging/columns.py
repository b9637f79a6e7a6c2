"""Three versions of a row put together: as it was, as it is here, as it is there."""

import json
from dataclasses import dataclass, field
from typing import Any

from app.exchange.merging.shape import PASSING, Row, json_columns

_ABSENT = object()
BLANK = (None, "", "{}", "[]")


@dataclass(slots=True)
class Together:
    """What changes in my row by itself, and what only a choice settles: column to new value."""

    by_itself: Row = field(default_factory=dict)
    by_choice: Row = field(default_factory=dict)


def put_together(
    entity: str, base: Row | None, mine: Row, theirs: Row, *, leaving: frozenset[str] = frozenset()
) -> Together:
    """Compare column by column, except `leaving`; JSON objects are compared key by key.

    Without a base, what is blank here is taken, and all else that differs needs a choice.
    """
    found = Together()
    for column, there in theirs.items():
        here = mine[column]
        if column in ("id", "guid") or column in leaving or here == there:
            continue
        is_object = column in json_columns(entity)
        if base is None:
            _without_base(found, column, here, there, is_object=is_object)
            continue
        was = base[column]
        if there == was:
            continue
        if here == was:
            found.by_itself[column] = there
            continue
        united = is_object and _objects(found, column, was, here, there)
        if not united and column not in PASSING:
            found.by_choice[column] = there
    return found


def _without_base(found: Together, column: str, here: Any, there: Any, *, is_object: bool) -> None:
    if here in BLANK:
        found.by_itself[column] = there
    elif there in BLANK or column in PASSING:
        return
    elif not (is_object and _objects(found, column, "{}", here, there)):
        found.by_choice[column] = there


def _objects(found: Together, column: str, was: str, here: str, there: str) -> bool:
    """Put JSON objects together key by key, as deep as they go; False where they are none."""
    base, mine, theirs = (json.loads(words) if words else None for words in (was, here, there))
    if not all(isinstance(version, dict) for version in (base, mine, theirs)):
        return False
    itself, chosen = _together(base, mine, theirs)
    if itself != mine:
        found.by_itself[column] = json.dumps(itself)
    if chosen != itself:
        found.by_choice[column] = json.dumps(chosen)
    return True


def _together(base: Any, mine: Any, theirs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what both say where they do not clash, once with mine where they do, once theirs."""
    itself, chosen = dict(mine), dict(mine)
    for key in {*base, *theirs}:
        old, own, new = (version.get(key, _ABSENT) for version in (base, mine, theirs))
        if new in (old, own):
            continue
        if isinstance(own, dict) and isinstance(new, dict):
            itself[key], chosen[key] = _together(old if isinstance(old, dict) else {}, own, new)
            continue
        sides = (itself, chosen) if own == old else (chosen,)
        for side in sides:
            if new is _ABSENT:
                side.pop(key, None)
            else:
                side[key] = new
    return itself, chosen
