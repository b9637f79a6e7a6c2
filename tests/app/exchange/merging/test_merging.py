import json
import shutil

import pytest
from sqlalchemy import select

from app import history
from app.check import check
from app.cli import run
from app.errors import UserError
from app.exchange.merging.columns import put_together
from app.exchange.merging.merging import MergeCancelled, merge, plan_merge
from app.exchange.merging.plan import save_plan
from app.language.words import say
from app.reduce.codings import code_excerpt
from app.reduce.text_editing import edit_text
from app.reduce.text_shift import Edit
from app.study_files import create_study, open_study, save_copy
from app.verify.agreement.agreement import all_pairs
from models.collection import Source, SourceText, TextEdit, Turn
from models.design import Coder, Informant, Site
from models.reduction import Code, Coding, Excerpt, Memo
from tests.app.exchange.merging.test_any_study import content

TEXT = "We met in May. The roof leaks. The board pays for it now, they say."


def add(study, *rows):
    with study.change("exchange.history.project", name="x") as session:
        session.add_all(rows)
        session.flush()
        return [getattr(row, "id", 0) for row in rows]


def set_value(study, entity, number, **values):
    with study.change("exchange.history.project", name="x") as session:
        for column, value in values.items():
            setattr(session.get(entity, number), column, value)


def remove(study, entity, number):
    with study.change("exchange.history.project", name="x") as session:
        session.delete(session.get(entity, number))


def value(study, entity, column, number=1):
    with study.read() as connection:
        return connection.scalar(select(getattr(entity, column)).where(entity.id == number))


def names(study):
    with study.read() as connection:
        return sorted(connection.scalars(select(Code.name)))


@pytest.fixture
def copies(study):
    """A study with a source and two codes, and a copy of it; both open."""
    source = Source(title="I-1", reference="I-1", method="interview", length=len(TEXT))
    add(study, source, Code(name="Time"), Code(name="Roof"), Informant(code="KS-01"))
    add(study, SourceText(source_id=1, text=TEXT), Coder(name="B"))
    code_excerpt(study, 1, 0, 14, 1)
    other = open_study(save_copy(study, study.path.with_name("theirs.tilik")))
    yield study, other
    other.close()


def test_two_who_coded_copies_and_then_agreement(copies):
    mine, theirs = copies
    theirs.code_as(2)
    code_excerpt(theirs, 1, 0, 14, 1)
    (new,) = add(theirs, Code(name="Board", parent_id=2))
    code_excerpt(theirs, 1, 31, 67, new)
    code_excerpt(mine, 1, 15, 30, 2)
    plan = merge(mine, theirs.path)
    assert {(g.kind, g.entity): g.count for g in plan.groups} == {
        ("new", "code"): 1,
        ("new", "coding"): 2,
    }
    assert names(mine) == ["Board", "Roof", "Time"]
    (pair,) = all_pairs(mine)
    assert {line.name: line.figures.counts.both for line in pair.by_code}["Time"] == 14
    before = content(mine)
    assert merge(mine, theirs.path).is_empty
    assert content(mine) == before


def test_both_changed_is_asked_and_the_choice_done(copies):
    mine, theirs = copies
    set_value(mine, Code, 1, definition="mine", colour="#111111")
    set_value(theirs, Code, 1, definition="theirs", typical_example="more")
    (asked,) = plan_merge(mine, theirs.path).asked
    assert (asked.kind, asked.name, asked.fields) == (
        "changed",
        "Time",
        (("definition", "mine", "theirs"),),
    )
    merge(mine, theirs.path)
    assert value(mine, Code, "definition") == "mine"
    assert value(mine, Code, "typical_example") == "more"
    assert plan_merge(mine, theirs.path).is_empty  # not asked again
    history.undo(mine)
    merge(mine, theirs.path, {asked.key: "theirs"})
    assert value(mine, Code, "definition") == "theirs"
    assert value(mine, Code, "colour") == "#111111"


def test_attributes_come_together_key_by_key(copies):
    mine, theirs = copies
    set_value(mine, Informant, 1, attributes={"age": "40"})
    set_value(theirs, Informant, 1, attributes={"sex": "f"})
    assert plan_merge(mine, theirs.path).asked == ()
    merge(mine, theirs.path)
    assert value(mine, Informant, "attributes") == {"age": "40", "sex": "f"}


def test_what_they_deleted_goes_unless_something_of_mine_needs_it(copies):
    mine, theirs = copies
    remove(theirs, Code, 1)
    remove(theirs, Code, 2)
    code_excerpt(mine, 1, 15, 30, 2)
    plan = merge(mine, theirs.path)
    assert names(mine) == ["Roof"]
    assert [(a.kind, a.name, a.is_choice) for a in plan.asked] == [("in_use", "Roof", False)]
    history.undo(mine)
    assert names(mine) == ["Roof", "Time"]


def test_deleted_there_and_changed_here_is_asked(copies):
    mine, theirs = copies
    remove(theirs, Code, 2)
    set_value(mine, Code, 2, definition="new")
    (asked,) = plan_merge(mine, theirs.path).asked
    assert asked.kind == "deleted_there"
    merge(mine, theirs.path, {asked.key: "theirs"})
    assert names(mine) == ["Time"]


def test_what_i_deleted_is_not_new(copies):
    mine, theirs = copies
    remove(mine, Code, 1)
    assert plan_merge(mine, theirs.path).is_empty
    set_value(theirs, Code, 1, definition="changed")
    (asked,) = plan_merge(mine, theirs.path).asked
    assert asked.kind == "deleted_here"
    merge(mine, theirs.path)
    assert names(mine) == ["Roof"]
    history.undo(mine)
    merge(mine, theirs.path, {asked.key: "theirs"})
    assert names(mine) == ["Roof", "Time"]


def test_their_coding_of_words_that_i_uncoded_brings_the_excerpt_back(copies):
    mine, theirs = copies
    remove(mine, Excerpt, 1)
    code_excerpt(theirs, 1, 0, 14, 2)
    merge(mine, theirs.path)
    with mine.read() as connection:
        assert connection.execute(select(Coding.code_id)).all() == [(2,)]


def test_one_name_in_both_is_one_thing(copies):
    mine, theirs = copies
    add(mine, Code(name="Board"), Coder(name="C"), Site(name="School"), Informant(code="PG-01"))
    add(theirs, Memo(title="so that numbers differ"), Code(name="Other"))
    add(theirs, Code(name="board", definition="who pays"), Coder(name="c"), Site(name="SCHOOL"))
    add(theirs, Informant(code="PG-01", post="chair"))
    theirs.code_as(3)
    code_excerpt(theirs, 1, 31, 67, 4)
    plan = merge(mine, theirs.path)
    assert names(mine) == ["Board", "Other", "Roof", "Time"]
    assert value(mine, Code, "definition", 3) == "who pays"
    assert value(mine, Informant, "post", 2) == "chair"
    assert sorted(line.split("“")[1][:5] for line in plan.note_lines()) == sorted(
        ["Board", "C” wa", "Schoo", "PG-01"]
    )
    with mine.read() as connection:
        assert connection.execute(
            select(Coding.code_id, Coding.coder_id).where(Coding.id > 1)
        ).all() == [(3, 3)]


def test_two_sources_of_one_reference_both_stay(copies):
    mine, theirs = copies
    for study, words in ((mine, "Mine."), (theirs, "Theirs!")):
        source = Source(title="I-2", reference="I-2", method="interview", length=len(words))
        source.sha256 = words
        (number,) = add(study, source)
        add(study, SourceText(source_id=number, text=words))
    plan = merge(mine, theirs.path)
    with mine.read() as connection:
        found = connection.execute(
            select(Source.reference, SourceText.text).join(
                SourceText, SourceText.source_id == Source.id
            )
        ).all()
    assert sorted(found)[1:] == [("I-2", "Mine."), ("I-2 (2)", "Theirs!")]
    assert "I-2 (2)" in plan.note_lines()[0]


def test_marks_in_memos_name_the_same_code_here(copies):
    mine, theirs = copies
    add(mine, Code(name="Mine"))
    (new,) = add(theirs, Code(name="Theirs"))
    (memo,) = add(theirs, Memo(title="m", text=f"See @[Theirs](code:{new})."))
    merge(mine, theirs.path)
    assert value(mine, Memo, "text", memo) == "See @[Theirs](code:4)."
    assert value(mine, Code, "name", 4) == "Theirs"


def test_codings_stand_on_the_same_words_where_a_text_was_corrected(copies):
    mine, theirs = copies
    edit_text(mine, 1, [Edit(10, 10, "the month of ")])
    code_excerpt(theirs, 1, 15, 30, 2)
    plan = merge(mine, theirs.path)
    with mine.read() as connection:
        (span,) = connection.execute(
            select(Excerpt.start, Excerpt.end)
            .join(Coding, Coding.excerpt_id == Excerpt.id)
            .where(Coding.code_id == 2)
        )
    assert mine.texts.quote(1, *span) == "The roof leaks."
    assert "I-1" in plan.note_lines()[0]


def span_of(study, words):
    at = study.texts.of(1).index(words)
    return at, at + len(words)


def corrected(study, old, new):
    """Correct the first place of some words in the text of the first source."""
    edit_text(study, 1, [Edit(*span_of(study, old), new)])


def test_their_corrections_come_beside_mine_with_every_coding_on_its_words(copies):
    mine, theirs = copies
    code_excerpt(mine, 1, *span_of(mine, "The roof leaks."), 1)
    corrected(mine, "roof", "old roof")
    corrected(theirs, "leaks", "drips")
    code_excerpt(theirs, 1, *span_of(theirs, "drips"), 2)
    before = content(mine)
    plan = plan_merge(mine, theirs.path)
    assert [(g.entity, g.count) for g in plan.groups if g.entity == "text_edit"] == [
        ("text_edit", 1)
    ]
    assert plan.asked == ()
    merge(mine, theirs.path)
    assert "The old roof drips." in mine.texts.of(1)
    with mine.read() as connection:
        spans = connection.execute(select(Excerpt.start, Excerpt.end).order_by(Excerpt.start)).all()
        signed = connection.scalars(select(TextEdit.coder_id).order_by(TextEdit.id)).all()
    quotes = [mine.texts.quote(1, *span) for span in spans]
    assert {"The old roof drips.", "drips"} <= set(quotes)
    assert signed == [1, 1]
    assert check(mine).faults == ()
    assert merge(mine, theirs.path).is_empty
    history.undo(mine)
    assert content(mine) == before
    history.redo(mine)
    assert "The old roof drips." in mine.texts.of(1)


@pytest.mark.parametrize(("choice", "words"), [("mine", "rattles"), ("theirs", "drips")])
def test_words_that_both_corrected_are_asked(copies, choice, words):
    mine, theirs = copies
    corrected(mine, "leaks", "rattles")
    corrected(theirs, "leaks", "drips")
    (asked,) = plan_merge(mine, theirs.path).asked
    assert (asked.kind, asked.entity) == ("changed", "text_edit")
    assert "rattles" in asked.fields[0][1]
    assert "drips" in asked.fields[0][2]
    merge(mine, theirs.path, {asked.key: choice})
    assert f"The roof {words}." in mine.texts.of(1)
    assert plan_merge(mine, theirs.path).is_empty


def test_words_that_they_deleted_and_i_coded_since_are_asked(copies):
    mine, theirs = copies
    code_excerpt(mine, 1, *span_of(mine, "leaks"), 1)
    corrected(theirs, " leaks", "")
    (asked,) = plan_merge(mine, theirs.path).asked
    merge(mine, theirs.path)
    assert "The roof leaks." in mine.texts.of(1)
    assert asked.entity == "text_edit"


def test_the_same_correction_in_both_is_one(copies):
    mine, theirs = copies
    corrected(mine, "leaks", "drips")
    corrected(theirs, "leaks", "drips")
    plan = merge(mine, theirs.path)
    assert (plan.asked, [g for g in plan.groups if g.entity == "text_edit"]) == ((), [])
    assert mine.texts.of(1).count("drips") == 1


def test_who_speaks_stays_with_the_words_that_they_corrected(copies):
    mine, _ = copies
    for start, end in ((0, 14), (15, len(TEXT))):
        add(mine, Turn(source_id=1, start=start, end=end, speaker="G", is_researcher=False))
    theirs = open_study(save_copy(mine, mine.path.with_name("later.tilik")))
    corrected(theirs, "We met", "Well, we met")
    (informant,) = add(theirs, Informant(code="KS-9"))
    set_value(theirs, Turn, 2, informant_id=informant)
    merge(mine, theirs.path)
    turns = select(Turn.start, Turn.end, Informant.code).outerjoin(Informant).order_by(Turn.start)
    with mine.read() as here, theirs.read() as there:
        found = here.execute(turns).all()
        assert found == there.execute(turns).all()
        assert [row.code for row in found] == [None, "KS-9"]
    theirs.close()


def test_two_studies_made_apart_come_together_by_names(copies, tmp_path):
    mine, _ = copies
    other = create_study(tmp_path / "apart", "Apart")
    source = Source(title="I-9", reference="I-9", method="interview", length=len(TEXT))
    add(other, source, Code(name="Money"))
    add(other, SourceText(source_id=1, text=TEXT))
    code_excerpt(other, 1, 0, 14, 1)
    other.close()
    merge(mine, other.path, force=True)
    with mine.read() as connection:
        rows = connection.execute(select(Code.name).join(Coding, Coding.code_id == Code.id))
        assert sorted(row.name for row in rows) == ["Money", "Time"]


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_what_was_made_apart_and_says_otherwise_is_asked(copies, choice):
    mine, theirs = copies
    for study, words, more in ((mine, "MINE", {"sex": "f"}), (theirs, "THEIRS", {"age": "40"})):
        code_excerpt(study, 1, 15, 30, 2)
        set_value(study, Coding, 2, memo=words)
        add(study, Informant(code="KS-02", attributes=more))
    (asked,) = plan_merge(mine, theirs.path).asked
    assert (asked.entity, asked.fields) == ("coding", (("memo", "MINE", "THEIRS"),))
    merge(mine, theirs.path, {asked.key: choice})
    assert value(mine, Coding, "memo", 2) == choice.upper()
    assert value(mine, Informant, "attributes", 2) == {"sex": "f", "age": "40"}
    assert plan_merge(mine, theirs.path).is_empty


def test_a_name_that_is_taken_meanwhile_gets_a_number(copies):
    mine, theirs = copies
    set_value(mine, Code, 1, name="X")
    set_value(theirs, Code, 2, name="X")
    plan = merge(mine, theirs.path)
    assert names(mine) == ["X", "X (2)"]
    assert any("X (2)" in line for line in plan.note_lines())
    assert plan_merge(mine, theirs.path).is_empty


def test_codes_that_each_put_under_the_other(copies):
    mine, theirs = copies
    set_value(mine, Code, 1, parent_id=2)
    set_value(theirs, Code, 2, parent_id=1)
    plan = merge(mine, theirs.path)
    assert any("under itself" in line for line in plan.note_lines())
    assert value(mine, Code, "parent_id", 2) is None


def test_a_source_that_they_deleted_and_i_coded_on_stays_whole(copies):
    mine, _ = copies
    add(mine, Turn(source_id=1, start=0, end=14, speaker="G", informant_id=1, is_researcher=False))
    theirs = open_study(save_copy(mine, mine.path.with_name("deleting.tilik")))
    code_excerpt(mine, 1, 15, 30, 2)
    remove(theirs, Source, 1)
    before = content(mine)
    plan = merge(mine, theirs.path)
    theirs.close()
    assert [(each.kind, each.entity) for each in plan.asked] == [("in_use", "source")]
    assert content(mine) == before


def test_a_memo_on_what_was_deleted_here_is_told(copies):
    mine, theirs = copies
    remove(mine, Code, 2)
    add(theirs, Memo(title="m", text="on it", on_entity="code", on_id=2))
    plan = merge(mine, theirs.path)
    assert any("without what they were on" in line for line in plan.note_lines())


def test_settings_come_together_as_deep_as_they_go():
    was, mine, theirs = ({"a": {"x": n}, "b": n} for n in (0, 0, 0))
    mine["a"]["y"], theirs["a"]["z"], theirs["c"] = 1, 2, 3
    mine["b"], theirs["b"] = 4, 5
    rows = [{"settings": json.dumps(version)} for version in (was, mine, theirs)]
    together = put_together("study", *rows)
    assert json.loads(together.by_itself["settings"]) == {
        "a": {"x": 0, "y": 1, "z": 2}, "b": 4, "c": 3
    }  # fmt: skip
    assert json.loads(together.by_choice["settings"])["b"] == 5


def test_after_an_undo_it_may_come_again(copies):
    mine, theirs = copies
    add(theirs, Code(name="Board"))
    merge(mine, theirs.path)
    history.undo(mine)
    merge(mine, theirs.path)
    assert "Board" in names(mine)


def test_both_ways_and_back(copies):
    mine, theirs = copies
    add(mine, Code(name="M"))
    add(theirs, Code(name="T"))
    merge(mine, theirs.path)
    merge(theirs, mine.path)
    assert names(mine) == names(theirs) == ["M", "Roof", "T", "Time"]
    assert plan_merge(mine, theirs.path).is_empty


def test_refused(copies, tmp_path):
    mine, _ = copies
    other = create_study(tmp_path / "another", "Another")
    add(other, Code(name="Time", definition="by name"))
    (tmp_path / "notes.txt").write_text("no")
    for path, words in (
        (other.path, "not a copy"),
        (mine.path, "itself"),
        (tmp_path / "notes.txt", "not a study"),
        (tmp_path / "gone.tilik", "no file"),
    ):
        with pytest.raises(UserError, match=words):
            plan_merge(mine, path)
    merge(mine, other.path, force=True)
    assert value(mine, Code, "definition") == "by name"
    other.close()


def test_stopped_in_between_nothing_was_done(copies):
    mine, theirs = copies
    add(theirs, Code(name="Board"))
    before = content(mine)
    with pytest.raises(MergeCancelled):
        merge(mine, theirs.path, cancelled=lambda: True)
    assert content(mine) == before


def test_from_the_terminal_and_its_report(copies, capsys, tmp_path):
    mine, theirs = copies
    set_value(mine, Code, 1, definition="mine")
    set_value(theirs, Code, 1, definition="theirs")
    add(theirs, Code(name="Board"))
    path, other = str(mine.path), str(theirs.path)
    mine.close()
    theirs.close()
    assert run(["merge", path, other, "--dry-run"]) == 0
    assert "1 new" in capsys.readouterr().out
    report = tmp_path / "r.json"
    assert run(["merge", path, other, "--take", "theirs", "--report", str(report)]) == 0
    told = json.loads(report.read_text())
    assert told["changed_on_both_sides"][0]["chosen"] == "theirs"
    again = open_study(mine.path)
    assert (names(again), value(again, Code, "definition")) == (
        ["Board", "Roof", "Time"],
        "theirs",
    )
    plan = plan_merge(again, theirs.path)
    save_plan(plan, tmp_path / "r.txt", "id")
    expected = say("merging.report.nothing", "id", name="theirs.tilik")
    assert (tmp_path / "r.txt").read_text().startswith(expected)
    again.close()


def test_a_copy_that_is_open_elsewhere_can_be_merged(copies, tmp_path):
    mine, theirs = copies
    add(theirs, Code(name="Board"))  # still in the write-ahead log
    shutil.copy(mine.path, tmp_path / "beside.tilik")
    assert plan_merge(mine, theirs.path).count("new") == 1
