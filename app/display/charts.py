"""Charts of a matrix: bars and heat maps, as PNG or SVG, readable in grey print."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from math import sqrt
from pathlib import Path
from textwrap import fill
from threading import Lock
from typing import Any

from app.display.headings import flat
from app.display.matrix import Matrix
from app.display.series import Series, series, stacks
from app.errors import UserError
from app.faults import one_line
from app.in_place import in_place

DPI = 300
MOST_PIXELS = 40_000_000
"""A picture that would have more is drawn with fewer dots an inch."""
HATCHES = ("", "///", "...", "", "\\\\\\", "xx", "---", "oo")
"""How series are hatched: neighbours, and those of like darkness, differ without colour."""
FONTS = ("Inter", "Noto Sans", "Segoe UI", "Helvetica Neue", "Arial", "DejaVu Sans")
NAME_LETTERS, HEAD_LETTERS = 38, 14
HORIZONTAL_HEADS = 10
"""With more columns than these their names stand upright."""
BAR, GAP, ROW, CELL, NARROW_CELL = 0.19, 0.16, 0.3, 0.92, 0.36

drawing = Lock()
"""Held while one draws: the settings of matplotlib are those of the whole process."""


@dataclass(frozen=True, slots=True)
class ChartColours:
    """The colours of a chart as "#rrggbb": the page, the ink, rules, the accent, the bars."""

    page: str = "#ffffff"
    ink: str = "#22262b"
    line: str = "#c9c4ba"
    accent: str = "#0f6b6b"
    bars: tuple[str, ...] = (
        "#0f6b6b", "#e3b566", "#4a6076", "#9ccac7", "#b3261e", "#d8cdb4", "#3d7d5a", "#b9bec3",
    )  # fmt: skip


def write_chart(matrix: Matrix, kind: str, path: Path, title: str = "", language: str = "") -> None:
    """Write a chart to .png or .svg, in place of a file of that name.

    Raises UserError for another ending, EnvironmentProblem where the file cannot be written.
    """
    form = path.suffix.lower().removeprefix(".")
    if form not in ("png", "svg"):
        raise UserError("display.unknown_picture", name=one_line(path.name))
    drawn = draw(matrix, kind, form, title, language=language)
    with in_place(path) as part:
        part.write_bytes(drawn)


def draw(
    matrix: Matrix,
    kind: str,
    form: str,
    title: str = "",
    colours: ChartColours | None = None,
    *,
    language: str = "",
) -> bytes:
    """Draw a matrix as "bars", "stacked" or "heat"; return a "png" (300 dpi) or "svg" file.

    Bars that cannot be stacked (an informant may speak in two of them) stand side by side.
    """
    with drawing:
        return _draw(matrix, kind, form, title, colours or ChartColours(), language or "en")


def _draw(
    matrix: Matrix, kind: str, form: str, title: str, colours: ChartColours, language: str
) -> bytes:
    import warnings

    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    # A script that no font of this machine has is drawn as boxes; that is no fault of ours.
    warnings.filterwarnings("ignore", "Glyph .* missing from", UserWarning)
    with rc_context(settings(colours)):
        size = _size(matrix, kind)
        figure = Figure(figsize=size, layout="constrained", facecolor=colours.page)
        FigureCanvasAgg(figure)
        if title:
            words = fill(title, max(30, round(size[0] * 9)))
            figure.suptitle(words, x=0.012, ha="left", fontsize=11, fontweight="bold")
        axes = figure.add_subplot()
        axes.set_facecolor(colours.page)
        axes.tick_params(colors=colours.ink, length=0)
        for side in axes.spines.values():
            side.set_visible(False)
        if matrix.rows and matrix.columns:
            if kind == "heat":
                _heat(axes, matrix, colours)
            else:
                stacked = kind == "stacked" and stacks(matrix)
                _bars(axes, matrix, colours, series(matrix, language), stacked=stacked)
        else:
            axes.set_axis_off()
        written = BytesIO()
        dpi = min(DPI, sqrt(MOST_PIXELS / (size[0] * size[1])))
        figure.savefig(written, format=form, dpi=dpi, facecolor=colours.page)
    return written.getvalue()


def settings(colours: ChartColours) -> Any:
    """Return the settings of matplotlib with which everything is drawn."""
    from matplotlib import font_manager

    known = set(font_manager.get_font_names())
    return {
        "font.family": "sans-serif",
        "font.sans-serif": [name for name in FONTS if name in known] or ["DejaVu Sans"],
        "font.size": 9,
        "text.color": colours.ink,
        "text.parse_math": False,  # a name with two dollar signs is no formula
        "svg.fonttype": "path",  # looks the same where these fonts are not
        "hatch.linewidth": 0.7,
    }


def _size(matrix: Matrix, kind: str) -> tuple[float, float]:
    rows, columns = max(1, len(matrix.rows)), max(1, len(matrix.columns))
    if kind == "heat":
        names = min(NAME_LETTERS, max((len(row.name) for row in matrix.rows), default=0)) * 0.075
        wide = columns * (CELL if columns <= HORIZONTAL_HEADS else NARROW_CELL)
        return max(4.5, names + 0.6 + wide), 1.9 + ROW * rows
    bars = 1 if kind == "stacked" and stacks(matrix) else len(series(matrix, "en"))
    return 7.5, 1.5 + rows * (max(2, bars) * BAR + GAP)


def _bars(
    axes: Any, matrix: Matrix, colours: ChartColours, drawn: Sequence[Series], *, stacked: bool
) -> None:
    rows = range(len(matrix.rows))
    thick = 0.8 if stacked else 0.8 / len(drawn)
    from_left = [0] * len(matrix.rows)
    for at, one in enumerate(drawn):
        shift = 0.0 if stacked else (at - (len(drawn) - 1) / 2) * thick
        bars = axes.barh(
            [row + shift for row in rows],
            one.counts,
            thick * (0.8 if stacked else 0.92),
            left=from_left if stacked else 0,
            label=one.name,
            color=colours.bars[at % len(colours.bars)],
            hatch=HATCHES[at % len(HATCHES)],
            edgecolor=colours.page,
            linewidth=0.6 if stacked else 0,
        )
        if stacked:
            from_left = [a + b for a, b in zip(from_left, one.counts, strict=True)]
        else:
            words = [str(count) if count else "" for count in one.counts]
            axes.bar_label(bars, words, padding=2, fontsize=7)
    if stacked:
        for row, count in zip(rows, from_left, strict=True):
            axes.annotate(
                str(count or ""), (count, row), (3, 0), textcoords="offset points", va="center"
            )
    _row_names(axes, matrix)
    axes.set_ylim(len(matrix.rows) - 0.45, -0.55)
    axes.set_xmargin(0.06)
    axes.xaxis.grid(visible=True, color=colours.line, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.xaxis.get_major_locator().set_params(integer=True)
    if len(drawn) > 1:
        axes.legend(
            loc="lower left", bbox_to_anchor=(0, 1), ncols=4, frameon=False, fontsize=8, borderpad=0
        )


def _heat(axes: Any, matrix: Matrix, colours: ChartColours) -> None:
    largest = max(1, matrix.largest)
    rows, columns = len(matrix.rows), len(matrix.columns)
    grounds: list[list[Rgb]] = []
    for y, row in enumerate(matrix.rows):
        grounds.append([])
        for x, column in enumerate(matrix.columns):
            count = matrix.cell(row, column)
            ground = _mixed(colours, count / largest)
            grounds[-1].append(ground)
            if count or columns * rows < 2_000:
                alike = _is_light(ground) == _is_light(_rgb(colours.page))
                tint = colours.ink if alike else colours.page
                words = str(count) if count else "·"
                said = axes.text(x, y, words, ha="center", va="center", fontsize=8, color=tint)
                said.set_in_layout(False)
    axes.imshow(grounds, aspect="auto", interpolation="nearest")
    axes.set_xticks([x - 0.5 for x in range(1, columns)], minor=True)
    axes.set_yticks([y - 0.5 for y in range(1, rows)], minor=True)
    axes.grid(which="minor", color=colours.page, linewidth=1.2)
    axes.tick_params(which="minor", length=0)
    _heads(axes, matrix)
    _row_names(axes, matrix)


def _heads(axes: Any, matrix: Matrix) -> None:
    names = [heading.name for heading in flat(matrix.columns)]
    axes.xaxis.tick_top()
    if len(names) <= HORIZONTAL_HEADS:
        axes.set_xticks(range(len(names)), [fill(name, HEAD_LETTERS) for name in names])
    else:
        words = [fill(name, NAME_LETTERS) for name in names]
        axes.set_xticks(range(len(names)), words, rotation=90)


def _row_names(axes: Any, matrix: Matrix) -> None:
    """Name the rows, long names on several lines; codes with shown codes under them are bold."""
    rows = matrix.rows
    axes.set_yticks(range(len(rows)), [fill(row.name, NAME_LETTERS) for row in flat(rows)])
    for label, row, following in zip(axes.get_yticklabels(), rows, rows[1:], strict=False):
        if following.depth > row.depth:
            label.set_fontweight("bold")


Rgb = tuple[float, float, float]


def _rgb(colour: str) -> Rgb:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _mixed(colours: ChartColours, share: float) -> Rgb:
    """Return the ground of a cell: more accent for a larger share, none for nothing."""
    page, accent = _rgb(colours.page), _rgb(colours.accent)
    much = 0.12 + 0.78 * share if share else 0.0
    red, green, blue = (p * (1 - much) + a * much for p, a in zip(page, accent, strict=True))
    return red, green, blue


def _is_light(ground: Rgb) -> bool:
    """Tell whether dark words are read better on a ground than light ones (WCAG luminance)."""
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in ground]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] > 0.179
