"""What a study sets for its triangulation: the thresholds of the rules."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from app.study import Study
from app.verify.rules.thresholds import Thresholds, read_thresholds
from models.design import Study as StudyRow

SETTING = "triangulation"
"""Where in the study's settings the thresholds stand, by the names of `Thresholds`."""


def own_thresholds(connection: Connection) -> Thresholds:
    """Return the thresholds that the study sets, the rules' own where it sets none."""
    settings = connection.scalar(select(StudyRow.settings)) or {}
    return read_thresholds(settings.get(SETTING, {}))


def set_thresholds(study: Study, chosen: Mapping[str, object]) -> None:
    """Set thresholds of the study, by name, as decimal words or numbers; others keep their value.

    Raises UserError for what is not a share between 0 and 1.
    """
    with study.change("verify.history.thresholds") as session:
        row = session.scalars(select(StudyRow)).one()
        kept = {**row.settings.get(SETTING, {}), **{k: str(v) for k, v in chosen.items()}}
        read_thresholds(kept)
        row.settings = {**row.settings, SETTING: kept}
