"""The head of a pane: its title, how many there are, and the one thing to do there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui.widgets.elided_label import ElidedLabel

HEIGHT = 40


class PaneHeader(QWidget):
    """Title at the left, a count and a text button at the right, other controls between."""

    link_clicked = Signal()

    def __init__(
        self,
        title: str,
        count: int | str | None = None,
        link: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setMinimumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._title = ElidedLabel(kind="title")
        self._count = QLabel()
        self._count.setProperty("kind", "section")
        self.link = QPushButton(link)
        self.link.setProperty("link", True)
        self.link.setVisible(bool(link))
        self.link.clicked.connect(self.link_clicked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 4, 8 if link else 14, 4)
        self._row.setSpacing(8)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self._count)
        self._row.addWidget(self.link)
        self.set_title(title)
        self.set_count(count)

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_count(self, count: int | str | None) -> None:
        """Show how many there are; a word where that says more, nothing for None."""
        self._count.setText("" if count is None else str(count))
        self._count.setVisible(count is not None)

    def set_link(self, text: str) -> None:
        self.link.setText(text)
        self.link.setVisible(bool(text))

    def add(self, widget: QWidget) -> None:
        """Put `widget` between the title and the count."""
        self._row.insertWidget(self._row.count() - 2, widget)
