"""The front door: opens the window, or runs one command from a terminal."""

import gc
import sys
from typing import Any


def main(arguments: list[str]) -> int:
    """Run Tilik and return its exit status: 0 when done, 2 for bad input, with one sentence."""
    from app.cli import COMMANDS, run
    from app.commands.reporting import PRINTERS

    if arguments and arguments[0] in COMMANDS:
        PRINTERS["pdf"] = _print_pdf
        return run(arguments)
    from app.window_arguments import parse

    wanted = parse(arguments)
    import_first()
    from ui.screen import what_is_missing

    missing = what_is_missing()
    if missing:
        print(missing, file=sys.stderr)
        return 2
    from ui.application import show

    return show(wanted.study, sample=wanted.sample, language=wanted.language)


def _print_pdf(*given: Any) -> None:
    """Print a report: Qt does it, and is imported only now."""
    from ui.report.pdf import print_pdf

    print_pdf(*given)


def import_first() -> None:
    """Import what needs no Qt before Qt comes, whose import hook slows every later import down."""
    # Nothing made while the window opens is rubbish: looking for it would only delay it.
    gc.disable()
    import app.backup
    import app.history
    import app.study_files  # noqa: F401


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
