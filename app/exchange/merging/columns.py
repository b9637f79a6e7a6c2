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
        if base is None:
            _without_base(found, column, here, there)
            continue
        was = base[column]
        if there == was:
            continue
        if here == was:
            found.by_itself[column] = there
            continue
        both = _objects(was, here, there) if column in json_columns(entity) else None
        if both is not None:
            if both != here:
                found.by_itself[column] = both
        elif column not in PASSING:
            found.by_choice[column] = there
    return found


def _without_base(found: Together, column: str, here: Any, there: Any) -> None:
    if here in BLANK:
        found.by_itself[column] = there
    elif there not in BLANK and column not in PASSING:
        found.by_choice[column] = there


def _objects(was: str, here: str, there: str) -> str | None:
    """Put JSON objects together; None where a key needs a choice, or they are no objects."""
    versions: list[Any] = [json.loads(words) if words else None for words in (was, here, there)]
    if not all(isinstance(version, dict) for version in versions):
        return None
    base, mine, theirs = versions
    result = dict(mine)
    for key in {*base, *theirs}:
        old, own, new = (version.get(key, _ABSENT) for version in (base, mine, theirs))
        if new in (old, own):
            continue
        if own != old:
            return None
        if new is _ABSENT:
            result.pop(key, None)
        else:
            result[key] = new
    return here if result == mine else json.dumps(result)
