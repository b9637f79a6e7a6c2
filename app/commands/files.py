"""Commands on study files: made, brought into, written, merged, checked, their history."""

import argparse
from pathlib import Path

from app.commands.terminal import Arguments, day, opened, print_json, print_table, study_argument
from app.errors import UserError
from app.language.words import DEFAULT_LANGUAGE, LANGUAGES, say


def sample_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what `sample` takes."""
    parser.add_argument("path", type=Path)
    parser.add_argument("--language", choices=LANGUAGES, default="id")


def sample(given: Arguments, language: str) -> None:
    """Write the sample study."""
    from app.sample import write_sample

    path = write_sample(given.path, given.language)
    print(say("cli.written", language, name=path))


def new_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what `new` takes."""
    parser.add_argument("path", type=Path)
    parser.add_argument("--title", required=True)
    parser.add_argument("--language", choices=LANGUAGES, default=DEFAULT_LANGUAGE)


def new(given: Arguments, language: str) -> None:
    """Make an empty study."""
    from app.study_files import create_study

    study = create_study(given.path, given.title, given.language)
    study.close()
    print(say("cli.written", language, name=study.path))


def collect_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what `collect` takes."""
    study_argument(parser)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--method", required=True, help="interview, observation, questionnaire …")
    parser.add_argument("--informant", action="append", default=[], metavar="CODE")
    parser.add_argument("--site", default="", metavar="NAME")
    parser.add_argument("--date", type=day, default=None, metavar="YYYY-MM-DD")


def collect(given: Arguments, language: str) -> None:
    """Bring transcripts into a study."""
    from app.collect.importing import collect_files

    with opened(given.study, writing=True) as study:
        report = collect_files(
            study, given.files, given.method, given.informant, given.site, given.date
        )
        print(report.sentence(language))
        if report.refused and not report.imported:
            raise report.refused[0].problem


def import_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what `import` takes."""
    study_argument(parser)
    kinds = (
        "a project (.qdpx, .qde, .qda, .sqlite3, .rqda), a code book (.qdc), exported highlights "
        "(.csv, .xlsx, .html) or a coded spreadsheet (.csv, .xlsx)"
    )
    parser.add_argument("file", type=Path, metavar="FILE", help=kinds)
    parser.add_argument("--report", type=Path, metavar="FILE.json", help="save what came, and how")


def import_(given: Arguments, language: str) -> None:
    """Import a project of another program, a code book or a coded spreadsheet into a study."""
    from app.exchange.kinds import import_any, save_report
    from app.in_place import check_writable

    if given.report:
        check_writable(given.report)
    with opened(given.study, writing=True) as study:
        report = import_any(study, given.file)
        print(report.sentence(language))
    if given.report:
        save_report(report, given.report, language)


def export_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what `export` takes."""
    study_argument(parser)
    kinds = "FILE.qdpx|.qdc|.json|.xlsx|FOLDER"
    parser.add_argument("-o", "--output", type=Path, required=True, metavar=kinds)


def export(given: Arguments, language: str) -> None:
    """Write a study as a REFI-QDA project or code book, or its tables as JSON, xlsx or CSV."""
    from app.exchange.exporting import export_study

    with opened(given.study) as study:
        export_study(study, given.output)
    print(say("cli.written", language, name=given.output))


def merge_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what `merge` takes."""
    study_argument(parser)
    parser.add_argument("other", type=Path, metavar="OTHER", help="the copy to merge into it")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
    parser.add_argument(
        "--take", default="mine", choices=("mine", "theirs"), help="what was changed on both sides"
    )
    parser.add_argument("--force", action="store_true", help="merge what is no copy, by names")
    parser.add_argument("--report", type=Path, metavar="FILE.json|.txt", help="save what was done")


def merge(given: Arguments, language: str) -> None:
    """Merge what was done in a copy of a study into it, or say what that would do."""
    from app.exchange.merging.merging import merge, plan_merge
    from app.exchange.merging.plan import save_plan
    from app.in_place import check_writable

    if given.report:
        check_writable(given.report)
    with opened(given.study, writing=not given.dry_run) as study:
        try:
            plan = plan_merge(study, given.other, force=given.force)
        except UserError as problem:
            if problem.key != "merging.other_study":
                raise
            raise UserError("merging.by_names", **problem.values) from problem
        choices = {asked.key: given.take for asked in plan.asked}
        if not given.dry_run:
            plan = merge(study, given.other, choices, force=given.force)
    print(plan.as_text(language, choices))
    if given.report:
        save_plan(plan, given.report, language, choices)


def check_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what `check` takes."""
    study_argument(parser)


def check(given: Arguments, language: str) -> None:
    """Check a study: file, positions, history."""
    from app.check import check

    with opened(given.study) as study:
        report = check(study)
    if report.faults:
        for fault in report.faults[:-1]:
            print(fault.sentence(language))
        last = report.faults[-1]
        raise UserError(last.key, **last.values)
    counts = {"steps": report.steps, "sources": report.sources, "codings": report.codings}
    print(say("study.check.well", language, name=given.study.name, **counts))


def history_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what `history` takes."""
    study_argument(parser, as_json=True)


def history(given: Arguments, language: str) -> None:
    """List the steps of a study, the oldest first."""
    from app.history import steps

    with opened(given.study) as study:
        found = steps(study)[::-1]
    if given.json:
        print_json(
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
    print_table([[say(f"cli.history.{head}", language) for head in heads], *rows])
