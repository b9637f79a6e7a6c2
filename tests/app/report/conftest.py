from datetime import date

import pytest

from app.reduce.excerpts import excerpt_at
from models.collection import Participation, Source, SourceText
from models.conclusions import Evidence, Finding
from models.design import (
    Category,
    Coverage,
    Informant,
    InformantRole,
    Instrument,
    ResearchQuestion,
    Role,
    Site,
)
from models.reduction import Code, Coding

TEXTS = {
    "I/KS-01": "We borrow the projector 😀 from the office.\nIt is < broken > & late.",
    "I/PW-01": "Equipment is there; it is booked late, that is all.",
    "Q/G-01": "We share one laptop among six teachers.",
    "O/01": "Two projectors stood in the hall.",
}
CAST = {
    "I/KS-01": ("interview", "KS-01", "key_person", "principal"),
    "I/PW-01": ("interview", "PW-01", "verification_respondent", "supervisor"),
    "Q/G-01": ("questionnaire", "G-01", "core_respondent", "teacher"),
    "O/01": ("observation", None, None, "activity"),
}


@pytest.fixture
def told(study):
    """A study of four sources, one code in two levels, one contested finding."""
    with study.change("study.methods.interview") as session:
        session.add_all(
            [
                ResearchQuestion(id=1, label="F3", text="What helps and what hinders?"),
                Site(id=1, name="SDN Ciawi 01", address="Jl. Toha"),
                Instrument(id=1, name="Interview guide", method="interview"),
                Code(id=1, name="Factors", definition="What helps or hinders", question_id=1),
                Code(
                    id=2, name="Facilities", parent_id=1, when_to_use="Things", typical_example="x"
                ),
                Finding(
                    id=1,
                    claim="Facilities hold the programme back",
                    question_id=1,
                    rival_explanation="Late booking",
                    conclusion="They do, in part.",
                ),
            ]
        )
        roles = {role.kind: role.id for role in session.query(Role)}
        for number, (reference, text) in enumerate(TEXTS.items(), 1):
            method, code, kind, category = CAST[reference]
            session.add(Category(id=number, name=category))
            if code:
                session.add(Informant(id=number, code=code, site_id=1, category_id=number))
                session.flush()
                session.add(InformantRole(informant_id=number, role_id=roles[kind]))
                session.add(Coverage(informant_id=number, instrument_id=1, state="done"))
            session.add(
                Source(
                    id=number,
                    title=f"Title {reference}",
                    reference=reference,
                    method=method,
                    date=date(2017, 1, number),
                    length=len(text),
                )
            )
            session.flush()
            session.add(SourceText(source_id=number, text=text))
            session.add(
                Participation(
                    source_id=number,
                    informant_id=number if code else None,
                    role_id=roles.get(kind),
                    category_id=number,
                )
            )
            session.flush()
            excerpt = excerpt_at(session, number, 0, len(text))
            against = reference in ("I/PW-01", "O/01")
            session.add(
                Coding(
                    excerpt_id=excerpt,
                    code_id=2,
                    coder_id=1,
                    direction="denies" if against else "affirms",
                )
            )
            session.add(
                Evidence(
                    finding_id=1,
                    excerpt_id=excerpt,
                    stance="contradicts" if against else "supports",
                )
            )
    return study
