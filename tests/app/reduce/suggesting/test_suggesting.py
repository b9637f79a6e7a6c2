"""Suggestions: passages like a code's excerpts, codes for words; taken, refused, undone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import history
from app.errors import UserError
from app.reduce.code_editing import add_code
from app.reduce.code_merging import delete_codes
from app.reduce.codings import code_excerpt
from app.reduce.excerpts import ExcerptFilter, excerpts
from app.reduce.suggesting.likely import likely_codes
from app.reduce.suggesting.resembling import suggest
from app.reduce.suggesting.streams import streams
from app.reduce.suggesting.taking import refuse_suggestions, take_suggestions
from app.reduce.text_editing import edit_text
from app.reduce.text_shift import Edit
from models import fulltext
from models.collection import Source, SourceText, Turn

ONE = (
    "P: What about the projector and the broken screen?\n"
    "KS: The projector is broken since March 😀. We eat lunch together every Monday.\n"
    "KS: A new projector would cost two million. My father planted that mango tree."
)
TWO = (
    "Broken projectors stood in two of the rooms. The children sang a song about rain.\n"
    "Lunch was rice with vegetables for everybody."
)


@pytest.fixture
def told(study):
    with study.change("study.methods.interview") as session:
        for number, text in ((1, ONE), (2, TWO)):
            session.add(Source(id=number, title="t", reference=f"S/{number}", method="interview",
                               length=len(text)))  # fmt: skip
            session.add(SourceText(source_id=number, text=text))
            fulltext.index_text(session.connection(), number, text)
        at = 0
        for line in ONE.split("\n"):
            label = line.partition(":")[0]
            session.add(Turn(source_id=1, start=at, end=at + len(line), speaker=label,
                             is_researcher=label == "P"))  # fmt: skip
            at += len(line) + 1
    return study


def place(words, text=ONE, source=1):
    at = text.index(words)
    return source, at, at + len(words)


@pytest.fixture
def facilities(told):
    code = add_code(told, "Facilities")
    code_excerpt(told, *place("The projector is broken since March"), code)
    return code


@pytest.fixture
def meals(told):
    code = add_code(told, "Meals")
    code_excerpt(told, *place("We eat lunch together every Monday."), code)
    return code


def quotes(study, code):
    return [each.quote for each in suggest(study, code)]


def test_what_resembles_comes_first_and_says_by_which_words(told, facilities, meals):
    found = suggest(told, facilities)
    quoted = [each.quote for each in found]
    assert set(quoted[:2]) == {
        "A new projector would cost two million.",
        "Broken projectors stood in two of the rooms.",
    }
    assert "projector" in found[0].words
    assert found[0].score >= found[1].score > 0
    there = next(each for each in found if each.source_id == 2)
    assert told.texts.quote(2, there.start, there.end) == there.quote
    assert (there.reference, there.line) == ("S/2", 1)


def test_neither_the_researcher_nor_what_is_coded_is_offered(told, facilities):
    quoted = quotes(told, facilities)
    assert not any("What about" in quote for quote in quoted)
    assert not any("since March" in quote for quote in quoted)


def test_a_code_without_excerpts_is_looked_for_by_its_own_words(told):
    code = add_code(told, "Lunch")
    assert set(quotes(told, code)) == {
        "We eat lunch together every Monday.",
        "Lunch was rice with vegetables for everybody.",
    }
    nothing = add_code(told, "Xylophones")
    assert quotes(told, nothing) == []


def test_taken_it_is_coded_in_one_step(told, facilities):
    steps = len(history.steps(told))
    places = [(each.source_id, each.start, each.end) for each in suggest(told, facilities)[:2]]
    assert take_suggestions(told, facilities, places) == 2
    assert len(history.steps(told)) == steps + 1
    assert len(excerpts(told, ExcerptFilter(codes=frozenset([facilities])))) == 3
    history.undo(told)
    assert len(excerpts(told, ExcerptFilter(codes=frozenset([facilities])))) == 1
    with pytest.raises(UserError):
        take_suggestions(told, facilities, [])


def test_refused_it_is_not_offered_again_until_undo(told, facilities, tmp_path):
    first = suggest(told, facilities)[0]
    spot = (first.source_id, first.start, first.end)
    assert refuse_suggestions(told, facilities, [spot, spot]) == 1
    assert refuse_suggestions(told, facilities, [spot]) == 0
    assert first.quote not in quotes(told, facilities)
    history.undo(told)
    assert quotes(told, facilities)[0] == first.quote


def test_a_refusal_holds_for_its_code_alone(told, facilities, meals):
    spot = place("A new projector would cost two million.")
    other = add_code(told, "Projector")
    refuse_suggestions(told, facilities, [spot])
    assert "A new projector would cost two million." in quotes(told, other)


def test_likely_codes_for_words(told, facilities, meals):
    found = likely_codes(told, *place("A new projector would cost two million."))
    assert [each.code_id for each in found] == [facilities]
    assert [e.code_id for e in likely_codes(told, *place("Lunch was rice", TWO, 2))] == [meals]
    own = place("The projector is broken since March")
    assert facilities not in [each.code_id for each in likely_codes(told, *own)]
    refuse_suggestions(told, facilities, [place("A new projector")])
    assert likely_codes(told, *place("A new projector would cost two million.")) == []
    assert likely_codes(told, 1, 0, 0) == []


def test_a_corrected_text_is_read_again(told, facilities):
    streams(told)
    at = ONE.index("My father planted that mango tree")
    edit_text(told, 1, [Edit(at, at + len("My father planted"), "The projector replaced")])
    assert any("replaced that mango tree" in quote for quote in quotes(told, facilities))


def test_a_code_that_is_gone(told, facilities):
    delete_codes(told, [facilities])
    with pytest.raises(UserError):
        suggest(told, facilities)
    with pytest.raises(UserError):
        take_suggestions(told, facilities, [(1, 60, 80)])


def test_an_empty_study(study):
    code = add_code(study, "Alone")
    assert suggest(study, code) == []
    assert likely_codes(study, 1, 0, 5) == []


@settings(max_examples=25, deadline=None)
@given(spans=st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60)), max_size=6))
def test_whatever_is_coded_suggestions_are_sentences_that_are_not(spans):
    import tempfile
    from pathlib import Path

    from app.study_files import create_study

    with tempfile.TemporaryDirectory() as folder:
        study = create_study(Path(folder) / "s", "S")
        with study.change("study.methods.interview") as session:
            session.add(
                Source(id=1, title="t", reference="S", method="documentation", length=len(TWO))
            )
            session.add(SourceText(source_id=1, text=TWO))
            fulltext.index_text(session.connection(), 1, TWO)
        code = add_code(study, "Broken rooms and rain")
        coded = []
        for start, size in spans:
            low, high = min(start, len(TWO) - 1), min(start + size, len(TWO))
            if TWO[low:high].strip():
                code_excerpt(study, 1, low, high, code)
                coded.append((low, high))
        for each in suggest(study, code):
            assert TWO[each.start : each.end] == each.quote
            assert all(each.end <= low or each.start >= high for low, high in coded)
        study.close()
