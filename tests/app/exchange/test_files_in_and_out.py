"""Bringing files in and writing a study out, from the terminal."""

import csv
import json

import pytest

from app.cli import run
from app.exchange.refi.reading import read_refi
from app.study_files import open_study
from tests.app.exchange.refi.made import project, qdpx, selection, text_source


@pytest.fixture(autouse=True)
def _in_english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


@pytest.fixture
def path(tmp_path, capsys):
    path = tmp_path / "s.tilik"
    assert run(["new", str(path), "--title", "A study"]) == 0
    capsys.readouterr()
    return path


@pytest.fixture
def package(tmp_path):
    return qdpx(
        tmp_path / "p.qdpx",
        project(text_source(selection(0, 5, "First"))),
        {"sources/a.txt": "First words."},
    )


def counts(path):
    study = open_study(path)
    with study.read() as connection:
        found = [
            connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()
            for table in ("source", "code", "coding", "change")
        ]
    study.close()
    return found


def test_a_project_comes_in_with_its_report(path, package, tmp_path, capsys):
    report = tmp_path / "r.json"
    assert run(["import", str(path), str(package), "--report", str(report)]) == 0
    said = capsys.readouterr().out
    assert "1 source, 1 code, 1 coding" in said
    assert "1 of 1 selections (100 %)" in said
    told = json.loads(report.read_text("utf-8"))
    assert told["came"]["codings"] == told["quoted_selections"] == told["same_words"] == 1
    assert counts(path) == [1, 1, 1, 1]


def test_a_coded_spreadsheet_still_comes_in(path, tmp_path, capsys):
    table = tmp_path / "c.csv"
    table.write_text("source,method,excerpt,code\nTalk,interview,We met,Work\n", encoding="utf-8")
    report = tmp_path / "r.json"
    assert run(["import", str(path), str(table), "--report", str(report)]) == 0
    assert json.loads(report.read_text("utf-8"))["came"]["codings"] == 1
    assert "1 source" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("cut.qdpx", b"PK\x03\x04rest"),
        ("none.qdc", b"<CodeBook"),
        ("other.qde", b"<a/>"),
        ("empty.qdpx", b""),
        ("text.qdpx", b"\x00\x01\x02"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_changes_nothing(
    path, tmp_path, capsys, name, data
):
    (tmp_path / name).write_bytes(data)
    assert run(["import", str(path), str(tmp_path / name)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1
    assert name in said.err
    assert counts(path) == [0, 0, 0, 0]


def test_a_report_that_has_no_place_stops_the_import_before_it(path, package, tmp_path, capsys):
    assert run(["import", str(path), str(package), "--report", str(tmp_path / "no" / "r")]) == 2
    assert counts(path) == [0, 0, 0, 0]
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_a_study_goes_out_as_what_the_name_tells(path, package, tmp_path, capsys):
    assert run(["import", str(path), str(package)]) == 0
    for name in ("o.qdpx", "o.QDC", "o.json", "tables"):
        assert run(["export", str(path), "-o", str(tmp_path / name)]) == 0
    assert len(read_refi(tmp_path / "o.qdpx").whole().sources) == 1
    assert [code.name for code in read_refi(tmp_path / "o.QDC").codes] == ["Work"]
    tables = json.loads((tmp_path / "o.json").read_text("utf-8"))["tables"]
    assert tables["code"][0]["name"] == "Work"
    assert tables["source_text"] == [{"source_id": 1, "text": "First words."}]
    with (tmp_path / "tables" / "excerpt.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["start"], row["end"]) == ("0", "5")
    assert {p.stem for p in (tmp_path / "tables").iterdir()} == set(tables)
    assert "Written:" in capsys.readouterr().out


@pytest.mark.parametrize("target", ["o.docx", "no/o.qdpx", "no/o.json", "no/tables", "s.tilik"])
def test_a_target_that_cannot_be_is_one_sentence(path, tmp_path, capsys, target):
    before = path.read_bytes()
    assert run(["export", str(path), "-o", str(tmp_path / target)]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert path.read_bytes() == before


def test_a_study_without_codes_has_no_code_book(path, tmp_path, capsys):
    assert run(["export", str(path), "-o", str(tmp_path / "o.qdc")]) == 2
    assert "no codes" in capsys.readouterr().err
    assert not (tmp_path / "o.qdc").exists()
