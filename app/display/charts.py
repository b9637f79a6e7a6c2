"""Charts of a matrix: bars and heat maps, as PNG or SVG, readable in grey print."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from textwrap import fill
from typing import Any

from app.display.matrix import Matrix

DPI = 300
HATCHES = ("", "//", "..", "xx", "\\\\", "--", "++", "oo")


@dataclass(frozen=True, slots=True)
class ChartColours:
    """The colours of a chart as "#rrggbb": the page, the ink, rules, the accent, the bars."""

    page: str = "#ffffff"
    ink: str = "#22262b"
    line: str = "#c9c4ba"
    accent: str = "#0f6b6b"
    bars: tuple[str, ...] = (
        "#0f6b6b", "#e0a84a", "#4a6076", "#b3261e", "#7aa95c", "#9333ea", "#9aa0a6", "#2b7de9",
    )  # fmt: skip


def draw(
    matrix: Matrix, kind: str, form: str, title: str = "", colours: ChartColours | None = None
) -> bytes:
    """Draw a matrix as "bars" or "heat" and return a "png" (300 dpi) or "svg" file."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    tints = colours or ChartColours()
    fonts = ["Inter", "Noto Sans", "Segoe UI", "DejaVu Sans"]
    settings: Any = {"font.family": "sans-serif", "font.sans-serif": fonts, "font.size": 9}
    with rc_context({**settings, "svg.fonttype": "none", "text.color": tints.ink}):
        figure = Figure(figsize=_size(matrix, kind), layout="constrained", facecolor=tints.page)
        FigureCanvasAgg(figure)
        axes = figure.add_subplot()
        axes.set_facecolor(tints.page)
        axes.tick_params(colors=tints.ink, length=0)
        (_bars if kind == "bars" else _heat)(axes, matrix, tints)
        if title:
            axes.set_title(title, loc="left", fontsize=11, color=tints.ink, pad=12)
        written = BytesIO()
        figure.savefig(written, format=form, dpi=DPI, facecolor=tints.page)
    return written.getvalue()


def _size(matrix: Matrix, kind: str) -> tuple[float, float]:
    rows, columns = max(1, len(matrix.rows)), max(1, len(matrix.columns))
    if kind == "bars":
        return 7.5, min(40.0, 1.6 + rows * (0.14 * columns + 0.18))
    return min(30.0, 3.2 + 0.75 * columns), min(40.0, 1.5 + 0.32 * rows)


def _bars(axes: Any, matrix: Matrix, colours: ChartColours) -> None:
    columns = matrix.columns
    thick = 0.8 / max(1, len(columns))
    for at, column in enumerate(columns):
        places = [row + at * thick for row in range(len(matrix.rows))]
        counts = [matrix.cell(row, column) for row in matrix.rows]
        drawn = axes.barh(
            places,
            counts,
            thick * 0.92,
            label=column.name,
            color=colours.bars[at % len(colours.bars)],
            hatch=HATCHES[at % len(HATCHES)],
            edgecolor=colours.page,
            linewidth=0,
        )
        axes.bar_label(drawn, [str(c) if c else "" for c in counts], padding=2, fontsize=7)
    middle = 0.4 - thick / 2
    axes.set_yticks([row + middle for row in range(len(matrix.rows))], _names(matrix, 34))
    axes.invert_yaxis()
    axes.xaxis.grid(visible=True, color=colours.line, linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)
    axes.xaxis.get_major_locator().set_params(integer=True)
    if columns:
        axes.legend(frameon=False, fontsize=8, loc="upper left", bbox_to_anchor=(1.01, 1))


def _heat(axes: Any, matrix: Matrix, colours: ChartColours) -> None:
    from matplotlib.colors import LinearSegmentedColormap

    counts = [[matrix.cell(row, column) for column in matrix.columns] for row in matrix.rows]
    scale = LinearSegmentedColormap.from_list("tilik", [colours.page, colours.accent])
    largest = max(1, matrix.largest)
    if counts and matrix.columns:
        axes.imshow(counts, cmap=scale, vmin=0, vmax=largest * 1.15, aspect="auto")
    for y, line in enumerate(counts):
        for x, count in enumerate(line):
            words = str(count) if count else "·"
            pale = count > 0.62 * largest
            tint = colours.page if pale else colours.ink
            axes.text(x, y, words, ha="center", va="center", fontsize=8, color=tint)
    axes.set_xticks(range(len(matrix.columns)), [fill(c.name, 14) for c in matrix.columns])
    axes.set_yticks(range(len(matrix.rows)), _names(matrix, 40))
    axes.xaxis.tick_top()
    for side in axes.spines.values():
        side.set_visible(False)


def _names(matrix: Matrix, width: int) -> Sequence[str]:
    return [fill(row.name, width) for row in matrix.rows]
