import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from tests.ui.reduce.patterns.conftest import LEFT, NONE
from ui.reduce.patterns.dendrogram import PAD


@pytest.fixture
def clusters(hand):
    hand.show("clusters")
    return hand.page.clusters


def groups(clusters):
    codes = clusters.drawing.codes
    return [[codes[c].name for c in group] for _, group in clusters.drawing.groups]


def click_row(hand, clusters, row):
    place = QPoint(PAD + 40, round(clusters.drawing.y_of(row)))
    QTest.mouseClick(clusters.drawing, LEFT, NONE, place)
    hand.settle()


def test_codes_of_the_same_people_come_together(hand, clusters):
    assert groups(clusters) == [["Loose", "Other"], ["Time", "Tools"]]
    assert clusters.apart.text().endswith("Factors, Deep, Will")
    assert "2 group" in hand.page.status_text()


def test_the_line_is_dragged_and_moved_with_keys(hand, clusters):
    drawing = clusters.drawing
    at = QPoint(round(drawing.x_of(drawing.cut)), 60)
    for to, count in ((0.2, 3), (1.0, 1)):
        goal = QPoint(round(drawing.x_of(to)), 60)
        QTest.mousePress(drawing, LEFT, NONE, at)
        QTest.mouseMove(drawing, (at + goal) / 2)
        QTest.mouseMove(drawing, goal)
        QTest.mouseRelease(drawing, LEFT, NONE, goal)
        assert drawing.cut == pytest.approx(to, abs=0.01)
        assert len(drawing.groups) == count
        at = goal
    assert drawing.chosen == ()
    drawing.setFocus()
    QTest.keyClick(drawing, Qt.Key.Key_Left)
    assert drawing.cut == pytest.approx(0.98, abs=0.01)
    assert len(drawing.groups) == 2


def test_a_click_on_a_group_shows_its_codes_and_excerpts(hand, clusters):
    assert not clusters.make.isEnabled()
    click_row(hand, clusters, 3)
    assert clusters.group.text().endswith("Time, Tools")
    assert hand.page.side.list.count() == 3
    QTest.keyClick(clusters.drawing, Qt.Key.Key_Up)
    hand.settle()
    assert clusters.group.text().endswith("Loose, Other")


def test_a_group_becomes_a_category_after_its_name_is_asked(hand, clusters):
    click_row(hand, clusters, 2)
    hand.button(clusters.make)
    hand.name_group("Means")
    assert "Factors > Means > Tools" in hand.paths()
    assert hand.page.current() == "board"
    assert hand.chosen() == ["Means"]
    hand.page.session.undo()
    assert "Factors > Tools" in hand.paths()


def test_enter_accepts_the_chosen_group_too(hand, clusters):
    clusters.drawing.setFocus()
    QTest.keyClick(clusters.drawing, Qt.Key.Key_Down)
    QTest.keyClick(clusters.drawing, Qt.Key.Key_Return)
    hand.settle()
    hand.name_group("Apart")
    assert "Apart > Other" in hand.paths()


def test_sources_can_stand_for_informants(hand, clusters):
    clusters.over.menu().actions()[1].trigger()
    hand.settle()
    assert groups(clusters) == [["Loose", "Other", "Time", "Tools"]]  # one source has them all


def test_the_drawing_goes_into_files(hand, clusters, tmp_path):
    clusters.export_to(tmp_path / "a.png")
    image = QImage(str(tmp_path / "a.png"))
    assert image.width() == 2 * clusters.drawing.width()
    clusters.export_to(tmp_path / "a.svg")
    words = "".join(ET.parse(tmp_path / "a.svg").getroot().itertext())
    assert "Loose" in words
    assert "Time" in words


def test_a_folder_that_is_not_there_is_said(hand, clusters, tmp_path):
    clusters.export_to(tmp_path / "gone" / "a.png")
    hand.settle()
    assert len(hand.problems) == 1


def test_too_few_codes_say_so(opened, study):
    hand = opened()
    hand.show("clusters")
    assert hand.page.clusters.stack.currentWidget() is hand.page.clusters.empty
    assert not hand.page.clusters.export.isEnabled()


def test_the_choice_follows_its_code_as_the_cut_moves(hand, clusters):
    click_row(hand, clusters, 2)
    clusters.drawing.set_cut(0.1)
    hand.settle()
    assert clusters.group.text().endswith("Time")
    assert not clusters.make.isEnabled()
    clusters.drawing.set_cut(1)
    hand.settle()
    assert clusters.group.text().endswith("Time, Tools")
