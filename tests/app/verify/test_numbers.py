import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.verify.numbers import (
    attach_number,
    confirm_number,
    detach_number,
    items_offered,
    numbers_of,
)
from app.verify.rules.numbers import NumberBorders, stance_of_percentage, stance_of_predicate
from app.verify.settings import reset_thresholds, set_thresholds
from app.verify.triangulation import retriangulate, triangulate
from models.design import Category
from models.verification import Item, ScoreTable
from tests.app.verify.build import Builder

CORE = "core_respondent"
APPRAISAL = ("amat baik", "baik", "cukup", "sedang", "kurang")


@pytest.mark.parametrize(
    ("value", "stance"),
    [
        *((100, "supports"), (60, "supports"), (60.0001, "supports"), (59.9999, "qualifies")),
        *((40, "qualifies"), (39.9999, "contradicts"), (0, "contradicts")),
    ],
)
def test_a_percentage_at_its_borders(value, stance):
    assert stance_of_percentage(value, NumberBorders()) == stance


@pytest.mark.parametrize(
    ("scale", "said"),
    [
        (APPRAISAL, "supports supports qualifies contradicts contradicts"),
        (("sangat baik", "baik", "Cukup", "kurang"), "supports supports qualifies contradicts"),
        (("high", "middle", "low"), "supports qualifies contradicts"),
        (("high", "low"), "supports contradicts"),
    ],
)
def test_a_predicate_suggests_by_its_place(scale, said):
    assert [stance_of_predicate(scale, name) for name in scale] == said.split()
    assert stance_of_predicate(scale, "elsewhere") is None


@given(st.floats(0, 100), st.floats(0, 100))
def test_a_higher_percentage_never_speaks_less_for_a_claim(one, other):
    order = ["contradicts", "qualifies", "supports"]
    low, high = (stance_of_percentage(v, NumberBorders()) for v in sorted((one, other)))
    assert order.index(low) <= order.index(high)


@pytest.mark.parametrize(("low", "high"), [(60, 40), (50, 50), (-1, 60), (40, 101)])
def test_borders_that_cross_are_refused(study, low, high):
    with pytest.raises(UserError):
        set_thresholds(study, {"number_qualifies": low, "number_supports": high})


@pytest.fixture
def laid(study):
    make = Builder(study)
    top = make.code("Facilities")
    code = make.code("Projector", top)
    spoken = make.source("W/1", "interview", ("KS-01", "principal", "key_person"))
    make.coding(spoken, code)
    with study.change("verify.history.findings_ordered") as session:
        table = ScoreTable(title="Questionnaire", unit="percent")
        session.add(table)
        session.flush()
        items = [Item(table_id=table.id, label=f"Item {v}", value=v) for v in (75.0, 45.0, 12.0)]
        session.add_all(items)
        teacher = Category(name="teacher")
        session.add(teacher)
        session.flush()
        return make, top, code, [item.id for item in items], teacher.id


def method_cells(found, code):
    return {k: str(c.verdict) for k, c in found.code(code).judgement.method.cells.items()}


def test_a_number_is_only_suggested_until_it_is_confirmed(study, laid):
    make, top, code, items, teacher = laid
    assert [o.suggested for o in items_offered(study)] == ["supports", "qualifies", "contradicts"]
    number = attach_number(study, items[0], "code", code, category_id=teacher)
    assert attach_number(study, items[0], "code", code) == number
    assert method_cells(triangulate(study), code) == {"interview": "supports"}
    confirm_number(study, number, "supports", role_id=make.role(CORE))
    found = triangulate(study)
    assert method_cells(found, code) == {"interview": "supports", "questionnaire": "supports"}
    assert method_cells(found, top) == method_cells(found, code)
    judged = found.code(code).judgement
    assert judged.source.cells["teacher"].verdict == "supports"
    assert judged.role.core_respondent.verdict == "supports"
    said = found.code(code).explanation("en").part("method").text
    assert "1 table of numbers" in said


def test_one_table_has_one_vote_and_may_be_split(study, laid):
    _, _, code, items, _ = laid
    for item, stance in zip(items, ("supports", "supports", "contradicts"), strict=True):
        confirm_number(study, attach_number(study, item, "code", code), stance)
    cell = triangulate(study).code(code).judgement.method.cells["questionnaire"]
    assert (str(cell.verdict), cell.tally.speaking) == ("split", 1)


def test_a_change_of_a_number_is_seen_and_it_can_be_taken_away(study, laid):
    _, _, code, items, _ = laid
    before = triangulate(study)
    changes = []
    study.listeners.append(changes.append)
    number = attach_number(study, items[2], "code", code)
    confirm_number(study, number, "contradicts")
    after = retriangulate(study, before, changes[-1])
    assert method_cells(after, code)["questionnaire"] == "contradicts"
    (row,) = numbers_of(study, "code", code)
    assert (row.item.label, row.stance) == ("Item 12.0", "contradicts")
    detach_number(study, number)
    assert numbers_of(study) == []
    with pytest.raises(UserError):
        confirm_number(study, number, "supports")


def test_the_borders_are_settings_of_the_study(study, laid):
    set_thresholds(study, {"number_supports": 80, "number_qualifies": "12"})
    assert [o.suggested for o in items_offered(study)] == ["qualifies"] * 3
    reset_thresholds(study)
    assert items_offered(study)[0].suggested == "supports"
