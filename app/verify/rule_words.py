"""The rule behind a verdict, in a sentence with the study's own thresholds in it."""

from fractions import Fraction

from app.language.words import say
from app.verify.rules.numbers import NumberBorders
from app.verify.rules.thresholds import Thresholds
from app.verify.wording import word

RULES = ("R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10")


def rule_words(
    rule: str,
    thresholds: Thresholds,
    language: str,
    borders: NumberBorders | None = None,
) -> str:
    """Say one of the rules R1 to R10 as it is applied in this study."""
    limits = borders or NumberBorders()
    return say(
        f"gaps.rule.{rule}",
        language,
        negative=share_words(thresholds.negative_case, language),
        refuting=share_words(thresholds.refuting, language),
        qualified=share_words(thresholds.qualified, language),
        coverage=share_words(thresholds.coverage, language),
        supports=_plain(limits.supports, language),
        qualifies=_plain(limits.qualifies, language),
    )


def share_words(share: Fraction, language: str) -> str:
    """Return a share as a percentage: 20 %."""
    return f"{_plain(share * 100, language)} %"


def _plain(value: Fraction, language: str) -> str:
    return f"{float(value):g}".replace(".", word("list", "decimal", language))
