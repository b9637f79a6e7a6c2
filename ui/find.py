"""Ctrl+K: one field that finds actions, codes, sources and words of the transcripts."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.reduce.codes import codes
from app.reduce.search import search
from app.reduce.transcripts import sources_overview
from ui.session import Session
from ui.widgets.icons import icon
from ui.widgets.two_lines import HEIGHT, TwoLines
from ui.widgets.undo_keys import leaves_undo

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found, and what happens when it is chosen."""

    icon: str
    words: str
    more: str
    act: Callable[[], None]


class FindField(QLineEdit):
    """The field at the top right, with its list beneath."""

    code_chosen = Signal(int)
    place_chosen = Signal(int, int, int)
    """source id, start, end"""

    def __init__(self, actions: Callable[[], list[QAction]], parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self._session: Session | None = None
        self._catalogue: list[Hit] = []
        self.setPlaceholderText(self.tr("Find words, codes, actions…   Ctrl+K"))
        self.setAccessibleName(self.tr("Find words, codes, sources and actions"))
        self.setFixedWidth(300)
        self.setClearButtonEnabled(True)
        self.list = QListWidget(parent)
        self.list.setObjectName("found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Found"))
        self.list.hide()
        self._later = QTimer(self, interval=120, singleShot=True)
        self._later.timeout.connect(self._look)
        self.textEdited.connect(lambda _text: self._later.start())
        self.returnPressed.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.installEventFilter(self)

    def set_session(self, session: Session | None) -> None:
        """Find in another study, or in none."""
        self._session = session
        self.clear()
        self._close()

    def event(self, event: QEvent) -> bool:
        return leaves_undo(self, event) or super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.list.isVisible():
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = (self.list.currentRow() + step) % max(1, self.list.count())
                self.list.setCurrentRow(row)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._close()
                self.clear()
                self.parentWidget().setFocus()
                return True
        if event.type() == QEvent.Type.FocusIn:
            self._read_catalogue()
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(150, self._close_unless_focused)
        return super().eventFilter(watched, event)

    def _read_catalogue(self) -> None:
        session = self._session
        if session is None:
            return
        study = session.study
        session.tasks.read(
            "find-catalogue", lambda: (codes(study), sources_overview(study)), self._keep_catalogue
        )

    def _keep_catalogue(self, found: tuple) -> None:
        all_codes, sources = found
        self._catalogue = [
            Hit("tag-new", c.path, "", lambda i=c.id: self.code_chosen.emit(i)) for c in all_codes
        ] + [
            Hit(
                s.method if s.method in ("interview", "observation") else "document",
                s.reference,
                s.title,
                lambda i=s.id: self.place_chosen.emit(i, 0, 0),
            )
            for s in sources
        ]

    def _look(self) -> None:
        words = self.text().strip()
        if not words:
            self._close()
            return
        found = self._matching(words.casefold())
        self._show(found)
        session = self._session
        if session is not None:
            study = session.study
            session.tasks.read(
                "find-words",
                lambda: search(study, words, limit=SHOWN * 2),
                lambda page: self._show(found + self._passages(page)),
            )

    def _matching(self, words: str) -> list[Hit]:
        actions = [
            Hit("keyboard", a.text().replace("&", ""), a.shortcut().toString(), a.trigger)
            for a in self._actions()
            if a.isEnabled() and words in a.text().replace("&", "").casefold()
        ]
        named = [h for h in self._catalogue if words in f"{h.words} {h.more}".casefold()]
        return actions[:SHOWN] + named[:SHOWN]

    def _passages(self, page: object) -> list[Hit]:
        return [
            Hit(
                "quote",
                hit.passage.strip()[:160],
                hit.reference,
                lambda h=hit: self.place_chosen.emit(h.source_id, *h.spans[0]),
            )
            for hit in page.hits  # type: ignore[attr-defined]
        ]

    def _show(self, found: list[Hit]) -> None:
        self.list.clear()
        for hit in found:
            words = " ".join(hit.words.split())
            item = QListWidgetItem(icon(hit.icon), f"{words}\n{hit.more}" if hit.more else words)
            item.setData(Qt.ItemDataRole.UserRole, hit)
            self.list.addItem(item)
        if not found:
            item = QListWidgetItem(self.tr("Nothing found"))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        width, height = 560, min(520, 6 + HEIGHT * self.list.count())
        window = self.window()
        corner = self.mapTo(window, QPoint(self.width() - width, self.height() + 4))
        self.list.setParent(window)
        self.list.setGeometry(max(8, corner.x()), corner.y(), width, height)
        self.list.raise_()
        self.list.show()

    def _take(self) -> None:
        item = self.list.currentItem()
        hit = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if hit is None:
            return
        self._close()
        self.clear()
        hit.act()

    def _close(self) -> None:
        self._later.stop()
        self.list.hide()

    def _close_unless_focused(self) -> None:
        if not self.hasFocus():
            self._close()
