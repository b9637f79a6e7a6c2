"""Boxes to tick and room to write in a Word file, and what was done to them since.

Each is a content control with a tag, `tilik-member:GUID:KEY`. Some word processors drop tags, or
whole controls, when they save; so a bookmark stands about each line as well and says the same.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.collect.reading.archive import Archive, parse_xml
from app.errors import UserError
from app.faults import in_plain_words, one_line
from models.verification import ANSWERS

if TYPE_CHECKING:
    from docx.document import Document

TAG = "tilik-member"
MARK = "tilik"
"""A bookmark is called so, then the guid without its hyphens, then a letter: under 40 in all."""
WORDS = "words"
KEYS = (*ANSWERS[1:], WORDS)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
EMPTY_BOX = "☐"
TICKS = "☒☑✓✔✗✘xXvV√"
LINES = 4
"""So many lines there are to write on."""

Filled = dict[str, dict[str, str]]
"""By guid without hyphens, then by key: the words written, or "x" for a box that is ticked."""


def add_box(document: "Document", guid: str, key: str, words: str) -> None:
    """Add a line with a box to tick before its words."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_after = 0
    start, end = _bookmark(document, guid, key)
    box = (
        f'<w:sdt xmlns:w="{W}" xmlns:w14="{W14}"><w:sdtPr><w:tag w:val="{TAG}:{guid}:{key}"/>'
        '<w14:checkbox><w14:checked w14:val="0"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{EMPTY_BOX}</w:t></w:r></w:sdtContent></w:sdt>"
    )
    paragraph._p.append(start)
    paragraph._p.append(parse_xml("sheet", box.encode()))
    paragraph.add_run(f" {words}")
    paragraph._p.append(end)


def add_room(document: "Document", guid: str) -> None:
    """Add empty lines to write on, framed so that paper shows them too; no page breaks them."""
    border = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="4" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right")
    )
    lines = "<w:r><w:br/></w:r>" * LINES
    room = (
        f'<w:sdt xmlns:w="{W}"><w:sdtPr><w:tag w:val="{TAG}:{guid}:{WORDS}"/></w:sdtPr>'
        f"<w:sdtContent><w:p><w:pPr><w:keepLines/><w:pBdr>{border}</w:pBdr></w:pPr>{lines}</w:p>"
        "</w:sdtContent></w:sdt>"
    )
    body = document.element.body
    for element in _around(parse_xml("sheet", room.encode()), _bookmark(document, guid, WORDS)):
        body.insert(len(body) - 1, element)


def read_controls(path: Path) -> Filled:
    """Return what stands in the boxes and rooms of a sheet; nothing where it has none.

    Raises UserError where the file is no Word file, EnvironmentProblem where it cannot be read.
    """
    with in_plain_words(path):
        data = path.read_bytes()
    try:
        with Archive(path.name, data) as archive:
            part = archive.read("word/document.xml")
        root = parse_xml(path.name, part) if part else None
    except UserError as problem:
        raise UserError("members.error.not_a_sheet", file=one_line(path.name)) from problem
    found: Filled = {}
    if root is not None:
        for guid, key, words in (*_by_bookmark(root), *_by_tag(root)):  # a tag has the last word
            found.setdefault(guid, {})[key] = words
    return found


def plain(guid: str) -> str:
    """Return a guid as bookmarks have it."""
    return guid.replace("-", "").lower()


def _bookmark(document: "Document", guid: str, key: str) -> tuple[Any, Any]:
    number = len(document.element.xpath("//w:bookmarkStart")) + 1
    name = f"{MARK}{plain(guid)}{key[0]}"
    start = f'<w:bookmarkStart xmlns:w="{W}" w:id="{number}" w:name="{name}"/>'
    end = f'<w:bookmarkEnd xmlns:w="{W}" w:id="{number}"/>'
    return parse_xml("sheet", start.encode()), parse_xml("sheet", end.encode())


def _around(inner: Any, marks: tuple[Any, Any]) -> tuple[Any, Any, Any]:
    return marks[0], inner, marks[1]


def _by_tag(root: Any) -> Iterator[tuple[str, str, str]]:
    for control in root.iter(f"{{{W}}}sdt"):
        tag = control.find(f"{{{W}}}sdtPr/{{{W}}}tag")
        parts = (tag.get(f"{{{W}}}val") or "").split(":") if tag is not None else []
        if len(parts) != 3 or parts[0] != TAG or parts[2] not in KEYS:
            continue
        words = _words(control.iter())
        yield plain(parts[1]), parts[2], words if parts[2] == WORDS else _tick(control, words)


def _by_bookmark(root: Any) -> Iterator[tuple[str, str, str]]:
    elements = list(root.iter())
    ends = {
        e.get(f"{{{W}}}id"): n for n, e in enumerate(elements) if e.tag == f"{{{W}}}bookmarkEnd"
    }
    keys = {key[0]: key for key in KEYS}
    for number, element in enumerate(elements):
        name = element.get(f"{{{W}}}name") or ""
        if element.tag != f"{{{W}}}bookmarkStart" or not name.startswith(MARK):
            continue
        key = keys.get(name[-1])
        if key is None:
            continue
        inner = elements[number : ends.get(element.get(f"{{{W}}}id"), number)]
        words = _words(inner)
        yield name[len(MARK) : -1], key, words if key == WORDS else _sign(words)


def _tick(control: Any, words: str) -> str:
    checked = control.find(f".//{{{W14}}}checked")
    state = checked.get(f"{{{W14}}}val") if checked is not None else ""
    return "x" if state in ("1", "true") else _sign(words)


def _sign(words: str) -> str:
    """Return "x" where a line begins with a tick of any kind, alone."""
    first = words.split(maxsplit=1)[:1]
    return "x" if first and len(first[0]) == 1 and first[0] in TICKS else ""


def _words(elements: Any) -> str:
    said = {f"{{{W}}}br": "\n", f"{{{W}}}p": "\n", f"{{{W}}}tab": "\t"}
    text = f"{{{W}}}t"
    return "".join(
        (e.text or "") if e.tag == text else said.get(e.tag, "") for e in elements
    ).strip()
