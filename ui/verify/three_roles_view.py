"""Key persons, core and verification respondents at once: their verdict, and the words of each."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.verify.rules.roles import COMPARED_ROLES
from app.verify.three_roles import ThreeRoles, role_cell_words
from app.verify.wording import word
from ui.language import in_words, ui_language
from ui.session import Session
from ui.theme import theme, ui_font
from ui.verify.excerpt_pane import ExcerptPane
from ui.widgets.badges import paint_swatch
from ui.widgets.glyphs import paint_verdict
from ui.widgets.splitter import RememberingSplitter
from ui.widgets.tables import dress_table

NAME, VERDICT, SIDES = 0, 4, 5
SIGN = Qt.ItemDataRole.UserRole + 1
"""The verdict that a cell paints; empty for words alone."""
SHARES = (0.24, 0.14, 0.14, 0.16, 0.13, 0.19)
PADDING, INDENT, SWATCH, ROW_HEIGHT = 10, 16, 16, 34
_NOWHERE = QModelIndex()


class ThreeRolesModel(QAbstractTableModel):
    """What is compared, the three roles, the verdict of R5, with whom the key persons side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[ThreeRoles] = ()
        self.head = ""

    def show(self, rows: Sequence[ThreeRoles], head: str) -> None:
        """Show other rows; `head` stands above what is compared."""
        self.beginResetModel()
        self.rows, self.head = rows, head
        self.endResetModel()

    def rowCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else SIDES + 1

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == NAME:
            return self.head
        if section < VERDICT:
            return word("group", COMPARED_ROLES[section - 1], ui_language())
        return in_words("verify.table.verdict" if section == VERDICT else "compare.key_sides")

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            whole = role == Qt.ItemDataRole.ToolTipRole and column == NAME
            return row.claim.path if whole else self._words(row, column)
        if role == SIGN:
            if NAME < column < VERDICT:
                return str(row.cell(COMPARED_ROLES[column - 1]).verdict)
            return str(row.roles.verdict) if column == VERDICT else ""
        return None

    def _words(self, row: ThreeRoles, column: int) -> str:
        language = ui_language()
        if column == NAME:
            return row.claim.name
        if column < VERDICT:
            return role_cell_words(row.cell(COMPARED_ROLES[column - 1]), language)
        if column == VERDICT:
            return word("role", row.roles.verdict, language)
        return word("alignment", row.roles.key_alignment, language)


class _Delegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        rect = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().color("accent_ground"))
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, theme().color("line"))
        place = rect.adjusted(PADDING, 0, -PADDING, 0)
        if sign := index.data(SIGN):
            bold = index.column() == VERDICT
            paint_verdict(painter, place, sign, index.data(), bold=bold)
        else:
            self._write(painter, place, index)
        painter.restore()

    def _write(self, painter: QPainter, place: QRectF, index: Any) -> None:
        model = index.model()
        if index.column() == NAME:
            claim = model.rows[index.row()].claim
            left = place.left() + INDENT * claim.depth
            if claim.colour:
                paint_swatch(painter, left, place.center().y(), claim.colour)
                left += SWATCH
            place.setLeft(left)
        painter.setFont(ui_font())
        painter.setPen(theme().color("ink" if index.column() == NAME else "soft"))
        words = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, round(place.width())
        )
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)


class _Table(QTableView):
    """Its columns share its width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        whole = self.viewport().width()
        for column, share in enumerate(SHARES):
            self.setColumnWidth(column, round(whole * share))


class ThreeRolesView(QWidget):
    """The table, and under it what each role says on the chosen row."""

    open_excerpt = Signal(int, int, int)
    menu_wanted = Signal(QPoint, list)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = _Table(self)
        self.words = ThreeRolesModel(self)
        self.table.setModel(self.words)
        self.table.setItemDelegate(_Delegate(self.table))
        dress_table(self.table)
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(self.tr("Key, core and verification"))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_row())
        theme().changed.connect(self.table.viewport().update)
        self.panes = {kind: ExcerptPane(session, self) for kind in COMPARED_ROLES}
        across = RememberingSplitter("verify-three-sides", Qt.Orientation.Horizontal, self)
        for pane in self.panes.values():
            pane.open_excerpt.connect(self.open_excerpt)
            pane.menu_wanted.connect(self.menu_wanted)
            across.addWidget(pane)
        down = RememberingSplitter("verify-three", Qt.Orientation.Vertical, self)
        down.addWidget(self.table)
        down.addWidget(across)
        down.set_first_sizes([372, 416])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(down)

    def show_rows(self, rows: Sequence[ThreeRoles], head: str) -> None:
        """Show rows; the claim that was chosen stays so where it is there."""
        before = self.current()
        self.words.show(rows, head)
        self.table.fit()
        kept = next(
            (n for n, row in enumerate(rows) if before and row.claim.id == before.claim.id), 0
        )
        if rows:
            self.table.setCurrentIndex(self.words.index(kept, NAME))

    def current(self) -> ThreeRoles | None:
        """Return the row that is chosen; None where there is none."""
        number = self.table.currentIndex().row()
        return self.words.rows[number] if 0 <= number < len(self.words.rows) else None

    def _show_row(self) -> None:
        row = self.current()
        if row is None:
            return
        none = self.tr("Nobody of this group speaks on it. Silence is not disagreement.")
        for kind, pane in self.panes.items():
            title = word("group", kind, ui_language())
            pane.show_excerpts(title, row.behind(kind), none)
