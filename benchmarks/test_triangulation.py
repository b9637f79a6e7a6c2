"""Triangulation of 1,000 codes × 100,000 codings, whole and after one coding; beside raw SQL."""

import sqlite3

import pytest

from app.study_files import open_study
from app.verify.readings import DIMENSIONS, names_of_cells, read_claim
from app.verify.triangulation import retriangulate, triangulate
from benchmarks.made_study import made_study
from models.reduction import Coding

VOTES = (
    "SELECT c.code_id, e.source_id, e.speaker_id, c.direction, count(*) FROM coding c "
    "JOIN excerpt e ON e.id = c.excerpt_id GROUP BY 1, 2, 3, 4"
)


@pytest.fixture(scope="session")
def many_codes(folder):
    path = folder / "codes.tilik"
    return made_study(path, sources=1000, characters=4000, codes=1000, codings=100_000)


@pytest.mark.benchmark(group="1,000 codes × 100,000 codings, all six dimensions")
def test_all(benchmark, many_codes):
    study = open_study(many_codes)
    found = benchmark(triangulate, study)
    assert len(found.codes) == 1000
    study.close()


@pytest.mark.benchmark(group="1,000 codes × 100,000 codings, all six dimensions")
def test_baseline_votes_by_raw_sql(benchmark, many_codes):
    connection = sqlite3.connect(many_codes)
    benchmark(lambda: connection.execute(VOTES).fetchall())
    connection.close()


@pytest.mark.benchmark(group="after one coding of 100,000 changes")
def test_one_coding(benchmark, many_codes, copied):
    study = open_study(copied(many_codes))
    now = [triangulate(study)]
    changes = []
    study.listeners.append(changes.append)
    number = iter(range(1, 100_000))

    def change():
        with study.change("verify.history.findings_ordered") as session:
            coding = session.get_one(Coding, next(number))
            coding.direction = "denies" if coding.direction != "denies" else "affirms"
        return (), {}

    def again():
        now[0] = retriangulate(study, now[0], changes[-1])

    benchmark.pedantic(again, setup=change, rounds=30)
    study.close()


@pytest.mark.benchmark(group="after one coding of 100,000 changes")
def test_baseline_votes_of_one_code_by_raw_sql(benchmark, many_codes):
    connection = sqlite3.connect(many_codes)
    one = VOTES.replace("GROUP BY", "WHERE c.code_id = 500 GROUP BY")
    benchmark(lambda: connection.execute(one).fetchall())
    connection.close()


@pytest.mark.benchmark(group="read all claims by a dimension")
@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_reading(benchmark, many_codes, dimension):
    study = open_study(many_codes)
    found = triangulate(study)
    benchmark(names_of_cells, found.codes, dimension)
    assert read_claim(found.codes[0], dimension, "en").cells
    study.close()
