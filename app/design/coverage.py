"""Coverage: which informant was to be reached by which instrument, and asked about which focus.

Absence can be judged only against who was asked what (METHOD.md, section 1).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update

from app.errors import UserError
from app.study import Study
from models.design import Coverage

INSTRUMENT_STATES = ("planned", "done")
QUESTION_STATES = ("asked", "not_asked")

Cell = tuple[int, int]
"""An informant and an instrument, or a question."""


@dataclass(frozen=True, slots=True)
class CoverageGrid:
    """The states that were set, by informant and instrument, and by informant and question."""

    instruments: Mapping[Cell, str]
    questions: Mapping[Cell, str]


def coverage(study: Study) -> CoverageGrid:
    """Return all that was set."""
    instruments: dict[Cell, str] = {}
    questions: dict[Cell, str] = {}
    with study.read() as connection:
        for row in connection.execute(select(Coverage.__table__)):
            if row.instrument_id is not None:
                instruments[row.informant_id, row.instrument_id] = row.state
            else:
                questions[row.informant_id, row.question_id] = row.state
    return CoverageGrid(instruments, questions)


def set_coverage(study: Study, cells: Iterable[Cell], state: str) -> None:
    """Set cells of informant and instrument to planned, done or "" (neither), in one step."""
    _set(study, cells, state, "instrument_id", INSTRUMENT_STATES)


def set_asked(study: Study, cells: Iterable[Cell], state: str) -> None:
    """Set cells of informant and question to asked, not_asked or "" (not said), in one step."""
    _set(study, cells, state, "question_id", QUESTION_STATES)


def _set(
    study: Study, cells: Iterable[Cell], state: str, kind: str, allowed: tuple[str, ...]
) -> None:
    if state and state not in allowed:
        raise UserError("design.not_a_state", value=state)
    other = Coverage.__table__.c[kind]
    wanted = set(cells)
    with study.change("design.history.coverage_set") as session:
        there = {
            (row.informant_id, row.other): row
            for row in session.execute(
                select(Coverage.id, Coverage.informant_id, other.label("other"), Coverage.state)
                .where(other.is_not(None))
                .where(Coverage.informant_id.in_({informant for informant, _ in wanted}))
            )
        }
        found = [there[cell] for cell in wanted if cell in there and there[cell].state != state]
        same = Coverage.id.in_([row.id for row in found])
        if not state:
            session.execute(delete(Coverage).where(same))
            return
        session.execute(update(Coverage).where(same).values(state=state))
        new = sorted(wanted - set(there))
        if new:
            rows = [{"informant_id": one, kind: two, "state": state} for one, two in new]
            session.execute(insert(Coverage), rows)
