"""What an export would print: names that would be read in it, before anything is written."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.reduce.names.checking import ClearName, names_in_the_clear
from ui.language import in_words
from ui.session import Session
from ui.widgets.tables import copy_as_tsv, dress_table


class ClearDialog(QDialog):
    """Lists names in the clear: those of the table first, then what may be one."""

    def __init__(self, found: Sequence[ClearName], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Names in the clear"))
        self.resize(640, 460)
        sure = sum(each.in_table for each in found)
        said = QLabel(self._sentence(sure, len(found) - sure), self)
        said.setWordWrap(True)
        self.table = QTableWidget(len(found), 4, self)
        dress_table(self.table)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Name"), self.tr("Times"), self.tr("In the table"), self.tr("Printed in")]
        )
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for place, width in ((0, 190), (1, 64), (2, 110)):
            self.table.setColumnWidth(place, width)
        for row, each in enumerate(found):
            self._fill(row, each)
        self.table.setVisible(bool(found))
        copy = QPushButton(self.tr("Copy the list"), self)
        copy.clicked.connect(lambda: copy_as_tsv(self.table, header=True))
        copy.setVisible(bool(found))
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row_of_buttons = QHBoxLayout()
        row_of_buttons.addWidget(copy)
        row_of_buttons.addStretch(1)
        row_of_buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        column.addWidget(said)
        column.addWidget(self.table, 1)
        if not found:
            column.addStretch(1)
        column.addLayout(row_of_buttons)

    def _sentence(self, sure: int, maybe: int) -> str:
        if not sure and not maybe:
            return self.tr("No name was found in what an export prints.")
        parts = []
        if sure:
            words = self.tr(
                "%n name(s) of the table would be read: show pseudonyms, and they are replaced.",
                "",
                sure,
            )
            parts.append(words)
        if maybe:
            words = self.tr("%n word(s) may be a name that the table does not have.", "", maybe)
            parts.append(words)
        return " ".join(parts)

    def _fill(self, row: int, each: ClearName) -> None:
        places = ", ".join(in_words(f"summaries.things.{place}") for place in each.places)
        yes = "✓" if each.in_table else ""
        for place, words in enumerate((each.name, str(each.count), yes, places)):
            item = QTableWidgetItem(words)
            if place == 1:
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                item.setTextAlignment(right)
            self.table.setItem(row, place, item)


def show_names_in_the_clear(session: Session, parent: QWidget) -> None:
    """Look for names that an export would print, in the background, and list them."""
    study = session.study
    session.tasks.run(
        QCoreApplication.translate("ClearDialog", "Checking what an export would print"),
        lambda _progress, _cancelled: names_in_the_clear(study),
        lambda found: ClearDialog(found, parent).open(),
        writes=False,
    )
