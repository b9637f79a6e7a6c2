"""A button that limits a search to a time: “Date: 01/12/2016 – 31/03/2017 ▾”."""

from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from app.collect.dates import read_date
from ui.widgets.choice_button import ARROW

FORM = "%d/%m/%Y"


class DateButton(QPushButton):
    """Pops up two fields; a day is written as one likes (12/01/2017, 12 Januari 2017)."""

    limited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.since: date | None = None
        self.until: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.popup = _DatesPopup(self)
        self.popup.closed.connect(self._take)
        self.clicked.connect(self.pop_up)
        self._show()

    def pop_up(self) -> None:
        """Show the two fields."""
        self.popup.pop_up(self.mapToGlobal(QPoint(0, self.height() + 2)), self.since, self.until)

    def set_days(self, since: date | None, until: date | None) -> None:
        """Limit it to these days, without a signal."""
        self.since, self.until = since, until
        self._show()

    def _take(self) -> None:
        since, until = (read_date(field.text()) for field in self.popup.fields)
        if (since, until) != (self.since, self.until):
            self.since, self.until = since, until
            self._show()
            self.limited.emit()

    def _show(self) -> None:
        if self.since is None and self.until is None:
            words = self.tr("any")
        elif self.since is not None and self.until is not None:
            words = f"{self.since:{FORM}} – {self.until:{FORM}}"
        elif self.since is not None:
            words = self.tr("from {day}").format(day=f"{self.since:{FORM}}")
        else:
            words = self.tr("until {day}").format(day=f"{self.until:{FORM}}")
        words = self.tr("Date: {days}").format(days=words)
        self.setAccessibleName(words)
        self.setText(words + ARROW)


class _DatesPopup(QFrame):
    """Enter or a click outside takes what is written; Escape leaves it as it was."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("popup", True)
        self._keep = True
        self.fields = (QLineEdit(self), QLineEdit(self))
        self.hint = QLabel(self)
        self.hint.setProperty("kind", "small")
        form = QFormLayout(self)
        form.setContentsMargins(12, 10, 12, 10)
        form.setSpacing(8)
        for field, name in zip(self.fields, (self.tr("From"), self.tr("Until")), strict=True):
            field.setAccessibleName(name)
            field.setPlaceholderText(self.tr("day/month/year"))
            field.setMinimumWidth(150)
            field.setClearButtonEnabled(True)
            field.textChanged.connect(self._look)
            field.installEventFilter(self)
            form.addRow(name, field)
        form.addRow(self.hint)

    def pop_up(self, place: QPoint, since: date | None, until: date | None) -> None:
        for field, day in zip(self.fields, (since, until), strict=True):
            field.setText(f"{day:{FORM}}" if day else "")
        self._keep = True
        self._look()
        self.adjustSize()
        self.move(place)
        self.show()
        self.fields[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            key = event.key()  # type: ignore[attr-defined]
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
                self._keep = key != Qt.Key.Key_Escape
                self.close()
                return True
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._keep:
            self._keep = False
            self.closed.emit()

    def _look(self) -> None:
        wrong = any(f.text().strip() and read_date(f.text()) is None for f in self.fields)
        not_read = self.tr("This is not read as a day: 31/01/2017")
        without = self.tr("Sources without a date are left out")
        self.hint.setText(not_read if wrong else without)
