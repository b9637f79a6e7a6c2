"""What a study holds, read at once for writing: rows by table, guids by row, what is carried."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection, Row, select

from app.exchange.refi.guids import guid_made
from app.exchange.refi.schema import PROJECT, faults
from models.base import Base
from models.carried import (
    Attachment,
    AttachmentPart,
    Carried,
    Link,
    PartCoding,
    SetMember,
    StudySet,
    Variable,
)
from models.collection import Participation, Source, Turn
from models.conclusions import Display, Evidence, Finding
from models.design import Category, Coder, Informant, InformantRole, Role, Site
from models.design import Study as StudyRow
from models.drawing import NetworkLink, NetworkNode
from models.reduction import Code, Coding, Excerpt, Memo

if TYPE_CHECKING:
    from lxml.etree import _Element

Rows = list[Row[*tuple[Any, ...]]]
WRITTEN: tuple[type[Base], ...] = (
    *(Coder, Code, Source, Excerpt, Coding, Memo, Informant, Site, Role, Category, InformantRole),
    *(Participation, Turn, Variable, StudySet, SetMember, Link, Attachment, AttachmentPart),
    *(PartCoding, Finding, Evidence, Display, NetworkNode, NetworkLink, Carried),
)
_SOME = "00000000-0000-4000-8000-000000000000"
_ABOVE = {
    "Graph": ("Graphs",),
    "Description": (),
    "Representation": ("Sources", "PDFSource"),
    "Transcript": ("Sources", "AudioSource"),
    "TextDescription": ("Sources", "PictureSource"),
}
"""What stands above an element that may be carried as XML, for looking whether it is valid."""
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot say."""


@dataclass(slots=True)
class Held:
    """All rows that a REFI-QDA file tells of, by table; and notes as they come up in writing."""

    connection: Connection
    language: str
    study: Row[*tuple[Any, ...]]
    rows: dict[str, Rows]
    guids: dict[str, dict[int, str]]
    carried: dict[tuple[str, int | None], list[tuple[str, str]]]
    noted: dict[str, list[str]] = field(default_factory=dict)
    """The guids of the notes on a thing, by the guid of the thing."""
    notes: list["_Element"] = field(default_factory=list)
    """Notes beside those of memos: on codings, findings."""

    def of(self, entity: type[Base]) -> Rows:
        """Return the rows of a table."""
        return self.rows[entity.__tablename__]

    def guid(self, entity: str, row: int | None) -> str:
        """Return the guid of a row, or "" where there is none."""
        return self.guids.get(entity, {}).get(row or 0, "")

    def made_guid(self, *words: str) -> str:
        """Return a guid for what has none in a study: always the same for the same words."""
        return guid_made(UUID(self.study.guid), *words)

    def told(self, entity: str, row: int | None, name: str) -> list[str]:
        """Return what is carried beside a row under a name."""
        return [value for n, value in self.carried.get((entity, row), ()) if n == name]

    def told_guids(self, entity: str, row: int, name: str) -> list[str]:
        """Return the guids that are carried beside a row under a name, as JSON lists."""
        found: list[str] = []
        for value in self.told(entity, row, name):
            found += json.loads(value)
        return found


def read_held(connection: Connection, language: str) -> Held:
    """Read all of it from one snapshot: one query a table."""
    study = connection.execute(select(StudyRow.__table__)).one()
    rows: dict[str, Rows] = {}
    guids: dict[str, dict[int, str]] = {}
    for entity in WRITTEN:
        table: Any = entity.__table__
        found = list(connection.execute(select(table).order_by(table.c.id)).all())
        rows[table.name] = found
        if "guid" in table.c:
            guids[table.name] = {row.id: row.guid for row in found}
    carried: dict[tuple[str, int | None], list[tuple[str, str]]] = defaultdict(list)
    for row in rows["carried"]:
        carried[row.on_entity, row.on_id].append((row.name, row.value))
    return Held(connection, language, study, rows, guids, dict(carried))


def clean(words: str) -> str:
    """Return words without what XML cannot say."""
    return _ILLEGAL.sub("\ufffd", words)


def stamp(moment: datetime) -> str:
    """Return a time of the study as XML writes it."""
    return f"{moment.isoformat(timespec='seconds')}Z"


def element(parent: "_Element | None", name: str, /, **attributes: str) -> "_Element":
    """Make an element of REFI's namespace; attributes without a value are left out."""
    from lxml import etree

    told = {
        key: value if value.isprintable() else clean(value)
        for key, value in attributes.items()
        if value
    }
    if parent is None:
        return etree.Element(_tag(name), told, nsmap={None: PROJECT})  # type: ignore[dict-item]
    return etree.SubElement(parent, _tag(name), told)


def add(parent: Any, name: str, attributes: dict[str, str]) -> Any:
    """Add an element whose attributes are there and fit: guids, times and numbers. The quick way,
    for what a project has by the ten thousand.
    """
    return _sub()(parent, _tag(name), attributes)


@cache
def _sub() -> Any:
    from lxml import etree

    return etree.SubElement


@cache
def _tag(name: str) -> str:
    return f"{{{PROJECT}}}{name}"


def say_in(parent: "_Element", name: str, words: str) -> None:
    """Add an element with words in it, where there are any."""
    if words:
        element(parent, name).text = clean(words)


def refer(parent: "_Element", name: str, guids: Iterable[str]) -> None:
    """Add a reference to each guid, each once."""
    for guid in dict.fromkeys(guids):
        if guid:
            element(parent, name, targetGUID=guid)


def carried_xml(words: str, name: str) -> "_Element | None":
    """Return an element that is carried as XML, where it is a valid one of REFI's of that name."""
    from app.errors import StudyProblem
    from app.exchange.refi.elements import local, parsed

    try:
        found = parsed(name, words.encode())
    except StudyProblem:
        return None
    if local(found) != name:
        return None
    holder = root = element(None, "Project", name="a")
    for above in _ABOVE[name]:
        holder = element(holder, above, **({"guid": _SOME} if above.endswith("Source") else {}))
    holder.append(found)
    return found if not faults(root, PROJECT) else None
