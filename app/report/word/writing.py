"""Writing the blocks of a report to a Word file."""

import json
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from app.errors import UserError
from app.faults import one_line
from app.report.document import ReportDocument
from app.report.look import CHAPTER
from app.report.word.body import Body
from app.report.word.kept import Kept, Part, parts_of
from app.report.word.notes import HEAD, NAMESPACES, Footnotes, Remarks
from app.report.word.numbering import Numbering, drop_lists
from app.report.word.pages import Pages, own_page
from app.report.word.parts import MARK
from app.report.word.pictures import Pictures
from app.report.word.styles import dress
from app.report.word.tables import twips
from app.report.word.xml import field, paragraph

HERE = "tilik-body-stands-here"
MARGINS = {"report": (2.5, 2.5, 2.5, 3.0), CHAPTER: (4.0, 3.0, 3.0, 4.0)}
"""Centimetres above, right, below, left; those of a thesis leave room for its binding."""


def write_word(
    document: ReportDocument,
    path: Path,
    kept: Kept | None = None,
    goes_on: Callable[[], None] = lambda: None,
) -> dict[str, Part]:
    """Write a report to `path` and return its parts by their tags.

    `kept` is what the researcher wrote in the file before.

    `goes_on` is called often; what it raises stops the writing. Raises UserError where the template
    is no Word file.
    """
    kept = kept or Kept()
    word, sect_pr, own = _base(document, kept)
    style_ids = dress(word, document.language, own_template=own, width=_width(sect_pr))
    numbering = Numbering(word, document.look, document.language, style_ids)
    page = own_page(sect_pr, _feet(word, sect_pr, style_ids))
    body = Body(
        document,
        style_ids,
        numbering,
        Pages(page),
        Footnotes(style_ids, kept.footnotes, kept.next_footnote),
        Remarks(style_ids, kept.comments, kept.next_comment),
        Pictures(word),
    )
    pieces = kept.woven(body.write(goes_on), body.parts)
    last = body.pages.end()
    drop_lists(word.part.numbering_part.element, "".join(kept.own_xml()) + "".join(_nums(pieces)))
    _add_part(word, "footnotes", body.footnotes.xml(), RELATIONSHIP_TYPE.FOOTNOTES)
    _add_part(word, "comments", body.remarks.xml(), RELATIONSHIP_TYPE.COMMENTS)
    word.core_properties.title = document.title
    word.core_properties.language = document.language
    parts = parts_of(pieces)
    _note_parts(word, parts)
    goes_on()
    _save(word, [*pieces, last], path)
    return parts


def _nums(pieces: list[str]) -> list[str]:
    return [found for piece in pieces for found in re.findall(r'<w:numId w:val="\d+"/>', piece)]


def _base(document: ReportDocument, kept: Kept) -> tuple[Any, str, bool]:
    """Return an empty document to write into, its sectPr, and whether its styles are to stay."""
    look = document.look
    if kept.package is not None:
        word: Any = Document(BytesIO(kept.package))
        _drop_pictures(word, "".join(kept.own_xml()))
    elif look.template is not None:
        word = _template(look.template)
    else:
        word = Document()
    own = kept.package is not None or look.template is not None
    body = word.element.body
    from lxml import etree

    properties = body.find("{*}sectPr")
    sect_pr = etree.tostring(properties).decode() if own and properties is not None else ""
    for child in list(body):
        body.remove(child)
    mark = word.add_paragraph(HERE)
    body.append(mark._p)
    return word, sect_pr or _sect_pr(MARGINS[look.shape]), own


def _template(path: Path) -> Any:
    try:
        return Document(str(path))
    except Exception as error:  # python-docx says in many ways that a file is no Word file
        raise UserError("chapter.bad_template", name=one_line(path.name)) from error


def _sect_pr(margins: tuple[float, float, float, float]) -> str:
    sides = zip(("top", "right", "bottom", "left"), margins, strict=True)
    spoken = " ".join(f'w:{side}="{twips(size)}"' for side, size in sides)
    return f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar {spoken}/></w:sectPr>'


def _width(sect_pr: str) -> float:
    return Pages(own_page(sect_pr, "")).width()


def _feet(word: Any, sect_pr: str, style_ids: dict[str, str]) -> str:
    """Return the references to header and footer; a footer with the page's number is made."""
    own = re.findall(r"<w:(?:header|footer)Reference\b[^>]*/>", sect_pr)
    if any("footerReference" in each for each in own):
        return "".join(own)
    number = paragraph(field("PAGE", "1"), style_ids["Footer"], '<w:jc w:val="center"/>')
    blob = f"{HEAD}<w:ftr {NAMESPACES}>{number}</w:ftr>".encode()
    part = PackagePart(
        PackURI("/word/footer71.xml"), CONTENT_TYPE.WML_FOOTER, blob, word.part.package
    )
    related = word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTER)
    return "".join(own) + f'<w:footerReference w:type="default" r:id="{related}"/>'


def _drop_pictures(word: Any, own: str) -> None:
    """Drop the pictures of the file before, but for those in the researcher's own words."""
    rels = word.part.rels
    for key in [key for key, found in rels.items() if found.reltype == RELATIONSHIP_TYPE.IMAGE]:
        if f'"{key}"' not in own:
            rels.pop(key)


def _note_parts(word: Any, parts: dict[str, Part]) -> None:
    """Note what was written, so that the next writing knows what was changed by hand."""
    settings = word.settings.element
    for old in settings.findall(qn("w:docVars")):
        settings.remove(old)
    if not parts:
        return
    variables, variable = OxmlElement("w:docVars"), OxmlElement("w:docVar")
    variable.set(qn("w:name"), MARK)
    marks = {tag: part.mark for tag, part in parts.items()}
    variable.set(qn("w:val"), json.dumps(marks, separators=(",", ":")))
    variables.append(variable)
    for name in ("w:compat", "w:endnotePr", "w:footnotePr", "w:hdrShapeDefaults"):
        before = settings.find(qn(name))
        if before is not None:
            before.addnext(variables)
            return
    after = settings.find(qn("w:rsids"))
    if after is not None:
        after.addprevious(variables)
    else:
        settings.append(variables)


def _add_part(word: Any, kind: str, blob: bytes, relation: str) -> None:
    """Put a part of the package in place of what it held; nothing for no bytes."""
    rels = word.part.rels
    old = relation.rpartition("/")[2]  # comments have further parts beside them
    for key in [key for key, found in rels.items() if f"/{old}" in found.reltype]:
        rels.pop(key)
    if not blob:
        return
    types = {"footnotes": CONTENT_TYPE.WML_FOOTNOTES, "comments": CONTENT_TYPE.WML_COMMENTS}
    part = PackagePart(PackURI(f"/word/{kind}.xml"), types[kind], blob, word.part.package)
    word.part.relate_to(part, relation)


def _save(word: Any, pieces: list[str], path: Path) -> None:
    """Write the package, its body as the pieces say; nothing of it is held twice."""
    made = BytesIO()
    word.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            if item.filename != "word/document.xml":
                new.writestr(item, old.read(item), zipfile.ZIP_DEFLATED)
                continue
            frame = old.read(item).decode("utf-8")
            head, tail = re.split(rf"<w:p>(?:(?!</w:p>).)*{HERE}.*?</w:p>", frame, maxsplit=1)
            with new.open("word/document.xml", "w") as body:
                body.write(head.encode())
                for piece in pieces:
                    body.write(piece.encode())
                body.write(tail.encode())
