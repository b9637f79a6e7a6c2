"""Going to what a name in a memo stands for: a code in the tree, a place in a transcript."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from app.reduce.memo_marks import Key
from app.reduce.memo_things import Thing, things
from ui.session import Session


class Follower(QObject):
    """Finds where a named thing stands, off the GUI thread, and says where to go."""

    open_excerpt = Signal(int, int, int)
    choose_code = Signal(int)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session

    def follow(self, key: Key) -> None:
        """Go to what `key` is; nowhere where it is gone, or stands in no text and no tree."""
        study = self.session.study

        def go(found: Mapping[Key, Thing]) -> None:
            thing = found.get(key)
            if thing is None:
                return
            if key[0] == "code":
                self.choose_code.emit(key[1])
            elif thing.place is not None:
                self.open_excerpt.emit(*thing.place)
            elif key[0] == "source":
                self.open_excerpt.emit(key[1], 0, 0)

        self.session.tasks.read(("memo-follow", id(self)), lambda: things(study, [key]), go)
