"""Appendix: the history, every step with who, when and what."""

from app.history import steps
from app.report.document import ReportDocument
from app.report.recipe import ReportRecipe
from app.study import Study


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write the steps that stand, the oldest first."""
    found = [step for step in steps(study)[::-1] if step.state == "done"]
    if not found:
        return
    document.heading(document.say("history.title"), 1, new_page=True)
    document.text(document.say("history.text", count=len(found)))
    document.table(
        document.say("history.caption"),
        [document.say(f"history.{head}") for head in ("when", "who", "what", "rows")],
        [
            [
                f"{step.made_at:%d/%m/%Y %H:%M}",
                step.coder,
                step.sentence(document.language),
                str(step.rows),
            ]
            for step in found
        ],
        [3, 2, 9, 1.6],
        numbers=[3],
        source=document.say("own_data"),
    )
