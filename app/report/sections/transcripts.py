"""Appendix: every source with its codings, in columns or as running text with comments."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from app.language.words import say
from app.report.blocks import Remark, Transcript
from app.report.document import ReportDocument
from app.report.places import place_of
from app.report.recipe import COMMENTS, ReportRecipe
from app.study import Study
from app.verify.claims import Claim, read_codes
from app.verify.wording import word
from models.collection import Source, Turn
from models.design import METHODS, Coder, Informant
from models.reduction import Coding, Excerpt


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a transcript: [start, end) of the text after the speaker's label."""

    number: int
    speaker: str
    start: int
    end: int


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write each source under a heading; nothing where there are no sources."""
    with study.read() as connection:
        sources = _sources(connection)
        codes = {claim.id: claim for claim in read_codes(connection).claims}
        turns = _grouped(connection, _turns())
        codings = _grouped(connection, _codings())
    if not sources:
        return
    wide = recipe.transcripts != COMMENTS
    document.heading(document.say_chapter("transcripts.title"), 1, new_page=True, wide=wide)
    document.text(document.say_chapter(f"transcripts.{recipe.transcripts}_text"))
    for source in sources:
        document.heading(
            f"{source.reference} {source.title}", 2, wide=wide, key=f"source-{source.id}"
        )
        text = study.texts.of(source.id)
        lines = list(lines_of(text, turns.get(source.id, [])))
        if wide:
            _table(document, source, text, lines, codings.get(source.id, []), codes)
        else:
            _running(document, source, text, lines, codings.get(source.id, []), codes)


def lines_of(text: str, turns: Sequence[Any]) -> Iterator[Line]:
    """Yield the lines of a text that hold words; a label before a turn's words is left out."""
    start, at = 0, 0
    for number, line in enumerate(text.split("\n"), 1):
        end = start + len(line)
        while at < len(turns) and turns[at].end <= start:
            at += 1
        speaker, begin = "", start
        if at < len(turns) and turns[at].start <= start < turns[at].end:
            speaker = turns[at].speaker
            label = f"{speaker}:"
            if line.startswith(label):
                begin += len(label) + len(line[len(label) :]) - len(line[len(label) :].lstrip())
            elif turns[at].start != start:
                speaker = ""
        if line.strip():
            yield Line(number, speaker, begin, end)
        start = end + 1


def _table(
    document: ReportDocument,
    source: Any,
    text: str,
    lines: Sequence[Line],
    codings: Sequence[Any],
    codes: dict[int, Claim],
) -> None:
    on_line = _on_lines(lines, codings)
    rows, places = [], []
    for number, line in enumerate(lines, 1):
        spoken = list(dict.fromkeys(coding.code_id for coding in on_line[number - 1]))
        names = [codes[code].name for code in spoken]
        above = [codes[code].path.rpartition(" > ")[0] for code in spoken]
        rows.append(
            [
                str(number),
                line.speaker,
                text[line.start : line.end],
                "\n".join(names),
                "\n".join(dict.fromkeys(filter(None, above))),
            ]
        )
        places.append(place_of(source.id, line.number))
    heads = ("speaker", "transcript", "code", "category")
    document.table(
        document.say_chapter("transcripts.caption", reference=source.reference),
        [document.say("number"), *(document.say_chapter(f"transcripts.{head}") for head in heads)],
        rows,
        [1.1, 2, 13, 4.2, 3.9],
        source=document.say_chapter("transcripts.source", source=_about(source, document)),
        wide=True,
        name=f"transcript-{source.id}",
        places=places,
    )


def _running(
    document: ReportDocument,
    source: Any,
    text: str,
    lines: Sequence[Line],
    codings: Sequence[Any],
    codes: dict[int, Claim],
) -> None:
    document.source_line(_about(source, document))
    shown = [(line.speaker, document.names.apply(text[line.start : line.end])) for line in lines]
    if document.names.pairs:  # the words stand elsewhere now: a comment goes on the whole line
        remarks = list(_on_whole_lines(lines, shown, codings, codes, document))
    else:
        remarks = list(_remarks(lines, codings, codes, document))
    places = tuple(place_of(source.id, line.number) for line in lines)
    document.transcript(Transcript(tuple(shown), places, tuple(remarks)))


def _remarks(
    lines: Sequence[Line], codings: Sequence[Any], codes: dict[int, Claim], document: ReportDocument
) -> Iterator[Remark]:
    """Yield a remark for each coding, at its place among the shown lines."""
    starts, begins = (
        [line.start for line in lines],
        _begins(line.end - line.start for line in lines),
    )
    for coding in codings:
        start, end = _place(starts, begins, lines, coding.start), 0
        end = _place(starts, begins, lines, coding.end, ending=True)
        yield _remark(start, max(start, end), coding, codes, document)


def _on_whole_lines(
    lines: Sequence[Line],
    shown: Sequence[tuple[str, str]],
    codings: Sequence[Any],
    codes: dict[int, Claim],
    document: ReportDocument,
) -> Iterator[Remark]:
    begins = _begins(len(words) for _, words in shown)
    for number, found in enumerate(_on_lines(lines, codings)):
        for coding in found:
            if coding.start >= lines[number].start or number == 0:
                end = begins[number] + len(shown[number][1])
                yield _remark(begins[number], end, coding, codes, document)


def _begins(lengths: Any) -> list[int]:
    found, at = [], 0
    for length in lengths:
        found.append(at)
        at += length + 1
    return found


def _place(
    starts: Sequence[int],
    begins: Sequence[int],
    lines: Sequence[Line],
    position: int,
    *,
    ending: bool = False,
) -> int:
    """Return where a position of the text stands among the shown lines, in code points."""
    number = max(0, bisect_left(starts, position + (0 if ending else 1)) - 1)
    line = lines[number]
    return begins[number] + min(max(0, position - line.start), line.end - line.start)


def _remark(
    start: int, end: int, coding: Any, codes: dict[int, Claim], document: ReportDocument
) -> Remark:
    way = word("stance", coding.direction, document.language)
    words = [codes[coding.code_id].path, f"{way} · {coding.coder}"]
    if coding.memo.strip():
        words.append(document.names.apply(coding.memo.strip()))
    day = f"{coding.made_at:%Y-%m-%dT%H:%M:%SZ}" if coding.made_at else ""
    return Remark(start, end, coding.coder, day, "\n".join(words))


def _on_lines(lines: Sequence[Line], codings: Sequence[Any]) -> list[list[Any]]:
    """Return the codings that touch each line."""
    found: list[list[Any]] = [[] for _ in lines]
    ends = [line.end for line in lines]
    for coding in codings:
        number = bisect_left(ends, coding.start + 1)
        while number < len(lines) and lines[number].start < coding.end:
            found[number].append(coding)
            number += 1
    return found


def _about(source: Any, document: ReportDocument) -> str:
    method = say(f"study.methods.{source.method}", document.language)
    day = f"{source.date:%d/%m/%Y}" if source.date else ""
    return ", ".join(part for part in (method, source.title, day) if part)


def _sources(connection: Connection) -> list[Any]:
    order = {method: n for n, method in enumerate(METHODS)}
    rows = connection.execute(
        select(Source.id, Source.reference, Source.title, Source.method, Source.date)
    ).all()
    return sorted(rows, key=lambda row: (order[row.method], row.reference))


def _turns() -> Any:
    return (
        select(Turn.source_id, Turn.start, Turn.end, Turn.speaker, Informant.code)
        .outerjoin(Informant, Informant.id == Turn.informant_id)
        .order_by(Turn.source_id, Turn.start)
    )


def _codings() -> Any:
    return (
        select(
            Excerpt.source_id,
            Excerpt.start,
            Excerpt.end,
            Coding.code_id,
            Coding.direction,
            Coding.memo,
            Coding.made_at,
            Coder.name.label("coder"),
        )
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .join(Coder, Coder.id == Coding.coder_id)
        .order_by(Excerpt.source_id, Excerpt.start, Excerpt.end, Coding.id)
    )


def _grouped(connection: Connection, query: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.source_id].append(row)
    return found
