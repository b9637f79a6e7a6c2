"""The menu to pick a code's colour from: the 24 of `app.reduce.colours`, or any other."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QColorDialog,
    QGridLayout,
    QMenu,
    QPushButton,
    QWidget,
    QWidgetAction,
)

from app.reduce.colours import CODE_COLOURS
from ui.theme import theme

COLUMNS = 6
CELL = 28
_MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -COLUMNS,
    Qt.Key.Key_Down: COLUMNS,
}


class Swatch(QAbstractButton):
    """One colour to click on."""

    def __init__(self, colour: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self.setFixedSize(CELL, CELL)
        self.setCheckable(True)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        painter.drawRoundedRect(QRectF(5, 5, CELL - 10, CELL - 10), 5, 5)
        if self.hasFocus() or self.underMouse() or self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color("ink" if self.hasFocus() else "line_strong"), 1.6))
            painter.drawRoundedRect(QRectF(2, 2, CELL - 4, CELL - 4), 7, 7)
        if self.isChecked():
            painter.setPen(QPen(QColor("white"), 2))
            for one, other in (((10, 14.5), (13, 17.5)), ((13, 17.5), (18.5, 11))):
                painter.drawLine(QPointF(*one), QPointF(*other))
        painter.end()


class SwatchGrid(QWidget):
    """The palette as a grid; the arrow keys move in it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(6, 6, 6, 6)
        grid.setSpacing(2)
        self.swatches = [
            Swatch(colour, name, self)
            for colour, name in zip(CODE_COLOURS, self._names(), strict=True)
        ]
        for number, swatch in enumerate(self.swatches):
            grid.addWidget(swatch, number // COLUMNS, number % COLUMNS)
            swatch.clicked.connect(lambda _, colour=swatch.colour: self.chosen.emit(colour))

    def _names(self) -> tuple[str, ...]:
        return (
            *(self.tr("blue"), self.tr("orange"), self.tr("dark green"), self.tr("plum")),
            *(self.tr("green"), self.tr("orchid"), self.tr("mustard"), self.tr("dark violet")),
            *(self.tr("cyan"), self.tr("red"), self.tr("lavender"), self.tr("rose")),
            *(self.tr("mauve"), self.tr("pink"), self.tr("brown"), self.tr("olive")),
            *(self.tr("crimson"), self.tr("sky blue"), self.tr("indigo"), self.tr("leaf green")),
            *(self.tr("lilac"), self.tr("heather"), self.tr("purple"), self.tr("slate")),
        )

    def mark(self, colour: str) -> None:
        """Tick the swatch of `colour`, none where it is not of the palette."""
        for swatch in self.swatches:
            swatch.setChecked(swatch.colour == colour.lower())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _MOVES.get(Qt.Key(event.key()))
        focused = self.focusWidget()
        if step is None or not isinstance(focused, Swatch):
            super().keyPressEvent(event)
            return
        there = self.swatches.index(focused) + step
        if 0 <= there < len(self.swatches):
            self.swatches[there].setFocus(Qt.FocusReason.OtherFocusReason)


class ColourMenu(QMenu):
    """The palette to pop up, with a way to any other colour."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, current: str = "") -> None:
        super().__init__(parent)
        self.current = current
        self.grid = SwatchGrid(self)
        self.grid.mark(current)
        self.grid.chosen.connect(self._on_swatch)
        holder = QWidgetAction(self)
        holder.setDefaultWidget(self.grid)
        self.addAction(holder)
        self.addSeparator()
        self.other = self.addAction(self.tr("Other colour…"))
        self.other.triggered.connect(self._on_other)

    def set_current(self, colour: str) -> None:
        self.current = colour
        self.grid.mark(colour)

    def _on_swatch(self, colour: str) -> None:
        self.close()
        self.chosen.emit(colour)

    def _on_other(self) -> None:
        start = QColor(self.current or CODE_COLOURS[0])
        colour = QColorDialog.getColor(start, self.parentWidget(), self.tr("Colour of the code"))
        if colour.isValid():
            self.chosen.emit(colour.name())


class ColourButton(QPushButton):
    """A button that shows a colour and opens the palette."""

    chosen = Signal(str)

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._menu = ColourMenu(self, colour)
        self._menu.chosen.connect(self._on_pick)
        self.setMenu(self._menu)
        self.setAccessibleName(self.tr("Colour"))
        self.setToolTip(self.tr("Choose a colour"))
        self.set_colour(colour)

    def colour(self) -> str:
        return self._colour

    def set_colour(self, colour: str) -> None:
        """Show `colour` ("#rrggbb") without a signal."""
        self._colour = colour
        self.setAccessibleDescription(colour)
        self._menu.set_current(colour)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(48, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(8, 7, -8, -7), 4, 4)
        painter.end()

    def _on_pick(self, colour: str) -> None:
        if colour != self._colour:
            self.set_colour(colour)
            self.chosen.emit(colour)
