import os
import shutil
from pathlib import Path

import pytest

from benchmarks.made_study import made_study

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("made")


@pytest.fixture(scope="session")
def made(folder):
    """The study of the table: 200 sources × 40,000 characters, 150 codes, 20,000 codings."""
    return made_study(folder / "made.tilik")


@pytest.fixture(scope="session")
def made_large(folder):
    """Five times the sources and the codings."""
    return made_study(folder / "large.tilik", sources=1000, codings=100_000)


@pytest.fixture(scope="session")
def long_study(folder):
    """One source of 1,000,000 characters with 5,000 codings."""
    return made_study(folder / "long.tilik", sources=1, characters=1_000_000, codings=5_000)


@pytest.fixture(scope="session")
def sample(folder):
    """The sample study."""
    from app.sample import write_sample

    return write_sample(folder / "sample.tilik", "en")


@pytest.fixture
def copied(tmp_path):
    """A copy of a study that a benchmark may change."""

    def copy(path: Path) -> Path:
        return Path(shutil.copy(path, tmp_path / path.name))

    return copy
