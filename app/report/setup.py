"""How a study writes its report: what was chosen last, kept in the study itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.language.words import LANGUAGES
from app.report.look import REPORT, SHAPES
from app.report.recipe import SECTIONS, TABLE, TRANSCRIPTS, ReportRecipe, order_of, sections_of
from app.study import Study
from models.design import Study as StudyRow

KEPT = "report"
"""Where in the study's settings it stands."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What is chosen for the report; `order` names every section, chosen or not, in their order."""

    recipe: ReportRecipe
    order: tuple[str, ...] = SECTIONS


def read_setup(study: Study) -> Setup:
    """Return what the study keeps; what it does not know (any more) is as at first."""
    with study.read() as connection:
        settings = connection.scalar(select(StudyRow.settings)) or {}
    kept = settings.get(KEPT)
    return setup_of(kept if isinstance(kept, Mapping) else {}, study.language)


def keep_setup(study: Study, setup: Setup) -> None:
    """Keep what is chosen in the study; nothing happens where it is kept already."""
    if read_setup(study) == setup:
        return
    with study.change("chapter.history.setup") as session:
        row = session.scalars(select(StudyRow)).one()
        row.settings = {**row.settings, KEPT: _as_json(setup)}


def setup_of(kept: Mapping[str, Any], language: str) -> Setup:
    """Return the setup that was kept as JSON; `language` where none was chosen."""
    shape = _one_of(kept.get("shape"), SHAPES, REPORT)
    sections = _names(kept.get("sections"))
    template, quotations = kept.get("template"), kept.get("quotations")
    recipe = ReportRecipe(
        language=_one_of(kept.get("language"), LANGUAGES, language),
        sections=sections_of(shape) if sections is None else sections,
        displays=_ids(kept.get("displays")),
        quotations=quotations if isinstance(quotations, int) and quotations > 0 else 0,
        shape=shape,
        memos=_ids(kept.get("memos")),
        transcripts=_one_of(kept.get("transcripts"), TRANSCRIPTS, TABLE),
        footnotes=kept.get("footnotes") is True,
        template=Path(template) if isinstance(template, str) and template else None,
        live=kept.get("live") is not False,
    )
    return Setup(recipe, in_order((*(_names(kept.get("order")) or order_of(shape)), *SECTIONS)))


def in_order(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return each section once, appendices at the end."""
    return ReportRecipe(sections=names).chosen


def _as_json(setup: Setup) -> dict[str, Any]:
    recipe = setup.recipe
    return {
        "language": recipe.language,
        "shape": recipe.shape,
        "sections": None if recipe.sections is None else list(recipe.sections),
        "order": list(setup.order),
        "displays": None if recipe.displays is None else list(recipe.displays),
        "memos": None if recipe.memos is None else list(recipe.memos),
        "quotations": recipe.quotations,
        "transcripts": recipe.transcripts,
        "footnotes": recipe.footnotes,
        "template": str(recipe.template) if recipe.template is not None else "",
        "live": recipe.live,
    }


def _one_of(found: object, known: tuple[str, ...], first: str) -> str:
    return found if isinstance(found, str) and found in known else first


def _names(found: object) -> tuple[str, ...] | None:
    if not isinstance(found, list):
        return None
    return tuple(dict.fromkeys(name for name in found if name in SECTIONS))


def _ids(found: object) -> tuple[int, ...] | None:
    if not isinstance(found, list):
        return None
    return tuple(key for key in found if isinstance(key, int))
