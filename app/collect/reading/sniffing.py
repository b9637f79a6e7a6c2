"""What a file is, told by its content; its name only decides between kinds of plain text."""

import re

from app.collect.reading.archive import Archive
from app.collect.reading.decoding import utf16_without_mark
from app.errors import UserError

TEXT_FORMATS = ("txt", "md", "html", "vtt", "srt", "csv", "rtf")
PACKED_FORMATS = ("docx", "odt", "epub", "xlsx")
SUFFIXES = {
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".odt": "odt",
    ".ott": "odt",
    ".rtf": "rtf",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".epub": "epub",
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".vtt": "vtt",
    ".srt": "srt",
    ".csv": "csv",
    ".tsv": "csv",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
}
"""The names that are taken from a folder, and the format that they promise."""

HEAD = 4096
_FOREIGN = (
    (b"\x89PNG\r\n", "collect.is_picture"),
    (b"\xff\xd8\xff", "collect.is_picture"),
    (b"GIF8", "collect.is_picture"),
    (b"BM", "collect.is_picture"),
    (b"II*\0", "collect.is_picture"),
    (b"MM\0*", "collect.is_picture"),
    (b"ID3", "collect.is_recording"),
    (b"OggS", "collect.is_recording"),
    (b"fLaC", "collect.is_recording"),
    (b"\xff\xfb", "collect.is_recording"),
    (b"RIFF", "collect.is_recording"),
    (b"\x1aE\xdf\xa3", "collect.is_recording"),
    (b"7z\xbc\xaf", "collect.is_archive"),
    (b"Rar!", "collect.is_archive"),
    (b"\x1f\x8b", "collect.is_archive"),
    (b"MZ", "collect.is_program"),
    (b"\x7fELF", "collect.is_program"),
    (b"SQLite format 3\0", "collect.is_database"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("EncryptedPackage", "collect.password"),
    ("WordDocument", "collect.old_word"),
    ("Workbook", "collect.old_excel"),
    ("Book", "collect.old_excel"),
)
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_SRT = re.compile(rb"\s*\d+\s*\r?\n\s*\d+:\d+:\d+[,.]\d+\s*-->")
_TEXT_SIGNS = b"\t\n\r\f\x1b"


def sniff(name: str, suffix: str, data: bytes) -> str:
    """Return the format of `data`, the bytes of the file `name`; `suffix` is that of its name.

    Raises UserError where it is no format that Tilik reads, and says what it is.
    """
    head = data[:HEAD]
    if head[:4] == b"PK\x03\x04" or head[:4] in (b"PK\x05\x06", b"PK\x07\x08"):
        return _packed(name, data)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.lstrip(b"\xef\xbb\xbf \r\n\t")[:5] == b"{\\rtf":
        return "rtf"
    if head.startswith(_OLE):
        raise UserError(_ole(data), file=name)
    _refuse_foreign(name, head)
    return _plain(SUFFIXES.get(suffix, "txt"), head)


def _packed(name: str, data: bytes) -> str:
    with Archive(name, data) as archive:
        names = archive.names()
        kind = archive.read("mimetype")[:100].decode("latin-1")
    if "opendocument.text" in kind:
        return "odt"
    if "epub" in kind:
        return "epub"
    for folder, format_ in (("word/", "docx"), ("xl/", "xlsx")):
        if any(part.startswith(folder) for part in names):
            return format_
    slides = "opendocument.presentation" in kind or any(n.startswith("ppt/") for n in names)
    if "opendocument.spreadsheet" in kind:
        raise UserError("collect.is_ods", file=name)
    raise UserError("collect.is_slides" if slides else "collect.is_archive", file=name)


def _ole(data: bytes) -> str:
    for stream, key in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return key
    return "collect.old_office"


def _refuse_foreign(name: str, head: bytes) -> None:
    for magic, key in _FOREIGN:
        if head.startswith(magic) and not _reads_as_text(head):
            raise UserError(key, file=name)
    if head[4:8] == b"ftyp":
        raise UserError("collect.is_recording", file=name)


def _reads_as_text(head: bytes) -> bool:
    """Tell words that begin with "BM" or "MZ" from a picture and a program."""
    return all(byte >= 32 or byte in _TEXT_SIGNS for byte in head)


def _plain(promised: str, head: bytes) -> str:
    coding = utf16_without_mark(head)
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or coding:
        head = head.replace(b"\0", b"").lstrip(b"\xff\xfe")
    head = head.removeprefix(b"\xef\xbb\xbf")
    if head.startswith(b"WEBVTT"):
        return "vtt"
    if promised in ("srt", "html", "csv", "md"):
        return promised
    if _SRT.match(head):
        return "srt"
    return "html" if _HTML.search(head[:1024]) else "txt"
