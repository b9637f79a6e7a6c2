"""Every table as a workbook: nothing is cut, nothing becomes a formula."""

from openpyxl import load_workbook

from app.exchange.bringing_in import bring_in_project
from app.exchange.exporting import export_study
from app.exchange.incoming import InCode, InSource, Project
from app.exchange.tables import tables

LONG = "".join(f"{n} 👩‍🌾 built\n" for n in range(4_000))


def test_every_table_is_a_sheet_and_long_words_go_on(study, tmp_path):
    bring_in_project(
        study,
        Project(
            "p",
            codes=(InCode("c" * 8, "=1+1", description="bell\x07"),),
            sources=(InSource("s" * 8, "long", LONG),),
        ),
    )
    path = tmp_path / "all.xlsx"
    assert export_study(study, path)
    book = load_workbook(path)
    assert book.sheetnames == [table.name for table in tables()]
    sheet = book["source_text"]
    heads = [one.value for one in sheet[1]]
    assert heads[:3] == ["source_id", "text", "text (2)"]
    told = "".join(one.value for one in sheet[2][1:] if one.value)
    assert told.replace("_x000D_", "\r") == LONG
    codes = book["code"]
    columns = {one.value: one.column for one in codes[1]}
    assert codes.cell(2, columns["name"]).value == "=1+1"
    assert codes.cell(2, columns["name"]).data_type == "s"
