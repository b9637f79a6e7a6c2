"""The four methods by their names and letters, in Indonesian and English."""

import re

from app.collect.label_words import words
from app.errors import UserError
from models.design import METHODS

INTERVIEW, OBSERVATION, QUESTIONNAIRE, DOCUMENTATION = METHODS
_NAMES = {
    INTERVIEW: words("interview interviews wawancara wwcr w i fgd"),
    OBSERVATION: words("observation observations observasi pengamatan obs o"),
    QUESTIONNAIRE: words("questionnaire kuesioner kuisioner angket survey survei k q"),
    DOCUMENTATION: words("documentation document documents dokumentasi dokumen dok d"),
}
_IN_NAMES = {
    INTERVIEW: r"wawancara|interview|wwcr|fgd|focus[ _-]?group|diskusi[ _-]?kelompok",
    OBSERVATION: r"observasi|observation|pengamatan|catatan[ _-]?lapangan|field[ _-]?notes?|obs",
    QUESTIONNAIRE: r"kuesioner|kuisioner|angket|questionnaire|survey|survei",
    DOCUMENTATION: r"dokumentasi|dokumen|documentation|document|dok|arsip|notulen|minutes|"
    r"laporan|report|sk|memo|jadwal|program",
}
_WORDS = {
    method: re.compile(rf"(?<![^\W\d_])(?:{pattern})(?![^\W\d_])", re.IGNORECASE)
    for method, pattern in _IN_NAMES.items()
}
_LETTER = re.compile(r"^(?P<letter>[WIOKQD])(?=[-_/. ]|\d)", re.IGNORECASE)
_OF_LETTER = {
    "w": INTERVIEW,
    "i": INTERVIEW,
    "o": OBSERVATION,
    "k": QUESTIONNAIRE,
    "q": QUESTIONNAIRE,
    "d": DOCUMENTATION,
}


def read_method(name: str) -> str | None:
    """Return the method that `name` is, a name or a letter in either language, or None."""
    plain = name.strip().casefold()
    return next((method for method, names in _NAMES.items() if plain in names), None)


def method_named(name: str) -> str:
    """Return the method that `name` is. Raises UserError where it is none."""
    method = read_method(name)
    if method is None:
        raise UserError("collect.unknown_method", method=name)
    return method


def method_in(words_: str) -> str | None:
    """Return the method that a word of a file name or a heading tells, or None."""
    found = (
        (match.start(), method)
        for method, pattern in _WORDS.items()
        if (match := pattern.search(words_)) is not None
    )
    return min(found, default=(0, None))[1]


def letter_in(stem: str) -> tuple[str | None, str]:
    """Return the method by the letter that a file name begins with, and the rest of the name."""
    match = _LETTER.match(stem)
    if match is None:
        return None, stem
    return _OF_LETTER[match.group("letter").lower()], stem[match.end() :].lstrip("-_/. ")
