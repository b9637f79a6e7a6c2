from itertools import permutations

import pytest

from app.display.exporting import as_table
from app.display.matrix import build_matrix, cell_filter, matrix_json, recipe_from_words
from app.display.recipe import (
    COUNTS,
    DIMENSIONS,
    MatrixRecipe,
    as_settings,
    from_settings,
)
from app.errors import UserError
from app.reduce.codings import code_excerpt
from app.reduce.excerpts import excerpts


def shown(study, **recipe):
    return as_table(build_matrix(study, MatrixRecipe(**recipe)), "en", indent="-")


def test_codes_by_method_count_the_branch_and_each_excerpt_once(told):
    assert shown(told) == [
        ["Code", "Interview", "Observation", "Documentation", "Total"],
        ["A", "2", "1", "1", "4"],
        ["-A1", "1", "1", "0", "2"],
        ["-A2", "1", "0", "0", "1"],
        ["B", "1", "0", "0", "1"],
        ["Total", "2", "1", "1", "4"],  # "one" bears A1 and B, and is one excerpt
    ]


def test_an_excerpt_coded_twice_in_a_branch_is_one_excerpt(told):
    code_excerpt(told, 1, 0, 3, 3)  # "one" bears A1 already, now A2 too
    code_excerpt(told, 1, 0, 3, 1)  # and A itself
    assert shown(told)[1:4] == [
        ["A", "2", "1", "1", "4"],
        ["-A1", "1", "1", "0", "2"],
        ["-A2", "2", "0", "0", "2"],
    ]


def test_two_coders_make_no_second_excerpt(told):
    with told.change("study.methods.interview") as session:
        from models.design import Coder
        from models.reduction import Coding

        session.add(Coder(id=2, name="Second"))
        session.add(Coding(excerpt_id=1, code_id=2, coder_id=2))
    assert shown(told)[2] == ["-A1", "1", "1", "0", "2"]


def test_a_code_alone_counts_only_itself(told):
    assert shown(told, branches=False)[1] == ["A", "0", "0", "1", "1"]


def test_informants_and_sources_count_once_in_totals_too(told):
    by_informant = shown(told, count="informants")
    assert by_informant[1] == ["A", "1", "1", "1", "2"]
    assert by_informant[-1] == ["Total", "1", "1", "1", "2"]
    assert shown(told, count="sources")[-1] == ["Total", "1", "1", "1", "3"]


def test_what_has_no_value_has_a_column_of_its_own(told):
    assert shown(told, columns="role")[0][1:-1] == [
        "Key person", "Core respondent", "Verification respondent", "Without a role",
    ]  # fmt: skip
    assert shown(told, columns="role", hide_empty=True)[0][1:-1] == ["Key person", "Without a role"]
    assert shown(told, columns="category", hide_empty=True)[-1] == ["Total", "3", "1", "4"]


def test_directions_limit_what_counts(told):
    assert shown(told, directions=("denies",), hide_empty=True) == [
        ["Code", "Interview", "Total"],
        ["A", "1", "1"],
        ["-A2", "1", "1"],
        ["Total", "1", "1"],
    ]


def test_set_aside_excerpts_do_not_count(told):
    with told.change("study.methods.interview") as session:
        from models.reduction import Excerpt

        session.get(Excerpt, 1).set_aside = True
    assert shown(told)[-1] == ["Total", "1", "1", "1", "3"]


@pytest.mark.parametrize(
    ("recipe", "names"),
    [
        ({"codes": (4,)}, ["B"]),
        ({"codes": (2, 4)}, ["A1", "B"]),
        ({"under": 1}, ["A", "-A1", "-A2"]),
        ({"under": 99}, ["A", "-A1", "-A2", "B"]),
        ({"top_only": True}, ["A", "B"]),
        ({"codes": (2, 3), "top_only": True}, ["A1", "A2"]),
        ({"hidden_rows": (1,)}, ["A1", "A2", "B"]),
        ({"row_order": "total"}, ["A", "-A1", "-A2", "B"]),
        ({"branches": False, "row_order": "total"}, ["A", "-A1", "-A2", "B"]),
        ({"row_order": "name"}, ["A", "-A1", "-A2", "B"]),
    ],
)
def test_which_codes_make_rows(told, recipe, names):
    assert [row[0] for row in shown(told, **recipe)[1:-1]] == names


def test_rows_and_columns_are_ordered_by_name_or_total(told):
    by_total = shown(told, columns="source", column_order="total", codes=(2, 3))
    assert by_total[0] == ["Code", "r1", "r2", "r3", "Total"]
    assert shown(told, rows="method", columns="code", row_order="name")[1][0] == "Documentation"
    assert [r[0] for r in shown(told, rows="method", row_order="total", columns="site")[1:]] == [
        "Interview", "Observation", "Documentation", "Total",
    ]  # fmt: skip


def test_numbers_in_names_are_ordered_as_numbers(study):
    from app.reduce.code_editing import add_code

    for name in ("Item 10", "Item 9", "item 1"):
        add_code(study, name)
    assert [r[0] for r in shown(study, row_order="name")[1:-1]] == ["item 1", "Item 9", "Item 10"]


def test_what_is_hidden_counts_in_no_total(told):
    table = shown(told, hidden_columns=("interview",))
    assert table[0] == ["Code", "Observation", "Documentation", "Total"]
    assert table[1] == ["A", "1", "1", "2"]
    assert table[-1] == ["Total", "1", "1", "2"]
    matrix = build_matrix(told, MatrixRecipe(hidden_columns=("interview",)))
    behind = excerpts(told, cell_filter(matrix, matrix.rows[0], None))
    assert {row.method for row in behind} == {"observation", "documentation"}


def test_codes_limit_a_matrix_without_codes_in_it(told):
    table = shown(told, rows="method", columns="informant", codes=(4,))
    assert table[0] == ["Method", "KS-01", "G-01", "Total"]
    assert table[1] == ["Interview", "1", "0", "1"]
    assert table[-1] == ["Total", "1", "0", "1"]


def test_quotations_stand_in_the_cells(told):
    table = shown(told, count="quotations", columns="source")
    assert table[1][1] == "“one” (I.KS-01)\n“two” (I.KS-01)"
    assert table[4][1] == "“one” (I.KS-01)"
    assert table[4][2] == ""
    few = shown(told, count="quotations", columns="source", quotations=1)
    assert few[1][1] == "“one” (I.KS-01)\nand 1 more"
    both = shown(told, count="both", columns="source", quotations=1)
    assert both[1][1] == "2\n“one” (I.KS-01)"
    assert both[-1] == ["Total", "2", "1", "1", "4"]


def test_a_quotation_speaks_in_the_direction_of_its_cell(told):
    code_excerpt(told, 1, 0, 3, 3, "denies")
    matrix = build_matrix(told, MatrixRecipe(count="quotations", columns="source"))
    a1, a2 = matrix.rows[1], matrix.rows[2]
    assert matrix.quoted(a1, matrix.columns[0])[0].direction == "affirms"
    assert [q.direction for q in matrix.quoted(a2, matrix.columns[0])] == ["denies", "denies"]


@pytest.mark.parametrize("count", COUNTS[:3])
def test_every_cell_and_total_agrees_with_the_excerpts_behind_it(told, count):
    for rows, columns in permutations(DIMENSIONS, 2):
        matrix = build_matrix(told, MatrixRecipe(rows=rows, columns=columns, count=count))
        for row in (*matrix.rows, None):
            for column in (*matrix.columns, None):
                found = excerpts(told, cell_filter(matrix, row, column))
                once = {
                    "excerpts": {e.excerpt_id for e in found},
                    "sources": {e.source_id for e in found},
                    "informants": {e.informant_id or -e.source_id for e in found},
                }
                assert matrix.cell(row, column) == len(once[count]), (row, column)


def test_the_excerpts_behind_a_cell(told):
    matrix = build_matrix(told, MatrixRecipe())
    only = cell_filter(matrix, matrix.rows[0], matrix.columns[0])
    assert [row.quote for row in excerpts(told, only)] == ["one", "two"]


def test_headings_say_more_than_their_name(told):
    matrix = build_matrix(told, MatrixRecipe(columns="source"))
    assert [row.more for row in matrix.rows] == ["A", "A > A1", "A > A2", "B"]
    assert matrix.columns[0].more == "t"


def test_json_names_codes_by_their_path(told):
    found = matrix_json(build_matrix(told, recipe_from_words("code", " Role", "sources")))
    assert found["rows"] == ["A", "A > A1", "A > A2", "B"]
    assert (found["total"], found["count"]) == (3, "sources")
    assert found["cells"][0] == [2, 0, 0, 1]
    quoted = matrix_json(build_matrix(told, MatrixRecipe(count="quotations")))
    assert quoted["quotations"][3][0] == [{"quote": "one", "citation": "(I.KS-01)"}]


def test_words_from_a_terminal_that_mean_nothing(told):
    for words, sentence in (
        (("codes", "role", "excerpts"), "“codes” cannot make the rows"),
        (("code", "code", "excerpts"), "cannot both be “code”"),
        (("code", "role", "words"), "“words” cannot be counted"),
    ):
        with pytest.raises(UserError, match=sentence):
            recipe_from_words(*words)


def test_a_recipe_is_kept_whole_and_an_older_one_takes_defaults():
    recipe = MatrixRecipe(
        rows="site", columns="code", codes=(3, 1), hidden_rows=(None, 2), row_order="total"
    )
    assert from_settings(as_settings(recipe)) == recipe
    assert from_settings({"rows": "role", "columns": "code", "unknown": 1}) == MatrixRecipe(
        rows="role", columns="code"
    )


def test_an_empty_study_has_an_empty_matrix(study):
    matrix = build_matrix(study, MatrixRecipe())
    assert (matrix.rows, matrix.total, matrix.largest, matrix.cells) == ((), 0, 0, {})
    assert as_table(matrix, "id") == [["Kode", "Jumlah"], ["Jumlah", "0"]]
