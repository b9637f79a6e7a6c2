"""Searching: the lemma index, search by lemma, coding what was found; beside raw SQLite.

Run: pytest benchmarks/test_finding.py
"""

import random
import sqlite3
from itertools import count

import pytest

from app import history
from app.language.lemmas import lemmas
from app.reduce.finding.autocoding import code_places
from app.reduce.finding.found import Question, find, lines
from app.reduce.finding.lemma_index import index_lemmas, new_words
from app.reduce.words.counting import count_words
from app.study_files import create_study, open_study
from models import fulltext
from models.collection import Source, SourceText

INDEX, MORE = "lemma index of 8 MB, 60,000 different words", "lemma index after one more source"
SEARCH = "search by lemma, first screen and total"
AUTOCODE, UNDO = "code 5,000 found places", "undo of 5,000 codings"
WORDS = "word list of 8 MB by source"
HITS, CODE = 5_000, 7
ENDINGS = ("", "kan", "nya", "an", "lah", "i")
STARTS = ("", "me", "di", "ber", "pe", "ter")


@pytest.fixture(scope="session")
def wordy(folder):
    """8 MB with as many different words as real transcripts have, and more."""
    random_ = random.Random(3)
    syllables = [a + b for a in "bcdgjklmnprst" for b in ("a", "e", "i", "o", "u", "an", "ar")]
    stems = {"".join(random_.choices(syllables, k=random_.randint(2, 3))) for _ in range(9_000)}
    words = sorted({a + stem + b for stem in stems for a in STARTS for b in ENDINGS})
    words = random_.sample(words, 60_000)
    study = create_study(folder / "wordy.tilik", "Wordy", "id")
    with study.change("study.methods.interview") as session:
        for number in range(1, 201):
            text = "\n".join(" ".join(random_.choices(words, k=60)) for _ in range(80))[:40_000]
            source = Source(id=number, title="t", reference=f"R/{number}", method="interview")
            source.length = len(text)
            session.add(source)
            session.add(SourceText(source_id=number, text=text))
            fulltext.index_text(session.connection(), number, text)
    study.close()
    return study.path


@pytest.fixture
def study(made, copied):
    study = open_study(copied(made))
    index_lemmas(study)
    yield study
    study.close()


@pytest.fixture
def raw(made, copied):
    connection = sqlite3.connect(copied(made), isolation_level=None)
    connection.execute("PRAGMA synchronous = full")
    yield connection
    connection.close()


# --- lemmas ----------------------------------------------------------------------------------


@pytest.mark.benchmark(group=INDEX)
def test_lemma_index(benchmark, wordy, tmp_path):
    import shutil

    numbers = count()

    def fresh():
        study = open_study(shutil.copy(wordy, tmp_path / f"{next(numbers)}.tilik"))
        return (study,), {}

    def index(study):
        assert index_lemmas(study) > 100_000
        study.close()

    benchmark.pedantic(index, setup=fresh, rounds=3)


@pytest.mark.benchmark(group=INDEX)
def test_baseline_the_look_up_alone(benchmark, wordy):
    connection = sqlite3.connect(wordy)
    connection.execute("CREATE VIRTUAL TABLE temp.v USING fts5vocab('main', 'passage_fts', 'row')")

    def look_up():
        words = [row[0] for row in connection.execute("SELECT term FROM temp.v")]
        return lemmas(words, "id"), lemmas(words, "en")

    benchmark.pedantic(look_up, rounds=3)
    connection.close()


@pytest.mark.benchmark(group=MORE)
def test_lemma_index_after_one_more_source(benchmark, wordy, copied):
    study = open_study(copied(wordy))
    index_lemmas(study)
    numbers = count(1_000)

    def another():
        number = next(numbers)
        letters = str(number).translate(str.maketrans("0123456789", "abcdefghij"))
        with study.change("study.methods.interview") as session:
            fulltext.index_text(session.connection(), number, f"{letters}kata baru {letters}")
        return (), {}

    benchmark.pedantic(lambda: index_lemmas(study), setup=another, rounds=10)
    assert new_words(study) == 0
    study.close()


@pytest.mark.benchmark(group=SEARCH)
@pytest.mark.parametrize("words", ["ajar", "guru NEAR/5 ajar", "ajar NOT siswa"])
def test_search_by_lemma(benchmark, study, words):
    def first_screen():
        found = find(study, Question(words, lemma=True))
        return found, lines(study, found, 0, 50)

    found, shown = benchmark(first_screen)
    assert found.total > len(shown) == 50


@pytest.mark.benchmark(group=SEARCH)
def test_search_by_pattern(benchmark, study):
    def first_screen():
        found = find(study, Question(r"\bmengaj\w+", pattern=True))
        return lines(study, found, 0, 50)

    assert len(benchmark(first_screen)) == 50


@pytest.mark.benchmark(group=SEARCH)
def test_baseline_search_by_raw_sql(benchmark, raw):
    query = "SELECT rowid, highlight(passage_fts, 0, '<', '>') FROM passage_fts WHERE passage_fts "
    asked = query + 'MATCH \'"ajar" OR "mengajar" OR "belajar"\''
    benchmark(lambda: raw.execute(asked).fetchall())


# --- coding ----------------------------------------------------------------------------------


@pytest.fixture
def places(study):
    return find(study, Question("guru")).places[:HITS]


@pytest.mark.benchmark(group=AUTOCODE)
@pytest.mark.parametrize("unit", ["word", "sentence", "turn"])
def test_autocode(benchmark, study, unit):
    found = find(study, Question("guru")).places
    seen, wanted = set(), []
    for place in found:  # so many different paragraphs, that each makes a coding of its own
        line = (place[0], study.texts.line_of(place[0], place[1]))
        if line not in seen:
            seen.add(line)
            wanted.append(place)
    wanted = wanted[:HITS]
    code = lambda: code_places(study, wanted, CODE, unit, "guru")  # noqa: E731
    code()

    def take_back():
        history.undo(study)

    benchmark.pedantic(code, setup=take_back, rounds=5)
    assert history.steps(study, limit=1)[0].rows >= HITS * 1.9


@pytest.mark.benchmark(group=UNDO)
def test_undo(benchmark, study, places):
    def code():
        code_places(study, places, CODE)

    benchmark.pedantic(lambda: history.undo(study), setup=code, rounds=5)


@pytest.mark.benchmark(group=AUTOCODE)
def test_baseline_rows_by_raw_sql(benchmark, raw, places):
    rows = [(n, str(n), *place) for n, place in enumerate(places, 1_000_000)]
    codings = [(f"c{n}", n) for n, *_ in rows]

    def begin():
        raw.execute("UPDATE open_change SET change_id = 1")
        raw.execute("DELETE FROM coding WHERE excerpt_id >= 1000000")
        raw.execute("DELETE FROM excerpt WHERE id >= 1000000")

    def insert():
        raw.execute("BEGIN IMMEDIATE")
        raw.executemany(
            'INSERT INTO excerpt(id, guid, source_id, start, "end", summary, set_aside) '
            "VALUES (?, ?, ?, ?, ?, '', 0)",
            rows,
        )
        raw.executemany(
            "INSERT INTO coding(guid, excerpt_id, code_id, coder_id, direction, weight, memo, "
            f"made_at) VALUES (?, ?, {CODE}, 1, 'affirms', 1, '', '2017-01-01')",
            codings,
        )
        raw.execute("COMMIT")

    benchmark.pedantic(insert, setup=begin, rounds=5)


@pytest.mark.benchmark(group=UNDO)
def test_baseline_delete_by_raw_sql(benchmark, raw):
    numbers = count(0)

    def delete():
        first = next(numbers) * HITS
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE open_change SET change_id = NULL")
        raw.execute(f"DELETE FROM coding WHERE excerpt_id BETWEEN {first + 1} AND {first + HITS}")
        raw.execute(
            f"DELETE FROM excerpt WHERE id BETWEEN {first + 1} AND {first + HITS} "
            "AND id NOT IN (SELECT excerpt_id FROM evidence)"
        )
        raw.execute("COMMIT")

    benchmark.pedantic(delete, rounds=4)


# --- words -----------------------------------------------------------------------------------


@pytest.mark.benchmark(group=WORDS)
def test_word_list(benchmark, study):
    benchmark.pedantic(lambda: count_words(study), rounds=3, warmup_rounds=1)


@pytest.mark.benchmark(group=WORDS)
def test_baseline_split_at_blanks(benchmark, study):
    from collections import Counter

    texts = [study.texts.of(number) for number in range(1, 201)]
    benchmark.pedantic(lambda: [Counter(text.split()) for text in texts], rounds=3)
