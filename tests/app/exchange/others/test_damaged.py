"""A hundred damaged variants of each kind: a sentence, or a part with its report; never a crash."""

import contextlib
import random
import shutil
import sqlite3

import pytest

from app.check import check
from app.errors import StudyProblem
from app.exchange.bringing_in import bring_in_project
from app.exchange.kinds import read_project
from app.study_files import create_study
from tests.app.exchange.others import made

KINDS = {"qualcoder": "halls.qda", "rqda": "halls.rqda", "taguette": "halls.sqlite3"}


@pytest.fixture(params=KINDS)
def project(request, tmp_path):
    """Return the path of a project and of its database."""
    path = tmp_path / KINDS[request.param]
    getattr(made, request.param)(path)
    return path, path / "data.qda" if path.is_dir() else path


@pytest.fixture
def attempt(tmp_path):
    """Return what brings a project into a study of its own and says what became of it."""
    study = create_study(tmp_path / "own.tilik", "Own", "en")
    said = []

    def bring(path):
        try:
            read = read_project(path)
        except StudyProblem as problem:
            said.append((problem.sentence("en"), problem.sentence("id")))
            return None
        report = bring_in_project(study, read)
        for language in ("en", "id"):
            report.sentence(language)
            report.lines(language)
        return report

    yield bring
    assert all(one and "\n" not in one for sentences in said for one in sentences)
    assert not check(study).faults
    study.close()


def test_cut(project, attempt):
    path, data = project
    whole = data.read_bytes()
    became = []
    for number in range(50):
        data.write_bytes(whole[: len(whole) * number // 50])
        became.append(attempt(path) is not None)
    assert not became[0]


def test_bits_flipped(project, attempt):
    path, data = project
    whole = data.read_bytes()
    chance = random.Random(7)
    came = 0
    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 3, 30, 300))):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        data.write_bytes(damaged)
        came += attempt(path) is not None
    assert came  # one bit in a text does not keep the rest away


def test_tables_and_columns_missing(project, attempt):
    path, data = project
    whole = data.read_bytes()
    connection = sqlite3.connect(data)
    tables = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    connection.close()
    came = 0
    for table in tables:
        for statement in ("DROP TABLE {}", "DELETE FROM {}", "ALTER TABLE {} RENAME TO other"):
            data.write_bytes(whole)
            changed(data, statement.format(table))
            came += attempt(path) is not None
    assert came > len(tables)


def test_values_of_any_kind(project, attempt):
    path, data = project
    whole = data.read_bytes()
    chance = random.Random(11)
    values = (None, -1, 10**9, 2**62, 1.5, float("inf"), "x", "", b"\xff\xfe\0", "1", "#12", 0)
    connection = sqlite3.connect(data)
    cells = [
        (table, row[1])
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for row in connection.execute(f"PRAGMA table_info({table})")
    ]
    connection.close()
    came = 0
    for table, column in cells:
        data.write_bytes(whole)
        changed(data, f"UPDATE OR IGNORE {table} SET {column} = ?", chance.choice(values))
        came += attempt(path) is not None
    assert came > 0.9 * len(cells)


def test_rows_twice_and_dangling(project, attempt):
    path, data = project
    whole = data.read_bytes()
    rings = {
        "halls.qda": [
            "UPDATE code_cat SET supercatid = 2 WHERE catid = 1",
            "UPDATE code_name SET supercid = 2 WHERE cid = 2",
            "UPDATE code_name SET supercid = 2 WHERE cid = 1",
            "UPDATE code_name SET catid = 99",
            "UPDATE code_text SET cid = 99, fid = 1",
            "UPDATE code_text SET fid = 99",
            "UPDATE case_text SET caseid = 99",
            "UPDATE source SET av_text_id = 99",
            "UPDATE source SET mediapath = '/images/' || char(0)",
            "UPDATE code_text SET pos0 = 50, pos1 = 10",
            "UPDATE code_text SET pos0 = -5, pos1 = 1000000",
        ],
        "halls.rqda": [
            "INSERT INTO source SELECT * FROM source",
            "INSERT INTO freecode SELECT * FROM freecode",
            "INSERT INTO coding SELECT * FROM coding",
            "UPDATE coding SET cid = 99",
            "UPDATE caselinkage SET caseid = 99",
            "UPDATE treecode SET catid = 99",
            "UPDATE coding SET selfirst = 1e300",
            "UPDATE annotation SET position = 1000000",
        ],
        "halls.sqlite3": [
            "INSERT INTO highlight_tags SELECT * FROM highlight_tags",
            "UPDATE highlight_tags SET tag_id = 99",
            "UPDATE highlights SET document_id = 99",
            "UPDATE highlights SET end_offset = 0",
            "UPDATE highlights SET end_offset = 1000000",
            "UPDATE tags SET path = '...'",
            "UPDATE tags SET path = ''",
            "UPDATE documents SET contents = '<p' || char(0) || '<<<&&&&#x110000;'",
            "UPDATE commands SET payload = '[[[['",
        ],
    }
    for statement in rings[path.name]:
        data.write_bytes(whole)
        changed(data, statement)
        assert attempt(path) is not None, statement


def test_no_database_in_the_folder(project, attempt):
    path, data = project
    if path.is_dir():
        data.unlink()
        assert attempt(path) is None
        data.mkdir()
        assert attempt(path) is None
    else:
        path.unlink()
        path.mkdir()
        assert attempt(path) is None
        shutil.rmtree(path)


def changed(path, statement, *values):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA legacy_alter_table = ON")
    with contextlib.suppress(sqlite3.IntegrityError):  # a key that cannot be of this kind
        connection.execute(statement, values)
    connection.commit()
    connection.close()
