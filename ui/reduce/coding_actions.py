"""What can be done while coding, each with a name and a key: for the menus and the keyboard."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.reduce.transcript.borders import Edge
from ui.reduce.transcript.steps import Nudge
from ui.reduce.transcript.stripe_looks import By

HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class CodingActions(QObject):
    """Makes the actions of the reduce room. Single letters are keys of the transcript alone."""

    def __init__(self, room: QWidget, transcript: QWidget, tree: QWidget) -> None:
        super().__init__(room)
        self._room = room
        self._make_for_words(transcript)
        self._make_for_selecting(transcript)
        self._make_for_codings(transcript)
        self._make_for_borders(transcript)
        self._make_for_codes(tree)
        self._make_for_room(transcript)
        for name, action in vars(self).items():
            if isinstance(action, QAction):
                action.setObjectName(f"coding.{name}")  # its keys are kept under this name
        self.of_tree: list[QAction | None] = []
        self._menus: list[QMenu] = []
        """What the pane of codes adds to the Code menu."""

    def _make_for_words(self, transcript: QWidget) -> None:
        self.code_with = self._make(self.tr("Code…"), transcript, "K", "Ctrl+Return")
        self.code_chosen = self._make(
            self.tr("Code with the chosen codes"), self._room, "Ctrl+Shift+Return"
        )
        self.in_vivo = self._make(self.tr("Code in vivo"), transcript, "Ctrl+I", "I")
        self.repeat = self._make(self.tr("Repeat the last code"), transcript, "Ctrl+R", ".")

    def _make_for_selecting(self, transcript: QWidget) -> None:
        make = self._make
        self.word = make(self.tr("Select the word, then the next"), transcript, "W")
        self.sentence = make(self.tr("Select the sentence, then the next"), transcript, "S")
        self.turn = make(self.tr("Select the turn, then the next"), transcript, "T")
        self.paragraph = make(self.tr("Select the paragraph, then the next"), transcript, "G")
        self.more_words = make(self.tr("Add the next word"), transcript, "Shift+W")
        self.more_sentences = make(self.tr("Add the next sentence"), transcript, "Shift+S")
        self.more_turns = make(self.tr("Add the next turn"), transcript, "Shift+T")
        self.more_paragraphs = make(self.tr("Add the next paragraph"), transcript, "Shift+G")
        self.next_uncoded = make(self.tr("Next uncoded paragraph"), transcript, "U")

    def _make_for_codings(self, transcript: QWidget) -> None:
        self.change = self._make(self.tr("Change the code…"), transcript, "C")
        self.affirms = self._make(self.tr("Coding affirms"), transcript, "A")
        self.denies = self._make(self.tr("Coding denies"), transcript, "D")
        self.mixed = self._make(self.tr("Coding is mixed"), transcript, "X")
        one_of = QActionGroup(self)
        one_of.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for action in (self.affirms, self.denies, self.mixed):
            action.setCheckable(True)
            one_of.addAction(action)
        self.memo = self._make(self.tr("Memo on the coding"), transcript, "M")
        self.evidence = self._make(self.tr("Add as evidence…"), transcript, "E")
        self.cut = self._make(self.tr("Cut the coding here"), transcript, "/")
        self.join = self._make(self.tr("Join codings that touch"), transcript, "J")
        self.copy_to = self._make(self.tr("A further code…"), transcript, "Shift+C")
        self.set_aside = self._make(self.tr("Set the excerpt aside"), transcript, "Z")
        self.remove = self._make(self.tr("Remove the coding"), transcript, "Delete")
        self.next = self._make(self.tr("Next coding"), transcript, "Alt+Down", "N")
        self.previous = self._make(self.tr("Previous coding"), transcript, "Alt+Up", "P")

    def _make_for_borders(self, transcript: QWidget) -> None:
        make = self._make
        self.start_left = make(self.tr("Start a word earlier"), transcript, "Alt+Left")
        self.start_right = make(self.tr("Start a word later"), transcript, "Alt+Right")
        self.end_left = make(self.tr("End a word earlier"), transcript, "Alt+Shift+Left")
        self.end_right = make(self.tr("End a word later"), transcript, "Alt+Shift+Right")
        self.start_left_character = make(
            self.tr("Start a character earlier"), transcript, "Ctrl+Alt+Left"
        )
        self.start_right_character = make(
            self.tr("Start a character later"), transcript, "Ctrl+Alt+Right"
        )
        self.end_left_character = make(
            self.tr("End a character earlier"), transcript, "Ctrl+Alt+Shift+Left"
        )
        self.end_right_character = make(
            self.tr("End a character later"), transcript, "Ctrl+Alt+Shift+Right"
        )

        make_sentence = [
            (self.tr("Start a sentence earlier"), "Alt+PgUp"),
            (self.tr("Start a sentence later"), "Alt+PgDown"),
            (self.tr("End a sentence earlier"), "Alt+Shift+PgUp"),
            (self.tr("End a sentence later"), "Alt+Shift+PgDown"),
        ]
        (
            self.start_left_sentence,
            self.start_right_sentence,
            self.end_left_sentence,
            self.end_right_sentence,
        ) = (make(words, transcript, key) for words, key in make_sentence)

    def _make_for_codes(self, tree: QWidget) -> None:
        self.new_code = self._make(self.tr("New code"), self._room, "Ctrl+Shift+N")
        self.new_under = self._make(self.tr("New code under this one"), tree, "Insert")
        self.rename = self._make(self.tr("Rename the code"), tree, "F2")
        self.describe = self._make(self.tr("Codebook entry"), self._room, "Ctrl+D")
        self.colour = self._make(self.tr("Colour of the code…"), tree, "Ctrl+Shift+K")
        self.similar = self._make(
            self.tr("Passages similar to the code’s…"), self._room, "Ctrl+Alt+L"
        )
        self.code_memos = self._make(self.tr("Memos on the code"), tree, "Ctrl+Alt+M")
        self.up = self._make(self.tr("Move the code up"), tree, "Alt+Up")
        self.down = self._make(self.tr("Move the code down"), tree, "Alt+Down")
        self.nest = self._make(self.tr("Put it under the code above"), tree, "Alt+Right")
        self.unnest = self._make(self.tr("Take it out by one level"), tree, "Alt+Left")
        self.merge = self._make(self.tr("Merge codes…"), tree, "Ctrl+J")
        self.delete = self._make(self.tr("Delete codes…"), tree, "Delete")

    def _make_for_room(self, transcript: QWidget) -> None:
        room = self._room
        self.correct = self._make(self.tr("Correct the text…"), transcript, "F2")
        self.summary = self._make(self.tr("Summary of the source"), room, "Ctrl+M")
        self.source_memo = self._make(self.tr("Memos on the source"), room, "Ctrl+Shift+M")
        self.zoom_in = self._make(self.tr("Larger letters"), room, "Ctrl++", "Ctrl+=")
        self.zoom_out = self._make(self.tr("Smaller letters"), room, "Ctrl+-")
        self.zoom_reset = self._make(self.tr("Letters as they were"), room, "Ctrl+0")
        self.stripes = self._make(self.tr("Stripes in the margin"), room, "Ctrl+Shift+B")
        self.by_code = self._make(self.tr("Stripes by code"), room, "Ctrl+Alt+5")
        self.by_coder = self._make(self.tr("Stripes by coder"), room, "Ctrl+Alt+6")
        self.by_kind = self._make(self.tr("Stripes by kind of coder"), room, "Ctrl+Alt+7")
        group = QActionGroup(self)
        for action in (self.by_code, self.by_coder, self.by_kind):
            action.setCheckable(True)
            group.addAction(action)
        self.show_sources = self._make(self.tr("Sources"), room, "Ctrl+Alt+1")
        self.show_excerpts = self._make(self.tr("Excerpts of the code"), room, "Ctrl+Alt+2")
        self.show_codes = self._make(self.tr("Codes"), room, "Ctrl+Alt+3")
        for action in (self.stripes, self.show_sources, self.show_excerpts, self.show_codes):
            action.setCheckable(True)
            action.setChecked(True)
        self.find_code = self._make(self.tr("Filter the codes"), room, "Ctrl+L")

    # --- which belong together -------------------------------------------------------------

    def selections(self) -> list[tuple[QAction, str, bool]]:
        """Return the actions that select, by what, and whether they add to what is selected."""
        return [
            (self.word, "word", False),
            (self.sentence, "sentence", False),
            (self.turn, "turn", False),
            (self.paragraph, "paragraph", False),
            (self.more_words, "word", True),
            (self.more_sentences, "sentence", True),
            (self.more_turns, "turn", True),
            (self.more_paragraphs, "paragraph", True),
        ]

    def directions(self) -> list[tuple[QAction, str]]:
        """Return the actions that say a coding's direction, with the direction."""
        return [(self.affirms, "affirms"), (self.denies, "denies"), (self.mixed, "mixed")]

    def stripes_by(self) -> list[tuple[QAction, By]]:
        """Return the actions that say what stripes show."""
        return [(self.by_code, "code"), (self.by_coder, "coder"), (self.by_kind, "kind")]

    def borders(self) -> list[tuple[QAction, Edge, Nudge, int]]:
        """Return the actions that move a border: which, by what, and how far."""
        return [
            (self.start_left, "start", "word", -1),
            (self.start_right, "start", "word", 1),
            (self.end_left, "end", "word", -1),
            (self.end_right, "end", "word", 1),
            (self.start_left_character, "start", "character", -1),
            (self.start_right_character, "start", "character", 1),
            (self.end_left_character, "end", "character", -1),
            (self.end_right_character, "end", "character", 1),
            (self.start_left_sentence, "start", "sentence", -1),
            (self.start_right_sentence, "start", "sentence", 1),
            (self.end_left_sentence, "end", "sentence", -1),
            (self.end_right_sentence, "end", "sentence", 1),
        ]

    def of_coding(self) -> list[QAction]:
        """Return what can be done only with a coding."""
        directed = [action for action, _ in self.directions()]
        moved = [action for action, *_ in self.borders()]
        pieces = [self.copy_to, self.cut, self.join, self.set_aside]
        return [self.change, *directed, self.memo, self.evidence, *pieces, self.remove, *moved]

    def of_codes(self) -> list[QAction]:
        """Return what changes the code that is chosen."""
        return [
            self.new_under, self.rename, self.colour, self.up, self.down, self.nest, self.unnest,
            self.merge, self.delete,
        ]  # fmt: skip

    def of_code_menu(self) -> list[QAction | None]:
        """Return what stands in the Code menu; None is a line, some entries are menus."""
        if not self._menus:
            self._menus = self._make_menus()
        return [
            self.code_with, self.code_chosen, self.in_vivo, self.repeat, None,
            *(menu.menuAction() for menu in self._menus[:1]), self.next, self.previous, None,
            self.change, self.copy_to, self.memo, self.evidence, self.remove,
            *(menu.menuAction() for menu in self._menus[1:3]), None,
            self.correct, None,
            self.new_code, self.new_under, self.rename, self.describe, self.similar,
            self.code_memos,
            *(menu.menuAction() for menu in self._menus[3:]), None,
            self.merge, self.delete,
        ]  # fmt: skip

    def _make_menus(self) -> list[QMenu]:
        made = []
        for title, entries in (
            (
                self.tr("Select"),
                [*(action for action, *_ in self.selections()), None, self.next_uncoded],
            ),
            (self.tr("Direction"), [self.affirms, self.denies, self.mixed]),
            (
                self.tr("Borders and pieces"),
                [action for action, *_ in self.borders()] + [self.cut, self.join, self.set_aside],
            ),
            (
                self.tr("Place and colour"),
                [self.up, self.down, self.nest, self.unnest, self.colour],
            ),
            (self.tr("Codes in the tree"), self.of_tree),
        ):
            menu = QMenu(title, self._room)
            for entry in entries:
                menu.addSeparator() if entry is None else menu.addAction(entry)
            made.append(menu)
        return made

    def of_view_menu(self) -> list[QAction | None]:
        """Return what stands in the View menu."""
        return [
            self.show_sources, self.show_excerpts, self.show_codes, None,
            self.stripes, self.by_code, self.by_coder, self.by_kind, None,
            self.find_code, None,
            self.zoom_in, self.zoom_out, self.zoom_reset,
        ]  # fmt: skip

    def of_study_menu(self) -> list[QAction | None]:
        """Return what stands in the Study menu."""
        return [self.summary, self.source_memo]

    def _make(self, words: str, place: QWidget, *keys: str) -> QAction:
        action = QAction(words, self._room)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(HERE)
        place.addAction(action)
        return action
