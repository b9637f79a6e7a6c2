"""The same use-cases from a terminal: `main.py COMMAND …`.

Exit status 0 when done; 2 with one sentence on standard error for bad input.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper

from app.command_line import BAD_INPUT, OneSentenceParser
from app.commands import coding, files, reporting, verifying
from app.commands.terminal import Arguments
from app.errors import StudyProblem
from app.language.words import DEFAULT_LANGUAGE, LANGUAGES, say


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


COMMANDS: dict[
    str, tuple[Callable[[argparse.ArgumentParser], None], Callable[[Arguments, str], None]]
] = {
    "sample": (files.sample_arguments, files.sample),
    "new": (files.new_arguments, files.new),
    "collect": (files.collect_arguments, files.collect),
    "import": (files.import_arguments, files.import_),
    "export": (files.export_arguments, files.export),
    "merge": (files.merge_arguments, files.merge),
    "matrix": (coding.matrix_arguments, coding.matrix),
    "triangulate": (verifying.triangulate_arguments, verifying.triangulate),
    "gaps": (verifying.gaps_arguments, verifying.gaps),
    "member-check": (verifying.member_arguments, verifying.member_check),
    "compare": (verifying.compare_arguments, verifying.compare),
    "agreement": (verifying.agreement_arguments, verifying.agreement),
    "audit": (verifying.audit_arguments, verifying.audit),
    "search": (coding.search_arguments, coding.search),
    "codebook": (coding.codebook_arguments, coding.codebook),
    "report": (reporting.report_arguments, reporting.report),
    "check": (files.check_arguments, files.check),
    "history": (files.history_arguments, files.history),
}
