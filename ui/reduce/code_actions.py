"""What can be done with the code tree as a whole, each with a name and a key."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.reduce.colours import SCHEMES
from ui.reduce.code_filter import KINDS
from ui.reduce.code_model import COUNTINGS, ORDERS

Value = TypeVar("Value", bound=str)
HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class CodeActions(QObject):
    """Makes the actions; their keys are those of the pane of codes."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self.favourite = self._make(self.tr("Favourite"), "Ctrl+B")
        self.favourite.setCheckable(True)
        self.split = self._make(self.tr("Split the code…"), "Ctrl+Alt+P")
        self.orders = self._one_of(
            ORDERS,
            (self.tr("In their own order"), self.tr("By name"), self.tr("The most used first")),
            ("Ctrl+Alt+O", "Ctrl+Alt+N", "Ctrl+Alt+U"),
        )
        self.countings = self._one_of(
            COUNTINGS,
            (self.tr("Count excerpts"), self.tr("Count informants")),
            ("Ctrl+Alt+E", "Ctrl+Alt+I"),
        )
        self.kinds = self._one_of(
            KINDS,
            (
                self.tr("All codes"),
                self.tr("Favourites"),
                self.tr("Recently used"),
                self.tr("Unused codes"),
            ),
            ("Ctrl+Alt+A", "Ctrl+Alt+F", "Ctrl+Alt+R", "Ctrl+Alt+X"),
        )
        self.schemes = {scheme.key: QAction(scheme.name, self) for scheme in SCHEMES}
        self.open_all = self._make(self.tr("Open all themes"), "Ctrl+Alt+Down")
        self.close_all = self._make(self.tr("Close all themes"), "Ctrl+Alt+Up")
        self.take_book = self._make(self.tr("Import a codebook…"), "Ctrl+Alt+B")
        self.save_book = self._make(self.tr("Save the codebook…"), "Ctrl+Alt+S")
        self._name_them()

    def _name_them(self) -> None:
        """Name each action: changed keys are kept under its name."""
        named = {
            **{key: value for key, value in vars(self).items() if isinstance(value, QAction)},
            **{f"order.{key}": action for key, action in self.orders.items()},
            **{f"counting.{key}": action for key, action in self.countings.items()},
            **{f"kind.{key}": action for key, action in self.kinds.items()},
            **{f"scheme.{key}": action for key, action in self.schemes.items()},
        }
        for name, action in named.items():
            action.setObjectName(f"codes.{name}")

    def of_codes(self) -> list[QAction]:
        """Return what changes the study by the codes that are chosen."""
        return [self.favourite, self.split]

    def writing(self) -> list[QAction]:
        """Return what changes the study as a whole."""
        return [self.take_book, *self.schemes.values()]

    def of_code_menu(self) -> list[QAction | None]:
        """Return what stands in the Code menu; None is a line."""
        return [
            *(self.favourite, self.split, None),
            *(*self.kinds.values(), None, *self.orders.values(), None),
            *(*self.countings.values(), None, self.open_all, self.close_all, None),
            *(self.take_book, self.save_book),
        ]

    def fill(self, menu: QMenu) -> None:
        """Fill the menu of the tree."""
        for actions in (self.kinds, self.orders, self.countings):
            menu.addActions(list(actions.values()))
            menu.addSeparator()
        menu.addActions([self.open_all, self.close_all])
        colours = menu.addMenu(self.tr("Colour the whole tree"))
        colours.addActions(list(self.schemes.values()))
        menu.addSeparator()
        menu.addActions([self.take_book, self.save_book])

    def _one_of(
        self, values: Sequence[Value], words: Sequence[str], keys: Sequence[str]
    ) -> dict[Value, QAction]:
        """Make actions of which one is on, the first to begin with."""
        group = QActionGroup(self)
        made = {}
        for value, said, key in zip(values, words, keys, strict=True):
            action = made[value] = self._make(said, key)
            action.setCheckable(True)
            group.addAction(action)
        made[values[0]].setChecked(True)
        return made

    def _make(self, words: str, *keys: str) -> QAction:
        action = QAction(words, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(HERE)
        self._pane.addAction(action)
        return action
