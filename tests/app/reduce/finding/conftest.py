from datetime import date

import pytest

from models import fulltext
from models.collection import Participation, Source, SourceText, Turn
from models.design import METHODS, Coder, Informant, InformantRole, Role, Site

LABEL = "study.methods.interview"
TEXTS = {
    1: "P: Apa yang guru 😀 ajarkan?\n"
    "KS-01: Saya mengajar setiap hari. Pelajaran itu dibuat guru, waktu rapat juga.\n"
    "KS-01: Élan vital.",
    2: "Belajar di sekolah; guru dan siswa belajar bersama.\nRapat itu lama.",
    3: "Teachers taught the children. The meeting was long, the guru was away.",
}
METHOD = {1: METHODS[0], 2: METHODS[1], 3: METHODS[0]}


@pytest.fixture
def texts(study):
    """Three sources: an interview with turns, an observation, an English one of two informants."""
    with study.change(LABEL) as session:
        roles = {role.kind: role.id for role in session.query(Role)}
        session.add_all([Site(id=1, name="Ciawi 01"), Site(id=2, name="Ciawi 02")])
        session.add_all([Informant(id=1, code="KS-01"), Informant(id=2, code="G-01")])
        session.add(InformantRole(informant_id=1, role_id=roles["key_person"]))
        session.add(Coder(id=2, name="B"))
        for number, text in TEXTS.items():
            session.add(
                Source(
                    id=number,
                    title=f"Source {number}",
                    reference=f"R/{number}",
                    method=METHOD[number],
                    site_id={1: 1, 2: 2, 3: None}[number],
                    date=date(2017, number, 1) if number < 3 else None,
                    length=len(text),
                )
            )
            session.add(SourceText(source_id=number, text=text))
            fulltext.index_text(session.connection(), number, text)
        session.add(Participation(source_id=1, informant_id=1))
        session.add(Participation(source_id=2, informant_id=None, role_id=roles["core_respondent"]))
        session.add(Participation(source_id=3, informant_id=1))
        session.add(Participation(source_id=3, informant_id=2))
        first = TEXTS[1].index("\n") + 1
        session.add(Turn(source_id=1, start=0, end=first - 1, speaker="P", is_researcher=True))
        session.add(
            Turn(source_id=1, start=first, end=len(TEXTS[1]), speaker="KS-01", informant_id=1)
        )
    study.role_ids = roles
    return study


@pytest.fixture
def place():
    """Where words stand in a source: (source, start, end)."""
    return lambda source, words: (
        source,
        TEXTS[source].index(words),
        TEXTS[source].index(words) + len(words),
    )
