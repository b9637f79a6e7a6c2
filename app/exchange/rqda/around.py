"""Cases, attributes and file categories of an RQDA project."""

from app.exchange.incoming import InCase, InSet, InVariable
from app.exchange.others.alike import cases_of, variables_of
from app.exchange.others.database import number, words
from app.exchange.others.gathering import Gathering, by_number
from app.exchange.rqda.codes import Alive
from app.exchange.rqda.sources import Sources


def read_variables(gathering: Gathering, alive: Alive) -> tuple[InVariable, ...]:
    """Return the attributes, each name once."""
    return variables_of(gathering, alive("attributes"), "class")


def read_cases(gathering: Gathering, alive: Alive, sources: Sources) -> tuple[InCase, ...]:
    """Return the cases with their attributes, the sources that are theirs, and parts of others."""
    ties = by_number(alive("caselinkage"), "caseid")
    values = by_number(alive("caseattr"), "caseid")
    found = cases_of(gathering, (alive("cases"), "id"), ties, (values, "variable"), sources)
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
