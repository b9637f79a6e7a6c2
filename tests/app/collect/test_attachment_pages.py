"""What an attachment looks like: where a selection lies, pages of a PDF, damaged ones."""

from uuid import uuid4

import numpy
import pytest

from app.collect.attachment_pages import LONGEST, Page, draw_page, page_area, picture_area
from app.collect.attachments import attachments
from app.errors import UserError
from app.exchange.bringing_in import bring_in_project
from app.exchange.incoming import InAttachment, Project
from tests.app.collect.files import pdf

PLACE = {"firstX": 100, "firstY": 200, "secondX": 300, "secondY": 250}


def attached(study, data, kind="pdf"):
    """Attach bytes (None: the file is not there) to a study; return the attachment's id."""
    read = None if data is None else lambda: data
    one = InAttachment(str(uuid4()), kind, "Programme", "p.pdf", read)
    bring_in_project(study, Project(name="T", attachments=(one,)))
    return max(row.id for row in attachments(study))


def page(number=0, **also):
    boxes = {"media": (0.0, 0.0, 400.0, 800.0), "crop": (0.0, 0.0, 400.0, 800.0)} | also
    return Page(number, 3, 400, 800, b"", **boxes)


def test_a_selection_in_a_picture_is_counted_from_above():
    assert picture_area(PLACE, 400, 1000) == pytest.approx((0.25, 0.2, 0.5, 0.05))
    turned_round = {"firstX": 300, "firstY": 250, "secondX": 100, "secondY": 200}
    assert picture_area(turned_round, 400, 1000) == pytest.approx((0.25, 0.2, 0.5, 0.05))
    assert picture_area({"firstX": 1}, 400, 1000) is None
    assert picture_area(PLACE, 0, 0) is None


def test_a_selection_on_a_page_is_counted_from_below():
    on = PLACE | {"page": 2}
    assert page_area(on, page(2)) == pytest.approx((0.25, 550 / 800, 0.5, 50 / 800))
    assert page_area(on, page(1)) is None


def test_a_cropped_page_shows_its_selection_where_the_words_are():
    cropped = page(0, crop=(100.0, 200.0, 300.0, 600.0))
    assert page_area(PLACE | {"page": 0}, cropped) == pytest.approx((0, 350 / 400, 1, 50 / 400))


@pytest.mark.parametrize(
    ("degrees", "area"),
    [
        (90, (200 / 800, 100 / 400, 50 / 800, 200 / 400)),
        (180, (100 / 400, 200 / 800, 200 / 400, 50 / 800)),
        (270, (550 / 800, 100 / 400, 50 / 800, 200 / 400)),
    ],
)
def test_a_turned_page_turns_its_selections(degrees, area):
    assert page_area(PLACE | {"page": 0}, page(0, turned=degrees)) == pytest.approx(area)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_what_is_printed_black_lies_inside_its_selection(study, degrees):
    """The outline is where the ink is: checked on the pixels, at every rotation of the page."""
    number = attached(study, pdf([[]], turned=degrees, black=(50, 500, 150, 600)))
    drawn = draw_page(study, number, 0)
    place = {"page": 0, "firstX": 50, "firstY": 500, "secondX": 150, "secondY": 600}
    x, y, across, down = page_area(place, drawn)
    pixels = numpy.frombuffer(drawn.pixels, numpy.uint8).reshape(drawn.height, drawn.width, 3)
    dark_rows, dark_columns = numpy.nonzero(pixels.max(axis=2) < 64)
    inked = (dark_columns.min(), dark_rows.min(), dark_columns.max() + 1, dark_rows.max() + 1)
    corners = (x, y, x + across, y + down)
    sides = (drawn.width, drawn.height) * 2
    assert inked == pytest.approx([c * s for c, s in zip(corners, sides, strict=True)], abs=3)


def test_a_page_past_the_end_is_the_last_one(study):
    number = attached(study, pdf([[]] * 3))
    assert draw_page(study, number, 0).count == 3
    assert draw_page(study, number, 99).number == 2


@pytest.mark.parametrize("data", [b"%PDF-1.4 not really", b"\0" * 4000])
def test_a_damaged_pdf_is_one_sentence(study, data):
    number = attached(study, data)
    with pytest.raises(UserError, match="damaged"):
        draw_page(study, number, 0)


def test_a_protected_pdf_is_one_sentence(study):
    number = attached(study, pdf([[]], encrypt=True))
    with pytest.raises(UserError, match="password"):
        draw_page(study, number, 0)


def test_a_cut_pdf_is_drawn_or_refused_in_a_sentence(study):
    whole = pdf([[(50, 700, "words")]] * 2)
    seen = set()
    for cut in (*range(20, len(whole), 37), len(whole) - 2):
        number = attached(study, whole[:cut])
        try:
            seen.add(draw_page(study, number, 1).height)
        except UserError as error:
            seen.add(error.key)
    assert seen <= {LONGEST, "attachments.damaged"}
    assert len(seen) == 2


def test_one_that_is_not_held_is_named(study):
    number = attached(study, None)
    with pytest.raises(UserError, match="Programme"):
        draw_page(study, number, 0)
