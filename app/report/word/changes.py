"""What writing a report again changed, part by part."""

from dataclasses import dataclass

from app.report.word.kept import START, Kept, Part
from app.report.word.parts import CONTINUED, MARK

ADDED, REMOVED, CHANGED, BY_HAND, MOVED, OWN = (
    "added",
    "removed",
    "changed",
    "by_hand",
    "moved",
    "own",
)
KINDS = (ADDED, CHANGED, REMOVED, BY_HAND, MOVED, OWN)
"""A part that is new, differs, or is gone; one that was changed by hand in Word, which is written
over; own words whose part is gone and that stand after the part before; own words that are kept.
"""


@dataclass(frozen=True, slots=True)
class PartChange:
    """One of KINDS, and the heading of the part that it concerns."""

    kind: str
    title: str


NOT_COMPARED = (f"{MARK}contents", f"{MARK}title")
"""Word fills the contents itself, and the title bears the day."""


def changes(kept: Kept, now: dict[str, Part]) -> tuple[PartChange, ...]:
    """Return what is otherwise in the new file than in the one before; in the order of KINDS."""
    found = []
    for tag, part in now.items():
        if tag in NOT_COMPARED:
            continue
        if tag not in kept.parts:
            found.append(PartChange(ADDED, part.title))
        elif kept.written.get(tag, kept.parts[tag].mark) != part.mark:
            found.append(PartChange(CHANGED, part.title))
    for tag, part in kept.parts.items():
        if tag in NOT_COMPARED:
            continue
        if tag not in now:
            found.append(PartChange(REMOVED, part.title))
        if kept.written.get(tag, part.mark) != part.mark:
            found.append(PartChange(BY_HAND, part.title))
    for tag in kept.own:
        kind = MOVED if tag in kept.moved else OWN
        title = "" if tag == START else _title(kept, tag)
        found.append(PartChange(kind, title))
    order = {kind: number for number, kind in enumerate(KINDS)}
    return tuple(sorted(found, key=lambda change: order[change.kind]))


def _title(kept: Kept, tag: str) -> str:
    found = kept.parts.get(tag.split(CONTINUED)[0])
    return found.title if found is not None else ""
