import shutil
from datetime import date
from itertools import count

import pytest

from app.reduce.code_editing import add_code
from app.study_files import create_study, open_study
from models import fulltext
from models.collection import Participation, Source, SourceText, Turn
from models.design import Informant

TEXT = "P: What keeps it going? 😀\nKS-01: Time, above all: the projector we borrow.\nKS-01: Élan."


@pytest.fixture
def source(study):
    """A source with an emoji before its codings, turns of the researcher and of KS-01."""
    return collected(study)


def collected(study):
    """Put the source into a study and return its id."""
    with study.change("study.methods.interview") as session:
        session.add(Informant(id=1, code="KS-01"))
        session.add(
            Source(
                id=1,
                title="KS",
                reference="I/KS-01",
                method="interview",
                date=date(2017, 1, 12),
                length=len(TEXT),
            )
        )
        session.add(SourceText(source_id=1, text=TEXT))
        session.add(Participation(source_id=1, informant_id=1))
        first = TEXT.index("\n") + 1
        session.add(Turn(source_id=1, start=0, end=first - 1, speaker="P", is_researcher=True))
        session.add(Turn(source_id=1, start=first, end=len(TEXT), speaker="KS-01", informant_id=1))
        fulltext.index_text(session.connection(), 1, TEXT)
    return 1


@pytest.fixture
def span():
    """Where some words stand in the text."""
    return lambda words: (TEXT.index(words), TEXT.index(words) + len(words))


@pytest.fixture(scope="session")
def fresh(tmp_path_factory):
    """Give a new study as often as it is called: copied, for making one takes its time."""
    folder = tmp_path_factory.mktemp("fresh")
    empty = create_study(folder / "empty", "A study")
    empty.close()
    numbers = count()

    def new():
        return open_study(shutil.copy(empty.path, folder / f"{next(numbers)}.tilik"))

    return new


@pytest.fixture(scope="session")
def fresh_source(tmp_path_factory):
    """Give a new study with the source and two codes as often as it is called."""
    folder = tmp_path_factory.mktemp("fresh-source")
    made = create_study(folder / "made", "A study")
    collected(made)
    add_code(made, "One")
    add_code(made, "Two")
    made.close()
    numbers = count()

    def new():
        return open_study(shutil.copy(made.path, folder / f"{next(numbers)}.tilik")), 1

    return new
