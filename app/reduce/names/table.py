"""The table of names and their replacements, and whether replacements are shown."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select
from sqlalchemy.orm import Session

from app.design.records import several
from app.errors import UserError
from app.language.words import say
from app.reduce.names.replacing import NO_NAMES, Names
from app.study import Study
from models.design import Study as StudyRow
from models.summaries import Pseudonym

SHOWN, REFUSED = "pseudonyms", "not_names"
"""Keys in the study's settings: whether pseudonyms are shown; words that are no names."""
KINDS = ("person", "place", "organisation", "other")
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class PseudonymRow:
    """A name in the texts and what stands for it; `kind` is one of KINDS."""

    id: int
    name: str
    replacement: str
    kind: str


def pseudonyms(study: Study) -> list[PseudonymRow]:
    """Return the table in the order of the names."""
    with study.read() as connection:
        return read_pseudonyms(connection)


def read_pseudonyms(connection: Connection) -> list[PseudonymRow]:
    """Return the table within a reading."""
    rows = connection.execute(
        select(Pseudonym.id, Pseudonym.name, Pseudonym.replacement, Pseudonym.kind)
    )
    return sorted((PseudonymRow(*row) for row in rows), key=lambda row: row.name.casefold())


def add_pseudonym(study: Study, name: str, replacement: str = "", kind: str = KINDS[0]) -> int:
    """Add a name and return its id; without a replacement it gets the next free one of its kind.

    Raises UserError where the name is empty, too short or in the table already, or where the
    replacement is the name itself.
    """
    name = _fit_name(name)
    with study.change("summaries.history.pseudonym_added", name=name) as session:
        _check_free(session, name, None)
        words = " ".join(replacement.split()) or _next_replacement(session, kind)
        row = Pseudonym(name=name, replacement=_fit(name, words), kind=_kind(kind))
        session.add(row)
        session.flush()
        return row.id


def add_pseudonyms(study: Study, rows: Sequence[Sequence[str]]) -> None:
    """Add names as (name, replacement, kind), as `add_pseudonym` does; one step for all.

    What is in the table already stays as it is. Raises UserError where a name does not fit.
    """
    known = {row.name for row in pseudonyms(study)}
    wanted = {_fit_name(name): (words, kind) for name, words, kind in rows}
    new = {name: given for name, given in wanted.items() if name not in known}
    if not new:
        return
    with study.change("summaries.history.pseudonym_added", name=several(new)) as session:
        for name, (words, kind) in new.items():
            replacement = " ".join(words.split()) or _next_replacement(session, kind)
            row = Pseudonym(name=name, replacement=_fit(name, replacement), kind=_kind(kind))
            session.add(row)
            session.flush()


def edit_pseudonym(
    study: Study,
    row_id: int,
    *,
    name: str | None = None,
    replacement: str | None = None,
    kind: str | None = None,
) -> None:
    """Change what is given of a row. Raises UserError as `add_pseudonym` does."""
    with study.read() as connection:
        before = next((r for r in read_pseudonyms(connection) if r.id == row_id), None)
    if before is None:
        raise UserError("summaries.names.no_such_name")
    with study.change("summaries.history.pseudonym_edited", name=before.name) as session:
        row = session.get_one(Pseudonym, row_id)
        if name is not None:
            new = _fit_name(name)
            _check_free(session, new, row_id)
            row.name = new
        if replacement is not None:
            row.replacement = " ".join(replacement.split())
        row.replacement = _fit(row.name, row.replacement)
        if kind is not None:
            row.kind = _kind(kind)


def delete_pseudonyms(study: Study, ids: Collection[int]) -> None:
    """Take rows out of the table; undo brings them back."""
    names = several(row.name for row in pseudonyms(study) if row.id in ids)
    with study.change("summaries.history.pseudonyms_deleted", names=names) as session:
        session.execute(delete(Pseudonym).where(Pseudonym.id.in_(ids)))


def all_names(study: Study) -> Names:
    """Return the names of the table, whether pseudonyms are shown or not."""
    return _names(pseudonyms(study))


def names_shown(study: Study) -> Names:
    """Return what views and exports replace: the table where pseudonyms are shown, else nothing."""
    with study.read() as connection:
        return read_names_shown(connection)


def read_names_shown(connection: Connection) -> Names:
    """Return what `names_shown` does, within a reading."""
    settings = connection.scalar(select(StudyRow.settings)) or {}
    return _names(read_pseudonyms(connection)) if settings.get(SHOWN) else NO_NAMES


def pseudonyms_shown(study: Study) -> bool:
    """Tell whether views and exports show pseudonyms."""
    return bool(_setting(study, SHOWN))


def show_pseudonyms(study: Study, on: bool) -> None:
    """Show pseudonyms in views and exports, or the names; one step."""
    key = "pseudonyms_on" if on else "pseudonyms_off"
    with study.change(f"summaries.history.{key}") as session:
        _set(session, SHOWN, on)


def refused_names(study: Study) -> frozenset[str]:
    """Return the words that the researcher said are no names."""
    found = _setting(study, REFUSED)
    return frozenset(found) if isinstance(found, list) else frozenset()


def refuse_names(study: Study, words: Sequence[str]) -> None:
    """Take words as no names: they are not proposed any more."""
    kept = refused_names(study)
    with study.change("summaries.history.not_names", words=several(words)) as session:
        _set(session, REFUSED, sorted(kept | set(words)))


def propose_again(study: Study, words: Sequence[str]) -> None:
    """Propose words as names again that were refused."""
    kept = refused_names(study)
    with study.change("summaries.history.names_again", words=several(words)) as session:
        _set(session, REFUSED, sorted(kept - set(words)))


def _names(rows: Sequence[PseudonymRow]) -> Names:
    return Names(tuple((row.name, row.replacement) for row in rows))


def _setting(study: Study, key: str) -> object:
    with study.read() as connection:
        return (connection.scalar(select(StudyRow.settings)) or {}).get(key)


def _set(session: Session, key: str, value: object) -> None:
    row = session.scalars(select(StudyRow)).one()
    if (row.settings.get(key) or None) != (value or None):
        row.settings = {**row.settings, key: value}


def _fit_name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise UserError("summaries.names.no_name")
    if sum(letter.isalnum() for letter in name) < SHORTEST:
        raise UserError("summaries.names.too_short", name=name)
    return name


def _fit(name: str, replacement: str) -> str:
    if not replacement:
        raise UserError("summaries.names.no_replacement", name=name)
    if replacement == name:
        raise UserError("summaries.names.same", name=name)
    return replacement


def _kind(kind: str) -> str:
    return kind if kind in KINDS else KINDS[-1]


def _check_free(session: Session, name: str, own: int | None) -> None:
    rows = session.execute(select(Pseudonym.id, Pseudonym.name))
    if any(row.name == name and row.id != own for row in rows):
        raise UserError("summaries.names.taken", name=name)


def _next_replacement(session: Session, kind: str) -> str:
    """Return [Person A], [Place B]…: in brackets, so that a reader sees that it is none."""
    language = session.scalar(select(StudyRow.language)) or "en"
    taken = set(session.scalars(select(Pseudonym.replacement)))
    word = say(f"summaries.name_kinds.{_kind(kind)}", language)
    number = 0
    while (found := f"[{word} {_letters(number)}]") in taken:
        number += 1
    return found


def _letters(number: int) -> str:
    """Return A, B, … Z, AA, AB, …"""
    found = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found
