"""What an attachment looks like: its bytes, a page of a PDF as pixels, where a selection lies.

Places are those of REFI-QDA 1.5 (section 10): pixels of a picture from its upper left corner,
points of a PDF page from the lower left corner of its media box, milliseconds of a recording or
film. The standard's own example counts pages from 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.collect.reading.pdf import PDF_LOCK
from app.errors import UserError
from app.study import Study
from models.carried import Attachment, AttachmentData

LONGEST = 2_200
"""Pixels of the longer side of a page: sharp at twice the width of a window, 15 MB at the most."""
Area = tuple[float, float, float, float]
"""Left, top, width and height, each a share of the picture or page."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a PDF as RGB bytes, row by row.

    `number` counts from 0 among `count`; `media` and `crop` are its boxes in points (left, bottom,
    right, top), `turned` by how many degrees it is shown clockwise.
    """

    number: int
    count: int
    width: int
    height: int
    pixels: bytes
    media: tuple[float, float, float, float]
    crop: tuple[float, float, float, float]
    turned: int = 0


def attachment_bytes(study: Study, attachment_id: int) -> bytes:
    """Return the bytes of an attachment. Raises UserError where the study does not have them."""
    query = select(AttachmentData.data).where(AttachmentData.attachment_id == attachment_id)
    with study.read() as connection:
        data = connection.scalar(query)
        if data is None:
            name = connection.scalar(select(Attachment.name).where(Attachment.id == attachment_id))
            raise UserError("attachments.not_held", name=name or "")
    return data


def draw_page(study: Study, attachment_id: int, number: int) -> Page:
    """Draw a page of a PDF; the last one where there are fewer.

    Raises UserError where the study does not have it, or where it is damaged or protected.
    """
    import pypdfium2

    data = attachment_bytes(study, attachment_id)
    with PDF_LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            locked = "password" in str(error).lower()
            raise UserError("attachments.protected" if locked else "attachments.damaged") from error
        try:
            return _drawn(document, max(0, min(number, len(document) - 1)))
        except (pypdfium2.PdfiumError, OSError, ValueError, IndexError) as error:
            raise UserError("attachments.damaged") from error
        finally:
            document.close()


def _drawn(document: Any, number: int) -> Page:
    page = document[number]
    try:
        longer = max(page.get_width(), page.get_height(), 1.0)
        bitmap = page.render(scale=LONGEST / longer, rev_byteorder=True)
        pixels = bitmap.to_numpy()[:, :, :3]
        return Page(
            number=number,
            count=len(document),
            width=pixels.shape[1],
            height=pixels.shape[0],
            pixels=pixels.tobytes(),
            media=page.get_mediabox(),
            crop=page.get_cropbox(),
            turned=page.get_rotation(),
        )
    finally:
        page.close()


def picture_area(place: Mapping[str, Any], width: float, height: float) -> Area | None:
    """Return where a selection lies in a picture of so many pixels; None where it has no place."""
    corners = _corners(place)
    if corners is None or width <= 0 or height <= 0:
        return None
    left, top, right, bottom = corners
    return left / width, top / height, (right - left) / width, (bottom - top) / height


def page_area(place: Mapping[str, Any], page: Page) -> Area | None:
    """Return where a selection lies on a page as it is shown; None where it is on another one."""
    corners = _corners(place)
    if corners is None or place.get("page") != page.number:
        return None
    left, low, right, high = corners
    across, up = page.crop[2] - page.crop[0], page.crop[3] - page.crop[1]
    if across <= 0 or up <= 0:
        return None
    x = (left + page.media[0] - page.crop[0]) / across
    y = (page.crop[3] - page.media[1] - high) / up
    return _turned((x, y, (right - left) / across, (high - low) / up), page.turned)


def _corners(place: Mapping[str, Any]) -> tuple[float, float, float, float] | None:
    found = [place.get(name) for name in ("firstX", "firstY", "secondX", "secondY")]
    if not all(isinstance(each, int | float) for each in found):
        return None
    x, y, other_x, other_y = (float(each) for each in found if each is not None)
    return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)


def _turned(area: Area, degrees: int) -> Area:
    """Return an area of a page that is shown turned clockwise."""
    x, y, width, height = area
    for _ in range(degrees // 90 % 4):
        x, y, width, height = 1 - y - height, x, height, width
    return x, y, width, height
