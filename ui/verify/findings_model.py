"""The list of findings: under each focus its findings, each with its verdict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt, Signal

from app.verify.findings import FindingRow, Focus
from app.verify.wording import one_or_many
from ui.badge_words import badge_words
from ui.language import in_words, ui_language
from ui.widgets.excerpt_list import EXCERPT_MIME, excerpt_ids

ENTRY = Qt.ItemDataRole.UserRole + 1
FINDING_MIME = "application/x-tilik-finding"
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the list: a finding with its verdict, or the focus that heads the next ones."""

    words: str
    finding: FindingRow | None = None
    verdict: str = ""
    question_id: int | None = None


class FindingsModel(QAbstractListModel):
    """Foci are heads that cannot be chosen; excerpts can be dropped on findings."""

    dropped = Signal(int, list)  # finding id, excerpt ids
    moved = Signal(int, object, object)  # finding id, its focus | None, before which | None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self.takes_drops = True

    def show(
        self, findings: Sequence[FindingRow], foci: Sequence[Focus], verdicts: Mapping[int, str]
    ) -> None:
        """Show findings in their order, under the focus that each answers."""
        entries: list[Entry] = []
        for number, head in self._heads(findings, foci):
            entries.append(Entry(head, question_id=number))
            entries += [
                Entry(row.claim, row, verdicts.get(row.id, ""), number)
                for row in findings
                if row.question_id == number
            ]
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def _heads(
        self, findings: Sequence[FindingRow], foci: Sequence[Focus]
    ) -> list[tuple[int | None, str]]:
        """Return the foci in their order; last, where there is need, the place of those without."""
        if not findings:
            return []
        named = [(focus.id, f"{focus.label} · {focus.text}".strip(" ·")) for focus in foci]
        loose = any(row.question_id is None for row in findings)
        return [*named, (None, self.tr("Without a focus"))] if loose or not foci else [*named]

    def finding_at(self, row: int) -> FindingRow | None:
        """Return the finding of a row; None for a focus, and beyond the end."""
        return self._entries[row].finding if 0 <= row < len(self._entries) else None

    def row_of(self, finding_id: int) -> int | None:
        """Return the row of a finding; None where it is not there."""
        for row, entry in enumerate(self._entries):
            if entry.finding is not None and entry.finding.id == finding_id:
                return row
        return None

    def rowCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            verdict = badge_words(entry.verdict)
            return "\n".join(part for part in (entry.words, verdict, below(entry)) if part)
        return None

    def flags(self, index: Any) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled
        if self._entries[index.row()].finding is not None:
            flags |= Qt.ItemFlag.ItemIsSelectable
            if self.takes_drops:
                flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled if self.takes_drops else flags

    def mimeTypes(self) -> list[str]:
        return [EXCERPT_MIME, FINDING_MIME]

    def mimeData(self, indexes: Any) -> QMimeData:
        mime = QMimeData()
        for finding in map(self.finding_at, (index.row() for index in indexes)):
            if finding is not None:
                mime.setData(FINDING_MIME, str(finding.id).encode("ascii"))
        return mime

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Any
    ) -> bool:
        if data.hasFormat(FINDING_MIME):
            return self.takes_drops
        return self.finding_at(parent.row()) is not None and data.hasFormat(EXCERPT_MIME)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Any
    ) -> bool:
        if data.hasFormat(FINDING_MIME):
            return self._move(int(bytes(data.data(FINDING_MIME).data())), row, parent.row())
        finding, ids = self.finding_at(parent.row()), excerpt_ids(data)
        if finding is None or not ids:
            return False
        self.dropped.emit(finding.id, ids)
        return True

    def _move(self, finding_id: int, row: int, onto: int) -> bool:
        """Ask for a finding to be put between rows, before one that it is dropped on, or under a
        focus: there it becomes the first.
        """
        if not self._entries:
            return False
        if onto >= 0:
            row = onto if self._entries[onto].finding is not None else onto + 1
        at = row if 0 < row <= len(self._entries) else len(self._entries)
        question = self._entries[at - 1].question_id
        behind = self._entries[at] if at < len(self._entries) else None
        there = behind is not None and behind.question_id == question
        before = behind.finding.id if there and behind and behind.finding else None
        if before != finding_id:
            self.moved.emit(finding_id, question, before)
        return False  # the study moves it, not the view


def below(entry: Entry) -> str:
    """Return what stands under a claim: its status and how much evidence it has."""
    row = entry.finding
    if row is None:
        return ""
    count = one_or_many("count.evidence", row.evidence, ui_language())
    return f"{in_words(f'verify.finding_status.{row.status}')} · {count}"
