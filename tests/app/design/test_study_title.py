import pytest

from app import history
from app.design.study_title import edit_study, study_title
from app.errors import UserError


def test_title_purpose_and_language(study):
    edit_study(study, title=" KKG ", purpose="why", language="id")
    assert (study_title(study).title, study_title(study).purpose) == ("KKG", "why")
    assert (study.title, study.language) == ("KKG", "id")
    history.undo(study)
    assert (study.title, study_title(study).purpose, study.language) == ("A study", "", "en")


def test_a_title_is_needed_and_a_language_of_ours(study):
    with pytest.raises(UserError, match="needs a title"):
        edit_study(study, title=" ")
    with pytest.raises(UserError, match="not a language"):
        edit_study(study, language="fr")
    assert study.title == "A study"
