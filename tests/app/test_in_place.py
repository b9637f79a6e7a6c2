"""A file in place of another: whole or not at all, refused before the work where it cannot be."""

import pytest

from app.errors import EnvironmentProblem, UserError
from app.exchange.exporting import export_study
from app.in_place import check_writable, in_place


def test_what_stood_there_stays_until_the_new_is_whole(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(TypeError), in_place(path) as part:
        part.write_text(b"no words")
    assert path.read_text() == "old"
    with in_place(path) as part:
        part.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_a_name_of_the_greatest_length_is_written(tmp_path):
    path = tmp_path / ("a" * 251 + ".txt")
    with in_place(path) as part:
        part.write_text("new")
    assert path.read_text() == "new"


@pytest.fixture(params=["no folder", "a folder", "not writable"])
def unfit(request, tmp_path, monkeypatch):
    """A place that no file can take, with the key of the sentence that says so."""
    if request.param == "no folder":
        return tmp_path / "none" / "a.xlsx", "study.no_folder"
    if request.param == "a folder":
        (tmp_path / "b.xlsx").mkdir()
        return tmp_path / "b.xlsx", "study.folder_in_the_way"

    def refuse(*_):
        raise FileNotFoundError(2, "as /proc says it")

    monkeypatch.setattr("pathlib.Path.touch", refuse)
    return tmp_path / "c.xlsx", "study.not_writable"


def test_an_unfit_place_is_refused_before_the_work_begins(unfit):
    path, key = unfit
    for asked in (lambda: check_writable(path), lambda: in_place(path).__enter__()):
        with pytest.raises((UserError, EnvironmentProblem)) as caught:
            asked()
        assert caught.value.key == key


@pytest.mark.parametrize("suffix", [".xlsx", ".json", ".qdpx"])
def test_no_export_says_more_than_one_sentence_of_an_unfit_place(study, unfit, capfd, suffix):
    path, key = unfit
    if key == "study.folder_in_the_way":
        path.with_suffix(suffix).mkdir(exist_ok=True)
    with pytest.raises((UserError, EnvironmentProblem)) as caught:
        export_study(study, path.with_suffix(suffix))
    assert caught.value.key == key
    assert capfd.readouterr().err == ""


def test_a_report_with_no_place_is_refused_before_anything_comes_in(study, tmp_path, capfd):
    from app.cli import run

    study.close()
    before = study.path.read_bytes()
    rows = tmp_path / "rows.csv"
    rows.write_text("text,code\nwords,one\n")
    (tmp_path / "r.json").mkdir()
    status = run(["import", str(study.path), str(rows), "--report", str(tmp_path / "r.json")])
    assert status == 2
    assert "r.json" in capfd.readouterr().err
    assert study.path.read_bytes() == before
