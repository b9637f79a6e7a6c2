"""The sources that the rows of a coded spreadsheet make up: their paragraphs, units and codings.

A source's text is its excerpts in row order, one paragraph each. Rows that repeat an excerpt with
another code add a coding to its paragraph. Rows without an excerpt only declare what they name.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from app.collect.coded_spreadsheet import CodedRow
from app.design.register import plain_name
from app.errors import UserError

T = TypeVar("T")


@dataclass(slots=True)
class CodedPassage:
    """A coding of a paragraph: the code's path, the direction, the memo."""

    path: tuple[str, ...]
    direction: str
    memo: str


@dataclass(slots=True)
class CodedParagraph:
    """An excerpt with all its codings; `informant` is a code, "" for the source itself."""

    text: str
    informant: str
    codings: list[CodedPassage] = field(default_factory=list)


@dataclass(slots=True)
class Told(Generic[T]):
    """A value that some rows tell, and the first row that does."""

    value: T
    row: int = 0


@dataclass(slots=True)
class CodedUnit:
    """Who speaks in a source ("" for the source itself), and in which capacity there."""

    informant: str
    category: Told[str] = field(default_factory=lambda: Told(""))
    role: Told[str] = field(default_factory=lambda: Told(""))
    site: Told[str] = field(default_factory=lambda: Told(""))


@dataclass(slots=True)
class CodedSource:
    """A source as the rows of a spreadsheet tell it; `row` is the first that names it."""

    title: str
    row: int
    method: Told[str] = field(default_factory=lambda: Told(""))
    date: Told[datetime.date | None] = field(default_factory=lambda: Told(None))
    units: dict[str, CodedUnit] = field(default_factory=dict)
    paragraphs: list[CodedParagraph] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    said: dict[tuple[str, str], list[CodedParagraph]] = field(default_factory=dict)
    """The paragraphs by their words and informant."""

    def site(self) -> str:
        """Return the one site of all its units, or "" where they differ."""
        sites = {
            plain_name(u.site.value): u.site.value for u in self.units.values() if u.site.value
        }
        return next(iter(sites.values())) if len(sites) == 1 else ""


def coded_sources(name: str, rows: Iterable[CodedRow]) -> list[CodedSource]:
    """Gather the rows of the file `name` into sources, in the order in which they first come.

    Raises UserError with the rows where they contradict each other: two methods or dates of one
    source; two roles, categories or sites of one informant in one source.
    """
    rows = list(rows)
    found: dict[str, CodedSource] = {}
    for row in rows:
        if row.source:
            source = found.setdefault(plain_name(row.source), CodedSource(row.source, row.number))
            _tell(source.method, row.method, row, "two_methods", file=name, source=source.title)
            _tell(source.date, row.date, row, "two_dates", file=name, source=source.title)
    speaking = _speaking(rows)
    for row in rows:
        if row.source:
            key = plain_name(row.source)
            _add_row(name, found[key], row, speaking.get(key, {}))
    return list(found.values())


def _speaking(rows: Iterable[CodedRow]) -> dict[str, dict[str, CodedRow]]:
    """Return the informants of each source, by their plain codes, with the first row of each."""
    found: dict[str, dict[str, CodedRow]] = {}
    for row in rows:
        if row.source and row.informant:
            there = found.setdefault(plain_name(row.source), {})
            there.setdefault(plain_name(row.informant), row)
    return found


def _add_row(name: str, source: CodedSource, row: CodedRow, speaking: dict[str, CodedRow]) -> None:
    informant = row.informant or _meant(row, speaking)
    unit = source.units.setdefault(plain_name(informant), CodedUnit(informant))
    who = unit.informant or source.title
    for told, value, key in (
        (unit.category, row.category, "two_categories"),
        (unit.role, row.role, "two_roles"),
        (unit.site, row.site, "two_sites"),
    ):
        _tell(told, value, row, key, file=name, source=source.title, who=who)
    if row.excerpt:
        _add_excerpt(source, row, unit.informant)
    elif row.memo:
        source.notes.append(row.memo)


def _meant(row: CodedRow, speaking: dict[str, CodedRow]) -> str:
    """Return whom a row without an informant means: the only one of the source, unless the row
    gives another role or category: then it is the source itself that speaks.
    """
    if len(speaking) != 1:
        return ""
    (only,) = speaking.values()
    differs = (row.category and plain_name(row.category) != plain_name(only.category)) or (
        row.role and plain_name(row.role) != plain_name(only.role)
    )
    return "" if differs else only.informant


def _add_excerpt(source: CodedSource, row: CodedRow, informant: str) -> None:
    same = source.said.setdefault((row.excerpt, informant), [])
    free = [p for p in same if all(c.path != row.path for c in p.codings)]
    if same and not row.path:
        return
    paragraph = free[0] if free else CodedParagraph(row.excerpt, informant)
    if not free:
        source.paragraphs.append(paragraph)
        same.append(paragraph)
    if row.path:
        paragraph.codings.append(CodedPassage(row.path, row.direction, row.memo))


def _tell(told: Told[T], value: T, row: CodedRow, key: str, **where: object) -> None:
    if not value:
        return
    if not told.value:
        told.value, told.row = value, row.number
    elif _plain(told.value) != _plain(value):
        raise UserError(f"collect.coded.{key}", first=told.row, row=row.number, **where)


def _plain(value: object) -> object:
    return plain_name(value) if isinstance(value, str) else value
