"""Adding paragraphs to a source that the study has, so that an undo takes them away again.

Texts are not journalled: the text under a source's id never changes. A source that grows is
therefore made anew under another id with the longer text, and all that hangs on it moves over; the
rows are journalled, so undo brings the old source back, and its text is still there.
"""

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from app.reduce.memo_links import turn_links
from models.base import new_guid
from models.collection import Original, Participation, Source, SourceText, TextEdit, Turn
from models.fulltext import index_text
from models.reduction import Excerpt, Memo, Refusal
from models.summaries import Summary


def grow(session: Session, source_id: int, addition: str) -> int:
    """Put `addition`, paragraphs, under the text of a source; return the id that it has now."""
    session.flush()
    old = session.get_one(Source, source_id)
    text = session.scalar(select(SourceText.text).where(SourceText.source_id == source_id)) or ""
    longer = f"{text}\n{addition}" if text else addition
    values = {
        column.key: getattr(old, column.key)
        for column in Source.__table__.columns
        if column.key != "id"
    }
    old.guid, old.reference = new_guid(), f"{old.reference} …{old.id}"
    session.flush()
    new = Source(**{**values, "length": len(longer)})
    session.add(new)
    session.flush()
    session.execute(insert(SourceText).values(source_id=new.id, text=longer))
    index_text(session.connection(), new.id, longer)
    _move(session, source_id, new.id)
    session.expire_all()
    session.delete(session.get_one(Source, source_id))
    session.flush()
    return new.id


def _move(session: Session, old: int, new: int) -> None:
    for entity in (Turn, Participation, Excerpt, Refusal, TextEdit):
        session.execute(update(entity).where(entity.source_id == old).values(source_id=new))
    for on in (Memo, Summary):
        session.execute(
            update(on).where(on.on_entity == "source", on.on_id == old).values(on_id=new)
        )
    turn_links(session, "source", [old], new)
    file = session.execute(
        select(Original.name, Original.data).where(Original.source_id == old)
    ).first()
    if file is not None:
        values = {"source_id": new, "name": file.name, "data": file.data}
        session.execute(insert(Original).values(**values))
