"""What a merge is to do, before it is put into words and written."""

from dataclasses import dataclass, field

from app.exchange.merging.shape import Row
from app.reduce.text_shift import Edit


@dataclass(frozen=True, slots=True)
class Question:
    """A row that was changed on both sides: `kind` is changed, deleted_here or deleted_there."""

    key: str
    kind: str
    entity: str
    mine: Row | None
    theirs: Row | None
    columns: tuple[str, ...] = ()


@dataclass(slots=True)
class Doing:
    """What a merge does, by table: rows to insert (with my ids), values to set, ids to delete."""

    inserts: dict[str, list[Row]] = field(default_factory=dict)
    updates: dict[str, dict[int, Row]] = field(default_factory=dict)
    deletes: dict[str, set[int]] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    came_from: dict[tuple[str, int], int] = field(default_factory=dict)
    """Their id of each row that is inserted."""
    united: list[tuple[str, int]] = field(default_factory=list)
    """My rows that theirs is the same as by name alone."""
    renamed: list[tuple[str, str, str]] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)
    loose: dict[str, int] = field(default_factory=dict)
    """How many come without what they were on."""
    in_a_ring: list[tuple[str, int]] = field(default_factory=list)
    """My rows that would stand under themselves where they put them."""
    by_number: bool = False
    edits: dict[int, list[Edit]] = field(default_factory=dict)
    """Corrections to make in my texts, by source."""
    own_words: set[int] = field(default_factory=set)
    """My sources whose text is not as theirs."""
