import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import history
from app.errors import UserError
from app.reduce.summarising.fields import (
    CASE,
    CONTACT,
    DEFAULTS,
    KINDS,
    add_field,
    edit_field,
    form_fields,
    order_fields,
    remove_field,
    reset_form,
)
from app.reduce.summarising.filling import filled_form, save_answer


def labels(study, language="en", kind=CONTACT):
    return [field.label for field in form_fields(study, kind, language)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_form_has_fields_in_both_languages(study, kind):
    for language in ("en", "id"):
        fields = form_fields(study, kind, language)
        assert [field.key for field in fields] == list(DEFAULTS[kind])
        assert all(field.label and field.help for field in fields)
    assert labels(study, "en", kind) != labels(study, "id", kind)


def test_fields_are_added_renamed_ordered_and_removed_each_in_a_step(study):
    before = labels(study)
    key = add_field(study, CONTACT, " Mood  of the talk ", "calm?")
    assert labels(study) == [*before, "Mood of the talk"]
    edit_field(study, CONTACT, "issues", label="Themes")
    order_fields(study, CONTACT, [key, "new"])
    remove_field(study, CONTACT, "site")
    assert labels(study)[:3] == [
        "Mood of the talk", "New questions for the next contact", "Type of contact"
    ]  # fmt: skip
    assert "Themes" in labels(study)
    assert "Site" not in labels(study)
    assert form_fields(study, CONTACT)[0].help == "calm?"
    assert labels(study, kind=CASE) == [f.label for f in form_fields(study, CASE, "en")]
    for _ in range(4):
        history.undo(study)
    assert labels(study) == before


def test_a_field_that_keeps_its_label_follows_the_language(study):
    add_field(study, CONTACT, "Mood")
    edit_field(study, CONTACT, "issues", label="Themes")
    assert labels(study, "id")[0] == "Jenis kontak"
    assert "Themes" in labels(study, "id")


def test_a_new_field_does_not_inherit_the_answers_of_one_that_was_removed(study, laid):
    key = add_field(study, CONTACT, "Mood")
    save_answer(study, "source", laid["sources"]["KS"], key, "calm")
    remove_field(study, CONTACT, key)
    assert add_field(study, CONTACT, "Weather") != key
    form = filled_form(study, "source", laid["sources"]["KS"])
    assert "calm" not in [each.answer for each in form.fields]


def test_the_form_can_be_had_back(study):
    before = labels(study)
    remove_field(study, CONTACT, "site")
    reset_form(study, CONTACT)
    assert labels(study) == before
    history.undo(study)
    assert "Site" not in labels(study)


def test_what_is_refused(study):
    with pytest.raises(UserError, match="needs a label"):
        add_field(study, CONTACT, "  ")
    with pytest.raises(UserError, match="needs a label"):
        edit_field(study, CONTACT, "site", label=" ")
    with pytest.raises(UserError, match="no longer in the form"):
        edit_field(study, CONTACT, "gone", label="x")
    with pytest.raises(UserError, match="not a summary form"):
        form_fields(study, "poem")
    for key in DEFAULTS[CONTACT][1:]:
        remove_field(study, CONTACT, key)
    with pytest.raises(UserError, match="at least one field"):
        remove_field(study, CONTACT, "type")


@given(order=st.permutations(DEFAULTS[CONTACT]), some=st.integers(0, 8))
def test_any_order_keeps_every_field_once(fresh_form, order, some):
    order_fields(fresh_form, CONTACT, order[:some])
    keys = [field.key for field in form_fields(fresh_form, CONTACT)]
    assert sorted(keys) == sorted(DEFAULTS[CONTACT])
    assert keys[:some] == list(order[:some])


@pytest.fixture(scope="module")
def fresh_form(tmp_path_factory):
    """One study for all examples: each gives the fields another order."""
    from app.study_files import create_study

    study = create_study(tmp_path_factory.mktemp("forms") / "study", "A study")
    yield study
    study.close()
