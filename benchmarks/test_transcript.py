"""The transcript view: from its text to the painted page, beside a bare QPlainTextEdit in one run.

Run: pytest benchmarks/test_transcript.py
"""

import os
import random

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.reduce.transcript import CodingSpan, Transcript
from tests.ui.reduce.transcript.build import coding, long_interview
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


def paint(view):
    view.viewport().repaint()
    view.stripes.repaint()


def settled(view):
    paint(view)
    QApplication.processEvents()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.benchmark(group="open")
def test_open(benchmark, view, sources, size):
    def open_and_paint():
        view.set_transcript(sources[size])
        paint(view)

    benchmark.pedantic(open_and_paint, teardown=lambda: settled(view), rounds=11, warmup_rounds=1)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.benchmark(group="open")
def test_open_bare(benchmark, bare, sources, size):
    def open_and_paint():
        bare.setPlainText(sources[size].text)
        bare.viewport().repaint()

    benchmark.pedantic(open_and_paint, rounds=11, warmup_rounds=1)


@pytest.mark.benchmark(group="jump")
def test_jump_to_any_coding(benchmark, view, sources):
    source = sources["1000000-5000"]
    view.set_transcript(source)
    settled(view)
    chance = random.Random(3)

    def jump(span: CodingSpan):
        view.go_to(span.start, span.end)
        paint(view)

    benchmark.pedantic(jump, setup=lambda: ((chance.choice(source.codings),), {}), rounds=60)


@pytest.mark.benchmark(group="jump")
def test_jump_bare(benchmark, bare, sources):
    source = sources["1000000-5000"]
    bare.setPlainText(source.text)
    bare.viewport().repaint()
    chance = random.Random(3)

    def jump(position: int):
        cursor = bare.textCursor()
        cursor.setPosition(position)
        bare.setTextCursor(cursor)
        bare.centerCursor()
        bare.viewport().repaint()

    benchmark.pedantic(jump, setup=lambda: ((chance.choice(source.codings).start,), {}), rounds=60)


@pytest.mark.benchmark(group="one coding")
@pytest.mark.parametrize("whole", [False, True], ids=["one-by-id", "all-anew"])
def test_add_and_remove_one_coding(benchmark, view, sources, whole):
    """Half of it is one change, as the event loop paints it."""
    source = sources["1000000-5000"]
    view.set_transcript(source)
    settled(view)
    start, _ = view.on_screen().visible_span()
    span = coding(10**6, start + 200, start + 360)
    with_it = tuple(sorted((*source.codings, span), key=lambda one: one.start))

    def change():
        if whole:
            view.set_codings(with_it)
        else:
            view.add_coding(span)
        QApplication.processEvents()
        if whole:
            view.set_codings(source.codings)
        else:
            view.remove_coding(span.coding_id)
        QApplication.processEvents()

    benchmark.pedantic(change, rounds=40, warmup_rounds=2)


@pytest.mark.benchmark(group="scroll")
@pytest.mark.parametrize("step", ["wheel", "page"])
def test_scroll_frame(benchmark, view, sources, step):
    view.set_transcript(sources["1000000-5000"])
    settled(view)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    settled(view)

    def frame():
        bar.setValue(bar.value() + (3 if step == "wheel" else bar.pageStep()))
        QApplication.processEvents()

    benchmark.pedantic(frame, rounds=80)


@pytest.mark.benchmark(group="scroll")
@pytest.mark.parametrize("step", ["wheel", "page"])
def test_scroll_frame_bare(benchmark, bare, sources, step):
    bare.setPlainText(sources["1000000-5000"].text)
    bar = bare.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    bare.viewport().repaint()

    def frame():
        bar.setValue(bar.value() + (3 if step == "wheel" else bar.pageStep()))
        QApplication.processEvents()

    benchmark.pedantic(frame, rounds=80)


@pytest.mark.benchmark(group="width")
def test_another_width(benchmark, view, sources):
    view.set_transcript(sources["1000000-5000"])
    settled(view)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    settled(view)
    widths = iter(range(900, 1100))

    def resize():
        view.resize(next(widths), SIZE[1])
        QApplication.processEvents()
        paint(view)

    benchmark.pedantic(resize, rounds=30)
