"""Instruments: what data are collected with."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from app.design import records
from app.design.records import Choice, Noun, Values
from app.design.uses import Use, uses
from app.study import Study
from models.design import METHODS, Instrument

NOUN = Noun(
    Instrument,
    "instrument",
    "name",
    ("name", "method"),
    {"method": Choice(METHODS, "study.methods")},
)


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An instrument and the method that it serves."""

    id: int
    name: str
    method: str


def instruments(study: Study) -> list[InstrumentRow]:
    """Return all instruments in their order."""
    found = records.listed(study, NOUN, Instrument.id, Instrument.name, Instrument.method)
    return [InstrumentRow(*row) for row in found]


def add_instruments(study: Study, rows: Sequence[Values]) -> list[int]:
    """Add instruments in one step and return their ids. Raises UserError where one is not fit."""
    return records.add(study, NOUN, rows)


def take_instruments(study: Study, rows: Sequence[Values]) -> list[int]:
    """Take pasted instruments in one step, known names changed, and return their ids."""
    return records.take(study, NOUN, rows)


def edit_instrument(study: Study, instrument_id: int, **values: Any) -> None:
    """Change what is given. Raises UserError for a bad name or value."""
    records.update(study, NOUN, instrument_id, values)


def uses_of_instruments(study: Study, ids: Collection[int]) -> list[Use]:
    """Return what would be touched by removing instruments."""
    return uses(study, NOUN.entity, ids)


def remove_instruments(study: Study, ids: Collection[int]) -> None:
    """Remove instruments; undo brings them back."""
    records.remove(study, NOUN, ids)


def order_instruments(study: Study, ids: Sequence[int]) -> None:
    """Put instruments in the order of `ids`."""
    records.reorder(study, NOUN, ids)
