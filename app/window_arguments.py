"""What `main.py` without a command takes: a study to open, or --sample."""

from dataclasses import dataclass
from pathlib import Path

from app.command_line import OneSentenceParser
from app.language.words import LANGUAGES


@dataclass(frozen=True, slots=True)
class WindowArguments:
    """What the window is to open with."""

    study: Path | None
    sample: bool
    language: str


def parse(arguments: list[str]) -> WindowArguments:
    """Read the arguments; argparse ends the program with status 2 where they are wrong."""
    from app.cli import COMMANDS

    parser = OneSentenceParser(
        prog="main.py",
        description="Tilik: qualitative research coding with triangulation of method and source.",
        epilog="Commands, each with --help: " + ", ".join(COMMANDS),
    )
    parser.add_argument("study", nargs="?", type=Path, help="a study to open")
    parser.add_argument("--sample", action="store_true", help="open the sample study")
    parser.add_argument("--language", choices=LANGUAGES, default="", help="of the window")
    read = parser.parse_args(arguments)
    wanted = read.study
    if wanted is not None and not wanted.suffix and len(wanted.parts) == 1 and not wanted.exists():
        parser.error(f"there is no command and no study “{wanted}”")
    return WindowArguments(read.study, read.sample, read.language)
