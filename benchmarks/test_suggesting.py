"""How good suggestions are: the share of held-back codings found in the first 20.

A third of the codings of each code with at least five is taken away; what is then suggested for the
code is held against them: a coding is found where a suggestion shares a character with it. Beside
it, for the same codings, sentences drawn at random and sentences that have most of the words of the
code's name. Each is repeated with other codings held back.

Run: pytest benchmarks/test_suggesting.py -s
"""

import random
from collections import defaultdict
from time import perf_counter

import numpy as np
import pytest
from sqlalchemy import select

from app import history
from app.reduce.codes import codes
from app.reduce.codings import remove_codings
from app.reduce.suggesting.likely import likely_codes
from app.reduce.suggesting.resembling import MOST, Sentences, suggest
from app.reduce.suggesting.streams import streams
from app.study_files import open_study
from benchmarks.coded_corpus import coded_study, there_is_a_corpus
from models.reduction import Coding, Excerpt

FEWEST, SHARE, REPEATS = 5, 3, 3
QUALITY = "share of held-back codings found in the first 20"
LIKELY = "share of codings whose code is among the first 5 likely ones"
SPEED = "suggestions for a code of 133 excerpts among 8 MB"


@pytest.fixture(scope="session")
def corpus(folder):
    """A published corpus, which is not ours to ship: measured where TILIK_CORPUS names it.

    The same figures of the sample are measured everywhere.
    """
    if not there_is_a_corpus():
        pytest.skip("there is no coded corpus on this machine")
    path, found, missed = coded_study(folder / "corpus")
    print(f"\ncorpus: {found} codings found in the transcripts, {missed} not")
    return path


@pytest.fixture(params=["sample", "corpus"])
def study(request, copied):
    study = open_study(copied(request.getfixturevalue(request.param)))
    study.name = request.param
    yield study
    study.close()


def codings_by_code(study):
    query = select(Coding.id, Coding.code_id, Excerpt.source_id, Excerpt.start, Excerpt.end)
    query = query.join(Excerpt, Excerpt.id == Coding.excerpt_id).where(~Excerpt.set_aside)
    found = defaultdict(list)
    with study.read() as connection:
        for row in connection.execute(query.order_by(Coding.id)):
            found[row.code_id].append((row.id, tuple(row[2:])))
    return found


def overlap(one, other):
    return one[0] == other[0] and max(one[1], other[1]) < min(one[2], other[2])


def by_suggestion(study, code, kept):
    return [(s.source_id, s.start, s.end) for s in suggest(study, code.id)]


def free_sentences(study, kept):
    sentences = Sentences(streams(study))
    places = zip(
        *(a.tolist() for a in (sentences.source, sentences.start, sentences.end)), strict=True
    )
    free = set(range(len(sentences.source))) - set(sentences.touched(kept).tolist())
    return [place for number, place in enumerate(places) if number in free]


def by_chance(study, code, kept):
    free = free_sentences(study, kept)
    return random.Random(code.id).sample(free, min(MOST, len(free)))


def by_keyword(study, code, kept):
    """Sentences with most of the words of the code's name, as they stand."""
    words = {word.casefold() for word in code.name.split() if len(word) > 3}

    def had(place):
        text = study.texts.quote(*place).casefold()
        return -sum(word in text for word in words)

    return sorted(free_sentences(study, kept), key=had)[:MOST]


def held_back(study, way, repeat):
    """Return how many codings were held back, and how many of them the way finds."""
    random_, total, found = random.Random(repeat), 0, 0
    known = codings_by_code(study)
    for code in codes(study):
        own = known[code.id]
        if len(own) < FEWEST:
            continue
        held = random_.sample(own, len(own) // SHARE)
        remove_codings(study, [coding for coding, _ in held])
        kept = [place for coding, place in own if (coding, place) not in held]
        offered = way(study, code, kept)
        found += sum(any(overlap(place, one) for one in offered) for _, place in held)
        total += len(held)
        history.undo(study)
    return total, found


WAYS = [by_suggestion, by_keyword, by_chance]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_share_found(benchmark, study, way):
    benchmark.group = f"{QUALITY}: {study.name}"
    results = benchmark.pedantic(
        lambda: [held_back(study, way, repeat) for repeat in range(REPEATS)], rounds=1
    )
    total, found = (sum(column) for column in zip(*results, strict=True))
    benchmark.extra_info |= {"held_back": total, "found": found, "share": round(found / total, 3)}
    print(f"\n{study.name}, {way.__name__}: {found} of {total} found, {found / total:.1%}")


# --- likely codes ----------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["likely", "most used"])
def test_likely_codes(benchmark, study, way):
    """Beside the five codes that are used most, whatever the words."""
    benchmark.group = f"{LIKELY}: {study.name}"
    known = codings_by_code(study)
    most_used = sorted(known, key=lambda code: -len(known[code]))[:5]

    def share():
        asked = found = 0
        for code, own in known.items():
            for coding, place in own:
                remove_codings(study, [coding])
                likely = [each.code_id for each in likely_codes(study, *place)]
                history.undo(study)
                asked += 1
                found += code in (likely if way == "likely" else most_used)
        return asked, found

    asked, found = benchmark.pedantic(share, rounds=1)
    print(f"\n{study.name}, {way}: {found} of {asked}, {found / asked:.1%}")


# --- speed -----------------------------------------------------------------------------------


@pytest.mark.benchmark(group=SPEED)
def test_suggest(benchmark, made, copied):
    """The texts were read before; how long that took is printed."""
    study = open_study(copied(made))
    code = codes(study)[0].id
    begun = perf_counter()
    streams(study)
    print(f"\nreading 8 MB: {perf_counter() - begun:.1f} s")
    benchmark.pedantic(lambda: suggest(study, code), rounds=5, warmup_rounds=1)
    study.close()


@pytest.mark.benchmark(group=SPEED)
def test_bare_product(benchmark, made, copied):
    """Baseline: the weighed sentences times one vector, and the 20 highest."""
    study = open_study(copied(made))
    rows = streams(study).sentences().rows
    vector = np.random.default_rng(1).random(rows.shape[1])
    benchmark.pedantic(
        lambda: np.argsort(-(rows @ vector), kind="stable")[:MOST], rounds=5, warmup_rounds=1
    )
    study.close()
