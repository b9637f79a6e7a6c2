"""Appendix: the instruments, by which method they collect and how many informants they reached."""

from collections import Counter

from sqlalchemy import select

from app.language.words import say
from app.report.document import ReportDocument
from app.report.recipe import ReportRecipe
from app.report.sections.design import write_questions
from app.study import Study
from models.design import Coverage, Instrument


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write the instruments as a table, and the foci that they ask about."""
    with study.read() as connection:
        rows = connection.execute(
            select(Instrument.id, Instrument.name, Instrument.method).order_by(
                Instrument.position, Instrument.id
            )
        ).all()
        if not rows:
            return
        states = Counter(
            (row.instrument_id, row.state)
            for row in connection.execute(
                select(Coverage.instrument_id, Coverage.state).where(
                    Coverage.instrument_id.is_not(None)
                )
            )
        )
        document.heading(document.say_chapter("instruments.title"), 1, new_page=True)
        heads = ("instrument", "planned", "done")
        names = [document.say_chapter(f"instruments.{head}") for head in heads]
        document.table(
            document.say_chapter("instruments.caption"),
            [document.say("number"), names[0], document.say("method"), *names[1:]],
            [
                [
                    str(number),
                    row.name,
                    say(f"study.methods.{row.method}", document.language),
                    str(states[row.id, "planned"] + states[row.id, "done"]),
                    str(states[row.id, "done"]),
                ]
                for number, row in enumerate(rows, 1)
            ],
            [1, 6, 3, 2.4, 2.4],
            numbers=[3, 4],
            source=document.say("own_data"),
        )
        write_questions(connection, document)
