"""The displays that were chosen, each with the analytic text and the rule under it."""

from app.report.document import ReportDocument
from app.report.recipe import ReportRecipe
from app.study import Study


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write each display as a table, or as a picture where it is a chart."""
