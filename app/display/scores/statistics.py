"""What a row of numbers says: sum, mean, median, modes, spread, quartiles, lowest and highest."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

HUNDRED = 100.0


@dataclass(frozen=True, slots=True)
class Described:
    """Numbers described; spread needs two of them. Quartiles are inclusive (the ends count)."""

    count: int
    total: float
    mean: float
    median: float
    modes: tuple[float, ...]
    least: float
    greatest: float
    sample_sd: float | None
    population_sd: float
    quartiles: tuple[float, float, float] | None


def describe(values: Sequence[float]) -> Described | None:
    """Describe numbers; None where there are none. A mode is a value that comes more than once."""
    if not values:
        return None
    several = len(values) > 1
    modes = statistics.multimode(values)
    quarters = statistics.quantiles(values, n=4, method="inclusive") if several else None
    return Described(
        count=len(values),
        total=sum(values),
        mean=statistics.fmean(values),
        median=statistics.median(values),
        modes=tuple(sorted(modes)) if values.count(modes[0]) > 1 else (),
        least=min(values),
        greatest=max(values),
        sample_sd=statistics.stdev(values) if several else None,
        population_sd=statistics.pstdev(values),
        quartiles=(quarters[0], quarters[1], quarters[2]) if quarters else None,
    )


def counts_behind(percent: float, base: int) -> tuple[int, ...]:
    """Return the counts of `base` that a printed percentage can stand for.

    57 of 14 is 8 (57.14); no count of 14 gives 75. The percentage may have been rounded half up or
    cut, at the decimals with which it is printed.
    """
    if base <= 0:
        return ()
    decimals = len(f"{percent:.10f}".rstrip("0").partition(".")[2])
    unit = 10.0**-decimals
    found = []
    for count in range(base + 1):
        exact = HUNDRED * count / base
        near = abs(exact - percent) <= unit / 2 + 1e-9
        cut = percent - 1e-9 <= exact < percent + unit - 1e-9
        if near or cut:
            found.append(count)
    return tuple(found)
