"""Users become coders, variables keep their types, cases become informants."""

import json
from bisect import bisect_left

from sqlalchemy import select

from app.collect.speakers import Speakers, settle_speakers
from app.exchange.bringing import Bringing, told
from app.exchange.growing_tables import unique_name
from app.exchange.incoming import InCase, InUser
from app.language.words import say
from models.carried import Variable
from models.collection import Participation, Source, Turn
from models.design import Coder, Informant
from models.reduction import Excerpt

CODER_COLOUR = "#0f6b6b"
CASE_CODES, CASE_SELECTIONS = "case.codes", "case.selections"
"""The names under which the codes and selections of a case are carried, as JSON lists of guids."""


def bring_users(bringing: Bringing) -> None:
    """Make a coder of each user; one of the study's own who has the name is the same person."""
    table = bringing.tables[Coder]
    rows = bringing.session.execute(select(Coder.id, Coder.name))
    names = {row.name.casefold(): row.id for row in rows}
    free = dict(names)
    counts: dict[str, int] = {}
    for number, user in enumerate(bringing.project.users, 1):
        name = " ".join(user.name.split()) or say(
            "exchange.nameless.user", bringing.study.language, number=number
        )
        if bringing.row("user", user.guid) is not None:
            continue
        known = table.there.get(user.guid) or free.pop(name.casefold(), None)
        if known is not None:
            bringing.became("user", user.guid, "coder", known)
            if bringing.fresh and not table.knows(user.guid):
                _be(bringing, known, user)
            else:
                bringing.there["coders"] += 1
            continue
        fit = unique_name(name, names, counts)
        colour = user.colour or CODER_COLOUR
        names[fit.casefold()] = made = table.add(user.guid, name=fit, colour=colour)
        bringing.became("user", user.guid, "coder", made)
        bringing.came["coders"] += 1
        if fit != name:
            bringing.changed("coder_named", name=name, new=fit)


def coder_of(bringing: Bringing, guid: str) -> int:
    """Return the coder who a coding of the file names.

    Of users that the file does not list each becomes a coder of its own: what two people said must
    not become what one said twice. Who codes now answers for what names nobody.
    """
    known = bringing.row("user", guid)
    if known is not None:
        return known
    if not guid:
        bringing.tally["changed.coder_missing"] += 1
        return bringing.study.coder_id
    table = bringing.tables[Coder]
    made = table.there.get(guid)
    if made is None:
        rows = bringing.session.execute(select(Coder.name)).scalars()
        taken = {name.casefold() for name in (*rows, *(row["name"] for row in table.pending))}
        number = len(bringing.project.users) + len(table.pending) + 1
        name = say("exchange.nameless.user", bringing.study.language, number=number)
        made = table.add(guid, name=unique_name(name, taken), colour=CODER_COLOUR)
        bringing.came["coders"] += 1
        bringing.tally["changed.coder_unlisted"] += 1
    bringing.became("user", guid, "coder", made)
    return made


def _be(bringing: Bringing, coder_id: int, user: InUser) -> None:
    """Let the one coder of a new study be the user of the file."""
    coder = bringing.session.get_one(Coder, coder_id)
    coder.guid, coder.colour = user.guid, user.colour or coder.colour
    bringing.tables[Coder].there[user.guid] = coder_id
    bringing.came["coders"] += 1


def bring_variables(bringing: Bringing) -> None:
    """Keep the type of each variable by its name."""
    table = bringing.tables[Variable]
    names = set(bringing.session.scalars(select(Variable.name)))
    for variable in bringing.project.variables:
        name = " ".join(variable.name.split())
        if table.knows(variable.guid) or not name:
            bringing.there["variables"] += 1
            continue
        if name in names:
            bringing.changed("variable_same_name", name=name)
            continue
        names.add(name)
        made = table.add(
            variable.guid, name=name, type=variable.type, description=variable.description
        )
        bringing.became("variable", variable.guid, "variable", made)
        bringing.came["variables"] += 1


def bring_cases(bringing: Bringing) -> None:
    """Make an informant of each case. What belongs to a case is tied by `tie_cases`."""
    table = bringing.tables[Informant]
    rows = bringing.session.execute(select(Informant.id, Informant.code, Informant.position))
    known = rows.all()
    names = {row.code.casefold(): row.id for row in known}
    position = max((row.position for row in known), default=-1) + 1
    counts: dict[str, int] = {}
    for number, case in enumerate(bringing.project.cases, 1):
        there = table.there.get(case.guid)
        if there is not None:
            bringing.there["cases"] += 1
            bringing.became("case", case.guid, "informant", there)
            continue
        name = " ".join(case.name.split())
        if not name:
            name = say("exchange.nameless.case", bringing.study.language, number=number)
        code = unique_name(name, names, counts)
        if code != " ".join(case.name.split()):
            bringing.changed("case_named", name=case.name, new=code)
        made = table.add(
            case.guid,
            code=code,
            attributes=told(case.values),
            note=case.description,
            position=position,
        )
        position += 1
        names[code.casefold()] = made
        bringing.became("case", case.guid, "informant", made)
        bringing.came["cases"] += 1


def tie_cases(bringing: Bringing) -> None:
    """Let the cases take part in their sources, and say which codes and selections are theirs.

    A case that has a source with it takes part in it. A case that has selections of a source speaks
    those words there, and takes part as well.
    """
    rows = bringing.session.execute(select(Participation.source_id, Participation.informant_id))
    taking_part = {(row.source_id, row.informant_id) for row in rows}
    said: dict[int, list[tuple[int, int]]] = {}
    for case in bringing.project.cases:
        informant = bringing.row("case", case.guid)
        if informant is None:
            continue
        spoken = _spoken_in(bringing, case, informant, said)
        for source_id in [*_sources(bringing, case), *spoken]:
            if (source_id, informant) not in taking_part:
                taking_part.add((source_id, informant))
                bringing.tables[Participation].add(
                    source_id=source_id, informant_id=informant, role_id=None, category_id=None
                )
        for name, guids in ((CASE_CODES, case.codes), (CASE_SELECTIONS, case.selections)):
            if guids:
                bringing.carry("informant", informant, name, json.dumps(guids))


def _sources(bringing: Bringing, case: InCase) -> list[int]:
    found = []
    for guid in case.sources:
        source_id = bringing.row("source", guid)
        if source_id is not None:
            found.append(source_id)
        elif bringing.row("attachment", guid) is None:
            bringing.lost("case_source", case=case.name, guid=guid)
    return found


def _spoken_in(
    bringing: Bringing, case: InCase, informant: int, said: dict[int, list[tuple[int, int]]]
) -> list[int]:
    """Give the case the turns under its selections where nobody else speaks; return the sources."""
    found: dict[int, None] = {}
    for guid in case.selections:
        span = bringing.spans.get(guid)
        if span is None:
            continue
        source_id, start, end = span
        found[source_id] = None
        if _take(_turns(bringing, source_id, said), start, end):
            bringing.tables[Turn].add(
                source_id=source_id,
                start=start,
                end=end,
                speaker=case.name,
                informant_id=informant,
                is_researcher=False,
            )
    return list(found)


def _turns(
    bringing: Bringing, source_id: int, said: dict[int, list[tuple[int, int]]]
) -> list[tuple[int, int]]:
    """Return the turns of a source so far, in order."""
    if source_id not in said:
        query = select(Turn.start, Turn.end).where(Turn.source_id == source_id)
        rows = bringing.session.execute(query).all()
        said[source_id] = sorted((row.start, row.end) for row in rows)
    return said[source_id]


def _take(turns: list[tuple[int, int]], start: int, end: int) -> bool:
    """Take [start, end) where no turn stands in it; turns do not overlap each other."""
    at = bisect_left(turns, (start, end))
    if (at and turns[at - 1][1] > start) or (at < len(turns) and turns[at][0] < end):
        return False
    turns.insert(at, (start, end))
    return True


def settle_speakers_of(bringing: Bringing) -> None:
    """Say who speaks in the excerpts that were made, and again in sources that others joined."""
    connection = bringing.tables.connection
    excerpts = bringing.tables[Excerpt]
    joined = bringing.tables[Participation].sources() | bringing.tables[Turn].sources()
    for entity in (Participation, Turn):
        bringing.tables[entity].write(connection)
    heard = set(connection.scalars(select(Participation.source_id).distinct()))
    heard |= set(connection.scalars(select(Turn.source_id).distinct()))
    speakers: dict[int, Speakers] = {}
    for row in excerpts.pending:
        source_id = row["source_id"]
        if source_id not in heard:
            continue
        if source_id not in speakers:
            speakers[source_id] = Speakers(bringing.session, source_id)
        row["speaker_id"] = speakers[source_id].of(row["start"], row["end"])
    excerpts.write(connection)
    for source_id in joined & set(bringing.tables[Source].there.values()):
        settle_speakers(bringing.session, source_id)
