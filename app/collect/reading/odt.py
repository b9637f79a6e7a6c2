"""OpenDocument texts: paragraphs, lists, tables, notes and text boxes in document order.

Deletions that are tracked, comments, headers and footers are left out.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.collect.reading.archive import Archive
from app.collect.reading.docx_numbering import number_word
from app.collect.reading.odt_numbering import TEXT, ListLabels
from app.collect.reading.paragraphs import Paragraphs
from app.collect.reading.source import ReadSource
from app.errors import UserError

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_LEFT_OUT = {
    "tracked-changes",
    "annotation",
    "annotation-end",
    "ruby-text",
    "note-citation",
    "forms",
    "sequence-decls",
    "variable-decls",
    "hidden-text",
    "script",
}
_DRAWING = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_SPACES = re.compile(r"[ \t\r\n]+")
_MOST_REPEATED = 1000


def read_odt(name: str, data: bytes) -> ReadSource:
    """Read the OpenDocument text `name`. Raises UserError where it is damaged or protected."""
    with Archive(name, data) as archive:
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise UserError("collect.password", file=name)
        content, styles = archive.xml("content.xml"), archive.xml("styles.xml")
    body = content.find(f"{_OFFICE}body/{_OFFICE}text") if content is not None else None
    if body is None:
        raise UserError("collect.damaged", file=name)
    paragraphs = _Reader(ListLabels(content, styles)).read(body)
    return ReadSource(
        format="odt",
        text=paragraphs.text(),
        title=paragraphs.title,
        headings=paragraphs.headings(),
    )


class _Reader:
    def __init__(self, lists: ListLabels) -> None:
        self.lists = lists
        self.out = Paragraphs()
        self.label = ""
        self.boxes: list[_Element] = []
        self.due: list[tuple[str, _Element]] = []
        self.last: list[tuple[str, _Element]] = []
        self.counted = {"footnote": 0, "endnote": 0}
        self.after_space = True

    def read(self, body: "_Element") -> Paragraphs:
        self._blocks(body)
        for label, note in self.last:
            self._note(label, note)
        return self.out

    def _blocks(self, parent: "_Element", style: str = "", depth: int = 0) -> None:
        for block in _shown(parent):
            kind = _local(block)
            if kind in ("p", "h"):
                self._paragraph(block)
            elif kind == "list":
                self._list(block, style, depth + 1)
            elif kind == "table":
                self._table(block)
            elif kind == "text-box":
                self.boxes.append(block)
            else:
                self._blocks(block, style, depth)
            self._write_boxes()
            if not depth:
                self._write_notes()

    def _list(self, element: "_Element", style: str, depth: int) -> None:
        style = element.get(f"{TEXT}style-name", style)
        goes_on = (
            element.get(f"{TEXT}continue-numbering") == "true"
            or element.get(f"{TEXT}continue-list") is not None
        )
        self.lists.begin(style, depth, goes_on=goes_on)
        for item in _shown(element):
            if _local(item) == "list-item":
                self.label = self.lists.label(style, depth, item.get(f"{TEXT}start-value"))
            self._blocks(item, style, depth)
            self.label = ""

    def _paragraph(self, element: "_Element") -> None:
        label, self.label = self.label, ""
        self.after_space = True
        words = "".join(self._words(element))
        level = element.get(f"{TEXT}outline-level", "1") if _local(element) == "h" else "0"
        self.out.add(
            f"{label} {words}" if label and words.strip() else words,
            int(level) if level.isdigit() else 1,
        )

    def _words(self, parent: "_Element") -> Iterator[str]:
        yield self._collapsed(parent.text)
        for element in parent:
            if _is_shown(element):
                yield from self._inline(element)
            yield self._collapsed(element.tail)

    def _inline(self, element: "_Element") -> Iterator[str]:
        kind = _local(element)
        if kind == "s":
            count = element.get(f"{TEXT}c", "1")
            self.after_space = False
            yield " " * min(int(count) if count.isdigit() else 1, _MOST_REPEATED)
        elif kind in ("tab", "line-break"):
            self.after_space = kind == "line-break"
            yield "\t" if kind == "tab" else "\n"
        elif kind == "note":
            yield self._reference(element)
        elif kind == "text-box":
            self.boxes.append(element)
        else:
            yield from self._words(element)

    def _collapsed(self, words: str | None) -> str:
        """White space in the file is one space, none at the start of a paragraph (ODF 6.1.2)."""
        if not words:
            return ""
        words = _SPACES.sub(" ", words)
        if self.after_space:
            words = words.removeprefix(" ")
        if words:
            self.after_space = words.endswith(" ")
        return words

    def _reference(self, note: "_Element") -> str:
        kind = note.get(f"{TEXT}note-class", "footnote")
        body = note.find(f"{TEXT}note-body")
        if body is None or kind not in self.counted:
            return ""
        self.counted[kind] += 1
        number = self.counted[kind]
        label = str(number) if kind == "footnote" else number_word("lowerRoman", number)
        (self.due if kind == "footnote" else self.last).append((label, body))
        self.after_space = False
        return f"[{label}]"

    def _write_boxes(self) -> None:
        while self.boxes:
            boxes, self.boxes = self.boxes, []
            for box in boxes:
                self._blocks(box, depth=1)

    def _write_notes(self) -> None:
        due, self.due = self.due, []
        for label, note in due:
            self._note(label, note)

    def _note(self, label: str, note: "_Element") -> None:
        for number, line in enumerate(self._apart(note)):
            self.out.add(line if number else f"[{label}] {line}")

    def _table(self, table: "_Element") -> None:
        for row in table.iter(f"{_TABLE}table-row"):
            if _nearest_table(row) is not table:
                continue
            cells: list[list[str]] = []
            for cell in row:
                times = cell.get(f"{_TABLE}number-columns-repeated", "1")
                lines = self._apart(cell) if _local(cell) == "table-cell" else []
                cells += [lines] * min(int(times) if times.isdigit() else 1, _MOST_REPEATED)
            self.out.add_row(cells)

    def _apart(self, element: "_Element") -> list[str]:
        out, self.out = self.out, Paragraphs()
        self._blocks(element, depth=1)
        lines, self.out = self.out.lines(), out
        return lines


def _nearest_table(row: "_Element") -> "_Element | None":
    return next(row.iterancestors(f"{_TABLE}table"), None)


def _shown(parent: "_Element") -> "Iterator[_Element]":
    return (child for child in parent if _is_shown(child))


def _is_shown(element: "_Element") -> bool:
    return not element.tag.startswith(_DRAWING) and _local(element) not in _LEFT_OUT


def _local(element: "_Element") -> str:
    return str(element.tag).rpartition("}")[2]
