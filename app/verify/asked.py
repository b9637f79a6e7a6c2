"""Who was asked about which focus, and who spoke: silence and "never asked" are not the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from app.study import Study
from app.verify.triangulation import Triangulation
from models.design import Coverage, Informant, ResearchQuestion


class AskedState(StrEnum):
    """How an informant stands to a focus.

    `unmarked`: there is a source of theirs, but nobody said whether the focus was asked in it.
    """

    SPOKE = "spoke"
    SILENT = "silent"
    UNMARKED = "unmarked"
    NOT_ASKED = "not_asked"
    NEVER_HEARD = "never_heard"


@dataclass(frozen=True, slots=True)
class AskedGrid:
    """Every informant and every focus, both by id in their order, with the state of each pair."""

    informants: Mapping[int, str]
    foci: Mapping[int, str]
    states: Mapping[tuple[int, int], AskedState]
    questions: Mapping[int, str]
    """The words of each focus, its label where it has none."""

    def of(self, informant_id: int, question_id: int) -> AskedState:
        """Return how an informant stands to a focus."""
        return self.states[informant_id, question_id]

    def count(self, question_id: int, state: AskedState) -> int:
        """Count the informants in one state for a focus."""
        return sum(self.states[one, question_id] == state for one in self.informants)


def asked_grid(study: Study, found: Triangulation) -> AskedGrid:
    """Return how each informant stands to each focus, in three small queries.

    Whoever spoke on a code or a finding of a focus spoke on it, whatever was marked.
    """
    with study.read() as connection:
        informants = {
            row[0]: row[1]
            for row in connection.execute(
                select(Informant.id, Informant.code).order_by(Informant.position, Informant.id)
            )
        }
        asked = connection.execute(
            select(ResearchQuestion.id, ResearchQuestion.label, ResearchQuestion.text).order_by(
                ResearchQuestion.position, ResearchQuestion.id
            )
        ).all()
        marked = {
            (row[0], row[1]): row[2]
            for row in connection.execute(
                select(Coverage.informant_id, Coverage.question_id, Coverage.state).where(
                    Coverage.question_id.is_not(None)
                )
            )
        }
    foci = {row[0]: row[1] for row in asked}
    spoke = speakers_by_focus(found)
    heard = {speaker for _, speaker in found.cast.taking_part if speaker is not None}
    states = {
        (one, focus): _state(
            marked.get((one, focus)), spoke=one in spoke.get(focus, ()), heard=one in heard
        )
        for one in informants
        for focus in foci
    }
    return AskedGrid(informants, foci, states, {row[0]: row[2] or row[1] for row in asked})


def speakers_by_focus(found: Triangulation) -> dict[int, set[int]]:
    """Return the informants who speak on any code or finding of each focus."""
    spoke: dict[int, set[int]] = {}
    for one in (*found.codes, *found.findings):
        if one.claim.question_id is not None:
            units = spoke.setdefault(one.claim.question_id, set())
            units.update(speaker for _, speaker in one.said if speaker is not None)
    return spoke


def _state(marked: str | None, *, spoke: bool, heard: bool) -> AskedState:
    if spoke:
        return AskedState.SPOKE
    if marked == "not_asked":
        return AskedState.NOT_ASKED
    if not heard:
        return AskedState.NEVER_HEARD
    return AskedState.SILENT if marked == "asked" else AskedState.UNMARKED
