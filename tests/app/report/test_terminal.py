"""`main.py report` with everything it can be asked."""

import os
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from main import main
from tests.app.report.reading_back import read_back


@pytest.fixture
def asked(told, tmp_path, monkeypatch, capsys):
    """Ask for a report of the study in the folder of the test; return status, words, errors."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    path = str(told.path)

    def ask(*arguments):
        capsys.readouterr()
        status = main(["report", path, *arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return ask


def headings(path, level=1):
    return [p.text for p in read_back(Path(path)).paragraphs if p.style.name == f"Heading {level}"]


def test_every_kind_of_file_is_written(asked):
    for name in ("r.docx", "r.html", "r.xlsx", "r.pdf"):
        status, said, errors = asked("-o", name)
        assert (status, errors) == (0, "")
        assert said.splitlines()[-1] == f"Written: {name}"
        assert os.path.getsize(name) > 1000
    assert "Facilities hold the programme back" in Path("r.html").read_text("utf-8")
    assert Path("r.pdf").read_bytes().startswith(b"%PDF")
    assert len(load_workbook("r.xlsx").sheetnames) > 5


def test_shape_language_and_sections_are_those_asked_for(asked):
    assert asked("-o", "c.docx", "--shape", "chapter", "--language", "id")[0] == 0
    assert headings("c.docx") == ["HASIL PENELITIAN DAN PEMBAHASAN"]
    assert asked("-o", "r.docx", "--sections", " findings , data,data", "--language", "en")[0] == 0
    assert headings("r.docx") == ["Results"]
    assert [h for h in headings("r.docx", 2) if h in ("Findings", "Data by focus")] == [
        "Findings",
        "Data by focus",
    ]


def test_the_template_gives_its_styles(asked):
    template = Document()
    template.styles["Normal"].font.name = "Courier Prime"
    template.save("t.docx")
    assert asked("-o", "r.docx", "--template", "t.docx", "--sections", "findings")[0] == 0
    assert Document("r.docx").styles["Normal"].font.name == "Courier Prime"


def test_writing_again_says_what_changed_and_new_asks_for_nothing(asked):
    asked("-o", "r.docx", "--sections", "findings")
    assert asked("-o", "r.docx", "--sections", "findings")[1] == "Written: r.docx\n"
    said = asked("-o", "r.docx", "--sections", "findings,codebook")[1]
    assert said == "New: Codebook\nWritten: r.docx\n"
    assert asked("-o", "r.docx", "--sections", "findings", "--new")[1] == "Written: r.docx\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--template", "no.docx"], "There is no template “no.docx”. Choose a Word file"),
        (["--template", "bad.docx"], "“bad.docx” cannot be taken as a template"),
        (["--sections", "data,thanks"], "A report has no section “thanks”: choose from setting,"),
        (["--sections", " , "], "A report needs at least one section: choose from setting,"),
        (["--shape", "poem"], "A report has no shape “poem”: choose one of report, chapter."),
        (["--transcripts", "sung"], "Transcripts have no form “sung”"),
    ],
)
def test_what_is_not_fit_is_one_sentence_and_status_2(asked, arguments, sentence):
    Path("bad.docx").write_text("no Word file", "utf-8")
    status, said, errors = asked("-o", "r.docx", *arguments)
    assert (status, said) == (2, "")
    assert errors.startswith(sentence)
    assert errors.count("\n") == 1
    assert not Path("r.docx").exists()
