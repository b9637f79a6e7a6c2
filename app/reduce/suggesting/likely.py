"""The codes that a selection may be worth: those whose excerpts it resembles most."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from app.reduce.suggesting.resembling import read_coded, read_refused
from app.reduce.suggesting.streams import counted, streams
from app.study import Study

MOST = 5


@dataclass(frozen=True, slots=True)
class Likely:
    """A code and how much the selection resembles what was coded with it."""

    code_id: int
    score: float


def likely_codes(
    study: Study, source_id: int, start: int, end: int, limit: int = MOST
) -> list[Likely]:
    """Return the codes for [start, end) of a source, the most likely first.

    Codes that the very span has already are left out, and so are those refused for words of it.
    The first call reads all texts: not for the GUI thread.
    """
    kept = streams(study)
    place = (source_id, start, end)
    own = counted(kept, [place])
    if not own.nnz:
        return []
    with study.read() as connection:
        coded = read_coded(connection)
        without = {code for code, there in coded if there == place}
        without |= read_refused(connection, place)
    places = sorted({there for _, there in coded if there != place})
    number = {there: n for n, there in enumerate(places)}
    weighed = kept.weights()
    likeness = np.asarray((weighed.of(counted(kept, places)) @ weighed.of(own).T).todense()).ravel()
    by_code: dict[int, list[float]] = defaultdict(list)
    for code, there in coded:
        if there in number and code not in without:
            by_code[code].append(float(likeness[number[there]]))
    found = [Likely(code, _score(alike)) for code, alike in by_code.items()]
    found.sort(key=lambda one: (-one.score, one.code_id))
    return [one for one in found if one.score > 0][:limit]


def _score(alike: list[float]) -> float:
    """The excerpt that is most alike counts most; the rest say whether it stands alone."""
    return max(alike) + sum(alike) / len(alike)
