"""Footnotes and comments: the parts of a Word file beside its body."""

from app.report.word.xml import attribute, paragraph, run

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r>'
    "</w:p></w:footnote>"
)


class Footnotes:
    """Footnotes in their order; those that the researcher wrote are kept before them."""

    def __init__(self, style_ids: dict[str, str], kept: str = "", first: int = 1) -> None:
        """`kept` is XML of footnotes to keep; ours are counted from `first`."""
        self._text, self._sign = style_ids["footnote text"], style_ids["footnote reference"]
        self._kept, self._next = kept, first
        self._made: list[str] = []

    def add(self, words: str) -> str:
        """Keep a footnote and return the run that refers to it."""
        number, self._next = self._next, self._next + 1
        sign = f'<w:rPr><w:rStyle w:val="{self._sign}"/></w:rPr>'
        inside = f"<w:r>{sign}<w:footnoteRef/></w:r>{run(' ' + words)}"
        self._made.append(
            f'<w:footnote w:id="{number}">{paragraph(inside, self._text)}</w:footnote>'
        )
        return f'<w:r>{sign}<w:footnoteReference w:id="{number}"/></w:r>'

    def xml(self) -> bytes:
        """Return the part; empty where there is no footnote."""
        if not self._made and not self._kept:
            return b""
        inside = f"{_SEPARATORS}{self._kept}{''.join(self._made)}"
        return f"{HEAD}<w:footnotes {NAMESPACES}>{inside}</w:footnotes>".encode()


class Remarks:
    """Comments in the margin, one for each coding; those that others wrote are kept."""

    def __init__(self, style_ids: dict[str, str], kept: str = "", first: int = 0) -> None:
        """`kept` is XML of comments to keep; ours are counted from `first`."""
        self._text, self._sign = style_ids["Coding remark"], style_ids["annotation reference"]
        self._kept, self._next = kept, first
        self._made: list[str] = []

    def add(self, author: str, day: str, words: str) -> int:
        """Keep a comment and return its number."""
        number, self._next = self._next, self._next + 1
        initials = "".join(word[0] for word in author.split())[:3].upper()
        dated = f' w:date="{attribute(day)}"' if day else ""
        lines = words.split("\n")
        sign = f'<w:r><w:rPr><w:rStyle w:val="{self._sign}"/></w:rPr><w:annotationRef/></w:r>'
        first = paragraph(sign + run(lines[0], bold=True), self._text)
        rest = "".join(paragraph(run(line), self._text) for line in lines[1:])
        self._made.append(
            f'<w:comment w:id="{number}" w:author="{attribute(author)}"{dated} '
            f'w:initials="{attribute(initials)}">{first}{rest}</w:comment>'
        )
        return number

    def end(self, number: int) -> str:
        """Return the mark that stands where a comment's range ends."""
        return (
            f'<w:commentRangeEnd w:id="{number}"/><w:r><w:rPr><w:rStyle w:val="{self._sign}"/>'
            f'</w:rPr><w:commentReference w:id="{number}"/></w:r>'
        )

    def xml(self) -> bytes:
        """Return the part; empty where there is no comment."""
        if not self._made and not self._kept:
            return b""
        inside = f"{self._kept}{''.join(self._made)}"
        return f"{HEAD}<w:comments {NAMESPACES}>{inside}</w:comments>".encode()
