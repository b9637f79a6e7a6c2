"""Coded parts of pictures, pages, recordings and films of a QualCoder project."""

from collections.abc import Mapping
from typing import Any

from app.exchange.incoming import InCoding, InPart
from app.exchange.others.database import Row, moment, number, words
from app.exchange.others.gathering import Gathering, by_number
from app.exchange.qualcoder.codes import code_guid


class Parts:
    """`code_image` (pixels from the upper left) and `code_av` (milliseconds), by source."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        rows = gathering.database.rows
        self._areas = by_number(rows("code_image"), "id")
        self._times = by_number(rows("code_av"), "id")

    def on(self, source: int) -> bool:
        """Tell whether anything is coded on a source that is no text."""
        return source in self._areas or source in self._times

    def without(self, known: set[int]) -> int:
        """Return how many rows stand on sources that are not among `known`."""
        rows = (*self._areas.items(), *self._times.items())
        return sum(len(found) for source, found in rows if source not in known)

    def read(self, source: int, kind: str) -> tuple[InPart, ...]:
        """Return the coded parts of a source."""
        areas = [self._part("imid", row, _area(row, kind)) for row in self._areas.get(source, ())]
        times = [
            self._part("avid", row, {"begin": number(row, "pos0"), "end": number(row, "pos1")})
            for row in self._times.get(source, ())
        ]
        return (*areas, *times)

    def _part(self, key: str, row: Row, place: Mapping[str, Any]) -> InPart:
        of = self._gathering.ids.of
        what = (key, words(row, key), words(row, "id"), str(sorted(place.items())))
        guid, user = of("part_coding", *what), self._gathering.owner(row)
        if number(row, "important"):
            self._gathering.leave(guid, "important", "1")
        code = code_guid(self._gathering, number(row, "cid"))
        made = moment(row, "date")
        coding = InCoding(guid, code, user, made, words(row, "memo"))
        return InPart(of("part", *what), place, (coding,), user=user, made_at=made)


def _area(row: Row, kind: str) -> dict[str, int | None]:
    left, top = number(row, "x1"), number(row, "y1")
    width, height = number(row, "width") or 0, number(row, "height") or 0
    place = {
        "firstX": left,
        "firstY": top,
        "secondX": None if left is None else left + width,
        "secondY": None if top is None else top + height,
    }
    return {"page": number(row, "pdf_page"), **place} if kind == "pdf" else place
