import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from ui.theme import serif_font
from ui.widgets.text_lines import break_lines

LONG = "Equipment is there. It is booked late, that is all, and then the hall is locked. " * 6


def test_short_words_stay_in_one_line(qapp):
    assert break_lines("Six teachers", serif_font(), 400, 3) == ["Six teachers"]


def test_line_ends_of_the_transcript_become_spaces(qapp):
    assert break_lines("one\n\ntwo", serif_font(), 400, 3) == ["one two"]


@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_long_text_fills_the_lines_and_ends_in_an_ellipsis(qapp, most):
    lines = break_lines(LONG, serif_font(), 300, most)
    assert len(lines) == most
    assert lines[-1].endswith("…")
    widths = [QFontMetricsF(serif_font()).horizontalAdvance(line) for line in lines]
    assert max(widths) <= 301


def test_an_emoji_does_not_shift_the_breaks(qapp):
    text = "😀 " * 3 + LONG
    lines = break_lines(text, serif_font(), 300, 3)
    rejoined = " ".join(line.rstrip("…") for line in lines)
    assert " ".join(text.split()).startswith(rejoined.strip()[:-3])


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=400), width=st.integers(60, 900))
def test_any_text_is_broken_without_losing_its_start(qapp, text, width):
    flat = " ".join(text.split())
    lines = break_lines(text, serif_font(), width, 3)
    assert 1 <= len(lines) <= 3
    kept = "".join(line for line in lines).replace(" ", "").rstrip("…")
    assert flat.replace(" ", "").startswith(kept)
