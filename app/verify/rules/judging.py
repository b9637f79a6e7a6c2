"""All rules on one claim: from what was heard to its verdicts."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from app.verify.rules.cells import Flag
from app.verify.rules.dimension import Dimension, judge_dimension
from app.verify.rules.overall import Overall, judge_overall
from app.verify.rules.periods import Periods, judge_periods
from app.verify.rules.roles import Roles, judge_roles
from app.verify.rules.sites import SiteCoverage, judge_sites
from app.verify.rules.technique import Technique, judge_technique
from app.verify.rules.thresholds import Thresholds
from app.verify.rules.votes import Heard, tabulate


@dataclass(frozen=True, slots=True)
class Examined:
    """Where the study could have heard something on a claim, in the order of showing.

    Methods, categories and role kinds for which it holds a source, less those that the researcher
    marked "not asked" for this focus; `sites` are all sites of the study, `periods` those in which
    it heard anything at all.
    """

    methods: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """Every verdict on one claim. `units` counts the units that speak at all."""

    method: Dimension
    source: Dimension
    role: Roles
    overall: Overall
    sites: SiteCoverage
    periods: Periods
    technique: Technique
    units: int

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The flags of all parts, each once, sorted."""
        parts = (self.method, self.source, self.role, self.sites, self.periods)
        return tuple(sorted({flag for part in parts for flag in part.flags}))


def judge(voices: Sequence[Heard], examined: Examined, thresholds: Thresholds) -> Judgement:
    """Apply R1 to R9 to what was heard on one claim. The order of `voices` changes nothing."""
    method = judge_dimension(
        tabulate(voices, attrgetter("method")),
        examined.methods,
        thresholds,
        must_be_independent=False,
    )
    source = judge_dimension(
        tabulate(voices, attrgetter("category")),
        examined.categories,
        thresholds,
        must_be_independent=True,
    )
    role = judge_roles(tabulate(voices, attrgetter("role_kind")), examined.roles, thresholds)
    return Judgement(
        method=method,
        source=source,
        role=role,
        overall=judge_overall(method, source, role),
        sites=judge_sites(tabulate(voices, attrgetter("site")), examined.sites, thresholds),
        periods=judge_periods(tabulate(voices, attrgetter("period")), thresholds),
        technique=judge_technique(voices),
        units=len({voice.unit for voice, _ in voices}),
    )
