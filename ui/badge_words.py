"""The words of a badge: a verdict, and whether the researcher put it there."""

from app.verify.rules.overall import OWN
from ui.language import in_words


def badge_words(badge: str) -> str:
    """Say a badge (see `Triangulated.badge`): “Verified (overridden)”; empty for none."""
    if not badge:
        return ""
    verdict = in_words(f"verify.overall.{badge.removesuffix(OWN)}")
    return in_words("findings.own_verdict", verdict=verdict) if badge.endswith(OWN) else verdict
