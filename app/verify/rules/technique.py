"""R9: triangulation of technique (Sugiyono): the same source heard by several methods."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.verify.rules.votes import Heard, Unit


@dataclass(frozen=True, slots=True)
class Technique:
    """The units and the categories that speak in two methods or more, sorted by name."""

    units: tuple[Unit, ...]
    categories: tuple[str, ...]

    @property
    def is_triangulated(self) -> bool:
        """Say whether at least one unit or category speaks in two methods."""
        return bool(self.units or self.categories)


def judge_technique(voices: Iterable[Heard]) -> Technique:
    """Return who was heard by more than one method (R9)."""
    first_of_unit: dict[Unit, str] = {}
    first_of_category: dict[str, str] = {}
    units: set[Unit] = set()
    categories: set[str] = set()
    for voice, _ in voices:
        method = voice.method
        if first_of_unit.setdefault(voice.unit, method) != method:
            units.add(voice.unit)
        category = voice.category
        if category is not None and first_of_category.setdefault(category, method) != method:
            categories.add(category)
    return Technique(tuple(sorted(units, key=str)), tuple(sorted(categories)))
