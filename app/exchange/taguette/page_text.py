"""The words of a document kept as HTML, and where a position in it stands in them.

Taguette counts UTF-8 bytes over the text between the tags, white space between blocks as well.
"""

from bisect import bisect_left, bisect_right
from html.parser import HTMLParser

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figure"),
        *("figcaption", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li"),
        *("main", "nav", "ol", "p", "pre", "section", "table", "tbody", "thead", "tr", "ul"),
        *("body", "html", "center", "fieldset", "form"),
    )
)
_UNSEEN = frozenset(("script", "style", "head", "title", "template"))
_SPACES = str.maketrans(dict.fromkeys("\t\r\n\f", " "))


class PageText(HTMLParser):
    """The words of a page: a line for each block, white space in it one blank for each."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._length = 0
        self._bytes = 0
        self._runs: list[tuple[int, int, str]] = []
        """Of each run of text: its first byte, its first position in ours, its words."""
        self._pending: list[str] = []
        self._line_open = False
        self._kept = 0
        self._unseen = 0
        self.feed(page)
        self.close()
        self._flush()
        self.text = "".join(self._parts).rstrip()

    def at(self, position: int) -> int:
        """Return where a position in bytes stands, in code points; beyond the end it stays so."""
        if position >= self._bytes or position < 0:
            return self._beyond(position)
        return self._in_run(bisect_right(self._runs, position, key=_first) - 1, position)

    def end_at(self, position: int) -> int:
        """Return where a selection ends that ends at a position: with its words, not behind."""
        if position > self._bytes or position <= 0:
            return self._beyond(position)
        found = self._in_run(bisect_left(self._runs, position, key=_first) - 1, position)
        while found and self.text[found - 1] == "\n":
            found -= 1
        return found

    def _beyond(self, position: int) -> int:
        return position if position <= 0 else len(self.text) + position - self._bytes

    def _in_run(self, run: int, position: int) -> int:
        start, ours, words = self._runs[run]
        inside = words.encode("utf-8", "replace")[: position - start]
        return min(ours + len(inside.decode("utf-8", "ignore")), len(self.text))

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Begin a line at a block, and end what is seen."""
        if tag in _UNSEEN:
            self._flush()
            self._unseen += 1
        elif tag in _BLOCKS:
            self._end_line()
            self._kept += tag == "pre"
        elif tag == "br":
            self._flush()
            self._line_open = True
            self._end_line()
        elif tag in ("td", "th") and self._line_open:
            self._flush()
            self._put("\t")

    def handle_endtag(self, tag: str) -> None:
        """End the line of a block."""
        if tag in _UNSEEN and self._unseen:
            self._flush()
            self._unseen -= 1
        elif tag in _BLOCKS:
            self._end_line()
            self._kept -= tag == "pre" and self._kept > 0

    def handle_data(self, data: str) -> None:
        """Take words; they are put down when the next tag comes."""
        self._pending.append(data)

    def _flush(self) -> None:
        data = "".join(self._pending)
        self._pending.clear()
        if not data:
            return
        size = len(data.encode("utf-8", "replace"))
        shown = data if self._kept else data.translate(_SPACES)
        empty = self._unseen or (not self._line_open and not shown.strip())
        self._runs.append((self._bytes, self._length, "" if empty else data))
        self._bytes += size
        if not empty:
            self._put(shown)
            self._line_open = True

    def _end_line(self) -> None:
        self._flush()
        if self._line_open:
            self._put("\n")
        self._line_open = False

    def _put(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)


def _first(run: tuple[int, int, str]) -> int:
    return run[0]


def words_of_page(page: str) -> str:
    """Return the words of a snippet of HTML."""
    return PageText(page).text.strip()
