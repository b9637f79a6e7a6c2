"""The triangulation of the open study, kept up to date while somebody looks at it."""

from PySide6.QtCore import QObject, Signal

from app.study import Changed
from app.verify.triangulation import Triangulation, retriangulate, triangulate
from ui.session import Session


class LiveTriangulation(QObject):
    """Triangulates off the GUI thread: everything once, then what each change touches."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.now: Triangulation | None = None
        self._awake = False
        self._asked = False
        self._unseen: dict[str, frozenset[int]] = {}
        session.changed.connect(self._note)

    def wake(self) -> None:
        """Follow the study from now on."""
        self._awake = True
        if self._unseen or not self._asked:
            self._ask()

    def sleep(self) -> None:
        """Only remember what changes, until somebody looks again."""
        self._awake = False

    def _note(self, changed: Changed) -> None:
        for entity, rows in changed.rows.items():
            self._unseen[entity] = self._unseen.get(entity, frozenset()) | rows
        if self._awake:
            self._ask()

    def _ask(self) -> None:
        # A newer read outdates the one under way, so each takes along all that is still unseen.
        self._asked = True
        study, before, unseen = self.session.study, self.now, Changed(dict(self._unseen))

        def work() -> Triangulation:
            return triangulate(study) if before is None else retriangulate(study, before, unseen)

        self.session.tasks.read("triangulation", work, self._show)

    def _show(self, found: Triangulation) -> None:
        self._unseen.clear()
        self.now = found
        self.changed.emit()
