from app import history
from app.reduce.code_editing import (
    add_code,
    add_path,
    describe_code,
    move_codes,
    recolour_codes,
    rename_code,
)
from app.reduce.code_merging import delete_codes, merge_codes, what_merging_does
from app.reduce.code_schemes import colour_by_scheme
from app.reduce.code_splitting import split_code
from app.reduce.code_versions import versions
from app.reduce.codes import codes
from app.reduce.codings import code_excerpt, code_excerpts
from app.reduce.memos import add_memo
from models.design import ResearchQuestion
from models.reduction import Code, MemoLink

LABEL = "study.methods.interview"


def short(study, code_id, language="en"):
    return [(v.kind, v.before, v.after) for v in versions(study, code_id, language)]


def test_each_change_is_a_version_with_its_from_and_to(study):
    with study.change(LABEL) as session:
        session.add(ResearchQuestion(id=1, label="F3", text="What hinders?"))
    code = add_path(study, "Factors > Time")
    study.coder_name = "Ani"
    rename_code(study, code, "Clash")
    describe_code(study, code, definition="d", origin="a_priori", question_id=1)
    recolour_codes(study, [code], "#123456")
    move_codes(study, [code], None)
    found = versions(study, code)
    assert [(v.kind, v.field, v.before, v.after) for v in found][:-1] == [
        ("moved", "", "Factors", ""),
        ("recoloured", "", found[1].before, "#123456"),
        ("redefined", "definition", "", "d"),
        ("redefined", "origin", "emergent", "a priori"),
        ("redefined", "question_id", "", "F3"),
        ("renamed", "", "Time", "Clash"),
    ]
    assert (found[-1].kind, found[-1].after) == ("made", "Time")
    assert {v.coder for v in found[:-1]} == {"Ani"}
    assert all(v.made_at for v in found)
    assert found[1].before.startswith("#")
    fields = [v for v in versions(study, code, "id") if v.kind == "redefined"]
    assert "Didefinisikan ulang: Fokus" in [v.sentence("id") for v in fields]
    assert ("muncul dari data", "a priori") in [(v.before, v.after) for v in fields]


def test_what_is_undone_is_no_version_and_what_is_redone_is_one(study):
    code = add_code(study, "Time")
    rename_code(study, code, "Clash")
    describe_code(study, code, definition="d")
    history.undo(study)
    assert [v.kind for v in versions(study, code)] == ["renamed", "made"]
    history.undo(study)
    assert [v.kind for v in versions(study, code)] == ["made"]
    history.redo(study)
    assert [v.kind for v in versions(study, code)] == ["renamed", "made"]
    history.undo(study)
    rename_code(study, code, "Hours")  # the first renaming is discarded now
    assert short(study, code)[0] == ("renamed", "Time", "Hours")
    assert len(versions(study, code)) == 2
    history.go_to(study, 0)
    assert versions(study, code) == []


def test_a_merge_says_what_went_into_the_code(study, source, span):
    one, two, three = (add_code(study, name) for name in ("Time", "Hours", "Days"))
    code_excerpts(study, source, *span("Time"), [one, two])
    code_excerpt(study, source, *span("Élan"), three)
    add_memo(study, "m", on_entity="code", on_id=two)
    done = what_merging_does(study, [one, two, three], one)
    assert (done.codes, done.codings, done.doubles, done.below, done.memos) == (2, 1, 1, 0, 1)
    merge_codes(study, [one, two, three], one)
    assert short(study, one)[0] == ("merged", "Hours, Days", "Time")
    history.undo(study)
    assert [kind for kind, *_ in short(study, one)] == ["made"]


def test_a_merge_without_any_change_of_the_entry_is_a_version_too(study):
    one, two = add_code(study, "A"), add_code(study, "B")
    merge_codes(study, [two], one)
    assert short(study, one) == [("merged", "B", "A"), ("made", "", "A")]
    assert short(study, two) == []


def test_links_of_memos_follow_a_merge_and_go_with_a_deleted_code(study):
    one, two, three = (add_code(study, name) for name in "abc")
    memos = [add_memo(study, title) for title in "mno"]
    with study.change(LABEL) as session:
        for memo, code in ((0, one), (0, two), (1, two), (2, three)):
            session.add(MemoLink(memo_id=memos[memo], to_entity="code", to_id=code))
    merge_codes(study, [two], one)
    assert links(study) == {(memos[0], one), (memos[1], one), (memos[2], three)}
    delete_codes(study, [three])
    assert links(study) == {(memos[0], one), (memos[1], one)}
    history.undo(study)
    history.undo(study)
    assert len(links(study)) == 4


def links(study):
    with study.read() as connection:
        rows = connection.execute(MemoLink.__table__.select())
        return {(row.memo_id, row.to_id) for row in rows}


def test_a_split_is_a_version_of_both_codes(study, source, span):
    old = add_code(study, "Time")
    coding = code_excerpt(study, source, *span("Time"), old)
    new = split_code(study, old, "Clash", [coding])
    assert short(study, old)[0] == ("split", "Time", "Clash")
    assert short(study, new) == [("split_off", "Time", "Clash")]


def test_places_are_named_as_they_were_called_then(study):
    time = add_path(study, "Factors > Inhibiting > Time")
    factors = next(code.id for code in codes(study) if code.name == "Factors")
    other = add_code(study, "Other")
    move_codes(study, [time], other)
    rename_code(study, factors, "Influences")
    rename_code(study, other, "Rest")
    assert short(study, time)[0] == ("moved", "Factors > Inhibiting", "Other")


def test_an_id_that_is_used_again_has_the_history_of_the_living_code(study):
    first = add_code(study, "Old")
    rename_code(study, first, "Older")
    delete_codes(study, [first])
    with study.change("reduce.history.code_added", name="New") as session:
        session.add(Code(id=first, name="New"))  # as a study of the first version could
    assert short(study, first) == [("made", "", "New")]


def test_one_step_over_all_codes_is_one_version_of_each(study):
    ids = [add_code(study, name) for name in "abc"]
    colour_by_scheme(study, "okabe_ito")
    for code in ids:
        assert [kind for kind, *_ in short(study, code)] == ["recoloured", "made"]
    assert versions(study, 99) == []
