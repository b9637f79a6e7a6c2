import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from app import history
from app.check import check
from app.errors import UserError
from app.reduce.code_editing import add_code
from app.reduce.codes import codes
from app.reduce.codings import (
    LONGEST_IN_VIVO,
    NewCoding,
    add_codings,
    code_excerpt,
    code_excerpts,
    code_in_vivo,
    code_new,
    move_borders,
    recode,
    remove_codings,
    set_direction,
    set_memo,
    set_weight,
)
from app.reduce.excerpts import ExcerptFilter, count_excerpts, excerpts
from app.reduce.memos import add_memo, memos
from app.reduce.transcripts import codings_of
from app.study_files import open_study
from models.collection import Source, SourceText
from models.conclusions import Evidence, Finding
from models.reduction import Code, Coding, Excerpt, Memo
from tests.app.reduce.conftest import TEXT

LABEL = "study.methods.interview"


def rows_of(study):
    """Every row that coding can touch, by table."""
    with study.read() as connection:
        return {
            entity.__tablename__: connection.execute(
                select(entity.__table__).order_by(entity.id)
            ).all()
            for entity in (Code, Coding, Excerpt, Memo)
        }


def count(study, entity):
    with study.read() as connection:
        return connection.scalar(select(func.count()).select_from(entity))


def test_coding_an_excerpt_covers_its_words_and_knows_its_speaker(study, source, span):
    code = add_code(study, "Facilities")
    coding = code_excerpt(study, source, *span("the projector we borrow"), code)
    (row,) = excerpts(study, ExcerptFilter())
    assert (row.coding_id, row.quote) == (coding, "the projector we borrow")
    assert (row.informant, row.line, row.citation) == ("KS-01", 2, "(I.KS-01, 12/01/2017)")
    assert history.next_undo(study).sentence("en") == "Code “Facilities” on I/KS-01"


def test_the_same_span_and_code_is_one_coding(study, source, span):
    code = add_code(study, "Time")
    first = code_excerpt(study, source, *span("Time"), code, "denies")
    assert code_excerpt(study, source, *span("Time"), code) == first
    assert excerpts(study, ExcerptFilter())[0].direction == "denies"
    assert len(history.steps(study)) == 3


def test_words_of_the_researcher_have_no_speaker(study, source, span):
    code = add_code(study, "Question")
    code_excerpt(study, source, *span("What keeps"), code)
    assert excerpts(study, ExcerptFilter())[0].informant_id is None


def test_in_vivo_takes_the_words_as_the_name(study, source, span):
    code, _ = code_in_vivo(study, source, *span("Time, above all"))
    (row,) = excerpts(study, ExcerptFilter(codes=[code]))
    assert row.code == "Time, above all"
    again, _ = code_new(study, source, *span("Élan"), "time, ABOVE all")
    assert again == code
    assert {c.name: c.origin for c in codes(study)} == {"Time, above all": "in_vivo"}
    path, _ = code_new(study, source, *span("Élan"), "Factors > Élan")
    assert [c.path for c in codes(study) if c.id == path] == ["Factors > Élan"]
    long, _ = code_in_vivo(study, source, 0, len(TEXT))
    name = next(c.name for c in codes(study) if c.id == long)
    assert len(name) <= LONGEST_IN_VIVO + 1
    assert name.endswith("…")
    with pytest.raises(UserError, match="Select some words"):
        code_in_vivo(study, source, *span("\n"))


def test_one_step_of_undo_takes_a_new_code_and_its_coding_back(study, source, span):
    before = count(study, Excerpt)
    code_in_vivo(study, source, *span("Time"))
    history.undo(study)
    assert (count(study, Coding), count(study, Excerpt)) == (0, before)
    history.redo(study)
    assert count(study, Coding) == 1


def test_removing_drops_the_excerpt_unless_evidence_points_to_it(study, source, span):
    code = add_code(study, "Time")
    one = code_excerpt(study, source, *span("Time"), code)
    two = code_excerpt(study, source, *span("Élan"), code)
    kept = excerpts(study, ExcerptFilter())[1].excerpt_id
    with study.change(LABEL) as session:
        session.add(Finding(id=1, claim="c"))
        session.add(Evidence(finding_id=1, excerpt_id=kept))
    remove_codings(study, [one, two])
    with study.read() as connection:
        assert list(connection.scalars(select(Excerpt.id))) == [kept]
    history.undo(study)
    assert count_excerpts(study, ExcerptFilter()) == 2


def test_moving_borders_leaves_the_other_coding_and_the_evidence(study, source, span):
    a, b = add_code(study, "A"), add_code(study, "B")
    moved, stays = code_excerpts(study, source, *span("Time, above all"), [a, b])
    excerpt = excerpts(study, ExcerptFilter())[0].excerpt_id
    with study.change(LABEL) as session:
        session.add(Finding(id=1, claim="c"))
        session.add(Evidence(finding_id=1, excerpt_id=excerpt))
    move_borders(study, moved, *span("Time"))
    words = {row.coding_id: row.quote for row in excerpts(study, ExcerptFilter())}
    assert words == {moved: "Time", stays: "Time, above all"}
    (evidence,) = excerpts(study, ExcerptFilter(finding=1))
    assert evidence.quote == "Time, above all"


def test_recoding_keeps_memo_and_direction(study, source, span):
    a, b = add_code(study, "A"), add_code(study, "B")
    coding = code_excerpt(study, source, *span("Time"), a)
    set_memo(study, coding, "why")
    set_direction(study, [coding], "denies")
    recode(study, [coding], b)
    (row,) = excerpts(study, ExcerptFilter())
    assert (row.code, row.memo, row.direction) == ("B", "why", "denies")


def test_recoding_onto_a_double_joins_the_memos(study, source, span):
    a, b = add_code(study, "A"), add_code(study, "B")
    one, two = code_excerpts(study, source, *span("Time"), [a, b])
    set_memo(study, one, "first")
    set_memo(study, two, "second")
    recode(study, [one], b)
    (row,) = excerpts(study, ExcerptFilter())
    assert (row.coding_id, row.memo, row.direction) == (two, "second\nfirst", "affirms")
    recode(study, [two], b)
    assert history.next_undo(study).sentence("en") == "Recode “A” to “B” on I/KS-01"


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 4), (-1, 3), (0, 9999)])
def test_a_span_outside_the_text_is_refused(study, source, start, end):
    code = add_code(study, "A")
    with pytest.raises(UserError, match="Select some words"):
        code_excerpt(study, source, start, end, code)
    assert count(study, Excerpt) == 0


def test_what_is_gone_is_said(study, source, span):
    with pytest.raises(UserError, match="code is no longer"):
        code_excerpt(study, source, *span("Time"), 99)
    with pytest.raises(UserError, match="source is no longer"):
        code_excerpt(study, 99, 0, 1, add_code(study, "A"))
    with pytest.raises(UserError, match="not a direction"):
        set_direction(study, [1], "maybe")
    for gone in (
        lambda: set_memo(study, 99, "m"),
        lambda: remove_codings(study, [99]),
        lambda: move_borders(study, 99, 0, 1),
        lambda: set_direction(study, [99], "mixed"),
    ):
        with pytest.raises(UserError, match="coding is no longer"):
            gone()
    with pytest.raises(UserError, match="not a weight"):
        set_weight(study, [1], 9)


def test_a_step_is_named_by_code_and_source(study, source, span):
    a = add_code(study, "A")
    coding = code_excerpt(study, source, *span("Time"), a)
    set_direction(study, [coding], "mixed")
    set_memo(study, coding, " why ")
    set_weight(study, [coding], 3)
    move_borders(study, coding, *span("Time, above"))
    remove_codings(study, [coding])
    said = [step.sentence("en") for step in reversed(history.steps(study, limit=5))]
    assert said == [
        "Change the direction of “A” on I/KS-01",
        "Memo on “A” in I/KS-01",
        "Weight “A” on I/KS-01",
        "Move the borders of “A” on I/KS-01",
        "Remove code “A” from I/KS-01",
    ]
    assert all(step.sentence("id") for step in history.steps(study))
    history.undo(study)
    (row,) = excerpts(study, ExcerptFilter())
    assert (row.coding_id, row.memo, row.quote) == (coding, "why", "Time, above")


def test_a_summary_and_memos_move_with_the_only_coding(study, source, span):
    coding = code_excerpt(study, source, *span("Time"), add_code(study, "A"))
    excerpt = excerpts(study, ExcerptFilter())[0].excerpt_id
    with study.change(LABEL) as session:
        session.get(Excerpt, excerpt).summary = "no time"
    add_memo(study, "m", on_entity="excerpt", on_id=excerpt)
    new = move_borders(study, coding, *span("Time, above all"))
    (row,) = excerpts(study, ExcerptFilter())
    assert (row.excerpt_id, row.summary) == (new, "no time")
    assert [memo.on_id for memo in memos(study)] == [new]
    assert move_borders(study, coding, *span("Time, above all")) == new
    remove_codings(study, [coding])
    assert memos(study) == []
    history.undo(study)
    assert [memo.on_id for memo in memos(study)] == [new]


def test_borders_moved_onto_a_double_fold_it(study, source, span):
    a = add_code(study, "A")
    one = code_excerpt(study, source, *span("Time"), a)
    two = code_excerpt(study, source, *span("Élan"), a, "denies")
    set_memo(study, two, "there")
    move_borders(study, one, *span("Élan"))
    (row,) = excerpts(study, ExcerptFilter())
    assert (row.coding_id, row.memo, row.direction) == (one, "there", "mixed")
    assert check(study).faults == ()


def test_many_codings_come_in_at_once_without_doubles(study, source, span):
    a = add_code(study, "A")
    there = code_excerpt(study, source, *span("Time"), a)
    rows = [
        NewCoding(source, *span("Time"), a),
        NewCoding(source, *span("Élan"), a, "denies", "m", 2),
        NewCoding(source, *span("Élan"), a),
    ]
    with study.change(LABEL) as session:
        assert add_codings(session, rows, study.coder_id) == 1
    found = excerpts(study, ExcerptFilter())
    assert [(r.quote, r.direction, r.memo) for r in found] == [
        ("Time", "affirms", ""),
        ("Élan", "denies", "m"),
    ]
    assert found[0].coding_id == there
    assert check(study).faults == ()
    with study.change(LABEL) as session, pytest.raises(UserError, match="not a direction"):
        add_codings(session, [NewCoding(source, 0, 1, a, "maybe")], study.coder_id)


def test_nothing_changes_in_a_study_that_is_read_only(study, source, span):
    coding = code_excerpt(study, source, *span("Time"), add_code(study, "A"))
    other = open_study(study.path)
    try:
        assert other.read_only
        for change in (
            lambda: code_excerpt(other, source, *span("Time"), 1),
            lambda: remove_codings(other, [coding]),
            lambda: add_code(other, "B"),
        ):
            with pytest.raises(UserError, match="read-only"):
                change()
        assert len(codings_of(other, source)) == 1
    finally:
        other.close()


texts = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), min_size=1, max_size=60)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts, st.data())
def test_any_span_of_any_text_is_quoted_exactly(fresh, text, data):
    study = fresh()
    with study.change(LABEL) as session:
        session.add(Source(id=1, title="t", reference="r", method="interview", length=len(text)))
        session.add(SourceText(source_id=1, text=text))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    coding = code_excerpt(study, 1, start, end, add_code(study, "A"))
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


things = st.tuples(
    st.sampled_from(
        ["code", "remove", "recode", "direct", "borders", "in vivo", "memo", "undo", "redo"]
    ),
    st.integers(0, 60),
    st.integers(1, 25),
    st.integers(0, 2),
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(things, min_size=3, max_size=12))
def test_every_operation_is_undone_to_the_very_rows(fresh, steps):
    study = fresh()
    text = "Kata 😀 satu dua tiga, 👩‍🏫 guru é sekolah… " * 3
    with study.change(LABEL) as session:
        session.add(Source(id=1, title="t", reference="r", method="interview", length=len(text)))
        session.add(SourceText(source_id=1, text=text))
    ids = [add_code(study, name) for name in "abc"]
    states = [rows_of(study)]
    for what, start, length, number in steps:
        span, code = (start, start + length), ids[number]
        there = [span.coding_id for span in codings_of(study, 1)]
        one = there[start % len(there)] if there else 0
        done = len([s for s in history.steps(study) if s.state == "done"])
        try:
            if what == "code":
                code_excerpts(study, 1, *span, ids[: number + 1], "denies")
            elif what == "remove":
                remove_codings(study, there[:number])
            elif what == "recode":
                recode(study, there[: number + 1], code)
            elif what == "direct":
                set_direction(study, [one], ("affirms", "denies", "mixed")[number])
            elif what == "borders":
                move_borders(study, one, *span)
            elif what == "in vivo":
                code_in_vivo(study, 1, *span)
            elif what == "memo":
                set_memo(study, one, "m")
            elif what == "undo" and len(states) > 1:
                history.undo(study)
                states.pop()
                assert rows_of(study) == states[-1]
                continue
        except UserError as problem:
            expected = problem.key in ("reduce.no_such_coding", "reduce.empty_span")
            assert expected, problem  # noqa: PT017
        if len([s for s in history.steps(study) if s.state == "done"]) > done:
            states.append(rows_of(study))
        assert check(study).faults == ()
    while len(states) > 1:
        states.pop()
        history.undo(study)
        assert rows_of(study) == states[-1]
    study.close()
