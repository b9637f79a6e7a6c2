"""Writes a study as REFI-QDA: a .qdpx project or a .qdc code book, valid against the schema."""

import hashlib
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from app.collect.planned import Cancelled, Progress
from app.collect.reading import limits
from app.collector import without_collection
from app.errors import UserError
from app.exchange.refi.held import Held, element, read_held, refer, say_in, stamp
from app.exchange.refi.own import own_rows
from app.exchange.refi.reading import TILIK_MEMBER
from app.exchange.refi.schema import CODEBOOK, PROJECT, faults
from app.exchange.refi.writing_around import (
    write_cases,
    write_codes,
    write_graphs,
    write_links,
    write_notes,
    write_sets,
    write_users,
)
from app.exchange.refi.writing_media import MediaWriter
from app.exchange.refi.writing_texts import TextWriter, gather_notes
from app.exchange.refi.writing_values import gather_values
from app.faults import one_line
from app.in_place import in_place
from app.study import Study
from models.carried import Attachment, AttachmentData, StudySet
from models.collection import Original, Source, SourceText

if TYPE_CHECKING:
    from lxml.etree import _Element

ORIGIN = "Tilik"
LEVEL = 4
"""How hard members are packed: harder is slower by half and hardly smaller."""


class Stopped(Exception):
    """The researcher cancelled: what was written so far goes."""


@without_collection()
def write_qdpx(
    study: Study,
    path: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> bool:
    """Write the study to `path` as a REFI-QDA project; return False where it was cancelled.

    What the standard cannot say goes into the member tilik.json. The file is put in its place when
    it is whole and valid. Raises UserError or EnvironmentProblem where it cannot be written.
    """
    try:
        with (
            in_place(path) as part,
            study.read() as connection,
            zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive,
        ):
            _Writer(connection, study.language, archive, progress, cancelled).write()
    except Stopped:
        return False
    return True


def write_qdc(study: Study, path: Path) -> int:
    """Write the codes of the study to `path` as a code book; return how many.

    Raises UserError where there are none.
    """
    from lxml import etree

    with study.read() as connection:
        held = read_held(connection, study.language)
    if not held.rows["code"]:
        raise UserError("exchange.no_codes")
    tree = element(None, "Project")
    write_codes(held, tree, notes=False)
    root: Any = etree.Element(f"{{{CODEBOOK}}}CodeBook", {"origin": ORIGIN}, nsmap={None: CODEBOOK})  # type: ignore[dict-item]
    _copied(tree[0][0], root)
    _sets_of_codes(held, root)
    _check(root, CODEBOOK)
    with in_place(path) as part:
        part.write_bytes(_bytes(root))
    return len(held.rows["code"])


class _Writer:
    """Writes one project into an archive that is open."""

    def __init__(
        self,
        connection: Connection,
        language: str,
        archive: zipfile.ZipFile,
        progress: Progress | None,
        cancelled: Cancelled | None,
    ) -> None:
        self.connection, self.archive = connection, archive
        self.held = read_held(connection, language)
        self.progress, self.cancelled = progress, cancelled
        self.total, self.done = len(self.held.of(Source)) + 1, 0

    def write(self) -> None:
        """Write the texts and files as the project comes to name them, then the project."""
        held = self.held
        gather_notes(held)
        values = gather_values(held)
        originals, files = self._originals(), self._attachments()
        texts = TextWriter(held, values, self._put_text, self._text_of, originals.rich)
        texts.prepare()
        media = MediaWriter(held, texts, files)
        root = self._root()
        write_users(held, root)
        write_codes(held, root)
        values.write_variables(root)
        write_cases(held, root, values)
        holder = element(root, "Sources")
        beside = media.beside()
        for source in held.of(Source):
            if source.id not in beside:
                texts.write(holder, source)
        media.write_all(holder)
        self._around(root, holder)
        _check(root, PROJECT)
        project = _bytes(root)
        self._put("project.qde", project)
        members: dict[str, Mapping[str, Any]] = {
            "texts": {s.guid: f"sources/{s.guid}.txt" for s in held.of(Source)},
            "originals": originals.members,
            "attachments": {
                a.guid: f"sources/{files[a.id]}" for a in held.of(Attachment) if a.id in files
            },
        }
        digest = hashlib.sha256(project).hexdigest()
        self._put(TILIK_MEMBER, own_rows(self.connection, digest, members))
        self._step()

    def _root(self) -> "_Element":
        study = self.held.study
        root = element(None, "Project")
        root.set("name", " ".join(study.title.split()))
        root.set("origin", ORIGIN)
        root.set("creationDateTime", stamp(study.made_at))
        return root

    def _around(self, root: "_Element", sources: "_Element") -> None:
        """Write what comes behind the sources; links before notes, since they may make some."""
        held = self.held
        if not len(sources):
            root.remove(sources)
        links = element(None, "Project")
        write_links(held, links)
        write_notes(held, root)
        for holder in links:
            root.append(holder)
        write_sets(held, root)
        write_graphs(held, root)
        say_in(root, "Description", held.study.purpose)
        refer(root, "NoteRef", held.noted.get("", ()))

    def _originals(self) -> "_Originals":
        found = _Originals()
        rows = self.connection.execute(select(Original.source_id, Original.name)).all()
        guids = self.held.guids["source"]
        for row in rows:
            if row.source_id not in guids:  # a source that an undo took away
                continue
            guid = guids[row.source_id]
            suffix = _suffix(row.name)
            member = f"{self.held.made_guid('original', guid)}{suffix}"
            query = select(Original.data).where(Original.source_id == row.source_id)
            data = self.connection.scalar(query) or b""
            if suffix == ".txt" and data == self._text_of(row.source_id).encode():
                found.members[guid] = (f"sources/{guid}.txt", row.name)
                continue
            self._store(member, data)
            found.members[guid] = (f"sources/{member}", row.name)
            if suffix == ".docx":
                found.rich[row.source_id] = member
        return found

    def _attachments(self) -> dict[int, str]:
        found = {}
        for row in self.held.of(Attachment):
            data = self.connection.scalar(
                select(AttachmentData.data).where(AttachmentData.attachment_id == row.id)
            )
            if data is not None:
                member = f"{row.guid}{_suffix(row.file_name)}"
                self._store(member, data)
                found[row.id] = member
        return found

    def _store(self, member: str, data: bytes) -> None:
        """Store a file as it is: what it is of is packed by now."""
        self.archive.writestr(f"sources/{member}", data, compress_type=zipfile.ZIP_STORED)

    def _put_text(self, member: str, text: str) -> None:
        self._put(f"sources/{member}", text.encode("utf-8"))
        self._step()

    def _put(self, name: str, data: bytes) -> None:
        """Write a member packed, unless it packs so well that readers take it for a bomb."""
        bomb = len(data) > limits.RATIO_COUNTS_FROM and all(
            len(zlib.compress(part, LEVEL)) * limits.RATIO_LIMIT < 2 * len(part)
            for part in (data[: limits.MEGABYTE], data)  # the whole only where its beginning does
        )
        self.archive.writestr(
            name, data, compress_type=zipfile.ZIP_STORED if bomb else zipfile.ZIP_DEFLATED
        )

    def _text_of(self, source_id: int) -> str:
        query = select(SourceText.text).where(SourceText.source_id == source_id)
        return self.connection.scalar(query) or ""

    def _step(self) -> None:
        if self.cancelled is not None and self.cancelled():
            raise Stopped
        self.done += 1
        if self.progress is not None:
            self.progress(min(self.done, self.total), self.total)


class _Originals:
    """The files that sources came from: members by guid, and those that are styled texts."""

    def __init__(self) -> None:
        self.members: dict[str, tuple[str, str]] = {}
        self.rich: dict[int, str] = {}


def _suffix(name: str) -> str:
    suffix = Path(one_line(name)).suffix.lower()
    return suffix if suffix[1:].isalnum() and suffix.isascii() else ""


def _check(root: "_Element", namespace: str) -> None:
    """Raise ValueError where what is about to be written is not valid: a bug."""
    found = faults(root, namespace)
    if found:
        raise ValueError(f"not valid REFI-QDA: {'; '.join(found)}")


def _bytes(root: "_Element") -> bytes:
    from lxml import etree

    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _copied(old: "_Element", parent: Any) -> None:
    """Copy an element and all under it into the namespace of a code book."""
    from lxml import etree

    attributes = {str(key): str(value) for key, value in old.attrib.items()}
    name = f"{{{CODEBOOK}}}{str(old.tag).rpartition('}')[2]}"
    made = etree.SubElement(parent, name, attributes)
    made.text = old.text
    for below in old:
        _copied(below, made)


def _sets_of_codes(held: Held, root: Any) -> None:
    from lxml import etree

    members: dict[int, list[str]] = {}
    for row in held.rows["set_member"]:
        if row.on_entity == "code":
            members.setdefault(row.set_id, []).append(held.guid("code", row.on_id))
    sets = [row for row in held.of(StudySet) if row.id in members]
    if not sets:
        return
    holder = etree.SubElement(root, f"{{{CODEBOOK}}}Sets")
    for row in sets:
        made = etree.SubElement(holder, f"{{{CODEBOOK}}}Set", {"guid": row.guid, "name": row.name})
        for guid in members[row.id]:
            etree.SubElement(made, f"{{{CODEBOOK}}}MemberCode", {"guid": guid})
