"""What the commands share: opening a study, reading a date, printing tables and JSON."""

import argparse
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from app.errors import UserError
from app.study import Study

Arguments = argparse.Namespace


@contextmanager
def opened(path: Path, *, writing: bool = False) -> Iterator[Study]:
    """Open a study for a block. Raises UserError where it must be written and cannot be."""
    from app.study_files import open_study

    study = open_study(path)
    try:
        if writing and study.read_only:
            raise UserError(study.why_read_only)
        yield study
    finally:
        study.close()


def day(words: str) -> date:
    """Read a date such as 2017-01-31."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words} is not a date of the form 2017-01-31") from None


def study_argument(parser: argparse.ArgumentParser, *, as_json: bool = False) -> None:
    """Let a command take a study, and offer to print JSON."""
    parser.add_argument("study", type=Path, help="the study file")
    if as_json:
        parser.add_argument("--json", action="store_true", help="print JSON")


def print_json(value: object) -> None:
    """Print a value as JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=1, default=str))


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows as columns that stand below each other."""
    if not rows:
        return
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    for number, row in enumerate(rows):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())
        if number == 0:
            print("  ".join("-" * width for width in widths))
