"""The coverage of informants by instrument: who was to be reached by what, and who was."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.design.coverage import coverage
from app.design.informants import informants
from app.design.instruments import instruments
from app.display.headings import Heading
from app.language.words import say
from app.study import Study

PLANNED, DONE = "planned", "done"


@dataclass(frozen=True, slots=True)
class CoverageMatrix:
    """Informants in rows, instruments in columns; `states` holds PLANNED or DONE by their ids."""

    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    states: Mapping[tuple[int, int], str]

    def state(self, row: Heading, column: Heading) -> str:
        """Return PLANNED, DONE or "" of a cell."""
        return self.states.get((_id(row), _id(column)), "")

    def reached(self, row: Heading | None, column: Heading | None) -> tuple[int, int]:
        """Return how many were reached, of how many that were to be; None is all."""
        states = [
            self.state(each, across)
            for each in ((row,) if row else self.rows)
            for across in ((column,) if column else self.columns)
        ]
        return states.count(DONE), len(states) - states.count("")

    def reached_words(self, row: Heading | None, column: Heading | None, language: str) -> str:
        """Say `reached`: "3 of 5"; nothing where none was planned."""
        done, planned = self.reached(row, column)
        return say("display.of_planned", language, done=done, planned=planned) if planned else ""

    def table(self, language: str) -> list[list[str]]:
        """Return it as words, heads first, what was reached last in each row and at the end."""
        reached = say("display.reached", language)
        corner = say("display.dimension.informant", language)
        table = [[corner, *(column.name for column in self.columns), reached]]
        for row in self.rows:
            cells = [state_words(self.state(row, column), language) for column in self.columns]
            table.append([row.name, *cells, self.reached_words(row, None, language)])
        sums = [self.reached_words(None, column, language) for column in self.columns]
        return [*table, [reached, *sums, self.reached_words(None, None, language)]]


def build_coverage(study: Study) -> CoverageMatrix:
    """Build the coverage matrix of a study."""
    rows = tuple(
        Heading(person.id, person.code, more=", ".join(filter(None, (person.post, person.site))))
        for person in informants(study)
    )
    columns = tuple(Heading(tool.id, tool.name) for tool in instruments(study))
    return CoverageMatrix(rows, columns, dict(coverage(study).instruments))


def coverage_table(study: Study, language: str) -> list[list[str]]:
    """Return the coverage as a table of words, its heads first."""
    return build_coverage(study).table(language)


def state_words(state: str, language: str) -> str:
    """Say PLANNED or DONE; nothing for neither."""
    return say(f"display.state.{state}", language) if state else ""


def _id(heading: Heading) -> int:
    return heading.key if isinstance(heading.key, int) else 0
