"""What can become a row or column of a grid: codes, roles, sites, people, or words."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from app.display.grid.grids import new_head
from app.display.grid.heads import all_heads
from app.reduce.codes import CodeRow, codes
from ui.language import ui_language
from ui.reduce.palette_model import Offer
from ui.reduce.palette_popup import CodePalette
from ui.session import Session


class HeadOffers(QObject):
    """Menus that offer headings; says which were taken."""

    taken = Signal(str, object)  # rows or columns, the new Heads

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.session, self.widget = session, parent
        self.palette = CodePalette(parent)

    def menu(self, which: str, button: QWidget) -> QMenu:
        """Return the menu of a button that adds rows, or columns."""
        menu = QMenu(button)
        menu.addAction(self.tr("Codes…")).triggered.connect(
            lambda: self._codes(which, button, below=False)
        )
        menu.addAction(self.tr("All codes under one…")).triggered.connect(
            lambda: self._codes(which, button, below=True)
        )
        menu.addSeparator()
        for entity, words in (
            ("method", self.tr("All methods")),
            ("role", self.tr("All roles")),
            ("category", self.tr("All source categories")),
            ("site", self.tr("All sites")),
            ("informant", self.tr("All informants")),
            ("source", self.tr("All sources")),
        ):
            menu.addAction(words).triggered.connect(partial(self._all, which, entity))
        menu.addSeparator()
        menu.addAction(self.tr("Own words…")).triggered.connect(lambda: self._words(which))
        return menu

    def _codes(self, which: str, button: QWidget, *, below: bool) -> None:
        study = self.session.study
        at = button.mapToGlobal(QPoint(0, button.height()))

        def offer(rows: Sequence[CodeRow]) -> None:
            self.palette.open_at(
                at,
                partial(self._take_codes, which, rows, below),
                rows,
                asks=self.tr("Under which code?") if below else self.tr("Which codes?"),
                can_make=False,
                several=not below,
            )

        self.session.tasks.read("grid-codes", lambda: codes(study), offer)

    def _take_codes(
        self, which: str, rows: Sequence[CodeRow], below: bool, offers: Sequence[Offer]
    ) -> None:
        named = {row.id: row for row in rows}
        wanted = [offer.code_id for offer in offers if offer.code_id in named]
        found = [row for row in rows if row.parent_id in wanted] if below else []
        found = found or [named[key] for key in wanted if key is not None]
        heads = []
        for row in found:
            parent = named.get(row.parent_id or 0)
            heads.append(new_head(row.name, "code", row.id, parent.name if parent else ""))
        if heads:
            self.taken.emit(which, heads)

    def _all(self, which: str, entity: str, _checked: bool = False) -> None:
        study, language = self.session.study, ui_language()

        self.session.tasks.read(
            "grid-heads",
            lambda: all_heads(study, entity, language),
            lambda heads: heads and self.taken.emit(which, heads),
        )

    def _words(self, which: str) -> None:
        dialog = QInputDialog(self.widget)
        dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        dialog.setWindowTitle(self.tr("Own words"))
        dialog.setLabelText(self.tr("One heading a line"))

        def take(words: str) -> None:
            heads = [new_head(line.strip()) for line in words.splitlines() if line.strip()]
            if heads:
                self.taken.emit(which, heads)

        dialog.textValueSelected.connect(take)
        dialog.open()
