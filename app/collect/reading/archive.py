"""A packed document (docx, odt, epub, xlsx): checked for its size before a part is unpacked."""

import io
import re
import zipfile
import zlib
from types import TracebackType
from typing import TYPE_CHECKING, Self

from app.collect.reading import limits
from app.errors import UserError

if TYPE_CHECKING:
    from lxml.etree import _Element

ENCRYPTED = 0x1
_LOOKED_AT = 8192
_DECLARES = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_XML_PART = re.compile(r"\.(xml|rels|vml|opf|ncx)$", re.IGNORECASE)
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError),
    OSError,
)
"""What zipfile raises for damage: of the list, of a part, of its packing (RuntimeError: a password
that the list hides). One list, so that every reader of packed files takes the same for damaged."""


class Archive:
    """The parts of a packed file. Raises UserError where it is damaged, protected or a bomb."""

    def __init__(self, name: str, data: bytes) -> None:
        """Open `data`, the bytes of the file called `name`, and check what it declares."""
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise UserError("collect.damaged", file=name) from error
        self._parts = {part.filename.lstrip("/"): part for part in self._zip.infolist()}
        self._check()

    def __enter__(self) -> Self:
        """Return the archive itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self._zip.close()

    def names(self) -> list[str]:
        """Return the names of all parts."""
        return list(self._parts)

    def read(self, part: str) -> bytes:
        """Return the bytes of a part; empty where there is none."""
        info = self._parts.get(part.lstrip("/"))
        if info is None:
            return b""
        if info.file_size > limits.PART_LIMIT:
            self._bomb(info.file_size)
        try:
            # Never more than is declared: a part may lie about its size.
            with self._zip.open(info) as opened:
                return opened.read(info.file_size + 1)
        except BROKEN as error:
            raise UserError("collect.damaged", file=self.name) from error

    def xml(self, part: str) -> "_Element | None":
        """Return the root of an XML part, its entities not expanded; None where there is none."""
        data = self.read(part)
        return parse_xml(self.name, data) if data else None

    def check_xml(self) -> None:
        """Look into every XML part for declarations: for a reader that parses them on its own."""
        for part in self._parts:
            if _XML_PART.search(part):
                _refuse_declarations(self.name, self.read(part))

    def _check(self) -> None:
        parts = self._parts.values()
        if any(part.flag_bits & ENCRYPTED for part in parts):
            raise UserError("collect.password", file=self.name)
        total = sum(part.file_size for part in parts)
        if total > limits.UNPACKED_LIMIT or len(parts) > limits.PARTS_LIMIT:
            self._bomb(total)
        for part in parts:
            packed = max(1, part.compress_size)
            if (
                part.file_size > limits.RATIO_COUNTS_FROM
                and part.file_size / packed > limits.RATIO_LIMIT
            ):
                self._bomb(total)

    def _bomb(self, size: int) -> None:
        raise UserError("collect.unpacks_too_large", file=self.name, size=limits.megabytes(size))


def parse_xml(name: str, data: bytes) -> "_Element":
    """Return the root of `data`. Nothing is fetched or expanded; a declaration of entities is
    refused, since no document needs one. Raises UserError with the file's `name`.
    """
    from lxml import etree

    _refuse_declarations(name, data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UserError("collect.damaged", file=name) from error


def _refuse_declarations(name: str, data: bytes) -> None:
    start = data[:_LOOKED_AT]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in start:
        start = start.replace(b"\0", b"")
    if _DECLARES.search(start):
        raise UserError("collect.unsafe_xml", file=name)
