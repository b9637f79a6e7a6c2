"""Codes that stand together, and clusters; beside raw SQLite that joins codings to codings.

Run: pytest benchmarks/test_patterns.py
"""

import sqlite3

import pytest

from app.reduce.clusters import cluster
from app.reduce.cooccurrence import cooccurrence, pair_excerpts
from app.study_files import open_study

PAIRS, LARGE = "all pairs of 150 codes, 20,000 codings", "all pairs of 150 codes, 100,000 codings"
JOIN = """
    SELECT a.code_id, b.code_id, count(DISTINCT x.id)
    FROM excerpt x
    JOIN excerpt y ON y.source_id = x.source_id AND y.start < x."end" AND y."end" > x.start
    JOIN coding a ON a.excerpt_id = x.id
    JOIN coding b ON b.excerpt_id = y.id
    WHERE NOT x.set_aside AND NOT y.set_aside
    GROUP BY a.code_id, b.code_id
"""


@pytest.fixture
def opened(copied):
    studies = []

    def open_copy(path):
        studies.append(open_study(copied(path)))
        return studies[-1]

    yield open_copy
    for study in studies:
        study.close()


def by_sql(path):
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return connection.execute(JOIN).fetchall()
    finally:
        connection.close()


@pytest.mark.benchmark(group=PAIRS)
def test_all_pairs(benchmark, opened, made):
    study = opened(made)
    found = benchmark.pedantic(lambda: cooccurrence(study), rounds=10, warmup_rounds=1)
    place = {code: number for number, code in enumerate(found.codes)}
    counted = {(a, b): n for a, b, n in by_sql(made)}
    assert all(found.touching[place[a], place[b]] == n for (a, b), n in counted.items())
    assert int(found.touching.sum()) == sum(counted.values())


@pytest.mark.benchmark(group=PAIRS)
def test_all_pairs_of_branches(benchmark, opened, made):
    study = opened(made)
    benchmark.pedantic(lambda: cooccurrence(study, branches=True), rounds=10, warmup_rounds=1)


@pytest.mark.benchmark(group=PAIRS)
def test_baseline_all_pairs_by_a_raw_sql_self_join(benchmark, made):
    benchmark.pedantic(lambda: by_sql(made), rounds=3)


@pytest.mark.benchmark(group=LARGE)
def test_all_pairs_large(benchmark, opened, made_large):
    study = opened(made_large)
    benchmark.pedantic(lambda: cooccurrence(study), rounds=5, warmup_rounds=1)


@pytest.mark.benchmark(group=LARGE)
def test_all_pairs_of_branches_large(benchmark, opened, made_large):
    study = opened(made_large)
    benchmark.pedantic(lambda: cooccurrence(study, branches=True), rounds=5, warmup_rounds=1)


@pytest.mark.benchmark(group=LARGE)
def test_baseline_all_pairs_by_a_raw_sql_self_join_large(benchmark, made_large):
    benchmark.pedantic(lambda: by_sql(made_large), rounds=1)


@pytest.mark.benchmark(group="the excerpts of a pair, first screen, 20,000 codings")
def test_excerpts_of_a_pair(benchmark, opened, made):
    study = opened(made)

    def look():
        return pair_excerpts(study, 1, 2, branches=True).page(study, 0, 200, "en")

    assert benchmark.pedantic(look, rounds=10, warmup_rounds=1)


@pytest.mark.benchmark(group="clusters of 150 codes, 20,000 codings")
def test_clusters(benchmark, opened, made):
    study = opened(made)
    found = benchmark.pedantic(lambda: cluster(study), rounds=10, warmup_rounds=1)
    assert len(found.leaves) == 150
