"""The audit trail: steps filtered, what a step changed, the life of a thing, the files."""

import pytest
from PySide6.QtCore import Qt

from app.reduce.code_editing import add_code, rename_code


@pytest.fixture
def page(hand, laid, study):
    rename_code(study, laid["codes"]["Facilities"], "Rooms")
    hand.room.show_page("audit")
    hand.settle()
    return hand.room.by_name["audit"]


def done(page):
    model = page.table.steps
    return [model.index(row, 2).data() for row in range(model.rowCount())]


def told(page):
    model = page.detail.words
    return [[model.index(r, c).data() for c in range(5)] for r in range(model.rowCount())]


def test_the_newest_step_with_what_it_changed(page, hand):
    assert "Rooms" in done(page)[0]
    assert told(page) == [["Code: Rooms", "name", "Facilities", "Rooms", ""]]
    assert hand.room.status_text() == f"{len(done(page))} step(s)"


def test_down_goes_to_the_step_before(page, hand):
    page.table.setFocus()
    hand.qtbot.keyClick(page.table, Qt.Key.Key_Down)
    hand.settle()
    assert told(page)[0][0].startswith("Finding: Nothing yet")


def test_kinds_and_words_narrow_it(page, hand):
    everything = len(done(page))
    hand.pick(page.filters.kind, "finding")
    assert 0 < len(done(page)) < everything
    assert all("inding" in words or "vidence" in words for words in done(page))
    hand.type(page.filters.words, "zebra")
    hand.qtbot.keyClick(page.filters.words, Qt.Key.Key_Return)
    hand.settle()
    assert page.stack.currentWidget() is page.empty
    assert not page.export.isEnabled()


def test_what_was_taken_back_is_shown_when_asked_for(page, hand):
    hand.session.undo()
    hand.settle()
    assert "Rooms" not in done(page)[0]
    hand.click(page.filters.undone)
    assert "Rooms" in done(page)[0]
    assert page.table.steps.index(0, 3).data() == "taken back"


def test_trace_this_and_back_to_all(page, hand):
    everything = len(done(page))
    hand.click(page.header.link)
    assert page.filters.life.text().startswith("Life of: Code: Rooms")
    assert 1 < len(done(page)) < everything
    hand.click(page.filters.life)
    assert len(done(page)) == everything


def test_a_name_that_is_typed_is_traced(page, hand):
    field = page.filters.trace
    field.setFocus()
    field.focusInEvent(_focus())
    hand.settle()
    hand.type(field, "finding: nothing")
    hand.qtbot.keyClick(field, Qt.Key.Key_Return)
    hand.settle()
    assert page.filters.about[0] == "finding"
    assert done(page) == ["Add finding “Nothing yet”"]


def test_an_excerpt_is_traced_from_anywhere_in_the_room(page, hand):
    hand.room.show_page("triangulation")
    hand.room.show_life_of("excerpt", 1)
    hand.settle()
    assert hand.room.page() is page
    assert page.filters.about == ("excerpt", 1)
    assert done(page)


def test_the_code_book_by_day(page, hand):
    hand.click(page.views._group.button(1))
    assert page.stack.currentWidget() is page.days
    model = page.days.words
    assert model.index(0, 1).data() == "3"
    assert "Rooms" in model.index(0, 2).data()
    page.days.setFocus()
    hand.qtbot.keyClick(page.days, Qt.Key.Key_Return)
    hand.settle()
    assert page.stack.currentWidget() is page.down
    assert page.filters.kind.text().startswith("Codes")
    assert page.filters.span.text().startswith(f"{page.days.words.rows[0].day:%d/%m/%Y}")
    assert "Rooms" in done(page)[0]


def test_further_steps_come_as_one_scrolls(page, hand, study, monkeypatch):
    monkeypatch.setattr("ui.verify.audit.page.PAGE", 500)
    with study._engine.begin() as connection:
        for number in range(600):
            connection.exec_driver_sql(
                'INSERT INTO change(made_at, coder, what, "values", state) VALUES '
                f"('2030-01-01 00:00:00', 'X', 'reduce.history.code_added', "
                f"'{{\"name\": \"N{number}\"}}', 'done')"
            )
    add_code(study, "Last")
    hand.settle()
    assert len(done(page)) == 500
    page.table.scrollToBottom()
    hand.settle()
    assert len(done(page)) > 600


def test_the_file_is_written(page, hand, tmp_path):
    page.write_to(tmp_path / "audit.xlsx")
    hand.settle()
    assert (tmp_path / "audit.xlsx").stat().st_size > 4_000


def _focus():
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent

    return QFocusEvent(QEvent.Type.FocusIn)
