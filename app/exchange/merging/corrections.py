"""Corrections of texts that both copies hold: theirs come into mine, side by side with my own.

Three texts are compared, as in the three-way comparison of diff3: as it was when the ways parted,
as it is here, as it is there. Where both corrected the same words otherwise, somebody chooses.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, or_, select, update
from sqlalchemy.orm import Session

from app.exchange.merging.shape import Row
from app.exchange.merging.snapshot import Rows
from app.reduce.text_shift import Edit, Shift, applied, edits_between
from models.collection import SourceText, TextEdit
from models.design import Coder

SPANNED = ("excerpt", "refusal", "turn")
Before = dict[tuple[str, int], Row]
"""Rows before their spans were moved, by entity and id."""
AROUND = 24
"""So many letters beside a correction are shown with it."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction of theirs as an edit of my text: how it reads here, and how there.

    `key` is empty where it comes by itself; else it is what a choice is remembered by.
    """

    edit: Edit
    mine: str
    theirs: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """The corrections of theirs in one text, in order; `source` is my row.

    `coders` are who made them, by guid and name. `alike`: my text is as theirs when they have come.
    """

    source: int
    coders: tuple[tuple[str, str], ...]
    corrections: tuple[Correction, ...]
    alike: bool


def corrections(
    mine: Connection, theirs: Connection, own: Rows, other: Rows, base: Rows
) -> list[Corrected]:
    """Return what they corrected since the ways parted in sources that both have by guid."""
    here = {row["guid"]: number for number, row in own["source"].items()}
    found = []
    needed: dict[int, list[Span]] | None = None
    for number, row in other["source"].items():
        source = here.get(row["guid"])
        edited = _edited(other, base, number)
        if source is None or not edited:
            continue
        theirs_now, mine_now = _text(theirs, number), _text(mine, source)
        was = text_before(theirs_now, edited)
        if was is None or theirs_now in (was, mine_now):
            continue
        made = edits_together(len(was), edited)
        told = list(_put_together(was, mine_now, made, f"text:{row['guid']}"))
        needed = _needed_here(own, base) if needed is None else needed
        fresh = needed.get(source, [])
        told = [_asked_if_needed(mine_now, each, fresh, row["guid"]) for each in told]
        if told:
            edits = [each.edit for each in told if not each.key]
            alike = applied(mine_now, edits) == theirs_now
            who = {row["coder_id"]: None for row in edited if row["coder_id"] is not None}
            rows = [other["coder"][coder] for coder in who]
            coders = tuple((row["guid"], row["name"]) for row in rows)
            found.append(Corrected(source, coders, tuple(told), alike))
    return found


def edits_to_make(found: Iterable[Corrected], chosen: Mapping[str, str]) -> dict[int, list[Edit]]:
    """Return, by my source, the edits that come by themselves and those that were chosen."""
    made = {
        each.source: [
            c.edit for c in each.corrections if not c.key or chosen.get(c.key) == "theirs"
        ]
        for each in found
    }
    return {source: edits for source, edits in made.items() if edits}


def sign_corrections(session: Session, found: Iterable[Corrected], after: int) -> None:
    """Put corrections, made after the row `after`, in the name of their coder, if it was one."""
    for each in found:
        if len(each.coders) != 1:
            continue
        guid, name = each.coders[0]
        coder = session.scalar(
            select(Coder.id)
            .where(or_(Coder.guid == guid, Coder.name == name))
            .order_by(Coder.guid != guid)
            .limit(1)
        )
        session.execute(
            update(TextEdit)
            .where(TextEdit.source_id == each.source, TextEdit.id > after)
            .values(coder_id=coder)
        )


def base_in_their_words(theirs: Connection, other: Rows, base: Rows) -> Before:
    """Move the spans of the base to where they stand in their texts as these are now.

    Returns the rows as they were.
    """
    made: dict[int, tuple[str, Sequence[Edit]]] = {}
    for number in other["source"].keys() & base["source"].keys():
        edited = _edited(other, base, number)
        was = text_before(_text(theirs, number), edited) if edited else None
        if was is not None:
            made[number] = was, edits_together(len(was), edited)
    return move_spans(base, made)


def move_spans(rows: Rows, made: Mapping[int, tuple[str, Sequence[Edit]]]) -> Before:
    """Move what stands on spans of sources to where it stands after edits of their texts.

    `made` holds texts as they were, and the edits, by source. Returns the rows as they were.
    """
    before: Before = {}
    shifts = {source: Shift(text, edits) for source, (text, edits) in made.items()}
    begins = {(row["source_id"], row["start"]) for row in rows["turn"].values()} if made else ()
    for entity in SPANNED if made else ():
        for number, row in list(rows[entity].items()):
            source, start, end = row["source_id"], row["start"], row["end"]
            shift = shifts.get(source)
            if shift is None or not 0 <= start < end <= len(made[source][0]):
                continue
            if entity == "turn":
                start, end = shift.turn(start, end, followed=(source, end) in begins)
            else:
                start, end = shift.span(start, end)
            before[entity, number] = row
            rows[entity][number] = {**row, "start": start, "end": end}
    return before


def text_before(text: str, edited: Sequence[Row]) -> str | None:
    """Return a text as it was before `edited`, in their order; None where they do not fit it."""
    for row in reversed(edited):
        start, end = row["position"], row["position"] + len(row["inserted"])
        if text[start:end] != row["inserted"]:
            return None
        text = text[:start] + row["removed"] + text[end:]
    return text


def edits_together(length: int, edited: Sequence[Row]) -> list[Edit]:
    """Return corrections made one after the other as edits of the text of `length` before them."""
    pieces: list[tuple[int, int, str | None]] = [(0, length, None)]
    for row in edited:
        first, rest = _split(pieces, row["position"])
        _, last = _split(rest, len(row["removed"]))
        pieces = [*first, (0, len(row["inserted"]), row["inserted"]), *last]
    edits, at, words = [], 0, ""
    for start, end, said in [*pieces, (length, length, None)]:
        if said is not None:
            words += said[start:end]
            continue
        if start > at or words:
            edits.append(Edit(at, start, words))
        at, words = end, ""
    return edits


def _split(
    pieces: Sequence[tuple[int, int, str | None]], at: int
) -> tuple[list[tuple[int, int, str | None]], list[tuple[int, int, str | None]]]:
    """Split a text in pieces (of what it was, or new words) after `at` characters."""
    before, after = [], []
    for start, end, said in pieces:
        cut = min(max(start + at, start), end)
        at -= cut - start
        before += [(start, cut, said)] if cut > start else []
        after += [(cut, end, said)] if end > cut else []
    return before, after


def _edited(other: Rows, base: Rows, number: int) -> list[Row]:
    """Return their corrections of a source that the base has not, in order."""
    return [
        row
        for key, row in sorted(other["text_edit"].items())
        if row["source_id"] == number and base["text_edit"].get(key) != row
    ]


def _put_together(was: str, mine: str, theirs: Sequence[Edit], key: str) -> Iterator[Correction]:
    """Yield their corrections as edits of my text; those that clash with mine have a key."""
    for own, other, moved in _stretches(edits_between(was, mine), theirs):
        low = min(edit.start for edit in (*own, *other))
        high = max(edit.end for edit in (*own, *other))
        here, there = _words(was, low, high, own), _words(was, low, high, other)
        if other and here != there:
            start, end = low + moved, low + moved + len(here)
            edit = Edit(start, end, there)
            before, after = mine[max(start - AROUND, 0) : start], mine[end : end + AROUND]
            own_words, their_words = before + here + after, before + there + after
            yield Correction(edit, own_words, their_words, f"{key}:{low}" if own else "")


def _words(was: str, low: int, high: int, edits: Sequence[Edit]) -> str:
    inside = [Edit(edit.start - low, edit.end - low, edit.words) for edit in edits]
    return applied(was[low:high], inside)


def _stretches(
    mine: Sequence[Edit], theirs: Sequence[Edit]
) -> Iterator[tuple[list[Edit], list[Edit], int]]:
    """Yield my edits and theirs that touch each other, and how far mine before moved the text."""
    waiting = sorted(
        [(edit.start, edit.end, True, edit) for edit in mine]
        + [(edit.start, edit.end, False, edit) for edit in theirs],
        key=lambda each: each[:3],
    )
    moved = at = 0
    while at < len(waiting):
        end = waiting[at][1]
        own: list[Edit] = []
        other: list[Edit] = []
        while at < len(waiting) and waiting[at][0] <= end:
            (own if waiting[at][2] else other).append(waiting[at][3])
            end = max(end, waiting[at][1])
            at += 1
        yield own, other, moved
        moved += sum(len(edit.words) - (edit.end - edit.start) for edit in own)


def _needed_here(own: Rows, base: Rows) -> dict[int, list[Span]]:
    """Return, by my source, the spans that something made or changed here stands on."""
    excerpts = {
        row["excerpt_id"]
        for name in ("coding", "evidence")
        for number, row in own[name].items()
        if base[name].get(number) != row
    }
    found: dict[int, list[Span]] = {}
    for row in map(own["excerpt"].__getitem__, excerpts):
        found.setdefault(row["source_id"], []).append((row["start"], row["end"]))
    return found


def _asked_if_needed(
    text: str, correction: Correction, spans: Sequence[Span], guid: str
) -> Correction:
    """Ask before words go that somebody here coded since."""
    edit = correction.edit
    inside = [span for span in spans if edit.start <= span[0] and span[1] <= edit.end]
    if correction.key or not inside:
        return correction
    shift = Shift(text, [edit])
    if all(low < high for low, high in (shift.span(*span) for span in inside)):
        return correction
    return replace(correction, key=f"text:{guid}:{edit.start}")


def _text(connection: Connection, source: int) -> str:
    query = select(SourceText.text).where(SourceText.source_id == source)
    return connection.scalar(query) or ""
