import pytest

from app import history
from app.design.coverage import coverage, set_asked, set_coverage
from app.design.informants import add_informants
from app.design.instruments import add_instruments, remove_instruments, uses_of_instruments
from app.design.questions import add_questions
from app.errors import UserError


def test_coverage_is_set_cleared_and_undone(study, people):
    (guide,) = add_instruments(study, [{"name": "Guide"}])
    (focus,) = add_questions(study, [{"label": "F1"}])
    set_coverage(study, [(person, guide) for person in people], "planned")
    set_coverage(study, [(people[0], guide)], "done")
    set_asked(study, [(people[1], focus)], "not_asked")
    grid = coverage(study)
    assert grid.instruments == {(people[0], guide): "done", (people[1], guide): "planned"}
    assert grid.questions == {(people[1], focus): "not_asked"}
    set_coverage(study, [(people[0], guide)], "")
    assert coverage(study).instruments == {(people[1], guide): "planned"}
    assert coverage(study).questions == grid.questions
    history.undo(study)
    assert coverage(study) == grid
    with pytest.raises(UserError, match="does not fit"):
        set_coverage(study, [(people[0], guide)], "asked")
    with pytest.raises(UserError, match="does not fit"):
        set_asked(study, [(people[0], focus)], "done")


def test_a_whole_column_is_one_step_and_what_is_so_already_is_left(study, people):
    (guide,) = add_instruments(study, [{"name": "Guide"}])
    many = add_informants(study, [{"code": f"G-{n}"} for n in range(10, 50)])
    set_coverage(study, [(many[0], guide)], "done")
    set_coverage(study, [(person, guide) for person in many], "done")
    assert set(coverage(study).instruments.values()) == {"done"}
    assert len(coverage(study).instruments) == 40
    set_coverage(study, [(person, guide) for person in many], "done")
    assert history.next_undo(study).rows == 39
    history.undo(study)
    assert coverage(study).instruments == {(many[0], guide): "done"}


def test_the_coverage_goes_with_its_instrument(study, people):
    (guide,) = add_instruments(study, [{"name": "Guide"}])
    set_coverage(study, [(person, guide) for person in people], "planned")
    (use,) = uses_of_instruments(study, [guide])
    assert (use.table, use.count, use.goes) == ("coverage", 2, True)
    remove_instruments(study, [guide])
    assert coverage(study).instruments == {}
    history.undo(study)
    assert len(coverage(study).instruments) == 2
