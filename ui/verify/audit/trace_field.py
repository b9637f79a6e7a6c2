"""A field in which one types the name of a thing to follow it through the history."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from app.reduce.memo_things import Thing, linkable
from ui.language import in_words
from ui.session import Session

SHOWN = 12


class TraceField(QLineEdit):
    """Offers codes, findings, sources, informants and excerpts by any part of their names."""

    wanted = Signal(str, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._things: dict[str, Thing] = {}
        self._stale = True
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(SHOWN)
        completer.activated.connect(self._take)
        self.setCompleter(completer)
        self.setPlaceholderText(self.tr("Trace a code, finding, source, excerpt…"))
        self.setAccessibleName(self.placeholderText())
        self.setClearButtonEnabled(True)
        self.returnPressed.connect(self._on_return)

    def forget(self) -> None:
        """Read the names again when they are next wanted."""
        self._stale = True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._stale:
            self._stale = False
            study = self._session.study
            self._session.tasks.read("traceable", lambda: linkable(study), self._show)

    def _show(self, things: list[Thing]) -> None:
        self._things = {}
        for thing in things:
            entity, number = thing.key
            name = f"{in_words(f'audit.entity.{entity}')}: {thing.name}"
            if name in self._things:
                name = f"{name} ({number})"
            self._things[name] = thing
        self._names.setStringList(list(self._things))

    def _on_return(self) -> None:
        """Take the only thing that fits what was typed, or the one that it names."""
        typed = self.text().strip().casefold()
        fitting = [name for name in self._things if typed and typed in name.casefold()]
        if fitting:
            self._take(min(fitting, key=len))

    def _take(self, name: str) -> None:
        thing = self._things.get(name)
        if thing is not None:
            self.wanted.emit(*thing.key)
            self.clear()
