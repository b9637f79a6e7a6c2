"""Lemmas weighed by how rare they are (TF-IDF), and how alike two spans are (cosine)."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class Weights:
    """The inverse document frequency of each lemma, a sentence being a document."""

    idf: Floats

    def of(self, counts: Any) -> Any:
        """Return rows of unit length: 1 + log of the count, times how rare the lemma is."""
        found = counts.astype(np.float64)
        found.data = 1.0 + np.log(found.data)
        found = found.multiply(self.idf).tocsr()
        length = np.sqrt(np.asarray(found.multiply(found).sum(axis=1)).ravel())
        length[length == 0] = 1.0
        return found.multiply((1.0 / length)[:, None]).tocsr()


def weights(counts: Any) -> Weights:
    """Return the weights over these documents."""
    seen = np.asarray((counts > 0).sum(axis=0)).ravel()
    return Weights(np.log((1.0 + counts.shape[0]) / (1.0 + seen)) + 1.0)


def middle(rows: Any) -> Floats:
    """Return the mean of rows, of unit length; zeros where there is no row."""
    if not rows.shape[0]:
        return np.zeros(rows.shape[1])
    found = np.asarray(rows.mean(axis=0)).ravel()
    length = float(np.sqrt((found * found).sum()))
    return found / length if length else found
