"""An empty place: what belongs there, and the one action that fills it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.icons import icon_pixmap

ICON_SIZE = 40
MEASURE = 380  # width of the sentence


class EmptyState(QWidget):
    """Shown instead of a list or table that has nothing in it yet."""

    acted = Signal()

    def __init__(
        self,
        icon_name: str,
        title: str,
        sentence: str,
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title.setProperty("kind", "title")
        self._title.setWordWrap(True)
        self._sentence = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._sentence.setProperty("kind", "soft")
        self._sentence.setWordWrap(True)
        self._sentence.setMaximumWidth(MEASURE)
        self.button = QPushButton()
        self.button.setProperty("accent", True)
        self.button.clicked.connect(self.acted)
        self._arrange()
        self.set_words(title, sentence, action)
        self._tint()
        theme().changed.connect(self._tint)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._icon)
        column.addWidget(self._title)
        middle = QHBoxLayout()  # an alignment would keep the sentence from taking a second line
        middle.addStretch(1)
        middle.addWidget(self._sentence, 1000)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def set_words(self, title: str, sentence: str, action: str = "") -> None:
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    def _tint(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icon_pixmap(self._icon_name, "silent", ICON_SIZE, ratio))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, super().minimumSizeHint().height())
