"""A splitter whose parts come back in the sizes that they were given."""

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QSplitter, QWidget


class RememberingSplitter(QSplitter):
    """Panes with a rule of one unit between them; the sizes are kept by the splitter's name."""

    def __init__(
        self,
        name: str,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self.setObjectName(name)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._remember)

    def set_first_sizes(self, sizes: list[int]) -> None:
        """Take the sizes of last time; `sizes` where there was none. Call it with all panes in."""
        kept = QSettings().value(self._key())
        known = [int(size) for size in kept] if isinstance(kept, list) else []
        fits = len(known) == self.count() and any(known)
        self.setSizes(known if fits else sizes)

    def _key(self) -> str:
        return f"splitters/{self.objectName()}"

    def _remember(self) -> None:
        QSettings().setValue(self._key(), [str(size) for size in self.sizes()])
