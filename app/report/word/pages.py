"""Pages of a Word file: upright and wide ones, and how they are numbered."""

import re
from dataclasses import dataclass, replace

from app.report.word.tables import TWIPS_A_CM


@dataclass(frozen=True, slots=True)
class Page:
    """An upright page in twips; `feet` is what its sectPr says of header and footer."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    feet: str


class Pages:
    """Which page the body stands on: front matter in roman numbers, then 1, 2, 3."""

    def __init__(self, page: Page) -> None:
        """Begin on an upright page."""
        self._page = page
        self._wide = False
        self.front = False
        self._after_front = False
        self._fresh = True

    def width(self) -> float:
        """Return the centimetres between the margins."""
        page = self._page
        return _between(page, wide=self._wide) / TWIPS_A_CM

    def fits(self, *, wide: bool, front: bool) -> bool:
        """Tell whether what comes can stand on this page."""
        return wide == self._wide and front == self.front

    def is_fresh(self) -> bool:
        """Tell, once, whether a section has just begun: its first heading needs no page break."""
        fresh, self._fresh = self._fresh, False
        return fresh

    def turn(self, *, wide: bool, front: bool) -> None:
        """Go on in another section."""
        if self.front and not front:
            self._after_front = True
        self._wide, self.front, self._fresh = wide, front, True

    def end(self) -> str:
        """Return the sectPr of the section that ends here."""
        page = self._page
        if self.front:
            number = '<w:pgNumType w:fmt="lowerRoman" w:start="1"/>'
        elif self._after_front:
            number, self._after_front = '<w:pgNumType w:fmt="decimal" w:start="1"/>', False
        else:
            number = '<w:pgNumType w:fmt="decimal"/>'
        turned = _turned(page) if self._wide else page
        side = ' w:orient="landscape"' if self._wide else ""
        title = "<w:titlePg/>" if self.front else ""
        return (
            f'<w:sectPr>{page.feet}<w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{turned.width}" w:h="{turned.height}"{side}/>'
            f'<w:pgMar w:top="{turned.top}" w:right="{turned.right}" w:bottom="{turned.bottom}" '
            f'w:left="{turned.left}" w:header="708" w:footer="708" w:gutter="0"/>'
            f"{number}{title}</w:sectPr>"
        )


def own_page(sect_pr: str, feet: str) -> Page:
    """Return the page that a template's sectPr describes, made upright."""

    def number(tag: str, name: str, default: int) -> int:
        found = re.search(rf'<w:{tag}\b[^>]*\bw:{name}="(-?\d+)"', sect_pr)
        return abs(int(found[1])) if found else default

    page = Page(
        number("pgSz", "w", 11906),
        number("pgSz", "h", 16838),
        number("pgMar", "top", 1418),
        number("pgMar", "right", 1418),
        number("pgMar", "bottom", 1418),
        number("pgMar", "left", 1701),
        feet,
    )
    return _upright(page) if page.width > page.height else page


def _turned(page: Page) -> Page:
    """Return the page on its side, its margins turned with it."""
    return replace(
        page,
        width=page.height,
        height=page.width,
        top=page.left,
        right=page.top,
        bottom=page.right,
        left=page.bottom,
    )


def _upright(page: Page) -> Page:
    """Return a page that lies on its side upright: what `_turned` does, taken back."""
    return replace(
        page,
        width=page.height,
        height=page.width,
        top=page.right,
        right=page.bottom,
        bottom=page.left,
        left=page.top,
    )


def _between(page: Page, *, wide: bool) -> int:
    turned = _turned(page) if wide else page
    return turned.width - turned.left - turned.right
