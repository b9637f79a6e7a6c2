"""Numbers as evidence (R10): a figure beside a claim, the stance it suggests, and the confirmed."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.display.scores.tables import ItemRow, Scores, score_tables
from app.errors import UserError
from app.study import Study
from app.verify.claims import ClaimKind
from app.verify.rules.numbers import NumberBorders, stance_of_percentage, stance_of_predicate
from app.verify.settings import own_borders
from models.conclusions import STANCES
from models.verification import Item, NumberEvidence


@dataclass(frozen=True, slots=True)
class ItemOffer:
    """An item of a table that may speak to a claim; `suggested` is the stance by R10, or None."""

    item_id: int
    table_id: int
    table: str
    method: str
    label: str
    text: str
    value: float | None
    unit: str
    predicate: str
    suggested: str | None


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A number beside a claim. `stance` is empty until the researcher confirms one."""

    id: int
    on_entity: str
    on_id: int
    item: ItemOffer
    stance: str
    note: str
    category_id: int | None
    role_id: int | None


def items_offered(study: Study) -> list[ItemOffer]:
    """Return every item of every table of numbers with the stance that it suggests."""
    with study.read() as connection:
        borders = own_borders(connection)
    return [_offer(table, item, borders) for table in score_tables(study) for item in table.items]


def numbers_of(study: Study, kind: ClaimKind | None = None, number: int = 0) -> list[NumberRow]:
    """Return the numbers beside a code or a finding, or beside all of them."""
    offers = {offer.item_id: offer for offer in items_offered(study)}
    query = select(NumberEvidence.__table__).order_by(NumberEvidence.id)
    if kind is not None:
        query = query.where(NumberEvidence.on_entity == kind, NumberEvidence.on_id == number)
    with study.read() as connection:
        rows = connection.execute(query).all()
    return [
        NumberRow(
            *(row.id, row.on_entity, row.on_id, offers[row.item_id], row.stance, row.note),
            *(row.category_id, row.role_id),
        )
        for row in rows
    ]


def attach_number(study: Study, item_id: int, kind: ClaimKind, number: int, **values: Any) -> int:
    """Put an item beside a code or a finding and return the row's id; an old one is returned.

    `values` may say whose figure it is (`category_id`, `role_id`) and a `note`. No stance is set:
    what R10 suggests counts for nothing until it is confirmed. Raises UserError without the item.
    """
    with study.change("gaps.history.number_attached", item=_label(study, item_id)) as session:
        known = session.scalar(
            select(NumberEvidence).where(
                NumberEvidence.item_id == item_id,
                NumberEvidence.on_entity == kind,
                NumberEvidence.on_id == number,
            )
        )
        if known is not None:
            return known.id
        row = NumberEvidence(
            item_id=item_id, on_entity=kind, on_id=number, coder_id=study.coder_id, **values
        )
        session.add(row)
        session.flush()
        return row.id


def confirm_number(study: Study, number_id: int, stance: str, **values: Any) -> None:
    """Confirm which way a number speaks; an empty stance takes it back. `values` as in attaching.

    Raises UserError for an unknown stance, or where the number is gone.
    """
    if stance and stance not in STANCES:
        raise UserError("gaps.number.unknown_stance", value=stance, stances=", ".join(STANCES))
    with study.read() as connection:
        label = connection.scalar(
            select(Item.label)
            .join(NumberEvidence, NumberEvidence.item_id == Item.id)
            .where(NumberEvidence.id == number_id)
        )
    if label is None:
        raise UserError("gaps.number.gone")
    what = "number_confirmed" if stance else "number_open"
    with study.change(f"gaps.history.{what}", item=label) as session:
        row = session.get_one(NumberEvidence, number_id)
        row.stance = stance
        row.coder_id = study.coder_id
        for name, value in values.items():
            setattr(row, name, value)


def detach_number(study: Study, number_id: int) -> None:
    """Take a number from its claim. Raises UserError where it is gone."""
    with study.change("gaps.history.number_detached") as session:
        row = session.get(NumberEvidence, number_id)
        if row is None:
            raise UserError("gaps.number.gone")
        session.delete(row)


def suggested_stance(table: Scores, item: ItemRow, borders: NumberBorders) -> str | None:
    """Return the stance that a figure suggests (R10).

    A percentage by the borders of the study; a score by its predicate, the printed one first.
    """
    if table.unit == "percent":
        return None if item.value is None else stance_of_percentage(item.value, borders)
    scale = [step.name for step in table.scale]
    return stance_of_predicate(scale, item.printed or item.by_scale)


def _offer(table: Scores, item: ItemRow, borders: NumberBorders) -> ItemOffer:
    return ItemOffer(
        item_id=item.id,
        table_id=table.id,
        table=table.title,
        method=table.method,
        label=item.label,
        text=item.text,
        value=item.value,
        unit=table.unit,
        predicate=item.printed or item.by_scale,
        suggested=suggested_stance(table, item, borders),
    )


def _label(study: Study, item_id: int) -> str:
    with study.read() as connection:
        found = connection.scalar(select(Item.label).where(Item.id == item_id))
    if found is None:
        raise UserError("gaps.number.gone")
    return found
