"""Asking before something goes: what would be lost, and a button that names what it does."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

MEASURE = 420


class ConfirmDialog(QDialog):
    """A title, a sentence, what would be lost line by line, and two buttons."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        sentence: str,
        action: str,
        *,
        losses: Sequence[str] = (),
        danger: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(_words(title, "title"))
        column.addWidget(_words(sentence, ""))
        if losses:
            column.addWidget(_words("\n".join(f"•  {loss}" for loss in losses), "soft"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.action = QPushButton(action)
        self.action.setProperty("danger" if danger else "accent", True)
        self.action.clicked.connect(self.accept)
        # Enter must not delete: where something is lost, the safe button has the focus.
        safe = self.cancel if danger else self.action
        safe.setDefault(True)
        safe.setFocus()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.action)
        column.addSpacing(4)
        column.addLayout(row)


def _words(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(MEASURE)
    if kind:
        label.setProperty("kind", kind)
    return label


def confirm(
    parent: QWidget | None,
    title: str,
    sentence: str,
    action: str,
    *,
    losses: Sequence[str] = (),
    danger: bool = True,
) -> bool:
    """Ask, and return whether the researcher pressed `action`.

    `losses` are lines like "17 codings in 9 sources". `danger` False is for what loses nothing.
    """
    dialog = ConfirmDialog(parent, title, sentence, action, losses=losses, danger=danger)
    try:
        return dialog.exec() == QDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()
