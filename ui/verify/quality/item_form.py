"""One item of a checklist: what it asks for, what the study says, and the researcher's answer."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.verify.quality.checklists import STATES, Item
from ui.language import in_words, ui_language
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.pane_header import PaneHeader
from ui.widgets.undo_keys import leaves_undo


class _PlaceField(QLineEdit):
    def event(self, event: QEvent) -> bool:
        return leaves_undo(self, event) or super().event(event)


class ItemForm(QWidget):
    """Emits `answered` with the list, the number, the field and what was put there."""

    answered = Signal(str, int, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item: Item | None = None
        self.header = PaneHeader("", parent=self)
        self.question = QLabel(self)
        self.suggested = QLabel(self)
        for label in (self.question, self.suggested):
            label.setWordWrap(True)
        self.suggested.setProperty("kind", "soft")
        self.take = QPushButton(self.tr("Write it in my words"), self)
        self.take.clicked.connect(self._take)
        self.state = QComboBox(self)
        self.state.setAccessibleName(in_words("quality.print.state"))
        for state in STATES:
            self.state.addItem(in_words(f"quality.states.{state or 'open'}"), state)
        self.state.activated.connect(lambda _: self._say("state", self.state.currentData()))
        self.words = AutosaveText(
            in_words("quality.print.words"), self.tr("What the report says"), self
        )
        self.words.edited.connect(lambda words: self._say("words", words))
        self.place = _PlaceField(self)
        self.place.setAccessibleName(self.tr("Page of the report"))
        self.place.setMaximumWidth(120)
        self.place.editingFinished.connect(lambda: self._say("place", self.place.text()))
        self._arrange()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(in_words("quality.print.state"), self.state)
        form.addRow(in_words("quality.print.words"), self.words)
        form.addRow(in_words("quality.print.place"), self.place)
        column = QVBoxLayout()
        column.setContentsMargins(14, 4, 14, 14)
        column.setSpacing(10)
        column.addWidget(self.question)
        column.addWidget(self.suggested)
        column.addWidget(self.take)
        column.addLayout(form)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(column, 1)

    def show_item(self, item: Item | None) -> None:
        """Show an item; words under way on the same one stay."""
        anew = item is None or self.item is None or self._key(item) != self._key(self.item)
        if anew:
            self.flush()
        self.item = item
        for widget in (self.question, self.suggested, self.take, self.state, self.words):
            widget.setVisible(item is not None)
        if item is None:
            return
        language = ui_language()
        self.header.set_title(f"{item.checklist.upper()} {item.number}")
        self.question.setText(item.question(language))
        self.suggested.setText(item.suggested)
        self.suggested.setVisible(bool(item.suggested))
        self.take.setVisible(bool(item.suggested) and not item.words and self.words.isEnabled())
        self.state.setCurrentIndex(STATES.index(item.state))
        self.words.show_text(item.words, anew=anew)
        if anew or not self.place.hasFocus():
            self.place.setText(item.place)

    def set_read_only(self, read_only: bool) -> None:
        """Take no answers in a study that takes no change."""
        for widget in (self.state, self.words, self.place, self.take):
            widget.setDisabled(read_only)

    def flush(self) -> None:
        """Have what was written kept now."""
        if self.item is not None and self.words.isEnabled():
            self.words.flush()
            self._say("place", self.place.text())

    def _take(self) -> None:
        if self.item is not None:
            self.words.setPlainText(self.item.suggested)
            self.words.flush()
            self.words.setFocus()

    def _say(self, field: str, given: str) -> None:
        if self.item is not None and given.strip() != getattr(self.item, field):
            self.answered.emit(self.item.checklist, self.item.number, field, given)

    @staticmethod
    def _key(item: Item) -> tuple[str, int]:
        return item.checklist, item.number
