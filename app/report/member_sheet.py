"""The sheet of a member check: claims for an informant to confirm, written to Word and read back.

Each claim has three boxes to tick and room to write, as content controls: whoever fills the sheet
on a screen can send it back, and whoever prints it finds the same boxes on paper.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.collect.reading.archive import Archive, parse_xml
from app.display.files import in_place
from app.errors import UserError
from app.faults import in_plain_words, one_line
from app.language.words import say
from app.reduce.names.replacing import Names
from app.reduce.names.table import names_shown
from app.study import Study
from app.verify.members import ANSWERS, claims_of, lay_before, member_checks, quotations
from models.design import Informant
from models.verification import MemberCheck

if TYPE_CHECKING:
    from docx.document import Document

TAG = "tilik-member"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
EMPTY_BOX, TICKED_BOX = "☐", "☒"
WORDS = "words"


@dataclass(frozen=True, slots=True)
class Read:
    """What came back on a sheet: how many claims were answered, of how many on it."""

    answered: int
    claims: int


def informant_called(study: Study, code: str) -> int:
    """Return the informant with a code. Raises UserError, naming those there are, where none is."""
    with study.read() as connection:
        rows = connection.execute(select(Informant.code, Informant.id).order_by(Informant.code))
        known: dict[str, int] = {row.code: row.id for row in rows}
    if code not in known:
        names = ", ".join(known) or "–"
        raise UserError("members.error.unknown_informant", code=code, known=names)
    return known[code]


def write_sheet(
    study: Study, informant_id: int, path: Path, language: str | None = None, on: date | None = None
) -> int:
    """Write the sheet of an informant to .docx and return how many claims it has.

    What rests on their words is laid before them where it was not yet. Raises UserError for another
    ending or where there is no claim, EnvironmentProblem where the file cannot be written.
    """
    if path.suffix.lower() != ".docx":
        raise UserError("gaps.only_docx", name=one_line(path.name))
    language = language or study.language
    if not study.read_only:
        lay_before(study, informant_id, claims_of(study, informant_id), on)
    rows = [row for row in member_checks(study, informant_id) if not row.answer]
    if not rows:
        raise UserError("members.error.no_claim")
    guids = _guids(study)
    names = names_shown(study)
    from docx import Document as new_document

    document = new_document()
    _make_a4(document)
    document.core_properties.title = say("members.sheet.title", language)
    document.add_heading(say("members.sheet.title", language), 1)
    document.add_paragraph(say("members.sheet.hello", language, code=rows[0].informant))
    for number, row in enumerate(rows, 1):
        document.add_heading(say("members.sheet.claim", language, number=number), 2)
        document.add_paragraph().add_run(names.apply(row.claim)).bold = True
        _quote(study, document, row.finding_id, informant_id, names, language)
        for answer in ANSWERS[1:]:
            words = say(f"members.sheet.{answer}", language)
            _add_box(document, f"{TAG}:{guids[row.id]}:{answer}", words)
        document.add_paragraph(say("members.sheet.room", language))
        _add_room(document, f"{TAG}:{guids[row.id]}:{WORDS}")
    document.add_paragraph()
    document.add_paragraph(say("members.sheet.signed", language))
    with in_place(path) as part:
        document.save(str(part))
    return len(rows)


def read_sheet(study: Study, path: Path, on: date | None = None) -> Read:
    """Take the answers of a filled sheet into the study, in one step.

    A claim with no box ticked keeps the answer that it had; words alone are a correction. Raises
    UserError where the file is no such sheet, or is one of another study.
    """
    found = _controls(path)
    if not found:
        raise UserError("members.error.not_a_sheet", file=one_line(path.name))
    ids = {guid: number for number, guid in _guids(study).items()}
    if not ids.keys() & found.keys():
        raise UserError("members.error.other_study", file=one_line(path.name))
    rows = {row.id: row for row in member_checks(study)}
    code = next(rows[ids[guid]].informant for guid in found if guid in ids)
    answered = 0
    with study.change("members.history.read", code=code) as session:
        for guid, said in found.items():
            answer = _answer(said)
            if guid not in ids or not answer:
                continue
            row = session.get_one(MemberCheck, ids[guid])
            row.answer, row.words = answer, said.get(WORDS, "")
            row.answered_on = on or row.answered_on
            answered += 1
    return Read(answered, len(found))


def _answer(said: dict[str, str]) -> str:
    ticked = [answer for answer in ANSWERS[1:] if said.get(answer)]
    if len(ticked) == 1:
        return ticked[0]
    return "corrects" if said.get(WORDS) or ticked else ""


def _guids(study: Study) -> dict[int, str]:
    with study.read() as connection:
        rows = connection.execute(select(MemberCheck.id, MemberCheck.guid))
        return {row.id: str(row.guid) for row in rows}


# --- writing ---------------------------------------------------------------------------------


def _quote(
    study: Study,
    document: "Document",
    finding_id: int,
    informant_id: int,
    names: Names,
    language: str,
) -> None:
    found = quotations(study, finding_id, informant_id)
    document.add_paragraph().add_run(say("members.sheet.own_words", language)).italic = True
    if not found:
        document.add_paragraph(say("members.sheet.none", language))
    for words in found:
        paragraph = document.add_paragraph(f"“{names.apply(words.quote)}”")
        paragraph.paragraph_format.left_indent = _centimetres(1)


def _make_a4(document: "Document") -> None:
    page = document.sections[0]
    page.page_width, page.page_height = _centimetres(21), _centimetres(29.7)
    page.left_margin = page.right_margin = _centimetres(2.5)


def _centimetres(size: float) -> Any:
    from docx.shared import Cm

    return Cm(size)


def _add_box(document: "Document", tag: str, words: str) -> None:
    paragraph = document.add_paragraph()
    box = (
        f'<w:sdt xmlns:w="{W}" xmlns:w14="{W14}"><w:sdtPr><w:tag w:val="{tag}"/>'
        '<w14:checkbox><w14:checked w14:val="0"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{EMPTY_BOX}</w:t></w:r></w:sdtContent></w:sdt>"
    )
    paragraph._p.append(parse_xml("sheet", box.encode()))
    paragraph.add_run(f" {words}")


def _add_room(document: "Document", tag: str) -> None:
    """Add a content control with empty lines to write in, framed so that paper shows it too."""
    lines = "<w:r><w:br/></w:r>" * 4
    border = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="4" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right")
    )
    room = (
        f'<w:sdt xmlns:w="{W}"><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>'
        f"<w:p><w:pPr><w:pBdr>{border}</w:pBdr></w:pPr>{lines}</w:p></w:sdtContent></w:sdt>"
    )
    body = document.element.body
    body.insert(len(body) - 1, parse_xml("sheet", room.encode()))


# --- reading ---------------------------------------------------------------------------------


def _controls(path: Path) -> dict[str, dict[str, str]]:
    """Return what stands in the content controls of a sheet: by guid, then by answer or WORDS."""
    with in_plain_words(path):
        data = path.read_bytes()
    try:
        with Archive(path.name, data) as archive:
            part = archive.read("word/document.xml")
        if not part:
            return {}
        root = parse_xml(path.name, part)
    except UserError as problem:
        raise UserError("members.error.not_a_sheet", file=one_line(path.name)) from problem
    found: dict[str, dict[str, str]] = {}
    for control in root.iter(f"{{{W}}}sdt"):
        tag = control.find(f"{{{W}}}sdtPr/{{{W}}}tag")
        parts = (tag.get(f"{{{W}}}val") or "").split(":") if tag is not None else []
        if len(parts) != 3 or parts[0] != TAG:
            continue
        _, guid, key = parts
        words = _words(control)
        if key != WORDS:
            words = "x" if _is_ticked(control, words) else ""
        found.setdefault(guid, {})[key] = words
    return found


def _is_ticked(control: Any, words: str) -> bool:
    checked = control.find(f".//{{{W14}}}checked")
    state = checked.get(f"{{{W14}}}val") if checked is not None else ""
    return state in ("1", "true") or TICKED_BOX in words or words.strip().lower() == "x"


def _words(control: Any) -> str:
    lines = []
    for paragraph in [*control.iter(f"{{{W}}}p")] or [control]:
        texts = paragraph.iter(f"{{{W}}}t", f"{{{W}}}br")
        lines.append("".join("\n" if t.tag.endswith("}br") else t.text or "" for t in texts))
    return "\n".join(lines).strip()
