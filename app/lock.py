"""One writer for a study: a lock file beside it, held as long as the study is open.

The operating system frees the lock when the program ends, however it ends.
"""

import os
from pathlib import Path

from filelock import FileLock, Timeout


class StudyLock:
    """The right to write one study."""

    def __init__(self, path: Path) -> None:
        """Prepare the lock of the study at `path`; `acquire` takes it."""
        self._lock = FileLock(path.with_name(f".{path.name}.lock"), is_singleton=False)

    def acquire(self) -> bool:
        """Take the lock; False where another window or program holds it.

        Raises OSError where the folder cannot be written.
        """
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        return True

    def release(self) -> None:
        """Give the lock back and take its file away."""
        if os.name == "posix":  # elsewhere an open file cannot be taken away; the lock does it
            Path(self._lock.lock_file).unlink(missing_ok=True)
        self._lock.release()
