"""The colours of codes: 24 that stay apart, on light ground and dark, for every kind of sight.

Any two differ by at least 0.10 in OKLab, and by 0.04 as people with protanopia, deuteranopia or
tritanopia see them (simulation of Machado et al. 2009); each has a contrast between 2.6 and 6.6 to
white. The order puts the most different ones first.
"""

from collections import Counter
from collections.abc import Iterable

CODE_COLOURS = (
    *("#4878d8", "#f87800", "#386830", "#a82080", "#00b860", "#e870f0"),
    *("#987800", "#685098", "#0098b0", "#e84848", "#9090d8", "#d08090"),
    *("#a85870", "#d83898", "#885008", "#a8a038", "#c00040", "#20a8f8"),
    *("#6048d8", "#009048", "#b068f8", "#9068b8", "#9030b8", "#64748b"),
)


def next_colour(used: Iterable[str], beside: Iterable[str] = ()) -> str:
    """Return the colour for a new code: of those that no code `beside` it has, the least used."""
    counts = Counter(colour.lower() for colour in used)
    taken = {colour.lower() for colour in beside}
    return min(CODE_COLOURS, key=lambda colour: (colour in taken, counts[colour]))
