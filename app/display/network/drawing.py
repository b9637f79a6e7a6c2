"""A network as a picture: boxes and arrows, readable in grey print, as PNG or SVG."""

from io import BytesIO
from pathlib import Path
from typing import Any

from app.display.charts import DPI, ChartColours, drawing, settings
from app.display.network.networks import Network, Node, Tie
from app.display.network.routes import Route, box, label_lines, routes
from app.errors import UserError
from app.faults import one_line
from app.in_place import in_place

POINTS = 72.0
SIGNS = {"+": "+", "-": "\N{MINUS SIGN}"}


def tie_words(tie: Tie) -> str:
    """Return what stands at the middle of a link: its sign and its label."""
    return " ".join(filter(None, (SIGNS.get(tie.sign, ""), tie.label)))


def words_middle(way: Route, words: str) -> tuple[float, float]:
    """Return the middle of a link's words: on the link, or above one that they would cover."""
    x, y = way.middle
    wide = 8 + 7.5 * len(words)
    across = abs(way.end[0] - way.begin[0])
    covered = wide * across / way.length if way.length else wide
    return (x, y) if covered < way.length * 0.6 else (x, y - 14)


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
        ways = routes(network.nodes, network.ties)
        for tie in network.ties:
            _tie(axes, tie, ways[tie.id], colours)
        for node in network.nodes:
            _node(axes, node, colours)
        written = BytesIO()
        figure.savefig(written, format=form, dpi=DPI, facecolor=colours.page)
    return written.getvalue()


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


def _tie(axes: Any, tie: Tie, way: Route, colours: ChartColours) -> None:
    from matplotlib.patches import FancyArrowPatch
    from matplotlib.path import Path as Line

    if way.length < 1:
        return
    points = [way.begin, way.end] if way.control is None else [way.begin, way.control, way.end]
    kinds = [Line.MOVETO] + [Line.LINETO if way.control is None else Line.CURVE3] * (
        len(points) - 1
    )
    axes.add_patch(
        FancyArrowPatch(
            path=Line(points, kinds),
            arrowstyle="-|>",
            mutation_scale=13,
            color=colours.ink,
            linewidth=1.3,
            linestyle="--" if tie.sign == "-" else "-",
            zorder=1,
        )
    )
    words = tie_words(tie)
    if words:
        ground = {"facecolor": colours.page, "edgecolor": "none", "pad": 1.5}
        middle = words_middle(way, words)
        axes.text(*middle, words, ha="center", va="center", fontsize=10.5, bbox=ground, zorder=4)


def extent(network: Network) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a network with a margin around it, in points."""
    if not network.nodes:
        return 0.0, 0.0, 200.0, 80.0
    boxes = [(node, *box(node)) for node in network.nodes]
    turns = [way.middle for way in routes(network.nodes, network.ties).values()]
    return (
        min([node.x - width / 2 for node, width, _ in boxes] + [x for x, _ in turns]) - 24,
        min([node.y - height / 2 for node, _, height in boxes] + [y for _, y in turns]) - 36,
        max([node.x + width / 2 for node, width, _ in boxes] + [x for x, _ in turns]) + 24,
        max([node.y + height / 2 for node, _, height in boxes] + [y for _, y in turns]) + 24,
    )
