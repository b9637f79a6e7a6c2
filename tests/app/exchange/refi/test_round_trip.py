"""From Tilik through REFI-QDA to Tilik: nothing is lost, whatever a study holds."""

import random
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app import history
from app.check import check
from app.exchange.bringing_in import bring_in_project, new_study_of
from app.exchange.holding import holding
from app.exchange.refi.own import figures_of
from app.exchange.refi.reading import read_refi
from app.exchange.refi.writing import write_qdc, write_qdpx
from app.sample import write_sample
from app.study_files import create_study, open_study
from models.base import Base
from models.carried import AttachmentData
from models.collection import Original, SourceText
from models.history import journalled
from models.study_file import VERSION
from tests.app.exchange.any_study import fill

FAST = (Phase.explicit, Phase.reuse, Phase.generate)
"""A study is too large to be made smaller step by step; its seed makes it again."""
ANY = {
    "max_examples": 12,
    "deadline": None,
    "suppress_health_check": list(HealthCheck),
    "phases": FAST,
}
BESIDE = (SourceText, Original, AttachmentData)
ODD = ("👩‍🌾", "e\u0301", "\u202eab", "a\nb", "<&\">'", "]]>", "\x01\x0b", "  x ", "", "Kode", "ﷺ")


def everything(study):
    with study.read() as connection:
        tables = [*journalled(Base.metadata), *(e.__table__ for e in BESIDE)]
        return {t.name: sorted(map(repr, connection.execute(select(t)))) for t in tables}


def sentence():
    letters = st.characters(exclude_categories=("Cs",), exclude_characters="\0")
    return st.text(letters, min_size=0, max_size=12) | st.sampled_from(ODD)


def stored_text():
    # What a study holds as text: "\n" is its only line end.
    letters = st.characters(
        exclude_categories=("Cs",),
        exclude_characters="\0\r\v\f\x1c\x1d\x1e\x85\u2028\u2029\ufdd0\ufdd1",
    )
    return st.text(letters, max_size=60).map(lambda t: t.lstrip("\ufeff"))


@settings(**ANY)
@given(
    seed=st.integers(0, 10**9),
    words=st.lists(sentence(), min_size=3, max_size=8),
    texts=st.lists(stored_text(), min_size=1, max_size=4),
)
def test_any_study_comes_back_identical_in_every_entity(seed, words, texts):
    with tempfile.TemporaryDirectory() as folder:
        study = create_study(Path(folder) / "a", "A study", "id")
        fill(study, random.Random(seed), words, texts, most=5)
        write_qdpx(study, Path(folder) / "a.qdpx")
        found = read_refi(Path(folder) / "a.qdpx")
        assert "exchange.changed.not_valid" not in {t.key for t in found.whole().troubles}
        again, report = new_study_of(Path(folder) / "b", found)
        assert everything(again) == everything(study)
        assert report.changed == report.lost == ()
        study.close()
        again.close()


@settings(**ANY)
@given(
    seed=st.integers(0, 10**9),
    words=st.lists(sentence(), min_size=3, max_size=8),
    texts=st.lists(stored_text(), min_size=1, max_size=4),
)
def test_what_others_read_of_any_study_is_whole_as_well(seed, words, texts):
    """Without tilik.json: the texts, codes and codings come back by guid and content."""
    with tempfile.TemporaryDirectory() as folder:
        study = create_study(Path(folder) / "a", "A study", "id")
        fill(study, random.Random(seed), words, texts, most=5)
        write_qdpx(study, Path(folder) / "a.qdpx")
        found = replace(read_refi(Path(folder) / "a.qdpx"), tilik=None)
        again, _ = new_study_of(Path(folder) / "b", found)
        assert coded(again) == coded(study)
        assert check(again).faults == ()
        study.close()
        again.close()


def coded(study):
    """What every program reads: codings as code, words, coder; texts by guid."""
    query = (
        "SELECT g.guid, c.guid, s.guid, e.start, e.end FROM coding g JOIN excerpt e "
        "ON e.id = g.excerpt_id JOIN code c ON c.id = g.code_id JOIN source s ON s.id = e.source_id"
    )
    texts = "SELECT s.guid, t.text FROM source s JOIN source_text t ON t.source_id = s.id"
    with study.read() as connection:
        return [sorted(connection.exec_driver_sql(q).all()) for q in (query, texts)]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return write_sample(tmp_path_factory.mktemp("sample") / "s.tilik", "en")


@pytest.fixture
def package(sample, tmp_path):
    study = open_study(sample)
    write_qdpx(study, tmp_path / "s.qdpx")
    study.close()
    return tmp_path / "s.qdpx"


def test_the_sample_comes_back_and_can_be_undone(sample, package, study):
    original = open_study(sample)
    before = everything(study)
    bring_in_project(study, read_refi(package))
    back = everything(study)
    wanted = everything(original)
    original.close()
    assert {n for n in wanted if wanted[n] != back[n]} == {"study"}  # keeps its own title
    assert check(study).faults == ()
    history.undo(study)
    left = everything(study)
    assert {n for n in left if left[n] != before[n]} == {"source_text", "original"}  # stay


def test_into_a_study_with_something_in_it_the_project_comes_and_the_rest_is_told(package, study):
    from app.reduce.code_editing import add_code

    add_code(study, "Mine")
    report = bring_in_project(study, read_refi(package))
    assert report.came["codings"] == 314
    assert "exchange.lost.own_rows" in {trouble.key for trouble in report.lost}
    assert report.agreed == report.quoted > 200
    again = bring_in_project(study, read_refi(package))
    assert again.came == {}


def test_what_another_program_changed_is_taken_from_the_project(package, tmp_path):
    changed = tmp_path / "changed.qdpx"
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "project.qde":
                data = data.replace(b"Rotating host school", b"Host school in turn")
            new.writestr(name, data)
    study, _ = new_study_of(tmp_path / "b", read_refi(changed))
    with study.read() as connection:
        names = set(connection.exec_driver_sql("SELECT name FROM code").scalars())
    study.close()
    assert "Host school in turn" in names


def put(table, column, value):
    """Put a value into the first row of a table."""

    def harm(told):
        at = told["tables"][table]["columns"].index(column)
        told["tables"][table]["rows"][0][at] = value

    return harm


@pytest.mark.parametrize(
    "harm",
    [
        lambda t: t["tables"].pop("code"),
        put("coding", "code_id", 999_999),
        put("excerpt", "end", 10**9),
        put("excerpt", "end", 0),
        put("excerpt", "start", "four"),
        put("source", "attributes", "{"),
        put("source", "added_at", "never"),
        put("study", "id", 2),
        lambda t: t["tables"]["coding"]["rows"][0].append(1),
        lambda t: t["texts"].clear(),
        lambda t: t.__setitem__("tables", []),
        lambda t: t["tables"]["code"]["rows"].append([]),
    ],
)
def test_rows_of_tilik_that_are_not_whole_are_left_and_the_project_is_read(package, tmp_path, harm):
    found = read_refi(package)
    harm(found.tilik)
    study, report = new_study_of(tmp_path / "b", found)
    assert "exchange.changed.own_rows_left" in {trouble.key for trouble in report.changed}
    assert report.came["codings"] == 314
    assert check(study).faults == ()
    study.close()


def test_a_package_has_the_standards_form(package):
    with zipfile.ZipFile(package) as archive:
        names = archive.namelist()
        project = archive.read("project.qde")
        texts = [archive.read(n) for n in names if n.endswith(".txt")]
    assert {n for n in names if "/" not in n} == {"project.qde", "tilik.json"}
    assert all(n.count("/") == 1 for n in names if n.startswith("sources/"))
    assert project.startswith(b"<?xml")
    assert not any(t.startswith(b"\xef\xbb\xbf") or b"\r" in t for t in texts)


def test_an_export_that_fails_leaves_what_stood_there(study, tmp_path, monkeypatch):
    (tmp_path / "a.qdpx").write_bytes(b"before")
    monkeypatch.setattr("app.exchange.refi.writing.write_graphs", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write_qdpx(study, tmp_path / "a.qdpx")
    monkeypatch.undo()
    assert not write_qdpx(study, tmp_path / "a.qdpx", cancelled=lambda: True)
    assert (tmp_path / "a.qdpx").read_bytes() == b"before"
    assert {p.suffix for p in tmp_path.iterdir()} <= {".qdpx", ".tilik", ".lock"} | {
        p.suffix for p in tmp_path.iterdir() if p.name.startswith("study")
    }


def test_a_code_book_round_trip(sample, tmp_path, study):
    original = open_study(sample)
    assert write_qdc(original, tmp_path / "b.qdc") == 34
    tree = (
        "SELECT c.guid, c.name, p.guid, c.colour FROM code c LEFT JOIN code p ON p.id = c.parent_id"
    )
    with original.read() as connection:
        wanted = sorted(map(str, connection.exec_driver_sql(tree)))
    original.close()
    found = read_refi(tmp_path / "b.qdc")
    assert found.troubles == ()
    bring_in_project(study, found)
    with study.read() as connection:
        assert sorted(map(str, connection.exec_driver_sql(tree))) == wanted


def test_own_rows_are_counted_without_reading_the_rest(package, tmp_path):
    found = read_refi(package)
    assert found.sources == ()
    whole = found.whole()
    assert whole.whole() is whole
    counted, read = holding(found), holding(whole)
    alike = ("sources", "codes", "codings", "coders")
    assert [counted[what] for what in alike] == [read[what] for what in alike]
    assert counted["codings"] == 314


def test_own_rows_of_another_form_are_not_counted():
    assert figures_of({"tilik": VERSION, "tables": []}) is None
    assert figures_of({"tilik": VERSION, "tables": {"source": {"rows": "many"}}}) is None
    assert figures_of({"tilik": VERSION + 1, "tables": {}}) is None
