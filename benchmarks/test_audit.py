"""The audit trail of 100,000 steps: the first page, filtered, traced; beside the plain select."""

import json
import sqlite3

import pytest

from app.study_files import create_study, open_study
from app.verify.audit.lines import lines
from app.verify.audit.trail import Wanted, count, trail

STEPS = 100_000
PLAIN = 'SELECT id, made_at, coder, what, "values", state FROM change ORDER BY id DESC LIMIT 500'


@pytest.fixture(scope="session")
def long_history(folder):
    study = create_study(folder / "history.tilik", "Made", "en")
    study.close()
    connection = sqlite3.connect(study.path)
    changes, images = [], []
    for n in range(1, STEPS + 1):
        what, values = "reduce.history.code_renamed", {"old": f"Old {n}", "new": f"New {n}"}
        changes.append(
            (n, "2017-01-12 10:00:00.000000", f"Coder {n % 3}", what, json.dumps(values))
        )
        entity = ("code", "coding", "excerpt", "evidence")[n % 4]
        row = {"id": n // 100 + 1, "name": f"Name {n}", "code_id": n % 150}
        after = json.dumps(
            row
            | {
                "excerpt_id": n % 999,
                "source_id": n % 200,
                "finding_id": n % 20,
                "start": 1,
                "end": 5,
            }
        )
        images.append((n, entity, n // 100 + 1, None if n % 2 else after, after))
    connection.executemany(
        "INSERT INTO change(id, made_at, coder, what, \"values\", state) VALUES(?,?,?,?,?,'done')",
        changes,
    )
    connection.executemany(
        'INSERT INTO change_image(change_id, entity, "row", before, after) VALUES (?,?,?,?,?)',
        images,
    )
    connection.commit()
    connection.close()
    return study.path


@pytest.mark.benchmark(group="a page of the audit trail of 100,000 steps")
@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        Wanted(kinds=("finding",)),
        Wanted(words="Name 99"),
        Wanted(coder="Coder 2"),
        Wanted(about=("code", 77)),
    ],
    ids=["all", "by kind", "by words", "by coder", "traced"],
)
def test_page(benchmark, long_history, wanted):
    study = open_study(long_history)
    assert benchmark(trail, study, wanted)
    study.close()


@pytest.mark.benchmark(group="a page of the audit trail of 100,000 steps")
def test_count(benchmark, long_history):
    study = open_study(long_history)
    assert benchmark(count, study, Wanted(kinds=("code",))) == STEPS // 4
    study.close()


@pytest.mark.benchmark(group="a page of the audit trail of 100,000 steps")
def test_lines_of_a_page(benchmark, long_history):
    study = open_study(long_history)
    assert benchmark(lines, study, trail(study), "en")
    study.close()


@pytest.mark.benchmark(group="a page of the audit trail of 100,000 steps")
def test_baseline_plain_select(benchmark, long_history):
    connection = sqlite3.connect(long_history)
    assert len(benchmark(lambda: connection.execute(PLAIN).fetchall())) == 500
    connection.close()
