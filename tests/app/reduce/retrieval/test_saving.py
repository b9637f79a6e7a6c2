import json
from datetime import date

import pytest

from app import history
from app.errors import UserError
from app.reduce.retrieval.asking import (
    Attribute,
    Limits,
    Question,
    Term,
    from_settings,
    to_settings,
)
from app.reduce.retrieval.saving import forget, rename, save, saved
from models.reduction import Retrieval

QUESTION = Question(
    groups=((Term(1), Term(2, negated=True)), (Term(3, relation="near", other=1, words=5),)),
    limits=Limits(
        roles=frozenset([None, 2]),
        since=date(2017, 1, 12),
        attributes=(Attribute("site", "kind", frozenset(["state", "x"])),),
        words="slow",
    ),
    sort="weight",
    descending=True,
    group="code",
)


def titles(study):
    return [row.title for row in saved(study)]


def test_a_question_survives_json():
    kept = json.loads(json.dumps(to_settings(QUESTION)))
    assert from_settings(kept) == QUESTION
    assert from_settings(kept | {"unheard of": 1}) == QUESTION


@pytest.mark.parametrize(
    "settings",
    [{"groups": [["x"]]}, {"sort": "?"}, {"limits": {"since": "soon"}}, {"groups": [[{}]]}],
)
def test_what_is_no_question_is_said(settings):
    with pytest.raises(UserError):
        from_settings(settings)


def test_save_rename_forget_are_a_step_each(study):
    one = save(study, " Slow  time ", QUESTION)
    save(study, "Other", Question())
    assert saved(study)[0].question == QUESTION
    assert titles(study) == ["Slow time", "Other"]
    rename(study, one, "Time")
    forget(study, [one])
    assert titles(study) == ["Other"]
    history.undo(study)
    assert titles(study) == ["Time", "Other"]
    history.undo(study)
    assert titles(study) == ["Slow time", "Other"]
    history.undo(study)
    history.undo(study)
    assert titles(study) == []


def test_the_same_name_is_written_over(study):
    one = save(study, "Time", QUESTION)
    assert save(study, "TIME", Question()) == one
    assert [row.question for row in saved(study)] == [Question()]


def test_names_are_checked(study):
    one = save(study, "Time", QUESTION)
    save(study, "Other", QUESTION)
    for work in (
        lambda: save(study, " ", QUESTION),
        lambda: rename(study, one, "other"),
        lambda: rename(study, one, ""),
        lambda: rename(study, 99, "x"),
        lambda: forget(study, [99]),
    ):
        with pytest.raises(UserError):
            work()
    rename(study, one, "TIME")
    assert titles(study) == ["TIME", "Other"]


def test_what_others_keep_in_the_table_stays_out(study):
    with study.change("study.methods.interview") as session:
        session.add(Retrieval(title="x", kind="texts", settings={}))
        session.add(Retrieval(title="y", kind="excerpts", settings={"sort": "?"}))
    assert titles(study) == []
