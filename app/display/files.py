"""Writing a file in place of another: whole, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import UserError
from app.faults import in_plain_words, one_line


@contextmanager
def in_place(path: Path) -> Iterator[Path]:
    """Give a path beside `path` to write to; at the end the file there takes its place.

    What stood at `path` stays as it was where writing fails. Raises EnvironmentProblem where the
    folder cannot be written or the disk is full.
    """
    if not path.absolute().parent.is_dir():
        raise UserError("study.no_folder", name=one_line(str(path.parent)))
    part = path.with_name(f".{path.name}.part")
    with in_plain_words(path):
        try:
            yield part
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
