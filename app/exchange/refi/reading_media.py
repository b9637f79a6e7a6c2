"""Pictures, PDFs, recordings and films: attachments, with the texts that stand beside them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from app.exchange.incoming import InAttachment, InPart, InSource
from app.exchange.refi.elements import (
    Reading,
    as_xml,
    child,
    children,
    codings,
    described,
    local,
    made_at,
    made_by,
    values,
    whole_number,
)
from app.exchange.refi.guids import as_guid
from app.exchange.refi.package import ABSOLUTE, ATTACHMENT_LIMIT, RELATIVE
from app.exchange.refi.positions import Told, counted
from app.exchange.refi.reading_texts import (
    BEYOND,
    IN_SELECTION,
    original,
    read_selection,
    read_text_source,
    text_of,
)
from app.faults import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element

KINDS = {
    "PictureSource": "picture",
    "PDFSource": "pdf",
    "AudioSource": "audio",
    "VideoSource": "video",
}
SELECTIONS = {
    "picture": "PictureSelection",
    "pdf": "PDFSelection",
    "audio": "AudioSelection",
    "video": "VideoSelection",
}
PLACES = {
    "picture": ("firstX", "firstY", "secondX", "secondY"),
    "pdf": ("page", "firstX", "firstY", "secondX", "secondY"),
    "audio": ("begin", "end"),
    "video": ("begin", "end"),
}
BESIDE = ("TextDescription", "Representation", "Transcript")
_IN_MEDIA = frozenset((*BESIDE, "Description", "Coding", "NoteRef", "VariableValue"))
_IN_TRANSCRIPT = frozenset(
    ("Description", "PlainTextContent", "SyncPoint", "TranscriptSelection", "NoteRef")
)


def read_media(reading: Reading, element: "_Element") -> tuple[InAttachment, list[InSource]]:
    """Read a source that is no text: the attachment, and the texts beside it."""
    guid, kind = reading.guid(element), KINDS[local(element)]
    own = reading.look(element, guid, _IN_MEDIA | {SELECTIONS[kind]})
    texts = _texts(reading, element)
    path = element.get("path", "")
    name = element.get("name", "") or path.rpartition("/")[2] or guid
    member = _member(reading, path, name)
    parts = [_part(reading, kind, part) for part in own.get(SELECTIONS[kind], ())]
    attachment = InAttachment(
        guid=guid,
        kind=kind,
        name=name,
        file_name=one_line(path.rpartition("/")[2]) if member else "",
        data=original(reading.package, member) if member else None,
        path=path,
        beside=texts[0].guid if texts else "",
        parts=tuple(parts),
        codings=codings(reading, own),
        description=described(own),
        values=values(reading, element),
        details=_details(reading, element, texts),
        user=made_by(element),
        made_at=made_at(element),
    )
    return attachment, texts


def _member(reading: Reading, path: str, name: str) -> str:
    """Return the name of the file where it is there and small enough to keep; report it if not."""
    member = reading.package.find(path) if path else ""
    if not member:
        outside = path.lower().startswith((ABSOLUTE, RELATIVE))
        key = "lost.file_outside" if outside else "lost.file_missing"
        reading.trouble(key, name=name, path=one_line(path))
    elif reading.package.size(member) > ATTACHMENT_LIMIT:
        reading.trouble("lost.file_too_large", name=name, path=one_line(path))
        return ""
    elif not reading.package.serves(member):
        reading.trouble("lost.file_repeated", name=name, path=one_line(path))
        return ""
    return member


def _details(reading: Reading, element: "_Element", texts: list[InSource]) -> dict[str, Any]:
    details: dict[str, Any] = {}
    if element.get("currentPath"):
        details["currentPath"] = element.get("currentPath")
    if len(texts) > 1:
        details["texts"] = [text.guid for text in texts]
    points = {
        as_guid(transcript.get("guid", "")): [
            dict(point.attrib) for point in children(transcript, "SyncPoint")
        ]
        for transcript in children(element, "Transcript")
    }
    if any(points.values()):
        details["syncPoints"] = points
    empty = [
        as_xml(beside)
        for name in BESIDE
        for beside in children(element, name)
        if as_guid(beside.get("guid", "")) not in {text.guid for text in texts}
    ]
    if empty:
        details["withoutText"] = empty
    return details


def _texts(reading: Reading, element: "_Element") -> list[InSource]:
    """Read the texts beside an attachment; one that is missing and has no codings is none."""
    found = []
    for beside in element:
        if local(beside) not in BESIDE:
            continue
        read = _transcript if local(beside) == "Transcript" else read_text_source
        text = read(reading, beside)
        path = beside.get("plainTextPath", "")
        there = child(beside, "PlainTextContent") is not None or reading.package.find(path)
        if there or text.text or text.selections or text.codings:
            found.append(text)
    return found


def _part(reading: Reading, kind: str, element: "_Element") -> InPart:
    guid = reading.guid(element)
    parts = reading.look(element, guid, IN_SELECTION | {"Representation"})
    place: dict[str, Any] = {name: whole_number(element, name) for name in PLACES[kind]}
    said = child(element, "Representation")
    if said is not None:
        place["words"] = text_of(reading, said).raw
        place["representation"] = as_xml(said)
    return InPart(
        guid=guid,
        place=place,
        codings=codings(reading, parts),
        name=element.get("name", ""),
        description=described(parts),
        user=made_by(element),
        made_at=made_at(element),
    )


def _between(
    points: Mapping[str, int | None], selection: "_Element", length: int
) -> tuple[int, int]:
    """Return the span between two points; beyond every text where one is missing or has no place.

    A selection that names no point begins, or ends, with the text.
    """
    first, last = (as_guid(selection.get(n, "")) for n in ("fromSyncPoint", "toSyncPoint"))
    start = points.get(first) if first else 0
    end = points.get(last) if last else length
    return (start, end) if start is not None and end is not None else (BEYOND, BEYOND)


def _transcript(reading: Reading, element: "_Element") -> InSource:
    """Read a transcript; its selections stand between two of its points in time."""
    guid = reading.guid(element)
    parts = reading.look(element, guid, _IN_TRANSCRIPT)
    text = text_of(reading, element)
    points = {
        as_guid(point.get("guid", "")): whole_number(point, "position")
        for point in parts.get("SyncPoint", ())
    }
    found = parts.get("TranscriptSelection", [])
    told = [
        Told(
            *_between(points, one, len(text.raw)),
            one.get("name", ""),
        )
        for one in found
    ]
    result = counted(text.raw, told, reading.origin)
    selections = [
        read_selection(reading, one, place, quotes)
        for one, place, quotes in zip(found, result.places, result.quotes, strict=True)
    ]
    return InSource(
        guid=guid,
        name=element.get("name", "") or guid,
        text=result.text,
        selections=tuple(selections),
        description=described(parts),
        user=made_by(element),
        made_at=made_at(element),
    )
