"""Where the stripes of codings stand beside the text, and where their names have room.

Codings that share a line of text stand side by side. A stripe keeps its lane from when it was first
seen, so that nothing jumps while one scrolls.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.reduce.transcript import CodingSpan
from ui.reduce.transcript.page import PageLayout
from ui.reduce.transcript.reading import Reading
from ui.reduce.transcript.screen import Screen

FIRST, LANE, NARROW_LANE, WIDE_LANES = 8.0, 14.0, 7.0, 4
STRIPE = 4.0
NAME_GAP = 7.0
NAME_SLACK = 8.0  # how far below its stripe a name may still end
BEYOND = 40.0  # where a stripe that goes on out of sight is cut off


@dataclass(frozen=True, slots=True)
class Stripe:
    """One coding beside the text, in the margin's pixels."""

    span: CodingSpan
    lane: int
    top: float
    bottom: float

    @property
    def left(self) -> float:
        """Return where the stripe stands: the first lanes apart, further ones closer together."""
        wide = min(self.lane, WIDE_LANES)
        return FIRST + LANE * wide + NARROW_LANE * (self.lane - wide)


@dataclass(frozen=True, slots=True)
class Name:
    """Where a stripe's name stands."""

    left: float
    top: float


class Lanes:
    """The lane of each coding that was seen so far."""

    def __init__(self) -> None:
        self._lanes: dict[tuple[int, int, int], int] = {}
        self._generation = -1

    def forget(self) -> None:
        """Begin anew: with another text."""
        self._lanes.clear()

    def of(self, span: CodingSpan, reading: Reading, page: PageLayout) -> int:
        """Return a lane that no coding has which shares a line with `span`."""
        if self._generation != page.generation:  # lines break elsewhere now
            self._generation = page.generation
            self._lanes.clear()
        key = _key(span)
        if key not in self._lanes:
            low, high = _lines_of(span, reading, page)
            near = map(_key, reading.index.overlapping(low, high))
            taken = {self._lanes[other] for other in near if other in self._lanes}
            self._lanes[key] = next(lane for lane in range(len(taken) + 1) if lane not in taken)
        return self._lanes[key]


def _key(span: CodingSpan) -> tuple[int, int, int]:
    return span.coding_id, span.start, span.end


def _lines_of(span: CodingSpan, reading: Reading, page: PageLayout) -> tuple[int, int]:
    """Return the code points [start, end) of all lines that a coding touches."""
    units = reading.positions
    found = []
    for at in (units.to_units(span.start), units.to_units(span.end) - 1):
        block = page.document().findBlock(at)
        page.lay(block)
        line = block.layout().lineForTextPosition(at - block.position())
        begin = block.position() + line.textStart()
        found.append((begin, begin + max(1, line.textLength())))
    return units.to_code_points(found[0][0]), units.to_code_points(found[1][1])


def stripes_on(screen: Screen, reading: Reading, page: PageLayout, lanes: Lanes) -> list[Stripe]:
    """Return the stripes beside what is on the screen, from top to bottom."""
    start, end = screen.visible_span()
    found = []
    for span in reading.index.overlapping(start, max(end, start + 1)):
        units = reading.positions
        top = _height_of(screen, page, units.to_units(span.start), top=True)
        bottom = _height_of(screen, page, units.to_units(span.end) - 1, top=False)
        found.append(Stripe(span, lanes.of(span, reading, page), top, bottom))
    return sorted(found, key=lambda stripe: (stripe.top, stripe.lane))


def _height_of(screen: Screen, page: PageLayout, unit: int, *, top: bool) -> float:
    """Return the upper or lower edge of the line that holds `unit`."""
    row = screen.row_of(page.document().findBlock(unit))
    if row is None:
        return -BEYOND if top else screen.height + BEYOND
    line = row.block.layout().lineForTextPosition(unit - row.block.position())
    y = row.top + line.y()
    return max(y, -BEYOND) if top else min(y + line.height() + 2, screen.height + BEYOND)


def place_names(stripes: Sequence[Stripe], height: float) -> list[Name | None]:
    """Return where the names of `stripes`, each `height` tall, stand; None where there is no room.

    A name stands at the top of its stripe, or of the screen where the stripe begins above it; below
    the name before it; and right of all stripes that it would touch. The stripes go from top to
    bottom.
    """
    found: list[Name | None] = []
    free = 0.0
    for stripe in stripes:
        top = max(stripe.top + 1, free, 2.0)
        if top + height > stripe.bottom + NAME_SLACK:
            found.append(None)
            continue
        beside = [other for other in stripes if other.top < top + height and other.bottom > top]
        found.append(Name(max(other.left for other in [*beside, stripe]) + STRIPE + NAME_GAP, top))
        free = top + height
    return found
