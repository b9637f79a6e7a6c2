import pytest

from app import history
from app.verify.finding_order import place_finding, step_finding
from app.verify.findings import add_finding, findings
from tests.app.verify.build import Builder


@pytest.fixture
def outline(study):
    make = Builder(study)
    first, second = make.focus("F1"), make.focus("F2")
    ids = {name: add_finding(study, name, first) for name in "ABC"}
    ids["D"] = add_finding(study, "D", second)
    return first, second, ids


def order(study):
    return [(row.focus, row.claim) for row in findings(study)]


def test_a_finding_is_put_before_another_or_at_the_end_of_a_focus_in_one_step(study, outline):
    first, second, ids = outline
    place_finding(study, ids["C"], first, ids["A"])
    assert [claim for _, claim in order(study)] == ["C", "A", "B", "D"]
    place_finding(study, ids["A"], second, None)
    assert order(study) == [("F1", "C"), ("F1", "B"), ("F2", "D"), ("F2", "A")]
    history.undo(study)
    assert [claim for _, claim in order(study)] == ["C", "A", "B", "D"]
    place_finding(study, ids["B"], None)
    assert order(study)[-1] == ("", "B")


def test_steps_up_and_down_pass_the_border_of_a_focus(study, outline):
    _, _, ids = outline
    assert step_finding(study, ids["B"], 1)
    assert [claim for _, claim in order(study)] == ["A", "C", "B", "D"]
    assert step_finding(study, ids["B"], 1)
    assert order(study)[2:] == [("F2", "B"), ("F2", "D")]
    assert step_finding(study, ids["B"], -1)
    assert order(study)[2:] == [("F1", "B"), ("F2", "D")]
    assert step_finding(study, ids["B"], -1)
    assert [claim for _, claim in order(study)] == ["A", "B", "C", "D"]
    assert not step_finding(study, ids["A"], -1)
    assert step_finding(study, ids["D"], 1)
    assert order(study)[-1] == ("", "D")
    assert not step_finding(study, ids["D"], 1)
