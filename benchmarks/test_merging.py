"""Merging a copy with 10,000 codings of its own, and how far its two coders agree.

Run: pytest benchmarks/test_merging.py
The study of the table has 200 sources of 40,000 characters, 150 codes and 20,000 codings.
"""

import shutil
import sqlite3
from itertools import count

import pytest
from sqlalchemy import insert

from app.exchange.merging.merging import merge, plan_merge
from app.reduce.text_editing import edit_text
from app.reduce.text_shift import Edit
from app.study_files import open_study
from app.verify.agreement.agreement import all_pairs
from models.design import Coder
from models.reduction import Coding

MERGE = "merge of a copy with 10,000 codings and 20 corrections of its own"
AGREE = "agreement of two coders over 20,000 codings"


@pytest.fixture(scope="module")
def theirs(made, folder):
    """A copy in which a second coder gave half of the excerpts a further code, and corrected."""
    study = open_study(shutil.copy(made, folder / "theirs.tilik"))
    with study.change("study.methods.interview") as session:
        session.add(Coder(id=2, name="B"))
        session.flush()
        rows = [
            {"excerpt_id": n, "code_id": n % 150 + 1, "coder_id": 2} for n in range(2, 20_001, 2)
        ]
        session.execute(insert(Coding), rows)
    for source in range(1, 21):
        edit_text(study, source, [Edit(1_000, 1_000, "kata ")])
    study.close()
    return study.path


@pytest.mark.benchmark(group=MERGE)
def test_plan(benchmark, made, theirs, copied):
    study = open_study(copied(made))
    plan = benchmark.pedantic(plan_merge, (study, theirs), rounds=3, warmup_rounds=1)
    study.close()
    assert {group.entity: group.count for group in plan.groups}["coding"] == 10_000


@pytest.mark.benchmark(group=MERGE)
def test_merge(benchmark, made, theirs, tmp_path):
    numbers = count()

    def copy():
        return (open_study(shutil.copy(made, tmp_path / f"m{next(numbers)}.tilik")),), {}

    def work(study):
        merge(study, theirs)
        study.close()

    benchmark.pedantic(work, setup=copy, rounds=3, warmup_rounds=1)


@pytest.mark.benchmark(group=MERGE)
def test_bare_rows(benchmark, made, theirs, tmp_path):
    """Baseline: SQLite compares all codings by guid and inserts those that are not here."""
    numbers = count()

    def copy():
        return (shutil.copy(made, tmp_path / f"b{next(numbers)}.tilik"),), {}

    def work(path):
        connection = sqlite3.connect(path)
        connection.execute("ATTACH ? AS theirs", (str(theirs),))
        connection.execute("INSERT INTO coder SELECT * FROM theirs.coder WHERE id = 2")
        connection.execute(
            "INSERT INTO coding SELECT * FROM theirs.coding "
            "WHERE guid NOT IN (SELECT guid FROM main.coding)"
        )
        connection.commit()
        connection.close()

    benchmark.pedantic(work, setup=copy, rounds=3, warmup_rounds=1)


@pytest.mark.benchmark(group=AGREE)
@pytest.mark.parametrize("unit", ["characters", "segments", "sentences"])
def test_agreement(benchmark, theirs, copied, unit):
    study = open_study(copied(theirs))
    (pair,) = benchmark.pedantic(all_pairs, (study, unit), rounds=3, warmup_rounds=1)
    study.close()
    assert len(pair.by_code) == 150


@pytest.mark.benchmark(group=AGREE)
def test_bare_spans(benchmark, theirs):
    """Baseline: sqlite3 reads who coded what where."""
    connection = sqlite3.connect(theirs)
    query = (
        "SELECT coder_id, code_id, source_id, start, end FROM coding "
        "JOIN excerpt ON excerpt.id = excerpt_id ORDER BY source_id, start"
    )
    benchmark.pedantic(lambda: connection.execute(query).fetchall(), rounds=3, warmup_rounds=1)
    connection.close()
