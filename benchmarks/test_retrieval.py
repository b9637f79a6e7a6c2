"""Retrieval of 20,000 excerpts: the first screen, beside the rows read by raw SQL.

Run: pytest benchmarks/test_retrieval.py
"""

import sqlite3

import pytest

from app.reduce.retrieval.asking import Limits, Question, Term
from app.reduce.retrieval.found import find, lines
from app.study_files import open_study

FIRST = "first screen of 20,000 excerpts (limit 100 ms)"
LARGE = "first screen of 100,000 excerpts"
RELATED = "first screen of codings of a branch that overlap another branch"
NEAR = "first screen of codings of a branch within 10 words of another branch"
PAGE = 100

ALL_ROWS = """
    SELECT coding.id, coding.code_id, coding.direction, coding.memo, coding.weight, excerpt.*,
        source.method, source.reference, source.title, source.date, code.name,
        substr(source_text.text, excerpt.start + 1, excerpt.end - excerpt.start)
    FROM coding JOIN excerpt ON excerpt.id = coding.excerpt_id
    JOIN source ON source.id = excerpt.source_id JOIN code ON code.id = coding.code_id
    JOIN source_text ON source_text.source_id = source.id
    {where} ORDER BY source.reference, excerpt.start, excerpt.end, coding.id {limit}
"""
PAIRS = """
    WHERE EXISTS (SELECT 1 FROM excerpt AS two JOIN coding AS other ON other.excerpt_id = two.id
        WHERE two.source_id = excerpt.source_id AND two.start < excerpt.end
        AND two.end > excerpt.start AND other.code_id IN ({others}) AND other.id <> coding.id)
    AND coding.code_id IN ({ones})
"""


@pytest.fixture(params=["made", "made_large"])
def study(request, copied):
    study = open_study(copied(request.getfixturevalue(request.param)))
    study.large = request.param == "made_large"
    yield study
    study.close()


@pytest.fixture
def raw(made):
    connection = sqlite3.connect(made)
    yield connection
    connection.close()


def first_screen(study, question):
    found = find(study, question)
    return found, lines(study, found.codings[:PAGE])


@pytest.mark.parametrize("sort", ["place", "code", "informant"])
def test_first_screen(benchmark, study, sort):
    """Grouped by source or by code, sorted by place, code, informant; the total is known too."""
    benchmark.group = LARGE if study.large else FIRST
    question = Question(sort=sort, group="source" if sort == "place" else "code")
    found, first = benchmark(first_screen, study, question)
    assert found.total == (100_000 if study.large else 20_000)
    assert len(first) == PAGE


@pytest.mark.benchmark(group=FIRST)
@pytest.mark.parametrize("limit", ["", f"LIMIT {PAGE}"])
def test_raw_first_screen(benchmark, raw, limit):
    """The baseline: one statement, all rows or one screen of them; the total is not known."""
    statement = ALL_ROWS.format(where="", limit=limit)
    rows = benchmark(lambda: raw.execute(statement).fetchall())
    assert len(rows) == (PAGE if limit else 20_000)


@pytest.mark.parametrize("relation", ["overlaps", "near"])
def test_related(benchmark, made, copied, relation):
    benchmark.group = RELATED if relation == "overlaps" else NEAR
    study = open_study(copied(made))
    term = Term(1, relation=relation, other=2, words=10)
    found, _ = benchmark(first_screen, study, Question(((term,),)))
    benchmark.extra_info["found"] = found.total
    study.close()


@pytest.mark.benchmark(group=RELATED)
def test_raw_related(benchmark, raw, made, copied):
    """The baseline: a self-join over the codings of both branches."""
    branches = [
        ", ".join(
            str(code)
            for code in range(1, 151)
            if code == top or (code > 15 and (code - 1) % 15 + 1 == top)
        )
        for top in (1, 2)
    ]
    where = PAIRS.format(ones=branches[0], others=branches[1])
    rows = benchmark(lambda: raw.execute(ALL_ROWS.format(where=where, limit="")).fetchall())
    study = open_study(copied(made))
    found = find(study, Question(((Term(1, relation="overlaps", other=2),),)))
    study.close()
    assert {row[0] for row in rows} == set(found.codings)


@pytest.mark.benchmark(group=FIRST)
def test_first_screen_with_limits(benchmark, made, copied):
    study = open_study(copied(made))
    limits = Limits(roles=frozenset([1, None]), directions=frozenset(["affirms"]), words="")
    found, _ = benchmark(first_screen, study, Question(limits=limits, group="role"))
    assert 0 < found.total < 20_000
    study.close()
