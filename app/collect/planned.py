"""A file that is going to be imported: what was read and guessed, to be edited before it comes in.

All of it is data without a session: it may be made in any thread, shown, and changed with
`dataclasses.replace`.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.collect.guessing import Known, Speaker, tie_speakers
from app.collect.reading.source import Heading, Notice, Sheet
from app.collect.turns import Turn
from app.errors import StudyProblem

TEXT, ROWS, CODED, UNREADABLE = "text", "rows", "coded", "unreadable"

Progress = Callable[[int, int], None]
"""Told how many of how many are done."""
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a sheet is what, by numbers from 0.

    Each row becomes a source whose text is the cells of `texts`; where there is no such column the
    rows only fill in the attributes of their informants.
    """

    texts: tuple[int, ...] = ()
    informant: int | None = None
    site: int | None = None
    date: int | None = None
    title: int | None = None
    attributes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedSource:
    """One line of the table that stands before an import.

    `kind` is "text", "rows" (a table of which each row becomes a source), "coded" (a coded
    spreadsheet, `app.exchange.coded_spreadsheet`) or "unreadable", whose `problem` says why.
    `informants` are codes, `site` and `category` names: what the study has not yet is made.
    `duplicate_of` is the reference of a source, or the name of another file in the plan, with the
    same bytes. `row` is the row's number in its sheet, where this is one of `expand`.
    """

    path: Path
    name: str
    kind: str
    format: str = ""
    title: str = ""
    reference: str = ""
    method: str = ""
    informants: tuple[str, ...] = ()
    category: str = ""
    site: str = ""
    date: datetime.date | None = None
    include: bool = True
    duplicate_of: str = ""
    notices: tuple[Notice, ...] = ()
    problem: StudyProblem | None = None
    speakers: tuple[Speaker, ...] = ()
    text: str = ""
    turns: tuple[Turn, ...] = ()
    headings: tuple[Heading, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    sheet: Sheet | None = None
    columns: Columns | None = None
    row: int | None = None
    sha256: str = ""
    size: int = 0


def with_informants(planned: PlannedSource, codes: tuple[str, ...]) -> PlannedSource:
    """Return `planned` with other informants, its speakers tied to them anew.

    A speaker keeps an informant that stays; a label that named a person who is dropped is free.
    """
    codes = tuple(dict.fromkeys(code.strip() for code in codes if code.strip()))
    tied = {s.label: s.informant for s in tie_speakers(planned.turns, codes, Known())}
    speakers = tuple(
        replace(speaker, informant=_whose(speaker, tied.get(speaker.label, ""), codes))
        for speaker in planned.speakers
    )
    return replace(planned, informants=codes, speakers=speakers)


def _whose(speaker: Speaker, tied: str, codes: tuple[str, ...]) -> str:
    if speaker.is_researcher:
        return ""
    if speaker.informant in codes:
        return speaker.informant
    return tied if tied in codes else ""
