from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from ui.reduce.transcript.positions import Positions, shown

LETTERS = st.one_of(
    st.characters(exclude_categories=("Cs",)),
    st.sampled_from("ab \n😀👩‍🏫é𝔸שלום\u0301\u200f\u2029\u2028\r\ufdd0\ufffc"),
)
TEXTS = st.text(LETTERS, max_size=60)


def units(text):
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_every_position_goes_to_its_unit_and_back(text):
    positions = Positions(text)
    for at in range(len(text) + 1):
        assert positions.to_units(at) == units(text[:at])
        assert positions.to_code_points(positions.to_units(at)) == at


@given(TEXTS)
def test_the_middle_of_a_pair_belongs_to_its_character(text):
    positions = Positions(text)
    for at, letter in enumerate(text):
        if units(letter) == 2:
            assert positions.to_code_points(positions.to_units(at) + 1) == at


def test_a_text_of_the_basic_plane_needs_no_search():
    positions = Positions("Sekolah é שלום\n" * 1000)
    assert positions.to_units(4321) == 4321
    assert positions.to_code_points(4321) == 4321
    assert not positions._astral


@given(TEXTS)
def test_a_document_keeps_what_is_shown_unit_for_unit(text):
    document = QTextDocument()
    document.setPlainText(shown(text))
    assert document.characterCount() - 1 == units(text)
    assert document.blockCount() == text.count("\n") + 1
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + units(line) + 1)
    for number, start in enumerate(starts[:-1]):
        assert document.findBlockByNumber(number).position() == start
