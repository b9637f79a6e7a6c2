"""Rich text, through striprtf. Footnotes stay, after the paragraph that they belong to; tracked
deletions go; cells of a table are joined by a tab.
"""

import re

from app.collect.reading.cleaning import settled
from app.collect.reading.source import ReadSource
from app.errors import UserError

_NOTE_BEGINS, _NOTE_ENDS, _CELL_ENDS = "\ue0f1", "\ue0f2", "\ue0f3"
_CONTROL = re.compile(
    r"\\\\|\\[{}]|[{}]|\\(nest)?cell(?![a-z0-9]) ?|\\footnote(?![a-z]) ?|\\deleted(?![a-z0]) ?"
)
_LINK_PROMPT = re.compile(r"HYPERLINK")
_ONE_NOTE = re.compile(f"{_NOTE_BEGINS}([^{_NOTE_ENDS}]*){_NOTE_ENDS}")


def read_rtf(name: str, data: bytes) -> ReadSource:
    """Read the rich text file `name`. Raises UserError where it is cut short or damaged."""
    from striprtf.striprtf import rtf_to_text

    source = _LINK_PROMPT.sub("LINK", data.decode("cp1252", errors="replace"))
    prepared = _prepared(name, source)
    try:
        text: str = rtf_to_text(prepared, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError, TypeError, AttributeError) as error:
        raise UserError("collect.damaged", file=name) from error
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = [_line(line) for line in settled(text).split("\n")]
    return ReadSource(format="rtf", text=_with_notes(lines).strip("\n"))


def _prepared(name: str, source: str) -> str:
    """Mark footnotes and cells with signs that come through, and make deletions invisible.

    striprtf drops footnotes, draws cells as bars and shows deletions. Counts the braces besides:
    where the outer one never closes the file was cut short.
    """
    depth, at, deepest_closed = 0, 0, False
    notes: list[int] = []
    pieces: list[str] = []
    for found in _CONTROL.finditer(source):
        pieces.append(source[at : found.start()])
        at = found.end()
        sign = found.group().rstrip(" ")
        if sign == "{":
            depth += 1
        elif sign == "}":
            if notes and notes[-1] == depth:
                notes.pop()
                sign = f"\\u{ord(_NOTE_ENDS)}?}}"
            depth -= 1
            deepest_closed = deepest_closed or depth == 0
        elif sign == "\\footnote":
            notes.append(depth)
            sign = f"\\u{ord(_NOTE_BEGINS)}?"
        elif sign == "\\deleted":
            sign = "\\template "
        elif sign.endswith("cell"):
            sign = f"\\u{ord(_CELL_ENDS)}?"
        pieces.append(sign)
    if not deepest_closed:
        raise UserError("collect.damaged", file=name)
    return "".join(pieces) + source[at:]


def _line(line: str) -> str:
    """Write the cells of a row with tabs between them."""
    return line.removesuffix(_CELL_ENDS).replace(_CELL_ENDS, "\t")


def _with_notes(lines: list[str]) -> str:
    out: list[str] = []
    count = 0
    joined = "\n".join(lines)
    # A note may hold several paragraphs, so the text is cut at the ends of paragraphs outside it.
    for paragraph in re.split(rf"\n(?![^{_NOTE_BEGINS}]*{_NOTE_ENDS})", joined):
        notes: list[str] = []

        def number(found: re.Match[str], notes: list[str] = notes) -> str:
            nonlocal count
            count += 1
            notes.append(f"[{count}] {found.group(1).strip()}")
            return f"[{count}]"

        out += [_ONE_NOTE.sub(number, paragraph), *notes]
    return "\n".join(out)
