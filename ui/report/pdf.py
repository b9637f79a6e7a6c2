"""A report as PDF through Qt's own printing: upright and wide pages, contents with pages."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from app.report.blocks import Block, Contents, Figure, Heading, PartEnd, PartStart, Table, Title
from app.report.document import ReportDocument
from app.report.html import HtmlPages
from app.report.paper import INK, STYLE

POINTS_AN_INCH = 72
MARGIN = 25.0
"""Millimetres around the text; the page's number stands in the lower one."""


def print_pdf(
    document: ReportDocument, path: Path, goes_on: Callable[[], None] = lambda: None
) -> None:
    """Print a report to a PDF file; `goes_on` is called often, and raises to stop it."""
    if QGuiApplication.instance() is None:
        import os

        from PySide6.QtWidgets import QApplication

        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _keep.append(QApplication([]))  # the kind that a window could be shown with later
    stretches = list(_stretches(document))
    pages = _numbered(document, stretches, goes_on)
    writer = QPdfWriter(str(path))
    writer.setResolution(POINTS_AN_INCH)
    writer.setTitle(document.title)
    writer.setCreator("Tilik")
    writer.setPageLayout(_layout(wide=False))
    painter = QPainter()
    number = 0
    for at, stretch in enumerate(stretches):
        writer.setPageLayout(_layout(wide=stretch.wide))
        if at == 0:
            painter.begin(writer)
        laid = stretch.laid_out(document, pages)
        for page in range(laid.pageCount()):
            goes_on()
            if number:
                writer.newPage()
            number += 1
            _paint(painter, laid, page, number, stretch.wide)
    if painter.isActive():
        painter.end()


class Stretch:
    """Blocks that stand on pages of one kind, one after the other."""

    def __init__(self, *, wide: bool) -> None:
        self.wide = wide
        self.blocks: list[Block] = []

    def laid_out(self, document: ReportDocument, pages: dict[str, int]) -> QTextDocument:
        """Return the stretch laid out on its pages; `pages` are those of headings and captions."""
        laid = QTextDocument()
        laid.setDefaultFont(QFont("Times New Roman", 11))
        laid.setDefaultStyleSheet(STYLE)
        laid.setDocumentMargin(0)
        html = HtmlPages(document, plain=True, pages=pages)
        words = "".join(map(html.block, self.blocks)) + html.lists_end()
        laid.setHtml(f"<html><body>{words}</body></html>")
        laid.setPageSize(_text_area(wide=self.wide))
        _keep_with_next(laid)
        return laid


def _stretches(document: ReportDocument) -> Iterator[Stretch]:
    """Yield the blocks by pages: a new stretch where the page turns or a section begins."""
    now = Stretch(wide=False)
    for block in document.blocks:
        if isinstance(block, PartStart | PartEnd):
            continue
        wide = now.wide
        if isinstance(block, Heading | Table):
            wide = block.wide
        elif isinstance(block, Title | Contents | Figure):
            wide = False
        new_page = isinstance(block, Contents) or (isinstance(block, Heading) and block.new_page)
        if now.blocks and (wide != now.wide or new_page):
            yield now
            now = Stretch(wide=wide)
        now.wide = wide
        now.blocks.append(block)
    if now.blocks:
        yield now


def _keep_with_next(laid: QTextDocument) -> None:
    """Move a heading, or the caption of a table, to the page of what it stands over."""
    height, layout = laid.pageSize().height(), laid.documentLayout()
    block = laid.begin()
    while block.isValid():
        after = block.next()
        if after.isValid() and _belongs_to_next(block):
            here = layout.blockBoundingRect(block).top() // height
            if layout.blockBoundingRect(after).bottom() // height > here:
                form = block.blockFormat()
                form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(block).setBlockFormat(form)
        block = after


def _belongs_to_next(block: QTextBlock) -> bool:
    if block.blockFormat().headingLevel():
        return True
    return any(name.startswith("_Reftable") for name in _anchors(block))


def _anchors(block: QTextBlock) -> Iterator[str]:
    fragments = block.begin()
    while not fragments.atEnd():
        yield from fragments.fragment().charFormat().anchorNames()
        fragments += 1


def _numbered(
    document: ReportDocument, stretches: list[Stretch], goes_on: Callable[[], None]
) -> dict[str, int]:
    """Lay everything out once and return the page on which each heading and caption stands."""
    found: dict[str, int] = {}
    unknown: dict[str, int] = defaultdict(lambda: 888)  # as wide as the numbers that will come
    before = 0
    for stretch in stretches:
        goes_on()
        laid = stretch.laid_out(document, unknown)
        height = laid.pageSize().height()
        layout = laid.documentLayout()
        block = laid.begin()
        while block.isValid():
            top = layout.blockBoundingRect(block).top()
            for name in _anchors(block):
                found.setdefault(name, before + int(top // height) + 1)
            block = block.next()
        before += laid.pageCount()
    return found


def _paint(painter: QPainter, laid: QTextDocument, page: int, number: int, wide: bool) -> None:
    area = _text_area(wide=wide)
    margin = MARGIN / 25.4 * POINTS_AN_INCH
    painter.save()
    painter.translate(margin, margin - page * area.height())
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, QColor(INK))
    context.clip = QRectF(0, page * area.height(), area.width(), area.height())
    painter.setClipRect(context.clip)
    laid.documentLayout().draw(painter, context)
    painter.restore()
    painter.setFont(QFont("Times New Roman", 10))
    foot = QRectF(margin, margin + area.height() + 18, area.width(), 20)
    painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter, str(number))


def _layout(*, wide: bool) -> QPageLayout:
    side = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, side, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)


def _text_area(*, wide: bool) -> QSizeF:
    """Return the space between the margins, in points."""
    size = QPageSize(QPageSize.PageSizeId.A4).size(QPageSize.Unit.Point)
    width, height = (size.height(), size.width()) if wide else (size.width(), size.height())
    margins = 2 * MARGIN / 25.4 * POINTS_AN_INCH
    return QSizeF(width - margins, height - margins)


_keep: list[QGuiApplication] = []
