import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def study(tmp_path):
    """A new, empty study in English."""
    from app.study_files import create_study

    study = create_study(tmp_path / "study", "A study")
    yield study
    study.close()
