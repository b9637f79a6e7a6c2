import pytest
from sqlalchemy import insert

from app.reduce.code_editing import add_code, add_path
from models.collection import Source, SourceText
from models.design import Coder, Informant
from models.reduction import Coding, Excerpt

LABEL = "study.methods.interview"
TEXT = "Time, above all, 😀 and the projector that we borrow from the office. " * 4


class Laid:
    """Puts codings into a study by code name, source, span and who speaks."""

    def __init__(self, study):
        self.study, self.codes, self.spans = study, {}, {}
        with study.change(LABEL) as session:
            session.add_all([Informant(id=n, code=f"I-{n}") for n in range(1, 6)])
            session.add(Coder(id=9, name="Other"))
            for n in range(1, 5):
                session.add(
                    Source(id=n, title=f"S{n}", reference=f"I/{n}", method="interview",
                           length=len(TEXT))
                )  # fmt: skip
                session.add(SourceText(source_id=n, text=TEXT))

    def code(self, path):
        name = path.rpartition(" > ")[2]
        self.codes[name] = add_path(self.study, path) if ">" in path else add_code(self.study, name)
        return self.codes[name]

    def coding(self, name, source, start, end, speaker=None, coder=1, set_aside=False):
        if name not in self.codes:
            self.code(name)
        with self.study.change(LABEL) as session:
            span = (source, start, end)
            if span not in self.spans:
                excerpt = Excerpt(
                    source_id=source, start=start, end=end, speaker_id=speaker, set_aside=set_aside
                )
                session.add(excerpt)
                session.flush()
                self.spans[span] = excerpt.id
            row = {"excerpt_id": self.spans[span], "code_id": self.codes[name], "coder_id": coder}
            return session.execute(insert(Coding).returning(Coding.id), row).scalar_one()


@pytest.fixture
def laid(study):
    return Laid(study)
