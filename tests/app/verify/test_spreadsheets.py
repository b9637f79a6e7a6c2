import pytest

from app.exchange.importing import import_file
from app.verify.triangulation import triangulation_json
from tests.app.verify.cases import CASES, csv_of


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_spreadsheet_of_a_case_gives_its_expected_verdicts(study, case):
    import_file(study, csv_of(case))
    (found,) = triangulation_json(study)["codes"]
    assert found["code"] == case["id"]
    assert {key: found[key] for key in case["expected"]} == case["expected"]
