"""The memos that were found, each with what it is on, its kind, who wrote it and when."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from app.reduce.memo_browsing import FoundMemo, local_day, on_words
from ui.language import in_words

FOUND = Qt.ItemDataRole.UserRole
WIDTHS = (190, 140, 130, 104)
"""The title takes what the others leave."""


class MemoList(QTreeWidget):
    """A row a memo; a click or the arrow keys choose one."""

    chosen = Signal(object)  # the FoundMemo

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Memos"))
        self.setHeaderLabels([self.tr("Title"), self.tr("On"), self.tr("Kind"), self.tr("Date")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSortingEnabled(True)
        self.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, width in enumerate(WIDTHS):
            self.setColumnWidth(place, width)
        self.currentItemChanged.connect(self._on_item)

    def show_memos(self, found: Sequence[FoundMemo], chosen: int | None, language: str) -> None:
        """Show memos; the one with this id is chosen, without a signal."""
        self.blockSignals(True)
        self.clear()
        for each in found:
            memo = each.memo
            item = QTreeWidgetItem(
                [
                    memo.title,
                    on_words(each, language),
                    in_words(f"summaries.memo_kinds.{memo.kind}"),
                    f"{local_day(memo.made_at):%Y-%m-%d}",
                ]
            )
            item.setData(0, FOUND, each)
            item.setToolTip(0, f"{memo.title}\n{memo.coder}")
            item.setToolTip(1, on_words(each, language))
            self.addTopLevelItem(item)
            if memo.id == chosen:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def clear_choice(self) -> None:
        """Choose none."""
        self.blockSignals(True)
        self.setCurrentItem(None)
        self.clearSelection()
        self.blockSignals(False)

    def _on_item(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(0, FOUND))
