"""The transcript view: from its text to the painted page, beside a bare QPlainTextEdit in one run.

Run: pytest benchmarks/test_transcript.py
"""

import os
import random
from collections.abc import Callable

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.reduce.transcript import CodingSpan, Transcript
from tests.ui.reduce.transcript.build import coding, long_interview
from ui.reduce.transcript.borders import grips
from ui.reduce.transcript.view import TranscriptView
from ui.theme import serif_font

SIZES = {"40000-100": (40_000, 100), "1000000-5000": (1_000_000, 5_000)}
SIZE = (1100, 800)


@pytest.fixture(scope="module")
def sources() -> dict[str, Transcript]:
    return {name: long_interview(*size) for name, size in SIZES.items()}


@pytest.fixture
def view(qtbot):
    view = TranscriptView()
    qtbot.addWidget(view)
    view.resize(*SIZE)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def bare(qtbot):
    """What Qt itself needs for the text without codings, margins and speakers."""
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)
    edit.setReadOnly(True)
    edit.setFont(serif_font())
    edit.resize(*SIZE)
    edit.show()
    qtbot.waitExposed(edit)
    return edit


def painted():
    """Let the event loop paint what has changed."""
    QApplication.processEvents()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.benchmark(group="open")
def test_open(benchmark, view, sources, size):
    def open_and_paint():
        view.set_transcript(sources[size])
        painted()

    benchmark.pedantic(open_and_paint, rounds=11, warmup_rounds=1)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.benchmark(group="open")
def test_open_bare(benchmark, bare, sources, size):
    def open_and_paint():
        bare.setPlainText(sources[size].text)
        painted()

    benchmark.pedantic(open_and_paint, rounds=11, warmup_rounds=1)


@pytest.mark.benchmark(group="jump")
def test_jump_to_any_coding(benchmark, view, sources):
    source = sources["1000000-5000"]
    view.set_transcript(source)
    painted()
    chance = random.Random(3)

    def jump(span: CodingSpan):
        view.go_to(span.start, span.end)
        painted()

    benchmark.pedantic(jump, setup=lambda: ((chance.choice(source.codings),), {}), rounds=60)


@pytest.mark.benchmark(group="jump")
def test_jump_bare(benchmark, bare, sources):
    source = sources["1000000-5000"]
    bare.setPlainText(source.text)
    painted()
    chance = random.Random(3)

    def jump(position: int):
        cursor = bare.textCursor()
        cursor.setPosition(position)
        bare.setTextCursor(cursor)
        bare.centerCursor()
        painted()

    benchmark.pedantic(jump, setup=lambda: ((chance.choice(source.codings).start,), {}), rounds=60)


@pytest.fixture
def one_more(view, sources):
    """The large source on the screen, and a coding to add where it can be seen."""
    view.set_transcript(sources["1000000-5000"])
    painted()
    start, _ = view.on_screen().visible_span()
    return coding(10**6, start + 200, start + 360)


def shown(view, change: Callable[[], None]):
    """Change the codings, and let the event loop paint."""
    change()
    painted()


@pytest.mark.benchmark(group="one coding")
def test_add_one_coding(benchmark, view, one_more):
    def without():
        shown(view, lambda: view.remove_coding(one_more.coding_id))

    benchmark.pedantic(
        lambda: shown(view, lambda: view.add_coding(one_more)), setup=without, rounds=60
    )


@pytest.mark.benchmark(group="one coding")
def test_remove_one_coding(benchmark, view, one_more):
    def with_it():
        shown(view, lambda: view.add_coding(one_more))

    benchmark.pedantic(
        lambda: shown(view, lambda: view.remove_coding(one_more.coding_id)),
        setup=with_it,
        rounds=60,
    )


@pytest.mark.benchmark(group="one coding")
def test_set_all_codings_with_one_more(benchmark, view, one_more, sources):
    codings = sources["1000000-5000"].codings
    with_it = tuple(sorted((*codings, one_more), key=lambda span: span.start))
    benchmark.pedantic(
        lambda: shown(view, lambda: view.set_codings(with_it)),
        setup=lambda: shown(view, lambda: view.set_codings(codings)),
        rounds=60,
    )


@pytest.mark.benchmark(group="scroll")
@pytest.mark.parametrize("step", ["wheel", "page"])
def test_scroll_frame(benchmark, view, sources, step):
    view.set_transcript(sources["1000000-5000"])
    painted()
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    painted()

    def frame():
        bar.setValue(bar.value() + (3 if step == "wheel" else bar.pageStep()))
        painted()

    benchmark.pedantic(frame, rounds=80)


@pytest.mark.benchmark(group="scroll")
@pytest.mark.parametrize("step", ["wheel", "page"])
def test_scroll_frame_bare(benchmark, bare, sources, step):
    bare.setPlainText(sources["1000000-5000"].text)
    bar = bare.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    painted()

    def frame():
        bar.setValue(bar.value() + (3 if step == "wheel" else bar.pageStep()))
        painted()

    benchmark.pedantic(frame, rounds=80)


@pytest.mark.benchmark(group="scroll from end to end")
def test_scroll_from_end_to_end(benchmark, view, sources):
    """Each round is one page further; `max` is the slowest frame of the whole way."""
    view.set_transcript(sources["1000000-5000"])
    painted()
    bar = view.verticalScrollBar()
    pages = bar.maximum() // bar.pageStep()

    def frame():
        bar.setValue(bar.value() + bar.pageStep())
        painted()

    benchmark.pedantic(frame, rounds=pages)
    assert bar.value() > bar.maximum() * 0.9


@pytest.mark.benchmark(group="scroll from end to end")
def test_scroll_from_end_to_end_bare(benchmark, bare, sources):
    bare.setPlainText(sources["1000000-5000"].text)
    painted()
    bar = bare.verticalScrollBar()

    def frame():
        bar.setValue(bar.value() + bar.pageStep())
        painted()

    benchmark.pedantic(frame, rounds=bar.maximum() // bar.pageStep())


@pytest.fixture
def grip(view, sources):
    """The end of the selected coding, as a point that the mouse takes, amid many codings."""
    view.set_transcript(sources["1000000-5000"])
    painted()
    span = next(s for s in view.reading.index.codings if s.start > 500_000)
    view.go_to(span.start, span.end)
    view.set_selected_coding(span.coding_id)
    painted()
    return span, grips(view.on_screen(), span)["end"].center().toPoint()


@pytest.mark.benchmark(group="a border moves a step")
def test_drag_a_border(benchmark, view, grip):
    _, at = grip
    port, told = view.viewport(), []
    view.borders_dragged.connect(lambda *moved: told.append(moved))
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    steps = iter(range(10_000))

    def step():
        x = 40 + (next(steps) * 37) % 500
        QTest.mouseMove(port, QPoint(x, at.y() + 25 * (x % 3)))
        painted()

    benchmark.pedantic(step, rounds=120)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton)
    assert told


@pytest.mark.benchmark(group="a border moves a step")
@pytest.mark.parametrize("unit", ["character", "word"])
def test_nudge_a_border(benchmark, view, grip, unit):
    span, _ = grip

    def step():
        view.nudge(span.coding_id, "end", unit, 1)
        painted()

    benchmark.pedantic(step, rounds=60)
    assert view.reading.index.find(span.coding_id).end > span.end


@pytest.mark.benchmark(group="a border moves a step")
def test_move_the_selection_bare(benchmark, bare, sources):
    """What Qt needs to show another selection in the same text."""
    bare.setPlainText(sources["1000000-5000"].text)
    cursor = bare.textCursor()
    cursor.setPosition(500_000)
    bare.setTextCursor(cursor)
    painted()

    def step():
        cursor.movePosition(cursor.MoveOperation.Right, cursor.MoveMode.KeepAnchor)
        bare.setTextCursor(cursor)
        painted()

    benchmark.pedantic(step, rounds=60)


@pytest.mark.benchmark(group="width")
def test_another_width(benchmark, view, sources):
    view.set_transcript(sources["1000000-5000"])
    painted()
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    painted()
    widths = iter(range(900, 1100))

    def resize():
        view.resize(next(widths), SIZE[1])
        painted()

    benchmark.pedantic(resize, rounds=30)
