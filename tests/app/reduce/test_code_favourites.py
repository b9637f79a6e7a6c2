import pytest

from app import history
from app.check import check
from app.errors import UserError
from app.reduce.code_editing import add_code
from app.reduce.code_favourites import favourites, recent_codes, set_favourite
from app.reduce.code_merging import delete_codes
from app.reduce.codings import code_excerpt, recode


def test_favourites_are_kept_in_the_study_and_undone(study):
    one, two = add_code(study, "One"), add_code(study, "Two")
    set_favourite(study, [one, two], on=True)
    set_favourite(study, [one], on=True)
    assert favourites(study) == {one, two}
    set_favourite(study, [one], on=False)
    assert favourites(study) == {two}
    assert history.steps(study)[0].sentence("en") == "“One” is no favourite any more"
    history.undo(study)
    assert favourites(study) == {one, two}
    delete_codes(study, [two])
    assert favourites(study) == {one}
    history.undo(study)
    assert favourites(study) == {one, two}
    assert check(study).faults == ()
    with pytest.raises(UserError, match="no longer"):
        set_favourite(study, [99], on=True)


def test_the_codes_used_last_come_first(study, source, span):
    ids = [add_code(study, name) for name in "abc"]
    for code in (ids[1], ids[0], ids[1]):
        code_excerpt(study, source, *span("Time"), code)
    assert recent_codes(study) == [ids[0], ids[1]]
    last = code_excerpt(study, source, *span("Élan"), ids[1])
    assert recent_codes(study) == [ids[1], ids[0]]
    assert recent_codes(study, 1) == [ids[1]]
    recode(study, [last], ids[2])
    assert recent_codes(study) == [ids[2], ids[0], ids[1]]
