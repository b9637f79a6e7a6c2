"""Texts: of sources, of what a PDF says, of transcripts and notes, with their selections."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.collect.reading.decoding import decode
from app.collect.reading.reader import read_bytes
from app.errors import StudyProblem
from app.exchange.incoming import Bytes, InSelection, InSource
from app.exchange.refi.elements import (
    Parts,
    Reading,
    child,
    codings,
    described,
    inner,
    made_at,
    made_by,
    values,
    whole_number,
)
from app.exchange.refi.package import (
    ATTACHMENT_LIMIT,
    TEXT_LIMIT,
    TEXTS_LIMIT,
    Package,
    TooLarge,
)
from app.exchange.refi.positions import Told, counted
from app.faults import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element

IN_TEXT = frozenset(
    ("Description", "PlainTextContent", "PlainTextSelection", "Coding", "NoteRef", "VariableValue")
)
IN_SELECTION = frozenset(("Description", "Coding", "NoteRef"))
BEYOND = 10**9
"""Where a selection stands whose positions are no numbers: on no words."""


@dataclass(frozen=True, slots=True)
class Text:
    """The words of an element as stored, and the styled file beside them ("" for none)."""

    raw: str
    rich: str = ""
    missing: bool = False


def read_text_source(reading: Reading, element: "_Element") -> InSource:
    """Read a TextSource, or an element of its type, with its selections."""
    guid = reading.guid(element)
    parts = reading.look(element, guid, IN_TEXT)
    text = text_of(reading, element)
    whole, selections = read_selections(reading, element, parts, text)
    name = element.get("name", "") or _named_by_path(element) or guid
    return InSource(
        guid=guid,
        name=name,
        text=whole,
        selections=selections,
        codings=codings(reading, parts),
        description=described(parts),
        values=values(reading, element),
        original_name=_original_name(name, text.rich),
        original=_styled_file(reading, name, text.rich) if text.rich else None,
        user=made_by(element),
        made_at=made_at(element),
    )


def text_of(reading: Reading, element: "_Element") -> Text:
    """Return the words of an element: inline, from its plain text, else from its styled file."""
    package, name = reading.package, element.get("name", "") or element.get("guid", "")
    plain, rich = element.get("plainTextPath", ""), element.get("richTextPath", "")
    styled = package.find(rich) if rich else ""
    if styled.lower().endswith(".txt"):  # a styled text that is none
        plain, styled = plain or rich, ""
    content = child(element, "PlainTextContent")
    if content is not None:
        return Text(inner(content), styled)
    found = package.find(plain) if plain else ""
    raw = _words(reading, found, name, _plain) if found else None
    if raw is not None:
        return Text(raw, styled)
    read = _words(reading, styled, name, _styled) if styled else None
    if read is not None:
        reading.trouble("changed.text_from_styled", name=name, file=one_line(styled))
        return Text(read, styled)
    if plain or rich:
        reading.trouble("lost.text_missing", name=name, file=one_line(plain or rich))
    return Text("", styled, missing=True)


def _plain(name: str, data: bytes) -> str:
    if data.startswith(b"\xef\xbb\xbf"):  # the mark may have been counted: it stays for now
        return data.decode("utf-8", errors="replace")
    if b"\0" not in data:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return decode(name, data)


def _styled(name: str, data: bytes) -> str:
    return read_bytes(Path(name), data).text


def _words(
    reading: Reading, found: str, name: str, read: Callable[[str, bytes], str]
) -> str | None:
    """Read the words of a member; None, with the reason reported, where they cannot be."""
    try:
        data = reading.package.read(found, min(TEXT_LIMIT, TEXTS_LIMIT - reading.texts))
        reading.texts += len(data)
        return read(one_line(Path(found).name), data)
    except TooLarge:
        reading.trouble("lost.text_too_large", name=name, file=one_line(found))
    except StudyProblem:
        reading.trouble("lost.text_unreadable", name=name, file=one_line(found))
    return None


def read_selections(
    reading: Reading, element: "_Element", parts: Parts, text: Text
) -> tuple[str, tuple[InSelection, ...]]:
    """Return the text with "\\n" as its only line end, and the selections in it."""
    found = parts.get("PlainTextSelection", [])
    told = []
    for selection in found:
        start, end = (whole_number(selection, n) for n in ("startPosition", "endPosition"))
        name = selection.get("name", "")
        if start is None or end is None:
            told.append(Told(BEYOND, BEYOND, name))
        else:
            told.append(Told(start, end, name))
    result = counted(text.raw, told, reading.origin)
    name = element.get("name", "")
    if told and result.way not in ("stored", "folded"):
        reading.trouble("changed.counted_otherwise", name=name, way=result.way)
    if result.moved:
        reading.trouble("changed.moved_to_words", name=name, count=len(result.moved))
    selections = [
        read_selection(reading, one, place, quotes)
        for one, place, quotes in zip(found, result.places, result.quotes, strict=True)
    ]
    return result.text, tuple(selections)


def read_selection(
    reading: Reading, element: "_Element", place: tuple[int, int], quotes: bool
) -> InSelection:
    """Read a selection that stands at `place`; `quotes`: its name is the words that it covers."""
    guid = reading.guid(element)
    parts = reading.look(element, guid, IN_SELECTION)
    name = element.get("name", "")
    return InSelection(
        guid=guid,
        start=place[0],
        end=place[1],
        codings=codings(reading, parts),
        name="" if quotes else name,
        description=described(parts),
        quoted=name if quotes else "",
        user=made_by(element),
        made_at=made_at(element),
    )


def _styled_file(reading: Reading, name: str, member: str) -> Bytes | None:
    if not reading.package.serves(member):
        reading.trouble("lost.file_repeated", name=name, path=one_line(member))
        return None
    return original(reading.package, member)


def original(package: Package, member: str) -> Bytes | None:
    """Return what reads the bytes of a member when they are wanted; None where it is too large."""
    if package.size(member) > ATTACHMENT_LIMIT:
        return None
    return lambda: package.read(member, ATTACHMENT_LIMIT)


def _original_name(name: str, member: str) -> str:
    if not member:
        return ""
    suffix = Path(member).suffix.lower()
    bare = one_line(name).strip() or Path(member).stem
    return bare if bare.lower().endswith(suffix) else bare + suffix


def _named_by_path(element: "_Element") -> str:
    path = element.get("plainTextPath", "") or element.get("richTextPath", "")
    return Path(path.rpartition("/")[2]).stem
