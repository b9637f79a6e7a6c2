"""What Tilik wrote and what the researcher may write between: content controls with tags."""

from itertools import count

from app.report.blocks import PartStart
from app.report.word.xml import attribute, paragraph

MARK = "tilik:"
CONTINUED = "~"
"""A part that goes on after a section break has this and a number after its tag."""


class Parts:
    """Opens and closes the content controls of a body; a section break never stands in one."""

    def __init__(self, own_style: str) -> None:
        """`own_style` is the id of the style in which the researcher writes."""
        self._own = own_style
        self._part: PartStart | None = None
        self._open = self._gap = False
        self._pieces = 0
        self._ids = count(717_000_001)
        self.tags: list[str] = []

    def begin(self, part: PartStart) -> None:
        """A part begins; its control is opened with the first block in it."""
        self._part, self._pieces = part, 0

    def opened(self) -> str:
        """Return the beginning of a control, where a part waits for one."""
        gap = self._flush()
        if self._part is None or self._open:
            return gap
        self._open = True
        self._pieces += 1
        tag = self._part.tag if self._pieces == 1 else f"{self._part.tag}{CONTINUED}{self._pieces}"
        self.tags.append(tag)
        return (
            f'{gap}<w:sdt><w:sdtPr><w:alias w:val="{attribute(self._part.title[:60])}"/>'
            f'<w:tag w:val="{attribute(tag)}"/><w:id w:val="{next(self._ids)}"/></w:sdtPr>'
            "<w:sdtContent>"
        )

    def paused(self) -> str:
        """Close the control for a section break; the part goes on after it."""
        if not self._open:
            return ""
        self._open = False
        return "</w:sdtContent></w:sdt>"

    def end(self) -> str:
        """Return the end of a part; a paragraph to write in follows it."""
        closing = self.paused()
        if self._part is not None:
            self._gap = True
        self._part = None
        return closing

    def break_with(self, properties: str) -> str:
        """Return a paragraph that ends a section; the one to write in serves where it waits."""
        style, self._gap = self._own if self._gap else "", False
        return paragraph("", style, properties)

    def _flush(self) -> str:
        if not self._gap:
            return ""
        self._gap = False
        return paragraph("", self._own)
