import csv

import pytest
from openpyxl import load_workbook

from app.display.coverage_matrix import build_coverage, coverage_table
from app.display.exporting import as_table, as_tsv, write_matrix
from app.display.matrix import build_matrix
from app.display.recipe import MatrixRecipe
from app.errors import EnvironmentProblem, UserError
from app.reduce.code_editing import add_code


@pytest.fixture
def matrix(told):
    return build_matrix(told, MatrixRecipe())


def read(path):
    return load_workbook(path).worksheets[0]


def test_a_spreadsheet_holds_the_table_as_numbers(matrix, tmp_path):
    write_matrix(matrix, tmp_path / "m.xlsx", "en", "Codes: by [method]")
    book = load_workbook(tmp_path / "m.xlsx")
    sheet = book.worksheets[0]
    assert [[c.value for c in row] for row in sheet] == [
        ["Code", "Interview", "Observation", "Documentation", "Total"],
        ["A", 2, 1, 1, 4],
        ["A1", 1, 1, 0, 2],
        ["A2", 1, 0, 0, 1],
        ["B", 1, 0, 0, 1],
        ["Total", 2, 1, 1, 4],
    ]
    assert sheet.freeze_panes == "B2"
    assert sheet.title == "Codes by method"
    assert [sheet.cell(row, 1).alignment.indent for row in (2, 3, 5)] == [0, 1, 0]
    assert sheet["A1"].font.bold
    assert sheet["E2"].font.bold
    assert sheet["B6"].font.bold
    assert not sheet["B2"].font.bold
    assert sheet.print_title_rows == "$1:$1"
    assert "coded with the code or a code under it" in book.worksheets[1]["A2"].value


def test_quotations_are_wrapped_in_their_cells(told, tmp_path):
    recipe = MatrixRecipe(count="quotations", columns="source")
    write_matrix(build_matrix(told, recipe), tmp_path / "q.xlsx", "id")
    sheet = read(tmp_path / "q.xlsx")
    assert sheet["B2"].value == "“one” (I.KS-01)\n“two” (I.KS-01)"
    assert sheet["B2"].alignment.wrap_text
    assert sheet["E2"].value == 4
    assert sheet["B6"].value == 2


def test_a_csv_names_codes_of_one_name_by_their_path(told, tmp_path):
    add_code(told, "B", parent_id=1)
    write_matrix(build_matrix(told, MatrixRecipe()), tmp_path / "m.csv", "en")
    with (tmp_path / "m.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[0] for row in rows] == ["Code", "A", "A1", "A2", "A > B", "B", "Total"]
    assert rows[-1] == ["Total", "2", "1", "1", "4"]


def test_words_like_a_formula_stay_words(told, tmp_path):
    add_code(told, "=1+1")
    write_matrix(build_matrix(told, MatrixRecipe()), tmp_path / "m.xlsx", "en")
    cell = read(tmp_path / "m.xlsx")["A6"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_control_characters_do_not_break_a_spreadsheet(told, tmp_path):
    with told.change("study.methods.interview") as session:
        from models.reduction import Code

        session.get(Code, 4).name = "B\x01\x0bell"
    write_matrix(build_matrix(told, MatrixRecipe()), tmp_path / "m.xlsx", "en")
    assert read(tmp_path / "m.xlsx")["A5"].value == "Bell"


def test_an_unknown_ending_is_refused_before_anything_is_written(matrix, tmp_path):
    with pytest.raises(UserError, match=r"“m.doc”.*ends in \.xlsx or \.csv"):
        write_matrix(matrix, tmp_path / "m.doc", "en")
    assert list(tmp_path.glob("m.*")) == []


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_file_that_cannot_be_written_leaves_the_old_one(matrix, tmp_path, monkeypatch, ending):
    from pathlib import Path

    path = tmp_path / f"m.{ending}"
    path.write_text("before")

    def full(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(EnvironmentProblem, match="full"):
        write_matrix(matrix, path, "en")
    assert path.read_text() == "before"
    assert list(tmp_path.glob(".*.part")) == []


def test_a_folder_that_is_not_there(matrix, tmp_path):
    with pytest.raises(UserError):
        write_matrix(matrix, tmp_path / "nowhere" / "m.xlsx", "en")


def test_the_clipboard_keeps_lines_in_their_cell():
    assert as_tsv([["a b", "x\ny"], ['say "1"', "2"]]) == 'a b\t"x\ny"\n"say ""1"""\t2\n'


def test_the_table_of_words_in_indonesian(matrix):
    assert as_table(matrix, "id")[0][0] == "Kode"
    assert as_table(matrix, "id")[2][0] == "\u2003A1"
    assert as_table(matrix, "id")[-1][0] == "Jumlah"


def test_the_coverage_of_informants_by_instrument(told, tmp_path):
    assert coverage_table(told, "en") == [
        ["Informant", "Guide", "Reached"],
        ["KS-01", "done", "1 of 1"],
        ["G-01", "", ""],
        ["Reached", "1 of 1", "1 of 1"],
    ]
    found = build_coverage(told)
    assert found.reached(None, None) == (1, 1)
    assert found.rows[0].more == "Ciawi 01"
    write_matrix(found, tmp_path / "c.xlsx", "id", "Cakupan")
    assert [c.value for c in read(tmp_path / "c.xlsx")[2]] == ["KS-01", "terlaksana", "1 dari 1"]


def test_the_coverage_counts_what_was_planned(told):
    from app.design.coverage import set_coverage

    set_coverage(told, [(2, 1)], "planned")
    assert coverage_table(told, "en")[-1] == ["Reached", "1 of 2", "1 of 2"]


def test_an_empty_study_has_an_empty_coverage(study):
    assert coverage_table(study, "en") == [["Informant", "Reached"], ["Reached", ""]]
