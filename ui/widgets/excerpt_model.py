"""The rows of an excerpt list: fetched a page at a time, when first looked at.

The list knows how many rows there are from the start, so that its scroll bar tells the truth and
one can jump to any place in 20,000 excerpts.
"""

import datetime
from collections.abc import Callable, Sequence
from html import escape
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt

PAGE = 200
EXCERPT_MIME = "application/x-tilik-excerpt"
ROW = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
_TIP_LENGTH = 1200  # characters of a long quotation that a tool tip shows


class ExcerptLike(Protocol):
    """What a row of the list needs: the fields of `app.reduce.excerpts.ExcerptRow` in use here."""

    @property
    def coding_id(self) -> int | None: ...
    @property
    def excerpt_id(self) -> int: ...
    @property
    def source_id(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def quote(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def citation(self) -> str: ...
    @property
    def method(self) -> str: ...
    @property
    def method_letter(self) -> str: ...
    @property
    def reference(self) -> str: ...
    @property
    def informant(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def role_kind(self) -> str: ...
    @property
    def category(self) -> str: ...
    @property
    def site(self) -> str: ...
    @property
    def date(self) -> datetime.date | None: ...
    @property
    def code_id(self) -> int | None: ...
    @property
    def code(self) -> str: ...
    @property
    def colour(self) -> str: ...
    @property
    def direction(self) -> str: ...
    @property
    def stance(self) -> str: ...
    @property
    def coder(self) -> str: ...
    @property
    def memo(self) -> str: ...


Fetch = Callable[[int, int], Sequence[ExcerptLike]]


def excerpt_ids(mime: QMimeData) -> list[int]:
    """Return the excerpts that a drag carries; none where it carries something else."""
    if not mime.hasFormat(EXCERPT_MIME):
        return []
    text = bytes(mime.data(EXCERPT_MIME).data()).decode("ascii", errors="replace")
    return [int(part) for part in text.removeprefix("excerpt:").split(",") if part.isdigit()]


def excerpt_mime(ids: Sequence[int]) -> QMimeData:
    """Return what a drag of these excerpts carries."""
    mime = QMimeData()
    unique = dict.fromkeys(ids)
    mime.setData(EXCERPT_MIME, b"excerpt:" + ",".join(map(str, unique)).encode("ascii"))
    return mime


class ExcerptModel(QAbstractListModel):
    """Rows by number; a page that was not looked at yet is fetched when it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._fetch: Fetch = _nothing
        self._page_size = PAGE
        self._pages: dict[int, Sequence[ExcerptLike]] = {}
        self._fetching = False

    def set_pages(self, count: int, fetch: Fetch, page_size: int = PAGE) -> None:
        """List `count` rows; `fetch(offset, limit)` returns those from `offset` on."""
        self.beginResetModel()
        self._count, self._fetch, self._page_size = count, fetch, max(1, page_size)
        self._pages = {}
        self.endResetModel()

    def row_at(self, number: int) -> ExcerptLike | None:
        """Return the row `number`; None beyond the end, or where the study has fewer rows now."""
        if not 0 <= number < self._count:
            return None
        page = self._pages.get(number // self._page_size)
        if page is None:
            page = self._load(number // self._page_size)
        within = number % self._page_size
        return page[within] if within < len(page) else None

    def _load(self, number: int) -> Sequence[ExcerptLike]:
        # A model tester, or a fetch that lets events run, asks again while the page is on its way.
        if self._fetching:
            return ()
        self._fetching = True
        try:
            page = self._fetch(number * self._page_size, self._page_size)
        finally:
            self._fetching = False
        self._pages[number] = page
        return page

    def find(self, wanted: Callable[[ExcerptLike], bool]) -> int | None:
        """Return the number of the first row of the pages at hand that is `wanted`."""
        for number, page in sorted(self._pages.items()):
            for within, row in enumerate(page):
                if wanted(row):
                    return number * self._page_size + within
        return None

    def rowCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.quote
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (row.stance or row.direction, row.quote, row.citation, row.role, row.code)
            return ", ".join(part for part in parts if part)
        return None

    def flags(self, index: Any) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return [EXCERPT_MIME]

    def mimeData(self, indexes: Any) -> QMimeData:
        rows = (self.row_at(index.row()) for index in sorted(indexes, key=lambda i: i.row()))
        return excerpt_mime([row.excerpt_id for row in rows if row is not None])


def _nothing(offset: int, limit: int) -> Sequence[ExcerptLike]:
    return ()


def _tip(row: ExcerptLike) -> str:
    quote = row.quote if len(row.quote) <= _TIP_LENGTH else row.quote[:_TIP_LENGTH] + "…"
    below = " · ".join(part for part in (row.citation, row.role, row.site, row.code) if part)
    memo = f"<p><i>{escape(row.memo)}</i></p>" if row.memo else ""
    return f"<p>{escape(quote)}</p><p>{escape(below)}</p>{memo}"
