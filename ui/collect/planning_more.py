"""Planning an import, also of files that join others whose import is not decided yet."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.collect.planned import ROWS, TEXT, Cancelled, PlannedSource, Progress
from app.collect.planning import plan_import
from app.collect.references import References
from app.collect.sources import sources
from app.study import Study


def plan_more(
    study: Study,
    paths: Sequence[Path],
    there: Sequence[PlannedSource],
    progress: Progress,
    cancelled: Cancelled,
) -> list[PlannedSource]:
    """Return the lines of `there` and those of the files at `paths` after them.

    A new line gets a reference that no source and no other line has; a file that is there already
    is not ticked.
    """
    new = plan_import(study, paths, progress, cancelled)
    taken = [line.reference for line in there if line.kind in (TEXT, ROWS)]
    references = References([*taken, *(row.reference for row in sources(study))], study.language)
    known = {line.sha256: line.name for line in reversed(there) if line.sha256}
    joined = list(there)
    for line in new:
        if there and line.kind in (TEXT, ROWS):
            informants = line.informants if line.kind == TEXT else ()
            line = replace(line, reference=references.next(line.method, informants))
        if line.sha256 in known and not line.duplicate_of:
            line = replace(line, duplicate_of=known[line.sha256], include=False)
        joined.append(line)
    return joined
