"""Appendix: the informants with their codes, posts, categories, roles and sites."""

from app.report.document import ReportDocument
from app.report.recipe import ReportRecipe
from app.report.sections.design import informants_table, sources_table, write_coverage
from app.study import Study


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write who was heard, and in which sources; nothing where the study knows nobody."""
    with study.read() as connection:
        people = informants_table(connection, document)
        if people is None:
            return
        document.heading(document.say_chapter("informants.title"), 1, new_page=True, wide=True)
        people(wide=True)
        sources = sources_table(connection, document)
        if sources is not None:
            sources(wide=True)
        write_coverage(connection, document)
