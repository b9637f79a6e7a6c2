"""Plain text and Markdown: read exactly as they stand; Markdown's headings are remembered."""

import re

from app.collect.reading.cleaning import settled
from app.collect.reading.decoding import decode
from app.collect.reading.source import Heading, ReadSource

_HEADING = re.compile(r"^(#{1,6})[ \t]+(\S.*?)[ \t]*#*$", re.MULTILINE)
_FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)


def read_txt(name: str, data: bytes) -> ReadSource:
    """Read the text file `name` in any encoding. Raises UserError where it is binary."""
    return ReadSource(format="txt", text=settled(decode(name, data)))


def read_md(name: str, data: bytes) -> ReadSource:
    """Read the Markdown file `name`: its words with their marks."""
    text = settled(decode(name, data))
    fences = [found.span() for found in _FENCE.finditer(text)]
    headings = []
    title = ""
    for found in _HEADING.finditer(text):
        if any(start <= found.start() < end for start, end in fences):
            continue
        headings.append(Heading(found.start(), found.end(), len(found.group(1))))
        title = title or found.group(2)
    return ReadSource(format="md", text=text, title=title, headings=tuple(headings))
