"""Reads what Taguette exports: highlights (csv, xlsx, html) and its list of tags (csv, xlsx).

Highlights come without the rest of their documents: each source is made of its highlights.
"""

import csv
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.collect.reading import limits
from app.collect.reading.archive import BROKEN
from app.collect.reading.decoding import decode
from app.collect.reading.reader import read_file
from app.errors import UserError
from app.exchange.incoming import InCode, InCoding, InSelection, InSource, Project, Trouble
from app.exchange.others.identity import Identities
from app.exchange.taguette.page_text import words_of_page
from app.exchange.taguette.tags import Tag, code_tree
from app.faults import in_plain_words, one_line

HIGHLIGHTS = ("id", "document", "tag", "content")
CODEBOOK = ("tag", "description", "number of highlights")
_SHEETS = ("xl/sharedStrings", "xl/worksheets/")
MAY_LOOK_AT = 4
"""So many parts of a workbook are looked into."""
_BETWEEN = "\n\n"
_MARK = "Taguette"


@dataclass(slots=True)
class _Highlight:
    """One highlight of an export, with its tags."""

    key: str
    document: str
    words: str
    tags: list[str] = field(default_factory=list)


def is_export(path: Path, head: bytes) -> bool:
    """Tell whether a file is such an export; `head` is its beginning."""
    suffix = path.suffix.lower()
    if suffix == ".csv":
        first = head.decode("utf-8-sig", "replace").partition("\n")[0]
        return _kind_of(next(csv.reader([first]), [])) != ""
    if suffix == ".xlsx":
        return _may_be_export(path) and _kind_of(next(iter(_rows(path)), [])) != ""
    return suffix in (".html", ".htm") and _is_page(head.decode("utf-8", "replace"))


def _may_be_export(path: Path) -> bool:
    """Tell whether the words of a head stand in a workbook, from the beginnings of its parts.

    A workbook of another kind may be large, and is not read as a whole for this.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            wanted = [n for n in archive.namelist() if n.startswith(_SHEETS)][:MAY_LOOK_AT]
            said = b""
            for name in wanted:
                with archive.open(name) as part:
                    said += part.read(limits.MEGABYTE // 4).lower()
    except BROKEN:
        return False
    return any(all(word.encode() in said for word in heads) for heads in (HIGHLIGHTS, CODEBOOK))


def read_export(path: Path) -> Project:
    """Read the export at `path`. Raises UserError where it holds no highlights and no tags."""
    if path.suffix.lower() in (".html", ".htm"):
        return _of_highlights(path, _in_page(_text(path)), {})
    first, *rows = _rows(path) or [[]]
    kind = _kind_of(first)
    heads = [head.strip().lower() for head in first]
    told = [dict(zip(heads, row, strict=False)) for row in rows]
    if kind == "codebook":
        return _codebook(path, told)
    if kind == "highlights":
        said = {row.get("tag_full_path") or row["tag"]: row.get("tag_description", "")
                for row in told if row.get("tag")}  # fmt: skip
        return _of_highlights(path, _in_rows(told), said)
    raise UserError("otherfiles.no_highlights", file=one_line(path.name))


def _kind_of(first: Sequence[str]) -> str:
    heads = {head.strip().lower().removeprefix("\ufeff") for head in first}
    if set(HIGHLIGHTS) <= heads:
        return "highlights"
    return "codebook" if set(CODEBOOK) <= heads else ""


def _rows(path: Path) -> list[list[str]]:
    """Return the rows of the first sheet, its head first. Raises UserError where damaged."""
    sheets = read_file(path).sheets
    if not sheets:
        return []
    return [list(sheets[0].header), *(list(row.cells) for row in sheets[0].rows)]


def _text(path: Path) -> str:
    name = one_line(path.name)
    with in_plain_words(path):
        limits.check_size(name, path.stat().st_size, limits.TEXT_LIMIT)
        return decode(name, path.read_bytes())


def _in_rows(rows: Iterable[dict[str, str]]) -> list[_Highlight]:
    found: dict[tuple[str, str], _Highlight] = {}
    for row in rows:
        words = row.get("content", "").strip()
        key = (row.get("id", ""), row.get("document", ""))
        if not words:
            continue
        one = found.setdefault(key, _Highlight(key[0], key[1].strip(), words))
        tag = (row.get("tag_full_path") or row.get("tag", "")).strip()
        if tag and tag not in one.tags:
            one.tags.append(tag)
    return list(found.values())


def _is_page(page: str) -> bool:
    title = page[: page.lower().find("</title>")] if "</title>" in page.lower() else ""
    return _MARK in title


def _in_page(page: str) -> list[_Highlight]:
    """Return the highlights of a page: parted by rules, each with a last line of two bold words."""
    from lxml import html

    try:
        body = html.document_fromstring(page).find("body")
    except (ValueError, html.etree.ParserError):
        return []
    found: list[_Highlight] = []
    pieces: list[str] = []
    for element in body if body is not None else ():
        if element.tag in ("h1", "hr") or not isinstance(element.tag, str):
            continue
        bold = [strong.tail or "" for strong in element.findall("strong")]
        if element.tag == "p" and len(bold) == 2 and pieces:
            document, tags = (" ".join(words.split()) for words in bold)
            named = [tag.strip() for tag in tags.split(", ") if tag.strip()]
            words = "\n".join(pieces)
            found.append(_Highlight(str(len(found) + 1), document, words, named))
            pieces = []
        else:
            pieces.append(words_of_page(html.tostring(element, encoding="unicode")))
    return found


def _of_highlights(path: Path, highlights: list[_Highlight], said: dict[str, str]) -> Project:
    if not highlights:
        raise UserError("otherfiles.no_highlights", file=one_line(path.name))
    ids = Identities("taguette export", path.stem)
    names = dict.fromkeys(tag for one in highlights for tag in one.tags)
    codes = code_tree(ids, (Tag(name, name, said.get(name, "")) for name in names))
    documents: dict[str, list[_Highlight]] = {}
    for one in highlights:
        documents.setdefault(one.document, []).append(one)
    return Project(
        name=path.stem,
        origin="Taguette",
        codes=tuple(codes.values()),
        sources=tuple(_source(ids, name, some, codes) for name, some in documents.items()),
        troubles=(Trouble("otherfiles.changed.only_highlights", {}),),
    )


def _source(
    ids: Identities, name: str, highlights: list[_Highlight], codes: dict[object, InCode]
) -> InSource:
    selections, at = [], 0
    for one in highlights:
        key = (name, one.key, one.words)
        codings = tuple(InCoding(ids.of("coding", *key, tag), codes[tag].guid) for tag in one.tags)
        end = at + len(one.words)
        guid = ids.of("highlight", *key)
        selections.append(InSelection(guid, at, end, codings, quoted=one.words))
        at = end + len(_BETWEEN)
    text = _BETWEEN.join(one.words for one in highlights)
    return InSource(ids.of("document", name), name, text, tuple(selections))


def _codebook(path: Path, rows: list[dict[str, str]]) -> Project:
    ids = Identities("taguette export", path.stem)
    names = {row.get("tag", "").strip() for row in rows}
    tags = []
    for row in rows:
        name, parent = row.get("tag", "").strip(), row.get("parent", "").strip()
        if name:
            above = parent if parent in names and parent != name else None
            tags.append(Tag(name, name, row.get("description", ""), above))
    if not tags:
        raise UserError("otherfiles.no_highlights", file=one_line(path.name))
    return Project(name=path.stem, origin="Taguette", codes=tuple(code_tree(ids, tags).values()))
