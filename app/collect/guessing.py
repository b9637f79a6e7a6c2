"""What a file's name and first lines tell of a source: method, informants, site, date."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.collect.dates import find_date
from app.collect.labels import plain_label
from app.collect.methods import (
    DOCUMENTATION,
    INTERVIEW,
    OBSERVATION,
    QUESTIONNAIRE,
    letter_in,
    method_in,
)
from app.collect.roles_of_labels import looks_like_code, role_word
from app.collect.turns import Turn
from app.faults import one_line

HEAD_CHARACTERS = 2_000
HEAD_LINES = 20
LONGEST_SITE = 60
_TOKEN = re.compile(r"(?<![^\W_])[A-Z]{1,4}(?:[-.][A-Z]{1,4}){0,2}[-_.]?\d{1,3}(?![^\W_])")
_SEPARATORS = re.compile(r"[\W_]+")
_ABOUT_WHOM = re.compile(
    r"^\s*(?:kode\s+)?(?:informan|narasumber|responden|informant|respondent|interviewee|"
    r"participant|partisipan|subjek|kode|code)(?:\s+code)?\s*[:=]\s*(?P<value>.{1,80})$",
    re.IGNORECASE | re.MULTILINE,
)
_ABOUT_SITE = re.compile(
    r"^\s*(?:sekolah|asal\s+sekolah|lokasi|situs|school|site)\s*[:=]\s*(?P<value>.{1,80})$",
    re.IGNORECASE | re.MULTILINE,
)
_ABOUT_DATE = re.compile(r"^.*(?:tanggal|tgl|date|hari).*$", re.IGNORECASE | re.MULTILINE)
_CATEGORY_WORDS = {
    DOCUMENTATION: ("document", "dokumen", "documents", "dokumentasi", "cluster document"),
    OBSERVATION: ("activity", "kegiatan", "aktivitas", "kkg activity", "kegiatan kkg"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """What the study knows by now: informants' codes (with pseudonyms), sites, categories."""

    informants: Mapping[str, str] = field(default_factory=dict)
    sites: Sequence[str] = ()
    categories: Sequence[str] = ()

    def names(self) -> set[str]:
        """Return all codes and pseudonyms: labels that are speakers for sure."""
        return {name for pair in self.informants.items() for name in pair if name}

    def code_of(self, label: str) -> str:
        """Return the code of the informant whose code or pseudonym `label` is, or ""."""
        plain = plain_label(label)
        for code, pseudonym in self.informants.items():
            if plain in (plain_label(code), plain_label(pseudonym)):
                return code
        squeezed = _squeezed(label)
        return next((c for c in self.informants if _squeezed(c) == squeezed), "")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A label of the turns: whom it stands for, how many turns and words (characters) it has."""

    label: str
    informant: str
    is_researcher: bool
    turns: int
    words: int


@dataclass(frozen=True, slots=True)
class SourceGuess:
    """All that could be told. `informants` are codes; `site` a name; "" where nothing tells."""

    title: str
    method: str
    informants: tuple[str, ...]
    category: str
    site: str
    date: date | None
    speakers: tuple[Speaker, ...]


def guess(
    path: Path, text: str, turns: Sequence[Turn] = (), known: Known | None = None, kind: str = ""
) -> SourceGuess:
    """Guess what a source is from its file's name and its first lines.

    `kind` is the format that its content has: captions are of a talk, tables of a questionnaire.
    """
    known = known or Known()
    head = "\n".join(text[:HEAD_CHARACTERS].split("\n")[:HEAD_LINES])
    by_letter, rest = letter_in(path.stem)
    method = _method(path, head, turns, by_letter, kind)
    named = _informants(rest if by_letter else path.stem, head, known)
    speakers = tie_speakers(turns, named, known)
    informants = tuple(dict.fromkeys([*named, *(s.informant for s in speakers if s.informant)]))
    return SourceGuess(
        title=" ".join(one_line(path.stem).replace("_", " ").split()) or one_line(path.name),
        method=method,
        informants=informants,
        category="" if informants else category_for(method, known.categories),
        site=_site(path.stem, head, known.sites),
        date=find_date(path.stem.replace("_", " ")) or _date(head),
        speakers=speakers,
    )


def tie_speakers(
    turns: Sequence[Turn], informants: Sequence[str], known: Known | None = None
) -> tuple[Speaker, ...]:
    """Return the labels of `turns`, most words first, each tied to an informant where that is sure.

    A code or a pseudonym ties itself. "Narasumber", "N" and a single name stand for the one
    informant of the source; names among several stand for informants of that name.
    """
    known = known or Known()
    words: Counter[str] = Counter()
    count: Counter[str] = Counter()
    researchers = {turn.speaker for turn in turns if turn.is_researcher}
    for turn in turns:
        words[turn.speaker] += turn.end - turn.start
        count[turn.speaker] += 1
    answering = [label for label in words if label not in researchers]
    named = [a for a in answering if not _own_code(a, known) and not role_word(a)]
    anonymous = [a for a in answering if role_word(a)]
    free = [i for i in informants if i not in {_own_code(a, known) for a in answering}]
    tied = {}
    for label in answering:
        own = _own_code(label, known)
        one_left = len(free) == 1 and len(named) + len(anonymous) == 1
        tied[label] = own or (free[0] if one_left else label if label in named else "")
    return tuple(
        Speaker(label, tied.get(label, ""), label in researchers, count[label], total)
        for label, total in words.most_common()
    )


def category_for(method: str, categories: Collection[str]) -> str:
    """Return which of the study's categories a source without an informant has by its method."""
    wanted = _CATEGORY_WORDS.get(method, ())
    return next((name for name in categories if name.casefold() in wanted), "")


def _own_code(label: str, known: Known) -> str:
    return known.code_of(label) or (label if looks_like_code(label) else "")


def _method(path: Path, head: str, turns: Sequence[Turn], by_letter: str | None, kind: str) -> str:
    told = method_in(path.stem) or by_letter or method_in(path.parent.name)
    if told:
        return told
    if turns or kind in ("vtt", "srt"):
        return INTERVIEW
    if kind in ("csv", "xlsx"):
        return QUESTIONNAIRE
    first = "\n".join(head.split("\n")[:3])
    return method_in(first) or DOCUMENTATION


def _informants(stem: str, head: str, known: Known) -> tuple[str, ...]:
    """Return codes from the name, else from the lines that say whom the source is about."""
    found = _codes_in(stem, known)
    if not found:
        for line in _ABOUT_WHOM.finditer(head):
            value = line.group("value").strip()
            whole = known.code_of(value)
            found += [whole] if whole else _codes_in(value, known)
    return tuple(dict.fromkeys(found))


def _codes_in(words: str, known: Known) -> list[str]:
    squeezed = f" {_SEPARATORS.sub(' ', words).casefold()} "
    found = [
        code
        for code in known.informants
        if f" {_SEPARATORS.sub(' ', code).casefold().strip()} " in squeezed
        or f" {_squeezed(code)} " in squeezed
    ]
    for token in _TOKEN.findall(words):
        code = token.replace("_", "-")
        if looks_like_code(code) and not any(_squeezed(code) in _squeezed(f) for f in found):
            found.append(code)
    return found


def _site(stem: str, head: str, sites: Sequence[str]) -> str:
    places = f" {_SEPARATORS.sub(' ', stem)} {_SEPARATORS.sub(' ', head)} ".casefold()
    longest = sorted(sites, key=len, reverse=True)
    for site in longest:
        if f" {_SEPARATORS.sub(' ', site).casefold().strip()} " in places:
            return site
    told = _ABOUT_SITE.search(head)
    value = " ".join(told.group("value").split()) if told else ""
    return value if len(value) <= LONGEST_SITE else ""


def _date(head: str) -> date | None:
    lines = (line.group() for line in _ABOUT_DATE.finditer(head))
    return next((day for line in lines if (day := find_date(line))), None) or find_date(head)


def _squeezed(code: str) -> str:
    return _SEPARATORS.sub("", code).casefold()
