"""Fields of Word in the XML that Word reads: table of contents, page, sequence, bookmarks."""

from itertools import count
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_bookmarks = count(100)


def add_field(paragraph: Any, instruction: str, shown: str, *, dirty: bool = False) -> None:
    """Append a field to `paragraph`: `shown` is its result until Word works it out again."""
    begin = _character(paragraph, "begin")
    if dirty:
        begin.set(qn("w:dirty"), "true")
    _instruction(paragraph, instruction)
    _character(paragraph, "separate")
    if shown:
        paragraph.add_run(shown)
    _character(paragraph, "end")


def begin_field(paragraph: Any, instruction: str, *, dirty: bool = False) -> None:
    """Open a field whose result runs over several paragraphs; `end_field` closes it."""
    begin = _character(paragraph, "begin")
    if dirty:
        begin.set(qn("w:dirty"), "true")
    _instruction(paragraph, instruction)
    _character(paragraph, "separate")


def end_field(paragraph: Any) -> None:
    """Close the field that `begin_field` opened."""
    _character(paragraph, "end")


def bookmark(paragraph: Any, name: str) -> None:
    """Put a bookmark around what `paragraph` holds."""
    number = str(next(_bookmarks))
    start = OxmlElement("w:bookmarkStart")
    start.set(qn("w:id"), number)
    start.set(qn("w:name"), name)
    end = OxmlElement("w:bookmarkEnd")
    end.set(qn("w:id"), number)
    properties = paragraph._p.pPr
    if properties is not None:
        properties.addnext(start)
    else:
        paragraph._p.insert(0, start)
    paragraph._p.append(end)


def _character(paragraph: Any, kind: str) -> Any:
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(element)
    return element


def _instruction(paragraph: Any, instruction: str) -> None:
    element = OxmlElement("w:instrText")
    element.set(qn("xml:space"), "preserve")
    element.text = f" {instruction} "
    paragraph.add_run()._r.append(element)
