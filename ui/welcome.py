"""The page for no study: open the sample, a new study, the recent ones."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.recent import recent
from ui.widgets.icons import app_icon, icon
from ui.widgets.two_lines import TwoLines


class Welcome(QWidget):
    """Three ways in, and a drop of a study file."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    study_chosen = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        outer = QHBoxLayout(self)
        column = QVBoxLayout()
        column.setSpacing(10)
        outer.addStretch(1)
        outer.addLayout(column, 2)
        outer.addStretch(1)
        column.addStretch(2)
        logo = QLabel(self)
        logo.setPixmap(app_icon().pixmap(72, 72))
        column.addWidget(logo)
        name = QLabel("Tilik", self)
        name.setProperty("kind", "heading")
        column.addWidget(name)
        what = QLabel(
            self.tr(
                "To look closely: from transcripts to a Word chapter in which every conclusion "
                "is checked by method and by source."
            ),
            self,
        )
        what.setWordWrap(True)
        what.setProperty("kind", "soft")
        column.addWidget(what)
        column.addSpacing(14)
        buttons = QHBoxLayout()
        self.sample = QPushButton(self.tr("Open the sample study"), self)
        self.sample.setProperty("accent", True)
        self.new = QPushButton(self.tr("New study…"), self)
        self.open = QPushButton(self.tr("Open a study…"), self)
        for button in (self.sample, self.new, self.open):
            buttons.addWidget(button)
        buttons.addStretch()
        column.addLayout(buttons)
        column.addSpacing(18)
        self.heading = QLabel(self.tr("Recent studies"), self)
        self.heading.setProperty("kind", "section")
        column.addWidget(self.heading)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Recent studies"))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setMouseTracking(True)
        column.addWidget(self.list, 3)
        column.addStretch(1)
        self.sample.clicked.connect(self.sample_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.list.itemActivated.connect(self._activate)
        self.list.itemClicked.connect(self._activate)

    def refresh(self) -> None:
        """Read the recent studies again."""
        self.list.clear()
        for path in recent():
            item = QListWidgetItem(icon("book"), f"{path.stem}\n{path.parent}")
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            self.list.addItem(item)
        self.heading.setVisible(self.list.count() > 0)
        self.list.setVisible(self.list.count() > 0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.toLocalFile().endswith(".tilik") for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.study_chosen.emit(Path(event.mimeData().urls()[0].toLocalFile()))

    def _activate(self, item: QListWidgetItem) -> None:
        self.study_chosen.emit(Path(item.data(Qt.ItemDataRole.UserRole)))
