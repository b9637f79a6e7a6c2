"""Coding many found places at once: one step of undo, a few statements."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.orm import Session

from app.collect.speakers import Speakers
from app.errors import UserError
from app.reduce.code_paths import code_by_path, split_path
from app.reduce.codes import names_of
from app.reduce.finding.limits import Place
from app.reduce.finding.units import Unit, check_unit, widening
from app.reduce.finding.voices import read_voices
from app.study import Study
from models.base import new_guid, now
from models.collection import Source
from models.reduction import DIRECTIONS, Code, Coding, Excerpt


@dataclass(frozen=True, slots=True)
class Autocoded:
    """What coding found places made: how many were coded now, and how many were so before.

    Places whose unit is the same (two words of one sentence) count once.
    """

    code_id: int
    coded: int
    had: int


def code_places(
    study: Study,
    places: Collection[Place],
    code: int | str,
    unit: Unit = "word",
    words: str = "",
) -> Autocoded:
    """Tag places, or the sentence or turn around each, with a code: an id, or a path to be made.

    As the study's coder; codings that are there stay as they are. `words` is what was searched
    for, for the history. Raises UserError where no place is left or the code is gone.
    """
    check_unit(unit)
    with study.read() as connection:
        name = names_of(connection, [code]) if isinstance(code, int) else split_path(code)[-1]
        spans = _widened(study, connection, places, unit)
    if not spans:
        raise UserError("searching.no_hits")
    values = {"code": name, "count": len(spans), "words": words}
    with study.change("searching.history.autocoded", **values) as session:
        code_id = code_by_path(session, code) if isinstance(code, str) else code
        if session.get(Code, code_id) is None:
            raise UserError("reduce.no_such_code")
        excerpts = _excerpts(session, spans)
        coded = _codings(session, excerpts, code_id, study.coder_id)
    return Autocoded(code_id, coded, len(spans) - coded)


def _widened(
    study: Study, connection: Connection, places: Collection[Place], unit: Unit
) -> list[Place]:
    """Return the units around `places`, each once and in order; a source that is gone has none."""
    there = set(connection.scalars(select(Source.id)))
    known = sorted(place for place in places if place[0] in there)
    voices = {} if unit == "word" else read_voices(connection, {place[0] for place in known})
    spans: dict[Place, None] = {}
    for source, few in groupby(known, key=lambda place: place[0]):
        text = study.texts.of(source)
        turns = voices[source].turns if source in voices else ()
        widen = widening(unit, text, turns, study.language)
        for _, start, end in few:
            if 0 <= start < end <= len(text):
                spans[(source, *widen(start, end))] = None
    return list(spans)


def _excerpts(session: Session, spans: Sequence[Place]) -> list[int]:
    """Return the excerpts at `spans`, sorted by source, making those that are not there."""
    session.flush()
    connection = session.connection()
    next_id = (connection.scalar(select(func.max(Excerpt.id))) or 0) + 1
    found: list[int] = []
    new: list[dict[str, object]] = []
    for source, few in groupby(spans, key=lambda place: place[0]):
        there = _there(connection, source)
        speakers = Speakers(session, source)
        for _, start, end in few:
            excerpt = there.get((start, end))
            if excerpt is None:
                excerpt = next_id + len(new)
                new.append(
                    {
                        "id": excerpt,
                        "guid": new_guid(),
                        "source_id": source,
                        "start": start,
                        "end": end,
                        "speaker_id": speakers.of(start, end),
                        "summary": "",
                        "set_aside": False,
                    }
                )
            found.append(excerpt)
    if new:
        connection.execute(insert(Excerpt), new)
    return found


def _there(connection: Connection, source: int) -> dict[tuple[int, int], int]:
    query = select(Excerpt.start, Excerpt.end, Excerpt.id).where(Excerpt.source_id == source)
    return {(row.start, row.end): row.id for row in connection.execute(query)}


def _codings(session: Session, excerpts: Sequence[int], code_id: int, coder_id: int) -> int:
    """Add the codings that are not there and return how many they were."""
    connection = session.connection()
    there = set(_coded(connection, code_id, coder_id))
    moment = now()
    rows = [
        {
            "guid": new_guid(),
            "excerpt_id": excerpt,
            "code_id": code_id,
            "coder_id": coder_id,
            "direction": DIRECTIONS[0],
            "weight": 1,
            "memo": "",
            "made_at": moment,
        }
        for excerpt in excerpts
        if excerpt not in there
    ]
    if rows:
        connection.execute(insert(Coding), rows)
    return len(rows)


def _coded(connection: Connection, code_id: int, coder_id: int) -> Iterable[int]:
    return connection.scalars(
        select(Coding.excerpt_id).where(Coding.code_id == code_id, Coding.coder_id == coder_id)
    )
