"""A hundred damaged variants of each kind: a sentence, or what can be read; never a crash."""

import random
import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from app.exchange.kinds import read_project
from app.study_files import create_study
from tests.app.exchange.others.made import qualcoder, rqda, taguette
from tests.app.exchange.refi.test_damaged import comes_or_is_refused

VARIANTS = 100
MAKERS = {"qualcoder": qualcoder, "rqda": rqda, "taguette": taguette}
NAMES = {"qualcoder": "data.qda", "rqda": "halls.rqda", "taguette": "halls.sqlite3"}
ODD = (None, -1, 0, 10**12, 2**70, "", "no number", "x" * 5_000, b"\xff\x00", 1.5, "\ud7ff", "2")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Each kind of project, undamaged: its folder or file, and the database in it."""
    folder = tmp_path_factory.mktemp("whole")
    made = {}
    for kind, make in MAKERS.items():
        path = folder / f"{kind}.qda" if kind == "qualcoder" else folder / NAMES[kind]
        make(path)
        made[kind] = path
    return made


@pytest.fixture(scope="module")
def target(tmp_path_factory):
    """One study for all variants; a variant that comes in is taken back."""
    study = create_study(tmp_path_factory.mktemp("target") / "target", "Target")
    yield study
    study.close()


def copied(path, to):
    if path.is_dir():
        shutil.copytree(path, to)
        return to, to / "data.qda"
    shutil.copy(path, to)
    return to, to


def cut(database, chance):
    data = database.read_bytes()
    database.write_bytes(data[: chance.randrange(len(data))])


def flip(database, chance):
    data = bytearray(database.read_bytes())
    for _ in range(chance.randrange(1, 40)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    database.write_bytes(bytes(data))


def tables(connection):
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return sorted(row[0] for row in rows)


def columns(connection, table):
    return [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]


def change_values(database, chance):
    """Wrong ids, dangling references, rings, doubles, positions past the end: any odd value."""
    connection = sqlite3.connect(database)
    for _ in range(chance.randrange(1, 6)):
        table = chance.choice(tables(connection))
        column = chance.choice(columns(connection, table))
        odd = chance.choice([each for each in ODD if not (isinstance(each, int) and each > 2**63)])
        with suppress(sqlite3.IntegrityError):  # a key of its own refuses to be the same twice
            connection.execute(f'UPDATE "{table}" SET "{column}" = ?', (odd,))
    connection.commit()
    connection.close()


def double_rows(database, chance):
    connection = sqlite3.connect(database)
    for table in chance.sample(tables(connection), 3):
        connection.execute(f'CREATE TABLE "again" AS SELECT * FROM "{table}"')
        connection.execute(f'DROP TABLE "{table}"')
        connection.execute(f'ALTER TABLE "again" RENAME TO "{table}"')
        connection.execute(f'INSERT INTO "{table}" SELECT * FROM "{table}"')
    connection.commit()
    connection.close()


def drop(database, chance):
    connection = sqlite3.connect(database)
    table = chance.choice(tables(connection))
    names = columns(connection, table)
    if chance.random() < 0.5 and len(names) > 1:
        kept = [name for name in names if name != chance.choice(names)]
        listed = ", ".join(f'"{name}"' for name in kept)
        connection.execute(f'CREATE TABLE "again" AS SELECT {listed} FROM "{table}"')
        connection.execute(f'DROP TABLE "{table}"')
        connection.execute(f'ALTER TABLE "again" RENAME TO "{table}"')
    else:
        connection.execute(f'DROP TABLE "{table}"')
    connection.commit()
    connection.close()


DAMAGES = (cut, flip, change_values, change_values, double_rows, drop)


@pytest.mark.parametrize("kind", MAKERS)
def test_a_hundred_damaged_variants(kind, whole, target, tmp_path):
    came = refused = 0
    for seed in range(VARIANTS):
        chance = random.Random(f"{kind} {seed}")
        path, database = copied(whole[kind], tmp_path / f"{seed}{whole[kind].suffix}")
        chance.choice(DAMAGES)(database, chance)
        report = comes_or_is_refused(path, target, read_project)
        came, refused = came + (report is not None), refused + (report is None)
        remove(path)
    assert came > 20, "what can be read in part is"
    assert refused > 5, "what cannot is refused with a sentence"


def remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def test_a_ring_of_categories_is_opened(whole, target, tmp_path):
    path, database = copied(whole["qualcoder"], tmp_path / "ring.qda")
    connection = sqlite3.connect(database)
    connection.execute("UPDATE code_cat SET supercatid = 2 WHERE catid = 1")
    connection.commit()
    connection.close()
    report = comes_or_is_refused(path, target, read_project)
    assert report.came["codes"] == 4
    assert report.changed
