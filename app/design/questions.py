"""Research questions: the foci that findings answer."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from app.design import records
from app.design.records import Noun, Values
from app.design.uses import Use, uses
from app.study import Study
from models.design import ResearchQuestion

NOUN = Noun(ResearchQuestion, "question", "label", ("label", "text"))


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A focus: its label (F1) and its words."""

    id: int
    label: str
    text: str


def questions(study: Study) -> list[QuestionRow]:
    """Return all questions in their order."""
    found = records.listed(
        study, NOUN, ResearchQuestion.id, ResearchQuestion.label, ResearchQuestion.text
    )
    return [QuestionRow(*row) for row in found]


def add_questions(study: Study, rows: Sequence[Values]) -> list[int]:
    """Add questions in one step and return their ids. Raises UserError for a bad name or value."""
    return records.add(study, NOUN, rows)


def take_questions(study: Study, rows: Sequence[Values]) -> list[int]:
    """Take pasted questions in one step, known names changed, and return their ids."""
    return records.take(study, NOUN, rows)


def edit_question(study: Study, question_id: int, **values: Any) -> None:
    """Change what is given. Raises UserError for a bad name or value."""
    records.update(study, NOUN, question_id, values)


def uses_of_questions(study: Study, ids: Collection[int]) -> list[Use]:
    """Return what would be touched by removing questions."""
    return uses(study, NOUN.entity, ids)


def remove_questions(study: Study, ids: Collection[int]) -> None:
    """Remove questions; undo brings them back."""
    records.remove(study, NOUN, ids)


def order_questions(study: Study, ids: Sequence[int]) -> None:
    """Put questions in the order of `ids`."""
    records.reorder(study, NOUN, ids)
