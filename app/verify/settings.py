"""What a study sets for its triangulation: the thresholds of the rules."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from app.study import Study
from app.verify.rules.numbers import NumberBorders, read_number_borders
from app.verify.rules.thresholds import Thresholds, read_thresholds
from models.design import Study as StudyRow

SETTING = "triangulation"
"""Where in the study's settings the thresholds stand, by the names of `Thresholds`."""


def own_thresholds(connection: Connection) -> Thresholds:
    """Return the thresholds that the study sets, the rules' own where it sets none."""
    settings = connection.scalar(select(StudyRow.settings)) or {}
    return read_thresholds(settings.get(SETTING, {}))


def own_borders(connection: Connection) -> NumberBorders:
    """Return the borders of R10 that the study sets."""
    settings = connection.scalar(select(StudyRow.settings)) or {}
    return read_number_borders(settings.get(SETTING, {}))


def reset_thresholds(study: Study) -> None:
    """Take all thresholds of the study back to the rules' own."""
    with study.change("verify.history.thresholds") as session:
        row = session.scalars(select(StudyRow)).one()
        row.settings = {k: v for k, v in row.settings.items() if k != SETTING}


def set_thresholds(study: Study, chosen: Mapping[str, object]) -> None:
    """Set thresholds of the study, by name, as decimal words or numbers; others keep their value.

    Raises UserError for what is not a share between 0 and 1, and for borders of R10 (0 to 100)
    that cross.
    """
    with study.change("verify.history.thresholds") as session:
        row = session.scalars(select(StudyRow)).one()
        kept = {**row.settings.get(SETTING, {}), **{k: str(v) for k, v in chosen.items()}}
        read_thresholds(kept)
        read_number_borders(kept)
        row.settings = {**row.settings, SETTING: kept}
