from datetime import date

import pytest
from sqlalchemy import insert

from app.reduce.code_editing import add_code, add_path
from models.collection import Participation, Source, SourceText
from models.design import Coder, Informant, InformantRole, Role, Site
from models.reduction import Coding, Excerpt

LABEL = "study.methods.interview"
TEXT = "satu dua tiga 😀 empat lima enam tujuh delapan sembilan sepuluh " * 3
SAID = ("direction", "weight", "memo")
METHOD = {1: "interview", 2: "observation", 3: "interview"}


class Laid:
    """Puts codings into a study by code name, source and span."""

    def __init__(self, study):
        self.study, self.codes = study, {}
        with study.change(LABEL) as session:
            self.roles = {role.kind: role.id for role in session.query(Role)}
            session.add_all(
                [Site(id=1, name="One", attributes={"kind": "state"}), Site(id=2, name="Two")]
            )
            session.add_all([
                Informant(id=1, code="G-01", attributes={"sex": "f", "a\"b": "x"}),
                Informant(id=2, code="KS-01", attributes={"sex": "m"}),
            ])  # fmt: skip
            session.add(InformantRole(informant_id=1, role_id=self.roles["core_respondent"]))
            session.add(InformantRole(informant_id=2, role_id=self.roles["key_person"]))
            session.add(Coder(id=9, name="Other"))
            for n, method in METHOD.items():
                session.add(
                    Source(id=n, title=f"S{n}", reference=f"{method[0].upper()}/{n}",
                           method=method, length=len(TEXT), site_id={1: 1, 2: 2}.get(n),
                           date=date(2017, n, 1) if n < 3 else None,
                           attributes={"form": "group"} if n == 3 else {})
                )  # fmt: skip
                session.add(SourceText(source_id=n, text=TEXT))
            session.add(Participation(source_id=1, informant_id=1))
            session.add(Participation(source_id=3, informant_id=2))

    def code(self, path):
        name = path.rpartition(" > ")[2]
        self.codes[name] = add_path(self.study, path) if ">" in path else add_code(self.study, name)
        return self.codes[name]

    def coding(self, name, source, start, end, coder=1, **more):
        """Add a coding; `more` are columns of the coding or of its excerpt."""
        if name not in self.codes:
            self.code(name)
        said = {key: more.pop(key) for key in SAID if key in more}
        with self.study.change(LABEL) as session:
            excerpt = (
                session.query(Excerpt).filter_by(source_id=source, start=start, end=end).first()
            )
            if excerpt is None:
                speaker = {1: 1, 3: 2}.get(source)
                excerpt = Excerpt(source_id=source, start=start, end=end, speaker_id=speaker)
                session.add(excerpt)
            for key, value in more.items():
                setattr(excerpt, key, value)
            session.flush()
            row = {"excerpt_id": excerpt.id, "code_id": self.codes[name], "coder_id": coder, **said}
            return session.execute(insert(Coding).returning(Coding.id), row).scalar_one()


@pytest.fixture
def laid(study):
    return Laid(study)
