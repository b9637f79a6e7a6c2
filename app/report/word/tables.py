"""Word tables: a head that repeats on each page, rows that do not break, widths that are fixed."""

from collections.abc import Iterator, Sequence

from app.report.blocks import Cell, Link
from app.report.word.xml import attribute, bookmarked, fit_for_xml, linked, run

TWIPS_A_CM = 567
HEAD_GROUND = "E2F0EF"
RULE = "BFBAB0"
LONG_ROW = 600
"""Characters; a row with a longer cell may break across pages, lest it leave half a page empty."""

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
    for side in ("top", "bottom", "insideH")
)
_MARGINS = "".join(
    f'<w:{side} w:w="{size}" w:type="dxa"/>'
    for side, size in (("top", 40), ("left", 80), ("bottom", 40), ("right", 80))
)


def twips(centimetres: float) -> int:
    """Return centimetres in twentieths of a point."""
    return round(centimetres * TWIPS_A_CM)


class TableXml:
    """Writes one table, a piece of XML at a time."""

    def __init__(self, widths: Sequence[float], cell_style: str, head_style: str) -> None:
        """`widths` are centimetres; the styles are ids."""
        self._widths = [twips(width) for width in widths]
        self._cell, self._head = cell_style, head_style
        self._open = [
            f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/></w:tcPr>' for w in self._widths
        ]

    def begin(self, heads: Sequence[str], numbers: frozenset[int], description: str) -> str:
        """Return the table's beginning with its head."""
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{HEAD_GROUND}"/></w:tcPr>'
            f"{self._words(head, self._head, right=n in numbers, places=frozenset())}</w:tc>"
            for n, (head, width) in enumerate(zip(heads, self._widths, strict=True))
        )
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(self._widths)}" w:type="dxa"/>'
            f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            f"<w:tblCellMar>{_MARGINS}</w:tblCellMar>"
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{attribute(description)}"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>"
            f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"
        )

    def rows(
        self,
        rows: Sequence[Sequence[Cell]],
        numbers: frozenset[int],
        places: frozenset[str],
        marks: Sequence[str] = (),
        first_mark: int = 0,
    ) -> Iterator[str]:
        """Yield each row; `places` are those that cells may lead to, `marks` those of the rows."""
        last = len(rows) - 1
        for at, row in enumerate(rows):
            mark = marks[at] if marks else ""
            whole = all(len(_plain(cell)) < LONG_ROW for cell in row)
            parts = ["<w:tr><w:trPr><w:cantSplit/></w:trPr>" if whole else "<w:tr>"]
            for n, cell in enumerate(row):
                parts += (
                    self._open[n],
                    self._words(
                        cell,
                        self._cell,
                        right=n in numbers,
                        places=places,
                        mark=(mark, first_mark + at) if n == 0 and mark else None,
                        with_next=at == last,
                    ),
                    "</w:tc>",
                )
            parts.append("</w:tr>")
            yield "".join(parts)

    @staticmethod
    def _words(
        cell: Cell,
        style: str,
        *,
        right: bool,
        places: frozenset[str],
        mark: tuple[str, int] | None = None,
        with_next: bool = False,
    ) -> str:
        side = '<w:jc w:val="right"/>' if right else ""
        stays = "<w:keepNext/>" if with_next else ""  # no source line alone on a page
        begin = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{stays}{side}</w:pPr>'
        to = cell.to if isinstance(cell, Link) and cell.to in places else ""
        made = []
        for number, line in enumerate(fit_for_xml(_plain(cell)).split("\n")):
            inside = linked(run(line), to) if to else run(line)
            if mark is not None and number == 0:
                inside = bookmarked(inside, *mark)
            made.append(f"{begin}{inside}</w:p>")
        return "".join(made)


def _plain(cell: Cell) -> str:
    return cell.words if isinstance(cell, Link) else cell
