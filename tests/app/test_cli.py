import json
from pathlib import Path

import pytest
from sqlalchemy import select

from app.cli import COMMANDS, run
from app.study_files import open_study
from app.window_arguments import parse
from main import main
from models.collection import Source
from models.design import Site


@pytest.fixture(autouse=True)
def _in_english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "s.tilik"
    assert run(["new", str(path), "--title", "A study", "--language", "id"]) == 0
    return path


def test_new_makes_a_study(path):
    study = open_study(path)
    assert (study.title, study.language) == ("A study", "id")
    study.close()


def test_check_says_that_a_study_is_in_order(path, capsys):
    assert run(["check", str(path)]) == 0
    assert "“s.tilik” is in order" in capsys.readouterr().out


def test_history_lists_the_steps_oldest_first(path, capsys):
    study = open_study(path)
    for name in ("A", "B"):
        with study.change("study.methods.interview") as session:
            session.add(Site(name=name))
    study.close()
    capsys.readouterr()
    assert run(["history", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [step["id"] for step in found] == [1, 2]
    assert {step["state"] for step in found} == {"done"}
    assert run(["history", str(path)]) == 0
    assert capsys.readouterr().out.splitlines()[0].split() == [
        "Step",
        "When",
        "(UTC)",
        "Who",
        "State",
        "What",
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check", "no.tilik"], "There is no file “no.tilik”.\n"),
        (
            ["new", "{path}", "--title", "B"],
            "“s.tilik” is already there. Choose another name, or open it.\n",
        ),
        (["new", "{path}2", "--title", " "], "A study needs a title.\n"),
        (
            ["report", "{path}", "-o", "r.txt"],
            "“r.txt” is no report that Tilik writes: its name must end in .docx, .html, .xlsx or "
            ".pdf.\n",
        ),
    ],
)
def test_bad_input_is_one_sentence_and_status_2(path, capsys, arguments, sentence):
    capsys.readouterr()
    assert run([argument.format(path=path) for argument in arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == sentence


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_has_help(command, capsys):
    with pytest.raises(SystemExit) as ended:
        run([command, "--help"])
    assert ended.value.code == 0
    assert command in capsys.readouterr().out


def test_without_a_screen_the_window_says_what_to_do(monkeypatch, capsys):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    monkeypatch.setattr("sys.platform", "linux")
    assert main(["--sample"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("There is no screen here")
    assert "main.py report kkg.tilik -o kkg.docx" in said
    assert said.count("\n") == 1


def test_a_missing_library_is_named_with_the_way_to_get_it(monkeypatch, capsys):
    def nothing(name):
        raise OSError(name)

    monkeypatch.setattr("ui.screen.ctypes.CDLL", nothing)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("sys.platform", "linux")
    assert main([]) == 2
    said = capsys.readouterr().err
    assert "sudo apt-get install libgl1 libegl1" in said
    assert said.count("\n") == 1


def test_the_codebook_goes_out_of_one_study_and_into_another(path, tmp_path, capsys):
    from app.reduce.code_editing import add_path
    from app.reduce.codes import codes

    study = open_study(path)
    add_path(study, "Factors > Time")
    study.close()
    other = tmp_path / "other.tilik"
    assert run(["new", str(other), "--title", "Other"]) == 0
    for ending in ("xlsx", "csv", "docx"):
        assert run(["codebook", str(path), "-o", str(tmp_path / f"book.{ending}")]) == 0
    capsys.readouterr()
    assert run(["codebook", str(other), "--import", str(tmp_path / "book.docx")]) == 0
    assert capsys.readouterr().out == "2 new, 0 changed, 0 unchanged\n"
    study = open_study(other)
    assert [code.path for code in codes(study)] == ["Factors", "Factors > Time"]
    study.close()
    assert run(["codebook", str(other), "--import", str(other)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [["new", "\udcff.tilik", "--title", "A"], ["new", "a.tilik", "--title", "\udcff"]]
)
def test_an_argument_in_other_bytes_is_refused(tmp_path, monkeypatch, capsys, arguments):
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 2
    assert "UTF-8" in capsys.readouterr().err
    assert list(tmp_path.glob("*.tilik")) == []


def test_search_finds_forms_and_patterns(tmp_path, capsys):
    path = str(tmp_path / "s.tilik")
    assert run(["sample", path, "--language", "en"]) == 0
    capsys.readouterr()
    assert run(["search", path, "teach", "--lemma", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    study = open_study(tmp_path / "s.tilik")
    with study.read() as connection:
        ids = {row.reference: row.id for row in connection.execute(select(Source))}
    words = {
        study.texts.quote(ids[hit["source"]], *span).lower()
        for hit in found
        for span in hit["spans"]
    }
    study.close()
    assert {"teach", "teaching"} <= words
    assert "teacher" not in words
    assert run(["search", path, r"\bteach\w*", "--regex"]) == 0
    assert capsys.readouterr().out
    assert run(["search", path, "(", "--regex"]) == 2
    assert "is not a regular expression" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["new", "a.tilik"], "--title"),
        (["collect", "a.tilik", "b.txt"], "--method"),
        (["report", "a.tilik", "-o", "b.docx", "--language", "fr"], "fr"),
        (["history"], "study"),
    ],
)
def test_a_wrong_command_line_is_one_sentence(capsys, arguments, words):
    with pytest.raises(SystemExit) as end:
        run(arguments)
    assert end.value.code == 2
    said = capsys.readouterr().err
    assert words in said.lower()
    assert said.count("\n") == 1


def test_a_command_that_is_not_there_is_said(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as end:
        parse(["nosuchcommand"])
    assert end.value.code == 2
    assert "no command and no study “nosuchcommand”" in capsys.readouterr().err
    assert parse(["kkg.tilik"]).study == Path("kkg.tilik")
