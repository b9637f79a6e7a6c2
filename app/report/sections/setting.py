"""The setting of a chapter: where, who was heard and in which role, by which methods.

In words and lists; the tables behind it stand in the appendices.
"""

from collections import Counter

from sqlalchemy import Connection, select

from app.language.words import say
from app.report.document import ReportDocument
from app.report.recipe import ReportRecipe
from app.report.sections.design import coverage_counts, write_questions
from app.study import Study
from models.collection import Participation, Source
from models.design import METHODS, Informant, InformantRole, Role, Site
from models.design import Study as StudyRow


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write the setting; a part for which the study holds nothing is left out."""
    document.heading(document.say_chapter("setting.title"), 1, new_page=True)
    with study.read() as connection:
        purpose = connection.scalar(select(StudyRow.purpose)) or ""
        if purpose.strip():
            document.text(purpose.strip())
        write_questions(connection, document)
        _sites(connection, document)
        _voices(connection, document)


def _sites(connection: Connection, document: ReportDocument) -> None:
    """Write the sites as a list: the first table of a chapter is one of its data."""
    sites = connection.execute(
        select(Site.name, Site.address).order_by(Site.position, Site.id)
    ).all()
    if sites:
        document.heading(document.say("design.sites"), 2)
        for name, address in sites:
            document.list_item(f"{name}, {address}" if address else name)


def _voices(connection: Connection, document: ReportDocument) -> None:
    """Write how many informants spoke in each role, and by which methods."""
    methods = Counter(connection.scalars(select(Source.method)))
    informants = set(connection.scalars(select(Informant.id)))
    if not methods:
        return
    own = select(InformantRole.informant_id, InformantRole.role_id)
    spoken = select(Participation.informant_id, Participation.role_id).where(
        Participation.informant_id.is_not(None), Participation.role_id.is_not(None)
    )
    pairs = {(row[0], row[1]) for query in (own, spoken) for row in connection.execute(query)}
    heard = set(connection.scalars(select(Participation.informant_id)))
    roles = connection.execute(select(Role.id, Role.name).order_by(Role.position, Role.id)).all()
    document.heading(document.say_chapter("setting.voices"), 2)
    document.text(
        document.say_chapter(
            "setting.voices_text",
            heard=len(heard & informants),
            informants=len(informants),
            sources=methods.total(),
        )
    )
    for key, name in roles:
        known = {informant for informant, role in pairs if role == key}
        if known:
            counts = {"known": len(known), "heard": len(known & heard)}
            document.list_item(document.say_chapter("setting.role", role=name, **counts))
    for method in METHODS:
        if methods[method]:
            letter = say(f"study.letters.{method}", document.language)
            named = say(f"study.methods.{method}", document.language)
            document.list_item(
                document.say_chapter(
                    "setting.method", method=named, letter=letter, count=methods[method]
                )
            )
    planned, done = coverage_counts(connection)
    if planned:
        document.text(document.say("design.coverage_text", planned=planned, done=done))
