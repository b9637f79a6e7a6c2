"""Memos on what one is looking at, beside the transcript: written and read without a dialog."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.reduce.memos import KINDS, MemoRow, add_memo, delete_memo, edit_memo, memos
from ui.session import Session
from ui.theme import serif_font
from ui.widgets.pane_header import PaneHeader

KEY = Qt.ItemDataRole.UserRole
PAUSE = 1500


class MemoPanel(QFrame):
    """The memos on one thing: a source, a code, a coding, a finding, or the study."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._entity, self._row = "", None
        self._memo: MemoRow | None = None
        self._shown: list[MemoRow] = []
        self._wanted: int | None = None
        self.setProperty("rule", "left")
        self.setMinimumWidth(260)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.header = PaneHeader(self.tr("Memos"), link=self.tr("Close"))
        self.header.link_clicked.connect(self._close)
        layout.addWidget(self.header)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Memos"))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setMaximumHeight(150)
        self.list.currentRowChanged.connect(self._chosen)
        layout.addWidget(self.list)
        layout.addWidget(self._form(), 1)
        self._later = QTimer(self, interval=PAUSE, singleShot=True)
        self._later.timeout.connect(self.flush)
        session.changed.connect(lambda changed: changed.touches("memo") and self.refresh())
        self.hide()

    def show_for(self, entity: str, row: int | None, title: str) -> None:
        """Show the memos on a row of an entity (a table's name), and a new one to write."""
        self.flush()
        self._entity, self._row = entity, row
        self._memo = None
        self.header.set_title(self.tr("Memos · {title}").format(title=title))
        self._clear()
        self.show()
        self.refresh()
        self.name.setFocus()

    def refresh(self) -> None:
        """Read the memos again."""
        if not self.isVisible():
            return
        study, entity, row = self.session.study, self._entity, self._row
        self.session.tasks.read("memos", lambda: memos(study, entity, row), self._show)

    def flush(self) -> None:
        """Save what was typed."""
        self._later.stop()
        title, words, kind = self.name.text(), self.text.toPlainText(), self.kind.currentData()
        memo, study = self._memo, self.session.study
        if self.session.read_only or not (title.strip() or words.strip()):
            return
        if memo is None:
            entity, row = self._entity, self._row
            self.session.change(
                lambda: add_memo(study, title, words, kind=kind, on_entity=entity, on_id=row),
                self._added,
            )
        elif (memo.title, memo.text, memo.kind) != (title, words, kind):
            key = memo.id
            self.session.change(lambda: edit_memo(study, key, title=title, text=words, kind=kind))

    def _form(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 8, 14, 12)
        column.setSpacing(8)
        self.name = QLineEdit(page)
        self.name.setPlaceholderText(self.tr("Title"))
        self.name.setAccessibleName(self.tr("Title of the memo"))
        self.kind = QComboBox(page)
        self.kind.setAccessibleName(self.tr("Kind of memo"))
        words = {
            "analytic": self.tr("Analytic"),
            "methodological": self.tr("Methodological"),
            "reflexive": self.tr("Reflexive"),
            "contact_summary": self.tr("Contact summary"),
            "document_summary": self.tr("Document summary"),
        }
        for kind in KINDS:
            self.kind.addItem(words[kind], kind)
        self.text = QPlainTextEdit(page)
        self.text.setProperty("field", True)
        self.text.setFont(serif_font(11))
        self.text.setAccessibleName(self.tr("Words of the memo"))
        self.text.setPlaceholderText(self.tr("What strikes you here?"))
        self.saved = QLabel(page)
        self.saved.setProperty("kind", "small")
        row = QHBoxLayout()
        self.save = QPushButton(self.tr("Save memo"), page)
        self.save.setProperty("accent", True)
        self.new = QPushButton(self.tr("New memo"), page)
        self.remove = QPushButton(self.tr("Delete"), page)
        for button in (self.save, self.new, self.remove):
            row.addWidget(button)
            button.setEnabled(not self.session.read_only)
        row.addStretch()
        for widget in (self.name, self.kind, self.text):
            column.addWidget(widget)
        column.addWidget(self.saved)
        column.addLayout(row)
        self.save.clicked.connect(self.flush)
        self.new.clicked.connect(self._begin)
        self.remove.clicked.connect(self._delete)
        self.text.textChanged.connect(lambda: self._memo is not None and self._later.start())
        return page

    def _show(self, found: list[MemoRow]) -> None:
        self._shown = found
        self.header.set_count(len(found))
        self.list.blockSignals(True)
        self.list.clear()
        current = self._wanted or (self._memo.id if self._memo is not None else None)
        self._wanted = None
        for memo in found:
            item = QListWidgetItem(f"{memo.title}\n{memo.coder} · {memo.made_at:%d/%m/%Y %H:%M}")
            item.setData(KEY, memo.id)
            self.list.addItem(item)
        at = next((n for n, memo in enumerate(found) if memo.id == current), -1)
        self.list.setCurrentRow(at)
        self.list.blockSignals(False)
        self.list.setVisible(bool(found))
        self._memo = found[at] if at >= 0 else None

    def _chosen(self, row: int) -> None:
        self.flush()
        if 0 <= row < len(self._shown):
            memo = self._memo = self._shown[row]
            self.name.setText(memo.title)
            self.kind.setCurrentIndex(max(0, self.kind.findData(memo.kind)))
            self.text.setPlainText(memo.text)
            self._later.stop()

    def _added(self, memo_id: int) -> None:
        self._wanted = memo_id
        self.refresh()

    def _begin(self) -> None:
        self.flush()
        self._memo = None
        self.list.setCurrentRow(-1)
        self._clear()
        self.name.setFocus()

    def _clear(self) -> None:
        self.name.clear()
        self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(False)
        self.kind.setCurrentIndex(0)

    def _delete(self) -> None:
        memo, study = self._memo, self.session.study
        if memo is not None:
            self._memo = None
            self._clear()
            self.session.change(lambda: delete_memo(study, memo.id))

    def _close(self) -> None:
        self.flush()
        self.hide()
        self.closed.emit()
