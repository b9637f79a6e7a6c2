import os

import pytest
from hypothesis import settings

# How long an example takes depends on what else the machine does; figures stand in benchmarks/.
# The same examples every time: what fails, fails for whoever looks. Others are looked for with
# pytest --hypothesis-profile=others
settings.register_profile("tilik", deadline=None, derandomize=True)
settings.register_profile("others", deadline=None)
settings.load_profile("tilik")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def study(tmp_path):
    """A new, empty study in English."""
    from app.study_files import create_study

    study = create_study(tmp_path / "study", "A study")
    yield study
    study.close()
