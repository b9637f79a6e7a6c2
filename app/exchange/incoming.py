"""A project of another program as it was read, before anything of it is in a study.

Every reader (REFI-QDA, QualCoder, Taguette, RQDA) makes one of these; `bringing_in` writes it.
What refers to something names its guid. Positions are code points, half-open, over `text` with
"\\n" as its only line end.
"""

import datetime as calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Bytes = Callable[[], bytes]
"""Reads the bytes of a file when they are wanted: a recording is not held in memory."""


@dataclass(frozen=True, slots=True)
class InUser:
    """Someone who codes."""

    guid: str
    name: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class InCode:
    """A code; `parent` is a guid or empty; a folder is not codable."""

    guid: str
    name: str
    parent: str = ""
    colour: str = ""
    description: str = ""
    codable: bool = True
    made_at: datetime | None = None
    user: str = ""
    entry: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InCoding:
    """A code on a selection by a user; `direction` and `weight` only where Tilik wrote the file."""

    guid: str
    code: str
    user: str = ""
    made_at: datetime | None = None
    memo: str = ""
    direction: str = ""
    weight: int = 1


@dataclass(frozen=True, slots=True)
class InSelection:
    """A span [start, end) of a source; `quoted` is what the file says that it covers."""

    guid: str
    start: int
    end: int
    codings: tuple[InCoding, ...] = ()
    name: str = ""
    description: str = ""
    quoted: str = ""
    user: str = ""
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class InPart:
    """A selection in an attachment; `place` is pixels, points and page, or milliseconds."""

    guid: str
    place: Mapping[str, Any]
    codings: tuple[InCoding, ...] = ()
    name: str = ""
    description: str = ""
    user: str = ""
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class InSource:
    """A text with its selections; `original` gives the bytes of the file that it came from."""

    guid: str
    name: str
    text: str
    selections: tuple[InSelection, ...] = ()
    codings: tuple[InCoding, ...] = ()
    description: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    original_name: str = ""
    original: Bytes | None = None
    user: str = ""
    made_at: datetime | None = None
    date: calendar.date | None = None


@dataclass(frozen=True, slots=True)
class InAttachment:
    """A picture, PDF, recording or film; `beside` is the guid of the source with its text."""

    guid: str
    kind: str
    name: str
    file_name: str = ""
    data: Bytes | None = None
    path: str = ""
    beside: str = ""
    parts: tuple[InPart, ...] = ()
    codings: tuple[InCoding, ...] = ()
    description: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    details: Mapping[str, Any] = field(default_factory=dict)
    user: str = ""
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class InVariable:
    """A variable of cases or sources and its type (one of models' VARIABLE_TYPES)."""

    guid: str
    name: str
    type: str = "text"
    description: str = ""


@dataclass(frozen=True, slots=True)
class InCase:
    """A case: an informant of the study, with values, and what belongs to it."""

    guid: str
    name: str
    description: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    selections: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InNote:
    """A memo; `on` are the guids of what refers to it (none: the study)."""

    guid: str
    name: str
    text: str
    on: tuple[str, ...] = ()
    user: str = ""
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class InSet:
    """A named set of codes, sources and notes."""

    guid: str
    name: str
    description: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InLink:
    """A link between two things."""

    guid: str
    name: str
    origin: str
    target: str
    direction: str = "associative"
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Leftover:
    """What a study has no place for, word by word; `on` is a guid, or empty for the project."""

    on: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that was changed or could not be held: a key into the words with its values."""

    key: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Project:
    """All that a file holds. `tilik` is what Tilik itself wrote beside what others can read.

    Where that serves, the rest is left unread until it is wanted: `unread` reads it, and `figures`
    says what there is meanwhile.
    """

    name: str
    origin: str = ""
    description: str = ""
    users: tuple[InUser, ...] = ()
    codes: tuple[InCode, ...] = ()
    sources: tuple[InSource, ...] = ()
    attachments: tuple[InAttachment, ...] = ()
    variables: tuple[InVariable, ...] = ()
    cases: tuple[InCase, ...] = ()
    notes: tuple[InNote, ...] = ()
    sets: tuple[InSet, ...] = ()
    links: tuple[InLink, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    tilik: Mapping[str, Any] | None = None
    figures: Mapping[str, int] = field(default_factory=dict)
    unread: "Callable[[], Project] | None" = None

    def whole(self) -> "Project":
        """Return the project with all that others can read of it.

        Raises UserError where that is damaged.
        """
        return self if self.unread is None else self.unread()
