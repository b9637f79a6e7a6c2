"""The five stages at the left, always in the method's order."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from ui.widgets.icons import icon

STAGES = ("collect", "reduce", "display", "verify", "report")


class Rail(QFrame):
    """84 px of stages; one is chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "right")
        self.setFixedWidth(84)
        words = {
            "collect": self.tr("Collect"),
            "reduce": self.tr("Reduce"),
            "display": self.tr("Display"),
            "verify": self.tr("Verify"),
            "report": self.tr("Report"),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        for number, stage in enumerate(STAGES, 1):
            button = QToolButton(self)
            button.setProperty("rail", True)
            button.setCheckable(True)
            button.setText(words[stage])
            button.setAccessibleName(words[stage])
            button.setToolTip(f"{words[stage]} (Ctrl+{number})")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIcon(icon(stage, on="accent", size=24))
            button.setIconSize(QSize(24, 24))
            button.setFixedSize(68, 60)
            button.clicked.connect(lambda _checked, s=stage: self.chosen.emit(s))
            group.addButton(button)
            layout.addWidget(button)
            self.buttons[stage] = button
        layout.addStretch()

    def set_current(self, stage: str) -> None:
        """Show `stage` as the chosen one."""
        self.buttons[stage].setChecked(True)
