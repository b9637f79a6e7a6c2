"""The setting of a chapter: where, who was heard and in which role, by which methods."""

from collections import Counter

from sqlalchemy import Connection, select

from app.language.words import say
from app.report.document import ReportDocument
from app.report.recipe import ReportRecipe
from app.report.references import reference
from app.report.sections.design import write_coverage, write_questions, write_sites
from app.study import Study
from models.collection import Participation, Source
from models.design import METHODS, Informant, InformantRole, Role
from models.design import Study as StudyRow


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write the setting; a part for which the study holds nothing is left out."""
    document.heading(document.say_chapter("setting.title"), 1, new_page=True)
    with study.read() as connection:
        purpose = connection.scalar(select(StudyRow.purpose)) or ""
        if purpose.strip():
            document.text(purpose.strip())
        write_questions(connection, document)
        write_sites(connection, document)
        _voices(connection, document)
        write_coverage(connection, document)


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
            roles=reference("roles"),
            methods=reference("methods"),
        )
    )
    rows = [
        [
            name,
            str(sum(1 for informant, role in pairs if role == key)),
            str(sum(1 for informant, role in pairs if role == key and informant in heard)),
        ]
        for key, name in roles
        if any(role == key for _, role in pairs)
    ]
    source = document.say("own_data")
    if rows:
        document.table(
            document.say_chapter("setting.roles_caption"),
            [
                document.say("role"),
                *(document.say_chapter(f"setting.{h}") for h in ("known", "heard")),
            ],
            rows,
            [6, 3, 3],
            numbers=[1, 2],
            source=source,
            name="roles",
        )
    document.table(
        document.say("design.methods_caption"),
        [document.say("letter"), document.say("method"), document.say("sources")],
        [
            [
                say(f"study.letters.{method}", document.language),
                say(f"study.methods.{method}", document.language),
                str(methods[method]),
            ]
            for method in METHODS
            if methods[method]
        ],
        [1, 4, 2],
        numbers=[2],
        source=source,
        name="methods",
    )
