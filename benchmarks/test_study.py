"""Opening a study, one coding as a change, its undo; beside what SQLite alone needs."""

import sqlite3

import pytest

from app import history
from app.study_files import open_study
from app.verify.triangulation import triangulate


@pytest.mark.benchmark(group="open the made study")
def test_open(benchmark, made):
    benchmark(lambda: open_study(made).close())


@pytest.mark.benchmark(group="open the made study")
def test_baseline_open_sqlite(benchmark, made):
    def opened():
        connection = sqlite3.connect(made)
        connection.execute("SELECT title FROM study").fetchone()
        connection.close()

    benchmark(opened)


@pytest.mark.benchmark(group="triangulation of all codes, both dimensions")
@pytest.mark.parametrize("size", ["made", "made_large"])
def test_triangulation(benchmark, request, size):
    study = open_study(request.getfixturevalue(size))
    benchmark(triangulate, study)
    study.close()


@pytest.mark.benchmark(group="triangulation of all codes, both dimensions")
@pytest.mark.parametrize("size", ["made", "made_large"])
def test_baseline_votes_by_raw_sql(benchmark, request, size):
    connection = sqlite3.connect(request.getfixturevalue(size))
    votes = (
        "SELECT c.code_id, e.source_id, e.speaker_id, c.direction, count(*) FROM coding c "
        "JOIN excerpt e ON e.id = c.excerpt_id GROUP BY 1, 2, 3, 4"
    )
    benchmark(lambda: connection.execute(votes).fetchall())
    connection.close()


@pytest.mark.benchmark(group="check and history")
def test_history_list(benchmark, made):
    study = open_study(made)
    benchmark(history.steps, study)
    study.close()
