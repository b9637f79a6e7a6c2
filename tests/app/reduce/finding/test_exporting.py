import csv

import pytest
from openpyxl import load_workbook

from app.errors import UserError
from app.reduce.finding.exporting import write_hits
from app.reduce.finding.found import Question, find


def test_hits_go_to_a_workbook_and_to_a_csv(texts, tmp_path):
    places = find(texts, Question("guru")).places
    write_hits(texts, places, tmp_path / "hits.xlsx", "en")
    sheet = load_workbook(tmp_path / "hits.xlsx").active
    book = [[cell.value for cell in row] for row in sheet.iter_rows()]
    write_hits(texts, places, tmp_path / "hits.csv", "id")
    with (tmp_path / "hits.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert book[0] == ["Source", "Method", "Title", "Informant", "Role", "Line", "Before", "Found",
                       "After"]  # fmt: skip
    assert lines[0][3] == "Informan"
    assert book[2][:6] == ["R/1", "Interview", "Source 1", "KS-01", "Key person", 2]
    assert book[2][6:] == [*("KS-01: Saya mengajar setiap hari. Pelajaran itu dibuat ", "guru"),
                           ", waktu rapat juga."]  # fmt: skip
    assert lines[2][6:] == book[2][6:]
    assert len(book) == len(lines) == 5


def test_words_that_begin_like_a_formula_stay_words(texts, tmp_path, monkeypatch):
    from app.reduce.finding import exporting

    monkeypatch.setattr(exporting, "_rows", lambda *_: [("=1+1",) * 9, ("=2", *("a",) * 8)])
    write_hits(texts, [], tmp_path / "hits.xlsx", "en")
    sheet = load_workbook(tmp_path / "hits.xlsx").active
    assert sheet["A2"].data_type == "s"


def test_another_ending_is_refused(texts, tmp_path):
    with pytest.raises(UserError, match=r"\.xlsx or \.csv"):
        write_hits(texts, [], tmp_path / "hits.pdf", "en")
    assert list(tmp_path.glob("*.pdf*")) == []
