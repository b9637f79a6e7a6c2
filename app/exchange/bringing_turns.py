"""Who speaks in the texts of a project: other programs keep a transcript without its turns."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from app.collect.guessing import Known, Speaker, tie_speakers
from app.collect.roles_of_labels import looks_like_code
from app.collect.turns import Turn as Spoken
from app.collect.turns import find_turns
from app.exchange.bringing import Bringing
from models.collection import Participation, Turn
from models.design import Informant

HEAD = 4_000
"""Characters in which a transcript shows that it has turns: reading all of all texts takes long."""


def looks_spoken(text: str) -> bool:
    """Tell whether a text begins as a transcript: with turns of speakers."""
    return bool(find_turns(text[:HEAD]))


def bring_turns(bringing: Bringing) -> None:
    """Mark the turns in the transcripts that came, where the file itself tells of none.

    As in any import labels are tied to those who take part, and one that is an informant's code
    becomes an informant; of names and of words such as "Narasumber" none is made.
    """
    told = bringing.tables[Turn].sources()
    found = {
        source: turns
        for source, text in bringing.spoken.items()
        if source not in told and (turns := find_turns(text))
    }
    if not found:
        return
    informants = _informants(bringing)
    known = Known(dict(informants.values()))
    ids = {code: number for number, (code, _) in informants.items()}
    taking_part: dict[int, list[str]] = {}
    for row in bringing.tables[Participation].pending:
        if row["informant_id"] is not None:
            code, _ = informants[row["informant_id"]]
            taking_part.setdefault(row["source_id"], []).append(code)
    for source_id, turns in found.items():
        _bring(bringing, source_id, turns, taking_part.get(source_id, ()), known, ids)
    bringing.tally["changed.turns_found"] += len(found)


def _bring(
    bringing: Bringing,
    source_id: int,
    turns: Sequence[Spoken],
    taking_part: Sequence[str],
    known: Known,
    ids: dict[str, int],
) -> None:
    speakers = {speaker.label: speaker for speaker in tie_speakers(turns, taking_part, known)}
    for code in _codes(speakers.values()):
        if code not in ids and looks_like_code(code):
            ids[code] = _add_informant(bringing, code, len(ids))
    for turn in turns:
        speaker = speakers[turn.speaker]
        bringing.tables[Turn].add(
            source_id=source_id,
            start=turn.start,
            end=turn.end,
            speaker=turn.speaker,
            informant_id=ids.get(speaker.informant),
            is_researcher=speaker.is_researcher,
        )
    there = set(taking_part)
    for code in _codes(speakers.values()):
        if code in ids and code not in there:
            bringing.tables[Participation].add(
                source_id=source_id, informant_id=ids[code], role_id=None, category_id=None
            )


def _codes(speakers: Iterable[Speaker]) -> list[str]:
    return list(dict.fromkeys(speaker.informant for speaker in speakers if speaker.informant))


def _add_informant(bringing: Bringing, code: str, position: int) -> int:
    bringing.tally["changed.informants_found"] += 1
    return bringing.tables[Informant].add(code=code, attributes={}, note="", position=position)


def _informants(bringing: Bringing) -> dict[int, tuple[str, str]]:
    """Return code and pseudonym of all informants, those that came among them, by id."""
    query = select(Informant.id, Informant.code, Informant.pseudonym)
    found = {row.id: (row.code, row.pseudonym) for row in bringing.session.execute(query)}
    for row in bringing.tables[Informant].pending:
        found[row["id"]] = (row["code"], "")
    return found
