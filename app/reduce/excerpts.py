"""Excerpts: found or made under a span, dropped when nothing points to them, and listed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Join,
    Select,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Session

from app.collect.speakers import speaker_of
from app.errors import UserError
from app.reduce import capacity
from app.reduce.citation import Cited, cite, letter
from app.reduce.citation_template import read_template
from app.reduce.excerpt_uses import is_used, unused
from app.reduce.memo_links import drop_links, turn_links
from app.reduce.names.replacing import Names
from app.reduce.names.table import read_names_shown
from app.study import Study
from models.collection import Source
from models.conclusions import Evidence
from models.design import Category, Coder, Role, Site
from models.reduction import Code, Coding, Excerpt, Memo

AT_ONCE = 5_000
"""So many ids go into one statement: SQLite takes no more than some 32,000 values."""


_AT = select(Excerpt.__table__.c.id).where(
    Excerpt.source_id == bindparam("source"),
    Excerpt.start == bindparam("start"),
    Excerpt.end == bindparam("end"),
)
_LENGTH = select(Source.__table__.c.length).where(Source.id == bindparam("source"))
_MADE = insert(Excerpt.__table__).returning(Excerpt.__table__.c.id)  # type: ignore[arg-type]


def excerpt_at(session: Session, source_id: int, start: int, end: int) -> int:
    """Return the id of the excerpt [start, end) of a source, making it where there is none.

    Raises UserError where the span is empty or outside the text.
    """
    session.flush()
    connection = session.connection()
    span = {"source": source_id, "start": start, "end": end}
    found: int | None = connection.scalar(_AT, span)
    if found is not None:
        return found
    length = connection.scalar(_LENGTH, span)
    if length is None:
        raise UserError("reduce.no_such_source")
    if not 0 <= start < end <= length:
        raise UserError("reduce.empty_span")
    speaker = speaker_of(session, source_id, start, end)
    row = {"source_id": source_id, "start": start, "end": end, "speaker_id": speaker}
    return int(connection.execute(_MADE, row).scalar_one())


_UNUSED = (
    delete(Excerpt.__table__)  # type: ignore[arg-type]
    .where(Excerpt.id.in_(bindparam("ids", expanding=True)))
    .where(unused())
    .returning(Excerpt.__table__.c.id)
)


def drop_unused(session: Session, excerpt_ids: Iterable[int]) -> None:
    """Remove those of the excerpts that nothing points to any more, with their memos."""
    session.flush()
    connection = session.connection()
    wanted = list(dict.fromkeys(excerpt_ids))
    for at in range(0, len(wanted), AT_ONCE):
        dropped = connection.scalars(_UNUSED, {"ids": wanted[at : at + AT_ONCE]}).all()
        if dropped:
            memos = delete(Memo).where(Memo.on_entity == "excerpt", Memo.on_id.in_(dropped))
            session.execute(memos)
            drop_links(session, "excerpt", dropped)


def inherit(session: Session, old_id: int, new_id: int) -> None:
    """Leave an excerpt that was just made of another one set aside, where that one is.

    One that other codings or evidence point to already stays as it is.
    """
    session.flush()
    if not is_used(session, new_id):
        aside = select(Excerpt.set_aside).where(Excerpt.id == old_id).scalar_subquery()
        session.execute(update(Excerpt).where(Excerpt.id == new_id).values(set_aside=aside))


def carry_over(session: Session, old_id: int, new_id: int) -> None:
    """Give what is said of the excerpt `old_id` to `new_id`, if nothing else points to `old_id`.

    For a coding whose borders move: its excerpt is about to go, the researcher's summary must not.
    """
    session.flush()
    if is_used(session, old_id):
        return
    old, new = session.get_one(Excerpt, old_id), session.get_one(Excerpt, new_id)
    if old.summary and not new.summary:
        new.summary = old.summary
    new.set_aside = new.set_aside or old.set_aside
    new.surprise = new.surprise or old.surprise
    memos = update(Memo).where(Memo.on_entity == "excerpt", Memo.on_id == old_id)
    session.execute(memos.values(on_id=new_id))
    turn_links(session, "excerpt", [old_id], new_id)


@dataclass(frozen=True, slots=True)
class ExcerptFilter:
    """Which codings (or, with a finding, which evidence) to list; None is no limit.

    `codes` are the very codes: a branch is the caller's to spell out (`app.reduce.codes.branch`).
    `roles`, `categories`, `sites` and `informants` may hold None: without one. `units` are those
    of `app.reduce.capacity.unit`. `kept_only` leaves out excerpts that were set aside.
    """

    codes: Collection[int] | None = None
    sources: Collection[int] | None = None
    methods: Collection[str] | None = None
    roles: Collection[int | None] | None = None
    role_kinds: Collection[str] | None = None
    categories: Collection[int | None] | None = None
    sites: Collection[int | None] | None = None
    informants: Collection[int | None] | None = None
    units: Collection[int] | None = None
    directions: Collection[str] | None = None
    coders: Collection[int] | None = None
    excerpts: Collection[int] | None = None
    codings: Collection[int] | None = None
    finding: int | None = None
    kept_only: bool = False


@dataclass(frozen=True, slots=True)
class ExcerptRow:
    """One coding, or one piece of evidence, with all that a list shows of it.

    `stance` and `note` are filled where a finding's evidence is listed; `coding_id`, `code_id`,
    `code`, `colour`, `direction`, `memo` and `weight` where codings are. `line` counts paragraphs
    from 1.
    """

    coding_id: int | None
    evidence_id: int | None
    excerpt_id: int
    source_id: int
    start: int
    end: int
    quote: str
    summary: str
    line: int
    citation: str
    method: str
    method_letter: str
    reference: str
    title: str
    informant_id: int | None
    informant: str
    post: str
    role_id: int | None
    role: str
    role_kind: str
    category_id: int | None
    category: str
    site_id: int | None
    site: str
    date: date | None
    code_id: int | None
    code: str
    colour: str
    direction: str
    stance: str
    note: str
    coder: str
    memo: str
    weight: int = 0


def excerpts(
    study: Study,
    only: ExcerptFilter,
    *,
    offset: int = 0,
    limit: int | None = None,
    language: str | None = None,
) -> list[ExcerptRow]:
    """List codings (or a finding's evidence) by source and place, a page at a time.

    `language` is that of the citations, the study's own by default. Where the study shows
    pseudonyms, quotations have them in the place of names.
    """
    with study.read() as connection:
        template, names = read_template(connection), read_names_shown(connection)
        found = connection.execute(_page(only, offset, limit)).all()
    return [_row(study, row, language or study.language, template, names) for row in found]


def count_excerpts(study: Study, only: ExcerptFilter) -> int:
    """Count what `excerpts` would list."""
    with study.read() as connection:
        return int(connection.execute(filtered(only, func.count())).scalar_one())


def filtered(only: ExcerptFilter, *columns: Any, wide: bool = False) -> Select[*tuple[Any, ...]]:
    """Select columns of Excerpt, and of Coding or Evidence, over what `only` lists.

    The capacity is joined only where the filter asks for it, or `wide` does, whose columns are of
    the source, the speaker, role, category or site: else an index alone answers.
    """
    limits = (only.methods, only.roles, only.role_kinds, only.categories, only.sites)
    plain = not wide and all(limit is None for limit in limits)
    joined = Excerpt.__table__ if plain else _with_capacity()
    query = select(*columns).select_from(_with_own(joined, only))
    for condition in _conditions(only):
        query = query.where(condition)
    return query


def _page(only: ExcerptFilter, offset: int, limit: int | None) -> Select[*tuple[Any, ...]]:
    """Select the rows of a page; which they are is found first, without joining all rows."""
    own = Coding.__table__.c.id if only.finding is None else Evidence.__table__.c.id
    order = (Excerpt.source_id, Excerpt.start, Excerpt.end, own)
    joined = _with_own(_with_capacity(), only)
    if only.finding is None:
        joined = joined.join(Code, Code.id == Coding.code_id)
        joined = joined.join(Coder, Coder.id == Coding.coder_id)
        columns = _coding_columns()
    else:
        joined = joined.outerjoin(Coder, Coder.id == Evidence.coder_id)
        columns = _evidence_columns()
    page = filtered(only, own).order_by(*order).offset(offset).limit(limit)
    query = select(*_shared_columns(), *columns).select_from(joined)
    return query.where(own.in_(page)).order_by(*order)


def _with_capacity() -> Join:
    return (
        capacity.with_capacity()
        .outerjoin(Role, Role.id == capacity.role_id)
        .outerjoin(Category, Category.id == capacity.category_id)
        .outerjoin(Site, Site.id == capacity.site_id)
    )


def _with_own(joined: FromClause, only: ExcerptFilter) -> Join:
    """Join what is listed: codings, or a finding's evidence."""
    if only.finding is None:
        return joined.join(Coding, Coding.excerpt_id == Excerpt.id)
    return joined.join(Evidence, Evidence.excerpt_id == Excerpt.id)


def _shared_columns() -> list[ColumnElement[Any]]:
    return [
        Excerpt.id.label("excerpt_id"),
        Excerpt.source_id.label("source_id"),
        Excerpt.start.label("start"),
        Excerpt.end.label("end"),
        Excerpt.summary.label("summary"),
        Source.method.label("method"),
        Source.reference.label("reference"),
        Source.title.label("title"),
        Source.date.label("date"),
        Excerpt.speaker_id.label("informant_id"),
        func.coalesce(capacity.Speaker.code, "").label("informant"),
        func.coalesce(capacity.Speaker.post, "").label("post"),
        Role.id.label("role_id"),
        func.coalesce(Role.name, "").label("role"),
        func.coalesce(Role.kind, "").label("role_kind"),
        Category.id.label("category_id"),
        func.coalesce(Category.name, "").label("category"),
        Site.id.label("site_id"),
        func.coalesce(Site.name, "").label("site"),
        func.coalesce(Coder.name, "").label("coder"),
    ]


def _coding_columns() -> list[ColumnElement[Any]]:
    return [
        Coding.id.label("coding_id"),
        Coding.code_id.label("code_id"),
        Code.name.label("code"),
        Code.colour.label("colour"),
        Coding.direction.label("direction"),
        Coding.memo.label("memo"),
        Coding.weight.label("weight"),
    ]


def _evidence_columns() -> list[ColumnElement[Any]]:
    return [
        Evidence.id.label("evidence_id"),
        Evidence.stance.label("stance"),
        Evidence.note.label("note"),
    ]


def _conditions(only: ExcerptFilter) -> Iterable[ColumnElement[bool]]:
    yield from _within(Excerpt.source_id, only.sources)
    yield from _within(Excerpt.id, only.excerpts)
    yield from _within(Source.method, only.methods)
    yield from _within(Role.id, only.roles)
    yield from _within(Role.kind, only.role_kinds)
    yield from _within(Category.id, only.categories)
    yield from _within(Site.id, only.sites)
    yield from _within(Excerpt.speaker_id, only.informants)
    yield from _within(capacity.unit, only.units)
    if only.kept_only:
        yield ~Excerpt.set_aside
    if only.finding is not None:
        yield Evidence.finding_id == only.finding
        yield from _within(Evidence.stance, only.directions)
    else:
        yield from _within(Coding.id, only.codings)
        yield from _within(Coding.code_id, only.codes)
        yield from _within(Coding.direction, only.directions)
        yield from _within(Coding.coder_id, only.coders)


def _within(column: Any, wanted: Collection[Any] | None) -> Iterable[ColumnElement[bool]]:
    if wanted is None:
        return
    named = [value for value in wanted if value is not None]
    condition: ColumnElement[bool] = column.in_(named)
    yield condition | column.is_(None) if None in wanted else condition


def _row(study: Study, row: Any, language: str, template: str, names: Names) -> ExcerptRow:
    values = dict(row._mapping)
    line = study.texts.line_of(values["source_id"], values["start"])
    cited = Cited(
        method=values["method"],
        reference=values["reference"],
        informant=values["informant"],
        role=values["role"],
        site=values["site"],
        date=values["date"],
        line=line,
    )
    blank: dict[str, Any] = {
        "coding_id": None,
        "evidence_id": None,
        "code_id": None,
        "code": "",
        "colour": "",
    }
    words = {"direction": "", "stance": "", "note": "", "memo": ""}
    return ExcerptRow(
        **(blank | words | values),
        quote=names.apply(study.texts.quote(values["source_id"], values["start"], values["end"])),
        line=line,
        citation=cite(cited, language, template),
        method_letter=letter(values["method"], language),
    )
