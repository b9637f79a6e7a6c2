"""Reading the file that is to be written again: what the researcher wrote between Tilik's parts."""

import json
import zipfile
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from app.report.word.kept import START, Kept, Part
from app.report.word.parts import CONTINUED, MARK

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CONTENT = ("drawing", "pict", "object", "footnoteReference", "oMath", "fldChar", "instrText")
"""What a paragraph without words may still hold."""
REMARK_STYLE = "Coding remark"


def read_kept(path: Path) -> Kept | None:
    """Return what is to be kept of a Word file; None where Tilik did not write it.

    A file that cannot be read as Word is not one that Tilik wrote.
    """
    try:
        with zipfile.ZipFile(path) as package:
            return _kept(package)
    except (OSError, zipfile.BadZipFile, etree.XMLSyntaxError, KeyError):
        return None


def _kept(package: zipfile.ZipFile) -> Kept | None:
    root = etree.fromstring(package.read("word/document.xml"))
    body = root.find(f"{W}body")
    if body is None or not any(_tag(child) for child in body):
        return None
    kept, inside = Kept(), {}
    tag = START
    for child in list(body):
        found = _tag(child)
        if found:
            tag = found
            inside[found] = _part(child, kept, found)
        elif child.tag != f"{W}sectPr":
            own = _own(child)
            if own is not None:
                kept.own.setdefault(tag, []).append(etree.tostring(own, encoding="unicode"))
    kept.order = tuple(inside)
    _notes(package, kept, inside)
    kept.written = _written(package)
    kept.package = _emptied(package, root, body)
    return kept


def _tag(element: Any) -> str:
    """Return the tag of a part of Tilik's; empty for anything else."""
    if element.tag != f"{W}sdt":
        return ""
    mark = element.find(f"{W}sdtPr/{W}tag")
    found = str(mark.get(f"{W}val")) if mark is not None else ""
    return found if found.startswith(MARK) else ""


def _part(element: Any, kept: Kept, tag: str) -> set[str]:
    """Keep the words of a part; return the numbers of the comments that stand in it."""
    alias = element.find(f"{W}sdtPr/{W}alias")
    title = str(alias.get(f"{W}val")) if alias is not None else ""
    words = "".join(text.text or "" for text in element.iter(f"{W}t"))
    first = tag.split(CONTINUED)[0]
    before = kept.parts.get(first, Part(title, ""))
    kept.parts[first] = Part(before.title, before.words + words)
    return {str(mark.get(f"{W}id")) for mark in element.iter(f"{W}commentReference")}


def _own(element: Any) -> Any:
    """Return an element as the researcher wrote it; None where it is empty."""
    if element.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        return None
    own = deepcopy(element)
    own.tail = None
    for properties in list(own.iter(f"{W}sectPr")):
        properties.getparent().remove(properties)
    if own.tag != f"{W}p":
        return own
    if any((text.text or "").strip() for text in own.iter(f"{W}t")):
        return own
    return own if any(next(own.iter(f"{W}{name}"), None) is not None for name in CONTENT) else None


def _notes(package: zipfile.ZipFile, kept: Kept, inside: dict[str, set[str]]) -> None:
    """Keep the footnotes of own words, and the comments that somebody else made anywhere."""
    own = "".join(kept.own_xml())
    names = package.namelist()
    if "word/footnotes.xml" in names:
        notes = etree.fromstring(package.read("word/footnotes.xml"))
        numbers = [int(str(note.get(f"{W}id"))) for note in notes]
        kept.next_footnote = max([0, *numbers]) + 1
        kept.footnotes = "".join(
            etree.tostring(note, encoding="unicode")
            for note in notes
            if f'footnoteReference w:id="{note.get(f"{W}id")}"' in own
        )
    if "word/comments.xml" not in names:
        return
    style = _style_id(package, REMARK_STYLE)
    comments = etree.fromstring(package.read("word/comments.xml"))
    theirs = [comment for comment in comments if not _is_remark(comment, style)]
    kept.next_comment = max((int(str(c.get(f"{W}id"))) for c in comments), default=-1) + 1
    kept.comments = "".join(etree.tostring(comment, encoding="unicode") for comment in theirs)
    numbers_of_theirs = {str(comment.get(f"{W}id")) for comment in theirs}
    for tag, numbers_inside in inside.items():
        found = sorted(numbers_inside & numbers_of_theirs, key=int)
        if found:
            kept.comments_in.setdefault(tag.split(CONTINUED)[0], []).extend(found)


def _is_remark(comment: Any, style: str) -> bool:
    used = comment.find(f"{W}p/{W}pPr/{W}pStyle")
    return used is not None and used.get(f"{W}val") == style


def _style_id(package: zipfile.ZipFile, name: str) -> str:
    styles = etree.fromstring(package.read("word/styles.xml"))
    for style in styles.findall(f"{W}style"):
        named = style.find(f"{W}name")
        if named is not None and named.get(f"{W}val") == name:
            return str(style.get(f"{W}styleId"))
    return ""


def _written(package: zipfile.ZipFile) -> dict[str, str]:
    """Return what Tilik noted of each part when it wrote the file."""
    settings = etree.fromstring(package.read("word/settings.xml"))
    for variable in settings.iter(f"{W}docVar"):
        if variable.get(f"{W}name") == MARK:
            try:
                found = json.loads(variable.get(f"{W}val") or "{}")
            except ValueError:
                return {}
            return {str(tag): str(mark) for tag, mark in found.items()}
    return {}


def _emptied(package: zipfile.ZipFile, root: Any, body: Any) -> bytes:
    """Return the package with an empty body: the base of the new file."""
    # Made anew: lxml takes minutes to take the parts of 500 pages out of their tree.
    fresh = etree.Element(root.tag, attrib=dict(root.attrib), nsmap=root.nsmap)
    for child in root:
        if child is not body:
            fresh.append(deepcopy(child))
            continue
        empty = etree.SubElement(fresh, body.tag)
        empty.extend(deepcopy(last) for last in body.findall(f"{W}sectPr"))
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for item in package.infolist():
            if item.filename == "word/document.xml":
                data = etree.tostring(
                    fresh, xml_declaration=True, encoding="UTF-8", standalone=True
                )
            else:
                data = package.read(item)
            new.writestr(item.filename, data)
    return made.getvalue()
