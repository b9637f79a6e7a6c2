"""Checking a study: is the file whole, do positions fit their texts, does the history agree?"""

from dataclasses import dataclass

from sqlalchemy import Connection, Select, and_, func, literal_column, or_, select, text

from app.language.words import say
from app.reduce.excerpt_uses import unused
from app.study import Study
from models.base import Base
from models.carried import Link
from models.collection import Source, SourceText, Turn
from models.history import DONE, Change, OpenChange, journalled
from models.reduction import Coding, Excerpt, Memo


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it should be; `key` leads into the words with `values`."""

    key: str
    values: dict[str, object]

    def sentence(self, language: str) -> str:
        """Say the fault."""
        return say(self.key, language, **self.values)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found, and how much was looked at."""

    faults: tuple[Fault, ...]
    steps: int
    sources: int
    codings: int


def check(study: Study) -> CheckReport:
    """Look the whole study over and change nothing. Raises EnvironmentProblem if unreadable."""
    faults: list[Fault] = []
    with study.read() as connection:
        faults += _file(connection)
        faults += _positions(connection)
        for table in journalled(Base.metadata):
            faults += _history(connection, table.name, [c.name for c in table.columns])
        left_open = connection.scalar(select(OpenChange.change_id))
        if left_open is not None:
            faults.append(Fault("study.check.open_change", {}))
        counts = [
            connection.scalar(select(func.count()).select_from(entity)) or 0
            for entity in (Change, Source, Coding)
        ]
    return CheckReport(tuple(faults), *counts)


def _file(connection: Connection) -> list[Fault]:
    lines = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    faults = [Fault("study.check.file", {"detail": line}) for line in lines if line != "ok"]
    dangling: dict[str, int] = {}
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        dangling[row[0]] = dangling.get(row[0], 0) + 1
    faults += [
        Fault("study.check.keys", {"count": count, "table": table})
        for table, count in dangling.items()
    ]
    return faults


def _positions(connection: Connection) -> list[Fault]:
    texts = (
        select(Source.id, func.coalesce(func.length(SourceText.text), -1).label("length"))
        .outerjoin(SourceText, SourceText.source_id == Source.id)
        .subquery()
    )
    outside = [
        (
            key,
            select(func.count())
            .select_from(entity)
            .join(texts, texts.c.id == entity.source_id)
            .where(or_(entity.start < 0, entity.end <= entity.start, entity.end > texts.c.length)),
        )
        for key, entity in (("excerpts", Excerpt), ("turns", Turn))
    ]
    wrong_length = (
        select(func.count())
        .select_from(Source)
        .join(texts, texts.c.id == Source.id)
        .where(texts.c.length != Source.length)
    )
    noted = select(Memo.id).where(Memo.on_entity == "excerpt", Memo.on_id == Excerpt.id)
    linked = select(Link.id).where(
        or_(
            and_(Link.from_entity == "excerpt", Link.from_id == Excerpt.id),
            and_(Link.to_entity == "excerpt", Link.to_id == Excerpt.id),
        )
    )
    idle = (
        select(func.count()).select_from(Excerpt).where(unused(), ~noted.exists(), ~linked.exists())
    )
    faults = []
    for key, query in (*outside, ("texts", wrong_length), ("unused", idle)):
        count = connection.scalar(query)
        if count:
            faults.append(Fault(f"study.check.{key}", {"count": count}))
    return faults


def _history(connection: Connection, table: str, columns: list[str]) -> list[Fault]:
    """Compare each row with the last image that a standing step left of it."""
    image = ", ".join(f"'{c}', t.\"{c}\"" for c in columns)
    last: Select[int] = (
        select(literal_column("max(i.id)"))
        .select_from(text("change_image i JOIN change c ON c.id = i.change_id"))
        .where(text(f"i.entity = '{table}' AND c.state = '{DONE}'"))
        .group_by(literal_column("i.row"))
    )
    differing = (
        select(func.count())
        .select_from(text(f'change_image i LEFT JOIN "{table}" t ON t.id = i."row"'))
        .where(literal_column("i.id").in_(last))
        .where(
            text(
                f"(CASE WHEN t.id IS NULL THEN i.after IS NOT NULL "
                f"ELSE i.after IS NOT json_object({image}) END)"
            )
        )
    )
    count = connection.scalar(differing)
    return [Fault("study.check.history", {"count": count, "table": table})] if count else []
