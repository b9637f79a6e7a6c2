"""Correcting a transcript after it was coded: every coding, turn and evidence keeps its words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from app.errors import UserError
from app.reduce.doubles import double_of, fold
from app.reduce.excerpt_uses import hand_over
from app.reduce.memo_links import drop_links, turn_links
from app.reduce.text_shift import Edit, Shift, applied
from app.study import Study
from models.collection import Source, SourceText, TextEdit, Turn
from models.conclusions import STANCES, Evidence
from models.fulltext import index_text
from models.reduction import Code, Coding, Excerpt, Memo, Refusal

Span = tuple[int, int]
SHOWN = 60
QUALIFIES = STANCES[2]


@dataclass(frozen=True, slots=True)
class Goes:
    """What goes with deleted words: a coding ("coding") or a piece of evidence ("evidence")."""

    kind: str
    name: str
    quote: str


@dataclass(frozen=True, slots=True)
class Made:
    """What came of edits: what went with deleted words, and which excerpts became one with which.

    `joined` says by the id of one that is gone which excerpt stands on its words now.
    """

    goes: list[Goes]
    joined: dict[int, int]


def edit_text(study: Study, source_id: int, edits: Sequence[Edit]) -> list[Goes]:
    """Make sorted edits, which do not overlap, in the text of a source; return what went with them.

    One step of undo. Excerpts of which no word is left go, with their codings and evidence; two
    that come to stand on the same words become one. Raises UserError where an edit is outside the
    text or nothing of the text would be left.
    """
    wanted = _real(edits, study.texts.of(source_id))
    if not wanted:
        return []
    with study.read() as connection:
        name = connection.scalar(select(Source.reference).where(Source.id == source_id))
    if name is None:
        raise UserError("reduce.no_such_source")
    with study.change("reduce.history.text_edited", source=name) as session:
        return make_edits(session, source_id, wanted, study.coder_id).goes


def make_edits(
    session: Session, source_id: int, edits: Sequence[Edit], coder_id: int | None
) -> Made:
    """Make edits within a change, as `edit_text` does, in the name of a coder."""
    text = _text_of(session.connection(), source_id)
    _check(text, edits)
    shift = Shift(text, edits)
    goes = _losses(session.connection(), source_id, text, shift)
    joined = _move_excerpts(session, source_id, shift)
    _move_turns(session, source_id, shift)
    _move_refusals(session, source_id, shift)
    _write(session, source_id, text, edits, coder_id)
    return Made(goes, joined)


def what_goes(study: Study, source_id: int, edits: Sequence[Edit]) -> list[Goes]:
    """Return the codings and the evidence that would go with the words that `edits` delete."""
    with study.read() as connection:
        text = _text_of(connection, source_id)
        wanted = _real(edits, text)
        _check(text, wanted)
        return _losses(connection, source_id, text, Shift(text, wanted))


def _real(edits: Sequence[Edit], text: str) -> list[Edit]:
    return [edit for edit in edits if text[edit.start : edit.end] != edit.words]


def _text_of(connection: Connection, source_id: int) -> str:
    text = connection.scalar(select(SourceText.text).where(SourceText.source_id == source_id))
    if text is None:
        raise UserError("reduce.no_such_source")
    return text


def _check(text: str, edits: Sequence[Edit]) -> None:
    at = 0
    for edit in edits:
        if not at <= edit.start <= edit.end <= len(text) or "\r" in edit.words:
            raise UserError("reduce.empty_span")
        at = edit.end
    if "\0" in "".join(edit.words for edit in edits):
        raise UserError("reduce.empty_span")
    if not applied(text, edits).strip():
        raise UserError("reduce.nothing_left")


def _losses(connection: Connection, source_id: int, text: str, shift: Shift) -> list[Goes]:
    gone = [
        (key, text[start:end])
        for key, start, end in _spans(connection, source_id)
        if _is_empty(shift.span(start, end))
    ]
    if not gone:
        return []
    quotes = dict(gone)
    codings = select(Coding.excerpt_id, Code.name).join(Code, Code.id == Coding.code_id)
    told = select(Evidence.excerpt_id, func.max(Evidence.stance)).group_by(Evidence.id)
    return [
        Goes(kind, name, quotes[key][:SHOWN])
        for kind, query, column in (
            ("coding", codings, Coding.excerpt_id),
            ("evidence", told, Evidence.excerpt_id),
        )
        for key, name in connection.execute(query.where(column.in_(quotes)))
    ]


def _spans(connection: Connection, source_id: int) -> Iterable[tuple[int, int, int]]:
    query = select(Excerpt.id, Excerpt.start, Excerpt.end).where(Excerpt.source_id == source_id)
    return [(row.id, row.start, row.end) for row in connection.execute(query)]


def _is_empty(span: Span) -> bool:
    return span[0] >= span[1]


def _move_excerpts(session: Session, source_id: int, shift: Shift) -> dict[int, int]:
    now: dict[int, Span] = {}
    places: dict[Span, list[int]] = defaultdict(list)
    gone: list[int] = []
    before: dict[int, Span] = {}
    for key, start, end in _spans(session.connection(), source_id):
        span = shift.span(start, end)
        if _is_empty(span):
            gone.append(key)
            continue
        places[span].append(key)
        before[key], now[key] = (start, end), span
    _drop(session, gone)
    joined = {other: kept for kept, *others in places.values() for other in others}
    for kept, *others in places.values():
        for other in others:
            _join(session, kept, other)
            del now[other]
    _write_spans(session, before, now)
    return joined


def _drop(session: Session, excerpts: Sequence[int]) -> None:
    for key in excerpts:
        codings = select(Coding.id).where(Coding.excerpt_id == key)
        session.execute(delete(Memo).where(Memo.on_entity == "coding", Memo.on_id.in_(codings)))
        session.execute(delete(Memo).where(Memo.on_entity == "excerpt", Memo.on_id == key))
        drop_links(session, "excerpt", [key])
        session.execute(delete(Excerpt).where(Excerpt.id == key))


def _join(session: Session, kept: int, other: int) -> None:
    """Give all that points to the excerpt `other` to `kept`; what both have stays once."""
    for coding in session.scalars(select(Coding).where(Coding.excerpt_id == other)).all():
        double = double_of(session, kept, coding.code_id, coding.coder_id)
        if double is not None:
            fold(session, coding, double)
        else:
            coding.excerpt_id = kept
    there = {
        piece.finding_id: piece
        for piece in session.scalars(select(Evidence).where(Evidence.excerpt_id == kept))
    }
    for piece in session.scalars(select(Evidence).where(Evidence.excerpt_id == other)).all():
        first = there.get(piece.finding_id)
        if first is None:
            piece.excerpt_id = kept
        else:
            _fold_evidence(first, piece)
    session.flush()
    hand_over(session, kept, other)
    one, two = session.get_one(Excerpt, kept), session.get_one(Excerpt, other)
    one.set_aside = one.set_aside and two.set_aside
    one.surprise = one.surprise or two.surprise
    one.summary = "\n".join(dict.fromkeys(words for words in (one.summary, two.summary) if words))
    session.flush()
    memos = update(Memo).where(Memo.on_entity == "excerpt", Memo.on_id == other)
    session.execute(memos.values(on_id=kept))
    turn_links(session, "excerpt", [other], kept)
    session.execute(delete(Excerpt).where(Excerpt.id == other))


def _fold_evidence(kept: Evidence, double: Evidence) -> None:
    """Let one piece of evidence say what two said: stances that differ qualify the finding."""
    if kept.stance != double.stance:
        kept.stance = QUALIFIES
    kept.note = "\n".join(dict.fromkeys(note for note in (kept.note, double.note) if note))
    kept.weight = max(kept.weight, double.weight)


_MOVE = (
    update(Excerpt.__table__)  # type: ignore[arg-type]
    .where(Excerpt.__table__.c.id == bindparam("key"))
    .values(start=bindparam("from"), end=bindparam("to"))
)


def _write_spans(session: Session, before: dict[int, Span], now: dict[int, Span]) -> None:
    """Write moved spans in an order in which no two ever stand on the same words.

    Those that move back are written from the first on, those that move on from the last: the place
    of each is free by then. Where it is not, who stands there steps aside, in front of the text.
    """
    moved = [key for key, span in now.items() if span != before[key]]
    back = sorted((k for k in moved if now[k] < before[k]), key=lambda key: before[key])
    on = sorted((k for k in moved if now[k] > before[k]), key=lambda key: before[key], reverse=True)
    standing = {before[key]: key for key in moved}
    rows = []
    for key in (*back, *on):
        in_the_way = standing.pop(now[key], key)
        if in_the_way != key:
            rows.append({"key": in_the_way, "from": -in_the_way - 1, "to": -in_the_way})
        standing.pop(before[key], None)
        rows.append({"key": key, "from": now[key][0], "to": now[key][1]})
    if rows:
        session.connection().execute(_MOVE, rows)


def _move_turns(session: Session, source_id: int, shift: Shift) -> None:
    turns = session.scalars(
        select(Turn).where(Turn.source_id == source_id).order_by(Turn.start)
    ).all()
    begins = {turn.start for turn in turns}
    for turn in turns:
        span = shift.turn(turn.start, turn.end, followed=turn.end in begins)
        if _is_empty(span):
            session.delete(turn)
        else:
            turn.start, turn.end = span


def _move_refusals(session: Session, source_id: int, shift: Shift) -> None:
    taken: set[tuple[int, int, int]] = set()
    moved: list[Refusal] = []
    for row in session.scalars(select(Refusal).where(Refusal.source_id == source_id)).all():
        span = shift.span(row.start, row.end)
        doubled = (row.code_id, *span) in taken
        if not _is_empty(span) and not doubled:
            taken.add((row.code_id, *span))
            if span == (row.start, row.end):
                continue
            values = {"code_id": row.code_id, "source_id": source_id, "made_at": row.made_at}
            moved.append(Refusal(**values, start=span[0], end=span[1]))
        session.delete(row)
    session.flush()  # all are away before one comes where another stood
    session.add_all(moved)
    session.flush()


def _write(
    session: Session, source_id: int, text: str, edits: Sequence[Edit], coder_id: int | None
) -> None:
    """Write the edits, the last first: each position is one of the text as it was."""
    new = applied(text, edits)
    rows = [
        {
            "source_id": source_id,
            "position": edit.start,
            "removed": text[edit.start : edit.end],
            "inserted": edit.words,
            "coder_id": coder_id,
        }
        for edit in reversed(edits)
    ]
    session.flush()
    session.execute(insert(TextEdit), rows)
    session.execute(update(Source).where(Source.id == source_id).values(length=len(new)))
    index_text(session.connection(), source_id, new)
