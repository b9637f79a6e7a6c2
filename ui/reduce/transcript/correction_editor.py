"""A small editor that lies over a paragraph of the transcript, in its letters."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

LEAST_HEIGHT = 96
MARGIN = 8
PARAGRAPH_SIGN = "\u2029"


class CorrectionEditor(QFrame):
    """Holds the words of one paragraph while they are corrected. Ctrl+Enter saves, Esc leaves."""

    saved = Signal()
    left = Signal()

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.setProperty("popup", True)
        self.page = QPlainTextEdit(self)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.page.setAccessibleName(self.tr("Words of the paragraph"))
        self.page.installEventFilter(self)
        hint = QLabel(self.tr("Ctrl+Enter saves, Esc leaves"), self)
        hint.setProperty("kind", "soft")
        hint.setToolTip(self.tr("Codings, turns and evidence keep their words."))
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.left)
        self.save = QPushButton(self.tr("Save the text"), self)
        self.save.setProperty("accent", True)
        self.save.clicked.connect(self.saved)
        row = QHBoxLayout()
        row.addWidget(hint, 1)
        row.addWidget(cancel)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.addWidget(self.page, 1)
        column.addLayout(row)
        self.hide()

    def begin(self, words: str, font: QFont, place: QRect, caret: int) -> None:
        """Show `words` for editing over `place` of the viewport; `caret` is in Qt's units."""
        self.page.setFont(font)
        self.page.setPlainText(words)
        port = self.parentWidget().rect()
        buttons = self.save.sizeHint().height() + 4 * MARGIN
        height = min(max(LEAST_HEIGHT, place.height()) + buttons, port.height() - 2 * MARGIN)
        top = max(MARGIN, min(place.top() - MARGIN, port.height() - height - MARGIN))
        self.setGeometry(place.left() - MARGIN, top, place.width() + 2 * MARGIN, height)
        self.show()
        self.raise_()
        cursor = self.page.textCursor()
        cursor.setPosition(min(caret, self.page.document().characterCount() - 1))
        self.page.setTextCursor(cursor)
        self.page.setFocus()

    def words(self) -> str:
        """Return what stands there now, a hard blank as a hard blank."""
        return self.page.document().toRawText().replace(PARAGRAPH_SIGN, "\n")

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        saves = enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        leaves = event.key() == Qt.Key.Key_Escape
        if not saves and not leaves:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # or the transcript's own keys would have them
        elif event.type() == QEvent.Type.KeyPress:
            (self.saved if saves else self.left).emit()
        return True
