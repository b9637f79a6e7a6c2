import pytest

from app.reduce.excerpts import excerpt_at
from models.collection import Participation, Source, SourceText
from models.design import Category, Coverage, Informant, InformantRole, Instrument, Role, Site
from models.reduction import Code, Coding

TEXT = "one two three four five six seven eight nine ten"


@pytest.fixture
def told(study):
    """Codes A > A1, A2 and B; KS-01 in an interview and in an observation, a document alone."""
    with study.change("study.methods.interview") as session:
        session.add_all(
            [
                Site(id=1, name="Ciawi 01"),
                Category(id=1, name="principal"),
                Category(id=2, name="document"),
                Informant(id=1, code="KS-01", category_id=1, site_id=1),
                Informant(id=2, code="G-01", position=1),
                Code(id=1, name="A"),
                Code(id=2, name="A1", parent_id=1),
                Code(id=3, name="A2", parent_id=1),
                Code(id=4, name="B", position=1),
                Instrument(id=1, name="Guide"),
                Coverage(informant_id=1, instrument_id=1, state="done"),
            ]
        )
        role = session.query(Role).filter_by(kind="key_person").one().id
        session.add(InformantRole(informant_id=1, role_id=role))
        sources = [
            (1, "interview", 1, None, None),
            (2, "observation", 1, None, None),
            (3, "documentation", None, 2, None),
        ]
        for key, method, person, category, _ in sources:
            session.add(
                Source(id=key, title="t", reference=f"r{key}", method=method, length=len(TEXT))
            )
            session.add(SourceText(source_id=key, text=TEXT))
            session.add(Participation(source_id=key, informant_id=person, category_id=category))
        session.flush()
        for key, word, code, direction in (
            (1, "one", 2, "affirms"),
            (1, "two", 3, "denies"),
            (1, "one", 4, "affirms"),
            (2, "three", 2, "affirms"),
            (3, "four", 1, "mixed"),
        ):
            start = TEXT.index(word)
            excerpt = excerpt_at(session, key, start, start + len(word))
            session.add(Coding(excerpt_id=excerpt, code_id=code, coder_id=1, direction=direction))
    return study
