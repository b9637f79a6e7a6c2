"""The board's items in the order of the tree: groups (categories and themes) and their codes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.reduce.codes import CodeRow
from app.reduce.patterning import PATTERN
from ui.reduce.code_model import CODES_MIME, codes_mime
from ui.reduce.transcript.dragging import CODE_MIME

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
LOOSE = -1
"""The column of the codes that stand in no group."""


@dataclass(frozen=True, slots=True)
class Item:
    """A code on the board; `column` is its theme (LOOSE for none), `depth` 0 for the theme."""

    code: CodeRow
    is_group: bool
    column: int
    depth: int


@dataclass(slots=True)
class Shape:
    """Which items stand on the board, and how the tree above and below them is."""

    items: list[Item] = field(default_factory=list)
    children: dict[int | None, list[int]] = field(default_factory=dict)


def board_of(rows: Sequence[CodeRow], words: str = "") -> Shape:
    """Lay codes onto the board; with `words` only those whose path has them, and their groups.

    A code is a group where codes stand under it or where it is a pattern code.
    """
    children: dict[int | None, list[int]] = {}
    for row in rows:
        children.setdefault(row.parent_id, []).append(row.id)
    shown = _shown(rows, words)
    items: list[Item] = []
    column = LOOSE
    for row in rows:
        is_group = row.id in children or row.cycle == PATTERN
        if row.parent_id is None:
            column = row.id if is_group else LOOSE
        if row.id in shown:
            items.append(Item(row, is_group, column, row.depth))
    items.sort(key=lambda item: item.column != LOOSE)  # the loose ones first; the rest stays
    return Shape(items, children)


def _shown(rows: Sequence[CodeRow], words: str) -> set[int]:
    parts = words.casefold().split()
    parents = {row.id: row.parent_id for row in rows}
    shown: set[int] = set()
    for row in rows:
        if all(part in row.path.casefold() for part in parts):
            at: int | None = row.id
            while at is not None and at not in shown:
                shown.add(at)
                at = parents[at]
    return shown


class BoardModel(QAbstractListModel):
    """Codes by row. A new name is only told: the study changes, and the model follows it."""

    renamed = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shape = Shape()
        self.read_only = False
        self._rows: Sequence[CodeRow] = ()
        self._places: dict[int, int] = {}
        self._parents: dict[int, int | None] = {}
        self._words = ""

    def set_codes(self, rows: Sequence[CodeRow]) -> None:
        """Show the codes as they are."""
        self._lay(rows, self._words)

    def set_filter(self, words: str) -> None:
        """Show only codes in whose path all of `words` stand, in their groups."""
        self._lay(self._rows, words)

    def _lay(self, rows: Sequence[CodeRow], words: str) -> None:
        self.beginResetModel()
        self._rows, self._words = rows, words
        self.shape = board_of(rows, words)
        self._places = {item.code.id: n for n, item in enumerate(self.shape.items)}
        self._parents = {row.id: row.parent_id for row in rows}
        self.endResetModel()

    def item(self, index: Index) -> Item | None:
        """Return what stands at an index, None for none."""
        at = index.row() if index.isValid() else -1
        return self.shape.items[at] if 0 <= at < len(self.shape.items) else None

    def index_of(self, code_id: int) -> QModelIndex:
        """Return the index of a code; an invalid one where it is not shown."""
        place = self._places.get(code_id)
        return QModelIndex() if place is None else self.index(place, 0)

    def in_order(self, ids: Iterable[int]) -> list[int]:
        """Return those of `ids` that are shown, in the order of the board."""
        return sorted((i for i in ids if i in self._places), key=lambda i: self._places[i])

    def position(self, code_id: int) -> int:
        """Return the place of a code among those beside it, hidden ones counted."""
        item = self.shape.items[self._places[code_id]]
        return self.shape.children[item.code.parent_id].index(code_id)

    def is_above(self, above: int | None, code_id: int | None) -> bool:
        """Tell whether `code_id` is `above` or stands under it."""
        while code_id is not None and code_id != above:
            code_id = self._parents.get(code_id)
        return code_id is not None

    # --- as a model ------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shape.items)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        item = self.item(index)
        if item is None:
            return None
        if role in (Role.DisplayRole, Role.EditRole):
            return item.code.name
        if role == Role.ToolTipRole:
            words = (item.code.path, item.code.definition, self.counts(item))
            return "\n".join(each for each in words if each)
        if role == Role.AccessibleTextRole:
            return f"{item.code.path}, {self.counts(item)}"
        return None

    def counts(self, item: Item) -> str:
        """Say how many codes a group has, and how much a code is used."""
        said = [self.tr("%n excerpt(s)", "", item.code.excerpts)]
        if item.is_group:
            members = len(self.shape.children.get(item.code.id, ()))
            return " · ".join([self.tr("%n code(s)", "", members), *said])
        return " · ".join([*said, self.tr("%n informant(s)", "", item.code.informants)])

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        item = self.item(index)
        if item is None or role != Role.EditRole or self.read_only:
            return False
        name = " ".join(str(value).split())
        if not name or name == item.code.name:
            return False
        self.renamed.emit(item.code.id, name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self.read_only:
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [CODE_MIME, CODES_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        items = (self.item(index) for index in indexes)
        return codes_mime(self.in_order({item.code.id for item in items if item is not None}))
