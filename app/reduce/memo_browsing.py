"""The memo browser: memos by their words, kind, coder, date, and what they are on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import ColumnElement, func, select

from app.language.lemmas import fold
from app.language.words import say
from app.reduce.memo_marks import Key, plain
from app.reduce.memo_things import Thing, things
from app.reduce.memos import MemoRow, memos_with
from app.study import Study
from models.design import Coder
from models.reduction import Memo, MemoLink

STUDY = ""
"""What stands for the study where a memo is on it as a whole."""


@dataclass(frozen=True, slots=True)
class MemoFilter:
    """Which memos to list; None or empty is no limit. Dates are days, both included.

    `words` must all stand in the title or the text, however their letters stand.
    """

    words: str = ""
    kinds: Collection[str] | None = None
    coders: Collection[int] | None = None
    since: date | None = None
    until: date | None = None
    on: Collection[str] | None = None


@dataclass(frozen=True, slots=True)
class FoundMemo:
    """A memo in the browser; `on` is what it is on, None for the study or where that is gone."""

    memo: MemoRow
    on: Thing | None


def find_memos(study: Study, only: MemoFilter) -> list[FoundMemo]:
    """Return the memos that `only` lists, the newest first."""
    found = memos_with(study, *_conditions(only))
    words = fold(only.words).split()
    if words:
        found = [row for row in found if _says(row, words)]
    keys = {key for row in found if (key := key_of(row)) is not None}
    named: Mapping[Key, Thing] = things(study, keys)
    return [FoundMemo(row, named.get(key_of(row) or ("", 0))) for row in found]


def back_links(study: Study, key: Key) -> list[MemoRow]:
    """Return the memos that name something, the newest first."""
    naming = select(MemoLink.memo_id).where(MemoLink.to_entity == key[0], MemoLink.to_id == key[1])
    return memos_with(study, Memo.id.in_(naming))


def key_of(memo: MemoRow) -> Key | None:
    """Return what a memo is on; None for the study."""
    return (memo.on_entity, memo.on_id) if memo.on_entity and memo.on_id is not None else None


def memo_coders(study: Study) -> list[tuple[int, str]]:
    """Return the coders who wrote memos: id and name."""
    query = select(Coder.id, Coder.name).where(Coder.id.in_(select(Memo.coder_id)))
    with study.read() as connection:
        return [(row.id, row.name) for row in connection.execute(query.order_by(Coder.name))]


def entities_with_memos(study: Study) -> list[str]:
    """Return what kinds of things memos are on; STUDY is the study itself."""
    with study.read() as connection:
        query = select(Memo.on_entity).distinct().order_by(Memo.on_entity)
        return list(connection.scalars(query))


def thing_word(entity: str, language: str) -> str:
    """Return what a kind of thing is called ("Source")."""
    try:
        return say(f"summaries.things.{entity or 'study'}", language)
    except KeyError:
        return say("summaries.things.other", language)


def on_words(found: FoundMemo, language: str) -> str:
    """Return what a memo is on, in words: "Code: Facilities"; that it is gone where it is."""
    entity = found.memo.on_entity
    kind = thing_word(entity, language)
    if not entity:
        return kind
    name = found.on.name if found.on is not None else say("summaries.things.gone", language)
    return f"{kind}: {name}"


def local_day(moment: datetime) -> date:
    """Return the day of a stored moment (UTC) where the researcher is."""
    return moment.replace(tzinfo=UTC).astimezone().date()


def _says(row: MemoRow, words: Collection[str]) -> bool:
    said = fold(f"{row.title} {plain(row.text)}")
    return all(word in said for word in words)


def _conditions(only: MemoFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if only.kinds is not None:
        found.append(Memo.kind.in_(only.kinds))
    if only.coders is not None:
        found.append(Memo.coder_id.in_(only.coders))
    if only.on is not None:
        found.append(Memo.on_entity.in_(only.on))
    if only.since is not None:
        found.append(Memo.made_at >= _moment(only.since))
    if only.until is not None:
        found.append(Memo.made_at < _moment(only.until + timedelta(days=1)))
    return found


def _moment(day: date) -> datetime:
    """Return when a day begins where the researcher is, as the study stores moments."""
    return datetime.combine(day, time()).astimezone().astimezone(UTC).replace(tzinfo=None)


def count_memos(study: Study) -> int:
    """Return how many memos there are."""
    with study.read() as connection:
        return connection.scalar(select(func.count()).select_from(Memo)) or 0
