import pytest
from docx import Document
from openpyxl import load_workbook

from app.errors import UserError
from app.reduce.memo_browsing import MemoFilter, find_memos
from app.reduce.memo_marks import mark
from app.reduce.memos import add_memo
from app.reduce.names.table import add_pseudonym, show_pseudonyms
from app.reduce.summarising.accounting import GOT, note_account, set_account
from app.reduce.summarising.filling import save_answer
from app.report.memo_files import write_memos
from app.report.summary_files import write_account_sheet, write_forms
from tests.app.verify.build import Builder


@pytest.fixture
def told(study):
    make = Builder(study)
    source = make.source("I/KS-01", "interview", ("KS-01", "principal", None), site="A")
    make.source("D/01", "documentation", category="document")
    code = make.code("Time", question=make.focus("F1"))
    make.coding(source, code)
    save_answer(study, "source", source, "issues", "=time\nand Budi\x01")
    save_answer(study, "site", make.site("A"), "issues", "funds")
    return {"source": source, "site": make.site("A"), "code": code, "question": make.focus("F1")}


def words(path):
    document = Document(path)
    cells = [[c.text for c in row.cells] for table in document.tables for row in table.rows]
    return [p.text for p in document.paragraphs], cells


def test_forms_become_a_document_and_a_workbook(study, told, tmp_path):
    assert write_forms(study, tmp_path / "f.docx", language="en") == 2
    paragraphs, cells = words(tmp_path / "f.docx")
    assert "Contact summary I/KS-01" in paragraphs
    assert ["Main issues or themes", "=time\nand Budi"] in cells
    assert ["Type of contact", "Interview: KS-01"] in cells
    write_forms(study, tmp_path / "f.xlsx", language="id")
    book = load_workbook(tmp_path / "f.xlsx")
    assert book.sheetnames == ["Ringkasan kontak", "Ringkasan kasus"]
    sheet = book.worksheets[0]
    assert (sheet["A1"].value, sheet["A2"].value) == ("Sumber", "I/KS-01")
    assert (sheet["F2"].value, sheet["F2"].data_type) == ("=time\nand Budi", "s")


def test_chosen_forms_are_written_empty_or_not(study, told, tmp_path):
    assert write_forms(study, tmp_path / "f.docx", [("source", told["source"])]) == 1
    paragraphs, _ = words(tmp_path / "f.docx")
    assert not any("Case summary" in line for line in paragraphs)


def test_the_sheet_says_state_counts_note_and_rule(study, told, tmp_path):
    cell = (told["question"], told["site"])
    write_account_sheet(study, tmp_path / "s.docx", "en")
    assert words(tmp_path / "s.docx")[1] == [
        ["Research question", "A"], ["F1", "partly\nexcerpts: 1; sources: 1"]
    ]  # fmt: skip
    set_account(study, [cell], GOT)
    note_account(study, cell, "in the minutes")
    write_account_sheet(study, tmp_path / "s.xlsx", "en")
    sheet = load_workbook(tmp_path / "s.xlsx").worksheets[0]
    assert sheet["B2"].value == "got (set by hand)\nexcerpts: 1; sources: 1\nin the minutes"
    assert "own rule" in sheet["A4"].value


def test_memos_are_written_without_their_marks(study, told, tmp_path):
    add_memo(study, "On time", f"See {mark('Time', ('code', told['code']))}, Budi.",
             on_entity="code", on_id=told["code"])  # fmt: skip
    write_memos(study, tmp_path / "m.docx", find_memos(study, MemoFilter()), "en")
    paragraphs, _ = words(tmp_path / "m.docx")
    assert paragraphs[:2] == ["Memos", "On time"]
    assert paragraphs[2].startswith("Analytic memo · Code: Time · ")
    assert paragraphs[3] == "See Time, Budi."


def test_pseudonyms_stand_for_names_where_they_are_shown(study, told, tmp_path):
    add_pseudonym(study, "Budi", "Guru A")
    show_pseudonyms(study, True)
    add_memo(study, "Budi", "Budi says so")
    write_forms(study, tmp_path / "f.docx")
    write_memos(study, tmp_path / "m.docx", find_memos(study, MemoFilter()))
    for name in ("f", "m"):
        paragraphs, cells = words(tmp_path / f"{name}.docx")
        said = str((paragraphs, cells))
        assert "Budi" not in said
        assert "Guru A" in said


def test_what_is_refused(study, told, tmp_path):
    with pytest.raises(UserError, match=r"ends in \.docx, \.xlsx"):
        write_forms(study, tmp_path / "f.txt")
    with pytest.raises(UserError, match="nothing to write"):
        write_forms(study, tmp_path / "f.docx", [("source", 99)])
    with pytest.raises(UserError, match="nothing to write"):
        write_memos(study, tmp_path / "m.docx", [])
    with pytest.raises(UserError, match=r"ends in \.docx"):
        write_memos(study, tmp_path / "m.xlsx", [])
    assert list(tmp_path.glob("*.docx")) == []
