"""The same use-cases from a terminal: `main.py COMMAND …`.

Exit status 0 when done; 2 with one sentence on standard error for bad input.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from app.command_line import BAD_INPUT, OneSentenceParser
from app.errors import StudyProblem, UserError
from app.language.words import DEFAULT_LANGUAGE, LANGUAGES, say
from app.study import Study

Arguments = argparse.Namespace
PRINTERS: dict[str, Any] = {}
"""What only the window's side can do, put here by the front door: "pdf" prints a report."""


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    language = _language()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a file or pipe that cannot take every letter
            stream.reconfigure(errors="backslashreplace")
    parsed = _parser().parse_args(arguments)
    try:
        for argument in arguments:
            argument.encode()
        COMMANDS[parsed.command][1](parsed, language)
    except StudyProblem as problem:
        print(problem.sentence(language), file=sys.stderr)
        return BAD_INPUT
    except UnicodeEncodeError:  # an argument in bytes that are not UTF-8
        print(say("cli.not_utf8", language), file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:  # whoever read our lines has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _language() -> str:
    spoken = (os.environ.get("LC_ALL") or os.environ.get("LANG") or "")[:2]
    return spoken if spoken in LANGUAGES else DEFAULT_LANGUAGE


def _parser() -> argparse.ArgumentParser:
    parser = OneSentenceParser(prog="main.py")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (arguments, function) in COMMANDS.items():
        words = (function.__doc__ or "").strip()
        arguments(commands.add_parser(name, help=words, description=words))
    return parser


@contextmanager
def _opened(path: Path, *, writing: bool = False) -> Iterator[Study]:
    from app.study_files import open_study

    study = open_study(path)
    try:
        if writing and study.read_only:
            raise UserError(study.why_read_only)
        yield study
    finally:
        study.close()


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words} is not a date of the form 2017-01-31") from None


def _study_argument(parser: argparse.ArgumentParser, *, as_json: bool = False) -> None:
    parser.add_argument("study", type=Path, help="the study file")
    if as_json:
        parser.add_argument("--json", action="store_true", help="print JSON")


def _sample_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=Path)
    parser.add_argument("--language", choices=LANGUAGES, default="id")


def _sample(given: Arguments, language: str) -> None:
    """Write the sample study."""
    from app.sample import write_sample

    path = write_sample(given.path, given.language)
    print(say("cli.written", language, name=path))


def _new_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=Path)
    parser.add_argument("--title", required=True)
    parser.add_argument("--language", choices=LANGUAGES, default=DEFAULT_LANGUAGE)


def _new(given: Arguments, language: str) -> None:
    """Make an empty study."""
    from app.study_files import create_study

    study = create_study(given.path, given.title, given.language)
    study.close()
    print(say("cli.written", language, name=study.path))


def _collect_arguments(parser: argparse.ArgumentParser) -> None:
    _study_argument(parser)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--method", required=True, help="interview, observation, questionnaire …")
    parser.add_argument("--informant", action="append", default=[], metavar="CODE")
    parser.add_argument("--site", default="", metavar="NAME")
    parser.add_argument("--date", type=_day, default=None, metavar="YYYY-MM-DD")


def _collect(given: Arguments, language: str) -> None:
    """Bring transcripts into a study."""
    from app.collect.importing import collect_files

    with _opened(given.study, writing=True) as study:
        report = collect_files(
            study, given.files, given.method, given.informant, given.site, given.date
        )
        print(report.sentence(language))
        if report.refused and not report.imported:
            raise report.refused[0].problem


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    _study_argument(parser)
    kinds = (
        "a project (.qdpx, .qde, .qda, .sqlite3, .rqda), a code book (.qdc), exported highlights "
        "(.csv, .xlsx, .html) or a coded spreadsheet (.csv, .xlsx)"
    )
    parser.add_argument("file", type=Path, metavar="FILE", help=kinds)
    parser.add_argument("--report", type=Path, metavar="FILE.json", help="save what came, and how")


def _import(given: Arguments, language: str) -> None:
    """Import a project of another program, a code book or a coded spreadsheet into a study."""
    from app.exchange.kinds import import_any, save_report
    from app.study_files import check_folder

    if given.report:
        check_folder(given.report)
    with _opened(given.study, writing=True) as study:
        report = import_any(study, given.file)
        print(report.sentence(language))
    if given.report:
        save_report(report, given.report, language)


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    _study_argument(parser)
    kinds = "FILE.qdpx|.qdc|.json|.xlsx|FOLDER"
    parser.add_argument("-o", "--output", type=Path, required=True, metavar=kinds)


def _export(given: Arguments, language: str) -> None:
    """Write a study as a REFI-QDA project or code book, or its tables as JSON, xlsx or CSV."""
    from app.exchange.exporting import export_study

    with _opened(given.study) as study:
        export_study(study, given.output)
    print(say("cli.written", language, name=given.output))


def _merge_arguments(parser: argparse.ArgumentParser) -> None:
    _study_argument(parser)
    parser.add_argument("other", type=Path, metavar="OTHER", help="the copy to merge into it")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
    parser.add_argument(
        "--take", default="mine", choices=("mine", "theirs"), help="what was changed on both sides"
    )
    parser.add_argument("--force", action="store_true", help="merge what is no copy, by names")
    parser.add_argument("--report", type=Path, metavar="FILE.json|.txt", help="save what was done")


def _merge(given: Arguments, language: str) -> None:
    """Merge what was done in a copy of a study into it, or say what that would do."""
    from app.exchange.merging.merging import merge, plan_merge
    from app.exchange.merging.plan import save_plan
    from app.study_files import check_folder

    if given.report:
        check_folder(given.report)
    with _opened(given.study, writing=not given.dry_run) as study:
        plan = plan_merge(study, given.other, force=given.force)
        choices = {asked.key: given.take for asked in plan.asked}
        if not given.dry_run:
            plan = merge(study, given.other, choices, force=given.force)
    print(plan.as_text(language, choices))
    if given.report:
        save_plan(plan, given.report, language, choices)


def _matrix_arguments(parser: argparse.ArgumentParser) -> None:
    _study_argument(parser, as_json=True)
    dimensions = "code, method, role, category, site, informant or source"
    parser.add_argument("--rows", default="code", help=dimensions)
    parser.add_argument("--columns", default="method", help=dimensions)
    parser.add_argument("--count", default="excerpts", help="excerpts, informants or sources")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE.xlsx|.csv")


def _matrix(given: Arguments, language: str) -> None:
    """Build a matrix of codes by method, role, category, site, informant or source."""
    from app.display.exporting import as_table, write_matrix
    from app.display.matrix import build_matrix, matrix_json, recipe_from_words

    recipe = recipe_from_words(given.rows, given.columns, given.count)
    with _opened(given.study) as study:
        matrix = build_matrix(study, recipe)
        if given.output:
            write_matrix(matrix, given.output, study.language)
            print(say("cli.written", language, name=given.output))
        elif given.json:
            _print_json(matrix_json(matrix))
        else:
            _print_table(as_table(matrix, language))


def _triangulate_arguments(parser: argparse.ArgumentParser) -> None:
    _study_argument(parser, as_json=True)
    parser.add_argument("--by", metavar="DIMENSION", help="method, category, role, site or period")


def _triangulate(given: Arguments, language: str) -> None:
    """Triangulate every code and finding, in all or by one dimension."""
    from app.verify.readings import readings_json, readings_table
    from app.verify.triangulation import triangulation_json, triangulation_table

    with _opened(given.study) as study:
        if given.by and given.json:
            _print_json(readings_json(study, given.by, language))
        elif given.by:
            _print_table(readings_table(study, given.by, language))
        elif given.json:
            _print_json(triangulation_json(study))
        else:
            _print_table(triangulation_table(study, language))


def _member_arguments(parser: argparse.ArgumentParser) -> None:
    _study_argument(parser)
    parser.add_argument("--informant", required=True, metavar="CODE", help="whom to ask")
    parser.add_argument("-o", "--output", metavar="FILE.docx", help="the sheet to be written")
    parser.add_argument("--read", metavar="FILE.docx", help="a filled sheet to be read back")
    parser.add_argument("--language", choices=LANGUAGES, help="of the sheet")


def _member_check(given: Arguments, language: str) -> None:
    """Write the claims that rest on an informant for them to confirm, or read their answers."""
    from app.report.member_sheet import informant_called, read_sheet, write_sheet

    with _opened(given.study) as study:
        informant = informant_called(study, given.informant)
        if given.read:
            found = read_sheet(study, Path(given.read))
            print(say("cli.answers", language, answered=found.answered, claims=found.claims))
        else:
            output = given.output or f"{given.informant}.docx"
            write_sheet(study, informant, Path(output), given.language)
            print(say("cli.written", language, name=output))


def _gaps_arguments(parser: argparse.ArgumentParser) -> None:
    _study_argument(parser, as_json=True)
    parser.add_argument("-o", "--output", metavar="FILE.docx", help="questions by informant")


def _gaps(given: Arguments, language: str) -> None:
    """List what is missing to settle each focus and finding, or write it as interview questions."""
    from app.verify.gaps import gaps_json, gaps_table

    with _opened(given.study) as study:
        if given.output:
            from app.report.fieldwork import write_fieldwork

            write_fieldwork(study, Path(given.output))
            print(say("cli.written", language, name=given.output))
        elif given.json:
            _print_json(gaps_json(study, language))
        else:
            _print_table(gaps_table(study, language))


def _compare_arguments(parser: argparse.ArgumentParser) -> None:
    _study_argument(parser, as_json=True)
    group = "a role, category, site, period, attribute (gender: f) or informant"
    parser.add_argument("--left", metavar="GROUP", help=f"{group}; key persons, if not said")
    parser.add_argument("--right", metavar="GROUP", help="verification respondents, if not said")
    parser.add_argument("--by", default="code", choices=("code", "theme", "finding"))
    parser.add_argument("--roles", action="store_true", help="key, core and verification at once")
    parser.add_argument("--verifiers", action="store_true", help="each with those whom they verify")


def _compare(given: Arguments, language: str) -> None:
    """Compare key persons with verification respondents, any two groups, or all three roles."""
    from app.verify import comparison, three_roles

    if given.roles + given.verifiers + bool(given.left or given.right) > 1:
        raise UserError("compare.one_choice")
    with _opened(given.study) as study:
        if given.roles and given.json:
            _print_json(three_roles.three_roles_json(study, given.by))
        elif given.roles:
            _print_table(three_roles.three_roles_table(study, language, given.by))
        elif given.verifiers and given.json:
            _print_json(three_roles.verifiers_json(study, given.by))
        elif given.verifiers:
            _print_table(three_roles.verifiers_table(study, language, given.by))
        elif given.json:
            _print_json(comparison.comparison_json(study, given.left, given.right, given.by))
        else:
            found = comparison.compare_named(study, given.left, given.right, given.by)
            _print_table(comparison.as_table(found, language))
            for sentence in comparison.one_sided(found, language):
                print(sentence)


def _agreement_arguments(parser: argparse.ArgumentParser) -> None:
    _study_argument(parser, as_json=True)
    parser.add_argument(
        "--unit", default="characters", choices=("characters", "sentences", "segments")
    )


def _agreement(given: Arguments, language: str) -> None:
    """Measure how coders agree: every pair, by code and source."""
    from app.verify.agreement.agreement import all_pairs
    from app.verify.agreement.as_table import agreement_json, agreement_table

    with _opened(given.study) as study:
        found = all_pairs(study, given.unit)
    if given.json:
        _print_json(agreement_json(found))
    elif found:
        _print_table(agreement_table(found, language))
    else:
        print(say("agreement.one_coder", language))


def _audit_arguments(parser: argparse.ArgumentParser) -> None:

    _study_argument(parser)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.xlsx|.csv|.docx")
    parser.add_argument(
        "--kind", action="append", default=[], metavar="KIND", help="code, finding …"
    )
    parser.add_argument("--coder", metavar="NAME")
    parser.add_argument("--since", type=_day, metavar="YYYY-MM-DD")
    parser.add_argument("--until", type=_day, metavar="YYYY-MM-DD")
    parser.add_argument("--words", default="", help="only steps that say these words")
    parser.add_argument("--undone", action="store_true", help="also what was taken back")


def _audit(given: Arguments, language: str) -> None:
    """Write the audit trail: who, when, what, before, after, reason."""
    from app.report.audit_files import write_audit
    from app.verify.audit.trail import Wanted

    wanted = Wanted(
        *(tuple(given.kind), given.coder, given.since, given.until, given.words),
        undone=given.undone,
    )
    with _opened(given.study) as study:
        write_audit(study, given.output, wanted)
    print(say("cli.written", language, name=given.output))


def _search_arguments(parser: argparse.ArgumentParser) -> None:
    _study_argument(parser, as_json=True)
    parser.add_argument("words")
    parser.add_argument("--lemma", action="store_true", help="find all forms of the words")
    parser.add_argument("--regex", action="store_true", help="the words are a regular expression")


def _search(given: Arguments, language: str) -> None:
    """Find words in all sources."""
    from app.reduce.finding.paragraphs import paragraphs_with
    from app.reduce.search import search

    with _opened(given.study) as study:
        if given.lemma or given.regex:
            found = paragraphs_with(study, given.words, lemma=given.lemma, pattern=given.regex)
        else:
            found = search(study, given.words, limit=10_000).hits
        hits = [
            {
                "source": hit.reference,
                "line": study.texts.line_of(hit.source_id, hit.spans[0][0]),
                "spans": [list(span) for span in hit.spans],
                "passage": hit.passage,
            }
            for hit in found
        ]
    if given.json:
        _print_json(hits)
        return
    for hit in hits:
        print(f"{hit['source']}:{hit['line']}: {hit['passage']}")
    print(say("cli.found", language, count=len(hits)))


def _codebook_arguments(parser: argparse.ArgumentParser) -> None:
    _study_argument(parser)
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("-o", "--output", type=Path, metavar="FILE.xlsx|.csv|.docx")
    way.add_argument("--import", dest="take", type=Path, metavar="FILE")


def _codebook(given: Arguments, language: str) -> None:
    """Save the codebook of a study, or import one."""
    from app.reduce.codebook.importing import import_codebook
    from app.reduce.codebook.writing import write_codebook

    with _opened(given.study, writing=given.take is not None) as study:
        if given.take is not None:
            print(import_codebook(study, given.take).sentence(language))
            return
        count = write_codebook(study, given.output)
        print(say("codebook.report.saved", language, codes=count, name=given.output))


def _report_arguments(parser: argparse.ArgumentParser) -> None:
    _study_argument(parser)
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


def _report(given: Arguments, language: str) -> None:
    """Write the report of a study: to Word, HTML, a workbook, or PDF."""
    from app.report.recipe import ReportRecipe
    from app.report.writing import write_report

    sections = given.sections.split(",") if given.sections is not None else None
    with _opened(given.study) as study:
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


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    _study_argument(parser)


def _check(given: Arguments, language: str) -> None:
    """Check a study: file, positions, history."""
    from app.check import check

    with _opened(given.study) as study:
        report = check(study)
    if report.faults:
        for fault in report.faults[:-1]:
            print(fault.sentence(language))
        last = report.faults[-1]
        raise UserError(last.key, **last.values)
    counts = {"steps": report.steps, "sources": report.sources, "codings": report.codings}
    print(say("study.check.well", language, name=given.study.name, **counts))


def _history_arguments(parser: argparse.ArgumentParser) -> None:
    _study_argument(parser, as_json=True)


def _history(given: Arguments, language: str) -> None:
    """List the steps of a study, the oldest first."""
    from app.history import steps

    with _opened(given.study) as study:
        found = steps(study)[::-1]
    if given.json:
        _print_json(
            [
                {
                    "id": step.id,
                    "when": step.made_at.isoformat(),
                    "coder": step.coder,
                    "what": step.sentence(language),
                    "state": step.state,
                    "rows": step.rows,
                }
                for step in found
            ]
        )
        return
    rows = [
        [str(s.id), f"{s.made_at:%Y-%m-%d %H:%M:%S}", s.coder, s.state, s.sentence(language)]
        for s in found
    ]
    heads = ("step", "when", "who", "state", "what")
    _print_table([[say(f"cli.history.{head}", language) for head in heads], *rows])


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1, default=str))


def _print_table(rows: Sequence[Sequence[str]]) -> None:
    if not rows:
        return
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    for number, row in enumerate(rows):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())
        if number == 0:
            print("  ".join("-" * width for width in widths))


COMMANDS: dict[
    str, tuple[Callable[[argparse.ArgumentParser], None], Callable[[Arguments, str], None]]
] = {
    "sample": (_sample_arguments, _sample),
    "new": (_new_arguments, _new),
    "collect": (_collect_arguments, _collect),
    "import": (_import_arguments, _import),
    "export": (_export_arguments, _export),
    "merge": (_merge_arguments, _merge),
    "matrix": (_matrix_arguments, _matrix),
    "triangulate": (_triangulate_arguments, _triangulate),
    "gaps": (_gaps_arguments, _gaps),
    "member-check": (_member_arguments, _member_check),
    "compare": (_compare_arguments, _compare),
    "agreement": (_agreement_arguments, _agreement),
    "audit": (_audit_arguments, _audit),
    "search": (_search_arguments, _search),
    "codebook": (_codebook_arguments, _codebook),
    "report": (_report_arguments, _report),
    "check": (_check_arguments, _check),
    "history": (_history_arguments, _history),
}
