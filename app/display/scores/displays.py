"""A table of numbers as a saved display."""

from typing import Any

from app.display.displays import SCORES, add_bare_display
from app.display.scores.tables import add_score_table
from app.study import Study


def add_scores(study: Study, title: str, *, analytic_text: str = "", **values: Any) -> int:
    """Save a new table of numbers and return the display's id; `values` are the table's fields."""
    with study.change("display.history.added", title=title):
        table = add_score_table(study, title, **values)
        return add_bare_display(study, title, SCORES, {"table": table}, analytic_text)
