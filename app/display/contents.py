"""What hangs on a display beyond its recipe: copied with it, and dropped with it."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.reduce.excerpts import drop_unused
from models.base import Base, new_guid
from models.conclusions import Display
from models.drawing import DisplayCell, LinkExcerpt, NetworkLink, NetworkNode
from models.verification import Item, Response, ScoreTable


def copy_contents(session: Session, original_id: int, copy_id: int) -> None:
    """Give a copy its own settings, cells, network and table of numbers."""
    original, copy = session.get_one(Display, original_id), session.get_one(Display, copy_id)
    copy.settings = dict(original.settings)
    _copy(session, DisplayCell, {"display_id": (original_id, copy_id)})
    nodes = _copy(session, NetworkNode, {"display_id": (original_id, copy_id)})
    links: dict[int, int] = {}
    for link in session.scalars(
        select(NetworkLink).where(NetworkLink.display_id == original_id)
    ).all():
        ends = {"from_id": nodes[link.from_id], "to_id": nodes[link.to_id]}
        links[link.id] = _again(session, link, {"display_id": copy_id, **ends})
    for ground in session.scalars(select(LinkExcerpt).where(LinkExcerpt.link_id.in_(links))).all():
        _again(session, ground, {"link_id": links[ground.link_id]})
    table_id = original.settings.get("table")
    if table_id is not None and (table := session.get(ScoreTable, table_id)) is not None:
        made = _again(session, table, {"title": copy.title})
        items = _copy(session, Item, {"table_id": (table_id, made)})
        for answer in session.scalars(select(Response).where(Response.item_id.in_(items))).all():
            _again(session, answer, {"item_id": items[answer.item_id]})
        copy.settings = {**copy.settings, "table": made}


def drop_contents(session: Session, ids: Collection[int]) -> None:
    """Drop tables of numbers, and excerpts that only links of these networks stand on."""
    tables = [
        row.settings["table"]
        for row in session.scalars(select(Display).where(Display.id.in_(ids)))
        if "table" in row.settings
    ]
    session.execute(delete(ScoreTable).where(ScoreTable.id.in_(tables)))
    links = select(NetworkLink.id).where(NetworkLink.display_id.in_(ids))
    grounds = select(LinkExcerpt.excerpt_id).where(LinkExcerpt.link_id.in_(links))
    excerpts = list(session.scalars(grounds))
    session.execute(delete(LinkExcerpt).where(LinkExcerpt.link_id.in_(links)))
    drop_unused(session, excerpts)


def _copy(
    session: Session, entity: type[Base], owner: dict[str, tuple[int, int]]
) -> dict[int, int]:
    """Copy the rows of an owner to another; return the new ids by the old ones."""
    ((column, (old, new)),) = owner.items()
    rows = session.scalars(select(entity).where(getattr(entity, column) == old)).all()
    return {_id(row): _again(session, row, {column: new}) for row in rows}


def _again(session: Session, row: Any, changed: dict[str, Any]) -> int:
    values = {c.name: getattr(row, c.name) for c in row.__table__.columns if c.name != "id"}
    if "guid" in values:
        values["guid"] = new_guid()
    made = type(row)(**{**values, **changed})
    session.add(made)
    session.flush()
    return _id(made)


def _id(row: Any) -> int:
    return int(row.id)
