"""What hangs on what: which rows that they deleted can go here without taking others along."""

from functools import cache

from app.exchange.merging import shape
from app.exchange.merging.snapshot import Rows

Key = tuple[str, int]


def keep_what_is_needed(mine: Rows, gone: dict[str, set[int]]) -> list[Key]:
    """Take out of `gone` what something that stays hangs on; return those rows.

    All that hung on such a row stays with it: it was deleted together with it, not for itself.
    """
    hanging = _hanging(mine)
    deleted = {entity: frozenset(numbers) for entity, numbers in gone.items()}
    needed: list[Key] = []

    def stays_with(key: Key) -> bool:
        row = mine[key[0]][key[1]]
        return any(
            row[column] in deleted[target] and row[column] not in gone[target]
            for column, target in _required(key[0])
        )

    changed = True
    while changed:
        changed = False
        for entity, numbers in gone.items():
            for number in list(numbers):
                below = hanging.get((entity, number), ())
                is_needed = any(child not in gone[other] for other, child in below)
                if is_needed:
                    needed.append((entity, number))
                if is_needed or stays_with((entity, number)):
                    numbers.discard(number)
                    changed = True
    return needed


def _hanging(mine: Rows) -> dict[Key, list[Key]]:
    """Return my rows that would go, or dangle, with another."""
    found: dict[Key, list[Key]] = {}
    for entity, rows in mine.items():
        for number, row in rows.items():
            for column, target in _required(entity):
                if row[column] is not None:
                    found.setdefault((target, row[column]), []).append((entity, number))
    return found


@cache
def _required(entity: str) -> tuple[tuple[str, str], ...]:
    """Return the columns without which a row cannot be, and the tables that they point to."""
    if entity == "text_edit":
        return ()
    return tuple(
        (column, target)
        for column, target in shape.foreign(entity).items()
        if column == "parent_id" or not shape.nullable(entity, column)
    )
