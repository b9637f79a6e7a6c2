"""A field whose words may name codes, findings, sources, people, excerpts: typed after an `@`.

A mark `@[Facilities](code:12)` shows as @Facilities in the accent's colour; `marked` gives the text
back with its marks.
"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from app.reduce.memo_marks import Key, mark, marks
from app.reduce.memo_offers import Offers, asked
from app.reduce.memo_things import Thing
from ui.theme import theme

NAMED = QTextCharFormat.Property.UserProperty + 1
THING = Qt.ItemDataRole.UserRole
ROWS = 8
WIDTH = 320


class MarkedEdit(QPlainTextEdit):
    """Offers what fits while one types after an `@`; Ctrl and a click follow a name."""

    left = Signal()
    followed = Signal(object)  # the Key that a mark names
    offers_wanted = Signal()
    """What can be named is to be read, for `set_offers`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: Offers | None = None
        self.popup = QListWidget(self)
        self.popup.setWindowFlags(Qt.WindowType.ToolTip)
        self.popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.popup.setProperty("popup", True)
        self.popup.setAccessibleName(self.tr("What can be named"))
        self.popup.hide()
        self.popup.itemClicked.connect(self._take)
        self.cursorPositionChanged.connect(self._on_caret)
        theme().changed.connect(self._colour_again)

    # --- the text with its marks ----------------------------------------------------------------

    def marked(self) -> str:
        """Return the text with its marks."""
        found = []
        block = self.document().begin()
        while block.isValid():
            found.append(
                "".join(
                    words if key is None else mark(words.lstrip("@"), key)
                    for words, key in _pieces(block)
                )
            )
            block = block.next()
        return "\n".join(found)

    def set_marked(self, text: str) -> None:
        """Show a text, its marks as the names that they show."""
        self.clear()
        cursor, at = self.textCursor(), 0
        for found in marks(text):
            cursor.insertText(text[at : found.start], QTextCharFormat())
            cursor.insertText(f"@{found.name}", _dress(found.key))
            at = found.end
        cursor.insertText(text[at:], QTextCharFormat())
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def key_at(self, point: QPoint) -> Key | None:
        """Return what the mark at a point of the viewport names."""
        cursor = self.cursorForPosition(point)
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        return _key(cursor.charFormat())

    # --- offering -------------------------------------------------------------------------------

    def set_offers(self, offers: Offers | None) -> None:
        """Offer these from now on; None: they are to be read again when they are wanted."""
        self._offers = offers
        if self.hasFocus():
            self._offer()

    def _offer(self) -> None:
        wanted = self._asked()
        if wanted is None or self.isReadOnly():
            self.popup.hide()
            return
        if self._offers is None:
            self.offers_wanted.emit()
            return
        found = self._offers.found(wanted)
        self.popup.clear()
        for thing in found:
            words = thing.name if not thing.more else f"{thing.name} · {thing.more}"
            item = QListWidgetItem(words)
            item.setData(THING, thing)
            self.popup.addItem(item)
        if not found:
            self.popup.hide()
            return
        self.popup.setCurrentRow(0)
        row = max(24, self.popup.sizeHintForRow(0))
        self.popup.resize(WIDTH, row * min(ROWS, len(found)) + 8)
        corner = self.cursorRect().bottomLeft()
        self.popup.move(self.viewport().mapToGlobal(corner) + QPoint(0, 4))
        self.popup.show()

    def _asked(self) -> str | None:
        """Return the words that are being typed after an `@`."""
        cursor = self.textCursor()
        if cursor.hasSelection() or _key(cursor.charFormat()) is not None:
            return None
        line = cursor.block().text()
        before = _units(line, cursor.positionInBlock())
        found = asked(before, len(before))
        return None if found is None else found[1]

    def _take(self, item: QListWidgetItem | None = None) -> None:
        item = item or self.popup.currentItem()
        wanted = self._asked()
        self.popup.hide()
        if item is None or wanted is None:
            return
        thing: Thing = item.data(THING)
        cursor = self.textCursor()
        back = len(f"@{wanted}".encode("utf-16-le")) // 2
        cursor.setPosition(cursor.position() - back, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"@{' '.join(thing.name.split())}", _dress(thing.key))
        cursor.insertText(" ", QTextCharFormat())
        self.setTextCursor(cursor)

    # --- events ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.popup.isVisible() and self._key_of_popup(event):
            event.accept()
            return
        if event.text():
            self._leave_mark()
        super().keyPressEvent(event)
        if event.text():
            self._offer()

    def _key_of_popup(self, event: QKeyEvent) -> bool:
        key = event.key()
        count = self.popup.count()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.popup.setCurrentRow((self.popup.currentRow() + step) % count)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.popup.hide()
        else:
            return False
        return True

    def _leave_mark(self) -> None:
        """Let what is typed behind a mark be plain words."""
        if _key(self.currentCharFormat()) is not None:
            cursor = self.textCursor()
            after = QTextCursor(cursor)
            at_end = not after.movePosition(QTextCursor.MoveOperation.NextCharacter)
            if at_end or cursor.atBlockEnd() or _key(after.charFormat()) is None:
                self.setCurrentCharFormat(QTextCharFormat())

    def _on_caret(self) -> None:
        if self.popup.isVisible() and self._asked() is None:
            self.popup.hide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        follows = event.modifiers() & Qt.KeyboardModifier.ControlModifier or self.isReadOnly()
        if follows and event.button() == Qt.MouseButton.LeftButton:
            key = self.key_at(event.position().toPoint())
            if key is not None:
                self.followed.emit(key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.popup.hide()
        self.left.emit()

    def _colour_again(self) -> None:
        text, at = self.marked(), self.textCursor().position()
        blocked = self.blockSignals(True)
        self.set_marked(text)
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.blockSignals(blocked)


def _dress(key: Key) -> QTextCharFormat:
    dress = QTextCharFormat()
    dress.setProperty(NAMED, f"{key[0]}:{key[1]}")
    dress.setForeground(theme().color("accent"))
    dress.setFontWeight(QFont.Weight.DemiBold)
    return dress


def _key(dress: QTextCharFormat) -> Key | None:
    kept = dress.property(NAMED)
    if not kept:
        return None
    entity, _, number = str(kept).partition(":")
    return entity, int(number)


def _pieces(block: object) -> list[tuple[str, Key | None]]:
    """Return the stretches of a paragraph with what each names; neighbours of one mark joined."""
    found: list[tuple[str, Key | None]] = []
    place = block.begin()  # type: ignore[attr-defined]
    while not place.atEnd():
        fragment = place.fragment()
        key = _key(fragment.charFormat())
        if found and key is not None and found[-1][1] == key:
            found[-1] = (found[-1][0] + fragment.text(), key)
        else:
            found.append((fragment.text(), key))
        place += 1
    return found


def _units(line: str, units: int) -> str:
    """Return the beginning of a line that has so many UTF-16 units."""
    return line.encode("utf-16-le")[: units * 2].decode("utf-16-le", errors="ignore")
