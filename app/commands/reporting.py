"""The command that writes the report."""

import argparse
from pathlib import Path
from typing import Any

from app.commands.terminal import Arguments, opened, study_argument
from app.language.words import LANGUAGES, say

PRINTERS: dict[str, Any] = {}
"""What only the window's side can do, put here by the front door: "pdf" prints a report."""


def report_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what `report` takes."""
    study_argument(parser)
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE.docx|.html|.xlsx|.pdf"
    )
    parser.add_argument("--language", choices=LANGUAGES, help="that of the study, if not said")
    parser.add_argument("--shape", default="report", metavar="report|chapter")
    parser.add_argument("--template", type=Path, metavar="FILE.docx", help="whose styles to take")
    parser.add_argument("--sections", metavar="LIST", help="their names, with commas between")
    parser.add_argument("--transcripts", default="table", metavar="table|comments")
    parser.add_argument("--footnotes", action="store_true", help="source lines as footnotes")
    parser.add_argument(
        "--new", action="store_true", help="do not keep what was written in the file before"
    )


def report(given: Arguments, language: str) -> None:
    """Write the report of a study: to Word, HTML, a workbook, or PDF."""
    from app.report.recipe import ReportRecipe
    from app.report.writing import write_report

    sections = given.sections.split(",") if given.sections is not None else None
    with opened(given.study) as study:
        recipe = ReportRecipe(
            language=given.language or study.language,
            sections=None if sections is None else tuple(s.strip() for s in sections if s.strip()),
            shape=given.shape,
            transcripts=given.transcripts,
            footnotes=given.footnotes,
            template=given.template,
            live=not given.new,
        )
        written = write_report(study, given.output, recipe, printer=PRINTERS.get("pdf"))
    for change in written.changes if written else ():
        print(f"{say(f'chapter.changes.{change.kind}', language)}: {change.title}".rstrip(": "))
    print(say("cli.written", language, name=given.output))
    if written and written.before:
        print(say("chapter.copy_kept", language, name=written.before))
