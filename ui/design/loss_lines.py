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
        "memo": QCoreApplication.translate("Losses", "%n memo(s)", "", count),
    }
    return words[use.table]
