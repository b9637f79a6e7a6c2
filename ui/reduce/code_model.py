"""The code tree as an item model: nodes by id, counts and verdicts that change one by one."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.reduce.code_uses import Use
from app.reduce.codes import CodeRow
from ui.reduce.code_dragging import CODES_MIME, codes_in, codes_mime
from ui.reduce.transcript.dragging import CODE_MIME, DraggedExcerpt, excerpt_in
from ui.widgets.excerpt_list import EXCERPT_MIME, excerpt_ids

Index = QModelIndex | QPersistentModelIndex
Order = Literal["own", "name", "use"]
Counting = Literal["excerpts", "informants"]
ORDERS: tuple[Order, ...] = ("own", "name", "use")
COUNTINGS: tuple[Counting, ...] = ("excerpts", "informants")

_TOP = QModelIndex()
_NUMBER = re.compile(r"(\d+)")
# Qt asks for flags of every row that it lays out, and to add up enums takes longer than the rest.
_FIXED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
# A leaf says so: Qt asks it nothing further.
_FREE = _FIXED | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDropEnabled
_LEAF = {flags: flags | Qt.ItemFlag.ItemNeverHasChildren for flags in (_FIXED, _FREE)}


@dataclass(slots=True)
class Node:
    """A code in the tree: the codes under it in their own order and as shown, and its marks.

    `row` is its place among those that are shown beside it, `folded` its path for searching.
    """

    code: CodeRow
    children: list[int] = field(default_factory=list)
    own: list[int] = field(default_factory=list)
    verdict: str = ""
    favourite: bool = False
    row: int = 0
    folded: str = ""


class CodeModel(QAbstractItemModel):
    """Codes by id. What is dropped is only told: the study changes, and the model follows it."""

    renamed = Signal(int, str)
    codes_dropped = Signal(list, object, object)  # ids, parent id or None, position or None
    words_dropped = Signal(object, int)  # DraggedExcerpt, code id
    excerpts_dropped = Signal(list, int)  # excerpt ids, code id
    restated = Signal()  # other names, counts or marks: a filter may find other codes

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.nodes: dict[int, Node] = {}
        self.top: list[int] = []
        self.own_top: list[int] = []
        self.read_only = False
        self.order: Order = "own"
        self.counting: Counting = "excerpts"
        self._verdicts: Mapping[int, str] = {}
        self._favourites: Collection[int] = frozenset()

    # --- what the study has --------------------------------------------------------------

    def set_codes(self, rows: Sequence[CodeRow]) -> None:
        """Show the codes as they are; where the tree has the same shape only its words change."""
        if [(r.id, r.parent_id) for r in rows] == [
            (node.code.id, node.code.parent_id) for node in self.nodes.values()
        ]:
            for row in rows:
                self._put(row)
            self._arrange()
            self.restated.emit()
            return
        self.beginResetModel()
        self.nodes = {row.id: self._node(row) for row in rows}
        self.own_top = [row.id for row in rows if row.parent_id is None]
        for row in rows:
            if row.parent_id is not None:
                self.nodes[row.parent_id].own.append(row.id)
        self._sort()
        self.endResetModel()

    def set_uses(self, uses: Mapping[int, Use]) -> None:
        """Show other counts for the codes in `uses`."""
        for code_id, use in uses.items():
            node = self.nodes.get(code_id)
            if node is not None:
                counts = {
                    "own_excerpts": use.own_excerpts,
                    "excerpts": use.excerpts,
                    "informants": use.informants,
                }
                self._put(replace(node.code, **counts))
        if uses:
            self._arrange()
            self.restated.emit()

    def set_verdicts(self, verdicts: Mapping[int, str]) -> None:
        """Show the verdict of each code beside its name; those that are not named have none."""
        self._verdicts = dict(verdicts)
        for code_id, node in self.nodes.items():
            verdict = self._verdicts.get(code_id, "")
            if node.verdict != verdict:
                node.verdict = verdict
                self._changed(code_id)

    def set_favourites(self, ids: Collection[int]) -> None:
        """Show a star beside these codes."""
        self._favourites = frozenset(ids)
        for code_id, node in self.nodes.items():
            favourite = code_id in self._favourites
            if node.favourite != favourite:
                node.favourite = favourite
                self._changed(code_id)
        self.restated.emit()

    def set_order(self, order: Order) -> None:
        """Show siblings in the tree's own order, by name, or the most used first."""
        self.order = order
        self._arrange()

    def set_counting(self, counting: Counting) -> None:
        """Count excerpts or informants."""
        if counting != self.counting:
            self.counting = counting
            self._arrange()
            self.restated.emit()

    def count(self, node: Node) -> int:
        """Return the number beside a code."""
        code = node.code
        return code.excerpts if self.counting == "excerpts" else code.informants

    def _node(self, row: CodeRow) -> Node:
        verdict, favourite = self._verdicts.get(row.id, ""), row.id in self._favourites
        return Node(row, verdict=verdict, favourite=favourite, folded=row.path.casefold())

    def _put(self, row: CodeRow) -> None:
        node = self.nodes[row.id]
        if node.code != row:
            node.code, node.folded = row, row.path.casefold()
            self._changed(row.id)

    def _changed(self, code_id: int) -> None:
        index = self.index_of(code_id)
        self.dataChanged.emit(index, index)

    # --- the order -----------------------------------------------------------------------

    def _arrange(self) -> None:
        """Put siblings in the order that is wanted; the view keeps what is open and chosen."""
        key = self._key()
        groups = [(self.own_top, self.top)]
        groups += [(node.own, node.children) for node in self.nodes.values() if node.own]
        if all(sorted(own, key=key) == shown if key else own == shown for own, shown in groups):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        self._sort()
        self.changePersistentIndexList(
            before, [self.index_of(index.internalId()) for index in before]
        )
        self.layoutChanged.emit()

    def _sort(self) -> None:
        key = self._key()
        self.top = self._numbered(self.own_top, key)
        for node in self.nodes.values():
            node.children = self._numbered(node.own, key) if node.own else []

    def _numbered(self, own: Sequence[int], key: Callable[[int], Any] | None) -> list[int]:
        shown = sorted(own, key=key) if key else list(own)
        for row, code_id in enumerate(shown):
            self.nodes[code_id].row = row
        return shown

    def _key(self) -> Callable[[int], Any] | None:
        nodes = self.nodes
        if self.order == "name":
            return lambda code_id: _natural(nodes[code_id].code.name)
        if self.order == "use":
            return lambda code_id: -self.count(nodes[code_id])
        return None

    # --- codes and places ----------------------------------------------------------------

    def node(self, index: Index) -> Node | None:
        """Return the node at an index, None for none."""
        return self.nodes.get(index.internalId()) if index.isValid() else None

    def index_of(self, code_id: int) -> QModelIndex:
        """Return the index of a code; an invalid one where it is not in the tree."""
        node = self.nodes.get(code_id)
        if node is None:
            return QModelIndex()
        return self.createIndex(node.row, 0, code_id)

    def branch(self, ids: Iterable[int]) -> list[int]:
        """Return codes and all codes under them."""
        found = dict.fromkeys(code for code in ids if code in self.nodes)
        waiting = list(found)
        for code in waiting:
            below = self.nodes[code].children
            waiting.extend(c for c in below if c not in found)
            found.update(dict.fromkeys(below))
        return list(found)

    def siblings(self, code_id: int) -> list[int]:
        """Return a code and those beside it, in their own order."""
        parent = self.nodes[code_id].code.parent_id
        return list(self.own_top if parent is None else self.nodes[parent].own)

    def rows(self) -> list[CodeRow]:
        """Return all codes in the order of the tree."""
        return [node.code for node in self.nodes.values()]

    # --- what Qt asks --------------------------------------------------------------------

    def index(self, row: int, column: int = 0, parent: Index = _TOP) -> QModelIndex:
        children = self.nodes[parent.internalId()].children if parent.isValid() else self.top
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, index: Index = _TOP) -> Any:
        node = self.node(index)
        if node is None or node.code.parent_id is None:
            return QModelIndex()
        return self.index_of(node.code.parent_id)

    def rowCount(self, parent: Index = _TOP) -> int:
        if not parent.isValid():
            return len(self.top)
        node = self.node(parent)
        return 0 if node is None or parent.column() > 0 else len(node.children)

    def hasChildren(self, parent: Index = _TOP) -> bool:
        return bool(self.nodes[parent.internalId()].children if parent.isValid() else self.top)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node(index)
        if node is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return node.code.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(node)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(node)
        return None

    def _spoken(self, node: Node) -> str:
        said = [node.code.name]
        if self.counting == "excerpts":
            said.append(self.tr("%n excerpt(s)", "", node.code.excerpts))
        else:
            said.append(self.tr("%n informant(s)", "", node.code.informants))
        if node.favourite:
            said.append(self.tr("favourite"))
        return ", ".join(said)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        node = self.node(index)
        if node is None or role != Qt.ItemDataRole.EditRole or self.read_only:
            return False
        name = " ".join(str(value).split())
        if name and name != node.code.name:
            self.renamed.emit(node.code.id, name)
            return True
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags if self.read_only else Qt.ItemFlag.ItemIsDropEnabled
        flags = _FIXED if self.read_only else _FREE
        return flags if self.nodes[index.internalId()].children else _LEAF[flags]

    def _tip(self, node: Node) -> str:
        code = node.code
        said = [code.path + (" ★" if node.favourite else "")]
        if code.definition:
            said.append(code.definition)
        counts = [self.tr("%n excerpt(s)", "", code.excerpts)]
        if code.own_excerpts != code.excerpts:
            counts.append(self.tr("%n of its own", "", code.own_excerpts))
        counts.append(self.tr("%n informant(s)", "", code.informants))
        said.append(" · ".join(counts))
        return "\n".join(said)

    # --- dragging ------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [CODE_MIME, CODES_MIME, EXCERPT_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = [index.internalId() for index in indexes if index.isValid()]
        return codes_mime([code for code in self.nodes if code in set(ids)])

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if self.read_only:
            return False
        ids = codes_in(data)
        if ids:
            if not self._would_move(ids, row, parent):
                return False
            return not parent.isValid() or parent.internalId() not in self.branch(ids)
        onto_code = parent.isValid() and row < 0
        return onto_code and (excerpt_in(data) is not None or bool(excerpt_ids(data)))

    def _would_move(self, ids: Sequence[int], row: int, parent: Index) -> bool:
        """Tell whether a drop does anything: a place among siblings is one in own order only."""
        if self.order == "own" and row >= 0:
            return True
        target = parent.internalId() if parent.isValid() else None
        known = (self.nodes[code].code.parent_id for code in ids if code in self.nodes)
        return self.order == "own" or any(there != target for there in known)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        ids, words = codes_in(data), excerpt_in(data)
        target = parent.internalId() if parent.isValid() else None
        if ids:
            placed = row >= 0 and self.order == "own"
            self.codes_dropped.emit(ids, target, row if placed else None)
        elif isinstance(words, DraggedExcerpt):
            self.words_dropped.emit(words, target)
        else:
            self.excerpts_dropped.emit(excerpt_ids(data), target)
        return True


def _natural(name: str) -> list[tuple[int, int, str]]:
    """Return what sorts names as people do: 2 before 10, letters however they stand."""
    parts = _NUMBER.split(name.casefold())
    return [(0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts if p]
