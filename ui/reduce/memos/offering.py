"""What can be named in a memo, read off the GUI thread and forgotten when the study changes."""

from app.reduce.memo_offers import read_offers
from app.study import Changed
from ui.reduce.memos.marked_edit import MarkedEdit
from ui.session import Session

NAMES = ("code", "finding", "source", "informant", "excerpt", "coding")


def serve_offers(session: Session, field: MarkedEdit) -> None:
    """Give a field what can be named, when it wants that; again after a name has changed."""
    study = session.study

    def read() -> None:
        session.tasks.read(("memo-offers", id(field)), lambda: read_offers(study), field.set_offers)

    def forget(changed: Changed) -> None:
        if changed.touches(*NAMES):
            field.set_offers(None)

    field.offers_wanted.connect(read)
    session.changed.connect(forget)
