"""What all tables of Tilik share: the look of rows and header, and copying to a spreadsheet."""

import csv
import io
from typing import Literal

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

ROW_HEIGHT = 30


def dress_table(view: QTableView, rules: Literal["rows", "grid"] = "rows") -> None:
    """Give a table rows of 30 units, a fixed header, and light rules: under rows, or as a grid."""
    view.setProperty("rules", rules)
    view.setShowGrid(rules == "grid")
    view.setAlternatingRowColors(False)
    view.setWordWrap(False)
    view.setCornerButtonEnabled(False)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    view.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
    header = view.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setMinimumSectionSize(40)


def tsv(rows: list[list[str]]) -> str:
    """Return `rows` as a spreadsheet takes them from the clipboard."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue()


def read_tsv(text: str) -> list[list[str]]:
    """Return the cells of what a spreadsheet put on the clipboard, without empty lines."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    rows = csv.reader(io.StringIO(plain), dialect="excel-tab")
    return [row for row in rows if any(cell.strip() for cell in row)]


def copy_as_tsv(view: QTableView, *, header: bool = False) -> str:
    """Put the selected cells (all, where none is) on the clipboard, and return them.

    Cells stand in the order in which they are seen; `header` puts the titles above them.
    """
    model, seen = view.model(), view.horizontalHeader()
    chosen: QItemSelectionModel = view.selectionModel()
    cells = [(index.row(), index.column()) for index in chosen.selectedIndexes()]
    if not cells:
        across = range(model.columnCount())
        cells = [(row, column) for row in range(model.rowCount()) for column in across]
    columns = sorted(
        {column for _, column in cells if not view.isColumnHidden(column)}, key=seen.visualIndex
    )
    picked = set(cells)
    lines = [
        [_words(view, row, column) if (row, column) in picked else "" for column in columns]
        for row in sorted({row for row, _ in cells})
    ]
    if header:
        titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in columns]
        lines.insert(0, [str(title or "") for title in titles])
    text = tsv(lines)
    QGuiApplication.clipboard().setText(text)
    return text


def _words(view: QTableView, row: int, column: int) -> str:
    index = view.model().index(row, column)
    words = index.data(Qt.ItemDataRole.DisplayRole)
    if words is None and index.data(Qt.ItemDataRole.CheckStateRole) is not None:
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        return "✓" if on else ""
    return "" if words is None else str(words)
