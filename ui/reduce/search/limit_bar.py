"""Where a search looks: a row of buttons, each with what it is limited to."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.reduce.finding.choices import Choices
from app.reduce.finding.limits import Limits
from ui.reduce.search.date_button import DateButton
from ui.reduce.search.limit_button import LimitButton
from ui.widgets.choice_button import ChoiceButton


class LimitBar(QWidget):
    """Method, role, site, source, date, and whether and by whom it is coded."""

    limited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        every = self.tr("all")
        self.methods = LimitButton(self.tr("Method"), every, self)
        self.roles = LimitButton(self.tr("Role"), every, self)
        self.sites = LimitButton(self.tr("Site"), every, self)
        self.sources = LimitButton(self.tr("Source"), every, self)
        self.dates = DateButton(self)
        states: list[tuple[object, str]] = [
            ("", self.tr("any")),
            ("coded", self.tr("coded")),
            ("uncoded", self.tr("not coded")),
        ]
        self.state = ChoiceButton(self.tr("Coding"), states, "", self)
        self.coders = LimitButton(self.tr("By"), self.tr("anyone"), self)
        self.nothing = QPushButton(self.tr("No limits"), self)
        self.nothing.setProperty("link", True)
        self.nothing.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in self._limits():
            button.limited.connect(self._on_limit)
            row.addWidget(button)
        row.insertWidget(row.count() - 1, self.state)
        self.state.chosen.connect(lambda _: self._on_limit())
        row.addWidget(self.nothing)
        row.addStretch(1)
        self._show()

    def _limits(self) -> tuple[Any, ...]:
        return (self.methods, self.roles, self.sites, self.sources, self.dates, self.coders)

    def offer(self, found: Choices) -> None:
        """Offer what the study has."""
        self.methods.set_options(found.methods)
        self.roles.set_options(found.roles)
        self.sites.set_options(found.sites)
        self.sources.set_options(found.sources)
        self.coders.set_options(found.coders)
        self._show()

    def limits(self) -> Limits:
        """Return the limits as they stand."""
        chosen: dict[str, Any] = {
            name: getattr(self, name).values() for name in ("methods", "roles", "sites", "sources")
        }
        state: Any = self.state.current()
        return Limits(
            **chosen,
            since=self.dates.since,
            until=self.dates.until,
            state=state,
            coders=self.coders.values() if state else None,  # type: ignore[arg-type]
        )

    def clear(self) -> None:
        """Take all limits away."""
        for button in (self.methods, self.roles, self.sites, self.sources, self.coders):
            button.set_values(())
        self.dates.set_days(None, None)
        self.state.set_current("")
        self._on_limit()

    def _on_limit(self) -> None:
        self._show()
        self.limited.emit()

    def _show(self) -> None:
        self.coders.setVisible(bool(self.state.current()))
        self.nothing.setVisible(self.limits() != Limits())
