"""The layout of the page: each paragraph is laid out when it is first asked for, and never before.

`blockBoundingRect` is where QPlainTextEdit asks. Its scroll bar counts lines, and a paragraph that
nobody has seen yet has none to count: it counts for as many as its length suggests (`estimate`).
Once it is laid out its count is exact, and the view hears of the new sum through
`documentSizeChanged`: at once, or after what is going on (`hold`), or after the painting.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextLayout, QTextOption
from PySide6.QtWidgets import QPlainTextDocumentLayout

from ui.reduce.transcript.metrics import MARGIN, PARAGRAPH_GAP, TURN_GAP, PageMetrics
from ui.reduce.transcript.speakers import Opening

LONG = 2000  # a paragraph beyond keeps its shaped letters, so that scrolling in it stays quick


class PageLayout(QPlainTextDocumentLayout):
    """Lays paragraphs out on a page of `metrics`.

    `opening` says of a block whether a turn begins in it, and how many units of it are a label
    that is not to be shown.
    """

    def __init__(
        self,
        document: QTextDocument,
        metrics: PageMetrics,
        opening: Callable[[QTextBlock], Opening],
    ) -> None:
        super().__init__(document)
        self.metrics = metrics
        document.setDefaultFont(metrics.font)
        self.generation = 0
        self.announcing = False  # the view sets its scroll bar right, and counts on every line
        self._opening = opening
        self._heights: dict[int, float] = {}  # of the blocks laid out on this page, by number
        self._holding = 0
        self._dirty = False
        self._afterwards = QTimer(self, singleShot=True, interval=0)
        self._afterwards.timeout.connect(self.announce)
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._hidden = QTextCharFormat()
        self._hidden.setProperty(QTextCharFormat.Property.FontPixelSize, 1)
        self._hidden.setForeground(Qt.GlobalColor.transparent)

    # --- what QPlainTextEdit asks ---------------------------------------------------------

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        height = self._heights.get(block.blockNumber())
        if height is None:
            if not block.isValid():
                return QRectF()
            height = self.lay(block)
        return QRectF(0, 0, self.metrics.text_left + self.metrics.measure, height)

    def documentSize(self) -> QSizeF:
        return QSizeF(0, self.document().lineCount())  # no width: the page never scrolls sideways

    def documentChanged(self, start: int, removed: int, added: int) -> None:
        """Do nothing: the words never change, and Qt's own would lay a block out its own way."""

    # --- laying out -----------------------------------------------------------------------

    def knows(self, block: QTextBlock) -> bool:
        """Whether `block` is laid out on this page."""
        return block.blockNumber() in self._heights

    def lay(self, block: QTextBlock) -> float:
        """Lay `block` out if it is not, and return its height."""
        number = block.blockNumber()
        height = self._heights.get(number)
        if height is not None:
            return height
        opening = self._opening(block)
        layout = block.layout()
        self._dress(layout, block, opening.label)
        top = 0.0 if number == 0 else TURN_GAP if opening.turn else PARAGRAPH_GAP
        height = self._heights[number] = self._break(layout, top, opening.label)
        if not block.next().isValid():
            self._heights[number] = height = height + MARGIN
        lines = layout.lineCount()
        if lines != block.lineCount():
            block.setLineCount(lines)
            self._changed()
        return height

    def lay_from(self, block: QTextBlock, height: float) -> None:
        """Lay out `block` and what follows, until they fill `height`."""
        while block.isValid() and height > 0:
            height -= self.lay(block)
            block = block.next()

    def lay_above(self, block: QTextBlock, height: float) -> None:
        """Lay out what stands above `block`, as far as `height`."""
        block = block.previous()
        while block.isValid() and height > 0:
            height -= self.lay(block)
            block = block.previous()

    def set_words(self, words: str) -> None:
        """Fill the document, for the first and only time."""
        self.document().setPlainText(words)
        self.document().firstBlock().clearLayout()  # of the empty document
        self._heights.clear()

    def turn_page(self, metrics: PageMetrics) -> None:
        """Begin anew on another page; every paragraph is laid out again when it is seen."""
        self.metrics = metrics
        self.document().setDefaultFont(metrics.font)
        self.generation += 1
        self._heights.clear()
        self._dirty = True  # even where no count changes the heights do

    def count_again(self) -> None:
        """Have the view look at its height again."""
        self._changed()

    def estimate(self, lengths: Sequence[int], *, fresh: bool = False) -> None:
        """Count for paragraphs not yet laid out as many lines as their `lengths` suggest.

        `fresh`: they count for one line each so far, as new blocks do.
        """
        document, known, per_line = self.document(), self._heights, self.metrics.per_line
        for number, length in enumerate(lengths):
            if number not in known and (length > per_line or not fresh):
                lines = max(1, ceil(length / per_line))
                document.findBlockByNumber(number).setLineCount(lines)
        self._changed()

    def _dress(self, layout: QTextLayout, block: QTextBlock, label: int) -> None:
        layout.setTextOption(self._option)
        layout.setCacheEnabled(block.length() > LONG)
        if label and not layout.formats():
            words = QTextLayout.FormatRange()
            words.start, words.length, words.format = 0, label, self._hidden
            layout.setFormats([words])

    def _break(self, layout: QTextLayout, y: float, label: int) -> float:
        """Break into lines from `y` on, and return where the last one ends."""
        metrics = self.metrics
        left, measure, pitch = metrics.text_left, metrics.measure, metrics.pitch
        above = (pitch - metrics.box) / 2 + metrics.ascent
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(measure)
            tall = line.height() + 2
            if tall <= pitch:
                line.setPosition(QPointF(left, round(y + above - line.ascent())))
                y += pitch
            else:  # another script's letters may need more room
                line.setPosition(QPointF(left, y + 1))
                y += ceil(tall)
            line = layout.createLine()
        layout.endLayout()
        if label:
            self._hang(layout, label)
        return y

    def _hang(self, layout: QTextLayout, label: int) -> None:
        """Move the first line so that the words behind its label begin at the margin."""
        first = layout.lineAt(0)
        width = first.cursorToX(label)[0] - first.cursorToX(0)[0]
        if width > 0:
            first.setPosition(QPointF(first.x() - width, first.y()))

    # --- telling the view -----------------------------------------------------------------

    def announce(self) -> None:
        """Tell the view how many lines there are now, if that has changed."""
        self._afterwards.stop()
        if self._holding:
            return
        while self._dirty:  # the view may lay out more when it hears: each block once, so it ends
            self._dirty = False
            self.announcing = True
            with self._held():
                self.documentSizeChanged.emit(self.documentSize())
            self.announcing = False

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Tell the view only after what is done inside."""
        with self._held():
            yield
        self.announce()

    @contextmanager
    def painting(self) -> Iterator[None]:
        """Tell the view only when the event loop runs again."""
        with self._held():
            yield
        if self._dirty and not self._holding:
            self._afterwards.start()

    @contextmanager
    def _held(self) -> Iterator[None]:
        self._holding += 1
        try:
            yield
        finally:
            self._holding -= 1

    def _changed(self) -> None:
        self._dirty = True
        self.announce()
