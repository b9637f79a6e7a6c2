"""What the removal of records would touch, line by line, for the question before it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.design.uses import Use


def loss_lines(uses: Sequence[Use]) -> list[str]:
    """Say each use: what goes as well, and what is left without."""
    going = QCoreApplication.translate("Losses", "{what}: deleted as well")
    staying = QCoreApplication.translate("Losses", "{what}: kept, without it")
    return [(going if use.goes else staying).format(what=_what(use)) for use in uses]


def _what(use: Use) -> str:
    count = use.count
    words = {
        "informant": QCoreApplication.translate("Losses", "%n informant(s)", "", count),
        "informant_role": QCoreApplication.translate(
            "Losses", "%n role(s) of informants", "", count
        ),
        "verifies": QCoreApplication.translate("Losses", "%n tie(s) of verification", "", count),
        "participation": QCoreApplication.translate(
            "Losses", "%n part(s) taken in sources", "", count
        ),
        "source": QCoreApplication.translate("Losses", "%n source(s)", "", count),
        "turn": QCoreApplication.translate("Losses", "%n turn(s) of speech", "", count),
        "excerpt": QCoreApplication.translate("Losses", "%n excerpt(s)", "", count),
        "coverage": QCoreApplication.translate("Losses", "%n cell(s) of the coverage", "", count),
        "code": QCoreApplication.translate("Losses", "%n code(s)", "", count),
        "coding": QCoreApplication.translate("Losses", "%n coding(s)", "", count),
        "finding": QCoreApplication.translate("Losses", "%n finding(s)", "", count),
        "evidence": QCoreApplication.translate("Losses", "%n piece(s) of evidence", "", count),
        "account": QCoreApplication.translate(
            "Losses", "%n cell(s) of the data accounting", "", count
        ),
        "summary": QCoreApplication.translate("Losses", "%n filled form(s)", "", count),
        "text_edit": QCoreApplication.translate("Losses", "%n correction(s) of a text", "", count),
        "refusal": QCoreApplication.translate("Losses", "%n refused suggestion(s)", "", count),
        "attachment": QCoreApplication.translate("Losses", "%n attachment(s)", "", count),
        "attachment_part": QCoreApplication.translate(
            "Losses", "%n selection(s) in attachments", "", count
        ),
        "part_coding": QCoreApplication.translate(
            "Losses", "%n coding(s) in attachments", "", count
        ),
        "finding_check": QCoreApplication.translate("Losses", "%n check(s) of findings", "", count),
        "member_check": QCoreApplication.translate("Losses", "%n member check(s)", "", count),
        "rival_evidence": QCoreApplication.translate(
            "Losses", "%n piece(s) of evidence for rivals", "", count
        ),
        "override": QCoreApplication.translate("Losses", "%n verdict(s) set by hand", "", count),
        "score_table": QCoreApplication.translate("Losses", "%n table(s) of numbers", "", count),
        "item": QCoreApplication.translate("Losses", "%n item(s) with numbers", "", count),
        "response": QCoreApplication.translate("Losses", "%n answer(s) to items", "", count),
        "number_evidence": QCoreApplication.translate(
            "Losses", "%n number(s) as evidence", "", count
        ),
        "resolution": QCoreApplication.translate("Losses", "%n settled disagreement(s)", "", count),
        "memo": QCoreApplication.translate("Losses", "%n memo(s)", "", count),
    }
    return words[use.table]
