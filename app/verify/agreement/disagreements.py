"""Where two coders disagree, and how that was settled.

A disagreement is one code on a stretch of one source: codings of the two that overlap belong to the
same stretch, and it is listed where they do not match one to one (as segments match). Settling it
writes a resolution for each span: whether the code applies there, with a note. The codings stay as
each coder made them, so that the measure of their agreement stays what it was.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, tuple_
from sqlalchemy.orm import Session

from app.errors import UserError
from app.study import Study
from app.verify.agreement.agreement import Recipe, looked_at, matching
from app.verify.agreement.coded import Place, read_coded, read_codes
from app.verify.agreement.spans import Span, matches
from models.collection import Source
from models.design import Study as StudyRow
from models.reduction import Code, Coding, Excerpt
from models.verification import Resolution

CHOICES = ("left", "right", "both", "neither")
"""Whose codings apply."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One code on [start, end) of a source, with the spans of each coder there.

    `choice` is one of CHOICES, or "" while it is open.
    """

    source_id: int
    reference: str
    code_id: int
    code: str
    colour: str
    left: tuple[Span, ...]
    right: tuple[Span, ...]
    choice: str = ""
    note: str = ""

    @property
    def spans(self) -> tuple[Span, ...]:
        """All spans, each once, in the order of the text."""
        return tuple(sorted({*self.left, *self.right}))

    @property
    def start(self) -> int:
        """Where the first span begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where the last span ends."""
        return max(end for _, end in self.spans)

    @property
    def offered(self) -> tuple[str, ...]:
        """The choices that differ: where one coder alone coded, "both" is theirs."""
        seen: dict[frozenset[Span], str] = {}
        for choice in CHOICES:
            seen.setdefault(self.applying(choice), choice)
        return tuple(seen.values())

    def applying(self, choice: str) -> frozenset[Span]:
        """Return the spans to which the code applies by a choice."""
        left = self.left if choice in ("left", "both") else ()
        right = self.right if choice in ("right", "both") else ()
        return frozenset((*left, *right))


def disagreements(study: Study, recipe: Recipe) -> list[Disagreement]:
    """Return where two coders disagree in the sources that both coded, in the order of the texts.

    Those that were settled are among them, with the choice.
    """
    with study.read() as connection:
        coded = read_coded(connection)
        codes = read_codes(connection)
        least = matching(connection.scalar(select(StudyRow.settings)) or {})
        settled = _resolutions(connection)
    found = []
    for source in looked_at(coded, recipe):
        used = coded.codes_of(recipe.left, {source}) | coded.codes_of(recipe.right, {source})
        for code in (code for code in codes if code in used):
            left, right = (coded.of(who, source, code) for who in (recipe.left, recipe.right))
            for mine, theirs in stretches(left, right):
                if _agree(mine, theirs, least):
                    continue
                name, colour = codes[code].path, codes[code].colour
                at = (source, coded.references[source], code, name, colour, mine, theirs)
                found.append(_settled(Disagreement(*at), settled.get((source, code), {})))
    return sorted(found, key=lambda d: (d.reference, d.source_id, d.start, d.code))


def stretches(
    left: Collection[Span], right: Collection[Span]
) -> list[tuple[tuple[Span, ...], tuple[Span, ...]]]:
    """Group the spans of two coders: spans that share a character belong together."""
    found: list[tuple[list[Span], list[Span]]] = []
    reach = 0
    for span, side in sorted([*((s, 0) for s in left), *((s, 1) for s in right)]):
        if not found or span[0] >= reach:
            found.append(([], []))
        found[-1][side].append(span)
        reach = max(reach, span[1])
    return [(tuple(mine), tuple(theirs)) for mine, theirs in found]


def settle(study: Study, what: Disagreement, choice: str, note: str = "") -> None:
    """Write whose codings apply, in place of what was settled before; one step.

    Raises UserError for a choice that is not one of CHOICES, or where source or code are gone.
    """
    if choice not in CHOICES:
        raise UserError("agreement.unknown_choice", choice=choice)
    values = {"code": what.code, "source": what.reference}
    with study.change("agreement.history.settled", **values) as session:
        if not (session.get(Code, what.code_id) and session.get(Source, what.source_id)):
            raise UserError("agreement.gone")
        _forget(session, what)
        applying = what.applying(choice)
        for start, end in what.spans:
            session.add(
                Resolution(
                    source_id=what.source_id,
                    start=start,
                    end=end,
                    code_id=what.code_id,
                    applies=(start, end) in applying,
                    note=note.strip(),
                    coder_id=study.coder_id,
                )
            )


def reopen(study: Study, what: Disagreement) -> None:
    """Take back how a disagreement was settled; one step."""
    values = {"code": what.code, "source": what.reference}
    with study.change("agreement.history.reopened", **values) as session:
        _forget(session, what)


def settled_away(study: Study) -> list[int]:
    """Return the codings that were settled as not applying and are still there."""
    query = (
        select(Coding.id)
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .join(
            Resolution,
            (Resolution.source_id == Excerpt.source_id)
            & (Resolution.start == Excerpt.start)
            & (Resolution.end == Excerpt.end)
            & (Resolution.code_id == Coding.code_id),
        )
        .where(Resolution.applies.is_(False))
    )
    with study.read() as connection:
        return list(connection.scalars(query))


def _agree(left: tuple[Span, ...], right: tuple[Span, ...], least: float) -> bool:
    return len(left) == len(right) == len(matches(left, right, least))


def _resolutions(connection: Connection) -> dict[Place, dict[Span, tuple[bool, str]]]:
    found: dict[Place, dict[Span, tuple[bool, str]]] = {}
    rows = connection.execute(
        select(
            *(Resolution.source_id, Resolution.code_id, Resolution.start, Resolution.end),
            *(Resolution.applies, Resolution.note),
        )
    )
    for source, code, start, end, applies, note in rows:
        found.setdefault((source, code), {})[start, end] = (applies, note)
    return found


def _settled(what: Disagreement, known: Mapping[Span, tuple[bool, str]]) -> Disagreement:
    if not all(span in known for span in what.spans):
        return what
    applying = frozenset(span for span in what.spans if known[span][0])
    for choice in CHOICES:
        if what.applying(choice) == applying:
            note = known[what.spans[0]][1]
            at = (what.source_id, what.reference, what.code_id, what.code, what.colour)
            return Disagreement(*at, what.left, what.right, choice, note)
    return what


def _forget(session: Session, what: Disagreement) -> None:
    session.execute(
        delete(Resolution).where(
            Resolution.source_id == what.source_id,
            Resolution.code_id == what.code_id,
            tuple_(Resolution.start, Resolution.end).in_(what.spans),
        )
    )
