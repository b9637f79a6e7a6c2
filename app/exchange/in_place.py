"""A file that takes its place when it is whole: what stood there stays until then."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.faults import in_plain_words
from app.study_files import check_folder


@contextmanager
def in_place(path: Path) -> Iterator[Path]:
    """Give a file to write; it takes the place of `path` when the block ends well.

    Raises UserError where the folder is missing, EnvironmentProblem where it cannot be written.
    """
    check_folder(path)
    part = path.with_name(f".{path.name[:80]}.{os.getpid()}.part")
    with in_plain_words(path):
        try:
            yield part
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)
