"""What is missing, as interview questions by informant to take back to the field (Word)."""

from pathlib import Path

from app.errors import UserError
from app.in_place import in_place
from app.language.words import say
from app.reduce.names.table import names_shown
from app.study import Study
from app.verify.gaps import Gap, by_informant, gaps

ROOM = "\n" * 6
"""Lines to write an answer on."""


def write_fieldwork(study: Study, path: Path, language: str | None = None) -> int:
    """Write the questions to .docx, in place of a file of that name; return how many informants.

    Each informant has a page with room to answer; what nobody can be asked stands in a list.
    Nothing of what others said is printed. Raises UserError for another ending or where nothing
    is missing, EnvironmentProblem where the file cannot be written.
    """
    if path.suffix.lower() != ".docx":
        raise UserError("gaps.only_docx", name=path.name)
    language = language or study.language
    missing = gaps(study)
    people = by_informant(missing)
    things = [gap for gap in missing if not gap.done and not gap.informants]
    if not people and not things:
        raise UserError("gaps.print.nothing")
    from app.report.document import ReportDocument

    document = ReportDocument(language, names=names_shown(study))
    document.heading(say("gaps.print.title", language), 1)
    document.text(say("gaps.print.rule", language))
    for (_, code), asked in people.items():
        document.heading(code, 1, new_page=True)
        rows = [
            [str(n), question, ROOM] for n, question in enumerate(_questions(asked, language), 1)
        ]
        heads = [say(f"gaps.print.{name}", language) for name in ("number", "question", "answer")]
        document.table(code, heads, rows, [1, 8, 8], numbers=[0])
    if things:
        document.heading(say("gaps.print.things", language), 1, new_page=True)
        for gap in things:
            document.list_item(f"{gap.about(language)}: {gap.words(language)}")
    with in_place(path) as part:
        document.finish(part)
    return len(people)


def _questions(asked: list[Gap], language: str) -> list[str]:
    """Return the questions to one informant, each once."""
    return list(dict.fromkeys(q for gap in asked if (q := gap.question(language))))
