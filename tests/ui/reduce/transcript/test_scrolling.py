"""The scroll bar counts lines of a page that is laid out only where it was seen."""

import random

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextDocument, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.reduce.transcript import Transcript
from tests.ui.reduce.transcript.build import interview, long_interview
from ui.reduce.transcript.page import PageLayout

PLAIN, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def settle(view):
    """Let what was put off happen, and paint."""
    for _ in range(3):
        QApplication.processEvents()
    view.viewport().repaint()
    view.stripes.repaint()


def lay_all(view):
    """Lay every paragraph out, as if all had been seen; returns the number of lines."""
    lines = 0
    block = view.document().firstBlock()
    with view._page.hold():
        while block.isValid():
            view._page.lay(block)
            assert block.lineCount() == block.layout().lineCount()
            lines += block.lineCount()
            block = block.next()
    return lines


def top_of(view):
    """The number of the first paragraph on the screen, and its first line that can be seen."""
    row = view.on_screen().rows[0]
    return row.block.blockNumber(), row.lines.start


def shows_last_line(view):
    last = view.on_screen().rows[-1]
    bottom = last.block.layout().lineAt(last.block.layout().lineCount() - 1)
    return (
        last.block == view.document().lastBlock()
        and last.top + bottom.y() + bottom.height() <= view.viewport().height()
    )


def shows_first_line(view):
    row = view.on_screen().rows[0]
    return row.block.blockNumber() == 0 and row.top >= 0


def wheel(view, steps, modifiers=Qt.KeyboardModifier.NoModifier):
    at = QPointF(200, 200)
    event = QWheelEvent(
        at,
        QPointF(view.viewport().mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)
    settle(view)


@pytest.fixture
def long(view):
    view.set_transcript(long_interview(200_000, 400))
    settle(view)
    return view


def test_only_what_is_seen_is_laid_out(long):
    laid = sum(long._page.knows(block) for block in blocks(long))
    assert 5 < laid < 60
    assert long.document().blockCount() > 500


def blocks(view):
    block = view.document().firstBlock()
    while block.isValid():
        yield block
        block = block.next()


def test_the_estimate_of_lines_is_near(long):
    estimated = long.document().lineCount()
    assert lay_all(long) == long.document().lineCount()
    assert abs(estimated - long.document().lineCount()) < 0.06 * long.document().lineCount()


def test_the_scroll_bar_agrees_with_the_lines_wherever_one_goes(long):
    bar = long.verticalScrollBar()
    for share in (0.5, 0.1, 0.97, 0.3, 0.7, 1.0, 0.0):
        bar.setValue(round(bar.maximum() * share))
        settle(long)
        number, line = top_of(long)
        block = long.document().findBlockByNumber(number)
        assert line < block.layout().lineCount()
        assert abs(bar.value() - (block.firstLineNumber() + line)) <= 1
        assert bar.value() <= bar.maximum() < long.document().lineCount()


def test_the_place_that_one_scrolled_to_stays(long):
    chance = random.Random(4)
    bar = long.verticalScrollBar()
    for _ in range(60):
        bar.setValue(chance.randrange(bar.maximum()))
        place = long.on_screen().visible_span()
        settle(long)
        assert long.on_screen().visible_span() == place


def test_the_end_of_a_million_characters_is_exact(view):
    view.set_transcript(long_interview(1_000_000))
    settle(view)
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    settle(view)
    assert view.caret() == len(view.transcript().text)
    assert shows_last_line(view)
    view.go_to(0, 5)
    settle(view)
    assert shows_first_line(view)
    end = len(view.transcript().text)
    view.go_to(end - 6, end)
    settle(view)
    assert shows_last_line(view)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_the_scroll_bar_reaches_first_and_last_line(long):
    bar = long.verticalScrollBar()
    for _ in range(2):
        bar.setValue(bar.maximum())
        settle(long)
        assert shows_last_line(long)
        assert bar.value() == bar.maximum()
        bar.setValue(0)
        settle(long)
        assert shows_first_line(long)


def test_the_wheel_reaches_both_ends_and_skips_nothing(view):
    view.set_transcript(long_interview(30_000))
    settle(view)
    seen = set()
    for _ in range(3000):
        seen.update(row.block.blockNumber() for row in view.on_screen().rows)
        before = view.verticalScrollBar().value()
        wheel(view, -1)
        if view.verticalScrollBar().value() == before:
            break
    assert shows_last_line(view)
    assert seen == set(range(view.document().blockCount()))
    for _ in range(3000):
        before = view.verticalScrollBar().value()
        wheel(view, 1)
        if view.verticalScrollBar().value() == before:
            break
    assert shows_first_line(view)


def test_a_wheel_step_moves_by_the_same_lines_up_as_down(long):
    bar = long.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle(long)
    start = top_of(long)
    for steps in (-1, -1, -1, 1, 1, 1):
        wheel(long, steps)
    assert top_of(long) == start
    for steps in (1, 1, 1, -1, -1, -1):
        wheel(long, steps)
    assert top_of(long) == start


def test_page_keys_reach_both_ends_and_skip_nothing(view):
    view.set_transcript(long_interview(40_000))
    settle(view)
    seen = set()
    for _ in range(400):
        seen.update(row.block.blockNumber() for row in view.on_screen().rows)
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        settle(view)
        if shows_last_line(view):
            break
    seen.update(row.block.blockNumber() for row in view.on_screen().rows)
    assert shows_last_line(view)
    assert seen == set(range(view.document().blockCount()))
    for _ in range(400):
        QTest.keyClick(view, Qt.Key.Key_PageUp)
        settle(view)
        if shows_first_line(view):
            break
    assert shows_first_line(view)


def test_arrow_keys_go_through_every_line(view):
    view.set_transcript(long_interview(6_000))
    settle(view)
    lines = lay_all(view)
    for _ in range(lines - 1):
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.textCursor().block() == view.document().lastBlock()
    settle(view)
    assert shows_last_line(view)


def test_another_width_lays_out_again_only_what_is_seen(long):
    bar = long.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle(long)
    row = long.on_screen().rows[0]
    first = row.block.position() + row.block.layout().lineAt(row.lines.start).textStart()
    long.resize(640, 500)
    settle(long)
    laid = sum(long._page.knows(block) for block in blocks(long))
    assert laid < 60
    row = long.on_screen().rows[0]
    line = row.block.layout().lineForTextPosition(first - row.block.position())
    assert abs(line.lineNumber() - row.lines.start) <= 1  # the same words are at the top
    long._estimate()
    settle(long)
    assert abs(long.document().lineCount() - lay_all(long)) < 0.06 * lay_all(long)


def test_the_top_stays_while_letters_grow_and_shrink(long):
    bar = long.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    settle(long)
    number, _ = top_of(long)
    for _ in range(5):
        long.zoom_in()
        settle(long)
    assert top_of(long)[0] == number
    for _ in range(8):
        long.zoom_out()
        settle(long)
    assert top_of(long)[0] == number
    long.zoom_reset()
    assert long.points() == 12


def test_a_paragraph_of_a_hundred_thousand_characters(view, qtbot):
    text = "guru " * 20_000
    view.set_transcript(Transcript(1, "W/1", "", text))
    settle(view)
    assert view.document().blockCount() == 1
    lines = view.document().lineCount()
    assert lines > 800
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    settle(view)
    assert shows_last_line(view)
    view.go_to(50_000, 50_010)
    settle(view)
    assert view.on_screen().edges(50_000, 50_010)[0] is not None
    row = view.on_screen().rows[0]
    assert len(row.lines) < 30
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    settle(view)
    assert view.on_screen().rows[0].lines.start < row.lines.start


def test_words_without_a_blank_are_broken_at_the_edge(view):
    view.set_transcript(Transcript(1, "W/1", "", "x" * 5000))
    settle(view)
    assert view.document().lineCount() > 40
    layout = view.document().firstBlock().layout()
    widest = max(layout.lineAt(at).naturalTextWidth() for at in range(layout.lineCount()))
    assert widest <= view._page.metrics.measure + 1


def test_a_short_text_does_not_scroll(view):
    view.set_transcript(interview("R: Who comes?", "KS-01: All."))
    settle(view)
    assert view.verticalScrollBar().maximum() == 0
    assert view.horizontalScrollBar().maximum() == 0


def test_another_text_begins_at_its_beginning(long):
    bar = long.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle(long)
    long.set_transcript(interview("R: Who comes?", *["KS-01: All of them."] * 60))
    settle(long)
    assert shows_first_line(long)
    assert bar.value() == 0
    assert long.caret() == 0


def test_a_text_read_anew_stays_where_it_was(long, qtbot):
    source = long.transcript()
    span = source.codings[len(source.codings) // 2]
    long.go_to(span.start, span.end)
    long.set_selected_coding(span.coding_id)
    settle(long)
    place = long.on_screen().visible_span()
    with qtbot.assertNotEmitted(long.selected_coding_changed):
        long.set_transcript(source, keep_place=True)
    settle(long)
    assert long.on_screen().visible_span() == place
    assert long.caret() == span.start
    assert long.selected_coding() == span
    with qtbot.waitSignal(long.selected_coding_changed) as told:
        long.set_transcript(Transcript(7, "W/KS-01", "", source.text[:50]), keep_place=True)
    assert told.args == [None]
    settle(long)
    assert long.caret() == 50
    assert shows_first_line(long)


def test_documents_that_are_not_shown_any_more_are_deleted(view, qtbot):
    for _ in range(4):
        view.set_transcript(long_interview(5_000))
        settle(view)

    def one_left():
        QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
        assert len(view.findChildren(QTextDocument)) == 1
        assert len(view.findChildren(PageLayout)) == 1

    qtbot.waitUntil(one_left)


def test_a_place_can_be_asked_for_before_the_view_is_shown(qtbot):
    from ui.reduce.transcript.view import TranscriptView

    view = TranscriptView()
    qtbot.addWidget(view)
    view.set_transcript(long_interview(100_000, 50))
    span = view.transcript().codings[40]
    view.go_to(span.start, span.end)
    view.resize(900, 600)
    view.show()
    qtbot.waitExposed(view)
    settle(view)
    assert view.on_screen().edges(span.start, span.end)[0] is not None


@pytest.mark.parametrize("size", [(281, 60), (300, 200), (1900, 1000)])
def test_any_size_of_the_view(view, size):
    view.set_transcript(long_interview(20_000, 30))
    view.resize(*size)
    settle(view)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle(view)
    assert view.on_screen().rows[-1].block == view.document().lastBlock()
    metrics = view._page.metrics
    assert metrics.measure >= 160
    assert metrics.measure / (metrics.per_line / 0.97) > 0
    assert metrics.per_line <= 90


def test_a_place_is_found_when_the_counts_of_lines_are_all_wrong(view):
    """After a zoom every paragraph above still counts as before: more, or fewer, than it has."""
    view.set_transcript(long_interview(60_000, shortest=20, longest=300))
    settle(view)
    end = len(view.transcript().text)
    for points in (26, 9, 20, 8):
        view.go_to(0, 1)
        lay_all(view)
        view.set_points(points)
        for at in (end * 9 // 10, end - 2, end // 2):
            view.go_to(at, at + 1)
            settle(view)
            start, stop = view.on_screen().visible_span()
            assert start <= at < stop, (points, at)


KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Up)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_one_does_the_place_stays_true(view, seed):
    chance = random.Random(seed)
    view.set_transcript(long_interview(60_000, 60, *chance.choice(((1, 5), (3, 90), (99, 900)))))
    bar, length = view.verticalScrollBar(), len(view.transcript().text)
    doings = (
        lambda: bar.setValue(chance.randrange(bar.maximum() + 1)),
        lambda: view.resize(chance.randint(281, 1300), chance.randint(150, 900)),
        lambda: view.set_points(chance.randint(8, 24)),
        lambda: QTest.keyClick(view, chance.choice(KEYS), chance.choice((PLAIN, CONTROL))),
        lambda: view.select_next_coding(backwards=chance.random() < 0.5),
        lambda: view.set_stripes_shown(chance.random() < 0.7),
        lambda: view.go_to(at := chance.randrange(length), at + 1),
    )
    for _ in range(120):
        chance.choice(doings)()
        settle(view)
        place = view.on_screen().visible_span()
        settle(view)
        assert view.on_screen().visible_span() == place
        number, line = top_of(view)
        block = view.document().findBlockByNumber(number)
        assert line < block.layout().lineCount() == block.lineCount()
        assert (
            bar.value() < bar.maximum() or view.on_screen().rows[-1].block.next().isValid() is False
        )
