"""What a speaker's label says: a researcher who asks, one who answers, a code, or a name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.collect.label_words import ANSWERER_WORDS, RESEARCHER_WORDS

ASKING_LETTERS = frozenset("qt")
"""Question, Tanya."""
ANSWERING_LETTERS = frozenset("anj")
"""Answer, Narasumber, Jawab."""
AMBIGUOUS_LETTERS = frozenset("pir")
"""Peneliti or Participant, Interviewer or Informan, Researcher or Responden."""
_NUMBERED = re.compile(r"[\s-]*\d{1,2}$")
_CODE = re.compile(r"(?=[^\d]*\d)[A-Z]{1,4}(?:[-./_][A-Z]{1,5}){0,2}[-./_]?\d{1,3}[a-z]?")
_NO_CODE = re.compile(r"(F|Q|RQ|NO|BAB|RT|RW|TH|TABEL|FIG|H|COVID|KD|KI)[-./_]?\d+", re.IGNORECASE)
_QUESTION = re.compile('[?？؟]["”’)\\]]*\\s*$')
"""A turn that ends in a question: one who tells at length asks within a turn, not at its end."""
CLEARLY_ASKS = 0.2
"""Among names, a researcher asks in so many of the turns at least ..."""
ASKS_MORE = 1.5
"""... and so many times as often as the one who says most."""


def role_word(label: str) -> str:
    """Return "researcher", "answerer" or "ambiguous" for a label that is a word or letter of a
    role, else "".
    """
    plain = label.casefold().strip(" .")
    bare = _NUMBERED.sub("", plain)
    if bare in RESEARCHER_WORDS or plain in ASKING_LETTERS:
        return "researcher"
    if bare in ANSWERER_WORDS or plain in ANSWERING_LETTERS:
        return "answerer"
    return "ambiguous" if plain in AMBIGUOUS_LETTERS else ""


def looks_like_code(label: str) -> bool:
    """Tell a label with the letters and digits of an informant's code: KS-01, PG1, K-G-01."""
    return _CODE.fullmatch(label) is not None and _NO_CODE.fullmatch(label) is None


@dataclass(slots=True)
class _Share:
    turns: int = 0
    questions: int = 0
    words: int = 0

    @property
    def asks(self) -> float:
        return self.questions / self.turns if self.turns else 0.0


def researchers_among(spoken: Sequence[tuple[str, str]]) -> frozenset[str]:
    """Return the labels of the researchers, given each turn as its label and its words.

    A word such as Interviewer or Narasumber decides. P, I and R mean either, by language and
    habit: beside one who surely answers they ask; alone among themselves the one who asks most
    does. Among names only, it is whoever clearly asks more than the one who says most.
    """
    shares: dict[str, _Share] = {}
    for label, words in spoken:
        share = shares.setdefault(label, _Share())
        share.turns += 1
        share.questions += _QUESTION.search(words) is not None
        share.words += len(words)
    roles = {label: role_word(label) for label in shares}
    sure = {label for label, role in roles.items() if role == "researcher"}
    unclear = [label for label, role in roles.items() if role == "ambiguous"]
    others = {label for label, role in roles.items() if role in ("", "answerer")}
    if unclear and others:
        return frozenset(sure | {u for u in unclear if not sure or shares[u].asks > CLEARLY_ASKS})
    if unclear and not sure:
        return frozenset({_asks_most(unclear, shares)})
    return frozenset(sure or _asking_names(roles, shares))


def _asks_most(labels: Sequence[str], shares: dict[str, _Share]) -> str:
    """The first to speak wins a tie: a researcher opens the talk."""
    return max(labels, key=lambda label: shares[label].asks)


def _asking_names(roles: dict[str, str], shares: dict[str, _Share]) -> Iterable[str]:
    names = [n for n, role in roles.items() if not role and not looks_like_code(n)]
    if len(shares) < 2 or not names:
        return
    main = max(shares, key=lambda label: shares[label].words)
    for name in names:
        share = shares[name]
        more = share.asks > ASKS_MORE * shares[main].asks
        if name != main and share.turns > 1 and share.asks >= CLEARLY_ASKS and more:
            yield name
