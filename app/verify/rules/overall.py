"""R6: method, source and roles together."""

from enum import StrEnum

from app.verify.rules.dimension import Dimension, DimensionVerdict, Direction
from app.verify.rules.roles import Roles, RoleVerdict

OWN = "*"
"""Stands behind a verdict that the researcher put in place of the computed one, in a badge."""


class Overall(StrEnum):
    """The one word beside a code or a finding."""

    VERIFIED = "verified"
    PARTIALLY_VERIFIED = "partially_verified"
    CONTESTED = "contested"
    REFUTED = "refuted"
    NOT_TRIANGULATED = "not_triangulated"
    NO_EVIDENCE = "no_evidence"


_CONFIRMED = (RoleVerdict.CONFIRMED, RoleVerdict.CONFIRMED_QUALIFIED)
_UNTRIANGULATED = {DimensionVerdict.SINGLE, DimensionVerdict.SILENT}


def judge_overall(method: Dimension, source: Dimension, role: Roles) -> Overall:
    """Return the first of the verdicts of R6 that fits.

    Methods and sources that converge on opposite sides (one unit may speak in many categories, so
    it can happen) contest each other.
    """
    verdicts = {method.verdict, source.verdict}
    if verdicts == {DimensionVerdict.SILENT}:
        return Overall.NO_EVIDENCE
    if DimensionVerdict.DISSONANT in verdicts or role.verdict == RoleVerdict.CONTRADICTED:
        return Overall.CONTESTED
    if verdicts == {DimensionVerdict.CONVERGENT}:
        if method.direction != source.direction:
            return Overall.CONTESTED
        if role.verdict not in _CONFIRMED:
            return Overall.PARTIALLY_VERIFIED
        return Overall.REFUTED if method.direction == Direction.REFUTES else Overall.VERIFIED
    return Overall.NOT_TRIANGULATED if verdicts <= _UNTRIANGULATED else Overall.PARTIALLY_VERIFIED
