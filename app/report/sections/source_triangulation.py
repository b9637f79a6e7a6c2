"""Appendix: triangulation of source, what key, core and verification respondents say on each."""

from typing import cast

from app.reduce.excerpts import ExcerptRow
from app.report.document import ReportDocument
from app.report.recipe import ReportRecipe
from app.report.triangulation_tables import Column, write_table
from app.study import Study
from app.verify.rules.cells import Cell
from app.verify.triangulation import Triangulated
from models.design import CORE_RESPONDENT, KEY_PERSON, VERIFICATION_RESPONDENT

ROLES = (KEY_PERSON, CORE_RESPONDENT, VERIFICATION_RESPONDENT)


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write the table: focus, key, core, verification, conclusion."""
    columns = [_column(kind) for kind in ROLES]
    write_table(study, document, "source_triangulation", columns, "role")


def _column(kind: str) -> Column:
    def holds(row: ExcerptRow) -> bool:
        return row.role_kind == kind

    def cell(found: Triangulated) -> Cell | None:
        return cast("Cell", getattr(found.judgement.role, kind))

    return Column(f"study.roles.{kind}", holds, cell)
