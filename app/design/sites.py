"""Sites: where the study is done."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from app.design import records
from app.design.records import Noun, Values
from app.design.uses import Use, uses
from app.study import Study
from models.design import Site

NOUN = Noun(Site, "site", "name", ("name", "address", "attributes"))


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A site with its address and attributes."""

    id: int
    name: str
    address: str
    attributes: dict[str, str]


def sites(study: Study) -> list[SiteRow]:
    """Return all sites in their order."""
    found = records.listed(study, NOUN, Site.id, Site.name, Site.address, Site.attributes)
    return [SiteRow(*row) for row in found]


def add_sites(study: Study, rows: Sequence[Values]) -> list[int]:
    """Add sites in one step and return their ids. Raises UserError for a bad name or value."""
    return records.add(study, NOUN, rows)


def take_sites(study: Study, rows: Sequence[Values]) -> list[int]:
    """Take pasted sites in one step, known names changed, and return their ids."""
    return records.take(study, NOUN, rows)


def edit_site(study: Study, site_id: int, **values: Any) -> None:
    """Change what is given. Raises UserError for a bad name or value."""
    records.update(study, NOUN, site_id, values)


def uses_of_sites(study: Study, ids: Collection[int]) -> list[Use]:
    """Return what would be touched by removing sites."""
    return uses(study, NOUN.entity, ids)


def remove_sites(study: Study, ids: Collection[int]) -> None:
    """Remove sites; undo brings them back."""
    records.remove(study, NOUN, ids)


def order_sites(study: Study, ids: Sequence[int]) -> None:
    """Put sites in the order of `ids`."""
    records.reorder(study, NOUN, ids)
