"""A question to the coded excerpts, as plain values that can be kept and compared.

Terms stand in groups: an excerpt answers a question where it answers all terms of one group. So
“A and B, or C and not D” is ((A, B), (C, not D)).
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from app.errors import UserError

RELATIONS = ("", "overlaps", "near", "inside", "around")
SORTS = ("place", "date", "code", "informant", "role", "site", "weight", "direction", "coder")
GROUPS = ("", "source", "code", "informant", "role", "site")
FARTHEST = 1_000
"""Words that may stand between two codings that are near each other, at most."""


@dataclass(frozen=True, slots=True)
class Term:
    """What an excerpt is coded with; with a `relation`, how that coding stands to another one.

    overlaps: they share a character. near: they do, or at most `words` words stand between them.
    inside: it lies within the borders of the other, and is not the same span; around: the other way
    about. The other coding is of the code `other` in the same source, and is not the same coding.
    `branch` and `other_branch` take the codes under a code along. `negated` turns the term over.
    """

    code: int
    branch: bool = True
    negated: bool = False
    relation: str = ""
    other: int = 0
    other_branch: bool = True
    words: int = 0

    def __post_init__(self) -> None:
        """Raise UserError where the relation is not known or its words are too many."""
        if self.relation not in RELATIONS:
            raise UserError("retrieval.unknown_relation", name=self.relation)
        if not 0 <= self.words <= FARTHEST:
            raise UserError("retrieval.too_far", most=FARTHEST)


@dataclass(frozen=True, slots=True)
class Attribute:
    """A value that an attribute must have, one of `values`; `of` is source, informant or site."""

    of: str
    name: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Limits:
    """What the codings listed must be; None is no limit.

    `roles`, `categories`, `sites` and `informants` may hold None: without one. The dates are
    inclusive; a source without a date is outside any range. `words` is looked for in the excerpt's
    summary, the coding's memo and the memos on either, whatever the case. Only codings of `coders`
    are looked at at all, also by the terms; the other limits are on what is listed. Excerpts that
    were set aside are listed where `kept_only` is False; relations never look at them.
    """

    sources: frozenset[int] | None = None
    methods: frozenset[str] | None = None
    roles: frozenset[int | None] | None = None
    categories: frozenset[int | None] | None = None
    sites: frozenset[int | None] | None = None
    informants: frozenset[int | None] | None = None
    coders: frozenset[int] | None = None
    directions: frozenset[str] | None = None
    weights: frozenset[int] | None = None
    since: date | None = None
    until: date | None = None
    words: str = ""
    attributes: tuple[Attribute, ...] = ()
    kept_only: bool = True


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Question:
    """Which codings to list, in which order and groups.

    Those listed are of the codes that the terms of an answered group name without “not”; a group
    that names none lists every coding of its excerpts. No group at all lists all codings.
    """

    groups: tuple[tuple[Term, ...], ...] = ()
    limits: Limits = NO_LIMITS
    sort: str = SORTS[0]
    descending: bool = False
    group: str = "source"

    def __post_init__(self) -> None:
        """Raise UserError where the order or the grouping is not known."""
        for name, known in ((self.sort, SORTS), (self.group, GROUPS)):
            if name not in known:
                raise UserError("retrieval.unknown_order", name=name)

    @property
    def codes(self) -> frozenset[int]:
        """The codes that the terms name, of either side."""
        terms = [term for group in self.groups for term in group]
        others = {term.other for term in terms if term.relation}
        return frozenset({term.code for term in terms} | others)


# --- as settings -----------------------------------------------------------------------------


def to_settings(question: Question) -> dict[str, Any]:
    """Return a question as values that JSON can hold."""
    plain = _plain(asdict(question))
    assert isinstance(plain, dict)
    return plain


def from_settings(settings: Mapping[str, Any]) -> Question:
    """Return the question that `to_settings` wrote; what is not known in it is left out.

    Raises UserError where it cannot be understood.
    """
    try:
        groups = tuple(
            tuple(Term(**_known(Term, term)) for term in group)
            for group in settings.get("groups", ())
        )
        said = _known(Question, settings) | {"groups": groups}
        return Question(**said | {"limits": _limits(settings.get("limits", {}))})
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise UserError("retrieval.not_understood") from error


def _limits(settings: Mapping[str, Any]) -> Limits:
    said: dict[str, Any] = {}
    for name, value in _known(Limits, settings).items():
        if name == "attributes":
            value = tuple(Attribute(a["of"], a["name"], frozenset(a["values"])) for a in value)
        elif name in ("since", "until"):
            value = date.fromisoformat(value) if value else None
        elif isinstance(value, list):
            value = frozenset(value)
        said[name] = value
    return Limits(**said)


def _known(kind: Any, settings: Mapping[str, Any]) -> dict[str, Any]:
    return {each.name: settings[each.name] for each in fields(kind) if each.name in settings}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, (frozenset, set)):
        return sorted(value, key=lambda each: (each is not None, each))
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
