import os
from dataclasses import replace
from datetime import date

import pytest

from app.collect.importing import import_sources
from app.collect.planned import with_informants
from app.collect.planning import check_plan, plan_import
from models.design import Category, Informant, Site
from tests.app.collect.files import docx, p, xlsx

TALK = "P: Apa?\nN: Itu.\nP: Lalu?\nN: Ya."


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


def write(folder, **files):
    for name, words in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(words if isinstance(words, bytes) else words.encode())
    return folder


def test_a_plan_reads_and_guesses_each_file(study, folder):
    with study.change("collect.history.imported", count=1, name="x") as session:
        session.add_all([Site(name="SDN Ciawi 01"), Category(name="Document")])
        session.add(Informant(code="KS-01", pseudonym="Ibu Ani"))
    (folder / "W_KS-01 2017-01-12.docx").write_bytes(
        docx(p("SDN Ciawi 01") + "".join(map(p, TALK.split("\n"))))
    )
    (folder / "dokumen SK.md").write_text("# Keputusan")
    document, talk = plan_import(study, [folder])
    assert (talk.kind, talk.format, talk.method, talk.reference) == (
        "text",
        "docx",
        "interview",
        "I/KS-01",
    )
    assert (talk.informants, talk.site, talk.date) == (
        ("KS-01",),
        "SDN Ciawi 01",
        date(2017, 1, 12),
    )
    assert [(s.label, s.informant, s.is_researcher) for s in talk.speakers] == [
        ("P", "", True),
        ("N", "KS-01", False),
    ]
    assert len(talk.turns) == 4
    assert talk.include
    assert (document.method, document.reference, document.category) == (
        "documentation",
        "D-01",
        "Document",
    )
    assert check_plan(study, [document, talk]) == [None, None]


def test_a_folder_gives_the_files_that_are_read_and_a_file_is_taken_as_it_is(study, folder):
    inner = folder / "more"
    inner.mkdir()
    write(folder, b__txt="b", a__TXT="a", c__jpg=b"\xff\xd8\xff\0", z__docx=docx(p("z")))
    (folder / ".hidden.txt").write_text("no")
    (folder / "~$z.docx").write_text("no")
    (inner / "d.txt").write_text("d")
    names = [line.name for line in plan_import(study, [folder])]
    assert names == ["a.TXT", "b.txt", "d.txt", "z.docx"]
    assert [line.name for line in plan_import(study, [folder / "c.jpg"])] == ["c.jpg"]


def test_a_bad_file_carries_its_sentence_and_the_others_stand(study, folder):
    write(folder, a__txt="a", b__txt="", c__txt="c")
    first, bad, last = plan_import(study, [folder, folder / "gone.txt"])[:3]
    assert (first.include, last.include) == (True, True)
    assert (bad.kind, bad.include) == ("unreadable", False)
    assert bad.problem.sentence("en") == "“b.txt” is empty."
    gone = plan_import(study, [folder / "gone.txt"])[0]
    assert gone.problem.sentence("en") == "There is no file “gone.txt”."


def test_the_same_bytes_are_noticed_in_the_list_and_in_the_study(study, folder):
    write(folder, a__txt="same", b__txt="same")
    first, second = plan_import(study, [folder])
    assert (first.duplicate_of, first.include) == ("", True)
    assert (second.duplicate_of, second.include) == ("a.txt", False)
    import_sources(study, [first])
    again = plan_import(study, [folder / "b.txt"])[0]
    assert (again.duplicate_of, again.include) == (first.reference, False)


def test_a_table_has_a_line_for_each_sheet_and_a_coded_one_says_so(study, folder):
    answer = "an answer in some words, long enough to be one {}"
    rows = [["id", "answer"], ["G-01", answer.format(1)], ["G-02", answer.format(2)]]
    coded = [["source", "method", "excerpt", "code"], ["S", "W", "e", "c"]]
    write(
        folder,
        two__xlsx=xlsx(rows, title="Angket", more=[("Kode", coded)]),
        one__csv="id,answer\n",
        coded__csv="source,method,excerpt,code\nS,W,e,c\n",
    )
    by_name = {line.name: line for line in plan_import(study, [folder])}
    assert by_name["two.xlsx – Angket"].kind == "rows"
    assert by_name["two.xlsx – Angket"].method == "questionnaire"
    assert by_name["two.xlsx – Kode"].kind == "coded"
    assert not by_name["two.xlsx – Kode"].duplicate_of
    assert by_name["coded.csv"].kind == "coded"
    assert by_name["one.csv"].problem.sentence("en") == "“one.csv” holds no row under its headings."


def test_references_are_free_and_told_apart(study, folder):
    write(folder, **{"W_KS-01__txt": "a", "W_KS-01 b__txt": "b", "W-x__txt": "c", "W-y__txt": "d"})
    assert sorted(line.reference for line in plan_import(study, [folder])) == [
        "I-01",
        "I-02",
        "I/KS-01",
        "I/KS-01 (2)",
    ]


def test_what_stands_in_the_way_is_said_of_the_line(study, folder):
    write(folder, a__txt="a", b__txt="b", c__txt="c", d__txt="d")
    a, b, c, d = plan_import(study, [folder])
    lines = [
        replace(a, method=""),
        replace(b, reference=" "),
        replace(c, reference="X-1"),
        replace(d, reference="x-1"),
    ]
    said = [problem.sentence("en") if problem else None for problem in check_plan(study, lines)]
    assert said == [
        "“a.txt” needs a method: interview, observation, questionnaire or documentation.",
        "“b.txt” needs a reference.",
        None,
        "“d.txt” was not imported: another source has the reference “x-1”.",
    ]
    assert check_plan(study, [replace(line, include=False) for line in lines]) == [None] * 4


def test_progress_is_told_and_cancelling_ends_the_list(study, folder):
    write(folder, a__txt="a", b__txt="b", c__txt="c")
    told = []
    plan_import(study, [folder], lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert len(plan_import(study, [folder], cancelled=lambda: len(told) == 3)) == 0


def test_other_informants_tie_the_speakers_anew(study, folder):
    write(folder, a__txt=TALK)
    (line,) = plan_import(study, [folder])
    one = with_informants(line, (" PG1 ", "PG1", ""))
    assert one.informants == ("PG1",)
    assert {s.label: s.informant for s in one.speakers} == {"P": "", "N": "PG1"}
    none = with_informants(one, ())
    assert {s.label: s.informant for s in none.speakers} == {"P": "", "N": ""}


def test_a_folder_that_may_not_be_read_says_so_and_the_others_are_read(study, folder, monkeypatch):
    write(folder, a__txt="a")
    shut = folder / "shut"
    shut.mkdir()
    (shut / "b.txt").write_text("b")
    scan = os.scandir

    def refuse(path):
        if str(path) == str(shut):
            raise PermissionError(13, "Permission denied", str(shut))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    first, barred = plan_import(study, [folder])
    assert (first.name, first.include) == ("a.txt", True)
    assert not barred.include
    assert barred.problem.sentence("en") == (
        "“shut” may not be opened: you have no permission to read or write it."
    )


def test_a_file_in_a_folder_that_may_not_be_entered_says_so(study, folder, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(type(folder), "is_dir", refuse)
    (line,) = plan_import(study, [folder / "a.txt"])
    assert line.problem.sentence("en") == (
        "“a.txt” may not be opened: you have no permission to read or write it."
    )


def test_a_folder_without_a_file_to_read_says_so(study, folder):
    write(folder, a__jpg="x")
    (line,) = plan_import(study, [folder])
    assert line.problem.sentence("en") == (
        "The folder “in” holds no file of a kind that Tilik reads."
    )
