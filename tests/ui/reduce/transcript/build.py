"""Made-up transcripts, and where their words are on the screen."""

import random

from PySide6.QtCore import QPoint

from app.reduce.transcript import CodingSpan, Transcript, TurnSpan

VOICE = (
    "guru kelompok kerja sekolah program pelatihan kepala pengawas silabus evaluasi yang dan untuk "
    "the teachers of seven schools come to plan their lessons"
)
WORDS = VOICE.split()


def coding(coding_id, start, end, name="Planning", colour="#2b7de9", **more):
    return CodingSpan(coding_id, coding_id, coding_id, start, end, name, colour, **more)


def on_words(text, words, coding_id=1, name="Planning", colour="#2b7de9", **more):
    """A coding on the first place where `words` stand."""
    start = text.index(words)
    return coding(coding_id, start, start + len(words), name, colour, **more)


def interview(*paragraphs, codings=(), source_id=7):
    """A transcript of "Speaker: words" paragraphs; "R" is the researcher."""
    text, turns = "", []
    for paragraph in paragraphs:
        start = len(text)
        text += paragraph + "\n"
        speaker, colon, _ = paragraph.partition(":")
        if colon:
            turns.append(TurnSpan(start, len(text) - 1, speaker, speaker == "R"))
    return Transcript(source_id, "W/KS-01", "An interview", text[:-1], tuple(codings), tuple(turns))


def long_interview(characters, codings=0, shortest=3, longest=90, seed=1):
    """An interview of about so many characters, with codings at random places."""
    chance = random.Random(seed)
    paragraphs, size = [], 0
    while size < characters:
        speaker = "KS-01" if len(paragraphs) % 2 else "R"
        words = " ".join(chance.choices(WORDS, k=chance.randint(shortest, longest)))
        paragraphs.append(f"{speaker}: {words}")
        size += len(paragraphs[-1]) + 1
    made = interview(*paragraphs)
    spans = []
    for number in range(1, codings + 1):
        start = chance.randrange(max(1, len(made.text) - 500))
        end = start + chance.randint(40, 400)
        colour = chance.choice(("#2b7de9", "#c2410c", "#0f766e", "#9333ea"))
        direction = chance.choice(("affirms", "affirms", "denies", "mixed"))
        name = f"Code {number % 150}"
        spans.append(coding(number, start, end, name, colour, direction=direction, coder="A"))
    spans.sort(key=lambda span: span.start)
    return Transcript(7, "W/KS-01", "A long one", made.text, tuple(spans), made.turns)


def point_of(view, position, after=False):
    """The middle of a character on the viewport; with `after`, just before its right edge."""
    left, _ = view.on_screen().edges(position, position + 1)
    assert left is not None, f"{position} is not on the screen"
    point = left.center().toPoint()
    return QPoint(int(left.right()), point.y()) if after else point
