"""What points to records of the study design: what their removal would touch, told before it."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, or_, select

from app.study import Study
from models.base import Base
from models.reduction import Memo


@dataclass(frozen=True, slots=True)
class Use:
    """Rows of a table that point to records; `goes`: they go with them, else they are left."""

    table: str
    count: int
    goes: bool


def uses(study: Study, entity: type[Any], ids: Collection[int]) -> list[Use]:
    """Return what points to the records `ids` of `entity`: what goes with them, then the rest."""
    target = entity.__tablename__
    found = []
    with study.read() as connection:
        for table in Base.metadata.sorted_tables:
            keys = [key for key in table.foreign_keys if key.column.table.name == target]
            if not keys:
                continue
            pointing = or_(*(key.parent.in_(ids) for key in keys))
            count = connection.scalar(select(func.count()).select_from(table).where(pointing))
            if count:
                found.append(Use(table.name, count, any(k.ondelete == "CASCADE" for k in keys)))
        on_them = select(func.count(Memo.id)).where(Memo.on_entity == target, Memo.on_id.in_(ids))
        memos = connection.scalar(on_them)
    if memos:
        found.append(Use(Memo.__tablename__, memos, goes=True))
    return sorted(found, key=lambda use: not use.goes)
