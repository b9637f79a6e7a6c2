"""The cases and attributes of a QualCoder project."""

from app.exchange.incoming import InCase, InNote, InVariable
from app.exchange.others.alike import Ties, cases_of, variables_of
from app.exchange.others.database import words
from app.exchange.others.gathering import Gathering, by_number
from app.exchange.qualcoder.sources import Sources


def read_variables(gathering: Gathering) -> tuple[InVariable, ...]:
    """Return the attributes, each name once."""
    return variables_of(gathering, gathering.database.rows("attribute_type"), "valuetype")


def read_cases(gathering: Gathering, sources: Sources) -> tuple[InCase, ...]:
    """Return the cases with their attributes, the sources that are theirs, and parts of others."""
    rows = gathering.database.rows
    ties = by_number(rows("case_text"), "caseid")
    values = by_number((r for r in rows("attribute") if words(r, "attr_type") == "case"), "id")
    found = cases_of(gathering, (rows("cases"), "caseid"), ties, (values, "name"), sources)
    _keep_memos(gathering, sources, ties, found)
    return tuple(found.values())


def _keep_memos(
    gathering: Gathering, sources: Sources, ties: Ties, found: dict[int, InCase]
) -> None:
    for case, tied in ties.items():
        for row in tied:
            memo = words(row, "memo").strip()
            if memo and case in found:
                on = found[case].guid if sources.is_whole(row) else sources.span_guid(row)
                guid = gathering.ids.of("case_memo", case, memo)
                name = found[case].name
                sources.notes.append(InNote(guid, name, memo, (on,), gathering.owner(row)))
