"""The sources of the sample: their texts, who speaks in them and in which capacity, their turns."""

import hashlib

from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.collect.turns import Turn, find_turns
from app.sample.reading import SampleSource
from app.sample.written import Written
from models.collection import Original, Participation, Source, SourceText
from models.collection import Turn as TurnRow
from models.fulltext import index_text


def write_sources(written: Written) -> None:
    """Write all transcripts in one step, each with its plain text as the original file."""
    sources = written.sample.sources
    label = {"count": len(sources), "name": sources[0].file_name}
    with written.study.change("collect.history.imported", **label) as session:
        for source in sources:
            source_id = _write(session, written, source)
            written.sources[source.reference] = source_id
            for mark in source.marks:
                if mark.label:
                    written.labels[mark.label] = (source_id, mark.start, mark.end)


def _write(session: Session, written: Written, source: SampleSource) -> int:
    data = source.text.encode()
    row = Source(
        title=source.title,
        reference=source.reference,
        method=source.method,
        date=source.date,
        place=source.place,
        site_id=written.sites.get(source.site),
        file_name=source.file_name,
        sha256=hashlib.sha256(data).hexdigest(),
        length=len(source.text),
        note=written.sample.note,
    )
    session.add(row)
    session.flush()
    session.execute(insert(SourceText).values(source_id=row.id, text=source.text))
    session.execute(insert(Original).values(source_id=row.id, name=source.file_name, data=data))
    session.add_all(
        Participation(
            source_id=row.id,
            informant_id=written.informants.get(who.code),
            role_id=written.roles.get(who.role),
            category_id=written.categories[who.category],
        )
        for who in source.participants
    )
    session.add_all(_turn(written, row.id, turn) for turn in _turns(source))
    index_text(session.connection(), row.id, source.text)
    return row.id


def _turns(source: SampleSource) -> tuple[Turn, ...]:
    """Only an interview has turns: a field note that begins with a word and a colon has none."""
    if source.method != "interview":
        return ()
    return find_turns(source.text, [who.code for who in source.participants])


def _turn(written: Written, source_id: int, turn: Turn) -> TurnRow:
    return TurnRow(
        source_id=source_id,
        start=turn.start,
        end=turn.end,
        speaker=turn.speaker,
        informant_id=written.informants.get(turn.speaker),
        is_researcher=turn.is_researcher,
    )
