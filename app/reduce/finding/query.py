"""A question to the texts, parsed: words, "phrases", AND OR NOT, brackets, NEAR/5, begin*, /…/.

The operators are written in capitals, in English or Indonesian (DAN ATAU BUKAN DEKAT/5): in small
letters they are words like any other. Words without an operator between them must all be there.
"""

import re
from dataclasses import dataclass

from app.errors import UserError

DISTANCE = 10
"""So many words may stand between two that are NEAR each other, where it is not said."""

FARTHEST = 1_000


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a phrase of several; `begins` where it may go on, `lemma` for all its forms."""

    text: str
    begins: bool = False
    lemma: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression."""

    text: str


@dataclass(frozen=True, slots=True)
class Near:
    """Words of which the first and the last have at most `distance` others between them."""

    words: tuple[Word, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class All:
    """What must all be there, and what must not."""

    parts: tuple["Node", ...]
    without: tuple["Node", ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """Of which at least one must be there."""

    parts: tuple["Node", ...]


Node = Word | Pattern | Near | All | Any

_OPERATORS = {
    **dict.fromkeys(("AND", "DAN", "&"), "and"),
    **dict.fromkeys(("OR", "ATAU", "|"), "or"),
    **dict.fromkeys(("NOT", "BUKAN"), "not"),
}
_TOKEN = re.compile(
    r"""\s*(?:
      (?P<bracket>[()])
    | /(?P<pattern>(?:\\.|[^\\/])+)/(?=[\s()]|$)
    | (?P<near>(?:NEAR|DEKAT)(?:/(?P<distance>\d+))?(?=[\s()]|$))
    | (?P<lemma>lemma:)?(?:["“”](?P<phrase>[^"“”]*)["“”]|(?P<word>[^\s()"“”]+)|(?P<odd>["“”]))
    )""",
    re.VERBOSE,
)


def parse(words: str, *, lemma: bool = False, pattern: bool = False) -> Node | None:
    """Return the question that `words` ask; None where they have no letter and no digit.

    With `lemma` single words stand for all their forms; `lemma:word` says so of one. With
    `pattern` the whole is one regular expression. Raises UserError where an operator lacks its
    words or a bracket its partner.
    """
    if pattern:
        return Pattern(words) if words.strip() else None
    return _Parser(words, lemma).whole()


def has_pattern(node: Node) -> bool:
    """Tell whether a regular expression stands anywhere in `node`."""
    if isinstance(node, All):
        return any(map(has_pattern, (*node.parts, *node.without)))
    if isinstance(node, Any):
        return any(map(has_pattern, node.parts))
    return isinstance(node, Pattern)


def has_lemma(node: Node) -> bool:
    """Tell whether a word stands for all its forms anywhere in `node`."""
    if isinstance(node, All):
        return any(map(has_lemma, (*node.parts, *node.without)))
    if isinstance(node, Any | Near):
        inside: tuple[Node, ...] = node.words if isinstance(node, Near) else node.parts
        return any(map(has_lemma, inside))
    return isinstance(node, Word) and node.lemma


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str = ""
    node: Node | None = None
    distance: int = 0


class _Parser:
    def __init__(self, words: str, lemma: bool) -> None:
        self._lemma = lemma
        self._tokens = [token for found in _TOKEN.finditer(words) if (token := self._token(found))]
        self._at = 0

    def whole(self) -> Node | None:
        if not self._tokens:
            return None
        node = self._any()
        if self._at < len(self._tokens):
            raise UserError("searching.bracket_too_many")
        return node

    def _token(self, found: re.Match[str]) -> _Token | None:
        text = found[0].strip()
        if found["bracket"]:
            return _Token(text)
        if found["pattern"]:
            return _Token("node", text, Pattern(found["pattern"]))
        if found["near"]:
            distance = int(found["distance"] or DISTANCE)
            return _Token("near", text, distance=min(distance, FARTHEST))
        if text in _OPERATORS:
            return _Token(_OPERATORS[text], text)
        word = self._word(found)
        return _Token("node", text, word) if word is not None else None

    def _word(self, found: re.Match[str]) -> Word | None:
        phrase, word = found["phrase"], found["word"] or ""
        begins = phrase is None and word.endswith("*")
        said = "".join(filter(_storable, word.rstrip("*") if phrase is None else phrase))
        if not any(letter.isalnum() for letter in said):
            return None
        lemma = bool(found["lemma"]) or (self._lemma and phrase is None)
        return Word(said, begins, lemma and not begins and said.isalnum())

    def _peek(self) -> str:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else ""

    def _next(self) -> _Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _any(self) -> Node:
        parts = [self._all()]
        while self._peek() == "or":
            self._operand_after(self._next())
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def _all(self) -> Node:
        parts: list[Node] = []
        without: list[Node] = []
        while self._peek() not in ("", "or", ")"):
            if self._peek() == "and":
                operator = self._next()
                if not parts and not without:
                    raise UserError("searching.lacks_words", operator=operator.text)
                self._operand_after(operator)
            if self._peek() == "not":
                self._operand_after(self._next())
                without.append(self._near())
            else:
                parts.append(self._near())
        if not parts:
            raise UserError("searching.only_without" if without else "searching.empty_part")
        if len(parts) == 1 and not without:
            return parts[0]
        return All(tuple(parts), tuple(without))

    def _near(self) -> Node:
        parts, distances = [self._one()], []
        while self._peek() == "near":
            operator = self._next()
            self._operand_after(operator)
            distances.append(operator.distance)
            parts.append(self._one())
        if not distances:
            return parts[0]
        words = tuple(part for part in parts if isinstance(part, Word))
        if len(words) < len(parts):
            raise UserError("searching.near_needs_words")
        return Near(words, max(distances))

    def _one(self) -> Node:
        token = self._next()
        if token.node is not None:
            return token.node
        if token.kind != "(":
            raise UserError("searching.lacks_words", operator=token.text)
        node = self._any()
        if self._peek() != ")":
            raise UserError("searching.bracket_open")
        self._at += 1
        return node

    def _operand_after(self, operator: _Token) -> None:
        if self._peek() in ("", ")", "and", "or", "near"):
            raise UserError("searching.lacks_words", operator=operator.text)


def _storable(character: str) -> bool:
    """Tell whether a character can be given to the index: no NUL and no half of a pair."""
    return character != "\0" and not "\ud800" <= character <= "\udfff"
