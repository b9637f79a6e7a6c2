"""Cases, attributes and file categories of an RQDA project."""

from app.exchange.incoming import InCase, InSet, InVariable
from app.exchange.others.database import number, words
from app.exchange.others.gathering import Gathering, by_number, values_of
from app.exchange.rqda.codes import Alive
from app.exchange.rqda.sources import Sources

_TYPES = {"numeric": "float"}


def read_variables(gathering: Gathering, alive: Alive) -> tuple[InVariable, ...]:
    """Return the attributes, each name once."""
    found: dict[str, InVariable] = {}
    for row in alive("attributes"):
        name = words(row, "name")
        kind = _TYPES.get(words(row, "class"), "text")
        guid = gathering.ids.of("variable", name)
        if name.strip():
            found.setdefault(name, InVariable(guid, name, kind, words(row, "memo")))
    return tuple(found.values())


def read_cases(gathering: Gathering, alive: Alive, sources: Sources) -> tuple[InCase, ...]:
    """Return the cases with their attributes, the sources that are theirs, and parts of others."""
    ties = by_number(alive("caselinkage"), "caseid")
    values = by_number(alive("caseattr"), "caseid")
    found: dict[int, InCase] = {}
    for row in alive("cases"):
        case = number(row, "id")
        if case is None or case in found:
            continue
        tied = ties.get(case, ())
        whole = [sources.guid(number(r, "fid")) for r in tied if sources.is_whole(r)]
        found[case] = InCase(
            gathering.ids.of("case", case),
            words(row, "name"),
            words(row, "memo"),
            values_of(values.get(case, ()), "variable"),
            tuple(dict.fromkeys(whole)),
            tuple(sources.span_guid(r) for r in tied if not sources.is_whole(r)),
        )
    lost = [row for case, tied in ties.items() if case not in found for row in tied]
    gathering.tally["lost.case_ties"] += len(lost)
    return tuple(found.values())


def read_file_sets(gathering: Gathering, alive: Alive, sources: Sources) -> tuple[InSet, ...]:
    """Return the file categories as sets of sources."""
    members: dict[int, list[str]] = {}
    for row in alive("treefile"):
        category, source = number(row, "catid"), number(row, "fid")
        if category is not None and source in sources.lengths:
            members.setdefault(category, []).append(sources.guid(source))
    found: dict[int, InSet] = {}
    for row in alive("filecat"):
        category = number(row, "catid")
        if category is not None and category not in found:
            found[category] = InSet(
                gathering.ids.of("files", category),
                words(row, "name"),
                words(row, "memo"),
                tuple(dict.fromkeys(members.get(category, ()))),
            )
    return tuple(found.values())
