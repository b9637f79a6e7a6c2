"""Keeping an answer that was written in a form."""

from app.reduce.summarising.filling import save_answer
from ui.session import Session


def save(session: Session, on_entity: str, on_id: int, key: str, words: str) -> None:
    """Save one field of a form, in its turn among the changes."""
    study = session.study
    if not session.read_only:
        session.change(lambda: save_answer(study, on_entity, on_id, key, words))
