"""The way of a link from box to box: straight, or bent round what stands between."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot
from textwrap import fill

from app.display.network.networks import Node, Tie

BOX_WIDTH, LINE_HEIGHT, PADDING = 160.0, 17.0, 18.0
LETTERS = 20
"""So many letters stand on a line of a box."""
BEND = 0.22
"""How far a bent link leaves the straight way, as a share of its length."""
STEPS = 24
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Route:
    """Where a link leaves a box and reaches the other; `control` bends it (a quadratic curve)."""

    begin: Point
    end: Point
    control: Point | None = None

    @property
    def length(self) -> float:
        """The straight distance from begin to end."""
        return hypot(self.end[0] - self.begin[0], self.end[1] - self.begin[1])

    @property
    def middle(self) -> Point:
        """The point half the way."""
        return self.at(0.5)

    @property
    def before_end(self) -> Point:
        """The point from which its head comes."""
        return self.control or self.begin

    def at(self, share: float) -> Point:
        """Return the point at a share (0 to 1) of the way."""
        rest = 1 - share
        (bx, by), (ex, ey) = self.begin, self.end
        if self.control is None:
            return bx * rest + ex * share, by * rest + ey * share
        cx, cy = self.control
        one, two, three = rest * rest, 2 * rest * share, share * share
        return bx * one + cx * two + ex * three, by * one + cy * two + ey * three


def label_lines(label: str) -> list[str]:
    """Return a label in lines that fit its box."""
    return fill(label, LETTERS).split("\n") or [""]


def box(node: Node) -> tuple[float, float]:
    """Return width and height of a node's box, in points."""
    return BOX_WIDTH, len(label_lines(node.label)) * LINE_HEIGHT + PADDING


def route(one: Node, two: Node, others: Iterable[Node], *, bent: bool = False) -> Route:
    """Return the way from `one` to `two`: bent where a box stands on it, or where `bent` says so.

    The other way round it is bent to the other side, so that two links never lie on each other.
    """
    straight = Route(_border(one, (two.x, two.y)), _border(two, (one.x, one.y)))
    between = [node for node in others if node.id not in (one.id, two.id)]
    if not bent and not any(_crosses(straight, node) for node in between):
        return straight
    ways = [_bent(one, two, BEND * strength) for strength in (1, 2, -1, -2)]
    free = (way for way in ways if not any(_crosses(way, node) for node in between))
    return next(free, ways[0])


def routes(nodes: Sequence[Node], ties: Iterable[Tie]) -> dict[int, Route]:
    """Return the way of each link by its id."""
    known = {node.id: node for node in nodes}
    ties = list(ties)
    pairs = {(tie.from_id, tie.to_id) for tie in ties}
    return {
        tie.id: route(
            known[tie.from_id],
            known[tie.to_id],
            nodes,
            bent=(tie.to_id, tie.from_id) in pairs,
        )
        for tie in ties
        if tie.from_id in known and tie.to_id in known
    }


def _bent(one: Node, two: Node, bend: float) -> Route:
    across, down = two.x - one.x, two.y - one.y
    control = ((one.x + two.x) / 2 + bend * down * 2, (one.y + two.y) / 2 - bend * across * 2)
    return Route(_border(one, control), _border(two, control), control)


def _border(node: Node, towards: Point) -> Point:
    """Return where a line from the middle of a node towards a point leaves the node's box."""
    width, height = box(node)
    across, down = towards[0] - node.x, towards[1] - node.y
    if not across and not down:
        return node.x, node.y
    share = min(
        width / 2 / abs(across) if across else float("inf"),
        height / 2 / abs(down) if down else float("inf"),
    )
    return node.x + across * share, node.y + down * share


def _crosses(way: Route, node: Node) -> bool:
    width, height = box(node)
    return any(
        abs(x - node.x) < width / 2 and abs(y - node.y) < height / 2
        for x, y in (way.at(step / STEPS) for step in range(1, STEPS))
    )
