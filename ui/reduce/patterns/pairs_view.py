"""The matrix of pairs: names up the columns and along the rows, cells in shades of heat."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.reduce.patterns.pairs_model import Index, PairsModel
from ui.theme import theme, ui_font
from ui.widgets.badges import SWATCH_SIZE, paint_swatch
from ui.widgets.tables import dress_table

CELL = 34
ROW = 26
PAD = 8
LONGEST = 210  # of a name beside its row
TALLEST = 150  # of a name above its column
_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CodeHeader(QHeaderView):
    """Names of codes with their colour, upright above the columns; too long ones end in …."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.upright = orientation == Qt.Orientation.Horizontal
        self.extent = 80
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(ROW)
        self.setDefaultSectionSize(CELL if self.upright else ROW)
        theme().changed.connect(self.viewport().update)

    def fit(self) -> None:
        """Take as much room as the names need, within bounds."""
        model = self.model()
        letters = QFontMetricsF(ui_font(9.5))
        count = model.columnCount() if model is not None else 0
        names = (str(model.headerData(n, self.orientation())) for n in range(count))
        longest = max((letters.horizontalAdvance(name) for name in names), default=40)
        most = TALLEST if self.upright else LONGEST
        self.extent = round(min(most, longest + SWATCH_SIZE + 3 * PAD))
        self.headerDataChanged(self.orientation(), 0, max(0, count - 1))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.extent) if self.upright else QSize(self.extent, 0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        if not isinstance(model, PairsModel) or section >= len(model.places):
            return
        code = model.code(section)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme().color("panel"))
        painter.setPen(QPen(theme().color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        length, across = rect.width(), rect.height()
        painter.translate(rect.topLeft())
        if self.upright:
            painter.translate(0, rect.height())
            painter.rotate(-90)
            length, across = across, length
        paint_swatch(painter, PAD, across / 2, code.colour)
        painter.setPen(theme().color("ink"))
        painter.setFont(ui_font(9.5))
        left = PAD + SWATCH_SIZE + 6
        place = QRect(left, 0, length - left - 4, across)
        letters = QFontMetricsF(painter.font())
        name = letters.elidedText(code.name, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _LINE, name)
        painter.restore()


class CellDelegate(QStyledItemDelegate):
    """A cell with no room to spare: its shade, and its count in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._font = ui_font(9)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, PairsModel):
            return
        words, ground, ink = model.look(index.row(), index.column())
        painter.fillRect(option.rect, ground)
        painter.setPen(ink)
        painter.setFont(self._font)
        painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, words)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme().color("ink"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))


class PairsMatrix(QTableView):
    """The square of all used codes; it scrolls where it is larger than its place."""

    def __init__(self, model: PairsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pairs = model
        self.setModel(model)
        dress_table(self, "grid")
        self.across = CodeHeader(Qt.Orientation.Horizontal, self)
        self.down = CodeHeader(Qt.Orientation.Vertical, self)
        self.setHorizontalHeader(self.across)
        self.setVerticalHeader(self.down)
        self.down.show()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName(self.tr("Pairs of codes"))
        model.modelReset.connect(self._fit)

    def _fit(self) -> None:
        self.across.fit()
        self.down.fit()
        self.updateGeometries()
