"""Speaker labels at the start of a paragraph: `KS-01:`, `[00:01:02] Ana Putri:`, `**P:**`."""

import re
from typing import NamedTuple

from app.collect.label_words import PARTICLES
from app.collect.roles_of_labels import looks_like_code

LONGEST_LABEL = 40
MOST_WORDS = 4
_TIME = r"[\[(<]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])>]?"
_WORD = r"[^\s:：\[\](){}<>\"“”?!;,*|=]+"
_COLON = re.compile(
    rf"\s*(?:\*\*|__)?\s*(?:{_TIME}\s*[-–]?\s*)?(?:\*\*|__)?"
    rf"(?P<label>{_WORD}(?:[ \u00a0]{_WORD}){{0,{MOST_WORDS - 1}}})"
    rf"(?:[ \u00a0]*\([^()\n]{{1,40}}\))?(?:[ \u00a0]*{_TIME})?"
    r"[\s]*(?:\*\*|__)?[:：](?:\*\*|__)?(?P<next>.?)"
)
_BRACKETS = re.compile(rf"\s*\[(?P<label>{_WORD}(?:[ ]{_WORD}){{0,3}})\]\s")
_NAME_AND_TIME = re.compile(
    rf"\s*(?P<label>{_WORD}(?:[ \u00a0]{_WORD}){{0,{MOST_WORDS - 1}}})[\s]+{_TIME}\s*"
)
_CELLS = re.compile(rf"(?:\d{{1,4}}[.)]?\t)?(?P<label>{_WORD}(?:[ ]{_WORD}){{0,2}})\t")


class Mark(NamedTuple):
    """A label found at the start of a paragraph, and how it was set off."""

    label: str
    form: str
    """ "colon", "brackets", "time" (a line of its own) or "cell"."""


def mark_of(line: str) -> Mark | None:
    """Return the label with which a paragraph begins, or None. It may still be no speaker's."""
    if found := _COLON.match(line):
        label, following = found.group("label"), found.group("next")
        glued = following and not following.isspace()
        if glued and (following.isdigit() or following in "/\\"):
            return None
        return _mark(label, "colon")
    if found := _BRACKETS.match(line):
        label = found.group("label")
        return _mark(label, "brackets") if looks_like_code(label.upper()) else None
    if found := _CELLS.match(line):
        return _mark(found.group("label"), "cell")
    if found := _NAME_AND_TIME.fullmatch(line):
        return _mark(found.group("label"), "time")
    return None


def plain_label(label: str) -> str:
    """Return the form by which labels are compared: letter case and spaces do not count."""
    return " ".join(label.split()).casefold().strip("*_")


def is_name_like(label: str) -> bool:
    """Tell a label that may be a name: no word of it begins with a small letter."""
    words = label.split()
    return any(c.isalpha() for c in label) and all(
        not word[0].islower() or word in PARTICLES for word in words
    )


def _mark(label: str, form: str) -> Mark | None:
    label = " ".join(label.split()).strip("*_")
    if not label or len(label) > LONGEST_LABEL:
        return None
    return Mark(label, form)
