"""A network or a flow: its canvas, the bar above it, and what is said of the chosen link."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.display.network.drawing import write_network
from app.display.network.layout import arranged
from app.display.network.networks import (
    Network,
    Node,
    Tie,
    add_nodes,
    add_tie,
    edit_node,
    edit_tie,
    ground_tie,
    move_nodes,
    network,
    remove_nodes,
    remove_ties,
    turn_tie,
    unground_tie,
)
from app.reduce.codes import branch, codes
from app.reduce.excerpts import ExcerptFilter
from ui.display.network.view import NetworkView
from ui.display.pane import DisplayPane, Write
from ui.language import in_words
from ui.reduce.palette_model import Offer
from ui.reduce.palette_popup import CodePalette
from ui.session import Session
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.excerpt_list import excerpt_ids
from ui.widgets.pills import PillRow


class NetworkPane(DisplayPane):
    """Edits a network; each change is a step of undo."""

    endings = ("png", "svg")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.network: Network | None = None
        self._display, self._fitted = 0, 0
        self._branches: dict[int, frozenset[int]] = {}
        self.palette = CodePalette(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        self.view = NetworkView(self)
        self.view.read_only = session.read_only
        column.addWidget(self.view, 1)
        column.addWidget(self._strip())
        self.view.moved.connect(self._moved)
        self.view.linked.connect(self._link)
        self.view.chosen.connect(self._show_chosen)
        self.view.opened.connect(self._open)
        self.view.added_at.connect(self._add_words_at)
        self.view.removing.connect(self.remove)
        self.view.menu_wanted.connect(self._menu)
        self.setAcceptDrops(not session.read_only)

    # --- building -----------------------------------------------------------------------------

    def _bar(self) -> QWidget:
        bar = QFrame(self)
        bar.setProperty("rule", "bottom")
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 6, 14, 6)
        self.add_code = QPushButton(self.tr("Add codes…"), bar)
        self.add_words = QPushButton(self.tr("Add words…"), bar)
        self.arrange = QPushButton(self.tr("Arrange"), bar)
        self.fit = QPushButton(self.tr("All in sight"), bar)
        self.add_code.clicked.connect(lambda: self._offer_codes())
        self.add_words.clicked.connect(lambda: self._ask_words())
        self.arrange.clicked.connect(lambda: self._arrange())
        self.fit.clicked.connect(self.view_fit)
        hint = QLabel(self.tr("Drag from a box's knob to another box to link them."), bar)
        hint.setWordWrap(True)
        hint.setProperty("kind", "small")
        for widget in (self.add_code, self.add_words, self.arrange, self.fit):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(hint)
        for widget in (self.add_code, self.add_words, self.arrange):
            widget.setEnabled(not self.session.read_only)
        return bar

    def _strip(self) -> QWidget:
        self.strip = QFrame(self)
        self.strip.setProperty("rule", "top")
        rows = QVBoxLayout(self.strip)
        rows.setContentsMargins(14, 8, 14, 8)
        rows.setSpacing(8)
        first, second = QHBoxLayout(), QHBoxLayout()
        rows.addLayout(first)
        rows.addLayout(second)
        self.strip_name = ElidedLabel("", "section", self.strip)
        self.sign = PillRow(
            [
                ("", self.tr("no sign")),
                ("+", "+ " + self.tr("strengthens")),
                ("-", "\N{MINUS SIGN} " + self.tr("weakens")),
            ],
            self.strip,
        )
        self.label = QLineEdit(self.strip)
        self.label.setPlaceholderText(self.tr("Words on the arrow"))
        self.label.setAccessibleName(self.tr("Words on the arrow"))
        self.label.setMaximumWidth(180)
        self.memo = AutosaveText(
            self.tr("Why this link"), self.tr("Why this link? A memo, or excerpts."), most=3
        )
        self.sign.chosen.connect(lambda sign: self._edit_tie(sign=sign))
        self.label.editingFinished.connect(lambda: self._edit_tie(label=self.label.text()))
        self.memo.edited.connect(lambda words: self._edit_tie(memo=words))
        self.listing = ChoiceButton(
            self.tr("Excerpts"),
            [
                ("own", self.tr("under the link")),
                ("from", self.tr("of the first box")),
                ("to", self.tr("of the second box")),
            ],
        )
        self.listing.chosen.connect(lambda _which: self._list_for_tie())
        for widget in (self.sign, self.label, self.memo):
            widget.setEnabled(not self.session.read_only)
        first.addWidget(self.strip_name, 1)
        first.addWidget(self.listing)
        for widget in (self.sign, self.label):
            second.addWidget(widget)
        second.addWidget(self.memo, 1)
        self.strip.hide()
        return self.strip

    # --- what the room asks -------------------------------------------------------------------

    def load(self, display_id: int, title: str) -> None:
        self._display = display_id
        study = self.session.study

        def read() -> tuple[Network, dict[int, frozenset[int]]]:
            found = network(study, display_id)
            coded = [node for node in found.nodes if node.on_entity == "code" and node.on_id]
            return found, {node.id: branch(study, node.on_id or 0) for node in coded}

        self.session.tasks.read("network", read, lambda read: self._show(display_id, *read))

    def words(self) -> Sequence[Sequence[str]]:
        if self.network is None:
            return [[]]
        names = {node.id: node.label for node in self.network.nodes}
        heads = [self.tr("From"), self.tr("Sign"), self.tr("To"), self.tr("Words"), self.tr("Memo")]
        rows = [
            [names[tie.from_id], tie.sign, names[tie.to_id], tie.label, tie.memo]
            for tie in self.network.ties
        ]
        return [heads, *rows]

    def rule(self) -> str:
        return in_words("display.rule.network")

    def summary(self) -> str:
        nodes = len(self.network.nodes) if self.network else 0
        ties = len(self.network.ties) if self.network else 0
        said = (self.tr("%n node(s)", "", nodes), self.tr("%n link(s)", "", ties))
        return " · ".join(said)

    def writer(self) -> Write:
        shown = self.network
        assert shown is not None
        return lambda path, title, _language: write_network(shown, path, title)

    # --- showing ------------------------------------------------------------------------------

    def _show(self, display_id: int, found: Network, branches: dict[int, frozenset[int]]) -> None:
        if display_id != self._display:
            return
        self.network, self._branches = found, branches
        self.view.show_network(found, fit=self._fitted != display_id)
        self._fitted = display_id
        self.shown.emit()

    def view_fit(self) -> None:
        """Bring all of it into sight."""
        self.view.fit()

    def chosen_tie(self) -> Tie | None:
        """Return the link that alone is chosen."""
        nodes, ties = self.view.chosen_ids()
        return self.view.ties[ties[0]].tie if len(ties) == 1 and not nodes else None

    def _show_chosen(self) -> None:
        tie = self.chosen_tie()
        if tie is not None and self.network is not None:
            one, two = self.network.node(tie.from_id), self.network.node(tie.to_id)
            assert one is not None
            assert two is not None
            anew = self.strip_name.property("tie") != tie.id
            name = f"{one.label} → {two.label}"
            self.strip_name.setText(name)
            self.strip_name.setProperty("tie", tie.id)
            self.sign.set_current(tie.sign)
            if anew or not self.label.hasFocus():
                self.label.setText(tie.label)
            self.memo.show_text(tie.memo, anew=anew)
            self.strip.show()
            if anew:
                self.listing.set_current("own")
            self._list_for_tie()
            return
        self.strip.hide()
        self.strip_name.setProperty("tie", None)
        nodes, _ = self.view.chosen_ids()
        node = self.view.nodes[nodes[0]].node if len(nodes) == 1 else None
        self.listed.emit(node.label if node else "", self._of_node(node.id if node else 0))

    def _list_for_tie(self) -> None:
        tie = self.chosen_tie()
        if tie is None or self.network is None:
            return
        which = self.listing.current()
        if which == "own":
            only = ExcerptFilter(excerpts=frozenset(tie.excerpts)) if tie.excerpts else None
            self.listed.emit(self.strip_name.text(), only)
            return
        node = self.network.node(tie.from_id if which == "from" else tie.to_id)
        if node is not None:
            self.listed.emit(node.label, self._of_node(node.id))

    def _of_node(self, node_id: int) -> ExcerptFilter | None:
        codes = self._branches.get(node_id)
        return ExcerptFilter(codes=codes, kept_only=True) if codes else None

    # --- changing -----------------------------------------------------------------------------

    def _do(self, change: Any, then: Any = None) -> None:
        if not self.session.read_only:
            self.session.change(change, then)

    def _offer_codes(self, at: QPointF | None = None) -> None:
        study = self.session.study
        below = self.add_code.mapToGlobal(QPoint(0, self.add_code.height()))

        def offer(rows: Any) -> None:
            self.palette.open_at(
                below,
                partial(self._add_codes, at),
                rows,
                asks=self.tr("Which codes become boxes?"),
                can_make=False,
            )

        self.session.tasks.read("network-codes", lambda: codes(study), offer)

    def _add_codes(self, at: QPointF | None, offers: Sequence[Offer]) -> None:
        rows = [
            {"label": offer.name, "on_entity": "code", "on_id": offer.code_id}
            for offer in offers
            if offer.code_id is not None
        ]
        self._add(rows, at)

    def _ask_words(self, at: QPointF | None = None) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Add words"))
        dialog.setLabelText(self.tr("What does the box say?"))
        dialog.textValueSelected.connect(
            lambda words: words.strip() and self._add([{"label": words}], at)
        )
        dialog.open()

    def _add_words_at(self, at: QPointF) -> None:
        self._ask_words(at)

    def _add(self, rows: Sequence[dict[str, Any]], at: QPointF | None) -> None:
        if not rows:
            return
        first = at or self.view.mapToScene(self.view.viewport().rect().center())
        study, display = self.session.study, self._display
        placed = [
            {**row, "x": first.x() + 30.0 * n, "y": first.y() + 70.0 * n}
            for n, row in enumerate(rows)
        ]
        self._do(lambda: add_nodes(study, display, placed))

    def _moved(self, places: Any) -> None:
        study = self.session.study
        self._do(lambda: move_nodes(study, places))

    def _arrange(self) -> None:
        shown, study = self.network, self.session.study
        if shown is not None and shown.nodes:
            self._do(lambda: move_nodes(study, arranged(shown)), lambda _: self._fit_next())

    def _fit_next(self) -> None:
        self._fitted = 0

    def _link(self, one: int, two: int) -> None:
        study = self.session.study
        self._do(lambda: add_tie(study, one, two))

    def _edit_tie(self, **values: str) -> None:
        tie = self.chosen_tie()
        if tie is not None and any(getattr(tie, k) != v.strip() for k, v in values.items()):
            study, key = self.session.study, tie.id
            self._do(lambda: edit_tie(study, key, **values))

    def _turn(self) -> None:
        tie, study = self.chosen_tie(), self.session.study
        if tie is not None:
            key = tie.id
            self._do(lambda: turn_tie(study, key))

    def remove(self) -> None:
        """Remove what is chosen; undo brings it back."""
        nodes, ties = self.view.chosen_ids()
        study = self.session.study

        def change() -> None:
            with study.change("display.history.nodes_removed", count=len(nodes) + len(ties)):
                if ties:
                    remove_ties(study, ties)
                if nodes:
                    remove_nodes(study, nodes)

        if nodes or ties:
            self._do(change)

    def _open(self, thing: Node | Tie) -> None:
        if isinstance(thing, Tie):
            self.view.choose(tie=thing.id)
            self.label.setFocus()
        elif not self.session.read_only:
            self._rename(thing)

    def _rename(self, node: Node) -> None:
        study = self.session.study
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Words of the box"))
        dialog.setLabelText(self.tr("What does the box say?"))
        dialog.setTextValue(node.label)

        def take(words: str) -> None:
            if words.strip() and words != node.label:
                self._do(lambda: edit_node(study, node.id, label=words))

        dialog.textValueSelected.connect(take)
        dialog.open()

    # --- excerpts under a link ----------------------------------------------------------------

    def ground(self, excerpts: Sequence[int]) -> None:
        """Put excerpts under the chosen link."""
        tie, study = self.chosen_tie(), self.session.study
        if tie is not None and excerpts:
            key = tie.id
            self._do(lambda: ground_tie(study, key, list(excerpts)))

    def unground(self, excerpts: Sequence[int]) -> None:
        """Take excerpts from under the chosen link."""
        tie, study = self.chosen_tie(), self.session.study
        if tie is not None and excerpts:
            key = tie.id
            self._do(lambda: unground_tie(study, key, list(excerpts)))

    def excerpt_actions(self, ids: Sequence[int]) -> list[tuple[str, Callable[[], None]]]:
        tie = self.chosen_tie()
        if tie is None or self.session.read_only:
            return []
        under = [each for each in ids if each in tie.excerpts]
        beside = [each for each in ids if each not in tie.excerpts]
        found: list[tuple[str, Callable[[], None]]] = []
        if beside:
            found.append((self.tr("Put under the link"), lambda: self.ground(beside)))
        if under:
            found.append((self.tr("Take from under the link"), lambda: self.unground(under)))
        return found

    def dragEnterEvent(self, event: Any) -> None:
        if self.chosen_tie() is not None and excerpt_ids(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: Any) -> None:
        self.ground(excerpt_ids(event.mimeData()))
        event.acceptProposedAction()

    def _menu(self, at: QPoint, place: QPointF) -> None:
        menu = QMenu(self)
        nodes, ties = self.view.chosen_ids()
        entries: list[tuple[str, Any, bool]] = [
            (self.tr("Add codes here…"), lambda: self._offer_codes(place), True),
            (self.tr("Add words here…"), lambda: self._ask_words(place), True),
            (self.tr("Turn the arrow round"), self._turn, self.chosen_tie() is not None),
            (self.tr("Remove"), self.remove, bool(nodes or ties)),
        ]
        for words, act, possible in entries:
            action: QAction = menu.addAction(words)
            action.setEnabled(possible and not self.session.read_only)
            action.triggered.connect(lambda _=False, a=act: a())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
