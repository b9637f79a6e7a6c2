"""What is chosen for the report is kept in the study; a section is seen before it is written."""

from pathlib import Path

import pytest

from app.history import undo
from app.reduce.excerpts import excerpt_at
from app.report.preview import ROWS, preview
from app.report.recipe import COMMENTS, SECTIONS, ReportRecipe, sections_of
from app.report.setup import Setup, in_order, keep_setup, read_setup, setup_of
from app.study_files import open_study
from models.reduction import Coding


def test_at_first_a_report_holds_what_its_shape_holds(told):
    setup = read_setup(told)
    assert setup.recipe.sections == sections_of("report")
    assert setup.recipe.language == told.language
    assert setup.order == SECTIONS


def test_what_is_chosen_comes_back_and_is_one_step(told):
    recipe = ReportRecipe(
        "id", ("data", "findings"), (3,), 4, "chapter", (), COMMENTS, True, Path("t.docx"), False
    )
    chosen = Setup(recipe, in_order(("data", *SECTIONS)))
    keep_setup(told, chosen)
    told.close()
    again = open_study(told.path)
    assert read_setup(again) == chosen
    keep_setup(again, chosen)
    undo(again)
    assert read_setup(again).recipe.shape == "report"
    again.close()


@pytest.mark.parametrize(
    "kept",
    [
        {"shape": "poem", "language": 3, "sections": "data", "displays": {}, "memos": 1},
        {"quotations": "4", "template": 5, "order": None, "transcripts": []},
    ],
)
def test_what_is_not_understood_is_as_at_first(kept):
    assert setup_of(kept, "en") == setup_of({}, "en")


def test_sections_that_are_gone_are_left_out_and_new_ones_are_there():
    setup = setup_of({"sections": ["data", "poem"], "order": ["codebook", "data", "poem"]}, "en")
    assert setup.recipe.sections == ("data",)
    assert set(setup.order) == set(SECTIONS)
    assert setup.order[0] == "data"
    assert setup.order.index("codebook") < setup.order.index("informants")


def test_a_preview_is_one_section_in_the_language_of_the_report(told):
    shown = preview(told, ReportRecipe(language="id"), "findings")
    assert "Facilities hold the programme back" in shown.html
    assert "We share one laptop among six teachers." in shown.html
    assert "Triangulasi metode" in shown.html
    assert "Buku kode" not in shown.html
    assert shown.whole


def test_a_preview_of_nothing_is_empty_and_one_that_is_outdated_stops(study, told):
    assert preview(study, ReportRecipe(), "displays").html == ""
    assert preview(told, ReportRecipe(), "data", cancelled=lambda: True) is None


def test_a_preview_of_much_shows_its_beginning(told):
    with told.change("study.methods.interview") as session:
        for start in range(ROWS + 1):
            excerpt = excerpt_at(session, 1, start, start + 5)
            session.add(Coding(excerpt_id=excerpt, code_id=2, coder_id=1))
    shown = preview(told, ReportRecipe(), "reduction")
    assert shown.html.count("<tr") == ROWS + 1
    assert not shown.whole
