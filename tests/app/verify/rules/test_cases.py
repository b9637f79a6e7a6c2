import csv

import pytest

from app.verify.rules.judging import judge
from app.verify.rules.thresholds import Thresholds
from app.verify.rules.votes import heard
from tests.app.verify.cases import BORDERS, CASES, WORKED, as_json, csv_of, evidence_of, examined_of


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['id']} {case['title']}")
def test_a_case_gives_its_expected_verdicts(case):
    judgement = judge(heard(evidence_of(case)), examined_of(case), Thresholds())
    assert as_json(judgement) == case["expected"]


def test_no_case_is_missing():
    assert [case["id"] for case in WORKED] == [
        *("T1", "T2", "T3", "T4", "T6", "T7", "T8", "T11", "T12", "T14", "T15", "T17", "T18"),
    ]
    assert len(BORDERS) == 37
    assert {case["title"][:2] for case in BORDERS} == {"R1", "R2", "R3", "R4", "R5", "R6"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_spreadsheet_of_a_case_says_what_the_case_says(case):
    with csv_of(case).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    said = [row for row in rows if row["excerpt"]]
    assert [(r["method"], r["category"], r["role"] or None, r["stance"]) for r in said] == [
        (e["method"], e["category"], e["role"], e["stance"]) for e in case["evidence"]
    ]
    for column, names in (("method", "methods"), ("category", "categories"), ("role", "roles")):
        assert {r[column] for r in rows if r[column]} == set(case["examined"][names])
