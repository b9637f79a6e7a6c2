import pytest

from app.exchange.placing import places

TEXT = "A: Ya.\nB: Ya.\nB: Saya kira begitu.\nHasil.\nHasil baik"
TURNS = [(0, 6, "A"), (7, 13, "B"), (14, 35, "B")]


def says(start, end):
    return next((who for low, high, who in TURNS if low <= start and end <= high), "")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ([("Ya.", "A"), ("Ya.", "B")], [(3, 6), (10, 13)]),
        ([("Ya.", "b"), ("Ya.", "a")], [(10, 13), (3, 6)]),
        ([("a", "")], [None]),
        ([("kira", "A")], [None]),
        ([("kira", "B")], [(22, 26)]),
        ([("kira", "")], [(22, 26)]),
        ([("Hasil", "")], [(35, 40)]),
        ([("Hasil.", "")], [(35, 41)]),
        ([("Ya.", ""), ("Ya.", ""), ("Ya.", "")], [(3, 6), (10, 13), None]),
        ([("not there", "")], [None]),
        ([("Hasil baik", "C")], [(42, 52)]),
    ],
)
def test_words_are_found_where_their_informant_says_them(wanted, found):
    assert places(TEXT, wanted, says) == found
