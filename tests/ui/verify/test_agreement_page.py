import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app import history
from app.reduce.codings import NewCoding, add_codings
from app.verify.agreement.agreement import Recipe
from app.verify.agreement.disagreements import disagreements
from models.design import Coder


@pytest.fixture
def page(opened, laid, study):
    """Two coders on two codes of one source: one stretch apart, one of the first alone."""
    time, place = laid["codes"]["Facilities"], laid["codes"]["Schedule"]
    source = laid["make"].source("Z/01", "observation")
    with study.change("exchange.history.project", name="x") as session:
        session.add(Coder(name="Second"))
        session.flush()
        rows = {1: [(200, 240, time), (300, 350, place)], 2: [(220, 260, time)]}
        for coder, spans in rows.items():
            add_codings(session, [NewCoding(source, a, e, c) for a, e, c in spans], coder)
    hand = opened()
    hand.room.show_page("agreement")
    hand.settle()
    page = hand.room.by_name["agreement"]
    page.hand = hand
    return page


def rows_of(table):
    return [
        [table.words.index(row, column).data() for column in range(table.words.columnCount())]
        for row in range(table.words.rowCount())
    ]


def test_figures_of_the_pair_in_table_and_picture(page):
    rows = rows_of(page.table)
    assert [row[0] for row in rows] == ["All codes", "Facilities", "Schedule"]
    assert [row[5] for row in rows] == ["0.18", "0.33", "0.00"]
    assert [line.name for line in page.bars.lines] == ["Facilities", "Schedule"]
    assert "κ" in page.bars.accessibleName()
    page.hand.click(page.by.button("source"))
    assert [row[0] for row in rows_of(page.table)] == ["All codes", "Z/01"]


def test_units_and_the_threshold_of_segments(page, study):
    assert not page.matching.isVisible()
    page.hand.click(page.unit.button("segments"))
    assert page.matching.isVisible()
    assert rows_of(page.table)[1][1:3] == ["0.00", "—"]
    page.hand.pick(page.matching, 0.5)
    assert history.next_undo(study).what == "agreement.history.matching"
    assert page.found.matching == page.matching.current() == 0.5


def test_choosing_the_same_coder_twice_takes_another(page):
    page.hand.pick(page.right, 1)
    assert (page.found.left.name, page.found.right.name) == ("A", "Second")


def test_settling_by_a_click_with_a_note_is_one_step(page, study):
    settling = page.settling
    first = settling.table.current()
    assert (first.code, first.choice) == ("Facilities", "")
    assert "Second" in settling.texts[1].text()
    assert "background" in settling.texts[0].text()
    page.hand.type(settling.note, "we read it again")
    page.hand.click(settling.buttons["right"])
    (settled, other) = disagreements(study, Recipe(1, page.found.right.id))
    assert (settled.choice, settled.note, other.choice) == ("right", "we read it again", "")
    assert rows_of(settling.table)[0][2] == "Second"
    assert settling.buttons["right"].isChecked()
    assert "1" in page.status_text()
    page.hand.session.undo()
    page.hand.settle()
    assert not settling.buttons["right"].isChecked()
    assert rows_of(settling.table)[0][2] == "open"


def test_where_one_alone_coded_it_applies_or_not(page, study):
    settling = page.settling
    page.hand.click_cell(settling.table, settling.table.words.index(1, 1))
    assert settling.table.current().code == "Schedule"
    assert not settling.buttons["both"].isVisible()
    assert settling.buttons["right"].text() == "Does not apply"
    page.hand.click(settling.buttons["right"])
    assert rows_of(settling.table)[1][2] == "Does not apply"
    page.hand.click(settling.reopen)
    assert rows_of(settling.table)[1][2] == "open"
    assert history.next_undo(study).what == "agreement.history.reopened"


def test_return_opens_the_transcript(page, qtbot):
    table = page.settling.table
    table.setFocus()
    with qtbot.waitSignal(page.open_excerpt, timeout=1000) as heard:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert heard.args[1:] == [200, 260]


def test_copied_as_a_table(page):
    page.hand.click(page.copy)
    words = QGuiApplication.clipboard().text()
    assert words.startswith("Coders\t")
    assert "A – Second\tFacilities\t" in words


def test_one_coder_alone(hand):
    hand.room.show_page("agreement")
    hand.settle()
    page = hand.room.by_name["agreement"]
    assert page.empty.isVisible()
    assert not page.controls.isVisible()
    assert page.status_text() == ""
