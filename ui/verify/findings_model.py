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
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the list: a finding with its verdict, or the focus that heads the next ones."""

    words: str
    finding: FindingRow | None = None
    verdict: str = ""


class FindingsModel(QAbstractListModel):
    """Foci are heads that cannot be chosen; excerpts can be dropped on findings."""

    dropped = Signal(int, list)  # finding id, excerpt ids

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self.takes_drops = True

    def show(
        self, findings: Sequence[FindingRow], foci: Sequence[Focus], verdicts: Mapping[int, str]
    ) -> None:
        """Show findings in their order, under the focus that each answers."""
        heads = {focus.id: f"{focus.label} · {focus.text}".strip(" ·") for focus in foci}
        entries: list[Entry] = []
        last: object = ()
        for row in findings:
            if row.question_id != last:
                last = row.question_id
                head = heads.get(row.question_id or 0, "") or self.tr("Without a focus")
                entries.append(Entry(head))
            entries.append(Entry(row.claim, row, verdicts.get(row.id, "")))
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

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
        if self._entries[index.row()].finding is None:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDropEnabled if self.takes_drops else flags

    def mimeTypes(self) -> list[str]:
        return [EXCERPT_MIME]

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Any
    ) -> bool:
        return self.finding_at(parent.row()) is not None and data.hasFormat(EXCERPT_MIME)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Any
    ) -> bool:
        finding, ids = self.finding_at(parent.row()), excerpt_ids(data)
        if finding is None or not ids:
            return False
        self.dropped.emit(finding.id, ids)
        return True


def below(entry: Entry) -> str:
    """Return what stands under a claim: its status and how much evidence it has."""
    row = entry.finding
    if row is None:
        return ""
    count = one_or_many("count.evidence", row.evidence, ui_language())
    return f"{in_words(f'verify.finding_status.{row.status}')} · {count}"
