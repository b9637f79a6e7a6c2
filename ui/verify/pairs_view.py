"""The convergence coding of one claim: every cell beside every other, and the index below (R4)."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.verify.readings import Reading
from app.verify.rules.pairs import Pair
from app.verify.wording import decimal
from ui.language import ui_language
from ui.theme import theme, ui_font
from ui.widgets.glyphs import GLYPH_SIZE, glyph_for, paint_glyph

ROW = 26
MOST_NAME = 190
LEAST_CELL = 44
MOST_CELL = 110
PADDING = 8


class PairsView(QWidget):
    """Painted whole: half a table, a sign for each pair, and the words below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading: Reading | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()
        theme().changed.connect(self.update)

    def show_reading(self, reading: Reading) -> None:
        """Show the pairs of a claim's cells; nothing where no two cells stand to each other."""
        self.reading = reading
        self.setVisible(bool(reading.pairs))
        self.setAccessibleName(self.said())
        self.updateGeometry()
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self.reading = None
        self.hide()

    def said(self) -> str:
        """Return all pairs in words, and the index."""
        if self.reading is None:
            return ""
        names = {cell.name: cell.words for cell in self.reading.cells}
        pairs = [
            f"{names[p.one]} – {names[p.other]}: {self._pair_words(p.pair)}"
            for p in self.reading.pairs
        ]
        return "; ".join([*pairs, self._summary()])

    def sizeHint(self) -> QSize:
        rows = len(self.reading.cells) if self.reading is not None else 0
        return QSize(320, ROW * (rows + 1) + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.reading is None:
            return
        painter = QPainter(self)
        painter.setFont(ui_font(9))
        cells = self.reading.cells
        for row, cell in enumerate(cells):
            self._write(painter, QRectF(0, ROW * row, self._name_width(), ROW), cell.words, "ink")
            if row + 1 < len(cells):
                self._write(painter, self._place(row, row), cell.words, "soft", centred=True)
            line = QRectF(0, ROW * (row + 1) - 1, self._name_width() + self._wide() * row, 1)
            painter.fillRect(line, theme().color("line"))
            for column in range(row):
                self._paint_pair(painter, row, column)
        bottom = QRectF(0, ROW * len(cells) + 4, self.width(), ROW)
        self._write(painter, bottom, self._summary(), "soft")
        painter.end()

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent) and self.reading is not None:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().x(), event.pos().y()))
            return True
        return bool(super().event(event))

    def tip_at(self, x: float, y: float) -> str:
        """Return the words of the pair at a point; nothing beside them."""
        if self.reading is None:
            return ""
        row, column = int(y // ROW), int((x - self._name_width()) // self._wide())
        cells = self.reading.cells
        if not (0 <= column < row < len(cells)) or x < self._name_width():
            return ""
        pair = self.reading.pair(cells[row].name, cells[column].name)
        words = self._pair_words(pair) if pair else self.tr("both silent")
        return f"{cells[row].words} – {cells[column].words}: {words}"

    def _paint_pair(self, painter: QPainter, row: int, column: int) -> None:
        assert self.reading is not None
        cells = self.reading.cells
        pair = self.reading.pair(cells[row].name, cells[column].name)
        if pair is None:
            return
        place = QRectF(0, 0, GLYPH_SIZE, GLYPH_SIZE)
        place.moveCenter(self._place(row, column).center())
        paint_glyph(painter, place, glyph_for(str(pair)))

    def _place(self, row: int, column: int) -> QRectF:
        return QRectF(self._name_width() + self._wide() * column, ROW * row, self._wide(), ROW)

    def _name_width(self) -> float:
        return min(MOST_NAME, max(self._advances(), default=0) + PADDING)

    def _wide(self) -> float:
        cells = max(1, len(self._advances()) - 1)
        spare = (self.width() - self._name_width()) / cells
        widest = max(self._advances(), default=0) + PADDING
        return max(LEAST_CELL, min(MOST_CELL, widest, spare))

    def _advances(self) -> list[float]:
        metrics = QFontMetricsF(ui_font(9))
        cells = self.reading.cells if self.reading is not None else ()
        return [metrics.horizontalAdvance(cell.words) for cell in cells]

    def _write(
        self, painter: QPainter, place: QRectF, words: str, token: str, *, centred: bool = False
    ) -> None:
        painter.setPen(theme().color(token))
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width() - 4)
        across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | across, shown)

    def _pair_words(self, pair: Pair) -> str:
        return {
            Pair.AGREEMENT: self.tr("agreement"),
            Pair.PARTIAL: self.tr("partial agreement"),
            Pair.DISSONANCE: self.tr("dissonance"),
            Pair.SILENCE: self.tr("one is silent"),
        }[pair]

    def _summary(self) -> str:
        assert self.reading is not None
        counts = [
            f"{self._pair_words(kind)} {number}"
            for kind in Pair
            if (number := sum(p.pair == kind for p in self.reading.pairs))
        ]
        words = self.tr("Pairs: {pairs}.").format(pairs=", ".join(counts))
        if self.reading.index is None:
            return words
        index = decimal(self.reading.index, ui_language())
        how_far = self.tr("Convergence index {index}.").format(index=index)
        return f"{words} {how_far}"
