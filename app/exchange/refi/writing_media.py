"""Writes attachments with their selections, and the texts beside them."""

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from app.exchange.refi.held import Held, carried_xml, element, refer, say_in, stamp
from app.exchange.refi.reading_media import KINDS, PLACES, SELECTIONS
from app.exchange.refi.writing_texts import TextWriter
from models.carried import Attachment, AttachmentPart, PartCoding
from models.collection import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_ELEMENTS = {kind: name for name, kind in KINDS.items()}
_BESIDE = {"picture": "TextDescription", "pdf": "Representation"}


class MediaWriter:
    """Writes the attachments of a study that REFI has a kind for."""

    def __init__(self, held: Held, texts: TextWriter, files: dict[int, str]) -> None:
        """Take the members under which the files of attachments are stored."""
        self.held, self.texts, self.files = held, texts, files
        self.parts: dict[int, list[Any]] = defaultdict(list)
        self.codings: dict[tuple[int, int | None], list[Any]] = defaultdict(list)
        for part in held.of(AttachmentPart):
            self.parts[part.attachment_id].append(part)
        for coding in held.of(PartCoding):
            self.codings[coding.attachment_id, coding.part_id].append(coding)
        self.sources = {row.id: row for row in held.of(Source)}
        self.ids = {row.guid: row.id for row in held.of(Source)}
        self.within: dict[int, int] = {}
        for attachment in held.of(Attachment):
            for source in self._beside_of(attachment):
                self.within.setdefault(source, attachment.id)

    def beside(self) -> set[int]:
        """Return the sources that are written within an attachment and not on their own."""
        return set(self.within)

    def write_all(self, parent: "_Element") -> None:
        """Write all attachments of a kind that REFI has."""
        for attachment in self.held.of(Attachment):
            if attachment.kind in _ELEMENTS:
                self._write(parent, attachment)

    def _texts(self, attachment: Any) -> list[int]:
        """Return the sources that are written within an attachment: each within one."""
        return [s for s in self._beside_of(attachment) if self.within[s] == attachment.id]

    def _beside_of(self, attachment: Any) -> list[int]:
        """Return the sources beside an attachment; a picture and a PDF can hold one."""
        if attachment.kind not in _ELEMENTS:
            return []
        told = [self.ids.get(guid) for guid in attachment.details.get("texts", ())]
        found = [attachment.source_id, *told]
        ids = list(dict.fromkeys(i for i in found if i in self.sources))
        return ids if attachment.kind not in _BESIDE else ids[:1]

    def _write(self, parent: "_Element", attachment: Any) -> None:
        held, kind = self.held, attachment.kind
        member = self.files.get(attachment.id, "")
        made = element(
            parent,
            _ELEMENTS[kind],
            guid=attachment.guid,
            name=attachment.name,
            path=f"internal://{member}" if member else attachment.path,
            currentPath=str(attachment.details.get("currentPath", "")),
            creatingUser=held.guid("coder", attachment.coder_id),
            creationDateTime=stamp(attachment.made_at),
        )
        say_in(made, "Description", attachment.description)
        if kind == "pdf":
            self._parts(made, attachment)
            self._beside(made, attachment)
        else:
            self._beside(made, attachment)
            self._parts(made, attachment)
        for coding in self.codings[attachment.id, None]:
            self.texts.coding(made, coding)
        refer(made, "NoteRef", held.noted.get(attachment.guid, ()))
        self.texts.values.write(made, ("attachment", attachment.id))

    def _beside(self, made: "_Element", attachment: Any) -> None:
        points = attachment.details.get("syncPoints", {})
        sources = [self.sources[i] for i in self._texts(attachment)]
        for source in sources:
            if attachment.kind in _BESIDE:
                self.texts.write(made, source, _BESIDE[attachment.kind])
            else:
                self.texts.write_transcript(made, source, points.get(source.guid, []))
        name = _BESIDE.get(attachment.kind, "Transcript")
        if sources and name != "Transcript":
            return
        for told in attachment.details.get("withoutText", ()):
            kept = carried_xml(told, name)
            if kept is not None:
                made.append(kept)

    def _parts(self, made: "_Element", attachment: Any) -> None:
        held = self.held
        for part in self.parts[attachment.id]:
            place = {name: str(part.place.get(name) or 0) for name in PLACES[attachment.kind]}
            selection = element(
                made,
                SELECTIONS[attachment.kind],
                guid=part.guid,
                name=part.name,
                **place,
                creatingUser=held.guid("coder", part.coder_id),
                creationDateTime=stamp(part.made_at),
            )
            say_in(selection, "Description", part.description)
            said = part.place.get("representation", "")
            kept = carried_xml(said, "Representation") if said else None
            if kept is not None and attachment.kind == "pdf":
                selection.append(kept)
            for coding in self.codings[attachment.id, part.id]:
                self.texts.coding(selection, coding)
            refer(selection, "NoteRef", held.noted.get(part.guid, ()))
