"""Tables of numbers in a study: items with their values, and what is worked out from them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from app.display.scores.scale import Scale, Step, appraisal_scale, checked, predicate, read, stored
from app.display.scores.statistics import Described, counts_behind, describe
from app.errors import UserError
from app.study import Study
from models.verification import Item, NumberEvidence, Response, ScoreTable

UNITS = ("percent", "score")
FIELDS = ("label", "text", "value", "base", "predicate", "question_id")


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item: `value` is its figure or the mean of its responses, `base` the n of a percentage.

    `printed` is the predicate that the document gives, `by_scale` the one that the scale gives.
    `counts` are the counts of `base` that the percentage can stand for; `of_percent` says that
    it is a percentage with its base.
    """

    id: int
    label: str
    text: str
    value: float | None
    base: int | None
    printed: str
    by_scale: str
    responses: int
    question_id: int | None
    counts: tuple[int, ...]
    of_percent: bool = False

    @property
    def disagrees(self) -> bool:
        """Whether the printed predicate is another than the scale's: worth a look."""
        both = self.printed.strip() and self.by_scale
        return bool(both) and self.printed.strip().casefold() != self.by_scale.casefold()

    @property
    def impossible(self) -> bool:
        """Whether no count of its base gives the percentage."""
        return self.of_percent and not self.counts


@dataclass(frozen=True, slots=True)
class Scores:
    """A table of numbers with what describes it; `tally` counts the items of each predicate."""

    id: int
    title: str
    unit: str
    method: str
    scale: Scale
    source_line: str
    items: tuple[ItemRow, ...]
    described: Described | None
    tally: tuple[tuple[str, int], ...]

    @property
    def mean_predicate(self) -> str:
        """The predicate of the mean."""
        return predicate(self.scale, self.described.mean) if self.described else ""


def score_tables(study: Study) -> list[Scores]:
    """Return all tables of numbers, in two queries."""
    answers = (
        select(Response.item_id, func.avg(Response.value), func.count(Response.value))
        .group_by(Response.item_id)
        .order_by(Response.item_id)
    )
    with study.read() as connection:
        tables = connection.execute(
            select(ScoreTable.__table__).order_by(ScoreTable.position, ScoreTable.id)
        ).all()
        items = connection.execute(
            select(Item.__table__).order_by(Item.table_id, Item.position, Item.id)
        ).all()
        means = {row[0]: (row[1], row[2]) for row in connection.execute(answers)}
    return [_scores(table, [i for i in items if i.table_id == table.id], means) for table in tables]


def score_table(study: Study, table_id: int) -> Scores:
    """Return one table. Raises UserError where it is gone."""
    for table in score_tables(study):
        if table.id == table_id:
            return table
    raise UserError("display.gone")


def _scores(
    table: Any, items: Sequence[Any], means: Mapping[int, tuple[float | None, int]]
) -> Scores:
    scale = read(table.scale)
    rows = tuple(_item(item, scale, table.unit, *means.get(item.id, (None, 0))) for item in items)
    values = [row.value for row in rows if row.value is not None]
    tally = tuple((step.name, sum(r.by_scale == step.name for r in rows)) for step in scale)
    return Scores(
        *(table.id, table.title, table.unit, table.method, scale, table.source_line),
        rows,
        describe(values),
        tally,
    )


def _item(item: Any, scale: Scale, unit: str, mean: float | None, answers: int) -> ItemRow:
    value = item.value if item.value is not None else mean
    return ItemRow(
        *(item.id, item.label, item.text, value, item.base, item.predicate),
        by_scale=predicate(scale, value) if value is not None else "",
        responses=answers,
        question_id=item.question_id,
        counts=_counts(unit, value, item.base),
        of_percent=unit == "percent" and value is not None and item.base is not None,
    )


def _counts(unit: str, value: float | None, base: int | None) -> tuple[int, ...]:
    if unit != "percent" or value is None or base is None:
        return ()
    return counts_behind(value, base)


def add_score_table(study: Study, title: str, **values: Any) -> int:
    """Add a table with the appraisal scale and return its id; `values` are fields of ScoreTable."""
    with study.change("display.history.scores_added", title=title) as session:
        last = session.scalar(select(func.max(ScoreTable.position)))
        values.setdefault("scale", stored(appraisal_scale(study.language)))
        table = ScoreTable(title=title, position=0 if last is None else last + 1, **values)
        session.add(table)
        session.flush()
        return table.id


def edit_score_table(study: Study, table_id: int, **values: Any) -> None:
    """Change title, unit, method or source line. Raises UserError where it is gone."""
    if values.get("unit", UNITS[0]) not in UNITS:
        raise UserError("display.scores.no_unit", value=values["unit"])
    with study.change("display.history.scores_edited", title=_title(study, table_id)) as session:
        table = session.get_one(ScoreTable, table_id)
        for name, value in values.items():
            if getattr(table, name) != value:
                setattr(table, name, value)


def set_scale(study: Study, table_id: int, steps: Sequence[Step]) -> None:
    """Set the predicates. Raises UserError where they are no scale, or the table is gone."""
    scale = stored(checked(steps))
    with study.change("display.history.scale_set", title=_title(study, table_id)) as session:
        session.get_one(ScoreTable, table_id).scale = scale


def add_items(study: Study, table_id: int, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Add items at the end, in one step, and return their ids.

    Raises UserError where one has no label, a value that is no number, or a base below one.
    """
    with study.change("display.history.items_added", title=_title(study, table_id)) as session:
        last = session.scalar(select(func.max(Item.position)).where(Item.table_id == table_id))
        made = []
        for place, row in enumerate(rows, 0 if last is None else last + 1):
            made.append(Item(table_id=table_id, position=place, **_fit(row)))
        session.add_all(made)
        session.flush()
        return [item.id for item in made]


def edit_item(study: Study, item_id: int, field: str, value: Any) -> None:
    """Change one field of an item. Raises UserError where it is gone or the value does not fit."""
    with study.change("display.history.item_edited", title=_title_of_item(study, item_id)) as s:
        item = s.get_one(Item, item_id)
        fit = _fit({"label": item.label, field: value})[field]
        if getattr(item, field) != fit:
            setattr(item, field, fit)


def remove_items(study: Study, ids: Collection[int]) -> None:
    """Remove items, with their responses and what they were evidence for."""
    title = _title_of_item(study, next(iter(ids)))
    with study.change("display.history.items_removed", title=title) as session:
        session.execute(delete(Item).where(Item.id.in_(ids)))


def order_items(study: Study, ids: Sequence[int]) -> None:
    """Put items in the order of `ids`."""
    with study.change("display.history.items_ordered", title=_title_of_item(study, ids[0])) as s:
        for position, key in enumerate(ids):
            item = s.get_one(Item, key)
            if item.position != position:
                item.position = position


def drop_table(session: Session, table_id: int) -> None:
    """Remove a table with its items, within a change."""
    session.execute(delete(ScoreTable).where(ScoreTable.id == table_id))


def used_as_evidence(study: Study, table_id: int) -> int:
    """Return how many codes and findings lean on a table's items."""
    query = select(func.count()).select_from(NumberEvidence).join(Item)
    with study.read() as connection:
        return connection.scalar(query.where(Item.table_id == table_id)) or 0


def _fit(row: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {name: row[name] for name in FIELDS if name in row}
    found["label"] = " ".join(str(found.get("label") or "").split())
    if not found["label"]:
        raise UserError("display.scores.no_label")
    for name, kind in (("value", float), ("base", int)):
        if name in found:
            found[name] = _number(found[name], kind)
    if found.get("base") is not None and found["base"] < 1:
        raise UserError("display.scores.no_base", value=found["base"])
    for name in ("text", "predicate"):
        if name in found:
            found[name] = str(found[name] or "").strip()
    return found


def _number(value: Any, kind: type) -> Any:
    """Read a number as it is typed: with a decimal comma or point, perhaps a sign of percent."""
    if value is None or str(value).strip() == "":
        return None
    words = str(value).strip().removesuffix("%").strip().replace(",", ".")
    try:
        number = float(words)
    except ValueError:
        raise UserError("display.scores.no_number", value=value) from None
    if number != number or number in (float("inf"), float("-inf")):
        raise UserError("display.scores.no_number", value=value)
    if kind is int and not number.is_integer():
        raise UserError("display.scores.no_base", value=value)
    return kind(round(number, 9))  # the history keeps 15 digits


def _title(study: Study, table_id: int) -> str:
    with study.read() as connection:
        title = connection.scalar(select(ScoreTable.title).where(ScoreTable.id == table_id))
    if title is None:
        raise UserError("display.gone")
    return title


def _title_of_item(study: Study, item_id: int) -> str:
    query = select(ScoreTable.title).join(Item, Item.table_id == ScoreTable.id)
    with study.read() as connection:
        title = connection.scalar(query.where(Item.id == item_id))
    if title is None:
        raise UserError("display.gone")
    return title
