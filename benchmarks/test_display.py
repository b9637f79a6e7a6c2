"""A matrix of codes by sources, beside the aggregate that SQLite alone makes of it."""

import sqlite3

import pytest

from app.display.matrix import build_matrix
from app.display.recipe import MatrixRecipe
from app.study_files import open_study

SIZES = pytest.mark.parametrize("size", ["made", "made_large"])
GROUP = pytest.mark.benchmark(group="code × source matrix, counts")


@GROUP
@SIZES
def test_matrix(benchmark, request, size):
    study = open_study(request.getfixturevalue(size))
    benchmark(build_matrix, study, MatrixRecipe(columns="source"))
    study.close()


@GROUP
@SIZES
def test_baseline_aggregate_by_sqlite(benchmark, request, size):
    connection = sqlite3.connect(request.getfixturevalue(size))
    aggregate = (
        "SELECT c.code_id, e.source_id, count(*) FROM coding c "
        "JOIN excerpt e ON e.id = c.excerpt_id WHERE NOT e.set_aside GROUP BY 1, 2"
    )
    benchmark(lambda: connection.execute(aggregate).fetchall())
    connection.close()
