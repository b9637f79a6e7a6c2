"""COREQ (Tong, Sainsbury & Craig 2007) and SRQR (O'Brien et al. 2014) as checklists, prefilled.

The items are worded by us, in short; the lists themselves are cited where they are printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from app.errors import UserError
from app.language.words import say
from app.study import Study
from app.verify.quality.facts import Facts
from models.verification import CHECKLISTS, ChecklistAnswer

COREQ, SRQR = "coreq", "srqr"
ITEMS = {COREQ: 32, SRQR: 21}
STATES = ("", "yes", "partly", "no", "not_applicable")
_DOMAINS = {COREQ: ((1, "team"), (9, "design"), (24, "analysis")), SRQR: (
    (1, "title"), (3, "introduction"), (5, "methods"), (16, "results"), (18, "discussion"),
    (20, "other"),
)}  # fmt: skip
NEEDS: dict[str, Mapping[int, tuple[str, ...]]] = {
    COREQ: {
        8: ("reflexive",), 10: ("categories",), 12: ("heard",), 13: ("unheard",), 14: ("sites",),
        16: ("categories",), 17: ("instruments",), 18: ("repeated",), 19: ("recordings",),
        20: ("notes",), 23: ("checks_asked",), 24: ("coders",), 25: ("codes",), 26: ("codes",),
        27: ("codings",), 28: ("checks_asked",), 29: ("evidence",), 30: ("findings",),
        31: ("themes",), 32: ("against",),
    },
    SRQR: {
        1: ("title",), 4: ("purpose",), 6: ("reflexive",), 7: ("sites",), 8: ("categories",),
        9: ("pseudonyms",), 10: ("methods",), 11: ("instruments",), 12: ("heard",),
        13: ("sources",), 14: ("codes",), 15: ("findings",), 16: ("findings",), 17: ("evidence",),
        18: ("replicated",), 19: ("gaps",),
    },
}  # fmt: skip
"""Which items the study can fill, and what it must have for that."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item with what the study says to it (`suggested`) and what the researcher answers."""

    checklist: str
    number: int
    suggested: str
    state: str = ""
    words: str = ""
    place: str = ""

    def question(self, language: str) -> str:
        """Return what the item asks for."""
        return say(f"quality.{self.checklist}.item_{self.number}", language)

    def domain(self, language: str) -> str:
        """Return the part of the list in which it stands."""
        name = [name for first, name in _DOMAINS[self.checklist] if first <= self.number][-1]
        return say(f"quality.{self.checklist}.domain.{name}", language)

    @property
    def said(self) -> str:
        """Return the researcher's words, else what the study says."""
        return self.words or self.suggested

    @property
    def settled(self) -> bool:
        """Whether the researcher answered, or the study does."""
        return bool(self.state or self.said)


def checklist(study: Study, name: str, found: Facts, language: str) -> list[Item]:
    """Return the items of a list. Raises UserError where there is no such list."""
    _known(name)
    with study.read() as connection:
        rows = connection.execute(
            select(
                *(ChecklistAnswer.item, ChecklistAnswer.state),
                *(ChecklistAnswer.words, ChecklistAnswer.place),
            ).where(ChecklistAnswer.checklist == name)
        )
        answers = {row[0]: tuple(row[1:]) for row in rows}
    return [
        Item(name, number, suggested(name, number, found, language), *answers.get(str(number), ()))
        for number in range(1, ITEMS[name] + 1)
    ]


def suggested(name: str, number: int, found: Facts, language: str) -> str:
    """Return what the study says to an item; empty where it says nothing."""
    needs = NEEDS[name].get(number)
    values = found.values()
    values["unheard"] = found["informants"] - found["heard"]
    values["notes"] = found["observations"] + found["contact_notes"]
    values["against"] = found["contested"] + found["refuted"]
    if needs is None or not all(values[need] for need in needs):
        return ""
    return say(f"quality.{name}.said_{number}", language, **values)


def answer(
    study: Study,
    name: str,
    number: int,
    *,
    state: str | None = None,
    words: str | None = None,
    place: str | None = None,
) -> None:
    """Keep what the researcher says to an item; an answer without anything goes.

    `place` is the page of the report. Raises UserError for an unknown list, item or state.
    """
    _known(name)
    if not 1 <= number <= ITEMS[name] or (state is not None and state not in STATES):
        raise UserError("quality.no_item", name=name.upper(), number=number)
    given = {"state": state, "words": words, "place": place}
    with study.change("quality.history.answered", name=name.upper(), number=number) as session:
        row = session.scalar(
            select(ChecklistAnswer).where(
                ChecklistAnswer.checklist == name, ChecklistAnswer.item == str(number)
            )
        )
        if row is None:
            row = ChecklistAnswer(checklist=name, item=str(number), state="", words="", place="")
            session.add(row)
        for field, value in given.items():
            if value is not None:
                setattr(row, field, value.strip())
        if not (row.state or row.words or row.place):
            if row in session.new:
                session.expunge(row)
            else:
                session.delete(row)


def _known(name: str) -> None:
    if name not in ITEMS or name not in CHECKLISTS:
        raise UserError("quality.no_list", name=name, lists=", ".join(ITEMS))
