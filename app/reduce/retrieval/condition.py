"""What a question asks, as conditions of one query over codings and their excerpts."""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    and_,
    false,
    func,
    literal,
    or_,
    select,
    true,
)

from app.reduce import capacity
from app.reduce.code_tree import Tree, read_tree
from app.reduce.excerpts import ExcerptFilter
from app.reduce.overlaps import read_spans
from app.reduce.retrieval.asking import Attribute, Limits, Question, Term
from app.reduce.retrieval.relating import Quote, related
from models.collection import Source
from models.design import Informant, Site
from models.reduction import Coding, Excerpt, Memo

Condition = ColumnElement[bool]


def conditions(connection: Connection, question: Question, quote: Quote) -> Iterator[Condition]:
    """Yield what a coding and its excerpt must be, over what `plain_filter` says already."""
    if question.groups:
        tree = read_tree(connection)
        known = {code for code in question.codes if code in tree.parents}
        answer = _Answer(connection, tree, known, question.limits.coders, quote)
        yield or_(*(answer.group(group) for group in question.groups))
    yield from _limits(question.limits)


def plain_filter(limits: Limits) -> ExcerptFilter:
    """Return those limits that lists of excerpts know too."""
    return ExcerptFilter(
        sources=limits.sources,
        methods=limits.methods,
        roles=limits.roles,
        categories=limits.categories,
        sites=limits.sites,
        informants=limits.informants,
        directions=limits.directions,
        coders=limits.coders,
        kept_only=limits.kept_only,
    )


def within(column: Any, ids: Collection[int]) -> Condition:
    """Return that `column` is one of any number of ids: they go into the statement as one value."""
    values = func.json_each(json.dumps(sorted(ids))).table_valued("value")
    found: Condition = column.in_(select(values.c.value))
    return found


class _Answer:
    """Turns terms into conditions; what a relation holds for is worked out once for each term."""

    def __init__(
        self,
        connection: Connection,
        tree: Tree,
        known: Collection[int],
        coders: Collection[int] | None,
        quote: Quote,
    ) -> None:
        self._connection, self._tree, self._known = connection, tree, known
        self._coders, self._quote = coders, quote

    def group(self, terms: tuple[Term, ...]) -> Condition:
        """Return that an excerpt answers all terms and its coding is of a code they name."""
        parts = [~self._holds(term) if term.negated else self._holds(term) for term in terms]
        named = [term for term in terms if not term.negated]
        if named:
            codes = {code for t in named for code in self._codes(t.code, branch=t.branch)}
            parts.append(within(Coding.code_id, codes))
        return and_(true(), *parts)

    def _holds(self, term: Term) -> Condition:
        codes = self._codes(term.code, branch=term.branch)
        if not codes:
            return false()
        if term.relation:
            return within(Excerpt.id, self._related(term, codes))
        tagged = Coding.__table__.alias()
        coded = select(tagged.c.excerpt_id).where(within(tagged.c.code_id, codes))
        if self._coders is not None:
            coded = coded.where(tagged.c.coder_id.in_(self._coders))
        return Excerpt.id.in_(coded)

    def _related(self, term: Term, codes: Collection[int]) -> list[int]:
        others = self._codes(term.other, branch=term.other_branch)
        if not others:
            return []
        one = read_spans(self._connection, codes=codes, coders=self._coders)
        other = read_spans(self._connection, codes=others, coders=self._coders)
        found: list[int] = related(term.relation, one, other, term.words, self._quote).tolist()
        return found

    def _codes(self, code: int, *, branch: bool) -> tuple[int, ...]:
        """Return the codes meant; none where the code is gone."""
        if code not in self._known:
            return ()
        return self._tree.branch(code) if branch else (code,)


# --- limits ----------------------------------------------------------------------------------


def _limits(limits: Limits) -> Iterator[Condition]:
    if limits.weights is not None:
        yield Coding.weight.in_(limits.weights)
    if limits.since is not None or limits.until is not None:
        days: Select[int] = select(Source.id).where(Source.date.is_not(None))
        if limits.since is not None:
            days = days.where(Source.date >= limits.since)
        if limits.until is not None:
            days = days.where(Source.date <= limits.until)
        yield Excerpt.source_id.in_(days)
    for word in limits.words.split():
        yield _said(word)
    for attribute in limits.attributes:
        yield _has(attribute)


_OF: Mapping[str, tuple[Any, Any]] = {
    "source": (Source, Excerpt.source_id),
    "informant": (Informant, Excerpt.speaker_id),
    "site": (Site, capacity.site_id),
}


def _has(attribute: Attribute) -> Condition:
    entity, column = _OF[attribute.of]
    pairs = func.json_each(entity.attributes).table_valued("key", "value")
    fitting = (
        select(literal(1))
        .select_from(pairs)
        .where(pairs.c.key == attribute.name, pairs.c.value.in_(attribute.values))
        .correlate(entity)
        .exists()
    )
    found: Condition = column.in_(select(entity.id).where(fitting))
    return found


def _said(word: str) -> Condition:
    """Return that a word stands in the summary, the memo or a memo on either."""
    on_either = or_(
        and_(Memo.on_entity == "coding", Memo.on_id == Coding.id),
        and_(Memo.on_entity == "excerpt", Memo.on_id == Excerpt.id),
    )
    memo = or_(_contains(Memo.title, word), _contains(Memo.text, word))
    memos = select(literal(1)).where(on_either, memo).correlate(Coding, Excerpt).exists()
    return or_(_contains(Excerpt.summary, word), _contains(Coding.memo, word), memos)


def _contains(column: Any, word: str) -> Condition:
    # SQLite lowers ASCII only; the same on both sides lets other letters stand as they are.
    found: Condition = func.instr(func.lower(column), func.lower(literal(word, String))) > 0
    return found
