"""Where a border of a coding stops when it moves by words: where one begins, or where one ends."""

from unicodedata import category

from ui.reduce.transcript.borders import Edge
from ui.reduce.transcript.steps import step

BETWEEN = ("Zs", "Zl", "Zp", "Cc")  # blanks and line ends
CLOSING = ("Po", "Pe", "Pf", "Pd", "Pc")  # signs that a quotation does not begin with
OPENING = ("Ps", "Pi")  # signs that a quotation does not end with


def word_step(text: str, position: int, edge: Edge, steps: int) -> int:
    """Return the border `steps` words further (backwards if < 0); the same at the text's ends.

    A start stops before a word, an end behind a word or the signs that close it.
    """
    way = 1 if steps > 0 else -1
    for _ in range(abs(steps)):
        at = step(text, position, "word", way)
        while at != position and not _is_border(text, at, edge):
            following = step(text, at, "word", way)
            if following == at:
                return position
            at = following
        position = at
    return position


def _is_border(text: str, at: int, edge: Edge) -> bool:
    if edge == "start":
        return at < len(text) and category(text[at]) not in (*BETWEEN, *CLOSING)
    return at > 0 and category(text[at - 1]) not in (*BETWEEN, *OPENING)
