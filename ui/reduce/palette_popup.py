"""The quick-code palette: type to find a code or to make one, Enter codes the selection."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.reduce.codes import CodeRow
from ui.widgets.icons import icon

SHOWN = 12
KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class NewCode:
    """The wish to make a code of that path."""

    path: str


class CodePalette(QFrame):
    """A small popup at the selection; Esc closes it and leaves the selection."""

    code_chosen = Signal(int)
    new_code_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._codes: list[CodeRow] = []
        self._recent: list[int] = []
        self.setProperty("ground", "panel")
        self.setFixedWidth(380)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Type to find a code or to make one…"))
        self.field.setAccessibleName(self.tr("Code"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Codes found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.field.installEventFilter(self)

    def open_at(self, at: QPoint, codes: Sequence[CodeRow], recent: Sequence[int]) -> None:
        """Show the palette at a global point, the recent codes first."""
        self._codes, self._recent = list(codes), list(recent)
        self.field.clear()
        self._look("")
        screen = self.screen().availableGeometry() if self.screen() else None
        if screen is not None:
            at.setX(min(at.x(), screen.right() - self.width()))
            at.setY(min(at.y(), screen.bottom() - self.sizeHint().height()))
        self.move(at)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                count = max(1, self.list.count())
                self.list.setCurrentRow((self.list.currentRow() + step) % count)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                return True
        return super().eventFilter(watched, event)

    def _look(self, words: str) -> None:
        wanted = words.strip().casefold()
        found = sorted(
            (code for code in self._codes if wanted in code.path.casefold()),
            key=lambda code: self._rank(code, wanted),
        )
        self.list.clear()
        for code in found[:SHOWN]:
            item = QListWidgetItem(_swatch(code.colour), code.path)
            item.setData(KEY, code.id)
            self.list.addItem(item)
        same = any(wanted in (c.name.casefold(), c.path.casefold()) for c in found)
        if wanted and not same:
            item = QListWidgetItem(icon("plus"), self.tr("Make code “{name}”").format(name=words))
            item.setData(KEY, NewCode(words.strip()))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(min(SHOWN, max(1, self.list.count())) * 30 + 6)
        self.adjustSize()

    def _rank(self, code: CodeRow, wanted: str) -> tuple[int, int, str]:
        name = code.name.casefold()
        fit = 0 if name == wanted else 1 if name.startswith(wanted) else 2 if wanted in name else 3
        order = self._recent.index(code.id) if code.id in self._recent else len(self._recent)
        return (fit if wanted else 0, order, code.path.casefold())

    def _take(self) -> None:
        item = self.list.currentItem()
        what = item.data(KEY) if item is not None else None
        self.hide()
        if isinstance(what, NewCode):
            self.new_code_chosen.emit(what.path)
        elif what is not None:
            self.code_chosen.emit(what)


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(12, 12)
    pixmap.fill(QColor(colour))
    return QIcon(pixmap)
