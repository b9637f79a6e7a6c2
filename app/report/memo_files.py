"""Memos as a Word document, in the order in which the browser lists them."""

from collections.abc import Sequence
from pathlib import Path

from app.errors import UserError
from app.in_place import in_place
from app.language.words import say
from app.reduce.memo_browsing import FoundMemo, local_day, on_words
from app.reduce.memo_marks import plain
from app.reduce.names.table import names_shown
from app.report.summary_files import check_ending
from app.study import Study


def write_memos(
    study: Study, path: Path, found: Sequence[FoundMemo], language: str | None = None
) -> None:
    """Write memos to .docx, in place of a file of that name; links stand as the names they show.

    Pseudonyms stand for names where they are shown. Raises UserError for another ending or where
    there is none to write, EnvironmentProblem where the file cannot be written.
    """
    check_ending(path, (".docx",))
    if not found:
        raise UserError("summaries.nothing_to_print")
    from app.report.document import ReportDocument

    language, names = language or study.language, names_shown(study)
    document = ReportDocument(language)
    document.heading(say("summaries.print.memos_title", language), 1)
    for each in found:
        memo = each.memo
        document.heading(names.apply(memo.title), 2)
        kind = say(f"summaries.memo_kinds.{memo.kind}", language)
        told = (kind, on_words(each, language), memo.coder, f"{local_day(memo.made_at):%d/%m/%Y}")
        document.text(names.apply(" · ".join(part for part in told if part)))
        if memo.text.strip():
            document.text(names.apply(plain(memo.text)))
    with in_place(path) as part:
        document.finish(part)
