"""The chain under a piece of evidence: its words in their turn, the source, who speaks."""

from dataclasses import dataclass
from datetime import date as Day
from typing import Any

from sqlalchemy import func, select

from app.errors import UserError
from app.reduce import capacity
from app.study import Study
from models.collection import Source, Turn
from models.design import Category, Role, Site
from models.reduction import Code, Coding, Excerpt

AROUND = 280
"""Code points shown on each side of an excerpt in a text that has no turns, or in a long one."""


@dataclass(frozen=True, slots=True)
class Chain:
    """From an excerpt down to who speaks it.

    `before`, `words` and `after` are the turn in which the excerpt stands, cut at `AROUND` on
    each side (`cut_before`, `cut_after` say whether); positions are code points of the source.
    `speaker` is the label in the transcript, empty without turns; `codes` the names of the codes.
    """

    excerpt_id: int
    source_id: int
    start: int
    end: int
    before: str
    words: str
    after: str
    cut_before: bool
    cut_after: bool
    speaker: str
    asked: str
    line: int
    reference: str
    title: str
    method: str
    date: Day | None
    site: str
    place: str
    informant: str
    post: str
    role: str
    role_kind: str
    category: str
    codes: tuple[str, ...]


def chain(study: Study, excerpt_id: int) -> Chain:
    """Return the chain under an excerpt. Raises UserError where the excerpt is gone."""
    with study.read() as connection:
        row = connection.execute(_row().where(Excerpt.id == excerpt_id)).first()
        if row is None:
            raise UserError("verify.error.no_such_evidence")
        turn = connection.execute(
            select(Turn.start, Turn.end, Turn.speaker)
            .where(Turn.source_id == row.source_id)
            .where(Turn.start < row.end, Turn.end > row.start)
            .order_by(Turn.start)
        ).first()
        asked = connection.execute(
            select(Turn.start, Turn.end)
            .where(Turn.source_id == row.source_id, Turn.is_researcher, Turn.end <= row.start)
            .order_by(Turn.start.desc())
        ).first()
        names = connection.scalars(
            select(Code.name)
            .join(Coding, Coding.code_id == Code.id)
            .where(Coding.excerpt_id == excerpt_id)
            .distinct()
            .order_by(Code.name)
        ).all()
    text = study.texts.of(row.source_id)
    whole = (0, len(text)) if turn is None else (turn.start, max(turn.end, row.end))
    first = max(min(whole[0], row.start), row.start - AROUND)
    last = min(whole[1], row.end + AROUND)
    if turn is None:
        first = max(first, text.rfind("\n", 0, row.start) + 1)
        stop = text.find("\n", row.end)
        last = last if stop < 0 else min(last, stop)
    return Chain(
        *(row.id, row.source_id, row.start, row.end),
        before=text[first : row.start],
        words=text[row.start : row.end],
        after=text[row.end : last].rstrip(),
        cut_before=turn is not None and first > whole[0],
        cut_after=turn is not None and last < whole[1],
        speaker="" if turn is None else turn.speaker,
        asked="" if asked is None else " ".join(text[asked.start : asked.end].split())[:AROUND],
        line=study.texts.line_of(row.source_id, row.start),
        reference=row.reference,
        title=row.title,
        method=row.method,
        date=row.day,
        site=row.site,
        place=row.place or "",
        informant=row.informant,
        post=row.post,
        role=row.role,
        role_kind=row.role_kind,
        category=row.category,
        codes=tuple(names),
    )


def _row() -> Any:
    return select(
        *(Excerpt.id, Excerpt.source_id, Excerpt.start, Excerpt.end),
        *(Source.reference, Source.title, Source.method, Source.date.label("day")),
        Source.place.label("place"),
        func.coalesce(capacity.Speaker.code, "").label("informant"),
        func.coalesce(capacity.Speaker.post, "").label("post"),
        func.coalesce(Role.name, "").label("role"),
        func.coalesce(Role.kind, "").label("role_kind"),
        func.coalesce(Category.name, "").label("category"),
        func.coalesce(Site.name, "").label("site"),
    ).select_from(
        capacity.with_capacity()
        .outerjoin(Role, Role.id == capacity.role_id)
        .outerjoin(Category, Category.id == capacity.category_id)
        .outerjoin(Site, Site.id == capacity.site_id)
    )
