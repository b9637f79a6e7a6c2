import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from app import history
from app.check import check
from app.errors import UserError
from app.reduce.code_editing import add_code
from app.reduce.codings import code_excerpt
from app.reduce.excerpts import ExcerptFilter, excerpts
from app.reduce.search import search
from app.reduce.text_editing import edit_text, what_goes
from app.reduce.text_shift import Edit, applied, edits_between
from app.study_files import open_study
from app.verify.finding_evidence import add_evidence
from app.verify.findings import add_finding
from models.base import Base
from tests.app.reduce.conftest import TEXT


@pytest.fixture
def code(study, source):
    return add_code(study, "Time")


def at(words):
    return TEXT.index(words), TEXT.index(words) + len(words)


def quotes(study):
    return [row.quote for row in excerpts(study, ExcerptFilter())]


def everything(study):
    """Every row of every table that is kept in the history, and the texts with their index."""
    with study.read() as connection:
        tables = [t.name for t in Base.metadata.sorted_tables if not t.name.startswith("change")]
        tables = [name for name in tables if name not in ("open_change", "passage")]
        rows = {
            name: connection.execute(text(f'SELECT * FROM "{name}" ORDER BY 1')).all()
            for name in tables
        }
        indexed = text(
            'SELECT p.start, p."end", f.text FROM passage p JOIN passage_fts f ON f.rowid = p.id'
        )
        rows["passages"] = sorted(connection.execute(indexed).all())
    return rows


def test_codings_turns_and_evidence_keep_their_words(study, source, code):
    coded = code_excerpt(study, source, *at("the projector we borrow"), code)
    code_excerpt(study, source, *at("Élan"), code)
    finding = add_finding(study, "It needs time.")
    row = excerpts(study, ExcerptFilter())[0]
    add_evidence(study, finding, [row.excerpt_id], "supports")
    start, end = at("Time, above all")
    assert edit_text(study, source, [Edit(start, end, "Time 😀 above everything")]) == []
    assert quotes(study) == ["the projector we borrow", "Élan"]
    assert excerpts(study, ExcerptFilter())[0].coding_id == coded
    assert study.texts.of(source) == TEXT.replace("Time, above all", "Time 😀 above everything")
    with study.read() as connection:
        turns = connection.execute(text('SELECT start, "end" FROM turn ORDER BY start')).all()
        told = connection.execute(text("SELECT excerpt_id FROM evidence")).scalars().all()
    assert turns[1] == (TEXT.index("\n") + 1, len(study.texts.of(source)))
    assert told == [row.excerpt_id]
    assert search(study, "everything").total == 1
    assert check(study).faults == ()


def test_a_typing_error_in_a_coded_word_is_mended_in_the_coding(study, source, code):
    code_excerpt(study, source, *at("projector we"), code)
    new = TEXT.replace("projector", "beamer")
    edit_text(study, source, edits_between(TEXT, new))
    assert quotes(study) == ["beamer we"]


def test_one_undo_takes_it_back_and_redo_makes_it_again(study, source, code):
    code_excerpt(study, source, *at("Time"), code)
    code_excerpt(study, source, *at("Élan"), code)
    before = everything(study)
    edits = [Edit(0, 2, ""), Edit(*at("above"), "over"), Edit(len(TEXT), len(TEXT), " 😀😀")]
    edit_text(study, source, edits)
    after = everything(study)
    assert history.undo(study)
    assert everything(study) == before
    assert study.texts.of(source) == TEXT
    assert search(study, "over").total == 0
    assert history.redo(study)
    assert everything(study) == after
    assert study.texts.of(source) == applied(TEXT, edits)
    path = study.path
    study.close()
    again = open_study(path)
    assert history.undo(again)
    assert everything(again) == before
    assert check(again).faults == ()
    again.close()


def test_what_is_deleted_is_told_before_it_goes(study, source, code):
    code_excerpt(study, source, *at("the projector"), code)
    finding = add_finding(study, "It needs things.")
    row = excerpts(study, ExcerptFilter())[0]
    add_evidence(study, finding, [row.excerpt_id], "supports")
    start, end = at(": the projector we borrow")
    edits = [Edit(start, end, "")]
    goes = what_goes(study, source, edits)
    assert [(g.kind, g.quote) for g in goes] == [
        ("coding", "the projector"),
        ("evidence", "the projector"),
    ]
    assert quotes(study) == ["the projector"]
    assert edit_text(study, source, edits) == goes
    assert quotes(study) == []
    history.undo(study)
    assert quotes(study) == ["the projector"]


def test_excerpts_that_come_to_stand_on_the_same_words_become_one(study, source, code):
    other = add_code(study, "Other")
    start, end = at("Time, above")
    code_excerpt(study, source, start, end, code)
    code_excerpt(study, source, start, start + 4, code)
    code_excerpt(study, source, start, start + 4, other)
    edit_text(study, source, [Edit(start + 4, end, "")])
    rows = excerpts(study, ExcerptFilter())
    assert sorted((row.code, row.quote) for row in rows) == [("Other", "Time"), ("Time", "Time")]
    assert len({row.excerpt_id for row in rows}) == 1
    assert check(study).faults == ()
    history.undo(study)
    assert len(excerpts(study, ExcerptFilter())) == 3


def test_evidence_of_excerpts_that_become_one_says_what_both_said(study, source, code):
    start, end = at("Time, above")
    finding = add_finding(study, "It needs time.")
    for stop, stance, note in ((start + 4, "supports", "yes"), (end, "contradicts", "no")):
        code_excerpt(study, source, start, stop, code)
        row = next(r for r in excerpts(study, ExcerptFilter()) if (r.start, r.end) == (start, stop))
        add_evidence(study, finding, [row.excerpt_id], stance, note)
    edit_text(study, source, [Edit(start + 4, end, "")])
    with study.read() as connection:
        told = connection.execute(text("SELECT stance, note FROM evidence")).all()
    assert told == [("qualifies", "yes\nno")] or told == [("qualifies", "no\nyes")]


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(-1, 2, "a")],
        [Edit(0, len(TEXT) + 1, "a")],
        [Edit(5, 8, "a"), Edit(6, 9, "b")],
        [Edit(0, len(TEXT), " \n ")],
        [Edit(0, 1, "\0")],
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(study, source, edits):
    before = everything(study)
    with pytest.raises(UserError):
        edit_text(study, source, edits)
    assert everything(study) == before


def test_an_edit_that_changes_nothing_leaves_no_step(study, source):
    steps = len(history.steps(study))
    assert edit_text(study, source, [Edit(0, 1, TEXT[0])]) == []
    assert len(history.steps(study)) == steps


LETTERS = "ab é😀\n𝒳,"


@st.composite
def sessions(draw):
    words = st.text(LETTERS, max_size=5)
    return draw(
        st.lists(st.tuples(st.integers(0, 90), st.integers(0, 12), words), min_size=1, max_size=4)
    ), draw(st.lists(st.tuples(st.integers(0, 80), st.integers(1, 15)), max_size=8))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(sessions())
def test_random_edits_leave_a_sound_study_and_are_undone_to_the_last_row(fresh_source, case):
    edits, spans = case
    study, source = fresh_source()
    length = len(TEXT)
    for number, (start, size) in enumerate(spans):
        if start < length:
            code_excerpt(study, source, start, min(length, start + size), number % 2 + 1)
    states = [everything(study)]
    for start, size, words in edits:
        now = study.texts.of(source)
        low = min(start, len(now))
        edit = Edit(low, min(len(now), low + size), words)
        if now[low : edit.end] == words or not applied(now, [edit]).strip():
            continue
        edit_text(study, source, [edit])
        assert study.texts.of(source) == applied(now, [edit])
        states.append(everything(study))
    assert check(study).faults == ()
    for state in reversed(states[:-1]):
        history.undo(study)
        assert everything(study) == state
    for state in states[1:]:
        history.redo(study)
        assert everything(study) == state
    study.close()
