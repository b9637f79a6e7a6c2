"""The codebook as a whole: saved to a file, imported after a look at it, coloured by a scheme."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.reduce.code_schemes import colour_by_scheme
from app.reduce.codebook.comparing import Plan
from app.reduce.codebook.importing import plan_import, take_codebook
from app.reduce.codebook.rows import ReadCodebook
from app.reduce.codebook.writing import write_codebook
from ui.folders import documents_folder
from ui.language import ui_language
from ui.reduce.code_import import CodeImport

if TYPE_CHECKING:
    from ui.reduce.reading_page import ReadingPage

ENDINGS = ("xlsx", "docx", "csv")


class CodeBooks(QObject):
    """Asks for files and does the work off the GUI thread."""

    def __init__(self, room: ReadingPage) -> None:
        super().__init__(room)
        self.room, self.session = room, room.session
        self.preview: CodeImport | None = None
        do = room.tree.actions_of_tree
        do.save_book.triggered.connect(self._ask_where)
        do.take_book.triggered.connect(self._ask_what)
        for key, action in do.schemes.items():
            action.triggered.connect(partial(self._colour, key))

    def save_to(self, path: Path) -> None:
        """Write the codebook to a file."""
        study, language = self.session.study, ui_language()

        def write(_progress: object, _cancelled: object) -> None:
            write_codebook(study, path, language)

        self.session.tasks.run(self.tr("Saving {name}").format(name=path.name), write, writes=False)

    def look_at(self, path: Path) -> None:
        """Read a codebook and show what importing it would do."""
        study = self.session.study
        self.session.tasks.read(
            "codebook", lambda: plan_import(study, path), lambda found: self._preview(*found)
        )

    def _preview(self, book: ReadCodebook, plan: Plan) -> None:
        if self.preview is not None:
            self.preview.close()
        self.preview = CodeImport(plan, self.room)
        self.preview.accepted.connect(partial(self._take, book))
        self.preview.show()

    def _take(self, book: ReadCodebook) -> None:
        study = self.session.study
        self.session.change(lambda: take_codebook(study, book))

    def _colour(self, key: str, _on: bool = False) -> None:
        study = self.session.study
        if not self.session.read_only:
            self.session.change(lambda: colour_by_scheme(study, key))

    def _ask_where(self) -> None:
        kinds = {ending: f"{name} (*.{ending})" for ending, name in self._kinds().items()}
        first = documents_folder() / self.tr("Codebook.xlsx")
        path, kind = QFileDialog.getSaveFileName(
            self.room, self.tr("Save the codebook"), str(first), ";;".join(kinds.values())
        )
        if not path:
            return
        chosen = Path(path)
        if chosen.suffix.lower().lstrip(".") not in ENDINGS:
            ending = next((e for e, words in kinds.items() if words == kind), ENDINGS[0])
            chosen = chosen.with_name(f"{chosen.name}.{ending}")
        self.save_to(chosen)

    def _ask_what(self) -> None:
        if self.session.read_only:
            return
        every = " ".join(f"*.{ending}" for ending in ENDINGS)
        path, _ = QFileDialog.getOpenFileName(
            *(self.room, self.tr("Import a codebook"), str(documents_folder())),
            self.tr("Codebooks ({endings})").format(endings=every),
        )
        if path:
            self.look_at(Path(path))

    def _kinds(self) -> dict[str, str]:
        return {
            "xlsx": self.tr("Workbook"),
            "docx": self.tr("Word document"),
            "csv": self.tr("Comma separated values"),
        }
