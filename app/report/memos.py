"""The memos that a report carries: which, and under what heading each stands."""

from collections.abc import Collection

from app.reduce.memos import MemoRow, memos
from app.report.document import ReportDocument
from app.report.own_words import write_own
from app.report.recipe import ReportRecipe
from app.study import Study

IMPLICATIONS = ("implikasi", "implication")
"""A memo whose title begins so stands under the implications."""


def chosen_memos(study: Study, recipe: ReportRecipe) -> list[MemoRow]:
    """Return the memos to print, the oldest first: those chosen, else all analytic ones."""
    found = memos(study)[::-1]
    if recipe.memos is not None:
        return [memo for memo in found if memo.id in recipe.memos]
    return [memo for memo in found if memo.kind == "analytic"]


def speaks_of_implications(memo: MemoRow) -> bool:
    """Tell whether a memo says what follows from the study."""
    return memo.title.strip().casefold().startswith(IMPLICATIONS)


def memos_on(found: Collection[MemoRow], entity: str, ids: Collection[int | None]) -> list[MemoRow]:
    """Return those of the memos that are on one of these things."""
    return [
        memo
        for memo in found
        if memo.on_entity == entity and memo.on_id in ids and not speaks_of_implications(memo)
    ]


def write_memo(study: Study, document: ReportDocument, memo: MemoRow) -> None:
    """Write a memo: its words after its title."""
    write_own(study, document, memo.text, f"{memo.title.strip().rstrip('.')}.")


def implications(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write what follows from the study, where a memo says so."""
    found = [memo for memo in chosen_memos(study, recipe) if speaks_of_implications(memo)]
    if not found:
        return
    document.heading(document.say_chapter("implications.title"), 2, key="implications")
    for memo in found:
        write_own(study, document, memo.text)
