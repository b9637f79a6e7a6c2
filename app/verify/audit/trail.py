"""The audit trail: the steps of the history, filtered, a page of them in one query.

METHOD.md, section 5: date, who, action, object, before, after, reason.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, func, or_, select, type_coerce

from app.history import Step
from app.language.words import say
from app.study import Study
from app.verify.audit.kinds import tables_of
from app.verify.audit.tracing import Key, steps_about
from models.history import DONE, Change, ChangeImage

PAGE = 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which steps: of which kinds, by whom, from which day to which (both in it), with words.

    `about` is a thing (entity, id) whose whole life is wanted; `undone` takes in what was taken
    back. Days are those of this computer's time.
    """

    kinds: tuple[str, ...] = ()
    coder: str | None = None
    since: date | None = None
    until: date | None = None
    words: str = ""
    about: Key | None = None
    undone: bool = False


ALL = Wanted()


def trail(
    study: Study,
    wanted: Wanted = ALL,
    language: str = "en",
    *,
    before: int | None = None,
    limit: int | None = PAGE,
) -> list[Step]:
    """Return a page of steps, the newest first; `before` is the last step of the page before.

    `language` is that in which words are looked for.
    """
    with study.read() as connection:
        only = _conditions(connection, wanted, language)
        if before is not None:
            only.append(Change.id < before)
        query = _listed().where(*only).order_by(Change.id.desc()).limit(limit)
        return [Step(*row) for row in connection.execute(query)]


def pages(study: Study, wanted: Wanted, language: str) -> Iterator[list[Step]]:
    """Yield all wanted steps, a page at a time, the newest first."""
    last: int | None = None
    while page := trail(study, wanted, language, before=last):
        yield page
        last = page[-1].id


def count(study: Study, wanted: Wanted = ALL, language: str = "en") -> int:
    """Return how many steps are wanted."""
    with study.read() as connection:
        query = select(func.count()).select_from(Change)
        found: int = connection.execute(
            query.where(*_conditions(connection, wanted, language))
        ).scalar_one()
    return found


def who_changed(study: Study) -> list[str]:
    """Return who made steps, by name."""
    with study.read() as connection:
        return sorted(connection.scalars(select(Change.coder).distinct()), key=str.casefold)


def days(study: Study) -> tuple[date, date] | None:
    """Return the days of the first and of the last step; None where there is none."""
    with study.read() as connection:
        first, last = connection.execute(
            select(func.min(Change.made_at), func.max(Change.made_at))
        ).one()
    return None if first is None else (local(first).date(), local(last).date())


def local(moment: datetime) -> datetime:
    """Return a moment of the history, kept in UTC, in this computer's time."""
    return moment.replace(tzinfo=UTC).astimezone()


def _listed() -> Select[Any]:
    rows = (
        select(func.count())
        .where(ChangeImage.change_id == Change.id)
        .correlate(Change)
        .scalar_subquery()
    )
    return select(
        Change.id, Change.made_at, Change.coder, Change.what, Change.values, Change.state, rows
    )


def _conditions(connection: Connection, wanted: Wanted, language: str) -> list[ColumnElement[bool]]:
    only: list[ColumnElement[bool]] = []
    if not wanted.undone:
        only.append(Change.state == DONE)
    if wanted.coder is not None:
        only.append(Change.coder == wanted.coder)
    if wanted.since is not None:
        only.append(Change.made_at >= _utc(wanted.since))
    if wanted.until is not None:
        only.append(Change.made_at < _utc(wanted.until + timedelta(days=1)))
    if wanted.kinds:
        of_kind = select(ChangeImage.change_id).where(
            ChangeImage.entity.in_(tables_of(wanted.kinds))
        )
        only.append(Change.id.in_(of_kind))
    if wanted.about is not None:
        numbers = func.json_each(json.dumps(steps_about(connection, wanted.about)))
        only.append(Change.id.in_(select(numbers.table_valued("value").c.value)))
    if wanted.words.strip():
        only.append(_with_words(connection, wanted.words.strip(), language))
    return only


def _with_words(connection: Connection, words: str, language: str) -> ColumnElement[bool]:
    """Return whether a step says the words: in its sentence, its values, or a row it touched."""
    keys = connection.scalars(select(Change.what).distinct())
    said = [key for key in keys if words.casefold() in say(key, language).casefold()]
    escaped = json.dumps(words)[1:-1]
    rows = select(ChangeImage.change_id).where(
        or_(
            ChangeImage.before.contains(words, autoescape=True),
            ChangeImage.after.contains(words, autoescape=True),
        )
    )
    return or_(
        Change.what.in_(said),
        type_coerce(Change.values, String).contains(escaped, autoescape=True),
        Change.coder.contains(words, autoescape=True),
        Change.id.in_(rows),
    )


def _utc(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone().astimezone(UTC).replace(tzinfo=None)
