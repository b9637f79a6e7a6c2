import csv

import pytest
from openpyxl import load_workbook

from app import history
from app.display.charts import draw
from app.display.coverage_matrix import coverage_table
from app.display.displays import (
    add_display,
    copy_display,
    delete_displays,
    displays,
    edit_display,
    order_displays,
    rule,
)
from app.display.exporting import as_table, as_tsv, write_matrix
from app.display.matrix import build_matrix, cell_filter, matrix_json, recipe_from_words
from app.display.recipe import COUNTS, DIMENSIONS, MatrixRecipe
from app.errors import UserError
from app.reduce.excerpts import ExcerptFilter, count_excerpts, excerpts


def shown(study, **recipe):
    return as_table(build_matrix(study, MatrixRecipe(**recipe)), "en")


def test_codes_by_method_count_the_branch(told):
    assert shown(told) == [
        ["Code", "Interview", "Observation", "Documentation", "Total"],
        ["A", "2", "1", "1", "4"],
        ["\u2003A1", "1", "1", "0", "2"],
        ["\u2003A2", "1", "0", "0", "1"],
        ["B", "1", "0", "0", "1"],
        ["Total", "3", "1", "1", "5"],
    ]


def test_a_code_alone_counts_only_itself(told):
    assert shown(told, branches=False)[1] == ["A", "0", "0", "1", "1"]


def test_informants_and_sources_count_once_in_totals_too(told):
    by_informant = shown(told, count="informants")
    assert by_informant[1] == ["A", "1", "1", "1", "2"]
    assert by_informant[-1] == ["Total", "1", "1", "1", "2"]
    assert shown(told, count="sources")[-1][-1] == "3"


def test_what_has_no_value_has_a_column_of_its_own(told):
    assert shown(told, columns="role")[0][1:-1] == [
        "Key person", "Core respondent", "Verification respondent", "Without a role",
    ]  # fmt: skip
    assert shown(told, columns="role", hide_empty=True)[0][1:-1] == ["Key person", "Without a role"]
    assert shown(told, columns="category", hide_empty=True)[-1] == ["Total", "4", "1", "5"]


def test_directions_and_chosen_codes_limit_the_matrix(told):
    assert shown(told, directions=("denies",), hide_empty=True) == [
        ["Code", "Interview", "Total"],
        ["A", "1", "1"],
        ["\u2003A2", "1", "1"],
        ["Total", "1", "1"],
    ]
    assert [row[0] for row in shown(told, codes=(4,))] == ["Code", "B", "Total"]


def test_quotations_stand_in_the_cells(told):
    table = shown(told, count="quotations", columns="source")
    assert table[1][1] == "“one” (I.KS-01)\n“two” (I.KS-01)"
    assert table[4][1] == "“one” (I.KS-01)"


@pytest.mark.parametrize("rows", DIMENSIONS)
@pytest.mark.parametrize("columns", DIMENSIONS)
@pytest.mark.parametrize("count", COUNTS[:3])
def test_every_cell_and_total_agrees_with_the_excerpts_behind_it(told, rows, columns, count):
    if rows == columns:
        with pytest.raises(UserError, match="cannot both"):
            MatrixRecipe(rows=rows, columns=columns)
        return
    matrix = build_matrix(told, MatrixRecipe(rows=rows, columns=columns, count=count))

    def brute(row, column):
        found = excerpts(told, cell_filter(matrix, row, column))
        if count == "excerpts":
            return len(found)
        if count == "sources":
            return len({e.source_id for e in found})
        return len({e.informant_id or -e.source_id for e in found})

    for row in matrix.rows:
        for column in matrix.columns:
            assert matrix.cell(row, column) == brute(row, column)
        assert matrix.row_totals.get(row.key, 0) == brute(row, None)
    for column in matrix.columns:
        assert matrix.column_totals.get(column.key, 0) == brute(None, column)
    assert matrix.total == brute(None, None)


def test_the_excerpts_behind_a_cell(told):
    matrix = build_matrix(told, MatrixRecipe())
    only = cell_filter(matrix, matrix.rows[0], matrix.columns[0])
    assert [row.quote for row in excerpts(told, only)] == ["one", "two"]
    assert count_excerpts(told, ExcerptFilter()) == 5


def test_words_from_a_terminal(told):
    assert (
        matrix_json(build_matrix(told, recipe_from_words("code", "role", "sources")))["total"] == 3
    )
    for words, sentence in (
        (("codes", "role", "excerpts"), "“codes” cannot make the rows"),
        (("code", "code", "excerpts"), "cannot both be “code”"),
        (("code", "role", "words"), "“words” cannot be counted"),
    ):
        with pytest.raises(UserError, match=sentence):
            recipe_from_words(*words)


def test_a_spreadsheet_and_a_csv_hold_the_table(told, tmp_path):
    matrix = build_matrix(told, MatrixRecipe())
    write_matrix(matrix, tmp_path / "m.xlsx", "en")
    sheet = load_workbook(tmp_path / "m.xlsx").active
    assert [c.value for c in sheet[2]] == ["A", 2, 1, 1, 4]
    assert sheet.freeze_panes == "B2"
    write_matrix(matrix, tmp_path / "m.csv", "en")
    with (tmp_path / "m.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[-1] == ["Total", "3", "1", "1", "5"]
    with pytest.raises(UserError, match=r"ends in \.xlsx or \.csv"):
        write_matrix(matrix, tmp_path / "m.doc", "en")
    assert as_tsv([["a b", "x\ny"], ["1", "2"]]) == "a b\tx y\n1\t2"


def test_words_like_a_formula_stay_words(told, tmp_path):
    from app.reduce.code_editing import add_code

    add_code(told, "=1+1")
    write_matrix(build_matrix(told, MatrixRecipe()), tmp_path / "m.xlsx", "en")
    cell = load_workbook(tmp_path / "m.xlsx").active["A6"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


@pytest.mark.parametrize("kind", ["bars", "heat"])
def test_charts_are_pictures_with_the_names_in_them(told, kind):
    matrix = build_matrix(told, MatrixRecipe())
    assert draw(matrix, kind, "png").startswith(b"\x89PNG")
    svg = draw(matrix, kind, "svg", "Codes by method").decode()
    for words in ("Codes by method", "Interview", "A1"):
        assert words in svg


def test_an_empty_matrix_can_be_drawn(study):
    matrix = build_matrix(study, MatrixRecipe())
    assert (matrix.rows, matrix.total, matrix.largest) == ((), 0, 0)
    for kind in ("bars", "heat"):
        assert draw(matrix, kind, "png").startswith(b"\x89PNG")


def test_displays_are_saved_changed_copied_ordered_and_deleted(study):
    recipe = MatrixRecipe(columns="role", codes=(1, 2), directions=("denies",), chart="heat")
    one = add_display(study, " Codes by role ", recipe, analytic_text="So it is.")
    two = add_display(study, "Coverage", None)
    first, second = displays(study)
    assert (first.title, first.recipe, first.analytic_text) == (
        "Codes by role",
        recipe,
        "So it is.",
    )
    assert (second.kind, second.recipe) == ("coverage", None)
    edit_display(study, one, title="Roles", recipe=MatrixRecipe(), analytic_text="Or not.")
    assert displays(study)[0].recipe == MatrixRecipe()
    history.undo(study)
    assert displays(study)[0] == first
    copy_display(study, one)
    order_displays(study, [two, one])
    assert displays(study)[0].title == "Coverage"
    assert "Copy of Codes by role" in [d.title for d in displays(study)]
    delete_displays(study, [one, two])
    assert [d.title for d in displays(study)] == ["Copy of Codes by role"]
    with pytest.raises(UserError, match="no longer"):
        edit_display(study, one, title="x")
    with pytest.raises(UserError, match="needs a title"):
        add_display(study, "  ", None)


def test_the_rule_under_a_display(told):
    assert rule(MatrixRecipe(), "en") == (
        "A cell counts coded excerpts, by all coders. A code counts the codes under it."
    )
    assert "denying" in rule(MatrixRecipe(directions=("denies",)), "en")
    assert rule(None, "id") != rule(None, "en")


def test_the_coverage_of_informants_by_instrument(told):
    assert coverage_table(told, "en") == [["Informant", "Guide"], ["KS-01", "done"], ["G-01", ""]]
