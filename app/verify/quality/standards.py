"""The five standards of quality (Miles, Huberman & Saldaña 2014): what the study shows for each."""

from dataclasses import dataclass

from app.language.words import say
from app.verify.quality.facts import Facts

STANDARDS = ("confirmability", "dependability", "credibility", "transferability", "utilisation")


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing that the study shows, `done` of `of` (None where it is only counted).

    It is seen in the stage `stage`, there on `page` where that is the verify room.
    """

    standard: str
    key: str
    done: int
    of: int | None
    stage: str
    page: str = ""

    @property
    def state(self) -> str:
        """Return shown, partly or none; nothing to count is none."""
        if not self.done or self.of == 0:
            return "none"
        return "shown" if self.of is None or self.done >= self.of else "partly"

    def words(self, language: str) -> str:
        """Say it with its counts."""
        return say(f"quality.shown.{self.key}", language, done=self.done, of=self.of or 0)


_ROWS: tuple[tuple[str, str, str, str | None, str, str], ...] = (
    ("confirmability", "steps", "steps", None, "verify", "audit"),
    ("confirmability", "excerpts", "excerpts", None, "reduce", ""),
    ("confirmability", "rivals", "with_rival", "findings", "verify", "findings"),
    ("confirmability", "negative", "negative", "findings", "verify", "missing"),
    ("confirmability", "reflexive", "reflexive", None, "reduce", ""),
    ("dependability", "foci", "foci", None, "design", ""),
    ("dependability", "defined", "defined", "codes", "reduce", ""),
    ("dependability", "double_coded", "double_coded", "sources", "reduce", ""),
    ("dependability", "dated", "dated", "sources", "collect", ""),
    ("dependability", "covered", "covered", None, "design", ""),
    ("credibility", "verified", "verified", "findings", "verify", "triangulation"),
    ("credibility", "converging", "converging", "findings", "verify", "triangulation"),
    ("credibility", "member_checks", "checks_answered", "checks_asked", "verify", "findings"),
    ("credibility", "tactics", "tactics", None, "verify", "findings"),
    ("credibility", "three", "heard", "informants", "verify", "comparison"),
    ("transferability", "sites_heard", "sites_heard", "sites", "design", ""),
    ("transferability", "sites_described", "sites_described", "sites", "design", ""),
    ("transferability", "described", "informants_described", "informants", "design", ""),
    ("transferability", "replicated", "replicated", "findings", "verify", "triangulation"),
    ("utilisation", "concluded", "concluded", "findings", "verify", "findings"),
    ("utilisation", "displays", "displays_told", "displays", "display", ""),
    ("utilisation", "told", "checked_people", None, "verify", "findings"),
)
FIRST = {standard: key for standard, key, *_ in reversed(_ROWS)}
"""The first thing that is shown for each standard."""


def shown(found: Facts) -> list[Shown]:
    """Return what the study shows for each standard, in the order of the standards."""
    return [
        Shown(standard, key, found[done], found[of] if of else None, stage, page)
        for standard, key, done, of, stage, page in _ROWS
    ]
