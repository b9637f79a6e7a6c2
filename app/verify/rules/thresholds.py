"""The four borders of the rules, exact fractions that a study may set otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from app.errors import UserError


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The borders of R2, R3 and R7. Shares are exact: .20 of five units is one unit, no rounding.

    `negative_case`: up to this share of contradicting units (and including it) a cell keeps its
    verdict and is flagged. `refuting`: from this share on a cell contradicts. `qualified`: from
    this share of qualified units on a cell is qualified. `coverage`: below this share of examined
    cells that speak, or of sites that support, the flag `low_coverage` or `limited` is set.
    """

    negative_case: Fraction = Fraction(1, 5)
    refuting: Fraction = Fraction(4, 5)
    qualified: Fraction = Fraction(1, 2)
    coverage: Fraction = Fraction(1, 2)

    def __post_init__(self) -> None:
        """Refuse shares outside 0 to 1, and a cell that would both keep and lose its verdict.

        Raises UserError.
        """
        for field in fields(self):
            if not 0 <= getattr(self, field.name) <= 1:
                raise UserError(
                    "verify.error.threshold",
                    name=field.name,
                    value=float(getattr(self, field.name)),
                )
        if self.negative_case >= self.refuting:
            raise UserError(
                "verify.error.threshold_order",
                low=float(self.negative_case),
                high=float(self.refuting),
            )


def read_thresholds(settings: Mapping[str, object]) -> Thresholds:
    """Return the thresholds that a study's settings set (numbers or decimal words, by name).

    Names that are absent keep the rule's own value. Raises UserError for what is not a share.
    """
    known = {field.name for field in fields(Thresholds)}
    return Thresholds(**{k: _share(k, v) for k, v in settings.items() if k in known})


def _share(name: str, value: object) -> Fraction:
    try:
        return Fraction(Decimal(str(value)))  # by way of its decimal words: .2 means one fifth
    except (InvalidOperation, ValueError, OverflowError) as error:
        raise UserError("verify.error.threshold", name=name, value=value) from error


def at_least(count: int, total: int, share: Fraction) -> bool:
    """Say whether count / total >= share, in whole numbers."""
    return count * share.denominator >= share.numerator * total


def at_most(count: int, total: int, share: Fraction) -> bool:
    """Say whether count / total <= share, in whole numbers."""
    return count * share.denominator <= share.numerator * total
