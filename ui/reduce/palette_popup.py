"""The quick-code palette: type to find a code or to make one; Enter takes it."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.reduce.codes import CodeRow
from ui.reduce.code_model import Index
from ui.reduce.palette_model import Offer, offers
from ui.reduce.suggesting.likely_codes import LikelyCodes
from ui.theme import theme, ui_font
from ui.widgets.badges import SWATCH_SIZE, paint_swatch
from ui.widgets.icons import icon_pixmap

ROWS = 10  # shown at once; the others by scrolling
ROW = 30
WIDTH = 380
OFFER = Qt.ItemDataRole.UserRole + 1
TICKED = Qt.ItemDataRole.UserRole + 2
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Take = Callable[[list[Offer]], None]


class CodePalette(QFrame):
    """A small popup at the selection. Ctrl+Enter ticks, for several codes at once; Esc closes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._codes: Sequence[CodeRow] = ()
        self._recent: Sequence[int] = ()
        self._without: Collection[int] = ()
        self._can_make = True
        self._several = True
        self._ticked: dict[int, Offer] = {}
        self._take: Take | None = None
        self.setProperty("popup", True)
        self.setAccessibleName(self.tr("Quick codes"))
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("Code"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Codes found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(_OfferDelegate(self.list))
        self.hint = QLabel(self)
        self.hint.setProperty("kind", "small")
        self.likely = LikelyCodes(self)
        self.likely.taken.connect(self._take_likely)
        for widget in (self.field, self.list, self.hint, self.likely):
            column.addWidget(widget)
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self.take)
        self.list.itemClicked.connect(self._on_click)
        self.field.installEventFilter(self)

    def open_at(
        self,
        at: QPoint,
        take: Take,
        codes: Sequence[CodeRow],
        recent: Sequence[int] = (),
        *,
        asks: str = "",
        can_make: bool = True,
        several: bool = True,
        without: Collection[int] = (),
    ) -> None:
        """Pop up at a global point; `take` gets the offers that were taken.

        `asks` says what the code is for; `without` are codes that are not offered.
        """
        self._codes, self._recent, self._without = codes, recent, without
        self._take, self._can_make, self._several = take, can_make, several
        self._ticked = {}
        self.likely.show_codes(())
        self.field.setPlaceholderText(asks or self.tr("Find a code, or make one…"))
        more = self.tr("Enter takes it · Ctrl+Enter ticks several · Esc closes")
        self.hint.setText(more if several else self.tr("Enter takes it · Esc closes"))
        self.field.clear()
        self._look()
        self.move(self._inside(at))
        self.show()
        self.activateWindow()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def shown(self) -> list[Offer]:
        """Return what is offered now, from top to bottom."""
        return [self.list.item(row).data(OFFER) for row in range(self.list.count())]

    def show_likely(self, codes: Sequence[CodeRow]) -> None:
        """Show codes that the words may be worth; what is offered above stays as it is."""
        self.likely.show_codes(codes)
        self.adjustSize()

    def _take_likely(self, code_id: int) -> None:
        code = next((code for code in self._codes if code.id == code_id), None)
        self.hide()
        if code is not None and self._take is not None:
            self._take([Offer(code.name, colour=code.colour, code_id=code.id)])

    def take(self) -> None:
        """Take what is ticked, else the current row, and close."""
        item = self.list.currentItem()
        taken = list(self._ticked.values())
        if not taken and item is not None:
            taken = [item.data(OFFER)]
        self.hide()
        if taken and self._take is not None:
            self._take(taken)

    def tick(self) -> None:
        """Tick the current code, or take its tick away."""
        item = self.list.currentItem()
        offer = item.data(OFFER) if item is not None else None
        if offer is None or offer.code_id is None or not self._several:
            return
        if offer.code_id in self._ticked:
            del self._ticked[offer.code_id]
        else:
            self._ticked[offer.code_id] = offer
        item.setData(TICKED, offer.code_id in self._ticked)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        keys = Qt.Key
        steps = {keys.Key_Down: 1, keys.Key_Up: -1, keys.Key_PageDown: ROWS, keys.Key_PageUp: -ROWS}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self._step(step)
            return True
        if event.key() == keys.Key_Escape:
            self.hide()
            return True
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and self.likely.take(event.key()):
            return True
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (keys.Key_Return, keys.Key_Enter):
            self.tick()
            return True
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        count = self.list.count()
        if not count:
            return
        row = self.list.currentRow() + step
        self.list.setCurrentRow(row % count if abs(step) == 1 else max(0, min(row, count - 1)))

    def _look(self) -> None:
        self.list.clear()
        found = offers(
            *(self._codes, self.field.text(), self._recent),
            can_make=self._can_make,
            without=self._without,
        )
        for offer in found:
            item = QListWidgetItem(self._words(offer))
            item.setData(OFFER, offer)
            item.setData(TICKED, offer.code_id in self._ticked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(ROW * max(1, min(ROWS, len(found))) + 2)
        self.adjustSize()

    def _words(self, offer: Offer) -> str:
        if offer.makes:
            return self.tr("Make code “{name}”").format(name=offer.name)
        return offer.name

    def _on_click(self, item: QListWidgetItem) -> None:
        self.list.setCurrentItem(item)
        self.take()

    def _inside(self, at: QPoint) -> QPoint:
        """Return the point, moved so that the popup stays on the screen when it is full."""
        screen = self.parentWidget().screen().availableGeometry()
        height = ROW * ROWS + 90
        left = max(screen.left(), min(at.x(), screen.right() - WIDTH))
        return QPoint(left, max(screen.top(), min(at.y(), screen.bottom() - height)))


class _OfferDelegate(QStyledItemDelegate):
    """A row: colour, name, what stands above it; a tick where it is one of several."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: Offer = index.data(OFFER)
        rect = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().color("accent_ground"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme().color("hover"))
        left, middle = rect.left() + 10, rect.center().y()
        if offer.makes or index.data(TICKED):
            ratio = painter.device().devicePixelRatioF()
            sign = icon_pixmap("plus" if offer.makes else "check", "accent", 14, ratio)
            painter.drawPixmap(int(left - 2), int(middle - 7), sign)
        else:
            paint_swatch(painter, left, middle, offer.colour)
        left += SWATCH_SIZE + 10
        name = str(index.data(Qt.ItemDataRole.DisplayRole))
        self._paint_words(painter, rect.adjusted(left - rect.left(), 0, -10, 0), name, offer.above)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRectF, name: str, above: str) -> None:
        elide = Qt.TextElideMode
        font, small = ui_font(10), ui_font(9)
        letters = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme().color("ink"))
        shown = letters.elidedText(name, elide.ElideRight, rect.width())
        painter.drawText(rect, _LEFT, shown)
        used = letters.horizontalAdvance(shown) + 12
        path = above.strip(" >")
        if path and used < rect.width() - 40:
            painter.setFont(small)
            painter.setPen(theme().color("soft"))
            room = rect.width() - used
            path = QFontMetricsF(small).elidedText(path, elide.ElideLeft, room)
            painter.drawText(rect.adjusted(used, 0, 0, 0), _RIGHT, path)
