"""The sheet of a member check: claims for an informant to confirm, written to Word and read back.

Each claim has three boxes to tick and room to write (app/report/sheet_controls.py): whoever fills
the sheet on a screen can send it back, and whoever prints it finds the same boxes on paper.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.errors import UserError
from app.faults import one_line
from app.in_place import in_place
from app.language.words import say
from app.reduce.names.replacing import Names
from app.reduce.names.table import names_shown
from app.report.sheet_controls import WORDS, add_box, add_room, plain, read_controls
from app.study import Study
from app.verify.members import (
    ANSWERS,
    MemberRow,
    claims_of,
    lay_before,
    member_checks,
    quotations,
)
from models.design import Informant
from models.verification import MemberCheck

if TYPE_CHECKING:
    from docx.document import Document

MARGIN = 2.5
"""Centimetres on each side of the page."""
ROOM_BEFORE = 76_200
"""Six points, in the units of Word."""


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
    laid = member_checks(study, informant_id)
    rows = [row for row in laid if not row.answer]
    if not rows:
        raise UserError(f"members.error.{'all_answered' if laid else 'no_claim'}")
    document = _blank(say("members.sheet.title", language), language)
    document.add_paragraph(say("members.sheet.hello", language, code=rows[0].informant))
    guids, names = _guids(study), names_shown(study)
    for number, row in enumerate(rows, 1):
        document.add_heading(say("members.sheet.claim", language, number=number), 2)
        _write_claim(study, document, row, names, language)
        _write_boxes(document, guids[row.id], language)
    document.add_paragraph()
    document.add_paragraph(say("members.sheet.signed", language))
    with in_place(path) as part:
        document.save(str(part))
    return len(rows)


def read_sheet(study: Study, path: Path, on: date | None = None) -> Read:
    """Take the answers of a filled sheet into the study, in one step.

    A claim with no box ticked keeps the answer that it had; words alone, or more than one box, are
    a correction. `on` is when they answered, today where it is not said. Raises UserError where
    the file is no such sheet, or is one of another study.
    """
    found = read_controls(path)
    if not found:
        raise UserError("members.error.not_a_sheet", file=one_line(path.name))
    ids = {plain(guid): number for number, guid in _guids(study).items()}
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
            answered += 1
            row, words = session.get_one(MemberCheck, ids[guid]), said.get(WORDS, "")
            if (row.answer, row.words) == (answer, words) and on is None:
                continue  # the same sheet once more
            row.answer, row.words, row.answered_on = answer, words, on or date.today()
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


def _blank(title: str, language: str) -> "Document":
    """Return a sheet of A4 in the dress and the language of a report, with its title."""
    from docx import Document as new_document
    from docx.shared import Cm

    from app.report.word.styles import dress

    document = new_document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(MARGIN)
    page.top_margin = page.bottom_margin = Cm(MARGIN)
    dress(document, language, own_template=False, width=21 - 2 * MARGIN)
    document.core_properties.title = title
    document.core_properties.language = language
    document.add_heading(title, 1)
    return document


def _write_claim(
    study: Study, document: "Document", row: MemberRow, names: Names, language: str
) -> None:
    """Write a claim and what the informant said that it rests on."""
    from docx.shared import Cm

    claim = document.add_paragraph()
    claim.add_run(names.apply(row.claim)).bold = True
    lead = document.add_paragraph()
    lead.add_run(say("members.sheet.own_words", language)).italic = True
    found = quotations(study, row.finding_id, row.informant_id)
    if not found:
        document.add_paragraph(say("members.sheet.none", language))
    for words in found:
        paragraph = document.add_paragraph(f"“{names.apply(words.quote)}”")
        paragraph.paragraph_format.left_indent = Cm(1)
    for kept in (claim, lead, document.paragraphs[-1]):
        kept.paragraph_format.keep_with_next = True


def _write_boxes(document: "Document", guid: str, language: str) -> None:
    for answer in ANSWERS[1:]:
        add_box(document, guid, answer, say(f"members.sheet.{answer}", language))
    room = document.add_paragraph(say("members.sheet.room", language))
    room.paragraph_format.keep_with_next = True
    room.paragraph_format.space_before = ROOM_BEFORE
    add_room(document, guid)
