"""Appendix: triangulation of technique, what each method says on each claim."""

from app.reduce.excerpts import ExcerptRow
from app.report.document import ReportDocument
from app.report.recipe import ReportRecipe
from app.report.triangulation_tables import Column, write_table
from app.study import Study
from app.verify.rules.cells import Cell
from app.verify.triangulation import Triangulated
from models.design import METHODS


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write the table: focus, interview, observation, questionnaire, documentation, conclusion."""
    columns = [_column(method) for method in METHODS]
    write_table(study, document, "technique_triangulation", columns, "method")


def _column(method: str) -> Column:
    def holds(row: ExcerptRow) -> bool:
        return row.method == method

    def cell(found: Triangulated) -> Cell | None:
        return found.judgement.method.cells.get(method)

    return Column(f"study.methods.{method}", holds, cell)
