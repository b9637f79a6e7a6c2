"""The right-click menus of the room: on words and codings, on codes, on excerpts in the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAction, QActionGroup, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from app.reduce.codes import CodeRow
from app.reduce.transcript import CodingSpan
from ui.reduce.coding_actions import CodingActions
from ui.widgets.badges import SWATCH_SIZE, paint_swatch

if TYPE_CHECKING:
    from ui.reduce.coding import Coding

RECENT = 6
NAMED = 60  # characters of a code's name in a menu


def text_menu(coding: Coding, codings: Sequence[CodingSpan]) -> QMenu:
    """Return the menu at a place in the text, where `codings` stand, the selected one marked."""
    room, do = coding.room, coding.room.actions_of_room
    menu = QMenu(room)
    for action in (do.code_with, do.code_chosen, do.in_vivo, do.repeat):
        menu.addAction(action)
    if not codings:
        menu.addAction(do.evidence)
    known = room.tree.codes
    _recent(menu, [known[key] for key in coding.desk.recent if key in known], coding)
    selected = coding.view.selected_coding()
    for span in codings:
        here = selected is not None and span.coding_id == selected.coding_id
        _coding(menu, coding, span, named=len(codings) > 1 or not here)
    menu.addSeparator()
    copy = menu.addAction(QCoreApplication.translate("ContextMenu", "Copy"))
    copy.triggered.connect(coding.view.copy)
    copy.setEnabled(coding.view.selected_range() is not None)
    menu.addAction(do.correct)
    menu.addAction(do.source_memo)
    if room.source_id:
        trace = menu.addAction(QCoreApplication.translate("ContextMenu", "Trace this source"))
        trace.triggered.connect(partial(_trace, room, "source", room.source_id))
    return menu


def _trace(room: Any, entity: str, number: int, _checked: bool = False) -> None:
    room.trace_wanted.emit(entity, number)


def _recent(menu: QMenu, codes: Sequence[CodeRow], coding: Coding) -> None:
    if not codes:
        return
    menu.addSeparator()
    for code in codes[:RECENT]:
        action = menu.addAction(swatch(code.colour), _plain(code.name))
        action.setToolTip(code.path)
        action.triggered.connect(partial(_code, coding, code.id))
        action.setEnabled(coding.room.actions_of_room.code_with.isEnabled())


def _code(coding: Coding, code_id: int, _checked: bool = False) -> None:
    coding.desk.code_with([code_id])


def _coding(menu: QMenu, coding: Coding, span: CodingSpan, *, named: bool) -> None:
    """Add what can be done with one coding, as a menu of its own under the code's name."""
    do, free = coding.room.actions_of_room, not coding.room.session.read_only
    menu.addSeparator()
    inner = menu.addMenu(swatch(span.colour), _plain(span.name))
    inner.menuAction().setToolTip(span.coder)
    inner.aboutToShow.connect(partial(coding.view.set_selected_coding, span.coding_id))
    inner.addAction(do.change)
    one_of = QActionGroup(inner)
    for action, direction in do.directions():
        own = inner.addAction(action.text())
        own.setCheckable(True)
        one_of.addAction(own)
        own.setChecked(span.direction == direction)
        own.setShortcut(action.shortcut())
        own.setShortcutVisibleInContextMenu(True)
        own.setEnabled(free)
        own.triggered.connect(partial(_direct, coding, span.coding_id, direction))
    inner.addAction(do.copy_to)
    inner.addAction(do.memo)
    inner.addAction(do.evidence)
    for action in (do.cut, do.join, do.set_aside):
        inner.addAction(action)
    borders = inner.addMenu(QCoreApplication.translate("ContextMenu", "Borders"))
    for action, *_ in do.borders():
        borders.addAction(action)
    trace = inner.addAction(QCoreApplication.translate("ContextMenu", "Trace this excerpt"))
    trace.triggered.connect(partial(_trace, coding.room, "excerpt", span.excerpt_id))
    inner.addSeparator()
    inner.addAction(do.remove)


def _direct(coding: Coding, coding_id: int, direction: str, _checked: bool = False) -> None:
    coding.desk.direct([coding_id], direction)


def code_menu(parent: QWidget, actions: CodingActions, count: int) -> QMenu:
    """Return the menu on `count` chosen codes."""
    menu = QMenu(parent)
    menu.addAction(actions.new_code)
    if not count:
        return menu
    if count == 1:
        for action in (actions.new_under, actions.rename, actions.describe, actions.code_memos):
            menu.addAction(action)
    menu.addAction(actions.colour)
    menu.addSeparator()
    menu.addAction(actions.code_chosen)
    menu.addSeparator()
    moves = menu.addMenu(QCoreApplication.translate("ContextMenu", "Move"))
    for action in (actions.up, actions.down, actions.nest, actions.unnest):
        moves.addAction(action)
    menu.addAction(actions.merge)
    menu.addAction(actions.delete)
    return menu


def excerpt_menu(
    parent: QWidget, entries: Sequence[tuple[str, Callable[[], None], bool] | None]
) -> QMenu:
    """Return a menu of words, what they do, and whether they can be chosen; None is a line."""
    menu = QMenu(parent)
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        words, act, enabled = entry
        action = menu.addAction(words)
        action.triggered.connect(lambda _checked=False, a=act: a())
        action.setEnabled(enabled)
    return menu


def show(menu: QMenu, at: QPoint) -> None:
    """Show a menu at a global point; it goes when it is closed."""
    for action in _all(menu):
        action.setShortcutVisibleInContextMenu(True)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)


def swatch(colour: str) -> QIcon:
    """Return a code's colour as an icon."""
    pixmap = QPixmap(16 * 2, 16 * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill("transparent")
    painter = QPainter(pixmap)
    paint_swatch(painter, 3, 8, colour, SWATCH_SIZE)
    painter.end()
    return QIcon(pixmap)


def _all(menu: QMenu) -> list[QAction]:
    found: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        found += _all(inner) if isinstance(inner, QMenu) else [action]
    return found


def _plain(name: str) -> str:
    """Return a code's name for a menu, where & would underline a letter."""
    short = name if len(name) <= NAMED else name[:NAMED].rstrip() + "…"
    return short.replace("&", "&&")
