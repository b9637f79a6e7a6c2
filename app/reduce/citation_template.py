"""The template by which a study cites: kept in its settings, tried before it is kept."""

from datetime import date

from sqlalchemy import Connection, select

from app.errors import UserError
from app.language.words import say
from app.reduce.citation import DEFAULT_TEMPLATE, Cited, check_template, cite
from app.study import Study
from models.design import METHODS
from models.design import Study as StudyRow

KEPT = "citation"


def read_template(connection: Connection) -> str:
    """Return the template of the study, within a reading."""
    settings = connection.scalar(select(StudyRow.settings)) or {}
    kept = settings.get(KEPT)
    return kept if isinstance(kept, str) and kept else DEFAULT_TEMPLATE


def citation_template(study: Study) -> str:
    """Return the template of the study."""
    with study.read() as connection:
        return read_template(connection)


def set_citation_template(study: Study, template: str) -> None:
    """Cite by another template; empty is the first one again.

    Raises UserError where it names what no citation knows, or is not well formed.
    """
    template = template.strip()
    if template:
        tried(template, study.language)
    with study.change("chapter.history.citation", template=template or DEFAULT_TEMPLATE) as session:
        row = session.scalars(select(StudyRow)).one()
        kept = {key: value for key, value in row.settings.items() if key != KEPT}
        row.settings = {**kept, KEPT: template} if template else kept


def tried(template: str, language: str) -> tuple[str, ...]:
    """Return what the template makes of an interview, an activity and a document: for a preview.

    Raises UserError as `set_citation_template` does.
    """
    check_template(template)
    day = date(2017, 1, 12)
    examples = [
        Cited(
            METHODS[0],
            "W/KS-01",
            "KS-01",
            say("study.roles.key_person", language),
            "SDN 01",
            day,
            14,
        ),
        Cited(METHODS[1], "O/02", "", "", "SDN 02", day, 3),
        Cited(METHODS[3], "D/01", "", "", "", None, 9),
    ]
    try:
        return tuple(cite(example, language, template) for example in examples)
    except (ValueError, TypeError) as error:  # a form that a token does not take
        raise UserError("reduce.bad_citation", template=template) from error
