"""The audit trail as a workbook, as lines and as a Word document."""

import csv

import pytest
from docx import Document
from openpyxl import load_workbook

from app.cli import run
from app.errors import UserError
from app.reduce.code_editing import add_code, rename_code
from app.report.audit_files import COLUMNS, write_audit
from app.verify.audit.trail import Wanted


@pytest.fixture
def laid(study):
    rename_code(study, add_code(study, "Planning"), "=Plans")
    return study


def test_the_workbook_has_each_field_and_the_code_book(laid, tmp_path):
    told = []
    path = tmp_path / "a.xlsx"
    assert write_audit(laid, path, progress=lambda *given: told.append(given)) == 2
    trail, days = load_workbook(path).worksheets
    rows = [[cell.value or "" for cell in row] for row in trail.iter_rows()]
    assert len(rows[0]) == len(COLUMNS)
    assert rows[1][4:9] == ["Code", "=Plans", "name", "Planning", "=Plans"]
    assert trail["I2"].data_type == "s"
    assert days["B2"].value == "1"
    assert told[-1] == (2, 2)


def test_lines_in_the_other_language(laid, tmp_path):
    write_audit(laid, tmp_path / "a.csv", language="id")
    rows = list(csv.reader((tmp_path / "a.csv").read_text("utf-8-sig").splitlines()))
    assert rows[0][1:3] == ["Kapan", "Siapa"]
    assert rows[1][6:9] == ["nama", "Planning", "=Plans"]


def test_the_word_document_holds_the_same(laid, tmp_path):
    write_audit(laid, tmp_path / "a.docx")
    table = Document(tmp_path / "a.docx").tables[0]
    assert [cell.text for cell in table.rows[1].cells][4:6] == ["Planning", "=Plans"]


def test_nothing_to_write_and_another_ending(laid, tmp_path):
    with pytest.raises(UserError):
        write_audit(laid, tmp_path / "a.xlsx", Wanted(words="nowhere said"))
    with pytest.raises(UserError):
        write_audit(laid, tmp_path / "a.txt")
    assert list(tmp_path.glob("a.*")) == []


def test_from_the_terminal(laid, tmp_path, capsys):
    path = str(laid.path)
    laid.close()
    assert run(["audit", path, "-o", str(tmp_path / "t.csv"), "--kind", "code"]) == 0
    assert "t.csv" in capsys.readouterr().out
    assert run(["audit", path, "-o", str(tmp_path / "t.csv"), "--words", "nowhere"]) == 2
    assert "step" in capsys.readouterr().err
