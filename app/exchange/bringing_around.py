"""What stands around the sources and codes of a project: notes, sets, links."""

import json
from dataclasses import asdict
from uuid import UUID

from sqlalchemy import func, select

from app.exchange.bringing import Bringing
from app.exchange.growing_tables import stored_time
from app.exchange.incoming import InNote
from app.exchange.plain_text import settled_text
from app.exchange.refi.guids import guid_made
from app.faults import one_line
from app.reduce.memos import LONGEST_TITLE
from models.carried import LINK_DIRECTIONS, Link, SetMember, StudySet
from models.conclusions import Evidence, Finding
from models.design import Study
from models.reduction import MEMO_KINDS, Memo

ALSO_ON = "memo.on"
"""The name under which the guids of all that a note is on are carried, as JSON."""
DANGLING = "link"
"""The name under which a link is carried of which one end is not there, as JSON."""


def told_otherwise(bringing: Bringing) -> frozenset[str]:
    """Return the guids under which a file of Tilik tells findings and evidence of this study.

    Others read them as notes, sets and links; here they stand as what they are.
    """
    if bringing.project.tilik is None:
        return frozenset()
    connection = bringing.tables.connection
    own = UUID(connection.scalar(select(Study.guid)) or "")
    findings = connection.scalars(select(Finding.guid)).all()
    evidence = connection.scalars(select(Evidence.guid)).all()
    made = [guid_made(own, "set", guid) for guid in findings]
    made += [guid_made(own, "note", guid) for guid in evidence]
    return frozenset((*findings, *evidence, *made))


def bring_notes(bringing: Bringing) -> None:
    """Make a memo of each note, on the first thing that it is on."""
    table = bringing.tables[Memo]
    for note in bringing.project.notes:
        if note.guid in bringing.told_otherwise:
            continue
        there = table.there.get(note.guid)
        if there is not None:
            bringing.there["memos"] += 1
            bringing.became("note", note.guid, "memo", there)
            continue
        text, _ = settled_text(note.text)
        memo = table.add(
            note.guid,
            kind=MEMO_KINDS[0],
            title=_title(note, text),
            text=text,
            on_entity="",
            on_id=None,
            coder_id=bringing.row("user", note.user),
            made_at=stored_time(note.made_at, bringing.moment),
        )
        bringing.became("note", note.guid, "memo", memo)
        bringing.came["memos"] += 1


def tie_notes(bringing: Bringing) -> None:
    """Say what the memos that were made are on, when all that they may be on is there."""
    rows = {row["id"]: row for row in bringing.tables[Memo].pending}
    for note in bringing.project.notes:
        if note.guid in bringing.told_otherwise:
            continue
        memo = bringing.row("note", note.guid) or 0
        on = [guid for guid in note.on if guid]
        found = [bringing.anything[guid] for guid in on if guid in bringing.anything]
        if found and memo in rows:
            rows[memo]["on_entity"], rows[memo]["on_id"] = found[0]
        if len(on) > 1 or (on and (not found or found[0][0] == "source")):
            bringing.carry("memo", memo, ALSO_ON, json.dumps(on))
        if len(on) > len(found):
            bringing.tally["lost.note_on_nothing"] += len(on) - len(found)


def _title(note: InNote, text: str) -> str:
    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    return one_line(note.name).strip() or first[:LONGEST_TITLE]


def bring_sets(bringing: Bringing) -> None:
    """Make the sets, with those of their members that are there."""
    table = bringing.tables[StudySet]
    position = bringing.session.scalar(select(func.max(StudySet.position))) or 0
    for told in bringing.project.sets:
        if told.guid in bringing.told_otherwise:
            continue
        there = table.there.get(told.guid)
        if there is not None:
            bringing.there["sets"] += 1
            bringing.became("set", told.guid, "study_set", there)
            continue
        position += 1
        made = table.add(told.guid, name=told.name, description=told.description, position=position)
        bringing.became("set", told.guid, "study_set", made)
        bringing.came["sets"] += 1
        members = [bringing.anything[guid] for guid in told.members if guid in bringing.anything]
        for entity, row in dict.fromkeys(members):
            bringing.tables[SetMember].add(set_id=made, on_entity=entity, on_id=row)
        bringing.tally["lost.set_members"] += len(told.members) - len(members)


def bring_links(bringing: Bringing) -> None:
    """Make the links of which both ends are there; carry the others."""
    table = bringing.tables[Link]
    for link in bringing.project.links:
        if link.guid in bringing.told_otherwise:
            continue
        if link.guid in table.there:
            bringing.there["links"] += 1
            bringing.became("link", link.guid, "link", table.there[link.guid])
            continue
        origin, target = bringing.anything.get(link.origin), bringing.anything.get(link.target)
        if origin is None or target is None:
            value = json.dumps(asdict(link), ensure_ascii=False)
            bringing.carry("study", 1, DANGLING, value)
            bringing.lost("link_end", name=link.name or link.guid)
            continue
        made = table.add(
            link.guid,
            name=link.name,
            direction=link.direction if link.direction in LINK_DIRECTIONS else LINK_DIRECTIONS[0],
            colour=link.colour,
            from_entity=origin[0],
            from_id=origin[1],
            to_entity=target[0],
            to_id=target[1],
        )
        bringing.became("link", link.guid, "link", made)
        bringing.came["links"] += 1
