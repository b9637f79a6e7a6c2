"""The right-click menus of the room: on words, on codings, on codes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.reduce.codes import CodeRow
from app.reduce.transcript import CodingSpan
from ui.reduce.coding_actions import CodingActions

RECENT = 6


def coding_menu(
    parent: QWidget,
    actions: CodingActions,
    codings: Sequence[CodingSpan],
    recent: Sequence[CodeRow],
    choose: Callable[[int], None],
    code: Callable[[int], None],
) -> QMenu:
    """Return the menu at a place in the text.

    `codings` stand there: choosing one selects it, and what follows acts on it. `recent` codes are
    offered for the selection; `code` codes it.
    """
    menu = QMenu(parent)
    for action in (actions.code_with, actions.in_vivo, actions.repeat):
        menu.addAction(action)
    if recent:
        offered = menu.addMenu(QCoreApplication.translate("ContextMenu", "Recent codes"))
        for row in recent[:RECENT]:
            offered.addAction(row.path).triggered.connect(
                lambda _checked=False, key=row.id: code(key)
            )
    if len(codings) > 1:
        menu.addSection(QCoreApplication.translate("ContextMenu", "Codings here"))
        for span in codings:
            act = menu.addAction(f"{span.name}  ·  {span.coder}")
            act.triggered.connect(lambda _checked=False, key=span.coding_id: choose(key))
    if codings:
        menu.addSection(
            codings[0].name
            if len(codings) == 1
            else QCoreApplication.translate("ContextMenu", "Selected coding")
        )
        for action in (
            actions.affirms, actions.denies, actions.mixed, actions.memo, actions.evidence,
            actions.remove,
        ):  # fmt: skip
            menu.addAction(action)
    return menu


def code_menu(parent: QWidget, actions: CodingActions, count: int, memos: QAction) -> QMenu:
    """Return the menu on `count` selected codes."""
    menu = QMenu(parent)
    menu.addAction(actions.new_code)
    if count == 1:
        for action in (actions.rename, actions.describe, actions.colour, memos):
            menu.addAction(action)
    if count > 1:
        menu.addAction(actions.colour)
        menu.addAction(actions.merge)
    if count:
        menu.addSeparator()
        menu.addAction(actions.delete)
    return menu


def show(menu: QMenu, at: QPoint) -> None:
    """Show a menu at a global point; it goes when it is closed."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
