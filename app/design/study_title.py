"""The title, purpose and language of a study."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.errors import UserError
from app.language.words import LANGUAGES
from app.study import Study
from models.design import Study as StudyRow


@dataclass(frozen=True, slots=True)
class StudyTitle:
    """What a study is called and what it is for."""

    title: str
    purpose: str
    language: str


def study_title(study: Study) -> StudyTitle:
    """Return the title, purpose and language."""
    with study.read() as connection:
        row = connection.execute(select(StudyRow.title, StudyRow.purpose, StudyRow.language)).one()
    return StudyTitle(*row)


def edit_study(study: Study, **values: Any) -> None:
    """Change title, purpose or language. Raises UserError where they are not fit."""
    if "title" in values:
        values["title"] = " ".join(str(values["title"]).split())
        if not values["title"]:
            raise UserError("study.no_title")
    if values.get("language", LANGUAGES[0]) not in LANGUAGES:
        raise UserError("study.unknown_language", language=values["language"])
    with study.change("design.history.study_edited") as session:
        row = session.scalars(select(StudyRow)).one()
        for name in ("title", "purpose", "language"):
            if name in values and getattr(row, name) != values[name]:
                setattr(row, name, values[name])
