"""Reads a file of any kind that Tilik takes, by what it is and not by what it is called."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.collect.reading import limits
from app.collect.reading.captions import read_srt, read_vtt
from app.collect.reading.csv import read_csv
from app.collect.reading.docx import read_docx
from app.collect.reading.epub import read_epub
from app.collect.reading.html import read_html
from app.collect.reading.odt import read_odt
from app.collect.reading.pdf import read_pdf
from app.collect.reading.plain import read_md, read_txt
from app.collect.reading.rtf import read_rtf
from app.collect.reading.sniffing import HEAD, SUFFIXES, TEXT_FORMATS, sniff
from app.collect.reading.source import Notice, ReadSource
from app.collect.reading.xlsx import read_xlsx
from app.errors import UserError
from app.faults import in_plain_words, one_line

_READERS: dict[str, Callable[[str, bytes], ReadSource]] = {
    "docx": read_docx,
    "odt": read_odt,
    "rtf": read_rtf,
    "pdf": read_pdf,
    "html": read_html,
    "epub": read_epub,
    "txt": read_txt,
    "md": read_md,
    "vtt": read_vtt,
    "srt": read_srt,
    "csv": read_csv,
    "xlsx": read_xlsx,
}


def read_file(path: Path) -> ReadSource:
    """Read the file at `path` as a source.

    Raises UserError with one sentence that names the file and says why it cannot be taken: empty,
    cut short, protected by a password, binary, too large, no text in it; EnvironmentProblem where
    it is not there or may not be read.
    """
    return read_bytes(path, file_bytes(path))


def file_bytes(path: Path) -> bytes:
    """Return the bytes of a file that is small enough, looking at its size and its start first."""
    name = one_line(path.name)
    with in_plain_words(path):
        if path.is_dir():
            raise UserError("collect.is_folder", file=name)
        if not path.is_file() and path.exists():
            raise UserError("collect.no_file", file=name)
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(HEAD)
            if not head:
                raise UserError("collect.empty", file=name)
            packed = head[:2] == b"PK" or b"%PDF-" in head[:1024] or head[:1] == b"\xd0"
            if not packed:
                sniff(name, path.suffix.lower(), head)
            limits.check_size(name, size, limits.FILE_LIMIT if packed else limits.TEXT_LIMIT)
            return head + file.read(max(0, size - len(head)))


def read_bytes(path: Path, data: bytes) -> ReadSource:
    """Read `data`, the bytes of the file at `path`, as `read_file` does."""
    name = one_line(path.name)
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise UserError("collect.empty", file=name)
    suffix = path.suffix.lower()
    kind = sniff(name, suffix, data)
    if kind in TEXT_FORMATS:
        limits.check_size(name, len(data), limits.TEXT_LIMIT)
    source = _READERS[kind](name, data)
    if not source.text.strip():
        raise UserError("collect.no_words", file=name)
    promised = SUFFIXES.get(suffix)
    if promised is None or promised == kind or {promised, kind} <= {"txt", "md", "html", "csv"}:
        return source
    notice = Notice(
        "collect.notice.read_as",
        values={"file": name, "suffix": suffix},
        terms={"format": f"collect.formats.{kind}"},
    )
    return replace(source, notices=(notice,))
