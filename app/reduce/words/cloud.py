"""The layout of a word cloud: how large each word is and where it stands; painting it is the ui's.

The words are measured in the font of `font_file`: who paints them uses the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

MOST = 80
SMALLEST = 11
"""Pixels of the smallest letters: what is smaller cannot be read."""

GAP, STEP = 6, 2
"""Pixels between words, and by how much a word shrinks that finds no room."""

COVER, WIDE = 0.45, 0.65
"""How much of the room the words are to cover; the width of a letter by its size, about."""

SEED = 7
"""The same words make the same cloud."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A word in the cloud: its letters' size and where its baseline begins, in pixels."""

    word: str
    count: int
    size: int
    left: int
    baseline: int


def font_file() -> Path:
    """Return the file of the font in which clouds are laid out (DejaVu Sans)."""
    import matplotlib

    return Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"


def cloud(counts: Mapping[str, int], width: int, height: int) -> list[Placed]:
    """Lay out the most frequent of `counts` in a room of `width` × `height` pixels.

    All words stand upright and none touches another; those that find no room are left out.
    """
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST]
    if not most or width < 4 * SMALLEST or height < 2 * SMALLEST:
        return []
    room = _Room(width, height)
    placed = []
    for (word, count), size in zip(most, _sizes(most, width, height), strict=True):
        found = room.place(word, size)
        if found is not None:
            placed.append(Placed(word, count, *found))
    return placed


def _sizes(most: Sequence[tuple[str, int]], width: int, height: int) -> list[int]:
    """Return how large the words are to be, so that together they cover about half of the room.

    Between the rank and the count: a word said half as often is not half as large.
    """
    shares = [1.0]
    for (_, before), (_, count) in pairwise(most):
        shares.append(shares[-1] * (1 + count / before) / 2)
    covered = sum(
        WIDE * len(word) * share**2 for (word, _), share in zip(most, shares, strict=True)
    )
    largest = min((COVER * width * height / covered) ** 0.5, height / 4, width / 8)
    return [max(SMALLEST, round(largest * share)) for share in shares]


class _Room:
    """Where there is still room; it is tried at random, with a seed."""

    def __init__(self, width: int, height: int) -> None:
        import numpy as np
        from wordcloud.wordcloud import IntegralOccupancyMap

        self._taken: Any = np.zeros((height, width), dtype=np.uint8)
        self._map: Any = IntegralOccupancyMap(height, width, None)
        self._random = Random(SEED)

    def place(self, word: str, size: int) -> tuple[int, int, int] | None:
        """Return the size, left border and baseline that `word` gets: smaller where it must be."""
        from PIL import ImageFont

        while size >= SMALLEST:
            font = ImageFont.truetype(str(font_file()), size)
            left, top, right, bottom = (round(side) for side in font.getbbox(word, anchor="ls"))
            wide, high = right - left + GAP, bottom - top + GAP
            found = self._map.sample_position(high, wide, self._random)
            if found is not None:
                y, x = found
                self._taken[y : y + high, x : x + wide] = 1
                self._map.update(self._taken, y, x)
                return size, x + GAP // 2 - left, y + GAP // 2 - top
            size -= STEP
        return None
