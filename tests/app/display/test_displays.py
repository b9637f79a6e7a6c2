import pytest

from app import history
from app.display.displays import (
    add_display,
    copy_display,
    delete_displays,
    displays,
    order_displays,
    rename_display,
    rule,
    set_analytic_text,
    set_recipe,
)
from app.display.recipe import MatrixRecipe
from app.errors import UserError
from app.language.words import LANGUAGES


def titles(study):
    return [row.title for row in displays(study)]


def test_a_display_is_saved_with_its_recipe_and_its_text(study):
    recipe = MatrixRecipe(columns="role", codes=(1, 2), directions=("denies",), chart="heat")
    add_display(study, " Codes  by role ", recipe, analytic_text="So it is.")
    add_display(study, "Coverage", None)
    first, second = displays(study)
    assert (first.title, first.recipe, first.analytic_text) == (
        "Codes by role",
        recipe,
        "So it is.",
    )
    assert (second.kind, second.recipe) == ("coverage", None)


def test_each_way_of_changing_a_display_is_one_step_that_says_so(study):
    one = add_display(study, "One", MatrixRecipe())
    rename_display(study, one, "Two")
    set_recipe(study, one, MatrixRecipe(columns="role"))
    set_analytic_text(study, one, "It shows much.")
    (row,) = displays(study)
    assert (row.title, row.recipe.columns, row.analytic_text) == ("Two", "role", "It shows much.")
    said = [step.sentence("en") for step in history.steps(study)]
    assert said == [
        "Write under display “Two”",
        "Change display “Two”",
        "Rename a display “Two”",
        "Save display “One”",
    ]
    for _ in range(3):
        history.undo(study)
    assert displays(study)[0].recipe == MatrixRecipe()


def test_what_changes_nothing_leaves_no_step(study):
    one = add_display(study, "One", MatrixRecipe())
    set_recipe(study, one, MatrixRecipe())
    set_analytic_text(study, one, "")
    rename_display(study, one, "One")
    assert len(history.steps(study)) == 1


def test_displays_are_copied_ordered_and_deleted(study):
    one, two, three = (add_display(study, name, MatrixRecipe()) for name in ("1", "2", "3"))
    copy = copy_display(study, one)
    assert titles(study) == ["1", "Copy of 1", "2", "3"]
    order_displays(study, [three, one])
    assert titles(study) == ["3", "1", "Copy of 1", "2"]
    delete_displays(study, [copy, two])
    assert titles(study) == ["3", "1"]
    history.undo(study)
    assert titles(study) == ["3", "1", "Copy of 1", "2"]
    for _ in range(2):
        history.undo(study)
    assert titles(study) == ["1", "2", "3"]


def test_a_display_that_is_gone_or_has_no_title_is_refused(study):
    one = add_display(study, "One", None)
    delete_displays(study, [one])
    for act in (
        lambda: rename_display(study, one, "x"),
        lambda: set_recipe(study, one, MatrixRecipe()),
        lambda: set_analytic_text(study, one, "x"),
        lambda: copy_display(study, one),
        lambda: delete_displays(study, [one]),
    ):
        with pytest.raises(UserError, match="no longer"):
            act()
    with pytest.raises(UserError, match="needs a title"):
        add_display(study, "  ", None)


def test_the_rule_under_a_display():
    assert rule(MatrixRecipe(), "en") == (
        "A cell counts excerpts coded with the code or a code under it, by all coders. "
        "A total counts each of them once."
    )
    assert "the code itself" in rule(MatrixRecipe(branches=False), "en")
    assert "denying, mixed" in rule(MatrixRecipe(directions=("denies", "mixed")), "en")
    assert "the first 2" in rule(MatrixRecipe(count="both", quotations=2), "en")
    assert "hidden" in rule(MatrixRecipe(hidden_rows=(1,)), "en")
    assert rule(MatrixRecipe(rows="site", columns="role"), "en") == (
        "A cell counts coded excerpts, by all coders."
    )
    assert "chosen codes" in rule(MatrixRecipe(rows="site", columns="role", under=1), "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_words(language):
    recipes = [
        MatrixRecipe(rows=rows, columns="site", count=count, branches=branches, codes=codes)
        for rows in ("code", "role")
        for count in ("excerpts", "informants", "sources", "quotations", "both")
        for branches in (True, False)
        for codes in (None, (1,))
    ]
    assert all("{" not in rule(recipe, language) for recipe in (*recipes, None))
