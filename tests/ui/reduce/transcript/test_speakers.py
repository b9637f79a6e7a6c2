import pytest

from app.reduce.transcript import Transcript, TurnSpan
from tests.ui.reduce.transcript.build import interview
from ui.reduce.transcript.reading import Reading
from ui.reduce.transcript.speakers import Speakers


@pytest.mark.parametrize(
    ("paragraph", "label"),
    [
        ("KS-01: I ask every teacher.", "KS-01: "),
        ("KS-01 :\tI ask every teacher.", "KS-01 :\t"),
        ("KS-01：I ask every teacher.", "KS-01："),
        ("KS-01 asked: who comes?", ""),
        ("KS-012: not the same", ""),
        ("KS-01:", ""),  # nothing is said behind it: then the words are the label
    ],
)
def test_the_label_at_the_start_of_a_turn(paragraph, label):
    speakers = Speakers(paragraph, [TurnSpan(0, len(paragraph), "KS-01")])
    opening = speakers.opening(0, len(paragraph))
    assert opening.turn.speaker == "KS-01"
    assert opening.label == len(label)


@pytest.mark.parametrize(
    ("paragraph", "start", "label"),
    [
        ("Pak Budi: I ask every teacher.", 10, 10),
        ("Pak Budi:  I ask every teacher.", 9, 11),
        ("[00:12:04] I ask every teacher.", 11, 0),
    ],
)
def test_a_label_that_stands_before_the_turn(paragraph, start, label):
    speakers = Speakers(paragraph, [TurnSpan(start, len(paragraph), "KS-01")])
    opening = speakers.opening(0, len(paragraph))
    assert opening.turn.speaker == "KS-01"
    assert opening.label == label


def test_a_turn_in_the_middle_of_a_paragraph_is_not_named_at_its_beginning():
    text = "First one speaks. Then another."
    speakers = Speakers(text, [TurnSpan(18, len(text), "KS-01")])
    assert speakers.opening(0, len(text)).turn is None


def test_only_the_first_paragraph_of_a_turn_names_the_speaker():
    text = "KS-01: one\ntwo\nR: three"
    speakers = Speakers(text, [TurnSpan(0, 14, "KS-01"), TurnSpan(15, 23, "R", True)])
    assert speakers.opening(0, 10).turn.speaker == "KS-01"
    assert speakers.opening(11, 14).turn is None
    assert speakers.opening(15, 23).turn.speaker == "R"


def test_a_selection_leaves_labels_and_line_ends_at_its_borders_out():
    reading = Reading(interview("R: Who comes?", "KS-01: All of them.", "", "R: Good."))
    text = reading.text
    start, end = reading.without_labels(0, len(text))
    assert text[start:end] == "Who comes?\nKS-01: All of them.\n\nR: Good."
    assert text[slice(*reading.without_labels(0, text.index("All")))] == "Who comes?"
    assert text[slice(*reading.without_labels(text.index("All"), text.index("Good")))] == (
        "All of them."
    )
    assert reading.without_labels(0, 2)[0] == reading.without_labels(0, 2)[1]


def test_the_words_of_a_paragraph():
    reading = Reading(interview("R: Who comes?", "KS-01: All of them."))
    text = reading.text
    for at in (0, 5, text.index("\n")):
        assert text[slice(*reading.paragraph_at(at))] == "Who comes?"
    assert text[slice(*reading.paragraph_at(len(text)))] == "All of them."
    assert Reading(Transcript(1, "", "", "")).paragraph_at(0) == (0, 0)
