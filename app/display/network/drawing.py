"""A network as a picture: boxes and arrows, readable in grey print, as PNG or SVG."""

from io import BytesIO
from math import hypot
from pathlib import Path
from textwrap import fill
from typing import Any

from app.display.charts import DPI, ChartColours, drawing, settings
from app.display.files import in_place
from app.display.network.networks import Network, Node, Tie
from app.errors import UserError
from app.faults import one_line

BOX_WIDTH, LINE_HEIGHT, PADDING = 160.0, 17.0, 18.0
LETTERS = 20
"""So many letters stand on a line of a box."""
POINTS = 72.0
SIGNS = {"+": "+", "-": "\N{MINUS SIGN}"}


def box(node: Node) -> tuple[float, float]:
    """Return width and height of a node's box, in points."""
    lines = label_lines(node.label)
    return BOX_WIDTH, len(lines) * LINE_HEIGHT + PADDING


def label_lines(label: str) -> list[str]:
    """Return a label in lines that fit its box."""
    return fill(label, LETTERS).split("\n") or [""]


def border_point(node: Node, towards: Node) -> tuple[float, float]:
    """Return where a line from the middle of a node to another's leaves the node's box."""
    width, height = box(node)
    across, down = towards.x - node.x, towards.y - node.y
    if not across and not down:
        return node.x, node.y
    share = min(
        width / 2 / abs(across) if across else float("inf"),
        height / 2 / abs(down) if down else float("inf"),
    )
    return node.x + across * share, node.y + down * share


def tie_words(tie: Tie) -> str:
    """Return what stands at the middle of a link: its sign and its label."""
    return " ".join(filter(None, (SIGNS.get(tie.sign, ""), tie.label)))


def words_middle(
    begin: tuple[float, float], end: tuple[float, float], words: str
) -> tuple[float, float]:
    """Return the middle of a link's words: on the link, or above one that they would cover."""
    x, y = (begin[0] + end[0]) / 2, (begin[1] + end[1]) / 2
    wide, length = 8 + 7.5 * len(words), hypot(end[0] - begin[0], end[1] - begin[1])
    covered = wide * abs(end[0] - begin[0]) / length if length else wide
    return (x, y) if covered < length * 0.6 else (x, y - 14)


def write_network(network: Network, path: Path, title: str = "") -> None:
    """Write a network to .png or .svg, in place of a file of that name.

    Raises UserError for another ending, EnvironmentProblem where the file cannot be written.
    """
    form = path.suffix.lower().removeprefix(".")
    if form not in ("png", "svg"):
        raise UserError("display.unknown_picture", name=one_line(path.name))
    drawn = draw_network(network, form, title)
    with in_place(path) as part:
        part.write_bytes(drawn)


def draw_network(
    network: Network, form: str, title: str = "", colours: ChartColours | None = None
) -> bytes:
    """Draw a network; return a "png" (300 dpi) or "svg" file."""
    with drawing:
        return _draw(network, form, title, colours or ChartColours())


def _draw(network: Network, form: str, title: str, colours: ChartColours) -> bytes:
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    left, top, right, bottom = extent(network)
    with rc_context(settings(colours)):
        size = ((right - left) / POINTS, (bottom - top) / POINTS)
        figure = Figure(figsize=size, facecolor=colours.page)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(left, right)
        axes.set_ylim(bottom, top)
        axes.set_axis_off()
        if title:
            axes.text(left + 8, top + 14, title, fontsize=13, fontweight="bold", va="center")
        known = {node.id: node for node in network.nodes}
        for tie in network.ties:
            _tie(axes, tie, known, colours)
        for node in network.nodes:
            _node(axes, node, colours)
        written = BytesIO()
        figure.savefig(written, format=form, dpi=DPI, facecolor=colours.page)
    return written.getvalue()


def extent(network: Network) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a network with a margin around it, in points."""
    if not network.nodes:
        return 0.0, 0.0, 200.0, 80.0
    boxes = [(node, *box(node)) for node in network.nodes]
    return (
        min(node.x - width / 2 for node, width, _ in boxes) - 24,
        min(node.y - height / 2 for node, _, height in boxes) - 36,
        max(node.x + width / 2 for node, width, _ in boxes) + 24,
        max(node.y + height / 2 for node, _, height in boxes) + 24,
    )


def _node(axes: Any, node: Node, colours: ChartColours) -> None:
    from matplotlib.patches import FancyBboxPatch

    width, height = box(node)
    corner = (node.x - width / 2 + 4, node.y - height / 2 + 4)
    axes.add_patch(
        FancyBboxPatch(
            corner,
            width - 8,
            height - 8,
            boxstyle="round,pad=4,rounding_size=6",
            facecolor=colours.page,
            edgecolor=node.colour or colours.ink,
            linewidth=1.4,
            zorder=2,
        )
    )
    words = "\n".join(label_lines(node.label))
    axes.text(node.x, node.y, words, ha="center", va="center", fontsize=11, zorder=3)


def _tie(axes: Any, tie: Tie, known: dict[int, Node], colours: ChartColours) -> None:
    one, two = known[tie.from_id], known[tie.to_id]
    begin, end = border_point(one, two), border_point(two, one)
    if hypot(end[0] - begin[0], end[1] - begin[1]) < 1:
        return
    axes.annotate(
        "",
        xy=end,
        xytext=begin,
        zorder=1,
        arrowprops={
            "arrowstyle": "-|>",
            "color": colours.ink,
            "linewidth": 1.3,
            "linestyle": "--" if tie.sign == "-" else "-",
            "shrinkA": 0,
            "shrinkB": 1,
        },
    )
    words = tie_words(tie)
    if words:
        middle = words_middle(begin, end, words)
        ground = {"facecolor": colours.page, "edgecolor": "none", "pad": 1.5}
        axes.text(*middle, words, ha="center", va="center", fontsize=10.5, bbox=ground, zorder=4)
