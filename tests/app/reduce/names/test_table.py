import pytest

from app import history
from app.errors import UserError
from app.reduce.names.table import (
    add_pseudonym,
    all_names,
    delete_pseudonyms,
    edit_pseudonym,
    names_shown,
    propose_again,
    pseudonyms,
    pseudonyms_shown,
    refuse_names,
    refused_names,
    show_pseudonyms,
)


def table(study):
    return [(row.name, row.replacement, row.kind) for row in pseudonyms(study)]


def test_names_are_added_changed_and_deleted_each_in_a_step(study):
    one = add_pseudonym(study, " Siti  Aminah ", "Ibu A")
    add_pseudonym(study, "Ciawi", kind="place")
    add_pseudonym(study, "Budi")
    add_pseudonym(study, "Cici")
    assert table(study) == [
        ("Budi", "[Person A]", "person"),
        ("Ciawi", "[Place A]", "place"),
        ("Cici", "[Person B]", "person"),
        ("Siti Aminah", "Ibu A", "person"),
    ]
    edit_pseudonym(study, one, name="Siti", replacement="Ibu B", kind="other")
    assert table(study)[-1] == ("Siti", "Ibu B", "other")
    delete_pseudonyms(study, [one])
    assert len(table(study)) == 3
    assert history.next_undo(study).sentence("en") == "Delete pseudonym for “Siti”"
    history.undo(study)
    history.undo(study)
    assert table(study)[-1] == ("Siti Aminah", "Ibu A", "person")


def test_the_switch_is_a_step_and_says_what_views_replace(study):
    add_pseudonym(study, "Budi", "A")
    assert not pseudonyms_shown(study)
    assert names_shown(study).apply("Budi") == "Budi"
    assert all_names(study).apply("Budi") == "A"
    show_pseudonyms(study, True)
    assert pseudonyms_shown(study)
    assert names_shown(study).apply("Budi") == "A"
    history.undo(study)
    assert names_shown(study).apply("Budi") == "Budi"
    steps = len(history.steps(study))
    show_pseudonyms(study, False)
    assert len(history.steps(study)) == steps


def test_words_that_are_no_names_are_remembered(study):
    refuse_names(study, ["Saturdays", "Bali"])
    refuse_names(study, ["Islamic"])
    assert refused_names(study) == {"Saturdays", "Bali", "Islamic"}
    propose_again(study, ["Bali"])
    assert refused_names(study) == {"Saturdays", "Islamic"}


def test_what_is_refused(study):
    one = add_pseudonym(study, "Budi", "A")
    other = add_pseudonym(study, "Siti", "B")
    for act, why in (
        (lambda: add_pseudonym(study, " "), "Write the name"),
        (lambda: add_pseudonym(study, "B."), "too short"),
        (lambda: add_pseudonym(study, "Budi"), "already"),
        (lambda: add_pseudonym(study, "Cici", "Cici"), "the name itself"),
        (lambda: edit_pseudonym(study, other, name="Budi"), "already"),
        (lambda: edit_pseudonym(study, other, replacement=" "), "what is to stand"),
        (lambda: edit_pseudonym(study, 99, name="x"), "no longer"),
    ):
        with pytest.raises(UserError, match=why):
            act()
    edit_pseudonym(study, one, name="Budi")
    assert len(history.steps(study)) == 2
