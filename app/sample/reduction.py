"""The code tree of the sample, and the codings that are marked in its transcripts."""

from itertools import groupby

from app.reduce.code_editing import add_code
from app.reduce.codes import shortened
from app.reduce.codings import NewCoding, add_codings
from app.sample.reading import Row, SampleSource
from app.sample.written import Written


def write_codes(written: Written) -> None:
    """Write the code tree with its codebook in one step; parents stand before their codes."""
    rows = written.sample.codes
    names = shortened(row["name"] for row in rows)
    with written.study.change("reduce.history.code_added", name=names):
        for row in rows:
            written.codes[row["key"]] = _write(written, row)


def _write(written: Written, row: Row) -> int:
    parent = written.codes[row["parent"]] if "parent" in row else None
    return add_code(
        written.study,
        row["name"],
        parent,
        row["colour"],
        definition=row["definition"],
        when_to_use=row["use"],
        when_not_to_use=row["avoid"],
        typical_example=written.sample.quote(row.get("example", "")),
        counter_example=written.sample.quote(row.get("counter", "")),
        origin=row["origin"],
        cycle=row.get("cycle", "first"),
        question_id=written.questions[row["question"]],
    )


def write_codings(written: Written) -> None:
    """Code each transcript in one step for each coder."""
    first = written.study.coder_id
    for source in written.sample.sources:
        rows = sorted(_codings(written, source), key=lambda row: row.coder_id or 0)
        for coder, own in groupby(rows, key=lambda row: row.coder_id or 0):
            _code(written, source, coder, list(own))
    written.study.code_as(first)


def _codings(written: Written, source: SampleSource) -> list[NewCoding]:
    return [
        NewCoding(
            source_id=written.sources[source.reference],
            start=mark.start,
            end=mark.end,
            code_id=written.codes[tag.code],
            direction=tag.direction,
            coder_id=written.coders[tag.coder],
        )
        for mark in source.marks
        for tag in mark.tags
    ]


def _code(written: Written, source: SampleSource, coder: int, rows: list[NewCoding]) -> None:
    names = {written.codes[row["key"]]: row["name"] for row in written.sample.codes}
    said = {"code": shortened(names[r.code_id] for r in rows), "source": source.reference}
    written.study.code_as(coder)
    with written.study.change("reduce.history.coded", **said) as session:
        add_codings(session, rows, coder)
