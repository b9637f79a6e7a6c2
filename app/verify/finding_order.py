"""The order of findings: under which focus each stands, and before which other."""

from app.study import Study
from app.verify.findings import findings, foci, known_finding, order_findings, set_focus


def place_finding(
    study: Study, finding_id: int, question_id: int | None, before: int | None = None
) -> None:
    """Put a finding under a focus, before another one there, or at the end: one step of undo.

    Raises UserError where the finding is gone.
    """
    with study.change("verify.history.findings_ordered") as session:
        known_finding(session, finding_id)
        set_focus(study, finding_id, question_id)
        order = [row.id for row in findings(study) if row.id != finding_id]
        mates = [row.id for row in findings(study) if row.question_id == question_id]
        if before in mates and before != finding_id:
            at = order.index(before)
        else:
            others = [order.index(one) for one in mates if one != finding_id]
            at = max(others, default=len(order) - 1) + 1
        order_findings(study, [*order[:at], finding_id, *order[at:]])


def step_finding(study: Study, finding_id: int, by: int) -> bool:
    """Move a finding one place up (-1) or down (1), over the border of its focus as well.

    Return whether it moved: the first cannot go up, the last cannot go down.
    """
    rows = findings(study)
    own = next((row for row in rows if row.id == finding_id), None)
    if own is None:
        return False
    mates = [row.id for row in rows if row.question_id == own.question_id]
    at = mates.index(finding_id) + by
    if 0 <= at < len(mates):
        behind = [*mates, None][at if by < 0 else at + 1]
        place_finding(study, finding_id, own.question_id, behind)
        return True
    outline: list[int | None] = [*(focus.id for focus in foci(study)), None]
    place = outline.index(own.question_id) + by
    if not 0 <= place < len(outline):
        return False
    there = [row.id for row in rows if row.question_id == outline[place]]
    first = there[0] if there and by > 0 else None
    place_finding(study, finding_id, outline[place], first)
    return True
