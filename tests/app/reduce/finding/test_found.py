from contextlib import closing
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import history
from app.errors import UserError
from app.reduce.codings import code_excerpt
from app.reduce.finding import patterns
from app.reduce.finding.found import Question, find, lines
from app.reduce.finding.lemma_index import forms_of, index_lemmas, lemmas_of_language, new_words
from app.reduce.finding.limits import Limits
from app.reduce.finding.query import parse
from app.study_files import open_study


def said(study, words, **how):
    """The found words with their source, in the order in which they are shown."""
    found = find(study, Question(words, **how))
    return [(source, study.texts.quote(source, a, b)) for source, a, b in found.places]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("elan", [(1, "Élan")]),
        ("guru NOT siswa", [(1, "guru"), (1, "guru"), (3, "guru")]),
        ("rapat AND lama", [(2, "Rapat"), (2, "lama")]),
        ("rapat AND /l.ma/", [(2, "Rapat"), (2, "lama")]),
        ("(rapat OR elan) BUKAN itu", [(1, "Élan")]),
        ("rapat NOT /pelajaran|xx/", [(2, "Rapat")]),
        ("guru NEAR/1 rapat", [(1, "guru"), (1, "rapat")]),
        ("guru NEAR/0 rapat", []),
        ("guru DEKAT rapat OR vital", [(1, "guru"), (1, "rapat"), (1, "vital")]),
        ("meng*", [(1, "mengajar")]),
        ("/\\bmeng\\w+/ OR mengajar", [(1, "mengajar")]),
        ('"guru dan siswa"', [(2, "guru dan siswa")]),
        ("/guru|dan/ siswa", [(2, "guru"), (2, "dan"), (2, "siswa")]),
        ("nothing", []),
        ("", []),
        ("@", []),
    ],
)
def test_what_answers_a_question(texts, words, places):
    assert said(texts, words) == places


def test_a_pattern_does_not_go_over_a_line_end_and_matches_something(texts):
    assert said(texts, r"^rapat.*", pattern=True) == [(2, "Rapat itu lama.")]
    assert said(texts, r"x*", pattern=True) == []
    assert said(texts, r"bersama\.\s*Rapat", pattern=True) == []


@pytest.mark.parametrize(("pattern", "place"), [("(", 1), ("a**", 3), ("[a", 2)])
def test_a_bad_pattern_is_said(texts, pattern, place):
    with pytest.raises(UserError) as raised:
        find(texts, Question(pattern, pattern=True))
    assert raised.value.key == "searching.bad_pattern"
    assert f"“{pattern}” is not" in raised.value.sentence("en")
    assert raised.value.values["place"] == place


def test_a_pattern_that_would_not_end_is_stopped():
    matcher = patterns.Matcher(r"(a|aa)+$", seconds=0.05)
    with pytest.raises(UserError) as raised:
        list(matcher.spans("a" * 80 + "b"))
    assert raised.value.key == "searching.pattern_too_slow"
    with pytest.raises(UserError):
        list(matcher.spans("b"))


# --- lemmas ----------------------------------------------------------------------------------


def test_a_lemma_finds_its_forms(texts):
    total = new_words(texts)
    steps = len(history.steps(texts))
    assert index_lemmas(texts) == total > 0
    assert new_words(texts) == 0
    assert len(history.steps(texts)) == steps
    forms = ["Pelajaran", "mengajar"]
    assert (
        sorted(words for source, words in said(texts, "ajar", lemma=True) if source == 1) == forms
    )
    assert said(texts, "lemma:pelajaran NOT guru") == []
    assert [w for s, w in said(texts, "mengajar", lemma=True) if s == 2] == ["Belajar", "belajar"]
    assert said(texts, "teach", lemma=True) == [(3, "taught")]
    assert said(texts, "ajar NEAR/9 waktu", lemma=True)[-1] == (1, "waktu")
    assert said(texts, "Élan", lemma=True) == [(1, "Élan")]
    assert lemmas_of_language(texts, "id")["pelajaran"] == "ajar"
    assert lemmas_of_language(texts, "en")["children"] == "child"


def test_looking_up_does_not_take_the_redo_away(texts):
    with texts.change("study.methods.interview") as session:
        from models.design import Site

        session.add(Site(name="Ciawi 03"))
    history.undo(texts)
    index_lemmas(texts)
    assert history.redo(texts)


def test_only_new_words_are_looked_up_and_cancelling_keeps_what_is_done(texts, monkeypatch):
    from app.reduce.finding import lemma_index
    from models import fulltext

    monkeypatch.setattr(lemma_index, "AT_ONCE", 5)
    total = new_words(texts)
    told = []
    assert index_lemmas(texts, lambda *at: told.append(at), lambda: len(told) == 2) == 10
    assert told == [(5, total), (10, total)]
    assert new_words(texts) == total - 10
    index_lemmas(texts)
    with texts.change("study.methods.interview") as session:
        fulltext.index_text(session.connection(), 2, "Pengajaran guru.")
    assert new_words(texts) == 2  # one word, in two languages


def test_a_study_that_takes_no_writing_keeps_lemmas_while_it_is_open(texts):
    with closing(open_study(texts.path)) as copy:
        assert copy.read_only
        index_lemmas(copy)
        assert new_words(copy) == 0
        assert {"mengajar", "pelajaran"} <= set(forms_of(copy, "ajar"))
        assert lemmas_of_language(copy, "id")["pelajaran"] == "ajar"


# --- limits ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("limits", "sources"),
    [
        (Limits(methods=["observation"]), [2]),
        (Limits(sites=[1]), [1, 1]),
        (Limits(sites=[2, None]), [2, 3]),
        (Limits(sources=[3]), [3]),
        (Limits(since=date(2017, 1, 2)), [2]),
        (Limits(since=date(2017, 1, 1), until=date(2017, 1, 1)), [1, 1]),
        (Limits(until=date(2016, 1, 1)), []),
        (Limits(sources=[]), []),
    ],
)
def test_limits_by_source(texts, limits, sources):
    # "guru" is in all three: twice in 1, once in 2, once in 3
    assert [source for source, _ in said(texts, "guru", limits=limits)] == sorted(
        sources, key=[1, 3, 2].index
    )


def test_limits_by_role_follow_the_speaker(texts):
    key, core = (texts.role_ids[kind] for kind in ("key_person", "core_respondent"))
    spoken = find(texts, Question("guru", limits=Limits(roles=[key])))
    assert [place[:2] for place in spoken.places] == [(1, texts.texts.of(1).index("guru,"))]
    assert said(texts, "guru", limits=Limits(roles=[core])) == [(2, "guru")]
    nobody = find(texts, Question("guru", limits=Limits(roles=[None])))
    assert [place[0] for place in nobody.places] == [1, 3]  # the researcher; one of two


def test_limits_by_coding(texts, place):
    with texts.change("study.methods.interview") as session:
        from models.reduction import Code

        session.add(Code(id=1, name="Time"))
    code_excerpt(texts, *place(1, "guru, waktu"), 1)
    coded = Limits(state="coded")
    assert said(texts, "guru OR waktu", limits=coded) == [(1, "guru"), (1, "waktu")]
    assert said(texts, "guru", limits=Limits(state="uncoded")) == [
        *((1, "guru"), (3, "guru"), (2, "guru"))
    ]
    assert said(texts, "guru", limits=Limits(state="coded", coders=[2])) == []
    assert len(said(texts, "guru", limits=Limits(state="uncoded", coders=[2]))) == 4


# --- in context ------------------------------------------------------------------------------


def test_lines_show_words_in_their_context(texts):
    found = find(texts, Question("guru"))
    assert (found.total, dict(found.by_source)) == (4, {1: 2, 2: 1, 3: 1})
    researcher, principal = lines(texts, found, 0, 2)
    assert (researcher.left, researcher.words, researcher.right) == (
        *("P: Apa yang ", "guru", " 😀 ajarkan?"),
    )
    assert (researcher.informant, researcher.role, researcher.line) == ("P", "", 1)
    assert (principal.informant, principal.line, principal.reference) == ("KS-01", 2, "R/1")
    assert principal.method_letter == "I"
    assert principal.role
    rest = lines(texts, found, 2)
    assert [line.source_id for line in rest] == [3, 2]
    assert rest[1].right.endswith("bersama.")


def test_a_source_that_an_undo_took_away_is_not_found(texts):
    found = find(texts, Question("guru"))
    history.undo(texts)
    assert find(texts, Question("guru")).total == 0
    assert lines(texts, found) == []


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=12) | st.text("\"*-+^:(){}'guru &|~ANDORNT/", max_size=14))
def test_any_question_is_answered_or_refused_in_plain_words(texts, words):
    for how in ({}, {"lemma": True}, {"pattern": True}):
        try:
            found = find(texts, Question(words, **how))
        except UserError:
            continue
        for source, start, end in found.places:
            assert 0 <= start < end <= len(texts.texts.of(source))
        assert sum(found.by_source.values()) == found.total
        assert (parse(words, pattern=bool(how.get("pattern"))) is not None) or not found.total
