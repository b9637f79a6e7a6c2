"""The cases and attributes of a QualCoder project."""

from app.exchange.incoming import InCase, InNote, InVariable
from app.exchange.others.database import number, words
from app.exchange.others.gathering import Gathering, by_number, values_of
from app.exchange.qualcoder.sources import Sources

_TYPES = {"numeric": "float"}


def read_variables(gathering: Gathering) -> tuple[InVariable, ...]:
    """Return the attributes, each name once."""
    found: dict[str, InVariable] = {}
    for row in gathering.database.rows("attribute_type"):
        name = words(row, "name")
        kind = _TYPES.get(words(row, "valuetype"), "text")
        guid = gathering.ids.of("variable", name)
        if name.strip():
            found.setdefault(name, InVariable(guid, name, kind, words(row, "memo")))
    return tuple(found.values())


def read_cases(gathering: Gathering, sources: Sources) -> tuple[InCase, ...]:
    """Return the cases with their attributes, the sources that are theirs, and parts of others."""
    rows = gathering.database.rows
    ties = by_number(rows("case_text"), "caseid")
    values = by_number((r for r in rows("attribute") if words(r, "attr_type") == "case"), "id")
    found: dict[int, InCase] = {}
    for row in rows("cases"):
        case = number(row, "caseid")
        if case is None or case in found:
            continue
        tied = ties.get(case, ())
        whole = [sources.guid(number(r, "fid")) for r in tied if sources.is_whole(r)]
        found[case] = InCase(
            gathering.ids.of("case", case),
            words(row, "name"),
            words(row, "memo"),
            values_of(values.get(case, ())),
            tuple(dict.fromkeys(whole)),
            tuple(sources.span_guid(r) for r in tied if not sources.is_whole(r)),
        )
    for case, tied in ties.items():
        for row in tied:
            memo = words(row, "memo").strip()
            if memo and case in found:
                on = found[case].guid if sources.is_whole(row) else sources.span_guid(row)
                guid = gathering.ids.of("case_memo", case, memo)
                name = found[case].name
                sources.notes.append(InNote(guid, name, memo, (on,), gathering.owner(row)))
    lost = [row for case, tied in ties.items() if case not in found for row in tied]
    gathering.tally["lost.case_ties"] += len(lost)
    return tuple(found.values())
