"""R10: which stance a figure suggests. Only a suggestion: the researcher confirms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from app.errors import UserError

FAIR = ("cukup", "fair")
"""What the predicate is called that qualifies."""


@dataclass(frozen=True, slots=True)
class NumberBorders:
    """From `supports` per cent on a figure supports, from `qualifies` on it qualifies."""

    supports: Fraction = Fraction(60)
    qualifies: Fraction = Fraction(40)

    def __post_init__(self) -> None:
        """Refuse borders outside 0 to 100 and those that cross. Raises UserError."""
        if not 0 <= self.qualifies < self.supports <= 100:
            raise UserError(
                "gaps.number.borders", low=float(self.qualifies), high=float(self.supports)
            )


def read_number_borders(settings: Mapping[str, object]) -> NumberBorders:
    """Return the borders that a study's settings set, as `number_supports`, `number_qualifies`.

    Raises UserError for what is no number.
    """
    known = {"number_supports": "supports", "number_qualifies": "qualifies"}
    given = {known[k]: _number(v) for k, v in settings.items() if k in known}
    return NumberBorders(**given)


def _number(value: object) -> Fraction:
    try:
        return Fraction(Decimal(str(value)))
    except (InvalidOperation, ValueError, OverflowError) as error:
        raise UserError("gaps.number.no_number", value=value) from error


def stance_of_percentage(value: float, borders: NumberBorders) -> str:
    """Return what a percentage suggests: at 60 supports, at 40 qualifies, below contradicts."""
    exact = Fraction(Decimal(str(value)))
    if exact >= borders.supports:
        return "supports"
    return "qualifies" if exact >= borders.qualifies else "contradicts"


def stance_of_predicate(scale: Sequence[str], name: str) -> str | None:
    """Return what a predicate of a scale, the highest first, suggests; None where it is not in it.

    Good or better supports, fair (cukup) qualifies, what is below contradicts. Where the scale has
    no predicate of that name its middle stands for it; of an even number, no predicate does.
    """
    names = [one.strip().casefold() for one in scale]
    wanted = name.strip().casefold()
    if wanted not in names or len(names) < 2:
        return None
    place = names.index(wanted)
    called = next((n for n, one in enumerate(names) if one in FAIR), None)
    if called is None and len(names) % 2 == 0:
        return "supports" if place < len(names) // 2 else "contradicts"
    fair = len(names) // 2 if called is None else called
    if place < fair:
        return "supports"
    return "qualifies" if place == fair else "contradicts"
