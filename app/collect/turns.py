"""Speaker turns in a transcript: who says which stretch of it."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from app.collect.label_words import NO_SPEAKERS
from app.collect.labels import Mark, is_name_like, mark_of, plain_label
from app.collect.roles_of_labels import looks_like_code, researchers_among, role_word

DENSE = 0.6
"""Where so many of the paragraphs are labelled, a full name is a speaker though it comes once."""
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch [start, end) of a text said by one speaker, in code points.

    It begins with the label and covers the paragraphs up to the next label.
    """

    start: int
    end: int
    speaker: str
    is_researcher: bool


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    mark: Mark
    asks: bool


def find_turns(text: str, known: Collection[str] = ()) -> tuple[Turn, ...]:
    """Return the turns of a transcript in order; none where the text has no consistent speakers.

    `known` are codes and pseudonyms of informants: they are speakers wherever they stand as a
    label. So is a label with the letters of a code. A role (P, Narasumber, Interviewer) or a name
    must come back; a word such as "Catatan" is none.
    """
    places = [
        _Place(line.start(), mark, line.group().rstrip().endswith("?"))
        for line in _LINE.finditer(text)
        if (mark := mark_of(line.group())) is not None
    ]
    speakers = _speakers(text, places, frozenset(map(plain_label, known)))
    spoken = [place for place in places if plain_label(place.mark.label) in speakers]
    spans = list(_spans(text, spoken))
    names = [speakers[plain_label(place.mark.label)] for place in spoken]
    said = [(name, text[start:end]) for name, (start, end) in zip(names, spans, strict=True)]
    researchers = researchers_among(said)
    return tuple(
        Turn(start, end, speaker, speaker in researchers)
        for speaker, (start, end) in zip(names, spans, strict=True)
    )


def _spans(text: str, spoken: list[_Place]) -> Iterator[tuple[int, int]]:
    for number, place in enumerate(spoken):
        limit = spoken[number + 1].start if number + 1 < len(spoken) else len(text)
        yield place.start, place.start + len(text[place.start : limit].rstrip())


def _speakers(text: str, places: list[_Place], known: Collection[str]) -> Mapping[str, str]:
    """Return the labels that are speakers, as they are compared, with their first spelling."""
    spelled: dict[str, str] = {}
    for place in places:
        spelled.setdefault(plain_label(place.mark.label), place.mark.label)
    counts = Counter(plain_label(place.mark.label) for place in places if place.mark.form != "cell")
    if not counts or not _consistent(counts, spelled, known):
        counts = _cells(places) or counts
    strong = {
        label
        for label, count in counts.items()
        if _is_strong(spelled[label], count, label in known)
    }
    named = {label for label in strong if not _identifies(spelled[label], label in known)}
    if len(strong) < 2 and named == strong:
        strong -= {label for label in named if not role_word(spelled[label])}
    weak = _weak(places, counts, spelled, strong)
    accepted = strong | weak
    accepted |= _once_among_many(text, places, counts, spelled, accepted)
    return {label: spelled[label] for label in accepted}


def _is_strong(label: str, count: int, is_known: bool) -> bool:
    if is_known or looks_like_code(label):
        return True
    if count < 2 or plain_label(label) in NO_SPEAKERS:
        return False
    if looks_like_code(label.upper()):
        return True
    return bool(role_word(label)) or is_name_like(label)


def _identifies(label: str, is_known: bool) -> bool:
    return is_known or looks_like_code(label.upper())


def _consistent(
    counts: Mapping[str, int], spelled: Mapping[str, str], known: Collection[str]
) -> bool:
    return any(_is_strong(spelled[label], count, label in known) for label, count in counts.items())


def _cells(places: list[_Place]) -> Counter[str]:
    """Count the labels in the first cells of rows, where a table is a transcript.

    It is one when at least two labels come back and one of them is a researcher's; a list of
    informants has each code once.
    """
    counts = Counter(plain_label(place.mark.label) for place in places if place.mark.form == "cell")
    again = Counter({label: count for label, count in counts.items() if count > 1})
    asking = any(role_word(label) in ("researcher", "ambiguous") for label in again)
    return again if len(again) > 1 and asking else Counter()


def _weak(
    places: list[_Place],
    counts: Mapping[str, int],
    spelled: Mapping[str, str],
    strong: Collection[str],
) -> set[str]:
    """Return role labels that come once. One alone is no talk; and before the talk proper a word
    with no question behind it is its heading instead ("Narasumber: Ibu Siti").
    """
    once = {label for label, n in counts.items() if n == 1 and role_word(spelled[label])}
    if len(strong) >= 2:
        first = next(p.start for p in places if plain_label(p.mark.label) in strong)
        head = {
            plain_label(place.mark.label)
            for place in places
            if place.start < first and len(place.mark.label) > 1 and not place.asks
        }
        return once - head
    return once if len(once) + len(strong) >= 2 else set()


def _once_among_many(
    text: str,
    places: list[_Place],
    counts: Mapping[str, int],
    spelled: Mapping[str, str],
    accepted: Collection[str],
) -> set[str]:
    found = [place for place in places if plain_label(place.mark.label) in accepted]
    if len(accepted) < 2 or not found:
        return set()
    paragraphs = sum(1 for line in _LINE.finditer(text, found[0].start) if line.group().strip())
    if len(found) < DENSE * paragraphs:
        return set()
    return {
        label
        for label, count in counts.items()
        if count == 1
        and label not in accepted
        and len(label.split()) > 1
        and is_name_like(spelled[label])
        and not any(word in NO_SPEAKERS for word in label.split())
    }
