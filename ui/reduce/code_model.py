"""The code tree as an item model: nodes by id, counts and verdicts that change one by one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

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
from ui.reduce.transcript.dragging import CODE_MIME, DraggedExcerpt, excerpt_in
from ui.widgets.excerpt_list import EXCERPT_MIME, excerpt_ids

CODES_MIME = "application/x-tilik-codes"
"""Several codes that are dragged, their ids with commas; CODE_MIME beside it has the first."""

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(slots=True)
class Node:
    """A code in the tree, with the ids of the codes under it and its verdict."""

    code: CodeRow
    children: list[int] = field(default_factory=list)
    verdict: str = ""


class CodeModel(QAbstractItemModel):
    """Codes by id. What is dropped is only told: the study changes, and the model follows it."""

    renamed = Signal(int, str)
    codes_dropped = Signal(list, object, object)  # ids, parent id or None, position or None
    words_dropped = Signal(object, int)  # DraggedExcerpt, code id
    excerpts_dropped = Signal(list, int)  # excerpt ids, code id

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.nodes: dict[int, Node] = {}
        self.top: list[int] = []
        self.read_only = False
        self._verdicts: Mapping[int, str] = {}

    # --- what the study has --------------------------------------------------------------

    def set_codes(self, rows: Sequence[CodeRow]) -> None:
        """Show the codes as they are; where the tree has the same shape only its words change."""
        if [(r.id, r.parent_id) for r in rows] == [
            (node.code.id, node.code.parent_id) for node in self.nodes.values()
        ]:
            for row in rows:
                self._put(row)
            return
        self.beginResetModel()
        self.nodes = {row.id: Node(row, verdict=self._verdicts.get(row.id, "")) for row in rows}
        self.top = [row.id for row in rows if row.parent_id is None]
        for row in rows:
            if row.parent_id is not None:
                self.nodes[row.parent_id].children.append(row.id)
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

    def set_verdicts(self, verdicts: Mapping[int, str]) -> None:
        """Show the verdict of each code beside its name; those that are not named have none."""
        self._verdicts = dict(verdicts)
        for code_id, node in self.nodes.items():
            verdict = self._verdicts.get(code_id, "")
            if node.verdict != verdict:
                node.verdict = verdict
                self._changed(code_id)

    def _put(self, row: CodeRow) -> None:
        node = self.nodes[row.id]
        if node.code != row:
            node.code = row
            self._changed(row.id)

    def _changed(self, code_id: int) -> None:
        index = self.index_of(code_id)
        self.dataChanged.emit(index, index)

    # --- codes and places ----------------------------------------------------------------

    def node(self, index: Index) -> Node | None:
        """Return the node at an index, None for none."""
        return self.nodes.get(index.internalId()) if index.isValid() else None

    def index_of(self, code_id: int) -> QModelIndex:
        """Return the index of a code; an invalid one where it is not in the tree."""
        node = self.nodes.get(code_id)
        if node is None:
            return QModelIndex()
        return self.createIndex(self._beside(node).index(code_id), 0, code_id)

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
        """Return a code and those beside it, in their order."""
        return list(self._beside(self.nodes[code_id]))

    def rows(self) -> list[CodeRow]:
        """Return all codes in the order of the tree."""
        return [node.code for node in self.nodes.values()]

    def _beside(self, node: Node) -> list[int]:
        parent = node.code.parent_id
        return self.top if parent is None else self.nodes[parent].children

    # --- what Qt asks --------------------------------------------------------------------

    def index(self, row: int, column: int = 0, parent: Index = _TOP) -> QModelIndex:
        node = self.node(parent)
        children = self.top if node is None else node.children
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
            return f"{node.code.name}, " + self.tr("%n excerpt(s)", "", node.code.excerpts)
        return None

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
        flags = (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )
        if not self.read_only:
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def _tip(self, node: Node) -> str:
        code = node.code
        said = [code.path]
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
            return not parent.isValid() or parent.internalId() not in self.branch(ids)
        onto_code = parent.isValid() and row < 0
        return onto_code and (excerpt_in(data) is not None or bool(excerpt_ids(data)))

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        ids, words = codes_in(data), excerpt_in(data)
        target = parent.internalId() if parent.isValid() else None
        if ids:
            self.codes_dropped.emit(ids, target, row if row >= 0 else None)
        elif isinstance(words, DraggedExcerpt):
            self.words_dropped.emit(words, target)
        else:
            self.excerpts_dropped.emit(excerpt_ids(data), target)
        return True


def codes_mime(ids: Sequence[int]) -> QMimeData:
    """Return codes for dragging, onto the text or to another place in the tree."""
    mime = QMimeData()
    if ids:
        mime.setData(CODE_MIME, str(ids[0]).encode())
        mime.setData(CODES_MIME, ",".join(map(str, ids)).encode())
    return mime


def codes_in(mime: QMimeData) -> list[int]:
    """Return the codes that are dragged, none where it is something else."""
    words = bytes(mime.data(CODES_MIME).data()).decode("ascii", "replace")
    return [int(part) for part in words.split(",") if part.isascii() and part.isdigit()]
