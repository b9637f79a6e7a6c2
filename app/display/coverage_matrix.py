"""The coverage of informants by instrument as a table of words."""

from app.design.coverage import coverage
from app.design.informants import informants
from app.design.instruments import instruments
from app.language.words import say
from app.study import Study


def coverage_table(study: Study, language: str) -> list[list[str]]:
    """Return the table, its heads first: an informant a row, an instrument a column."""
    grid, tools = coverage(study).instruments, instruments(study)
    heads = [say("display.dimension.informant", language), *(tool.name for tool in tools)]
    rows = [
        [person.code, *(_state(grid.get((person.id, tool.id), ""), language) for tool in tools)]
        for person in informants(study)
    ]
    return [heads, *rows]


def _state(state: str, language: str) -> str:
    return say(f"display.state.{state}", language) if state else ""
