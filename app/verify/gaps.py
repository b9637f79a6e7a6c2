"""What is missing: for each focus and each finding, what would settle it, as a list of to-dos."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, select

from app.language.words import say
from app.reduce.excerpts import ExcerptFilter, ExcerptRow, excerpts
from app.study import Study
from app.verify.asked import AskedGrid, AskedState, asked_grid
from app.verify.claims import Claim, label_of
from app.verify.rules.cells import Cell, CellVerdict
from app.verify.rules.dimension import DimensionVerdict
from app.verify.rules.overall import Overall
from app.verify.rules.roles import COMPARED_ROLES
from app.verify.rules.votes import CONTRADICTS
from app.verify.triangulation import Triangulated, Triangulation, triangulate
from app.verify.voices import Pair
from app.verify.wording import listed, method_name, word
from models.reduction import Memo
from models.verification import Check, ChecklistAnswer

TICKS = "gaps"
"""The checklist under which ticks are kept."""


class GapKind(StrEnum):
    """What is missing; the order is that of the list."""

    CONTESTED = "contested"
    CHANGED = "changed"
    NO_EVIDENCE = "no_evidence"
    SINGLE = "single"
    ROLE_SILENT = "role_silent"
    ROLE_UNHEARD = "role_unheard"
    METHOD_SILENT = "method_silent"
    CATEGORY_SILENT = "category_silent"
    NEGATIVE = "negative"
    NEVER_ASKED = "never_asked"
    NO_FINDING = "no_finding"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing to do. `key` names it as long as it is missing, so that its tick is kept.

    `claim` is None where a whole focus is meant; `cell` is the method, category or role kind.
    `informants` (id, code) are those to ask; `quotes` the two sides of what is contested.
    """

    key: str
    kind: GapKind
    claim: Claim | None
    question_id: int | None
    focus: str
    cell: str = ""
    informants: tuple[tuple[int, str], ...] = ()
    quotes: tuple[ExcerptRow, ...] = ()
    done: bool = False
    focus_words: str = ""

    def words(self, language: str) -> str:
        """Say what is missing."""
        people = listed([code for _, code in self.informants], language)
        key = self.kind if people or self.kind not in _PEOPLE else f"{self.kind}_nobody"
        return say(f"gaps.missing.{key}", language, cell=self._cell(language), people=people)

    def question(self, language: str) -> str:
        """Return the question that an interviewer may ask about it; empty where there is none."""
        if self.kind in (GapKind.NO_FINDING, GapKind.CHANGED) and self.claim is None:
            return ""
        about = self.claim.name if self.claim is not None else self.focus_words
        return say(f"gaps.question.{self.kind}", language, about=about)

    def about(self, language: str) -> str:
        """Return what it is about: a finding with its number, or the focus."""
        if self.claim is None:
            return self.focus
        label = label_of(self.claim, language)
        return f"{label}. {self.claim.name}" if label else self.claim.name

    def _cell(self, language: str) -> str:
        if self.kind == GapKind.METHOD_SILENT:
            return method_name(self.cell, language)
        if self.kind in (GapKind.ROLE_SILENT, GapKind.ROLE_UNHEARD):
            return word("group", self.cell, language).lower()
        return self.cell


_PEOPLE = (
    GapKind.ROLE_SILENT,
    GapKind.ROLE_UNHEARD,
    GapKind.METHOD_SILENT,
    GapKind.CATEGORY_SILENT,
)
_OPEN = (AskedState.UNMARKED, AskedState.NEVER_HEARD)


def gaps(study: Study, found: Triangulation | None = None) -> list[Gap]:
    """Return all that is missing, focus by focus, findings in their order, then the focus itself.

    `found` spares the triangulation where it is there already.
    """
    found = found or triangulate(study)
    grid = asked_grid(study, found)
    searched, noted, ticked = _researched(study)
    look = _Look(found, grid, searched, noted)
    all_found = [
        *(gap for one in found.findings for gap in look.of_finding(one)),
        *(gap for focus in grid.foci for gap in look.of_focus(focus)),
    ]
    order = {focus: number for number, focus in enumerate(grid.foci)}
    all_found.sort(key=lambda gap: order.get(gap.question_id or 0, len(order)))
    return [_finished(study, gap, ticked) for gap in all_found]


def tick(study: Study, key: str, *, done: bool) -> None:
    """Tick a to-do, or take the tick away."""
    with study.change("gaps.history.ticked") as session:
        where = (ChecklistAnswer.checklist == TICKS, ChecklistAnswer.item == key)
        session.execute(delete(ChecklistAnswer).where(*where))
        if done:
            session.add(ChecklistAnswer(checklist=TICKS, item=key, state="done"))


def by_informant(missing: list[Gap]) -> dict[tuple[int, str], list[Gap]]:
    """Return the open to-dos that somebody can be asked about, by informant."""
    people: dict[tuple[int, str], list[Gap]] = {}
    for gap in missing:
        if not gap.done:
            for person in gap.informants:
                people.setdefault(person, []).append(gap)
    return dict(sorted(people.items(), key=lambda entry: entry[0][1]))


def gaps_json(study: Study, language: str) -> list[dict[str, Any]]:
    """Return what is missing as `gaps --json` prints it."""
    return [
        {
            "focus": gap.focus,
            "finding": gap.claim.name if gap.claim else None,
            "kind": str(gap.kind),
            "cell": gap.cell or None,
            "missing": gap.words(language),
            "ask": [code for _, code in gap.informants],
            "question": gap.question(language),
            "quotes": [
                {"quote": q.quote, "citation": q.citation, "stance": q.stance} for q in gap.quotes
            ],
            "done": gap.done,
        }
        for gap in gaps(study)
    ]


def gaps_table(study: Study, language: str) -> list[list[str]]:
    """Return what is missing as a table in words, its heads first."""
    heads = [say(f"gaps.table.{name}", language) for name in ("focus", "about", "missing", "ask")]
    return [
        heads,
        *(
            [
                gap.focus,
                gap.about(language) if gap.claim else "",
                gap.words(language),
                ", ".join(code for _, code in gap.informants),
            ]
            for gap in gaps(study)
            if not gap.done
        ),
    ]


def _researched(study: Study) -> tuple[set[int], set[int], set[str]]:
    """Return findings whose negative evidence was looked for, those with a memo, and the ticks."""
    with study.read() as connection:
        searched = select(Check.finding_id).where(
            Check.tactic == "negative_evidence", Check.outcome != "open"
        )
        noted = select(Memo.on_id).where(Memo.on_entity == "finding")
        ticked = select(ChecklistAnswer.item).where(
            ChecklistAnswer.checklist == TICKS, ChecklistAnswer.state == "done"
        )
        return (
            set(connection.scalars(searched)),
            {number for number in connection.scalars(noted) if number is not None},
            set(connection.scalars(ticked)),
        )


def _finished(study: Study, gap: Gap, ticked: set[str]) -> Gap:
    quotes = _both_sides(study, gap) if gap.kind == GapKind.CONTESTED else ()
    return Gap(
        *(gap.key, gap.kind, gap.claim, gap.question_id, gap.focus, gap.cell, gap.informants),
        quotes=quotes,
        done=gap.key in ticked,
        focus_words=gap.focus_words,
    )


def _both_sides(study: Study, gap: Gap) -> tuple[ExcerptRow, ...]:
    """Return one excerpt for the claim and one against it."""
    assert gap.claim is not None
    sides = []
    for stances in (("supports", "qualifies"), ("contradicts",)):
        only = ExcerptFilter(finding=gap.claim.id, directions=stances, kept_only=True)
        sides.extend(excerpts(study, only, limit=1))
    return tuple(sides)


class _Look:
    """A study while its findings are gone through."""

    def __init__(
        self, found: Triangulation, grid: AskedGrid, searched: set[int], noted: set[int]
    ) -> None:
        self.found, self.grid = found, grid
        self.searched, self.noted = searched, noted
        self.pairs = _pairs(found)

    def of_finding(self, one: Triangulated) -> Iterator[Gap]:
        """Yield what is missing of a finding."""
        judgement = one.judgement
        if one.overall == Overall.NO_EVIDENCE:
            yield self._gap(one, GapKind.NO_EVIDENCE)
            return
        if one.overall == Overall.CONTESTED:
            yield self._gap(one, GapKind.CONTESTED, informants=self._speakers(one))
        if judgement.periods.changed and one.claim.id not in self.noted:
            changed = {unit for unit in judgement.periods.changed if isinstance(unit, int)}
            yield self._gap(one, GapKind.CHANGED, informants=self._named(changed))
        single = DimensionVerdict.SINGLE
        if single in (judgement.method.verdict, judgement.source.verdict):
            yield self._gap(one, GapKind.SINGLE)
        yield from self._silent_cells(one)
        against = any(bits & CONTRADICTS for _, bits in one.voices)
        if not against and one.claim.id not in self.searched:
            yield self._gap(one, GapKind.NEGATIVE)

    def of_focus(self, question_id: int) -> Iterator[Gap]:
        """Yield what is missing of a focus itself."""
        never = {one for one in self.grid.informants if self.grid.of(one, question_id) in _OPEN}
        if never:
            yield self._gap(None, GapKind.NEVER_ASKED, question_id, informants=self._named(never))
        if all(one.claim.question_id != question_id for one in self.found.findings):
            yield self._gap(None, GapKind.NO_FINDING, question_id)

    def _silent_cells(self, one: Triangulated) -> Iterator[Gap]:
        """Yield silent roles, then methods and categories that are more than those roles again."""
        judgement = one.judgement
        told: set[Pair] = set()
        roles = (
            judgement.role.key_person,
            judgement.role.core_respondent,
            judgement.role.verification_respondent,
        )
        for name, cell in zip(COMPARED_ROLES, roles, strict=True):
            pairs = self._silent(one, "role", name)
            if cell.verdict == CellVerdict.SILENT:
                told |= pairs
                yield self._gap(one, GapKind.ROLE_SILENT, cell=name, informants=self._who(pairs))
            elif cell.verdict == CellVerdict.NOT_EXAMINED and pairs:
                told |= pairs
                yield self._gap(one, GapKind.ROLE_UNHEARD, cell=name, informants=self._who(pairs))
        sides: tuple[tuple[GapKind, str, Mapping[str, Cell]], ...] = (
            (GapKind.METHOD_SILENT, "method", judgement.method.cells),
            (GapKind.CATEGORY_SILENT, "category", judgement.source.cells),
        )
        for kind, dimension, cells in sides:
            for name, cell in cells.items():
                pairs = self._silent(one, dimension, name)
                people = any(speaker for _, speaker in self.pairs.get((dimension, name), ()))
                again = pairs <= told if pairs else people  # they spoke in another capacity
                if cell.verdict == CellVerdict.SILENT and not again:
                    told |= pairs
                    yield self._gap(one, kind, cell=name, informants=self._who(pairs))

    def _silent(self, one: Triangulated, dimension: str, name: str) -> set[Pair]:
        """Return who of a cell, and which sources, were not heard on a claim, though examined."""
        spoke = {speaker for _, speaker in one.said}
        focus = one.claim.question_id
        return {
            (source, speaker)
            for source, speaker in self.pairs.get((dimension, name), ())
            if (source, speaker) not in one.said
            and (speaker is None or speaker not in spoke)
            and (
                speaker is None
                or focus is None
                or self.grid.of(speaker, focus) != AskedState.NOT_ASKED
            )
        }

    def _who(self, pairs: set[Pair]) -> tuple[tuple[int, str], ...]:
        return self._named({speaker for _, speaker in pairs if speaker is not None})

    def _speakers(self, one: Triangulated) -> tuple[tuple[int, str], ...]:
        return self._named({speaker for _, speaker in one.said if speaker is not None})

    def _named(self, people: set[int]) -> tuple[tuple[int, str], ...]:
        return tuple((n, code) for n, code in self.grid.informants.items() if n in people)

    def _gap(
        self,
        one: Triangulated | None,
        kind: GapKind,
        question_id: int | None = None,
        *,
        cell: str = "",
        informants: tuple[tuple[int, str], ...] = (),
    ) -> Gap:
        focus = one.claim.question_id if one is not None else question_id
        about = f"finding {one.claim.id}" if one is not None else f"focus {focus}"
        key = " ".join(part for part in (about, str(kind), cell) if part)
        label = self.grid.foci.get(focus or 0, "")
        words = self.grid.questions.get(focus or 0, "")
        claim = one.claim if one else None
        return Gap(key, kind, claim, focus, label, cell, informants, focus_words=words)


def _pairs(found: Triangulation) -> dict[tuple[str, str], set[Pair]]:
    """Return who takes part, source by source, by each method, category and role kind."""
    pairs: dict[tuple[str, str], set[Pair]] = {}
    for pair in found.cast.taking_part:
        voice = found.cast.voice(pair)
        for dimension, name in (
            ("method", voice.method),
            ("category", voice.category),
            ("role", voice.role_kind),
        ):
            if name:
                pairs.setdefault((dimension, name), set()).add(pair)
    return pairs
