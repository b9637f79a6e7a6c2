"""Writes what stands around the sources: users, codes, cases, notes, links, sets, graphs."""

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from app.exchange.bringing_around import DANGLING
from app.exchange.bringing_codes import FOLDER
from app.exchange.bringing_people import CASE_CODES, CASE_SELECTIONS
from app.exchange.refi.elements import colour
from app.exchange.refi.held import Held, carried_xml, clean, element, refer, say_in, stamp
from app.exchange.refi.writing_texts import add_note
from app.exchange.refi.writing_values import Values
from app.language.words import say
from app.reduce.memo_marks import plain
from models.carried import Link, SetMember, StudySet
from models.collection import Participation, Turn
from models.conclusions import Display, Evidence, Finding
from models.design import Coder, Informant
from models.drawing import NetworkLink, NetworkNode
from models.reduction import Code, Excerpt, Memo

if TYPE_CHECKING:
    from lxml.etree import _Element

_DIRECTIONS = {"associative": "Associative", "one_way": "OneWay", "bidirectional": "Bidirectional"}
_ENTRY = ("when_to_use", "when_not_to_use", "typical_example", "counter_example")
_MEMBERS = {"code": "MemberCode", "source": "MemberSource", "attachment": "MemberSource"}


def write_users(held: Held, root: "_Element") -> None:
    """Write the coders."""
    holder = element(root, "Users")
    for coder in held.of(Coder):
        told = next(iter(held.told("coder", coder.id, "user.id")), "")
        element(holder, "User", guid=coder.guid, name=coder.name, id=told)


def write_codes(held: Held, root: "_Element", *, notes: bool = True) -> None:
    """Write the code tree, where there are codes; notes where the format has them."""
    under: dict[int | None, list[Any]] = defaultdict(list)
    for code in sorted(held.of(Code), key=lambda c: (c.position, c.id)):
        under[code.parent_id].append(code)
    if not under:
        return
    holder = element(element(root, "CodeBook"), "Codes")
    waiting = [(holder, code) for code in reversed(under[None])]
    while waiting:
        parent, code = waiting.pop()
        made = _code(held, parent, code)
        if notes:
            refer(made, "NoteRef", held.noted.get(code.guid, ()))
        waiting += [(made, below) for below in reversed(under[code.id])]


def _code(held: Held, parent: "_Element", code: Any) -> "_Element":
    folder = bool(held.told("code", code.id, FOLDER))
    made = element(parent, "Code", guid=code.guid)
    made.set("name", clean(code.name))
    made.set("isCodable", "false" if folder else "true")
    if colour(code.colour):
        made.set("color", colour(code.colour))
    entry = [
        say(f"exchange.entry.{field}", held.language, words=getattr(code, field))
        for field in _ENTRY
        if getattr(code, field)
    ]
    say_in(made, "Description", "\n\n".join([*filter(None, [code.definition]), *entry]))
    return made


def write_cases(held: Held, root: "_Element", values: Values) -> None:
    """Write the informants, with the sources that they take part in and the words they speak."""
    if not held.of(Informant):
        return
    turned = {turn.source_id for turn in held.of(Turn)}
    sources, said = defaultdict(list), defaultdict(list)
    for row in held.of(Participation):
        sources[row.informant_id].append(held.guid("source", row.source_id))
    for row in held.of(Excerpt):
        if row.speaker_id is not None and row.source_id in turned:
            said[row.speaker_id].append(row.guid)
    codes = set(held.guids["code"].values())
    holder = element(root, "Cases")
    for informant in held.of(Informant):
        made = element(holder, "Case", guid=informant.guid, name=informant.code)
        say_in(made, "Description", informant.note)
        told = held.told_guids("informant", informant.id, CASE_CODES)
        refer(made, "CodeRef", [guid for guid in told if guid in codes])
        values.write(made, ("informant", informant.id))
        refer(made, "SourceRef", sources[informant.id])
        kept = held.told_guids("informant", informant.id, CASE_SELECTIONS)
        refer(made, "SelectionRef", [*kept, *said[informant.id]])


def write_notes(held: Held, root: "_Element") -> None:
    """Write the memos, the findings, and what came up as a note on the way."""
    for memo in held.of(Memo):
        note = add_note(
            held,
            memo.guid,
            memo.title,
            plain(memo.text),
            held.guid("coder", memo.coder_id),
            stamp(memo.made_at),
        )
        for described in held.told("memo", memo.id, "Description"):
            kept = carried_xml(described, "Description")
            if kept is not None:
                note.insert(0, kept)
                break
    for finding in held.of(Finding):
        text = "\n\n".join(
            part
            for part in (plain(finding.claim), finding.rival_explanation, finding.conclusion)
            if part
        )
        name = say("exchange.finding", held.language, claim=plain(finding.claim)[:80])
        add_note(held, finding.guid, name, text, moment=stamp(finding.made_at))
    if held.notes:
        holder = element(root, "Notes")
        for note in held.notes:
            holder.append(note)


def write_links(held: Held, root: "_Element") -> None:
    """Write the links, the evidence of findings, and links that lead nowhere as they were told."""
    links = [
        _link(row.guid, row.name, row.direction, row.colour, *_ends(held, row))
        for row in held.of(Link)
    ]
    for told in held.told("study", 1, DANGLING):
        link = json.loads(told)
        ends = (link["origin"], link["target"])
        links.append(_link(link["guid"], link["name"], link["direction"], link["colour"], *ends))
    for row in held.of(Evidence):
        name = say(f"verify.stance.{row.stance}", held.language)
        ends = (held.guid("excerpt", row.excerpt_id), held.guid("finding", row.finding_id))
        link = _link(row.guid, name, "one_way", "", *ends)
        if row.note:
            guid = held.made_guid("note", row.guid)
            add_note(held, guid, row.note[:80], row.note)
            refer(link, "NoteRef", [guid])
        links.append(link)
    if links:
        root_links = element(root, "Links")
        for link in links:
            notes = held.noted.get(link.get("guid", ""), ())
            refer(link, "NoteRef", notes)
            root_links.append(link)


def _ends(held: Held, link: Any) -> tuple[str, str]:
    origin = held.guid(link.from_entity, link.from_id)
    return origin, held.guid(link.to_entity, link.to_id)


def _link(guid: str, name: str, direction: str, hue: str, origin: str, target: str) -> "_Element":
    return element(
        None,
        "Link",
        guid=guid,
        name=name,
        direction=_DIRECTIONS.get(direction, "Associative"),
        color=colour(hue),
        originGUID=origin,
        targetGUID=target,
    )


def write_sets(held: Held, root: "_Element") -> None:
    """Write the sets, and one for each finding: its note and the sources of its evidence."""
    members = defaultdict(list)
    for row in held.of(SetMember):
        members[row.set_id].append((row.on_entity, held.guid(row.on_entity, row.on_id)))
    sets = [(s.guid, s.name, s.description, members[s.id]) for s in held.of(StudySet)]
    sources = {row.id: held.guid("source", row.source_id) for row in held.of(Excerpt)}
    evidence = defaultdict(list)
    for row in held.of(Evidence):
        evidence[row.finding_id].append(("source", sources.get(row.excerpt_id, "")))
    for finding in held.of(Finding):
        guid = held.made_guid("set", finding.guid)
        name = say("exchange.finding", held.language, claim=plain(finding.claim)[:80])
        sets.append(
            (guid, name, plain(finding.claim), [*evidence[finding.id], ("memo", finding.guid)])
        )
    if not sets:
        return
    holder = element(root, "Sets")
    for guid, name, description, held_in in sets:
        made = element(holder, "Set", guid=guid)
        made.set("name", clean(name))
        say_in(made, "Description", description)
        for wanted in ("MemberCode", "MemberSource", "MemberNote"):
            guids = [g for e, g in held_in if _MEMBERS.get(e, "MemberNote") == wanted]
            refer(made, wanted, guids)


def write_graphs(held: Held, root: "_Element") -> None:
    """Write the networks, and the graphs that another program drew."""
    graphs = [
        graph
        for told in held.told("study", 1, "Graph")
        if (graph := carried_xml(told, "Graph")) is not None
    ]
    nodes, links = defaultdict(list), defaultdict(list)
    for node in held.of(NetworkNode):
        nodes[node.display_id].append(node)
    for link in held.of(NetworkLink):
        links[link.display_id].append(link)
    graphs += [
        _graph(held, display, nodes[display.id], links[display.id])
        for display in held.of(Display)
        if nodes[display.id]
    ]
    if graphs:
        holder = element(root, "Graphs")
        for graph in graphs:
            holder.append(graph)


def _graph(held: Held, display: Any, nodes: list[Any], links: list[Any]) -> "_Element":
    graph = element(None, "Graph", guid=display.guid, name=display.title)
    for node in nodes:
        element(
            graph,
            "Vertex",
            guid=node.guid,
            representedGUID=held.guid(node.on_entity, node.on_id),
            name=node.label,
            firstX=str(round(node.x)),
            firstY=str(round(node.y)),
            shape="Rectangle" if node.shape == "box" else "Oval",
            color=colour(node.colour),
        )
    guids = {node.id: node.guid for node in nodes}
    for link in links:
        if link.from_id in guids and link.to_id in guids:
            element(
                graph,
                "Edge",
                guid=link.guid,
                name=" ".join(filter(None, (link.sign, link.label))),
                sourceVertex=guids[link.from_id],
                targetVertex=guids[link.to_id],
                direction="OneWay",
            )
    return graph
