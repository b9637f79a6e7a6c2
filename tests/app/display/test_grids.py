"""Grids: headings that follow what they stand for, cells, the excerpts behind, copies, undo."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import history
from app.display.displays import copy_display, delete_displays
from app.display.grid.as_table import grid_words
from app.display.grid.grids import Cell, Head, add_grid, grid, new_head, set_shape, write_cell
from app.display.grid.grounds import behind
from app.errors import UserError
from app.reduce.code_editing import rename_code
from app.reduce.code_merging import delete_codes


@pytest.fixture
def checklist(told):
    """Codes A and B by two methods and a column of words."""
    rows = [new_head("A", "code", 1, "Factors"), new_head("B", "code", 4, "Factors")]
    columns = [
        new_head("", "method", "interview"),
        new_head("Observed", "method", "observation"),
        new_head("So what"),
    ]
    columns[0] = Head("i", "x", "method", "interview")
    return told, add_grid(told, "Checklist", rows, columns, corner="Component", rated=True)


def test_headings_are_named_as_what_they_stand_for(checklist):
    study, key = checklist
    rename_code(study, 1, "Support")
    found = grid(study, key)
    assert [row.name for row in found.rows] == ["Support", "B"]
    assert [column.name for column in found.columns] == ["Interview", "Observation", "So what"]
    delete_codes(study, [4])
    assert [(row.name, row.gone) for row in grid(study, key).rows] == [
        ("Support", False),
        ("B", True),
    ]


def test_cells_are_written_rated_and_emptied(checklist):
    study, key = checklist
    found = grid(study, key)
    row, column = found.rows[0], found.columns[2]
    write_cell(study, key, row.key, column.key, words=" Much. ", rating="strong")
    assert grid(study, key).cell(row, column) == Cell("Much.", "strong")
    assert grid_words(grid(study, key), "en") == [
        ["Group", "Component", "Interview", "Observation", "So what"],
        ["Factors", "A", "", "", "strong\nMuch."],
        ["", "B", "", "", ""],
    ]
    write_cell(study, key, row.key, column.key, words="", rating="")
    assert grid(study, key).cells == {}
    history.undo(study)
    assert grid(study, key).cell(row, column) == Cell("Much.", "strong")
    before = history.steps(study)[0].id
    write_cell(study, key, row.key, column.key, words="Much.")
    assert history.steps(study)[0].id == before


def test_the_excerpts_behind_a_cell(checklist):
    study, key = checklist
    found = grid(study, key)
    count, rows = behind(study, found.rows[0], found.columns[0])
    assert count == len(rows) == 2
    assert {row.quote for row in rows} == {"one", "two"}
    assert behind(study, found.rows[0], found.columns[2])[0] == 4  # the words limit nothing
    assert behind(study, new_head("x"), found.columns[2]) == (0, [])
    both = behind(study, found.rows[0], found.rows[1])
    assert {row.quote for row in both[1]} == {"one"}


def test_another_shape_keeps_the_cells_of_what_stays(checklist):
    study, key = checklist
    found = grid(study, key)
    for row in found.rows:
        write_cell(study, key, row.key, found.columns[2].key, words=row.name)
    set_shape(study, key, found.rows[::-1][:1], found.columns, rated=False)
    assert list(grid(study, key).cells.values()) == [Cell("B")]
    history.undo(study)
    assert len(grid(study, key).cells) == 2
    copy = copy_display(study, key)
    assert len(grid(study, copy).cells) == 2
    delete_displays(study, [key])
    with pytest.raises(UserError):
        grid(study, key)
    assert len(grid(study, copy).cells) == 2


def test_shapes_that_do_not_hold_are_refused(told):
    twice = new_head("a")
    for rows in ([twice, twice], [new_head(" ")], [new_head("a", "planet", 1)]):
        with pytest.raises(UserError):
            add_grid(told, "Grid", rows)
    key = add_grid(told, "Grid", [twice])
    for wrong in ({"rating": "huge"}, {"words": "x"}):
        with pytest.raises(UserError):
            write_cell(told, key, twice.key, "nowhere", **wrong)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), st.text(max_size=6)), max_size=8))
def test_undo_of_every_write_leaves_an_empty_grid(told, writes):
    rows, columns = ([new_head(f"{side}{n}") for n in range(3)] for side in "rc")
    key = add_grid(told, "Grid", rows, columns)
    begun = history.steps(told)[0].id
    expected = {}
    for row, column, words in writes:
        write_cell(told, key, rows[row].key, columns[column].key, words=words)
        expected[rows[row].key, columns[column].key] = words.strip()
    kept = {place: Cell(words) for place, words in expected.items() if words}
    assert grid(told, key).cells == kept
    history.go_to(told, begun)
    assert grid(told, key).cells == {}
