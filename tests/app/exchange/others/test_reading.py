"""Each reader on a small project of its own, and on the real files where they are."""

import csv

import pytest

from app.errors import StudyProblem, UserError
from app.exchange.bringing_in import bring_in_project
from app.exchange.kinds import kind_of_project, read_project
from app.exchange.others.identity import Identities
from app.exchange.plain_text import same_words
from app.exchange.qualcoder import read_qualcoder
from app.exchange.rqda import read_rqda
from app.exchange.taguette import read_taguette
from app.exchange.taguette.page_text import PageText
from app.exchange.taguette.tags import Tag, code_tree
from tests.app.exchange.others import made
from tests.app.exchange.real_files import FOLDER


def by_name(things):
    return {thing.name: thing for thing in things}


def coded(project):
    """Return (words, code, coder) of each coding on words."""
    codes = {code.guid: code.name for code in project.codes}
    users = {user.guid: user.name for user in project.users}
    return sorted(
        (source.text[one.start : one.end], codes[coding.code], users.get(coding.user, ""))
        for source in project.sources
        for one in source.selections
        for coding in one.codings
    )


@pytest.fixture(params=["old", "new"])
def qualcoder(request, tmp_path):
    made.qualcoder(tmp_path / "halls.qda", old=request.param == "old")
    return tmp_path / "halls.qda", request.param == "new"


def test_qualcoder_texts_and_codings(qualcoder):
    project = read_qualcoder(qualcoder[0])
    assert coded(project) == [
        ("built the hall", "building", "ani"),
        ("built the hall", "together", "budi"),
        ("came to the hall", "building", "ani"),
    ]
    talk = by_name(project.sources)["talk.docx"]
    assert talk.text == made.TEXT
    assert talk.original() == b"PK the original"
    assert talk.values == {"place": "Ciawi"}
    first = talk.selections[0].codings[0]
    assert first.memo == "why"
    assert first.made_at.isoformat() == "2021-03-04T10:11:12+00:00"


def test_qualcoder_code_tree(qualcoder):
    path, new = qualcoder
    codes = by_name(read_qualcoder(path).codes)
    assert not codes["work"].codable
    assert codes["shared work"].parent == codes["work"].guid
    assert codes["building"].parent == codes["shared work"].guid
    assert codes["building"].colour == "#f5a9a9"
    assert codes["together"].colour == ""
    assert codes["together"].parent == (codes["building"].guid if new else "")


def test_qualcoder_cases_notes_and_attachments(qualcoder):
    path, new = qualcoder
    project = read_qualcoder(path)
    cases, sources = by_name(project.cases), by_name(project.sources)
    attachments = by_name(project.attachments)
    assert cases["Rina"].values == {"age": "41"}
    (spoken,) = cases["Rina"].selections
    place = next(s for s in sources["talk.docx"].selections if s.guid == spoken)
    assert made.TEXT[place.start : place.end] == "came to the hall"
    assert set(cases["Dewi"].sources) == {sources["talk.docx"].guid, attachments["hall.png"].guid}
    assert [note.on for note in project.notes if note.text == "she spoke"] == [(spoken,)]
    annotation = next(note for note in project.notes if note.text == "really nobody?")
    on = next(s for s in sources["talk.docx"].selections if (s.guid,) == annotation.on)
    assert made.TEXT[on.start : on.end] == "Nobody paid"
    assert attachments["hall.png"].data() == b"\x89PNG a picture"
    assert attachments["hall.png"].parts[0].place == {
        "firstX": 10, "firstY": 20, "secondX": 40, "secondY": 60,
    }  # fmt: skip
    assert attachments["far.mp3"].data is None
    assert attachments["far.mp3"].parts[0].place == {"begin": 1000, "end": 2500}
    keys = [trouble.key for trouble in project.troubles]
    assert "exchange.lost.file_outside" in keys
    assert "exchange.lost.file_missing" in keys  # of the PDF
    assert ("otherfiles.lost.graphs" in keys) == new
    assert [left.name for left in project.leftovers] == (
        ["important", "mood", "bibliography 1 Title"] if new else ["mood"]
    )


def test_qualcoder_positions_in_utf16_are_counted_again(tmp_path):
    path = made.qualcoder(tmp_path / "halls.qda")
    connection = made.sqlite3.connect(path)
    connection.execute("UPDATE code_text SET pos0 = pos0 + 2, pos1 = pos1 + 2 WHERE ctid = 3")
    connection.commit()
    connection.close()
    words = [said for said, _, _ in coded(read_qualcoder(path.parent))]
    assert words == ["built the hall", "built the hall", "came to the hall"]


def test_a_file_outside_the_folder_is_not_read(tmp_path):
    path = made.qualcoder(tmp_path / "halls.qda")
    (tmp_path / "secret.png").write_bytes(b"secret")
    connection = made.sqlite3.connect(path)
    connection.execute("UPDATE source SET mediapath = '/images/../../secret.png' WHERE id = 2")
    connection.commit()
    connection.close()
    project = read_qualcoder(path.parent)
    assert by_name(project.attachments)["hall.png"].data is None


def test_rqda(tmp_path):
    project = read_rqda(made.rqda(tmp_path / "halls.rqda"))
    assert coded(project) == [
        ("built the hall", "building", "ani"),
        ("built the hall", "together", "budi"),
    ]
    codes = by_name(project.codes)
    assert "old" not in codes
    assert codes["building"].parent == codes["work"].guid
    sets = by_name(project.sets)
    assert sets["people"].members == (codes["building"].guid,)
    assert sets["talks"].members == (project.sources[0].guid,)
    (rina,) = project.cases
    assert rina.values == {"age": "41"}
    assert project.sources[0].values == {"place": "Ciawi"}
    assert rina.selections
    annotation = next(note for note in project.notes if note.text == "really?")
    on = next(s for s in project.sources[0].selections if (s.guid,) == annotation.on)
    assert made.TEXT[on.start : on.end] == "paid."
    counts = {trouble.key: trouble.values.get("count") for trouble in project.troubles}
    assert counts["otherfiles.lost.deleted"] == 3
    assert counts["otherfiles.changed.annotation_place"] == 1


def test_rqda_in_the_letters_of_windows(tmp_path):
    path = made.rqda(tmp_path / "halls.rqda")
    connection = made.sqlite3.connect(path)
    words = "Café naïf".encode("cp1252")
    connection.execute("UPDATE source SET file = CAST(? AS TEXT) WHERE id = 1", (words,))
    connection.commit()
    connection.close()
    assert read_rqda(path).sources[0].text == "Café naïf"


def test_taguette(tmp_path):
    project = read_taguette(made.taguette(tmp_path / "halls.sqlite3"))
    assert coded(project) == [
        ("built the hall", "building", "budi"),
        ("built the hall", "together", "budi"),
        ("👩‍🌾 came", "building", "ani"),
    ]
    codes = by_name(project.codes)
    assert codes["building"].parent == codes["together"].parent == codes["work"].guid
    assert not codes["work"].codable
    assert codes["e.g. this"].parent == ""
    (source,) = project.sources
    assert source.text.splitlines()[:2] == ["Talk", "We built the hall to\u00adgether, Ñusta & I."]
    assert source.text.endswith("\none\ntwo")
    assert [left.value for left in project.leftovers] == ["ani: ADMIN", "budi: TAG"]


def test_taguette_with_several_projects(tmp_path):
    project = read_taguette(made.taguette(tmp_path / "halls.sqlite3", projects=3))
    codes = by_name(project.codes)
    assert codes["work"].parent == codes["Halls 1"].guid
    assert [code.name for code in project.codes].count("other") == 2


@pytest.mark.parametrize("words", ["built the hall", "Ñusta & I.", "👩‍🌾 came", "two", "Talk"])
def test_each_position_of_a_page_finds_its_words(words):
    page = PageText(made.PAGE)
    start, end = made.offsets(words)
    assert page.text[page.at(start) : page.end_at(end)] == words


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("work.building", "work"),
        ("e.g. this", ""),
        ("version 1.2", ""),
        ("and/or", ""),
        ("kin/mother", "kin"),
        ("open: privacy", ""),
    ],
)
def test_which_tags_are_paths(path, folder):
    tags = [Tag(path, path), Tag("other", "kin/father")]
    codes = code_tree(Identities("a", "b"), tags)
    names = {code.guid: code.name for code in codes.values()}
    assert names.get(codes[path].parent, "") == folder


def test_taguette_exports(tmp_path):
    rows = [
        ["id", "document", "tag", "content"],
        ["1", "talk", "work.building", "built the hall"],
        ["1", "talk", "together", "built the hall"],
        ["2", "talk", "", "nobody\npaid"],
        ["3", "other", "together", "we came"],
    ]
    path = tmp_path / "all_tags.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    assert kind_of_project(path) == "taguette_export"
    project = read_project(path)
    assert coded(project) == [
        ("built the hall", "building", ""),
        ("built the hall", "together", ""),
        ("we came", "together", ""),
    ]
    assert project.sources[0].text == "built the hall\n\nnobody\npaid"
    page = tmp_path / "all_tags.html"
    page.write_text(
        "<!DOCTYPE html><html><head><title>Taguette highlights</title></head><body>"
        "<h1>Taguette highlights</h1><p>built <b>the hall</b></p><p>at last</p>"
        "<p><strong>Document:</strong> talk <strong>Tags:</strong> work.building, together</p><hr>"
        "<p>we came</p><p><strong>Document:</strong> other <strong>Tags:</strong> together</p>"
        "</body></html>",
        encoding="utf-8",
    )
    assert coded(read_project(page)) == [
        ("built the hall\nat last", "building", ""),
        ("built the hall\nat last", "together", ""),
        ("we came", "together", ""),
    ]
    book = tmp_path / "codebook.csv"
    book.write_text(
        "tag,parent,description,number of highlights\nwork,,all of it,0\nhall,work,a hall,2\n",
        encoding="utf-8",
    )
    codes = by_name(read_project(book).codes)
    assert codes["hall"].parent == codes["work"].guid
    assert codes["hall"].description == "a hall"


def test_a_table_of_anything_else_is_no_project(tmp_path):
    path = tmp_path / "coded.csv"
    path.write_text("source,excerpt,code\na,b,c\n", encoding="utf-8")
    assert kind_of_project(path) == ""
    with pytest.raises(UserError):
        read_project(path)


@pytest.mark.parametrize("kind", ["qualcoder", "rqda", "taguette"])
def test_kinds_are_told_by_content_and_nothing_is_doubled(kind, tmp_path, study):
    path = tmp_path / ("halls" if kind != "qualcoder" else "halls.qda")
    getattr(made, kind)(path)
    before = {p: p.stat().st_mtime_ns for p in [path, *path.rglob("*")]}
    assert kind_of_project(path) == kind
    first = bring_in_project(study, read_project(path))
    assert first.came["sources"] >= 1
    assert first.quoted == first.agreed > 0
    again = bring_in_project(study, read_project(path))
    assert not {what for what in again.came if what in ("sources", "codes", "codings", "cases")}
    assert {p: p.stat().st_mtime_ns for p in [path, *path.rglob("*")]} == before
    for language in ("en", "id"):
        first.sentence(language)
        first.lines(language)


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the real files are not here")
@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("robertour-db.rqda", (6, 83, 121, 16)),
        ("ndporter-taguette-sample-project.sqlite3", (10, 18, 24, 6)),
    ],
)
def test_real_files_cover_the_same_words(name, figures):
    project = read_project(FOLDER / name)
    spans = [(source, one) for source in project.sources for one in source.selections]
    codings = sum(len(one.codings) for _, one in spans)
    assert (len(project.sources), len(spans), codings, len(project.codes)) == figures
    agreed = sum(same_words(s.text[one.start : one.end], one.quoted) for s, one in spans)
    assert agreed == len(spans)
    assert not project.troubles or all("deleted" in t.key for t in project.troubles)


@pytest.mark.parametrize("name", ["a.rqda", "a.sqlite3", "a.qda", "a.qdpx", "a.txt"])
def test_what_is_no_project_says_so(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(b"nothing of the kind")
    with pytest.raises(StudyProblem) as problem:
        read_project(path)
    for language in ("en", "id"):
        assert name in problem.value.sentence(language)
