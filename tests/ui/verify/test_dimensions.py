"""The claims by one dimension, the pairs, the thresholds, and who was asked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.verify.asked import AskedState
from app.verify.rules.thresholds import Thresholds
from app.verify.triangulation import triangulate


@pytest.fixture
def page(hand):
    return hand.room.triangulation


def by(hand, page, dimension):
    hand.click(page.by.button(dimension))


def kinds(page):
    return [(c.kind, c.cell) for c in page.table.verdicts.columns]


def test_a_pill_shows_the_cells_of_one_dimension_with_its_verdict_and_index(hand, page):
    by(hand, page, "role")
    assert kinds(page)[2:] == [
        ("role_cell", "key_person"),
        ("role_cell", "core_respondent"),
        ("role_cell", "verification_respondent"),
        ("reading", "role"),
        ("index", "role"),
    ]
    model = page.table.verdicts
    assert [model.index(0, n).data() for n in range(2, 7)] == [
        *("supports", "supports", "contradicts", "contradicted", "0.333"),
    ]


def test_the_sentence_the_pairs_and_the_rule_stand_below(hand, page):
    by(hand, page, "method")
    assert "Method triangulation" in page.explanation.text.text()
    assert "Source triangulation" not in page.explanation.text.text()
    assert "R3: cells" in page.explanation.rules.text()
    assert "at most 20 %" in page.explanation.rules.text()
    pairs = page.explanation.pairs
    assert pairs.isVisible()
    assert "Interview – Questionnaire: partial agreement" in pairs.accessibleName()
    x = pairs._name_width() + pairs._wide() / 2
    assert pairs.tip_at(x, 26 * 1.5).startswith("Observation – Interview")
    by(hand, page, "all")
    assert "Source triangulation" in page.explanation.text.text()
    assert not pairs.isVisible()


def test_the_excerpts_behind_a_role_and_a_month(hand, page):
    by(hand, page, "role")
    column = kinds(page).index(("role_cell", "verification_respondent"))
    hand.click_cell(page.table, page.table.verdicts.index(0, column))
    assert [row.reference for row in page.evidence.list._model._pages[0]] == ["W/PW-01"]
    by(hand, page, "period")
    column = kinds(page).index(("period", "2017-01"))
    hand.click_cell(page.table, page.table.verdicts.index(0, column))
    assert [row.reference for row in page.evidence.list._model._pages[0]] == ["W/KS-01"]


def test_the_table_of_a_dimension_is_copied(hand, page):
    by(hand, page, "site")
    hand.click(page.copy)
    assert QGuiApplication.clipboard().text().splitlines()[0].split("\t")[-2:] == [
        "Verdict",
        "Index",
    ]


def test_thresholds_say_what_they_would_change_before_they_are_kept(hand, page, study, laid):
    hand.click(page.thresholds)
    dialog = page.dialog
    assert dialog.changes.text() == "No verdict and no flag would change."
    field = dialog.fields["negative_case"]
    field.setFocus()
    field.selectAll()
    hand.qtbot.keyClicks(field, "55")
    dialog.look()
    hand.settle()
    assert "would be judged otherwise" in dialog.changes.text()
    hand.click(dialog.save)
    assert float(triangulate(study).thresholds.negative_case) == 0.55
    by(hand, page, "method")
    assert "at most 55 %" in page.explanation.rules.text()
    hand.click(page.thresholds)
    hand.click(page.dialog.own)
    hand.click(page.dialog.save)
    assert triangulate(study).thresholds == Thresholds()


def test_thresholds_that_cross_are_not_kept(hand, page):
    hand.click(page.thresholds)
    page.dialog.fields["negative_case"].setValue(90)
    page.dialog.look()
    hand.settle()
    assert "must be below" in page.dialog.changes.text()
    assert not page.dialog.save.isEnabled()
    hand.click(page.dialog.cancel)


def test_space_marks_who_was_asked_and_the_verdicts_follow(hand, page, study, laid):
    by(hand, page, "asked")
    table = page.asked.table
    model = table.grid
    names = list(model.grid.informants.values())
    assert [model.grid.foci[n] for n in model.foci] == ["F3"]
    row = names.index("G-02")
    assert model.index(row, 0).data() == "not said whether asked"
    hand.click_cell(table, model.index(row, 0))
    for state in (AskedState.SILENT, AskedState.NOT_ASKED, AskedState.UNMARKED):
        hand.qtbot.keyClick(table, Qt.Key.Key_Space)
        hand.settle()
        informant, focus = model.people[row], model.foci[0]
        assert model.grid.of(informant, focus) == state
    spoke = model.index(names.index("PW-01"), 0)
    assert spoke.data() == "spoke"
