"""Tables whose rows are short sources: which column is what, and the sources they become."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from app.collect.dates import read_date
from app.collect.label_words import words
from app.collect.labels import plain_label
from app.collect.planned import ROWS, Columns, PlannedSource
from app.collect.reading.source import Row, Sheet
from app.collect.references import References

_INFORMANT = words(
    "informant informan id case kasus kode code responden respondent participant partisipan "
    "interviewee narasumber pseudonym pseudonim nama name subjek subject"
)
_SITE = words("site situs lokasi location sekolah school tempat")
_DATE = words("date tanggal tgl timestamp waktu day hari")
_TITLE = words("title judul")
_NUMBER = words("no no. nomor number # row baris")
_PARTS = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![a-z])")
LONG_ANSWER = 25
"""A column whose filled cells are longer than this on average holds answers in words."""
MOST_VALUES = 0.5
"""... unless its cells are the same few over and over: then it is an attribute."""


def guess_columns(sheet: Sheet, informants: Collection[str] = ()) -> Columns:
    """Guess which column of a sheet is what, by its heading and its cells.

    `informants` are the codes and pseudonyms that the study knows: the column that holds most of
    them is the informants'.
    """
    taken: set[int] = set()

    def named(names: Collection[str], *, telling_apart: bool = False) -> int | None:
        for is_named in (_is, _has):
            for number, heading in enumerate(sheet.header):
                fits = is_named is _is or not telling_apart or _tells_apart(sheet, number)
                if number not in taken and is_named(heading, names) and fits:
                    taken.add(number)
                    return number
        return None

    informant = _holding(sheet, informants)
    taken |= {informant} if informant is not None else set()
    if informant is None:
        informant = named(_INFORMANT, telling_apart=True)
    site, date, title, _ = named(_SITE), named(_DATE), named(_TITLE), named(_NUMBER)
    rest = [number for number in range(len(sheet.header)) if number not in taken]
    texts = tuple(number for number in rest if _holds_answers(sheet, number))
    attributes = tuple(n for n in rest if n not in texts and sheet.header[n])
    return Columns(texts, informant, site, date, title, attributes)


def expand(planned: PlannedSource) -> list[PlannedSource]:
    """Return the sources that the rows of a table become, by its columns; else itself alone.

    A row without text has a line only where it says something of an informant; its text is empty
    then, and no source is made of it.
    """
    sheet, columns = planned.sheet, planned.columns
    if planned.kind != ROWS or sheet is None or columns is None or planned.row is not None:
        return [planned]
    references = References((), "en")
    found = (_of_row(planned, sheet, columns, row) for row in sheet.rows)
    return [
        replace(source, reference=references.take(source.reference))
        for source in found
        if source.text or (source.informants and source.attributes)
    ]


def with_columns(planned: PlannedSource, columns: Columns) -> PlannedSource:
    """Return `planned`, a table, with its columns taken for something else."""
    return replace(planned, columns=columns)


def _of_row(planned: PlannedSource, sheet: Sheet, columns: Columns, row: Row) -> PlannedSource:
    code = _cell(row, columns.informant)
    told = _cell(row, columns.date)
    attributes = {
        sheet.header[n]: row.cells[n].strip() for n in columns.attributes if row.cells[n].strip()
    }
    day = read_date(told) if told else None
    if told and day is None and columns.date is not None:
        attributes[sheet.header[columns.date]] = told
    letter = planned.reference.partition("/")[0].partition("-")[0]
    return replace(
        planned,
        title=_cell(row, columns.title) or f"{planned.title} – {code or row.number}",
        reference=f"{letter}/{code}" if code else f"{planned.reference}.{row.number}",
        informants=(code,) if code else planned.informants,
        site=_cell(row, columns.site) or planned.site,
        date=day or planned.date,
        text=_text(sheet, columns.texts, row),
        attributes=attributes,
        row=row.number,
    )


def _text(sheet: Sheet, texts: Sequence[int], row: Row) -> str:
    """Return a row's answer; of several answers, each under the question that heads its column."""
    answered = [number for number in texts if row.cells[number].strip()]
    if len(texts) == 1:
        return row.cells[answered[0]] if answered else ""
    return "\n".join(f"{sheet.header[number]}\n{row.cells[number]}" for number in answered)


def _cell(row: Row, column: int | None) -> str:
    return " ".join(row.cells[column].split()) if column is not None else ""


def _is(heading: str, names: Collection[str]) -> bool:
    plain = heading.casefold().strip()
    return plain in names or plain.split(" ")[0].strip(".:") in names


def _has(heading: str, names: Collection[str]) -> bool:
    """Tell whether a word of a heading such as "InterviewDate" or "kode_informan" is a name."""
    parts = _PARTS.findall(heading)
    return any(part.casefold() in names for part in parts)


def _filled(sheet: Sheet, column: int) -> list[str]:
    cells = (" ".join(row.cells[column].split()) for row in sheet.rows)
    return [cell for cell in cells if cell]


def _tells_apart(sheet: Sheet, column: int) -> bool:
    filled = _filled(sheet, column)
    return bool(filled) and len(set(filled)) > MOST_VALUES * len(filled)


def _holding(sheet: Sheet, informants: Collection[str]) -> int | None:
    """Return the column whose cells are, for the most part, informants that the study knows."""
    known = {plain_label(name) for name in informants}
    shares = {}
    for column in range(len(sheet.header)):
        filled = _filled(sheet, column)
        if filled and known:
            shares[column] = sum(plain_label(c) in known for c in filled) / len(filled)
    best = max(shares, key=lambda column: shares[column], default=None)
    return best if best is not None and shares[best] >= MOST_VALUES else None


def _holds_answers(sheet: Sheet, column: int) -> bool:
    filled = _filled(sheet, column)
    if not filled or sum(map(len, filled)) / len(filled) <= LONG_ANSWER:
        return False
    return len(filled) < 4 or len(set(filled)) > MOST_VALUES * len(filled)
