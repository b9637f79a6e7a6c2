"""The colours of codes: schemes that people with any kind of sight can tell apart, and shades.

`CODE_COLOURS` are Tilik's own 24. Any two differ by at least 0.10 in OKLab, and by 0.04 as people
with protanopia, deuteranopia or tritanopia see them (simulation of Machado et al. 2009); each has a
contrast between 2.6 and 6.6 to white. The order puts the most different ones first.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

CODE_COLOURS = (
    *("#4878d8", "#f87800", "#386830", "#a82080", "#00b860", "#e870f0"),
    *("#987800", "#685098", "#0098b0", "#e84848", "#9090d8", "#d08090"),
    *("#a85870", "#d83898", "#885008", "#a8a038", "#c00040", "#20a8f8"),
    *("#6048d8", "#009048", "#b068f8", "#9068b8", "#9030b8", "#64748b"),
)


@dataclass(frozen=True, slots=True)
class Scheme:
    """Colours for the themes of a code tree; the name is that of its authors, in any language."""

    key: str
    name: str
    colours: tuple[str, ...]


OKABE_ITO = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442")
"""Okabe and Ito 2008, Color Universal Design, without black; yellow last: it is pale on white."""

TOL_BRIGHT = ("#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#bbbbbb")
"""Paul Tol, Colour Schemes, SRON/EPS/TN/09-002, issue 3.2: bright."""

TOL_MUTED = (
    *("#cc6677", "#332288", "#ddcc77", "#117733", "#88ccee"),
    *("#882255", "#44aa99", "#999933", "#aa4499"),
)
"""The same: muted, without the pale grey that stands for bad data."""

SCHEMES = (
    Scheme("tilik", "Tilik", CODE_COLOURS),
    Scheme("okabe_ito", "Okabe–Ito", OKABE_ITO),
    Scheme("tol_bright", "Tol bright", TOL_BRIGHT),
    Scheme("tol_muted", "Tol muted", TOL_MUTED),
)
"""What a tree can be coloured by, the present one first."""

SHADES = 0.17
"""How far in OKLab's lightness (0 to 1) the shades under a theme go from its own colour."""
DARKEST, LIGHTEST = 0.40, 0.84
"""Between these lightnesses a shade is seen on the light ground and on the dark one."""


def next_colour(used: Iterable[str], beside: Iterable[str] = ()) -> str:
    """Return the colour for a new code: of those that no code `beside` it has, the least used."""
    counts = Counter(colour.lower() for colour in used)
    taken = {colour.lower() for colour in beside}
    return min(CODE_COLOURS, key=lambda colour: (colour in taken, counts[colour]))


def theme_colour(scheme: Scheme, number: int) -> str:
    """Return the colour of the theme `number` (from 0); after the last they come in a shade."""
    round_, at = divmod(number, len(scheme.colours))
    colour = scheme.colours[at]
    return colour if round_ == 0 else shades(colour, 2 * round_)[round_ % 2 - 1]


def shades(colour: str, count: int) -> list[str]:
    """Return `count` shades of "#rrggbb", from dark to light, none of them the colour itself."""
    light, a, b = _oklab(colour)
    low = max(DARKEST, min(light - SHADES, LIGHTEST - 2 * SHADES))
    high = min(LIGHTEST, low + 2 * SHADES)
    steps = [low + (high - low) * (n + 0.5) / count for n in range(count)]
    found = [_hex(step, a, b) for step in steps]
    return [_hex(light - 0.03, a, b) if shade == colour else shade for shade in found]


def _oklab(colour: str) -> tuple[float, float, float]:
    """Return lightness and the two opponents of a colour (Ottosson 2020)."""
    red, green, blue = (_linear(int(colour[n : n + 2], 16) / 255) for n in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _hex(light: float, a: float, b: float) -> str:
    """Return the colour at a place in OKLab, cut to what a screen can show."""
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    parts = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(_screen(part) * 255):02x}" for part in parts)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _screen(part: float) -> float:
    part = min(max(part, 0.0), 1.0)
    return 12.92 * part if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)
