import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from app import history
from app.check import check
from app.errors import UserError
from app.reduce.codes import add_code
from app.reduce.codings import (
    code_excerpt,
    code_in_vivo,
    code_new,
    move_borders,
    recode,
    remove_codings,
    set_direction,
    set_memo,
)
from app.reduce.excerpts import ExcerptFilter, count_excerpts, excerpts
from app.reduce.transcripts import codings_of, sources_overview, transcript
from app.study_files import create_study
from models.conclusions import Evidence, Finding
from models.reduction import Coding, Excerpt


def count(study, entity):
    with study.read() as connection:
        return connection.scalar(select(func.count()).select_from(entity))


def test_coding_an_excerpt_covers_its_words_and_knows_its_speaker(study, source, span):
    code = add_code(study, "Facilities")
    (coding,) = code_excerpt(study, source, *span("the projector we borrow"), [code])
    (row,) = excerpts(study, ExcerptFilter())
    assert (row.coding_id, row.quote) == (coding, "the projector we borrow")
    assert (row.informant, row.line, row.citation) == ("KS-01", 2, "(I.KS-01, 12/01/2017)")
    assert history.next_undo(study).sentence("en") == "Code “Facilities” on I/KS-01"


def test_the_same_span_and_code_is_one_coding(study, source, span):
    code = add_code(study, "Time")
    first = code_excerpt(study, source, *span("Time"), [code])
    assert code_excerpt(study, source, *span("Time"), [code]) == first
    assert len(history.steps(study)) == 3


def test_words_of_the_researcher_have_no_speaker(study, source, span):
    code = add_code(study, "Question")
    code_excerpt(study, source, *span("What keeps"), [code])
    assert excerpts(study, ExcerptFilter())[0].informant_id is None


def test_in_vivo_takes_the_words_as_the_name(study, source, span):
    code, _ = code_in_vivo(study, source, *span("Time, above all"))
    (row,) = excerpts(study, ExcerptFilter(codes=[code]))
    assert row.code == "Time, above all"
    again, _ = code_new(study, source, *span("Élan"), "time, ABOVE all")
    assert again == code


def test_one_step_of_undo_takes_a_new_code_and_its_coding_back(study, source, span):
    before = count(study, Excerpt)
    code_in_vivo(study, source, *span("Time"))
    history.undo(study)
    assert (count(study, Coding), count(study, Excerpt)) == (0, before)
    history.redo(study)
    assert count(study, Coding) == 1


def test_removing_drops_the_excerpt_unless_evidence_points_to_it(study, source, span):
    code = add_code(study, "Time")
    (one,) = code_excerpt(study, source, *span("Time"), [code])
    (two,) = code_excerpt(study, source, *span("Élan"), [code])
    kept = excerpts(study, ExcerptFilter())[1].excerpt_id
    with study.change("study.methods.interview") as session:
        session.add(Finding(id=1, claim="c"))
        session.add(Evidence(finding_id=1, excerpt_id=kept))
    remove_codings(study, [one, two])
    with study.read() as connection:
        assert list(connection.scalars(select(Excerpt.id))) == [kept]
    history.undo(study)
    assert count_excerpts(study, ExcerptFilter()) == 2


def test_moving_borders_leaves_the_other_coding_and_the_evidence(study, source, span):
    a, b = add_code(study, "A"), add_code(study, "B")
    moved, stays = code_excerpt(study, source, *span("Time, above all"), [a, b])
    excerpt = excerpts(study, ExcerptFilter())[0].excerpt_id
    with study.change("study.methods.interview") as session:
        session.add(Finding(id=1, claim="c"))
        session.add(Evidence(finding_id=1, excerpt_id=excerpt))
    move_borders(study, moved, *span("Time"))
    words = {row.coding_id: row.quote for row in excerpts(study, ExcerptFilter())}
    assert words == {moved: "Time", stays: "Time, above all"}
    (evidence,) = excerpts(study, ExcerptFilter(finding=1))
    assert evidence.quote == "Time, above all"


def test_recoding_keeps_memo_and_direction(study, source, span):
    a, b = add_code(study, "A"), add_code(study, "B")
    (coding,) = code_excerpt(study, source, *span("Time"), [a])
    set_memo(study, coding, "why")
    set_direction(study, [coding], "denies")
    recode(study, [coding], b)
    (row,) = excerpts(study, ExcerptFilter())
    assert (row.code, row.memo, row.direction) == ("B", "why", "denies")


def test_recoding_onto_a_double_joins_the_memos(study, source, span):
    a, b = add_code(study, "A"), add_code(study, "B")
    one, two = code_excerpt(study, source, *span("Time"), [a, b])
    set_memo(study, one, "first")
    set_memo(study, two, "second")
    recode(study, [one], b)
    (row,) = excerpts(study, ExcerptFilter())
    assert (row.coding_id, row.memo) == (two, "second\nfirst")


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 4), (-1, 3), (0, 9999)])
def test_a_span_outside_the_text_is_refused(study, source, start, end):
    code = add_code(study, "A")
    with pytest.raises(UserError, match="Select some words"):
        code_excerpt(study, source, start, end, [code])
    assert count(study, Excerpt) == 0


def test_what_is_gone_is_said(study, source, span):
    with pytest.raises(UserError, match="code is no longer"):
        code_excerpt(study, source, *span("Time"), [99])
    with pytest.raises(UserError, match="source is no longer"):
        code_excerpt(study, 99, 0, 1, [add_code(study, "A")])
    with pytest.raises(UserError, match="not a direction"):
        set_direction(study, [1], "maybe")


def test_the_transcript_shows_codings_and_turns_in_order(study, source, span):
    code = add_code(study, "A")
    code_excerpt(study, source, *span("Élan"), [code], direction="mixed")
    code_excerpt(study, source, *span("Time"), [code])
    shown = transcript(study, source)
    assert [shown.text[c.start : c.end] for c in shown.codings] == ["Time", "Élan"]
    assert shown.codings == codings_of(study, source)
    assert [(t.speaker, t.is_researcher) for t in shown.turns] == [("P", True), ("KS-01", False)]
    (line,) = sources_overview(study)
    assert (line.reference, line.letter, line.informants, line.codings) == (
        "I/KS-01", "I", ("KS-01",), 2,
    )  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), min_size=1, max_size=60),
    st.data(),
)
def test_any_span_of_any_text_is_quoted_exactly(tmp_path_factory, text, data):
    from models.collection import Source, SourceText

    study = create_study(tmp_path_factory.mktemp("t") / "s", "S")
    with study.change("study.methods.interview") as session:
        session.add(Source(id=1, title="t", reference="r", method="interview", length=len(text)))
        session.add(SourceText(source_id=1, text=text))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    code = add_code(study, "A")
    (coding,) = code_excerpt(study, 1, start, end, [code])
    assert excerpts(study, ExcerptFilter())[0].quote == text[start:end]
    again = data.draw(st.integers(start + 1, len(text)))
    move_borders(study, coding, start, again)
    assert excerpts(study, ExcerptFilter())[0].quote == text[start:again]
    assert check(study).faults == ()
    if again != end:
        history.undo(study)
    assert excerpts(study, ExcerptFilter())[0].quote == text[start:end]
    assert check(study).faults == ()
    study.close()
