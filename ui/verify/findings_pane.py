"""The left pane of the findings: the list, the field for a new one, and the offer of excerpts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.verify.findings_list import FindingsList
from ui.widgets.pane_header import PaneHeader


class FindingsPane(QWidget):
    """A new finding is written into the field above the list, Enter adds it."""

    stated = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None, *, read_only: bool = False) -> None:
        super().__init__(parent)
        link = "" if read_only else self.tr("New finding")
        self.header = PaneHeader(self.tr("Findings"), link=link, parent=self)
        self.header.link_clicked.connect(lambda: self.begin())
        self.new = QWidget(self)
        self.claim = QLineEdit(self.new)
        self.claim.setPlaceholderText(self.tr("What was found, in one sentence"))
        self.claim.setAccessibleName(self.tr("New finding"))
        self.claim.returnPressed.connect(self._state)
        self.new.setVisible(False)
        self.list = FindingsList(self)
        self.list.findings.takes_drops = not read_only
        self.list.findings.modelReset.connect(self._count)
        self.notice = self._make_notice()
        above = QVBoxLayout(self.new)
        above.setContentsMargins(14, 0, 14, 8)
        above.addWidget(self.claim)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addWidget(self.new)
        column.addWidget(self.list, 1)

    def _make_notice(self) -> QFrame:
        notice = QFrame(self)
        notice.setProperty("ground", "bg")
        notice.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.offered = QLabel(notice)
        self.offered.setWordWrap(True)
        cancel = QPushButton(self.tr("Cancel"), notice)
        cancel.setProperty("link", True)
        cancel.clicked.connect(self.cancelled)
        self.cancel = cancel
        row = QHBoxLayout(notice)
        row.setContentsMargins(14, 8, 8, 8)
        row.addWidget(self.offered, 1)
        row.addWidget(cancel, 0, Qt.AlignmentFlag.AlignTop)
        notice.hide()
        return notice

    def begin(self, claim: str = "") -> None:
        """Let a new finding be written, beginning with `claim`."""
        self.new.setVisible(True)
        if claim:
            self.claim.setText(claim)
            self.claim.selectAll()
        self.claim.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, words: str) -> None:
        """Say that excerpts wait for a finding."""
        self.offered.setText(words)
        self.notice.show()
        self.new.setVisible(True)

    def stop_offering(self) -> None:
        """Take the notice away."""
        self.notice.hide()
        self.new.hide()
        self.claim.clear()

    def _state(self) -> None:
        claim = self.claim.text().strip()
        if claim:
            self.claim.clear()
            self.new.hide()
            self.stated.emit(claim)

    def _count(self) -> None:
        model = self.list.findings
        rows = range(model.rowCount())
        self.header.set_count(sum(model.finding_at(row) is not None for row in rows) or None)
