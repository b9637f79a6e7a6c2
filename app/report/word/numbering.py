"""Numbers of headings, appendices and lists: real numbering, which Word goes on with."""

import re
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from app.language.words import say
from app.report.look import CHAPTER, CHAPTER_NUMBER, Look
from app.report.word.styles import APPENDIX, HEADINGS

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MARKS = {"headings": "71171C01", "appendix": "71171C02", "bullets": "71171C03", "list": "71171C04"}
"""The numbers by which Tilik knows its own definitions when a file is written again."""


class Numbering:
    """Gives lists their numbers; headings get theirs by their styles."""

    def __init__(self, document: Any, look: Look, language: str, style_ids: dict[str, str]) -> None:
        """Add the definitions that `document` lacks."""
        self._root = _part(document).element
        self._next = 1 + max(
            (int(e.get(qn("w:numId"))) for e in self._root.findall(qn("w:num"))), default=0
        )
        self._lists: dict[int, int] = {}
        ids = style_ids
        if look.numbered and not _is_numbered(document.styles["Heading 1"]):
            levels = _heading_levels(look, language, [ids[name] for name in HEADINGS])
            self._set(document, HEADINGS, self._new(self._abstract("headings", levels)))
        if not _is_numbered(document.styles[APPENDIX[0]]):
            words = say("chapter.appendix_number", language, number="%1")
            level = _level(0, "decimal", f"{words}.", 1, 0, 0, ids[APPENDIX[0]], suffix="space")
            self._set(document, APPENDIX[:1], self._new(self._abstract("appendix", [level])))
            _unnumbered(document, APPENDIX[1:])
        self._numbers = self._abstract("list", _list_levels())
        self.bullets = self._new(self._abstract("bullets", _bullet_levels()))

    def list_number(self, which: int) -> int:
        """Return the w:numId of a numbered list, counted from 1 again for each list."""
        if which not in self._lists:
            self._lists[which] = self._new(self._numbers, restart=True)
        return self._lists[which]

    def _set(self, document: Any, styles: tuple[str, ...], number: int) -> None:
        for level, name in enumerate(styles):
            properties = document.styles[name].element.get_or_add_pPr()
            numbered = properties.get_or_add_numPr()
            if level:
                numbered.get_or_add_ilvl().val = level
            numbered.get_or_add_numId().val = number

    def _abstract(self, kind: str, levels: list[str]) -> int:
        """Return the id of a definition, made where the document has none of Tilik's."""
        used = [0]
        for found in self._root.findall(qn("w:abstractNum")):
            used.append(int(found.get(qn("w:abstractNumId"))))
            mark = found.find(qn("w:nsid"))
            if mark is not None and mark.get(qn("w:val")) == MARKS[kind]:
                return used[-1]
        number = max(used) + 1
        made = parse_xml(
            f'<w:abstractNum {NAMESPACE} w:abstractNumId="{number}"><w:nsid w:val="{MARKS[kind]}"/>'
            f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
        )
        first = self._root.find(qn("w:num"))
        if first is None:
            self._root.append(made)
        else:
            first.addprevious(made)
        return number

    def _new(self, abstract: int, *, restart: bool = False) -> int:
        number, self._next = self._next, self._next + 1
        again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        made = parse_xml(
            f'<w:num {NAMESPACE} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
            f"{again if restart else ''}</w:num>"
        )
        nums = self._root.findall(qn("w:num"))
        if nums:
            nums[-1].addnext(made)
        else:
            self._root.append(made)
        return number


def drop_lists(numbering: Any, kept: str) -> None:
    """Drop the lists that Tilik numbered before, but for those that the XML `kept` uses."""
    used = set(re.findall(r'<w:numId w:val="(\d+)"', kept))
    own = set()
    for found in numbering.findall(qn("w:abstractNum")):
        mark = found.find(qn("w:nsid"))
        if mark is not None and mark.get(qn("w:val")) in (MARKS["bullets"], MARKS["list"]):
            own.add(found.get(qn("w:abstractNumId")))
    for num in numbering.findall(qn("w:num")):
        abstract = num.find(qn("w:abstractNumId")).get(qn("w:val"))
        if abstract in own and num.get(qn("w:numId")) not in used:
            numbering.remove(num)


def _heading_levels(look: Look, language: str, ids: list[str]) -> list[str]:
    if look.shape == CHAPTER:
        words = say("chapter.chapter_number", language, number="%1")
        first = _level(0, "upperRoman", words, CHAPTER_NUMBER, 0, 0, ids[0], suffix="space")
    else:
        first = _level(0, "decimal", "%1", 1, 0, 432, ids[0])
    # The chapter's number stands as it is: not every program turns a Roman one into 4.1 by itself.
    top = str(CHAPTER_NUMBER) if look.shape == CHAPTER else "%1"
    rest = []
    for level, style in enumerate(ids[1:], 1):
        words = ".".join((top, *(f"%{n + 1}" for n in range(1, level + 1))))
        rest.append(_level(level, "decimal", words, 1, 0, 576 + 144 * level, style))
    return [first, *rest]


def _level(
    level: int,
    form: str,
    words: str,
    start: int,
    left: int,
    hanging: int,
    style: str = "",
    suffix: str = "tab",
) -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    indent = f'<w:ind w:left="{left + hanging}" w:hanging="{hanging}"/>'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f"{named}"
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{indent}</w:pPr></w:lvl>"
    )


def _list_levels() -> list[str]:
    forms = ("decimal", "lowerLetter", "lowerRoman")
    return [_level(n, form, f"%{n + 1}.", 1, 284 * n, 340) for n, form in enumerate(forms)]


def _bullet_levels() -> list[str]:
    return [_level(n, "bullet", sign, 1, 284 * n, 340) for n, sign in enumerate("•–·")]


def _is_numbered(style: Any) -> bool:
    properties = style.element.pPr
    return properties is not None and properties.find(qn("w:numPr")) is not None


def _unnumbered(document: Any, styles: tuple[str, ...]) -> None:
    for name in styles:
        properties = document.styles[name].element.get_or_add_pPr()
        properties.get_or_add_numPr().get_or_add_numId().val = 0


def _part(document: Any) -> Any:
    part = document.part
    for relationship in part.rels.values():
        if relationship.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relationship.target_part
    from docx.parts.numbering import NumberingPart

    root: Any = OxmlElement("w:numbering")
    made = NumberingPart(
        PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, root, part.package
    )
    part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    return made
