"""Captions of a recording (vtt, srt): cues joined into the turns of those who speak.

Voices come from voice tags (`<v Ana>`), or from a name before the words of a cue, as meeting
programs write. Consecutive cues of one voice are one turn. Captions without voices become
paragraphs at pauses.
"""

import re
from dataclasses import dataclass
from html import unescape
from io import StringIO
from typing import Any

from app.collect.reading.cleaning import settled
from app.collect.reading.decoding import decode
from app.collect.reading.source import ReadSource
from app.collect.roles_of_labels import researchers_among
from app.collect.turns import Turn, find_turns
from app.errors import UserError

_VOICE = re.compile(r"<v(?:\.[^\s>]+)*\s+([^>]+)>")
_TAG = re.compile(r"</?(?:[cibuv]|ruby|rt|lang|font|\d\d:)[^>]*>", re.IGNORECASE)
_PAUSE = 2.0
"""Seconds of silence that begin a paragraph, where nobody says who speaks."""
_LONG_PARAGRAPH = 500
_ENDS = (".", "?", "!", "…", "。", "”", '"')


@dataclass(frozen=True, slots=True)
class _Cue:
    voice: str
    words: str
    start: float
    end: float


def read_vtt(name: str, data: bytes) -> ReadSource:
    """Read the WebVTT captions `name`. Raises UserError where they are damaged."""
    return _read(name, data, "vtt")


def read_srt(name: str, data: bytes) -> ReadSource:
    """Read the SubRip captions `name`. Raises UserError where they are damaged."""
    return _read(name, data, "srt")


def _read(name: str, data: bytes, kind: str) -> ReadSource:
    import webvtt
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    text = settled(decode(name, data))
    if not text.strip():
        raise UserError("collect.empty", file=name)
    try:
        captions: Any = webvtt.from_buffer(StringIO(text.lstrip("\n")), format=kind)
    except (MalformedFileError, MalformedCaptionError, ValueError) as error:
        raise UserError("collect.damaged_captions", file=name) from error
    cues = [cue for caption in captions for cue in _cues(caption)]
    if not any(cue.voice for cue in cues):
        cues = _named(cues)
    return _joined(kind, cues)


def _cues(caption: Any) -> list[_Cue]:
    """Cut a cue where its voice changes."""
    start = caption.start_time.in_milliseconds() / 1000
    end = caption.end_time.in_milliseconds() / 1000
    pieces = _VOICE.split(caption.raw_text)
    voices = ["", *pieces[1::2]]
    said = ((_plain(v), _plain(w)) for v, w in zip(voices, pieces[::2], strict=True))
    return [_Cue(voice, words, start, end) for voice, words in said if words]


def _plain(words: str) -> str:
    return " ".join(unescape(_TAG.sub("", words)).split())


def _named(cues: list[_Cue]) -> list[_Cue]:
    """Take the names that stand before the words of cues for voices, where they are consistent."""
    text = "\n".join(cue.words for cue in cues)
    begins = {turn.start: turn.speaker for turn in find_turns(text)}
    if not begins:
        return cues
    named, at, voice = [], 0, ""
    for cue in cues:
        words = cue.words
        if at in begins:
            voice = begins[at]
            words = words.partition(":")[2].strip()
        named.append(_Cue(voice, words, cue.start, cue.end))
        at += len(cue.words) + 1
    return named


def _joined(kind: str, cues: list[_Cue]) -> ReadSource:
    spoken: list[tuple[str, list[str]]] = []
    last: _Cue | None = None
    for cue in cues:
        if last is not None and _goes_on(spoken[-1], last, cue):
            spoken[-1][1].append(cue.words)
        else:
            spoken.append((cue.voice, [cue.words]))
        last = cue
    paragraphs, turns, start = [], [], 0
    researchers = researchers_among([(v, " ".join(w)) for v, w in spoken if v])
    for voice, words in spoken:
        paragraph = f"{voice}: {' '.join(words)}" if voice else " ".join(words)
        if voice:
            turns.append(Turn(start, start + len(paragraph), voice, voice in researchers))
        paragraphs.append(paragraph)
        start += len(paragraph) + 1
    return ReadSource(format=kind, text="\n".join(paragraphs), turns=tuple(turns))


def _goes_on(before: tuple[str, list[str]], last: _Cue, cue: _Cue) -> bool:
    voice, words = before
    if voice or cue.voice:
        return voice == cue.voice
    full = sum(map(len, words)) > _LONG_PARAGRAPH and last.words.endswith(_ENDS)
    return cue.start - last.end < _PAUSE and not full
