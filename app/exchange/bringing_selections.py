"""The selections of a source become excerpts with codings; what fits no text is kept as it was."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace

from sqlalchemy import select, update

from app.exchange.bringing import Bringing
from app.exchange.bringing_people import coder_of
from app.exchange.growing_tables import stored_time
from app.exchange.incoming import InCoding, InSelection, InSource
from app.exchange.plain_text import Moved, same_words
from models.reduction import DIRECTIONS, Coding, Excerpt

UNPLACED = "source.selection"
"""The name under which a selection is carried that is no excerpt, as JSON: it stands on no words,
or has no code, or none that the study knows. Its positions count in the text of the source."""
WHOLE = "coding.whole"
"""The name under which it is carried that a coding is of the whole source."""
MEMO = "coding.memo"
"""The name under which the memo of a doubled coding is carried beside one that the study had."""
NAME, MADE_BY, MADE_AT = "excerpt.name", "excerpt.user", "excerpt.made_at"

Span = tuple[int, int]


@dataclass(slots=True)
class _Place:
    """One source being coded: its text, and the excerpts and codings that it has so far."""

    source: InSource
    source_id: int
    text: str
    excerpts: dict[Span, int] = field(default_factory=dict)
    codings: dict[tuple[int, int, int], int] = field(default_factory=dict)


def bring_selections(
    bringing: Bringing, source: InSource, source_id: int, text: str, moved: Moved, *, known: bool
) -> None:
    """Write the selections of a source and the codings of the whole of it.

    Positions beyond the text are brought to its end; a selection on no words, or without a code, is
    carried. Codings that are doubled (same words, code and coder) are made once. `known`: the study
    has this source by now, perhaps with excerpts.
    """
    place = _Place(source, source_id, text)
    if known:
        _look_up(bringing, place)
    for selection in source.selections:
        start, end = moved(selection.start), moved(selection.end)
        if (start, end) != (selection.start, selection.end):
            selection = replace(selection, start=start, end=end)
        _selection(bringing, place, selection)
    if source.codings and text:
        excerpt = _excerpt(bringing, place, (0, len(text)), "", "")
        for coding in _codings(bringing, place, excerpt, source.codings):
            bringing.carry("coding", coding, WHOLE, "true")
    elif source.codings:
        _carry(bringing, place, InSelection("", 0, 0, codings=source.codings))


def _look_up(bringing: Bringing, place: _Place) -> None:
    spans = select(Excerpt.start, Excerpt.end, Excerpt.id)
    rows = bringing.session.execute(spans.where(Excerpt.source_id == place.source_id))
    place.excerpts = {(row.start, row.end): row.id for row in rows}
    codings = select(Coding.excerpt_id, Coding.code_id, Coding.coder_id, Coding.id)
    found = bringing.session.execute(
        codings.join(Excerpt, Excerpt.id == Coding.excerpt_id).where(
            Excerpt.source_id == place.source_id
        )
    )
    place.codings = {(row.excerpt_id, row.code_id, row.coder_id): row.id for row in found}


def _selection(bringing: Bringing, place: _Place, selection: InSelection) -> None:
    start, end = max(selection.start, 0), min(selection.end, len(place.text))
    if start < end:
        bringing.spans.setdefault(selection.guid, (place.source_id, start, end))
    known = [coding for coding in selection.codings if bringing.row("code", coding.code)]
    wanted = known or selection.guid in bringing.referred
    there = bringing.tables[Excerpt].there.get(selection.guid)
    if not wanted or start >= end:
        if not wanted and selection.codings:
            bringing.tally["lost.codes_missing"] += len(selection.codings)
        _carry(bringing, place, selection)
        return
    if (start, end) != (selection.start, selection.end):
        bringing.changed(
            "cut_to_text", source=place.source.name, start=selection.start, end=selection.end
        )
    span = (start, end)
    _compare(bringing, place, selection, span)
    doubled = bringing.row("selection", selection.guid) is not None
    if doubled:
        bringing.changed("guid_doubled", name=place.source.name, guid=selection.guid)
    bringing.tally["lost.codes_missing"] += len(selection.codings) - len(known)
    codings = bringing.tables[Coding].there
    if there is not None and all(coding.guid in codings for coding in known):
        bringing.became("selection", selection.guid, "excerpt", there)
        for coding in known:
            _already(bringing, coding)
        return
    new = span not in place.excerpts and there is None
    further = span in place.excerpts and there is None
    if there is not None and not doubled:  # what the study has stays where it stands
        excerpt = there
    else:
        excerpt = _excerpt(bringing, place, span, selection.guid, selection.description)
    bringing.became("selection", selection.guid, "excerpt", excerpt)
    _codings(bringing, place, excerpt, known)
    if new:
        _said_of_it(bringing, excerpt, selection)
    elif further:
        _said_as_well(bringing, excerpt, selection)


def _compare(bringing: Bringing, place: _Place, selection: InSelection, span: Span) -> None:
    if not selection.quoted:
        return
    bringing.quoted += 1
    words = place.text[span[0] : span[1]]
    if same_words(words, selection.quoted):
        bringing.agreed += 1
    else:
        bringing.changed(
            "other_words", source=place.source.name, words=words[:80], quoted=selection.quoted[:80]
        )


def _said_of_it(bringing: Bringing, excerpt: int, selection: InSelection) -> None:
    """Carry the name of a selection, and its maker where the first coding does not tell it."""
    if selection.name:
        bringing.carry("excerpt", excerpt, NAME, selection.name)
    first = selection.codings[0] if selection.codings else InCoding("", "")
    if selection.user and selection.user != first.user:
        bringing.carry("excerpt", excerpt, MADE_BY, selection.user)
    if selection.made_at and selection.made_at != first.made_at:
        bringing.carry("excerpt", excerpt, MADE_AT, selection.made_at.isoformat())


def _said_as_well(bringing: Bringing, excerpt: int, selection: InSelection) -> None:
    """Keep what a further selection of the same words says of them."""
    if selection.name:
        bringing.carry("excerpt", excerpt, NAME, selection.name)
    words = selection.description.strip()
    row = bringing.tables[Excerpt].unwritten(excerpt)
    known = row["summary"] if row is not None else ""
    if row is None and words:
        known = bringing.session.scalar(select(Excerpt.summary).where(Excerpt.id == excerpt)) or ""
    if not words or words in known:
        return
    together = f"{known}\n{words}" if known else words
    if row is not None:
        row["summary"] = together
    else:
        bringing.session.execute(
            update(Excerpt).where(Excerpt.id == excerpt).values(summary=together)
        )
    bringing.tally["changed.selections_united"] += 1


def _excerpt(bringing: Bringing, place: _Place, span: Span, guid: str, summary: str) -> int:
    if span not in place.excerpts:
        made = bringing.tables[Excerpt].add(
            guid,
            source_id=place.source_id,
            start=span[0],
            end=span[1],
            speaker_id=None,
            summary=summary,
            set_aside=False,
            surprise=False,
        )
        place.excerpts[span] = made
    return place.excerpts[span]


def _codings(
    bringing: Bringing, place: _Place, excerpt: int, codings: Iterable[InCoding]
) -> list[int]:
    """Add the codings that are not there; return the ids of those that were made."""
    made = []
    table = bringing.tables[Coding]
    for coding in codings:
        code = bringing.row("code", coding.code)
        if code is None:
            bringing.tally["lost.codes_missing"] += 1
            continue
        coder = bringing.row("user", coding.user)
        coder = coder if coder is not None else coder_of(bringing, coding.user)
        key = (excerpt, code, coder)
        if key in place.codings or coding.guid in table.there:
            _already(bringing, coding, place.codings.get(key))
            continue
        number = table.add(
            coding.guid,
            excerpt_id=excerpt,
            code_id=code,
            coder_id=coder,
            direction=coding.direction if coding.direction in DIRECTIONS else DIRECTIONS[0],
            weight=coding.weight,
            memo=coding.memo,
            made_at=stored_time(coding.made_at, bringing.moment),
        )
        place.codings[key] = number
        bringing.became("coding", coding.guid, "coding", number)
        bringing.came["codings"] += 1
        made.append(number)
    return made


def _already(bringing: Bringing, coding: InCoding, same: int | None = None) -> None:
    """Count a coding that is there by its guid, or doubles `same`, which keeps its memo as well."""
    table = bringing.tables[Coding]
    known = table.there.get(coding.guid)
    if known is not None:
        bringing.there["codings"] += 1
        bringing.became("coding", coding.guid, "coding", known)
        return
    bringing.tally["changed.codings_doubled"] += 1
    row = table.unwritten(same) if same is not None else None
    if coding.memo and row is not None and coding.memo not in row["memo"]:
        row["memo"] = f"{row['memo']}\n{coding.memo}" if row["memo"] else coding.memo
    elif coding.memo and same is not None and row is None:
        bringing.carry("coding", same, MEMO, coding.memo)


def _carry(bringing: Bringing, place: _Place, selection: InSelection) -> None:
    """Keep a selection that is no excerpt as it was told, for the way back."""
    value = json.dumps(asdict(selection), ensure_ascii=False, default=str)
    bringing.carry("source", place.source_id, UNPLACED, value)
    bringing.became("selection", selection.guid, "source", place.source_id)
    if not selection.codings:
        bringing.tally["kept.uncoded"] += 1
    else:
        bringing.lost(
            "no_words",
            source=place.source.name,
            start=selection.start,
            end=selection.end,
            codings=len(selection.codings),
        )
