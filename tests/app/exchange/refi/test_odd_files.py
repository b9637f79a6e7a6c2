"""Files that hold what few programs write: nothing of it may go without a word."""

import sqlite3
import zipfile

import pytest
from sqlalchemy import select

from app.collect.references import References
from app.exchange.bringing_in import bring_in_project, new_study_of
from app.exchange.incoming import InCode, InCoding, InSelection, InSource, InUser, Project
from app.exchange.refi.package import SERVED_LIMIT
from app.exchange.refi.reading import read_refi
from app.exchange.refi.writing import write_qdpx
from app.exchange.taguette.exports import is_export
from app.sample import write_sample
from app.study_files import open_study
from models.carried import Carried, PartCoding
from models.collection import Source
from models.conclusions import Evidence, Finding
from models.design import Coder
from models.migrations.upgrade import make_older
from models.reduction import Coding, Excerpt
from models.study_file import VERSION
from tests.app.exchange.refi.made import CODE, USER, guid, project, qdpx, selection, text_source

WORDS = "First line here.\nSecond line there."
WORD_FILE = {"sources/a.txt": WORDS}


def brought(tmp_path, xml, members=None):
    path = qdpx(tmp_path / "p.qdpx", xml, members or WORD_FILE)
    return new_study_of(tmp_path / "new", read_refi(path))


def values(study, column, *where):
    with study.read() as connection:
        return list(connection.scalars(select(column).where(*where)))


def keys(report):
    return {trouble.key for trouble in (*report.changed, *report.lost, *report.kept)}


def test_two_selections_of_the_same_words_keep_both_descriptions(tmp_path):
    first, second = (
        selection(0, 5, number=n, inside=f"<Description>{words}</Description>")
        for n, words in enumerate(("comment one", "COMMENT TWO"))
    )
    study, report = brought(tmp_path, project(text_source(first + second)))
    assert values(study, Excerpt.summary) == ["comment one\nCOMMENT TWO"]
    assert "exchange.changed.selections_united" in keys(report)
    study.close()


def test_a_selection_that_came_later_adds_its_description(tmp_path):
    study, _ = brought(tmp_path, project(text_source(selection(0, 5))))
    further = selection(0, 5, number=7, inside="<Description>later</Description>")
    path = qdpx(tmp_path / "q.qdpx", project(text_source(further)), WORD_FILE)
    bring_in_project(study, read_refi(path))
    assert values(study, Excerpt.summary) == ["later"]
    study.close()


def test_users_that_are_not_listed_stay_apart(tmp_path):
    both = selection(0, 5).replace(USER, guid(88)) + selection(0, 5, number=1).replace(
        USER, guid(89)
    )
    study, report = brought(tmp_path, project(text_source(both)))
    coders = values(study, Coding.coder_id)
    assert len(coders) == len(set(coders)) == 2
    assert {guid(88), guid(89)} <= set(values(study, Coder.guid))
    assert "exchange.changed.coder_unlisted" in keys(report)
    study.close()


def test_a_transcript_selection_between_points_that_are_not_there(tmp_path):
    coding = f'<Coding guid="{guid(70)}"><CodeRef targetGUID="{CODE}"/></Coding>'
    tape = (
        f'<AudioSource guid="{guid(63)}" name="Tape" path="internal://t.mp3"><Transcript '
        f'guid="{guid(64)}"><PlainTextContent>{WORDS}</PlainTextContent>'
        f'<TranscriptSelection guid="{guid(67)}" fromSyncPoint="{guid(1)}" '
        f'toSyncPoint="{guid(2)}">{coding}</TranscriptSelection></Transcript></AudioSource>'
    )
    study, report = brought(tmp_path, project(tape), {"sources/t.mp3": b"ID3"})
    assert values(study, Coding.id) == []
    assert "exchange.lost.no_words" in keys(report)
    study.close()


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+07:00", "0001-01-01T00:00:00Z"])
def test_the_date_that_means_none(tmp_path, moment):
    xml = project(text_source(selection(0, 5))).replace("2024-05-01T10:00:00Z", moment)
    study, _ = brought(tmp_path, xml)
    assert [made.year > 2000 for made in values(study, Coding.made_at)] == [True]
    study.close()


def test_one_file_is_not_multiplied_without_end(tmp_path):
    pictures = "".join(
        f'<PictureSource guid="{guid(600 + n)}" name="P{n}" path="internal://p.png"/>'
        for n in range(SERVED_LIMIT + 5)
    )
    found = read_refi(qdpx(tmp_path / "p.qdpx", project(pictures), {"sources/p.png": b"PNG"}))
    assert sum(one.data is not None for one in found.attachments) == SERVED_LIMIT
    assert [t.key for t in found.troubles].count("exchange.lost.file_repeated") == 5


def test_codings_of_a_part_are_not_doubled_where_their_guids_are_new(tmp_path):
    coding = '<Coding guid="{}" creatingUser="{}"><CodeRef targetGUID="{}"/></Coding>'
    picture = (
        f'<PictureSource guid="{guid(60)}" name="Roof" path="internal://p.png"><PictureSelection '
        f'guid="{guid(61)}" firstX="1" firstY="2" secondX="3" secondY="4">'
        "{}</PictureSelection></PictureSource>"
    )
    members = {"sources/p.png": b"PNG"}
    xml = project(picture.format(coding.format(guid(70), USER, CODE)))
    study, _ = brought(tmp_path, xml, members)
    again = project(picture.format(coding.format(guid(71), USER, CODE)))
    report = bring_in_project(study, read_refi(qdpx(tmp_path / "q.qdpx", again, members)))
    assert len(values(study, PartCoding.id)) == 1
    assert "exchange.changed.codings_doubled" in keys(report)
    study.close()


def test_a_long_text_that_repeats_itself_comes_back(tmp_path):
    words = "ya " * 1_000_000
    study, _ = brought(tmp_path, project(text_source()), {"sources/a.txt": words[:10]})
    with study.change("x") as session:
        source = session.scalars(select(Source)).one()
        source.length = len(words)
        session.connection().exec_driver_sql("UPDATE source_text SET text = ?", (words,))
    write_qdpx(study, tmp_path / "out.qdpx")
    study.close()
    again, report = new_study_of(tmp_path / "again", read_refi(tmp_path / "out.qdpx"))
    assert again.texts.of(1) == words
    assert report.changed == report.lost == ()
    again.close()


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """The sample as Tilik writes it."""
    folder = tmp_path_factory.mktemp("own")
    study = open_study(write_sample(folder / "s.tilik", "en"))
    write_qdpx(study, folder / "own.qdpx")
    study.close()
    return folder / "own.qdpx"


def test_rows_of_an_earlier_tilik_are_brought_up_to_date(own, tmp_path):
    """The rows as version 2 had them: its tables and columns only."""
    made = tmp_path / "v2"
    make_older(made, VERSION - 1)
    raw = sqlite3.connect(made)
    known = {
        name: [row[1] for row in raw.execute(f'PRAGMA table_info("{name}")')]
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    raw.close()
    found = read_refi(own)
    tables = {}
    for name, table in found.tilik["tables"].items():
        kept = [n for n, column in enumerate(table["columns"]) if column in known.get(name, ())]
        if kept:
            rows = [[row[n] for n in kept] for row in table["rows"]]
            tables[name] = {"columns": [table["columns"][n] for n in kept], "rows": rows}
    found.tilik["tables"], found.tilik["tilik"] = tables, VERSION - 1
    study, report = new_study_of(tmp_path / "new", found)
    assert report.lost == ()
    assert len(values(study, Finding.id)) == 9
    assert len(values(study, Evidence.id)) == 100
    study.close()


def test_a_study_that_takes_in_its_own_export_holds_no_more_than_before(own, tmp_path):
    """Findings and evidence, which others read as notes, sets and links, are there by now."""
    study, _ = new_study_of(tmp_path / "new", read_refi(own))
    report = bring_in_project(study, read_refi(own))
    assert report.came.keys() <= {"variables"}
    assert report.there["codings"] == 314
    study.close()


def test_rows_of_a_later_tilik_are_left_and_named(own, tmp_path):
    found = read_refi(own)
    found.tilik["tilik"] = VERSION + 1
    study, report = new_study_of(tmp_path / "new", found)
    assert "exchange.lost.own_rows_version" in keys(report)
    assert len(values(study, Coding.id)) == 314
    study.close()


def test_references_are_numbered_on():
    letter = References([], "en").next("documentation").partition("-")[0]
    references = References([f"{letter}-02"], "en")
    given = [references.next("documentation") for _ in range(3)]
    assert given == [f"{letter}-{number}" for number in ("01", "03", "04")]


def test_a_large_table_of_anything_is_no_export(tmp_path):
    rows = "name,age\n" + "x,1\n" * 10
    (tmp_path / "t.csv").write_text(rows)
    assert not is_export(tmp_path / "t.csv", rows.encode())
    told = "\ufeffid,document,tag,content\n"
    assert is_export(tmp_path / "t.csv", told.encode())
    with zipfile.ZipFile(tmp_path / "t.xlsx", "w") as archive:
        archive.writestr("xl/sharedStrings.xml", "<t>name</t>")
    assert not is_export(tmp_path / "t.xlsx", b"PK")


def test_what_doubled_codings_say_stays(study):
    codings = tuple(
        InCoding(guid(n), CODE, USER, memo=words) for n, words in ((1, "why"), (2, "and"))
    )
    source = InSource(guid(9), "Talk", WORDS, (InSelection(guid(8), 0, 5, codings),))
    told = {"users": (InUser(USER, "Ann"),), "codes": (InCode(CODE, "Work"),)}
    bring_in_project(study, Project("P", sources=(source,), **told))
    assert values(study, Coding.memo) == ["why\nand"]
    later = InSelection(guid(7), 0, 5, (InCoding(guid(3), CODE, USER, memo="more"),))
    again = InSource(guid(9), "Talk", WORDS, (later,))
    bring_in_project(study, Project("P", sources=(again,), **told))
    assert values(study, Carried.value, Carried.name == "coding.memo") == ["more"]
