"""Source categories: principal, chair, supervisor, teacher, document, activity."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from app.design import records
from app.design.records import Noun, Values
from app.design.uses import Use, uses
from app.study import Study
from models.design import Category

NOUN = Noun(Category, "category", "name", ("name",))


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A source category."""

    id: int
    name: str


def categories(study: Study) -> list[CategoryRow]:
    """Return all categories in their order."""
    found = records.listed(study, NOUN, Category.id, Category.name)
    return [CategoryRow(*row) for row in found]


def add_categories(study: Study, rows: Sequence[Values]) -> list[int]:
    """Add categories in one step and return their ids. Raises UserError for a bad name or value."""
    return records.add(study, NOUN, rows)


def take_categories(study: Study, rows: Sequence[Values]) -> list[int]:
    """Take pasted categories in one step, known names changed, and return their ids."""
    return records.take(study, NOUN, rows)


def edit_category(study: Study, category_id: int, **values: Any) -> None:
    """Change what is given. Raises UserError for a bad name or value."""
    records.update(study, NOUN, category_id, values)


def uses_of_categories(study: Study, ids: Collection[int]) -> list[Use]:
    """Return what would be touched by removing categories."""
    return uses(study, NOUN.entity, ids)


def remove_categories(study: Study, ids: Collection[int]) -> None:
    """Remove categories; undo brings them back."""
    records.remove(study, NOUN, ids)


def order_categories(study: Study, ids: Sequence[int]) -> None:
    """Put categories in the order of `ids`."""
    records.reorder(study, NOUN, ids)
