"""The live verdict beside each code and finding, fed to the rooms that show it."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.study import Changed
from ui.session import Session

WHAT_COUNTS = (
    "coding",
    "excerpt",
    "code",
    "source",
    "participation",
    "turn",
    "informant",
    "informant_role",
    "role",
    "category",
    "coverage",
    "finding",
    "evidence",
    "override",
    "study",
)


class StudyBadges(QObject):
    """Triangulates in the background after changes and tells the rooms."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.by_code: dict[int, str] = {}
        self._rooms: list[QWidget] = []
        self._soon = QTimer(self, interval=150, singleShot=True)
        self._soon.timeout.connect(self.recompute)

    def feed(self, _stage: str, room: QWidget) -> None:
        """Give the badges to `room` now and whenever they change, if it takes them."""
        if hasattr(room, "set_badges"):
            self._rooms.append(room)
            room.set_badges(self.by_code)

    def after(self, changed: Changed) -> None:
        """Work the badges out again soon, if the change can have touched them."""
        if changed.touches(*WHAT_COUNTS):
            self._soon.start()

    def recompute_later(self, milliseconds: int) -> None:
        """Work the badges out once more urgent things are done."""
        QTimer.singleShot(milliseconds, self.recompute)

    def recompute(self) -> None:
        """Work the badges out again in the background."""
        study = self.session.study

        def verdicts() -> dict[int, str]:
            from app.verify.triangulation import code_verdicts

            return code_verdicts(study)

        self.session.tasks.read("badges", verdicts, self._show)

    def _show(self, by_code: dict[int, str]) -> None:
        self.by_code = by_code
        for room in self._rooms:
            room.set_badges(by_code)
