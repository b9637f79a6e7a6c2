"""Clusters of codes: those that the same people speak of come together, step by step.

Hierarchical clustering with average linkage over Jaccard distances (1 − shared by all, 0 to 1).
It offers groups; the researcher decides (`patterning.make_pattern`).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.reduce.code_tree import read_tree
from app.reduce.overlaps import Spans, read_spans
from app.study import Study

Over: TypeAlias = Literal["informants", "sources"]
OVERS: tuple[Over, ...] = ("informants", "sources")


@dataclass(frozen=True, slots=True)
class Merge:
    """Two nodes that come together at a height (a distance, 0 to 1).

    Nodes below the number of leaves are codes, the others earlier merges; `left` is drawn first.
    """

    left: int
    right: int
    height: float


@dataclass(frozen=True, slots=True)
class Clusters:
    """`leaves` are codes in the order of the drawing; node n of a merge is the code `leaves[n]`.

    `apart` are the codes that nobody speaks of, in the order of the tree.
    """

    leaves: tuple[int, ...]
    merges: tuple[Merge, ...]
    apart: tuple[int, ...]

    def nodes(self, height: float) -> list[tuple[int, tuple[int, ...]]]:
        """Return the topmost nodes at a cut, each with its codes, in the order of the drawing.

        What came together at `height` or below it is one node.
        """
        inside: dict[int, tuple[int, ...]] = {n: (code,) for n, code in enumerate(self.leaves)}
        for number, merge in enumerate(self.merges, len(self.leaves)):
            if merge.height <= height and merge.left in inside and merge.right in inside:
                inside[number] = inside.pop(merge.left) + inside.pop(merge.right)
        place = {code: number for number, code in enumerate(self.leaves)}
        return sorted(inside.items(), key=lambda item: place[item[1][0]])

    def groups(self, height: float) -> list[tuple[int, ...]]:
        """Return the groups of codes at a cut, also those of one code."""
        return [codes for _, codes in self.nodes(height)]


def cluster(
    study: Study,
    *,
    over: Over = "informants",
    codes: Collection[int] | None = None,
    coders: Collection[int] | None = None,
) -> Clusters:
    """Cluster codes (None: all) by who speaks of them, or by the sources in which they stand.

    An excerpt of a source without informants speaks for its source. `coders` keeps only the
    codings of these. Codings of the code itself count, not those below it.
    """
    with study.read() as connection:
        tree = read_tree(connection)
        spans = read_spans(connection, coders=coders)
    order = [code for code, _ in tree.in_order() if codes is None or code in codes]
    return clustered(_heard(spans, over), order)


def _heard(spans: Spans, over: Over) -> dict[int, set[int]]:
    """Return who is heard on each code."""
    heard: dict[int, set[int]] = {}
    voices = spans.unit if over == "informants" else spans.source
    for code, voice in set(zip(spans.code.tolist(), voices.tolist(), strict=True)):
        heard.setdefault(code, set()).add(voice)
    return heard


def clustered(heard: Mapping[int, Collection[int]], order: Sequence[int]) -> Clusters:
    """Cluster codes by who is heard on them; `order` is that of the codebook.

    The outcome depends on the ids and on who is heard, not on the order in which they come;
    `order` only says which of two branches is drawn first.
    """
    spoken = sorted(code for code in order if heard.get(code))
    apart = tuple(code for code in order if not heard.get(code))
    if len(spoken) < 2:
        return Clusters(tuple(spoken), (), apart)
    place = {code: number for number, code in enumerate(order)}
    return _drawn(spoken, _linked(distances([heard[code] for code in spoken])), place, apart)


def distances(heard: Sequence[Collection[int]]) -> NDArray[np.float64]:
    """Return the Jaccard distance of every two sets, none of them empty."""
    voices = {voice: n for n, voice in enumerate(sorted({v for each in heard for v in each}))}
    speaks = np.zeros((len(heard), len(voices)), dtype=np.float32)
    for row, each in enumerate(heard):
        speaks[row, [voices[voice] for voice in each]] = 1
    shared = np.rint(speaks @ speaks.T).astype(np.float64)
    sizes = np.diagonal(shared)
    apart: NDArray[np.float64] = 1 - shared / (sizes[:, None] + sizes[None, :] - shared)
    return apart


def _linked(apart: NDArray[np.float64]) -> list[tuple[int, int, float]]:
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import squareform

    steps = linkage(squareform(apart, checks=False), method="average")
    return [(int(one), int(other), min(1.0, float(height))) for one, other, height, _ in steps]


def _drawn(
    spoken: Sequence[int],
    steps: Sequence[tuple[int, int, float]],
    place: Mapping[int, int],
    apart: tuple[int, ...],
) -> Clusters:
    """Lay the branches so that what stands first in the codebook is drawn first."""
    inside: list[tuple[int, ...]] = [(n,) for n in range(len(spoken))]
    first = [place[code] for code in spoken]
    sides: list[tuple[int, int, float]] = []
    for one, other, height in steps:
        left, right = (one, other) if first[one] < first[other] else (other, one)
        inside.append(inside[left] + inside[right])
        first.append(first[left])
        sides.append((left, right, height))
    leaves = inside[-1]
    drawn = {node: number for number, node in enumerate(leaves)}
    merges = [Merge(drawn.get(a, a), drawn.get(b, b), height) for a, b, height in sides]
    return Clusters(tuple(spoken[node] for node in leaves), tuple(merges), apart)
