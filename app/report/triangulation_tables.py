"""The two triangulation tables of a thesis: verdict and quotation in each cell, conclusion last."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.language.words import say
from app.reduce.excerpts import ExcerptFilter, ExcerptRow, excerpts
from app.reduce.memo_marks import plain
from app.report.document import ReportDocument
from app.report.quoting import in_cell
from app.study import Study
from app.verify.rules.cells import Cell
from app.verify.triangulation import Triangulated, triangulate
from models.design import ResearchQuestion


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the key of its words, whose excerpts it holds, and its cell among the verdicts."""

    head: str
    holds: Callable[[ExcerptRow], bool]
    cell: Callable[[Triangulated], Cell | None]


def write_table(
    study: Study,
    document: ReportDocument,
    name: str,
    columns: Sequence[Column],
    dimension: str,
) -> None:
    """Write a row for each finding (for each code spoken of, where there are no findings)."""
    triangulation = triangulate(study)
    claims = triangulation.findings or [c for c in triangulation.codes if c.judgement.units]
    if not claims:
        return
    with study.read() as connection:
        labels = {
            row.id: row.label
            for row in connection.execute(select(ResearchQuestion.id, ResearchQuestion.label))
        }
    language = document.language
    document.heading(document.say_chapter(f"{name}.title"), 1, new_page=True, wide=True)
    document.text(document.say_chapter(f"{name}.text"))
    rows = []
    for found in claims:
        behind = _behind(study, found, triangulation.tree.branch, language)
        rows.append(
            [
                _focus(found, labels),
                *(_cell(document, column, found, behind) for column in columns),
                _conclusion(found, dimension, language),
            ]
        )
    heads = [say(column.head, language) for column in columns]
    document.table(
        document.say_chapter(f"{name}.caption"),
        [document.say("focus"), *heads, document.say_chapter("conclusion")],
        rows,
        [4.2, *(4.6 for _ in columns), 3.6],
        source=document.say("computed"),
        wide=True,
        name=name,
    )


def _focus(found: Triangulated, labels: dict[int, str]) -> str:
    label = labels.get(found.claim.question_id or 0, "")
    words = plain(found.claim.path)
    return f"{label}. {words}" if label else words


def _behind(
    study: Study, found: Triangulated, branch: Callable[[int], Sequence[int]], language: str
) -> list[ExcerptRow]:
    if found.claim.kind == "finding":
        only = ExcerptFilter(finding=found.claim.id, kept_only=True)
    else:
        only = ExcerptFilter(codes=branch(found.claim.id), kept_only=True)
    return excerpts(study, only, language=language)


def _cell(
    document: ReportDocument, column: Column, found: Triangulated, behind: Sequence[ExcerptRow]
) -> str:
    cell = column.cell(found)
    if cell is None:
        return say("verify.cell.not_examined", document.language)
    words = say(f"verify.cell.{cell.verdict}", document.language)
    if not cell.speaks:
        return words
    quotation = in_cell(document, (row for row in behind if column.holds(row)))
    return f"{words} ({cell.tally.speaking})\n{quotation}".rstrip()


def _conclusion(found: Triangulated, dimension: str, language: str) -> str:
    verdict = getattr(found.judgement, dimension).verdict
    own = say(f"verify.{'role' if dimension == 'role' else 'dimension'}.{verdict}", language)
    return f"{own}\n{found.verdict_words(language)}"
