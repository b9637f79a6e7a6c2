"""The menus: what can be done to a study file and to the window; rooms add their own actions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.language.words import LANGUAGES
from ui.file_actions import FileActions
from ui.key_bindings import take_up
from ui.language import ui_language
from ui.rail import STAGES
from ui.recent import forget_all, recent
from ui.theme import theme

if TYPE_CHECKING:
    from ui.window import Window

MENUS = ("file", "edit", "study", "code", "view", "help")


class Menus(QObject):
    """Builds the menu bar of a window and keeps it right."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window = window
        self.files = FileActions(window)
        words = {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "study": self.tr("&Study"),
            "code": self.tr("&Code"),
            "view": self.tr("&View"),
            "help": self.tr("&Help"),
        }
        self.menus: dict[str, QMenu] = {
            name: window.menu_bar.addMenu(words[name]) for name in MENUS
        }
        self._needs_study: list[QAction] = []
        self._needs_writing: list[QAction] = []
        self._of_room: list[tuple[QMenu, QAction]] = []
        self._file_menu()
        self._edit_menu()
        self._study_menu()
        self._view_menu()
        self._help_menu()
        take_up(self.all_actions())

    def all_actions(self) -> list[QAction]:
        """Return every action that the menus hold, for finding them by name."""
        found = (
            action for menu in self.menus.values() for e in menu.actions() for action in _inside(e)
        )
        return [action for action in found if action.text()]

    def set_study_open(self, is_open: bool, *, read_only: bool = False) -> None:
        """Enable what needs a study, and what changes one."""
        for action in self._needs_study:
            action.setEnabled(is_open)
        for action in self._needs_writing:
            action.setEnabled(is_open and not read_only)
        self.menus["code"].menuAction().setVisible(is_open)
        self.menus["study"].menuAction().setVisible(is_open)
        if not is_open:
            self._clear_room()

    def show_steps(self, back: str, forth: str) -> None:
        """Name what undo and redo would do; empty for nothing."""
        for action, words, step in (
            (self.undo, self.tr("Undo"), back),
            (self.redo, self.tr("Redo"), forth),
        ):
            action.setText(f"{words}: {step}" if step else words)
            action.setEnabled(bool(step))

    def show_room(self, room: QWidget) -> None:
        """Put the actions of a room into the menus, in place of the last room's."""
        self._clear_room()
        offered = room.actions_by_menu()
        take_up(
            action
            for actions in offered.values()
            for entry in actions
            if entry is not None
            for action in _inside(entry)
        )
        for name, actions in offered.items():
            menu = self.menus[name]
            before = menu.actions()[0] if name in ("edit", "view", "study") else None
            for action in actions:
                shown = action if action is not None else _separator(menu)
                menu.insertAction(before, shown)
                self._of_room.append((menu, shown))
            if before is not None and actions:
                separator = menu.insertSeparator(before)
                self._of_room.append((menu, separator))
        self.menus["code"].menuAction().setVisible(bool(self.menus["code"].actions()))

    def _clear_room(self) -> None:
        for menu, action in self._of_room:
            menu.removeAction(action)
        self._of_room.clear()

    def _add(
        self,
        menu: str,
        words: str,
        act: object,
        keys: QKeySequence.StandardKey | str | None = None,
        *,
        study: bool = True,
        writes: bool = False,
    ) -> QAction:
        action = QAction(words, self.window)
        action.setObjectName(f"{menu}.{_name_of(act)}")  # its keys are kept under this name
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: act())
        self.menus[menu].addAction(action)
        if writes:
            self._needs_writing.append(action)
        elif study:
            self._needs_study.append(action)
        return action

    def _file_menu(self) -> None:
        files, keys = self.files, QKeySequence.StandardKey
        self._add("file", self.tr("New study…"), files.new, keys.New, study=False)
        self._add("file", self.tr("Open…"), files.open, keys.Open, study=False)
        self.recent = self.menus["file"].addMenu(self.tr("Open recent"))
        self.recent.aboutToShow.connect(self._fill_recent)
        self._add("file", self.tr("Open the sample study"), self.window.open_sample, study=False)
        self.menus["file"].addSeparator()
        self._add("file", self.tr("Import…"), files.bring_in, "Ctrl+Shift+I", writes=True)
        self._add("file", self.tr("Import a folder…"), files.bring_in_folder, writes=True)
        self._add("file", self.tr("Merge a copy of this study…"), files.merge, writes=True)
        self._add(
            "file", self.tr("Export to Word…"), partial(self.window.enter, "report"), "Ctrl+E"
        )
        self._add(
            "file",
            self.tr("Export the study…"),
            self.window.exchanging.show_export,
            "Ctrl+Shift+X",
        )
        self.menus["file"].addSeparator()
        self._add("file", self.tr("Save a copy…"), files.save_copy, "Ctrl+Shift+S")
        self._add("file", self.tr("Restore a backup…"), files.restore, writes=True)
        self._add("file", self.tr("Check the study"), files.check)
        self.menus["file"].addSeparator()
        self._add("file", self.tr("Close study"), self.window.close_study, keys.Close)
        self._add("file", self.tr("Quit"), self.window.close, "Ctrl+Q", study=False)

    def _edit_menu(self) -> None:
        keys = QKeySequence.StandardKey
        self.undo = self._add("edit", self.tr("Undo"), self._undo, keys.Undo, writes=True)
        self.redo = self._add("edit", self.tr("Redo"), self._redo, "Ctrl+Shift+Z", writes=True)
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self._add("edit", self.tr("History"), self.window.toggle_history, "Ctrl+H")
        self.menus["edit"].addSeparator()
        self._add("edit", self.tr("Find…"), self._find, "Ctrl+K", study=False)

    def _study_menu(self) -> None:
        for tab, words in (
            ("study", self.tr("Title and purpose…")),
            ("questions", self.tr("Research questions")),
            ("sites", self.tr("Sites")),
            ("categories", self.tr("Source categories")),
            ("roles", self.tr("Roles")),
            ("informants", self.tr("Informants")),
            ("instruments", self.tr("Instruments")),
            ("coverage", self.tr("Coverage")),
            ("coders", self.tr("Coders")),
        ):
            self._add("study", words, partial(self._design, tab))

    def _view_menu(self) -> None:
        rooms = {
            "collect": self.tr("Collect"),
            "reduce": self.tr("Reduce"),
            "display": self.tr("Display"),
            "verify": self.tr("Verify"),
            "report": self.tr("Report"),
        }
        for number, stage in enumerate(STAGES, 1):
            self._add("view", rooms[stage], partial(self.window.enter, stage), f"Ctrl+{number}")
        self.menus["view"].addSeparator()
        modes = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        self._choice(self.tr("Theme"), modes, theme().mode, self._theme)
        names = {"en": "English", "id": "Bahasa Indonesia"}
        self._choice(
            self.tr("Language"), {k: names[k] for k in LANGUAGES}, ui_language(), self._language
        )
        self._add("view", self.tr("Full screen"), self._full_screen, "F11", study=False)

    def _choice(self, title: str, options: dict[str, str], current: str, act: object) -> None:
        menu = self.menus["view"].addMenu(title)
        group = QActionGroup(menu)
        for value, words in options.items():
            action = QAction(words, menu, checkable=True)
            action.setObjectName(f"view.{_name_of(act)}.{value}")
            action.setChecked(value == current)
            action.triggered.connect(lambda _checked, v=value: act(v))
            group.addAction(action)
            menu.addAction(action)

    def _help_menu(self) -> None:
        self._add("help", self.tr("Keys"), self.files.keys, "F1", study=False)
        self._add("help", self.tr("About Tilik"), self.files.about, study=False)

    def _fill_recent(self) -> None:
        self.recent.clear()
        for path in recent():
            action = self.recent.addAction(f"{path.stem}   –   {path.parent}")
            action.triggered.connect(lambda _checked=False, p=path: self.window.open(p))
        if self.recent.isEmpty():
            self.recent.addAction(self.tr("None yet")).setEnabled(False)
        else:
            self.recent.addSeparator()
            self.recent.addAction(self.tr("Empty this list")).triggered.connect(forget_all)

    def _undo(self) -> None:
        if self.window.session is not None:
            self.window.session.undo()

    def _redo(self) -> None:
        if self.window.session is not None:
            self.window.session.redo()

    def _find(self) -> None:
        self.window.find.setFocus()
        self.window.find.selectAll()

    def _design(self, tab: str) -> None:
        self.window.enter("collect").show_tab(tab)

    def _full_screen(self) -> None:
        window = self.window
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def _theme(self, mode: str) -> None:
        QSettings().setValue("theme", mode)
        theme().set_mode(mode)

    def _language(self, language: str) -> None:
        QSettings().setValue("language", language)
        self.window.speak(language)


def _inside(entry: QAction) -> list[QAction]:
    """Return the actions of an entry that is a menu, else the entry."""
    inner = entry.menu()
    return inner.actions() if isinstance(inner, QMenu) else [entry]


def _name_of(act: object) -> str:
    if isinstance(act, partial):
        return ".".join([act.func.__name__, *(str(value) for value in act.args)])
    return str(getattr(act, "__name__", ""))


def _separator(menu: QMenu) -> QAction:
    action = QAction(menu)
    action.setSeparator(True)
    return action
