import pytest

from app.collect.reading.captions import read_srt, read_vtt
from app.errors import UserError

VOICES = """WEBVTT

NOTE nothing

1
00:00:01.000 --> 00:00:02.000
<v Peneliti>Bagaimana <i>rapat</i>nya?</v>

00:00:02.500 --> 00:00:04.000
<v.loud Ibu Ani>Baik &amp; ramai.</v>

00:00:04.000 --> 00:00:05.000
<v Ibu Ani>Semua datang.
<v Peneliti>Semua?
"""


def test_voices_become_turns_and_consecutive_cues_of_one_voice_are_one():
    read = read_vtt("a.vtt", VOICES.encode())
    assert read.text.split("\n") == [
        "Peneliti: Bagaimana rapatnya?",
        "Ibu Ani: Baik & ramai. Semua datang.",
        "Peneliti: Semua?",
    ]
    assert [(read.text[t.start : t.end], t.speaker, t.is_researcher) for t in read.turns] == [
        ("Peneliti: Bagaimana rapatnya?", "Peneliti", True),
        ("Ibu Ani: Baik & ramai. Semua datang.", "Ibu Ani", False),
        ("Peneliti: Semua?", "Peneliti", True),
    ]


def cue(number, start, end, words):
    return f"{number}\n00:00:{start:02d},000 --> 00:00:{end:02d},000\n{words}\n\n"


def test_names_before_the_words_are_voices_too():
    words = (
        cue(1, 1, 2, "Ana Putri: Apa kabar?")
        + cue(2, 2, 3, "Budi: Baik,")
        + cue(3, 3, 4, "terima kasih.")
        + cue(4, 4, 5, "Budi: Sekali.")
        + cue(5, 5, 6, "Ana Putri: Lalu?")
    )
    read = read_srt("a.srt", words.replace("\n", "\r\n").encode("utf-8-sig"))
    assert read.text.split("\n") == [
        "Ana Putri: Apa kabar?",
        "Budi: Baik, terima kasih. Sekali.",
        "Ana Putri: Lalu?",
    ]
    assert [turn.speaker for turn in read.turns] == ["Ana Putri", "Budi", "Ana Putri"]


def test_captions_without_voices_become_paragraphs_at_pauses():
    words = (
        cue(1, 1, 2, "One goes")
        + cue(2, 2, 3, "on.")
        + cue(3, 9, 10, "<font color=red>After</font> a pause.")
    )
    read = read_srt("a.srt", words.encode())
    assert read.text == "One goes on.\nAfter a pause."
    assert read.turns == ()


@pytest.mark.parametrize("read", [read_vtt, read_srt])
def test_damaged_captions_say_so(read):
    with pytest.raises(UserError) as error:
        read("a.vtt", b"no captions\nat all\n")
    assert error.value.sentence("en") == (
        "“a.vtt” is not a well-formed caption file: a cue or the time of one cannot be read."
    )
