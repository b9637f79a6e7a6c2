from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select, text

from app import history
from app.check import check
from app.collect.importing import collect_files, import_sources
from app.collect.originals import export_original, original
from app.collect.planned import Columns
from app.collect.planning import check_plan, plan_import
from app.collect.removing import delete_sources
from app.collect.sources import count_sources, sources
from app.collect.speaker_labels import turns
from app.errors import UserError
from models.collection import Original, Source
from models.design import Informant
from tests.app.collect.files import docx, p, xlsx

TALK = "P: Apa 😀?\nN: Itu.\nP: Lalu?\nN: Ya."
ANSWER = "an answer in some words, long enough to be one: {}"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


def found(study, words):
    with study.read() as connection:
        return connection.execute(
            text(
                "SELECT source.reference, passage.start FROM passage_fts "
                "JOIN passage ON passage.id = passage_fts.rowid "
                "JOIN source ON source.id = passage.source_id WHERE passage_fts MATCH :w"
            ),
            {"w": words},
        ).all()


def attributes(study):
    with study.read() as connection:
        return dict(connection.execute(select(Informant.code, Informant.attributes)).all())


def test_an_import_is_one_step_with_text_file_turns_and_people(study, folder):
    (folder / "W_KS-01.txt").write_text(TALK)
    (folder / "obs.txt").write_text("Rapat dimulai.")
    observed, talk = plan_import(study, [folder])
    talk = replace(talk, site="SDN Ciawi 01", date=date(2017, 1, 12), title=" KS ")
    report = import_sources(study, [replace(observed, category="activity"), talk])
    assert report.sentence("en") == "Imported: 2 sources, 1 new informant."
    assert report.sentence("id") == "Diimpor: 2 sumber, 1 informan baru."
    row, observation = sources(study)
    assert (row.reference, row.title, row.method, row.site) == (
        "I/KS-01",
        "KS",
        "interview",
        "SDN Ciawi 01",
    )
    assert (row.date, row.file_name, row.length) == (date(2017, 1, 12), "W_KS-01.txt", len(TALK))
    assert [(q.code, q.category) for q in row.participants] == [("KS-01", "")]
    assert [(q.informant_id, q.category) for q in observation.participants] == [(None, "activity")]
    assert study.texts.of(row.id) == TALK
    assert original(study, row.id).data == TALK.encode()
    said = [(study.texts.quote(row.id, t.start, t.end), t.code) for t in turns(study, row.id)]
    assert said == [("P: Apa 😀?", ""), ("N: Itu.", "KS-01"), ("P: Lalu?", ""), ("N: Ya.", "KS-01")]
    assert found(study, "lalu") == [("I/KS-01", 18)]
    assert check(study).faults == ()
    (step, *_) = [s for s in history.steps(study) if s.state == "done"]
    assert history.undo(study)
    assert (count_sources(study), found(study, "lalu")) == (0, [])
    assert not history.undo(study)
    assert history.redo(study)
    assert [s.reference for s in sources(study)] == ["I/KS-01", "O-01"]
    assert found(study, "lalu") == [("I/KS-01", 18)]
    assert check(study).faults == ()
    assert step.values["count"] == 2


def test_one_bad_file_in_a_hundred_is_named_and_the_others_come_in(study, folder):
    for number in range(99):
        (folder / f"{number:02}.txt").write_text(f"words {number}")
    (folder / "bad.docx").write_bytes(docx(p("x"))[:50])
    planned = [replace(line, include=True) for line in plan_import(study, [folder])]
    report = import_sources(study, planned)
    assert len(report.imported) == 99
    assert [(one.name, one.problem.sentence("en")) for one in report.refused] == [
        ("bad.docx", "“bad.docx” is damaged or was cut short, so its text cannot be read.")
    ]
    assert report.sentence("en").startswith("Imported: 99 sources. “bad.docx” is damaged")


def test_a_file_that_changed_or_went_since_is_refused_and_the_others_come_in(study, folder):
    for name in "abc":
        (folder / f"{name}.txt").write_text(name)
    planned = plan_import(study, [folder])
    (folder / "a.txt").write_text("other")
    (folder / "b.txt").unlink()
    report = import_sources(study, planned)
    assert [one.problem.sentence("en") for one in report.refused] == [
        "“a.txt” has changed since it was looked at. Import it again.",
        "There is no file “b.txt”.",
    ]
    assert [s.title for s in sources(study)] == ["c"]


def test_cancelling_changes_nothing(study, folder):
    for name in "abc":
        (folder / f"{name}.txt").write_text(name)
    planned = plan_import(study, [folder])
    told = []
    report = import_sources(
        study, planned, lambda done, total: told.append((done, total)), lambda: len(told) == 2
    )
    assert report.cancelled
    assert report.sentence("en") == "The import was cancelled; nothing was changed."
    assert told == [(1, 3), (2, 3)]
    assert count_sources(study) == 0
    assert history.next_undo(study) is None
    with study.read() as connection:
        assert connection.scalar(select(func.count()).select_from(Original)) == 0


def test_a_name_that_is_known_is_found_however_it_is_written(study, folder):
    (folder / "W_KS-01.txt").write_text("a")
    (folder / "W_G-01.txt").write_text("b")
    lines = plan_import(study, [folder])
    import_sources(study, [replace(line, site="SDN Ciawi 01") for line in lines])
    (folder / "W_ks-01 (2).txt").write_text("c")
    (line,) = plan_import(study, [folder / "W_ks-01 (2).txt"])
    report = import_sources(
        study, [replace(line, site="sdn  ciawi 01", informants=("ks-01",), reference="new")]
    )
    assert report.informants == 0
    assert {row.site for row in sources(study)} == {"SDN Ciawi 01"}


def test_rows_become_sources_and_share_their_file(study, folder, tmp_path):
    rows = [["id", "age", "answer"]] + [[f"G-0{n}", 30 + n, ANSWER.format(n)] for n in range(1, 4)]
    rows.append(["G-04", 50, None])
    (folder / "angket.xlsx").write_bytes(xlsx(rows))
    report = import_sources(study, plan_import(study, [folder]))
    assert (len(report.imported), report.informants) == (3, 4)
    first, second, third = sources(study)
    assert [s.reference for s in (first, second, third)] == ["Q/G-01", "Q/G-02", "Q/G-03"]
    assert study.texts.of(second.id) == ANSWER.format(2)
    assert second.attributes == {"age": "32"}
    assert {code: a["age"] for code, a in attributes(study).items()} == {
        "G-01": "31",
        "G-02": "32",
        "G-03": "33",
        "G-04": "50",
    }
    data = (folder / "angket.xlsx").read_bytes()
    assert original(study, third.id).data == data
    delete_sources(study, [first.id])
    assert original(study, third.id).data == data
    target = export_original(study, third.id, tmp_path / "again.xlsx")
    assert target.read_bytes() == data
    assert check(study).faults == ()


def test_a_table_of_attributes_alone_fills_in_the_informants(study, folder):
    with study.change("collect.history.imported", count=1, name="x") as session:
        session.add(Informant(code="G-01", attributes={"age": "44"}))
    (folder / "faces.csv").write_text("case,age,gender\nG-01,31,f\nG-02,32,m\n")
    report = import_sources(study, plan_import(study, [folder]))
    assert (len(report.imported), report.informants) == (0, 1)
    assert report.sentence("en") == "Imported: 1 new informant, attributes of 2 informants."
    assert attributes(study) == {
        "G-01": {"age": "44", "gender": "f"},
        "G-02": {"age": "32", "gender": "m"},
    }


def test_a_table_that_says_nothing_known_is_named(study, folder):
    (folder / "a.csv").write_text("colour,size\nred,1\nred,2\n")
    lines = plan_import(study, [folder])
    sentence = (
        "No column of “a.csv” is known to hold answers, and none to hold informants. "
        "Say which column is which."
    )
    assert check_plan(study, lines)[0].sentence("en") == sentence
    report = import_sources(study, lines)
    assert report.sentence("en") == f"Imported: nothing. {sentence}"


def test_columns_can_be_taken_for_something_else(study, folder):
    (folder / "a.csv").write_text(f"id,who,answer\n1,G-01,{ANSWER.format(1)}\n")
    (line,) = plan_import(study, [folder])
    import_sources(study, [replace(line, columns=Columns(texts=(2,), informant=1))])
    (row,) = sources(study)
    assert [q.code for q in row.participants] == ["G-01"]


def test_the_terminal_collects_files_of_one_method(study, folder):
    (folder / "a.txt").write_text(TALK)
    (folder / "b.txt").write_text("")
    report = collect_files(
        study,
        [folder / "a.txt", folder / "b.txt", folder / "gone.txt"],
        "W",
        ["KS-01"],
        "SDN Ciawi 01",
        date(2017, 1, 12),
    )
    assert [one.reference for one in report.imported] == ["I/KS-01"]
    assert [one.problem.sentence("en") for one in report.refused] == [
        "“b.txt” is empty.",
        "There is no file “gone.txt”.",
    ]
    (row,) = sources(study)
    assert (row.site, row.date) == ("SDN Ciawi 01", date(2017, 1, 12))
    assert {t.speaker: t.code for t in turns(study, row.id)} == {"P": "", "N": "KS-01"}
    again = collect_files(study, [folder / "a.txt"], "interview")
    assert again.refused[0].problem.sentence("en") == (
        "“a.txt” was left out: the study or this import already holds the same file as “I/KS-01”."
    )
    with pytest.raises(UserError):
        collect_files(study, [folder / "a.txt"], "talk")


def test_a_file_name_that_is_no_unicode_is_imported(study, folder):
    path = folder / "w\udce9 \n'\".txt"
    path.write_text("words")
    report = import_sources(study, plan_import(study, [folder]))
    assert len(report.imported) == 1
    (row,) = sources(study)
    row.file_name.encode()
    assert "\n" not in row.title


def test_a_read_only_study_is_not_changed(study, folder):
    from app.study_files import open_study

    (folder / "a.txt").write_text("a")
    second = open_study(study.path)
    planned = plan_import(second, [folder])
    with pytest.raises(UserError, match="read-only"):
        import_sources(second, planned)
    second.close()


def test_two_hundred_transcripts_come_in_within_seconds(study, folder):
    import time

    words = "\n".join(f"P: Apa {n}?\nN: {'kata ' * 50}" for n in range(145))
    for number in range(200):
        (folder / f"W_KS-{number:03}.txt").write_text(f"{number}\n{words}")
    start = time.perf_counter()
    planned = plan_import(study, [folder])
    report = import_sources(study, planned)
    assert time.perf_counter() - start < 30
    assert len(report.imported) == 200
    with study.read() as connection:
        assert connection.scalar(select(func.count()).select_from(Source)) == 200
