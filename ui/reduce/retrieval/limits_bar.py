"""What retrieved codings must be: rows of buttons, each with what it is limited to."""

from collections import defaultdict
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.reduce.retrieval.asking import NO_LIMITS, Attribute, Limits
from app.reduce.retrieval.offers import Offers
from ui.reduce.search.date_button import DateButton
from ui.reduce.search.limit_button import LimitButton
from ui.widgets.excerpt_delegate import stance_words
from ui.widgets.search_field import SearchField

LISTS = (
    "sources", "informants", "methods", "roles", "categories", "sites", "directions", "weights",
    "coders",
)  # fmt: skip


class LimitsBar(QWidget):
    """Source, informant, method, role, category, site, date, direction, weight, coder, words."""

    limited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        every = self.tr("all")
        names = {
            "sources": self.tr("Source"),
            "informants": self.tr("Informant"),
            "methods": self.tr("Method"),
            "roles": self.tr("Role"),
            "categories": self.tr("Category"),
            "sites": self.tr("Site"),
            "directions": self.tr("Direction"),
            "weights": self.tr("Weight"),
            "coders": self.tr("By"),
        }
        self.lists = {name: LimitButton(words, every, self) for name, words in names.items()}
        self.attributes = LimitButton(self.tr("Attributes"), every, self)
        self.dates = DateButton(self)
        self.words = SearchField(self.tr("Words in summaries and memos"), parent=self)
        self.aside = QCheckBox(self.tr("also what was set aside"), self)
        self.nothing = QPushButton(self.tr("No limits"), self)
        self.nothing.setProperty("link", True)
        self.nothing.clicked.connect(self.clear)
        self._arrange()
        for button in (*self.lists.values(), self.attributes, self.dates):
            button.limited.connect(self._on_limit)
        self.words.searched.connect(lambda _: self._on_limit())
        self.aside.toggled.connect(lambda _: self._on_limit())
        self._show()

    def _arrange(self) -> None:
        lists = self.lists
        first = [lists[name] for name in LISTS[:6]]
        second = [self.dates, *(lists[name] for name in LISTS[6:])]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widgets in ([*first, self.attributes], [*second, self.words, self.aside]):
            row = QHBoxLayout()
            row.setSpacing(8)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        row.insertWidget(row.count() - 1, self.nothing)

    def offer(self, found: Offers) -> None:
        """Offer what the study has."""
        plain = found.plain
        for name in ("methods", "roles", "sites", "sources", "coders"):
            self.lists[name].set_options(getattr(plain, name))
        self.lists["categories"].set_options(found.categories)
        self.lists["informants"].set_options(found.informants)
        said = stance_words()
        self.lists["directions"].set_options(
            [(name, said[name]) for name in ("affirms", "denies", "mixed")]
        )
        self.lists["weights"].set_options(weights())
        self.attributes.set_options(found.attributes)
        self.attributes.setVisible(bool(found.attributes))
        self._show()

    def limits(self) -> Limits:
        """Return the limits as they stand."""
        chosen: dict[str, Any] = {name: self.lists[name].values() for name in LISTS}
        return Limits(
            **chosen,
            since=self.dates.since,
            until=self.dates.until,
            words=" ".join(self.words.text().split()),
            attributes=self._attributes(),
            kept_only=not self.aside.isChecked(),
        )

    def _attributes(self) -> tuple[Attribute, ...]:
        values: dict[tuple[str, str], set[str]] = defaultdict(set)
        ticked: Any = self.attributes.values() or ()
        for of, name, value in ticked:
            values[of, name].add(value)
        return tuple(Attribute(*key, frozenset(values[key])) for key in sorted(values))

    def show_limits(self, limits: Limits) -> None:
        """Show these limits, without a signal."""
        for name in LISTS:
            self.lists[name].set_values(tuple(getattr(limits, name) or ()))
        self.attributes.set_values(
            tuple((a.of, a.name, value) for a in limits.attributes for value in sorted(a.values))
        )
        self.dates.set_days(limits.since, limits.until)
        for widget in (self.words, self.aside):
            widget.blockSignals(True)
        self.words.setText(limits.words)
        self.aside.setChecked(not limits.kept_only)
        for widget in (self.words, self.aside):
            widget.blockSignals(False)
        self._show()

    def clear(self) -> None:
        """Take all limits away."""
        self.show_limits(NO_LIMITS)
        self._on_limit()

    def _on_limit(self) -> None:
        self._show()
        self.limited.emit()

    def _show(self) -> None:
        self.nothing.setVisible(self.limits() != NO_LIMITS)


def weights() -> list[tuple[object, str]]:
    """Return the weights with their names."""
    return [
        (1, QCoreApplication.translate("weight", "weak")),
        (2, QCoreApplication.translate("weight", "middling")),
        (3, QCoreApplication.translate("weight", "strong")),
    ]
