"""A report as one HTML file that opens anywhere; citations lead to their transcripts."""

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import assert_never

from app.language.words import say
from app.report.blocks import (
    Block,
    Cell,
    Contents,
    Figure,
    Heading,
    Item,
    Link,
    Paragraph,
    PartEnd,
    PartStart,
    Quotation,
    Remark,
    Run,
    SourceLine,
    Table,
    Title,
    Transcript,
)
from app.report.document import ReportDocument
from app.report.numbers import Numbered, captions, heading_numbers

STYLE = """
body{font:16px/1.55 "Times New Roman",Times,serif;color:#22262b;max-width:52em;margin:3em auto;
padding:0 1.2em}
h1{font-size:1.6em;margin-top:2.2em}h2{font-size:1.25em;margin-top:1.8em}h3,h4{font-style:italic}
h4{font-weight:normal}.title{text-align:center;margin:5em 0}.title h1{font-size:2em;margin:0}
blockquote{margin:.6em 1.5em .6em 3em}table{border-collapse:collapse;width:100%;font-size:.88em;
table-layout:fixed}th,td{border-bottom:1px solid #bfbab0;padding:.3em .5em;text-align:left;
vertical-align:top;overflow-wrap:anywhere}th{background:#e2f0ef;border-top:1px solid #bfbab0}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}.caption{font-weight:bold;
margin:1.4em 0 .3em}.source{font-style:italic;font-size:.9em}
figure{margin:1.4em 0;text-align:center}
figure img{max-width:100%}nav p{margin:.15em 0}nav .l2{margin-left:1.2em}nav .l3{margin-left:2.4em}
a{color:#0f6b6b;text-decoration:none}a:hover{text-decoration:underline}
.line{display:flex;gap:1em;margin:.3em 0}.line b{flex:0 0 5em}mark{background:#dcedec;color:inherit}
:target{background:#fff3cd}
"""


def write_html(document: ReportDocument, path: Path) -> None:
    """Write a report to one HTML file."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for piece in html_pieces(document):
            file.write(piece)


def html_pieces(document: ReportDocument) -> Iterator[str]:
    """Yield the HTML of a report."""
    title = escape(document.title)
    yield f'<!DOCTYPE html>\n<html lang="{document.language}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f"<title>{title}</title><style>{STYLE}</style></head><body>\n"
    pages = HtmlPages(document)
    for block in document.blocks:
        yield pages.block(block)
    yield f"{pages.lists_end()}</body></html>\n"


@dataclass(slots=True)
class HtmlPages:
    """Turns the blocks of a report into HTML, one after the other.

    `plain` is for Qt's own documents, which know fewer styles: no marks, widths as attributes.
    """

    document: ReportDocument
    plain: bool = False
    pages: Mapping[str, int] | None = None
    """The pages of headings and captions, for contents that are printed."""
    _open: list[str] = field(default_factory=list)
    _list: int = 0
    _captions: dict[str, Numbered] = field(init=False)
    _numbers: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Count tables, figures and headings."""
        blocks, language = self.document.blocks, self.document.language
        self._captions = captions(blocks, language)
        self._numbers = heading_numbers(blocks, self.document.look, language)

    def block(self, block: Block) -> str:
        """Return the HTML of a block."""
        if isinstance(block, Item):
            return self._item(block)
        return self.lists_end() + self._block(block)

    def lists_end(self) -> str:
        """Close the lists that are open."""
        closed = "".join(f"</{tag}>" for tag in reversed(self._open))
        self._open.clear()
        self._list = 0
        return closed

    def _block(self, block: Block) -> str:
        match block:
            case Title():
                lines = "".join(f"<p>{escape(line)}</p>" for line in block.lines)
                subtitle = f"<p><i>{escape(block.subtitle)}</i></p>"
                return (
                    f'<div class="title" align="center"><h1>{escape(block.title)}</h1>'
                    f"{subtitle}{lines}</div>"
                )
            case Contents():
                return self._contents()
            case Heading():
                number = self._number(block)
                level = min(block.level, 4)
                words = escape(" ".join(part for part in (number, block.words) if part))
                return (
                    f'<h{level} id="{block.name}"><a name="{block.name}"></a>{words}</h{level}>\n'
                )
            case Paragraph():
                return f"<p>{self.runs(block.runs)}</p>\n"
            case Item():
                return self._item(block)
            case Quotation():
                return self._quotation(block)
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case SourceLine():
                return self._source(block.words)
            case Transcript():
                return "".join(self._lines(block))
            case PartStart() | PartEnd():
                return ""
            case _:
                assert_never(block)

    def runs(self, runs: Sequence[Run]) -> str:
        """Return runs with their bold, italic, links and references."""
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        if run.ref:
            found = self._captions.get(run.ref)
            return f'<a href="#{found.bookmark}">{escape(found.words)}</a>' if found else ""
        words = escape(run.words)
        words = f"<i>{words}</i>" if run.italic else words
        words = f"<b>{words}</b>" if run.bold else words
        return self._linked(words, run.to)

    def _linked(self, words: str, to: str) -> str:
        return f'<a href="#{to}">{words}</a>' if to in self.document.places else words

    def _number(self, heading: Heading) -> str:
        number = self._numbers.get(heading.name, "")
        return f"{number}." if heading.appendix and number else number

    def _contents(self) -> str:
        headings = [b for b in self.document.blocks if isinstance(b, Heading) and b.level < 4]
        lines = [
            self._entry(h.name, " ".join(p for p in (self._number(h), h.words) if p), h.level)
            for h in headings
        ]
        found = self._captions.values()
        parts = [(self.document.say("contents"), lines)]
        for kind, key in (("table", "list_of_tables"), ("figure", "list_of_figures")):
            rows = [
                self._entry(n.bookmark, f"{n.words}. {n.caption}", 1)
                for n in found
                if n.bookmark.startswith(f"_Ref{kind}")
            ]
            parts.append((self.document.say(key), rows))
        return "".join(
            f"<nav><h2>{escape(head)}</h2>{''.join(rows)}</nav>\n" for head, rows in parts if rows
        )

    def _entry(self, name: str, words: str, level: int) -> str:
        """Return a line of the contents; printed, its page stands at the right."""
        linked = f'<a href="#{name}">{escape(words)}</a>'
        if self.pages is None:
            return f'<p class="l{level}">{linked}</p>'
        indent = "&nbsp;" * (4 * (level - 1))
        page = self.pages[name]
        return (
            '<table width="100%" cellspacing="0" cellpadding="1"><tr>'
            f'<td width="92%">{indent}{linked}</td><td align="right">{page}</td></tr></table>'
        )

    def _item(self, item: Item) -> str:
        tag = "ol" if item.numbered else "ul"
        made = ""
        if item.list != self._list or (self._open and item.depth == 0 and self._open[0] != tag):
            made += self.lists_end()
            self._list = item.list
        while len(self._open) > item.depth + 1:
            made += f"</{self._open.pop()}>"
        while len(self._open) < item.depth + 1:
            self._open.append(tag)
            made += f"<{tag}>"
        return f"{made}<li>{self.runs(item.runs)}</li>"

    def _quotation(self, block: Quotation) -> str:
        lead = f"<b>{escape(block.lead)}</b> " if block.lead else ""
        words = escape(block.words).replace("\n", "<br>")
        cited = self._linked(escape(block.citation), block.to)
        return f"<blockquote>{lead}“{words}” {cited}</blockquote>\n"

    def _table(self, block: Table) -> str:
        return "".join(self.table_pieces(block))

    def table_pieces(self, block: Table) -> Iterator[str]:
        """Yield a table with its caption and source line."""
        yield self._caption(block.name)
        total = sum(block.shares)
        shares = [f"{100 * share / total:.1f}%" for share in block.shares]
        width = ' width="100%" cellspacing="0" cellpadding="4" border="1"' if self.plain else ""
        yield f"<table{width}><thead><tr>"
        for n, (head, share) in enumerate(zip(block.heads, shares, strict=True)):
            side = self._side(n, block)
            yield f'<th width="{share}"{side}>{escape(head)}</th>'
        yield "</tr></thead><tbody>\n"
        for at, row in enumerate(block.rows):
            place = block.places[at] if block.places else ""
            name = f' id="{place}"' if place and not self.plain else ""
            cells = "".join(
                f"<td{self._side(n, block)}>{self._cell(cell)}</td>" for n, cell in enumerate(row)
            )
            yield f"<tr{name}>{cells}</tr>\n"
        yield "</tbody></table>"
        yield self._source(self._spoken(block.source))

    def _side(self, column: int, block: Table) -> str:
        if column not in block.numbers:
            return ""
        return ' align="right"' if self.plain else ' class="n"'

    def _cell(self, cell: Cell) -> str:
        words = cell.words if isinstance(cell, Link) else cell
        plain = escape(words).replace("\n", "<br>")
        return self._linked(plain, cell.to) if isinstance(cell, Link) else plain

    def _figure(self, block: Figure) -> str:
        use_svg = bool(block.svg) and not self.plain
        kind = "svg+xml" if use_svg else "png"
        data = base64.b64encode(block.svg if use_svg else block.png).decode()
        size = f' width="{round(block.width * 37.8)}"' if self.plain else ""
        picture = (
            f'<img alt="{escape(block.alternative)}"{size} src="data:image/{kind};base64,{data}">'
        )
        caption = self._caption(block.name)
        return f"<figure>{picture}</figure>{caption}{self._source(self._spoken(block.source))}"

    def _caption(self, name: str) -> str:
        found = self._captions[name]
        words = f"{escape(found.words)}. {escape(found.caption)}"
        anchor = f'<a name="{found.bookmark}"></a>'
        return f'<p class="caption" id="{found.bookmark}">{anchor}<b>{words}</b></p>'

    def _spoken(self, source: str) -> str:
        return say("report.source_line", self.document.language, source=source) if source else ""

    @staticmethod
    def _source(words: str) -> str:
        return f'<p class="source"><i>{escape(words)}</i></p>\n' if words else ""

    def _lines(self, block: Transcript) -> Iterator[str]:
        at = 0
        for (speaker, words), place in zip(block.lines, block.places, strict=True):
            end = at + len(words)
            marked = "".join(_marked(words, at, end, block.remarks))
            name = "" if self.plain else f' id="{place}"'
            if self.plain:
                yield f"<p><b>{escape(speaker)}</b> {marked}</p>\n"
            else:
                inside = f"<b>{escape(speaker)}</b><span>{marked}</span>"
                yield f'<div class="line"{name}>{inside}</div>\n'
            at = end + 1


def _marked(words: str, begin: int, end: int, remarks: Sequence[Remark]) -> Iterator[str]:
    """Yield a line with its codings: marked, their codes shown under the mouse."""
    touching = [r for r in remarks if r.start < end and r.end > begin]
    cuts = sorted(
        {begin, end, *(min(max(p, begin), end) for r in touching for p in (r.start, r.end))}
    )
    for start, stop in pairwise(cuts):
        piece = escape(words[start - begin : stop - begin])
        over = [
            r.words.replace("\n", " · ") for r in touching if r.start <= start and r.end >= stop
        ]
        yield f'<mark title="{escape(chr(10).join(over))}">{piece}</mark>' if over else piece
