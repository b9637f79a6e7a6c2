"""Word files: paragraphs, lists, tables, notes and text boxes, their words in document order.

What Word shows is read: insertions and the new place of what was moved; not deletions, hidden
words, field codes, comments, headers or footers.
"""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from app.collect.reading.archive import Archive
from app.collect.reading.docx_numbering import Numbering, bullet, number_word
from app.collect.reading.docx_parts import Parts, parts_of
from app.collect.reading.docx_styles import Styles
from app.collect.reading.paragraphs import Paragraphs
from app.collect.reading.source import ReadSource

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEFT_OUT = {
    "del",
    "moveFrom",
    "pPr",
    "rPr",
    "tblPr",
    "instrText",
    "delText",
    "delInstrText",
    "annotationRef",
    "rt",
    "sdtPr",
    "sdtEndPr",
    "sectPr",
}
_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}


def read_docx(name: str, data: bytes) -> ReadSource:
    """Read the Word file `name`. Raises UserError where it is damaged, protected or unsafe."""
    with Archive(name, data) as archive:
        reader = _Reader(parts_of(archive))
    paragraphs = reader.read()
    return ReadSource(
        format="docx",
        text=paragraphs.text(),
        title=paragraphs.title,
        headings=paragraphs.headings(),
    )


class _Reader:
    """Walks the body once. Notes and text boxes wait until the paragraph they hang on is done."""

    def __init__(self, parts: Parts) -> None:
        self.w = parts.w
        self.body = parts.body
        self.styles = Styles(parts.styles, parts.w)
        self.numbering = Numbering(parts.numbering, parts.w)
        self.footnotes = self._notes(parts.footnotes)
        self.endnotes = self._notes(parts.endnotes)
        self.out = Paragraphs()
        self.carried = ""
        self.boxes: list[_Element] = []
        self.due: list[tuple[str, _Element]] = []
        self.last: list[tuple[str, _Element]] = []
        self.counted = {"footnote": 0, "endnote": 0}

    def read(self) -> Paragraphs:
        self._blocks(self.body)
        if self.carried:
            self.out.add(self.carried)
        for label, note in self.last:
            self._note(label, note)
        return self.out

    def _blocks(self, parent: "_Element") -> None:
        for block in _visible(parent):
            kind = _local(block)
            if kind == "p":
                self._paragraph(block)
            elif kind == "tbl":
                self._table(block)
            else:
                self._blocks(block)
            self._hanging()

    def _paragraph(self, element: "_Element") -> None:
        properties = element.find(f"{self.w}pPr")
        words = self.carried + "".join(self._words(element))
        self.carried = ""
        if self._mark_is_deleted(properties):
            self.carried = words
            return
        label = ""
        if words.strip():
            place = self.styles.in_list(properties)
            label = self.numbering.label(place.list_id, place.depth) if place else ""
        self.out.add(f"{label} {words}" if label else words, self.styles.level(properties))

    def _hanging(self) -> None:
        """Write the text boxes and footnotes of what was just written."""
        while self.boxes or self.due:
            boxes, self.boxes = self.boxes, []
            for box in boxes:
                self._blocks(box)
            due, self.due = self.due, []
            for label, note in due:
                self._note(label, note)

    def _note(self, label: str, note: "_Element") -> None:
        lines = self._apart(note)
        first = next((line for line in lines if line.strip()), "")
        rest = lines[lines.index(first) + 1 :] if first else []
        self.out.add(f"[{label}] {first.strip()}")
        for line in rest:
            self.out.add(line)

    def _table(self, table: "_Element") -> None:
        for row in self._rows(table):
            if row.find(f"{self.w}trPr/{self.w}del") is not None:
                continue
            cells = [self._cell(cell) for cell in self._cells(row)]
            self.out.add_row(cells)

    def _cell(self, cell: "_Element") -> list[str]:
        merged = cell.find(f"{self.w}tcPr/{self.w}vMerge")
        if merged is not None and merged.get(f"{self.w}val", "continue") == "continue":
            return []
        return self._apart(cell)

    def _apart(self, element: "_Element") -> list[str]:
        """Return the paragraphs in `element`, written aside: a cell's or a note's."""
        out, self.out = self.out, Paragraphs()
        due, self.due = self.due, []
        self._blocks_without_notes(element)
        lines, self.out = self.out.lines(), out
        self.due = due + self.due
        return lines

    def _blocks_without_notes(self, parent: "_Element") -> None:
        for block in _visible(parent):
            kind = _local(block)
            if kind == "p":
                self._paragraph(block)
            elif kind == "tbl":
                self._table(block)
            else:
                self._blocks_without_notes(block)
            boxes, self.boxes = self.boxes, []
            for box in boxes:
                self._blocks_without_notes(box)
        if self.carried:
            self.out.add(self.carried)
            self.carried = ""

    def _rows(self, table: "_Element") -> "Iterator[_Element]":
        for child in _visible(table):
            if _local(child) == "tr":
                yield child
            elif _local(child) != "tblGrid":
                yield from self._rows(child)

    def _cells(self, row: "_Element") -> "Iterator[_Element]":
        for child in _visible(row):
            if _local(child) == "tc":
                yield child
            elif _local(child) not in ("trPr", "tblPrEx"):
                yield from self._cells(child)

    def _words(self, parent: "_Element") -> Iterator[str]:
        for element in _visible(parent):
            kind = _local(element)
            if kind == "t":
                yield element.text or ""
            elif kind in _SIGNS and element.tag.startswith(self.w):
                yield _SIGNS[kind]
            elif kind == "sym":
                yield self._symbol(element)
            elif kind in ("footnoteReference", "endnoteReference"):
                yield self._reference(element, kind.removesuffix("Reference"))
            elif kind == "txbxContent":
                self.boxes.append(element)
            elif kind == "r" and self._hidden(element):
                continue
            else:
                yield from self._words(element)

    def _reference(self, element: "_Element", kind: str) -> str:
        notes, waiting = (
            (self.footnotes, self.due) if kind == "footnote" else (self.endnotes, self.last)
        )
        note = notes.get(element.get(f"{self.w}id", ""))
        if note is None:
            return ""
        self.counted[kind] += 1
        number = self.counted[kind]
        label = str(number) if kind == "footnote" else number_word("lowerRoman", number)
        waiting.append((label, note))
        return f"[{label}]"

    def _symbol(self, element: "_Element") -> str:
        code = element.get(f"{self.w}char", "")
        try:
            return bullet(chr(int(code, 16)))
        except (ValueError, OverflowError):
            return ""

    def _hidden(self, run: "_Element") -> bool:
        vanish = run.find(f"{self.w}rPr/{self.w}vanish")
        return vanish is not None and vanish.get(f"{self.w}val", "1") not in ("0", "false", "off")

    def _mark_is_deleted(self, properties: "_Element | None") -> bool:
        if properties is None:
            return False
        mark = properties.find(f"{self.w}rPr")
        return mark is not None and any(_local(child) in ("del", "moveFrom") for child in mark)

    def _notes(self, root: "_Element | None") -> "dict[str, _Element]":
        if root is None:
            return {}
        return {
            note.get(f"{self.w}id", ""): note
            for note in root
            if note.get(f"{self.w}type", "normal") == "normal"
        }


def _visible(parent: "_Element") -> "Iterator[_Element]":
    """Yield the children that are shown; of alternative contents the first."""
    for child in parent:
        kind = _local(child)
        if kind in _LEFT_OUT:
            continue
        if kind == "AlternateContent":
            yield from islice(child, 1)
        elif kind == "sdt":
            yield from _content(child)
        else:
            yield child


def _content(control: "_Element") -> "Iterator[_Element]":
    """Yield what a content control holds, unless it only shows its prompt."""
    for child in control:
        kind = _local(child)
        if kind == "sdtPr" and any(_local(c) == "showingPlcHdr" for c in child):
            return
        if kind == "sdtContent":
            yield child


def _local(element: "_Element") -> str:
    return str(element.tag).rpartition("}")[2]
