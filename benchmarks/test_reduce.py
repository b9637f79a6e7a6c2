"""Reducing: coding, undo, search, the code list, excerpts; each beside raw SQLite in one run.

Run: pytest benchmarks/test_reduce.py
"""

import sqlite3
from itertools import count

import pytest
from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from app import history
from app.reduce.code_uses import uses, uses_after
from app.reduce.codes import codes
from app.reduce.codings import code_excerpt, remove_codings
from app.reduce.excerpts import ExcerptFilter, excerpts
from app.reduce.search import search
from app.reduce.spread import spread
from app.study_files import open_study
from ui.reduce.reading_page import ReadingPage
from ui.session import Session

CODING, UNDO, SEARCH = "add or remove a coding, committed", "undo of one coding", "search"
CODES, EXCERPTS = "code list with counts", "excerpts of all codes, first screen"
ROOM = "add or remove a coding in 1,000,000 characters: committed, painted, counts right"
CODE = 7


@pytest.fixture
def study(made, copied):
    study = open_study(copied(made))
    yield study
    study.close()


@pytest.fixture
def raw(made, copied):
    connection = sqlite3.connect(copied(made), isolation_level=None)
    connection.execute("PRAGMA synchronous = full")
    yield connection
    connection.close()


@pytest.fixture
def spans():
    """Spans that are not coded yet: (source, start, end)."""
    return ((3, start, 5_000) for start in count(100))


# --- coding ----------------------------------------------------------------------------------


@pytest.mark.benchmark(group=CODING)
def test_add_a_coding(benchmark, study, spans):
    benchmark.pedantic(lambda: code_excerpt(study, *next(spans), CODE), rounds=60, warmup_rounds=3)


@pytest.mark.benchmark(group=CODING)
def test_remove_a_coding(benchmark, study, spans):
    made = [code_excerpt(study, *next(spans), CODE) for _ in range(70)]
    benchmark.pedantic(lambda: remove_codings(study, [made.pop()]), rounds=60, warmup_rounds=3)


@pytest.mark.benchmark(group=CODING)
def test_baseline_two_rows_by_raw_sql(benchmark, raw, spans):
    raw.execute("UPDATE open_change SET change_id = NULL")
    numbers = count(10_000_000)

    def insert():
        source, start, end = next(spans)
        number = next(numbers)
        raw.execute("BEGIN IMMEDIATE")
        raw.execute(
            'INSERT INTO excerpt(id, guid, source_id, start, "end", summary, set_aside) '
            "VALUES (?, ?, ?, ?, ?, '', 0)",
            (number, str(number), source, start, end),
        )
        raw.execute(
            "INSERT INTO coding(guid, excerpt_id, code_id, coder_id, direction, weight, memo, "
            "made_at) VALUES (?, ?, ?, 1, 'affirms', 1, '', '2017-01-01')",
            (str(number), number, CODE),
        )
        raw.execute("COMMIT")

    benchmark.pedantic(insert, rounds=60, warmup_rounds=3)


@pytest.mark.benchmark(group=UNDO)
def test_undo_a_coding(benchmark, study, spans):
    for _ in range(40):
        code_excerpt(study, *next(spans), CODE)
    benchmark.pedantic(lambda: history.undo(study), rounds=30, warmup_rounds=3)


@pytest.mark.benchmark(group=UNDO)
def test_baseline_delete_by_raw_sql(benchmark, raw):
    numbers = count(1)

    def delete():
        number = next(numbers)
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("DELETE FROM coding WHERE id = ?", (number,))
        raw.execute("DELETE FROM excerpt WHERE id = ?", (number,))
        raw.execute("COMMIT")

    benchmark.pedantic(delete, rounds=30, warmup_rounds=3)


# --- reading ---------------------------------------------------------------------------------


@pytest.mark.benchmark(group=CODES)
@pytest.mark.parametrize("size", ["made", "made_large"])
def test_codes(benchmark, request, size):
    study = open_study(request.getfixturevalue(size))
    benchmark(codes, study)
    study.close()


@pytest.mark.benchmark(group=CODES)
def test_counts_after_one_coding(benchmark, study, spans):
    heard = []
    study.listeners.append(heard.append)
    code_excerpt(study, *next(spans), CODE)
    assert uses_after(study, heard[0])[CODE] == uses(study)[CODE]
    benchmark(lambda: uses_after(study, heard[0]))


@pytest.mark.benchmark(group=CODES)
@pytest.mark.parametrize("size", ["made", "made_large"])
def test_baseline_own_counts_by_raw_sql(benchmark, request, size):
    connection = sqlite3.connect(request.getfixturevalue(size))
    counted = (
        "SELECT k.code_id, count(DISTINCT k.excerpt_id), count(DISTINCT e.speaker_id) "
        "FROM coding k JOIN excerpt e ON e.id = k.excerpt_id GROUP BY k.code_id"
    )
    benchmark(lambda: connection.execute(counted).fetchall())
    connection.close()


@pytest.mark.benchmark(group=EXCERPTS)
@pytest.mark.parametrize("size", ["made", "made_large"])
def test_excerpts_of_all_codes(benchmark, request, size):
    study = open_study(request.getfixturevalue(size))
    everything = ExcerptFilter()

    def first_screen():
        return spread(study, everything), excerpts(study, everything, limit=200)

    benchmark(first_screen)
    study.close()


@pytest.mark.benchmark(group=EXCERPTS)
@pytest.mark.parametrize("size", ["made", "made_large"])
def test_baseline_excerpts_by_raw_sql(benchmark, request, size):
    connection = sqlite3.connect(request.getfixturevalue(size))
    counted = "SELECT count(*), count(DISTINCT excerpt_id) FROM coding"
    page = (
        'SELECT e.source_id, e.start, e."end", c.name, substr(t.text, e.start + 1, e."end" - '
        "e.start) FROM excerpt e JOIN coding k ON k.excerpt_id = e.id JOIN code c ON "
        "c.id = k.code_id JOIN source_text t ON t.source_id = e.source_id "
        'ORDER BY e.source_id, e.start, e."end" LIMIT 200'
    )
    benchmark(lambda: (connection.execute(counted).fetchall(), connection.execute(page).fetchall()))
    connection.close()


@pytest.mark.benchmark(group=SEARCH)
@pytest.mark.parametrize("words", ["guru", '"guru yang"', "guru sil*"])
@pytest.mark.parametrize("size", ["made", "made_large"])
def test_search(benchmark, request, size, words):
    study = open_study(request.getfixturevalue(size))
    assert len(benchmark(search, study, words).hits) == 50
    study.close()


@pytest.mark.benchmark(group=SEARCH)
@pytest.mark.parametrize("size", ["made", "made_large"])
def test_baseline_search_by_raw_sql(benchmark, request, size):
    connection = sqlite3.connect(request.getfixturevalue(size))
    page = "SELECT rowid, text FROM passage_fts WHERE passage_fts MATCH 'guru' LIMIT 50"
    total = "SELECT count(*) FROM passage_fts WHERE passage_fts MATCH 'guru'"
    benchmark(lambda: (connection.execute(page).fetchall(), connection.execute(total).fetchone()))
    connection.close()


# --- the room --------------------------------------------------------------------------------


@pytest.fixture
def room(long_study, copied, qtbot):
    session = Session(open_study(copied(long_study)))
    room = ReadingPage(session)
    qtbot.addWidget(room)
    room.resize(1356, 838)
    room.show()
    qtbot.waitExposed(room)
    session.tasks.wait()
    QApplication.processEvents()  # what came back is shown and laid out, outside of the measuring
    middle = room.view.reading.index.codings[2_500]
    room.view.go_to(middle.start, middle.end)
    QApplication.processEvents()  # scrolled there before the first key is measured
    yield room
    session.tasks.wait()
    session.close()


def until(condition):
    """Let the event loop run until `condition` holds and what changed is painted.

    Not qtbot.waitUntil: it looks every 10 ms, which is as long as what is measured.
    """
    flags = QEventLoop.ProcessEventsFlag
    deadline = QDeadlineTimer(5_000)
    while not condition():
        assert not deadline.hasExpired()
        QApplication.processEvents(flags.AllEvents | flags.WaitForMoreEvents)
    QApplication.processEvents()


@pytest.mark.benchmark(group=ROOM)
def test_add_a_coding_in_a_long_transcript(benchmark, room):
    first = room.view.reading.index.codings[2_500].start
    starts = count(first, 37)  # from word to word over the page, as a researcher does

    def counts():
        return len(room.view.reading.index), room.tree.codes[CODE].own_excerpts

    def add():
        codings, excerpts = counts()
        start = next(starts)
        room.coding.desk.code_with([CODE], (start, start + 60))
        until(lambda: counts() == (codings + 1, excerpts + 1))

    benchmark.pedantic(add, rounds=30, warmup_rounds=3)


@pytest.mark.benchmark(group=ROOM)
def test_remove_a_coding_in_a_long_transcript(benchmark, room):
    shown = iter(room.view.reading.index.codings[2_500:2_540])

    def remove():
        span = next(shown)
        before = room.tree.codes[span.code_id].own_excerpts
        room.coding.desk.remove([span.coding_id])
        until(
            lambda: (
                room.view.reading.index.find(span.coding_id) is None
                and room.tree.codes[span.code_id].own_excerpts < before
            )
        )

    benchmark.pedantic(remove, rounds=30, warmup_rounds=3)


@pytest.mark.benchmark(group=ROOM)
def test_baseline_one_coding_without_a_window(benchmark, long_study, copied):
    study = open_study(copied(long_study))
    ends = count(300_000)
    benchmark.pedantic(
        lambda: code_excerpt(study, 1, 299_000, next(ends), CODE), rounds=30, warmup_rounds=3
    )
    study.close()
