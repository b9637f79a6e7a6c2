import io
import threading

import pytest
from PIL import Image

from app.display.charts import MOST_PIXELS, ChartColours, draw, write_chart
from app.display.matrix import build_matrix
from app.display.recipe import MatrixRecipe
from app.display.series import series, stacks
from app.errors import UserError
from app.reduce.code_editing import add_code


@pytest.fixture
def matrix(told):
    return build_matrix(told, MatrixRecipe())


def picture(data):
    return Image.open(io.BytesIO(data)).convert("RGB")


@pytest.mark.parametrize("kind", ["bars", "stacked", "heat"])
def test_charts_are_pictures_with_the_names_in_them(matrix, kind):
    png = draw(matrix, kind, "png", "Codes by method")
    assert picture(png).info is not None
    assert round(Image.open(io.BytesIO(png)).info["dpi"][0]) == 300
    svg = draw(matrix, kind, "svg", "Codes by method").decode()
    for words in ("Codes by method", "Interview", "A1"):
        assert f"<!-- {words} -->" in svg


def test_nothing_is_cut_at_the_borders(told):
    add_code(told, "A code with a name that is much too long for the margin of any chart at all")
    matrix = build_matrix(told, MatrixRecipe(columns="source", hide_empty=False))
    for kind in ("bars", "heat"):
        drawn = picture(draw(matrix, kind, "png", "A title that is long " * 6))
        wide, high = drawn.size
        white = (255, 255, 255)
        border = [drawn.getpixel((x, y)) for x in range(wide) for y in (0, high - 1)]
        border += [drawn.getpixel((x, y)) for y in range(high) for x in (0, wide - 1)]
        assert set(border) == {white}


def test_a_chart_wears_the_colours_that_it_is_given(matrix):
    colours = ChartColours(page="#1b1d20", ink="#e6e4df", line="#363a40", accent="#5bbcb8")
    drawn = picture(draw(matrix, "heat", "png", colours=colours))
    assert drawn.getpixel((0, 0)) == (0x1B, 0x1D, 0x20)


def test_names_with_dollar_signs_are_no_formulas(told):
    add_code(told, r"From $5 to $\frac{x$ & <b")
    matrix = build_matrix(told, MatrixRecipe())
    for kind in ("bars", "heat"):
        assert draw(matrix, kind, "png", "$a_b$").startswith(b"\x89PNG")


def test_names_in_any_script_are_drawn(told):
    for name in ("مقابلة", "面接", "🙂 emoji", "é́ combining"):
        add_code(told, name)
    assert draw(build_matrix(told, MatrixRecipe()), "bars", "png").startswith(b"\x89PNG")


def test_an_empty_matrix_can_be_drawn(study):
    matrix = build_matrix(study, MatrixRecipe())
    for kind in ("bars", "stacked", "heat"):
        assert draw(matrix, kind, "png").startswith(b"\x89PNG")


def test_a_chart_of_many_rows_and_columns_stays_a_picture(study):
    with study.change("study.methods.interview") as session:
        from models.collection import Source

        session.add_all(
            Source(title="", reference=f"I/{n:03}", method="interview") for n in range(120)
        )
    for n in range(60):
        add_code(study, f"Code {n}")
    wide, high = picture(
        draw(build_matrix(study, MatrixRecipe(columns="source")), "heat", "png")
    ).size
    assert wide * high < MOST_PIXELS * 1.02


def test_bars_are_series_by_column_or_the_totals_where_columns_are_many(told, study):
    few = series(build_matrix(told, MatrixRecipe()), "en")
    assert [(one.name, one.counts) for one in few] == [
        ("Interview", (2, 1, 1, 1)),
        ("Observation", (1, 1, 0, 0)),
        ("Documentation", (1, 0, 0, 0)),
    ]
    with told.change("study.methods.interview") as session:
        from models.design import Informant

        session.add_all(Informant(code=f"X-{n}") for n in range(20))
    (many,) = series(build_matrix(told, MatrixRecipe(columns="informant")), "id")
    assert (many.name, many.column, many.counts) == ("Jumlah", None, (4, 2, 1, 1))


def test_only_what_is_in_one_column_alone_is_stacked(told):
    assert stacks(build_matrix(told, MatrixRecipe()))
    assert not stacks(build_matrix(told, MatrixRecipe(count="informants")))
    assert not stacks(build_matrix(told, MatrixRecipe(rows="method", columns="code")))


def test_a_chart_is_written_to_a_file(matrix, tmp_path):
    for ending in ("png", "svg"):
        write_chart(matrix, "heat", tmp_path / f"c.{ending}", "Title", "id")
    assert (tmp_path / "c.png").read_bytes().startswith(b"\x89PNG")
    assert "<svg" in (tmp_path / "c.svg").read_text(encoding="utf-8")
    with pytest.raises(UserError, match=r"\.png or \.svg"):
        write_chart(matrix, "heat", tmp_path / "c.jpg")


def test_two_threads_draw_at_once(matrix):
    drawn = []
    threads = [
        threading.Thread(target=lambda k=kind: drawn.append(draw(matrix, k, "png")))
        for kind in ("bars", "heat", "bars")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(drawn) == 3
