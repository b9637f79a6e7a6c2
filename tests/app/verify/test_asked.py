import pytest

from app.design.coverage import set_asked
from app.errors import UserError
from app.verify.asked import AskedState, asked_grid
from app.verify.sensitivity import what_changes
from app.verify.settings import set_thresholds
from app.verify.triangulation import triangulate
from tests.app.verify.build import Builder


@pytest.fixture
def make(study):
    return Builder(study)


def test_silence_and_never_asked_differ(study, make):
    focus = make.focus("F1")
    code = make.code("Facilities", question=focus)
    source = make.source(
        "W/1", "interview", *((name, "teacher", None) for name in ("G-1", "G-2", "G-3", "G-4"))
    )
    with study.change("verify.history.findings_ordered"):
        pass
    make.coding(source, code)
    never = make.informant("G-5")
    people = {name: make.informant(name) for name in ("G-1", "G-2", "G-3", "G-4")}
    from sqlalchemy import update

    from models.reduction import Excerpt

    with study.change("verify.history.findings_ordered") as session:
        session.execute(update(Excerpt).values(speaker_id=people["G-1"]))
    set_asked(study, [(people["G-2"], focus)], "asked")
    set_asked(study, [(people["G-3"], focus)], "not_asked")
    grid = asked_grid(study, triangulate(study))
    said = {name: str(grid.of(number, focus)) for name, number in people.items()}
    assert said == {"G-1": "spoke", "G-2": "silent", "G-3": "not_asked", "G-4": "unmarked"}
    assert grid.of(never, focus) == AskedState.NEVER_HEARD
    assert grid.count(focus, AskedState.SPOKE) == 1
    assert (grid.foci, set(grid.informants.values())) == ({focus: "F1"}, {*people, "G-5"})


def test_what_other_thresholds_would_change_is_told_before_they_are_set(study, make):
    code = make.code("Facilities")
    for number in range(5):
        one = make.source(f"K/{number}", "questionnaire", (f"G-{number}", "teacher", None))
        make.coding(one, code, "contradicts" if number == 0 else "supports")
    spoken = make.source("W/1", "interview", ("KS-1", "principal", "key_person"))
    make.coding(spoken, code)
    found = triangulate(study)
    assert what_changes(found, {}) == ()
    (change,) = what_changes(found, {"negative_case": "0.19"})
    assert (change.claim.id, str(change.before)) == (code, "partially_verified")
    set_thresholds(study, {"negative_case": "0.19"})
    after = triangulate(study)
    assert after.code(code).overall == change.after
    assert after.code(code).judgement.method.cells["questionnaire"].verdict == "split"
    with pytest.raises(UserError):
        what_changes(found, {"qualified": "2"})
