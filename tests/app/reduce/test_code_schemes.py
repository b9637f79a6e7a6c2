import itertools

import pytest

from app import history
from app.errors import UserError
from app.reduce.code_editing import add_code, add_path
from app.reduce.code_schemes import colour_by_scheme
from app.reduce.codes import codes
from app.reduce.colours import SCHEMES, _oklab, shades, theme_colour
from tests.ui.widgets.test_palette import SIGHT, oklab


def colours(study):
    return {code.name: code.colour for code in codes(study)}


@pytest.mark.parametrize("scheme", SCHEMES[1:], ids=lambda scheme: scheme.key)
@pytest.mark.parametrize("sight", SIGHT)
def test_the_colours_of_a_scheme_can_be_told_apart_by_any_sight(scheme, sight):
    # All are at least 0.05 apart but one pair of Tol's bright in the rarest sight, at 0.033.
    least = 0.03 if (scheme.key, sight) == ("tol_bright", "tritanopia") else 0.05
    seen = {colour: oklab(colour, sight) for colour in scheme.colours}
    for one, other in itertools.combinations(scheme.colours, 2):
        apart = sum((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) ** 0.5
        assert apart >= least, (one, other)


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.key)
def test_shades_differ_from_each_other_and_from_their_theme(scheme):
    for colour in scheme.colours:
        made = shades(colour, 5)
        assert len({colour, *made}) == 6
        lights = [_oklab(shade)[0] for shade in made]
        assert lights == sorted(lights)
        assert all(0.35 < light < 0.9 for light in lights), colour


def test_themes_beyond_the_scheme_come_back_in_another_shade():
    scheme = SCHEMES[1]
    found = [theme_colour(scheme, number) for number in range(3 * len(scheme.colours))]
    assert found[: len(scheme.colours)] == list(scheme.colours)
    assert len(set(found)) == len(found)


def test_a_tree_is_coloured_in_one_step(study):
    for path in ("Factors > Support", "Factors > Hinder > Time", "Competence"):
        add_path(study, path)
    before, steps = colours(study), len(history.steps(study))
    assert colour_by_scheme(study, "okabe_ito") == 5
    after = colours(study)
    assert (after["Factors"], after["Competence"]) == ("#0072b2", "#e69f00")
    assert len(set(after.values())) == 5
    assert len(history.steps(study)) == steps + 1
    assert "Okabe–Ito" in history.steps(study)[0].sentence("id")
    assert colour_by_scheme(study, "okabe_ito") == 0
    history.undo(study)
    assert colours(study) == before
    with pytest.raises(UserError, match="not a colour scheme"):
        colour_by_scheme(study, "rainbow")


def test_an_empty_tree_takes_a_scheme(study):
    assert colour_by_scheme(study, "tol_muted") == 0
    add_code(study, "One")
    assert colour_by_scheme(study, "tol_muted") == 1
