"""Every verdict in a sentence with its counts, in both languages.

"Method triangulation: convergent. 3 of 4 methods speak and all support: interview 5 informants,
questionnaire 12, observation 2. Silent: documentation." (METHOD.md, section 3.)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.language.words import say
from app.verify.explaining_dimensions import explain_dimension
from app.verify.explaining_roles import explain_roles
from app.verify.rules.judging import Judgement
from app.verify.rules.votes import Heard, Unit
from app.verify.wording import counted, listed, one_or_many, word

MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Part:
    """One verdict explained. `heading` names it and ends in a full stop, `text` gives its counts.

    `subject` is method, source, role, sites, time or technique; `rule` is the rule's number.
    """

    subject: str
    rule: str
    heading: str
    text: str

    def plain(self) -> str:
        """Return heading and text as one paragraph."""
        return f"{self.heading} {self.text}".strip()

    def printed(self, language: str) -> str:
        """Return the paragraph as it is printed: it says whose rule that is."""
        return say("verify.explain.printed", language, text=self.plain(), rule=self.rule)


@dataclass(frozen=True, slots=True)
class Explanation:
    """All verdicts on one claim explained, and what a researcher may do next (`advice`)."""

    parts: tuple[Part, ...]
    advice: str

    def part(self, subject: str) -> Part:
        """Return the part on `subject`. Raises KeyError where the claim has none."""
        for part in self.parts:
            if part.subject == subject:
                return part
        raise KeyError(subject)

    def plain(self) -> str:
        """Return all paragraphs, one a line."""
        return "\n".join(part.plain() for part in self.parts)


def explain(
    judgement: Judgement,
    voices: Sequence[Heard],
    language: str,
    labels: Mapping[Unit, str] | None = None,
) -> Explanation:
    """Explain a judgement. `voices` are what it was made of, `labels` the names of the units."""
    named = labels or {}
    method = explain_dimension("method", judgement.method, voices, language, named)
    source = explain_dimension("source", judgement.source, voices, language, named)
    parts = [
        Part("method", "R3", *method),
        Part("source", "R3", *source),
        Part("role", "R5", *explain_roles(judgement.role, language, named)),
        Part("technique", "R9", *_technique(judgement, language, named)),
    ]
    if judgement.sites.cells:
        parts.append(Part("sites", "R7", *_sites(judgement, language)))
    if judgement.periods.changed:
        parts.append(Part("time", "R8", *_time(judgement, language, named)))
    return Explanation(tuple(parts), word("explain.advice", judgement.overall, language))


def named_units(units: Sequence[Unit], labels: Mapping[Unit, str], language: str) -> str:
    """Return the names of units in a list, their number where there are many."""
    if len(units) > MOST_NAMED:
        return counted(len(units), None, language)
    return listed(sorted(labels.get(unit, str(unit)) for unit in units), language)


def _sites(judgement: Judgement, language: str) -> tuple[str, str]:
    sites = judgement.sites
    heading = say(
        "verify.explain.sites.heading", language, supporting=sites.supporting, all=sites.all_sites
    )
    holding = [n for n, c in sites.cells.items() if c.tally.supports + c.tally.qualified]
    if not holding:
        return heading, say("verify.explain.sites.none", language)
    text = say("verify.explain.sites.some", language, sites=listed(holding, language))
    if sites.flags:
        text = f"{text} {say('verify.explain.sites.limited', language)}"
    return heading, text


def _time(judgement: Judgement, language: str, labels: Mapping[Unit, str]) -> tuple[str, str]:
    changed = judgement.periods.changed
    units = named_units(changed, labels, language)
    text = one_or_many("explain.time.changed", len(changed), language, units=units)
    return say("verify.explain.time.heading", language), text


def _technique(judgement: Judgement, language: str, labels: Mapping[Unit, str]) -> tuple[str, str]:
    technique = judgement.technique
    verdict = word("explain.technique", "yes" if technique.is_triangulated else "no", language)
    heading = say("verify.explain.technique.heading", language, verdict=verdict)
    units = named_units(technique.units, labels, language)
    categories = listed(technique.categories, language)
    if units and categories:
        key = "units_and_categories"
    else:
        key = "units" if units else "categories" if categories else "none"
    text = say(f"verify.explain.technique.{key}", language, units=units, categories=categories)
    return heading, text
