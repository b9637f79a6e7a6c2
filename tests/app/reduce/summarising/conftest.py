"""A study of two sites and two questions: interviews, a questionnaire and a document, coded."""

import pytest

from models.design import Informant
from tests.app.verify.build import Builder


@pytest.fixture
def laid(study):
    """Ids by name: sources KS (site A), Q (site A), PW (site B), D (no site); codes; questions."""
    make = Builder(study)
    sources = {
        "KS": make.source("I/KS-01", "interview", ("KS-01", "principal", None), site="A",
                          on="2017-01-12"),
        "Q": make.source("Q/G-01", "questionnaire", ("G-01", "teacher", None), site="A"),
        "PW": make.source("I/PW-01", "interview", ("PW-01", "supervisor", None), site="B"),
        "D": make.source("D/01", "documentation", category="document"),
    }  # fmt: skip
    with make.change() as session:
        session.get(Informant, make.informant("KS-01", site="A")).post = "Principal"
    questions = {"F1": make.focus("F1"), "F2": make.focus("F2")}
    codes = {"top": make.code("Factors", question=questions["F1"])}
    codes["below"] = make.code("Time", parent=codes["top"])
    codes["other"] = make.code("Funds", parent=codes["top"], question=questions["F2"])
    sites = {"A": make.site("A"), "B": make.site("B")}
    return {"make": make, "sources": sources, "codes": codes, "questions": questions,
            "sites": sites}  # fmt: skip
