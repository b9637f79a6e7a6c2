"""A number is put beside a claim, confirmed, and counts."""

import pytest

from app.verify.triangulation import triangulate
from models.verification import Item, ScoreTable


@pytest.fixture
def hand(opened, laid, study):
    with study.change("verify.history.findings_ordered") as session:
        table = ScoreTable(title="Questionnaire", unit="percent", method="documentation")
        session.add(table)
        session.flush()
        session.add(Item(table_id=table.id, label="Item 1", value=57.0))
    return opened()


def test_a_number_counts_once_it_is_confirmed(hand, study, laid):
    page = hand.room.triangulation
    hand.pick(page.kind, "code")
    box = page.explanation.numbers
    assert box.isVisible()
    (table,) = box.add.menu().actions()
    (item,) = table.menu().actions()
    assert item.text() == "Item 1 · 57 %"
    item.trigger()
    hand.settle()
    assert [row.stance for row in box.rows] == [""]
    code = laid["codes"]["Facilities"]
    assert "documentation" not in triangulate(study).code(code).judgement.method.cells
    hand.pick(box.stances[0], "qualifies")
    cells = triangulate(study).code(code).judgement.method.cells
    assert str(cells["documentation"].verdict) == "qualified"
    assert [row.stance for row in box.rows] == ["qualifies"]
    assert page.table.verdicts.index(0, 5).data() == "supports with qualification"


def test_without_tables_of_numbers_nothing_is_shown(opened, laid):
    page = opened().room.triangulation
    assert not page.explanation.numbers.isVisible()
