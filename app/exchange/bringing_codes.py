"""The code tree of a project: codes under their parents, in the order of the file."""

import json
from collections import defaultdict

from sqlalchemy import func, select

from app.exchange.bringing import Bringing
from app.exchange.growing_tables import stored_time
from app.exchange.incoming import InCode
from app.language.words import say
from app.reduce.colours import next_colour
from models.reduction import Code

FOLDER = "code.folder"
"""The name under which it is carried that a code is a folder, not to be coded with."""
CODE_MADE_BY = "code.user"
ENTRY = (
    *("when_to_use", "when_not_to_use", "typical_example", "counter_example"),
    *("origin", "cycle"),
)


def bring_codes(bringing: Bringing) -> None:
    """Make the codes that the study has not by guid.

    A parent that is missing, or that stands under its own child, leaves the code at the top.
    """
    rows = bringing.session.execute(
        select(Code.parent_id, func.max(Code.position)).group_by(Code.parent_id)
    )
    last: dict[int | None, int] = defaultdict(lambda: -1, {row[0]: row[1] for row in rows})
    colours = list(bringing.session.scalars(select(Code.colour)))
    for code in _parents_first(bringing):
        there = bringing.tables[Code].there.get(code.guid)
        if there is not None:
            bringing.there["codes"] += 1
            bringing.became("code", code.guid, "code", there)
            continue
        if bringing.row("code", code.guid) is not None:
            bringing.changed("guid_doubled", name=code.name, guid=code.guid)
        parent = bringing.row("code", code.parent) if code.parent else None
        if not code.colour:
            colours.append(next_colour(colours))
        last[parent] += 1
        colour = code.colour or colours[-1]
        bringing.became("code", code.guid, "code", _add(bringing, code, parent, colour, last))
        bringing.came["codes"] += 1


def _add(
    bringing: Bringing, code: InCode, parent: int | None, colour: str, last: dict[int | None, int]
) -> int:
    name = code.name if code.name.isprintable() else " ".join(code.name.split())
    if not name.strip():
        name = say("exchange.nameless.code", bringing.study.language)
    if name != code.name:
        bringing.changed("code_named", name=json.dumps(code.name, ensure_ascii=False), new=name)
    entry = {field: code.entry.get(field, "") for field in ENTRY}
    entry["origin"] = entry["origin"] or "emergent"
    entry["cycle"] = entry["cycle"] or "first"
    made = bringing.tables[Code].add(
        code.guid,
        parent_id=parent,
        name=name,
        colour=colour,
        position=last[parent],
        definition=code.description,
        question_id=None,
        made_at=stored_time(code.made_at, bringing.moment),
        **entry,
    )
    if not code.codable:
        bringing.carry("code", made, FOLDER, "true")
    if code.user:
        bringing.carry("code", made, CODE_MADE_BY, code.user)
    return made


def _parents_first(bringing: Bringing) -> list[InCode]:
    """Return the codes so that each comes after its parent; what hangs in the air is at the top."""
    codes = bringing.project.codes
    known = {code.guid for code in codes} | set(bringing.tables[Code].there)
    under: dict[str, list[InCode]] = defaultdict(list)
    for code in codes:
        if code.parent and (code.parent not in known or code.parent == code.guid):
            bringing.changed("code_at_top", name=code.name)
            under[""].append(code)
        else:
            under[code.parent].append(code)
    in_file = {code.guid for code in codes}
    tops = [guid for guid in under if guid and guid not in in_file]
    ordered: list[InCode] = []
    seen: set[int] = set()
    for top in ["", *tops]:
        _walk(under, top, ordered, seen)
    for code in codes:  # a ring of codes under each other hangs on nothing: cut where it begins
        if id(code) not in seen:
            bringing.changed("code_ring", name=code.name)
            seen.add(id(code))
            ordered.append(code)
            _walk(under, code.guid, ordered, seen)
    return ordered


def _walk(
    under: dict[str, list[InCode]], parent: str, ordered: list[InCode], seen: set[int]
) -> None:
    waiting = list(reversed(under.get(parent, ())))
    while waiting:
        code = waiting.pop()
        if id(code) in seen:
            continue
        seen.add(id(code))
        ordered.append(code)
        waiting.extend(reversed(under.get(code.guid, ())))
