"""What other thresholds would change: claims whose verdicts turn, before anything is set."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.verify.claims import Claim
from app.verify.rules.judging import Judgement, judge
from app.verify.rules.overall import Overall
from app.verify.rules.thresholds import Thresholds, read_thresholds
from app.verify.triangulation import Triangulation


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A claim on which some verdict or flag turns; `overall` may be the same before and after."""

    claim: Claim
    before: Overall
    after: Overall


def what_changes(found: Triangulation, chosen: Mapping[str, object]) -> tuple[VerdictChange, ...]:
    """Return the claims that other thresholds (by name, as decimal words) would judge otherwise.

    Raises UserError for what is not a share between 0 and 1.
    """
    return changes_with(found, read_thresholds(chosen))


def changes_with(found: Triangulation, thresholds: Thresholds) -> tuple[VerdictChange, ...]:
    """Return the claims that these thresholds would judge otherwise, codes first."""
    if thresholds == found.thresholds:
        return ()
    changes = []
    for one in (*found.codes, *found.findings):
        after = judge(one.voices, one.examined, thresholds)
        if _said(after) != _said(one.judgement):
            changes.append(VerdictChange(one.claim, one.overall, after.overall))
    return tuple(changes)


def _said(judgement: Judgement) -> tuple[object, ...]:
    return (
        judgement.overall,
        judgement.method.verdict,
        judgement.source.verdict,
        judgement.role.verdict,
        judgement.flags,
    )
