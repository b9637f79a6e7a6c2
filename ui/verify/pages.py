"""The pages of the verify room, in the order in which one works; each is made when first shown.

To add a page: its key, its class (made with the session, its parent second) and its name, a line
each. A page of the room's own older kind has a `bar` (ui/verify/top_bar.py); any other gets one.
"""

from importlib import import_module

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

TRIANGULATION, COMPARISON, FINDINGS = "triangulation", "comparison", "findings"
MISSING, AUDIT, QUALITY = "missing", "audit", "quality"
AGREEMENT = "agreement"
CLASSES = {
    TRIANGULATION: ("ui.verify.triangulation_page", "TriangulationPage"),
    COMPARISON: ("ui.verify.comparison_page", "ComparisonPage"),
    FINDINGS: ("ui.verify.findings_page", "FindingsPage"),
    MISSING: ("ui.verify.missing.page", "MissingPage"),
    AGREEMENT: ("ui.verify.agreement.page", "AgreementPage"),
    AUDIT: ("ui.verify.audit.page", "AuditPage"),
    QUALITY: ("ui.verify.quality.page", "QualityPage"),
}
"""The module and the class of each page."""
FOLLOWS_VERDICTS = {TRIANGULATION, FINDINGS}
"""Pages that are made with the room's LiveTriangulation instead of the session."""


def named_pages() -> list[tuple[object, str]]:
    """Return the pages with the names on their pills."""
    return [
        (TRIANGULATION, QCoreApplication.translate("VerifyRoom", "Triangulation")),
        (COMPARISON, QCoreApplication.translate("VerifyRoom", "Comparison")),
        (FINDINGS, QCoreApplication.translate("VerifyRoom", "Findings")),
        (MISSING, QCoreApplication.translate("VerifyRoom", "Missing")),
        (AGREEMENT, QCoreApplication.translate("VerifyRoom", "Agreement")),
        (AUDIT, QCoreApplication.translate("VerifyRoom", "Audit trail")),
        (QUALITY, QCoreApplication.translate("VerifyRoom", "Quality")),
    ]


def make_page(key: str, made_of: object, parent: QWidget) -> QWidget:
    """Make a page."""
    module, name = CLASSES[key]
    page: QWidget = getattr(import_module(module), name)(made_of, parent)
    return page
