"""What a view of one source's text shows: the text, its codings and its turns.

All positions here are Unicode code points over the text, half-open `[start, end)`; the text's only
line end is "\\n".
"""

from dataclasses import dataclass

AFFIRMS, DENIES, MIXED = "affirms", "denies", "mixed"


@dataclass(frozen=True, slots=True)
class CodingSpan:
    """One coding where it stands in the text.

    `name` and `colour` ("#rrggbb") are the code's; `direction` is "affirms", "denies" or "mixed";
    `coder` is a name; `memo` says whether a memo hangs on the coding and
    `set_aside` whether its excerpt counts nowhere.
    """

    coding_id: int
    excerpt_id: int
    code_id: int
    start: int
    end: int
    name: str
    colour: str
    direction: str = AFFIRMS
    coder: str = ""
    memo: bool = False
    set_aside: bool = False


@dataclass(frozen=True, slots=True)
class TurnSpan:
    """A stretch of the text spoken by one; `speaker` is the name to show beside it."""

    start: int
    end: int
    speaker: str
    is_researcher: bool = False


@dataclass(frozen=True, slots=True)
class Transcript:
    """A source as it is read and coded; `codings` and `turns` are in the order of their start."""

    source_id: int
    reference: str
    title: str
    text: str
    codings: tuple[CodingSpan, ...] = ()
    turns: tuple[TurnSpan, ...] = ()
