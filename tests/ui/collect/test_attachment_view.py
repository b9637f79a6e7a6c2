"""Attachments as they look: outlines clicked, pages turned, zoomed by keys, bars of a recording."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel

from app.exchange.bringing_in import bring_in_project
from app.exchange.incoming import InAttachment, InCode, InCoding, InPart, InUser, Project
from tests.app.collect.files import pdf
from ui.collect.attachments_page import AttachmentsPage

WIDTH, HEIGHT = 400, 300
ORANGE, BLUE = "#c0562f", "#2f7dc0"


def picture():
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB888)
    image.fill(QColor("white"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data())


def area(left, top, right, bottom, **also):
    return {"firstX": left, "firstY": top, "secondX": right, "secondY": bottom} | also


@pytest.fixture
def page(study, session, qtbot):
    user, hall, money = (str(uuid4()) for _ in range(3))

    def part(place, code, name=""):
        return InPart(str(uuid4()), place, (InCoding(str(uuid4()), code, user),), name=name)

    def attachment(kind, name, data, *parts):
        read = None if data is None else lambda: data
        return InAttachment(str(uuid4()), kind, name, name, read, parts=parts)

    on_page = area(50, 500, 150, 600)
    attached = (
        attachment(
            "picture", "The hall", picture(),
            part(area(20, 30, 300, 280), hall), part(area(100, 100, 160, 140), money, "the door"),
        ),
        attachment(
            "pdf", "Programme", pdf([[(50, 700, "words")]] * 3),
            part(on_page | {"page": 1}, hall), part(on_page | {"page": 2}, money),
        ),
        attachment(
            "audio", "A talk", None,
            part({"begin": 0, "end": 60_000}, hall),
            part({"begin": 60_000, "end": 120_000}, money),
        ),
        attachment("pdf", "Broken", b"%PDF-1.4 not really"),
        attachment("picture", "No picture", b"not a picture"),
        attachment("picture", "Outside", None),
        attachment("video", "Silent", None),
    )  # fmt: skip
    codes = (InCode(hall, "Hall", colour=ORANGE), InCode(money, "Money", colour=BLUE))
    users = (InUser(user, "Ratna"),)
    bring_in_project(study, Project(name="T", users=users, codes=codes, attachments=attached))
    page = AttachmentsPage(session)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    qtbot.waitExposed(page)
    settle(page)
    return page


def settle(page):
    for _ in range(6):
        page.session.tasks.wait()
        QApplication.processEvents()


def choose(page, name):
    page.table.table.selectRow([row.name for row in page.rows].index(name))
    settle(page)


def place_of(view, part):
    """Return the middle of an outline in pixels of the view."""
    outline = next(each for each in view.outlines if each.id == part)
    return view.mapFromScene(outline.rect.center())


def label_words(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def chosen_codes(page):
    chosen = page.selections.current_id()
    return next((part.codes for part in page.parts if part.id == chosen), None)


def test_a_click_on_an_outline_chooses_its_row_the_smaller_one_first(page, qtbot):
    choose(page, "The hall")
    view = page.view.picture
    assert page.view.stack.currentWidget() is view
    whole, door = (part.id for part in page.parts)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, door))
    assert chosen_codes(page) == "Money"
    assert view.chosen == door
    beside = view.mapFromScene(QPointF(250, 250))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert chosen_codes(page) == "Hall"
    assert view.chosen == whole


def test_outlines_are_drawn_in_the_colours_of_the_codes(page):
    choose(page, "The hall")
    view = page.view.picture
    drawn = view.viewport().grab().toImage()
    outline = next(each for each in view.outlines if each.codes == "Money")
    edge = view.mapFromScene(outline.rect.bottomLeft()) - QPoint(0, 6)
    seen = [QColor(drawn.pixel(edge.x() + by, edge.y())).hue() for by in (-1, 0, 1)]
    assert any(abs(hue - QColor(BLUE).hue()) < 12 for hue in seen)


def test_keys_zoom_and_fit(page, qtbot):
    choose(page, "The hall")
    view = page.view.picture
    fitted = view.transform().m11()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(view, Qt.Key.Key_Plus, control)
    assert view.transform().m11() == pytest.approx(fitted * 1.2)
    qtbot.keyClick(view, Qt.Key.Key_Minus, control)
    qtbot.keyClick(view, Qt.Key.Key_Minus, control)
    assert view.transform().m11() == pytest.approx(fitted / 1.2)
    qtbot.keyClick(view, Qt.Key.Key_0, control)
    assert view.transform().m11() == pytest.approx(fitted)
    page.view.larger.click()
    assert view.transform().m11() > fitted
    page.view.fit.click()
    assert view.transform().m11() == pytest.approx(fitted)


def test_a_row_turns_to_its_page_and_buttons_turn_further(page, qtbot):
    choose(page, "Programme")
    view = page.view
    assert view.where.text() == "Page 2 of 3"  # the first page with a selection
    page.selections.choose(page.parts[1].id)
    settle(page)
    assert view.where.text() == "Page 3 of 3"
    assert [each.codes for each in view.picture.outlines] == ["Money"]
    assert not view.on.isEnabled()
    qtbot.mouseClick(view.back, Qt.MouseButton.LeftButton)
    settle(page)
    assert view.where.text() == "Page 2 of 3"
    qtbot.keyClick(view.picture, Qt.Key.Key_PageUp)
    settle(page)
    assert view.where.text() == "Page 1 of 3"
    assert view.picture.outlines == []
    assert not view.back.isEnabled()


def test_a_recording_is_a_line_of_time(page, qtbot):
    choose(page, "A talk")
    line = page.view.time_line
    assert page.view.bar.isHidden()
    first, second = line.bar(0), line.bar(1)
    assert first.right() == pytest.approx(second.left())
    assert first.width() == pytest.approx(second.width())
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=second.center().toPoint())
    assert chosen_codes(page) == "Money"
    assert line.chosen == page.parts[1].id


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Broken", "damaged"),
        ("No picture", "cannot draw"),
        ("Outside", "outside the project"),
        ("Silent", "plays no sound"),
    ],
)
def test_what_cannot_be_shown_is_said_in_one_sentence(page, name, said):
    problems = []
    page.session.tasks.problem.connect(problems.append)
    choose(page, "The hall")
    choose(page, name)
    assert page.view.stack.currentWidget() is page.view.nothing
    assert said in label_words(page.view.nothing)
    assert page.view.bar.isHidden()
    assert problems == []


def test_the_column_of_sources_beside_is_hidden_where_none_is(page):
    headings = [page.table.model.headerData(n, Qt.Orientation.Horizontal) for n in range(6)]
    hidden = [words for n, words in enumerate(headings) if page.table.table.isColumnHidden(n)]
    assert hidden == ["Beside"]
