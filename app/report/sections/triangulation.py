"""The triangulation tables: method by method, source by source, and by role."""

from collections.abc import Sequence

from app.language.words import say
from app.reduce.memo_marks import plain
from app.report.document import ReportDocument
from app.report.recipe import ReportRecipe
from app.study import Study
from app.verify.rules.cells import Cell
from app.verify.rules.dimension import Dimension
from app.verify.triangulation import Triangulated, triangulate
from app.verify.wording import decimal

WIDE_FROM = 7
"""A table with so many columns goes on a landscape page."""


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write the tables for findings, then for codes; none for what nothing was said on."""
    triangulation = triangulate(study)
    spoken = [found for found in triangulation.codes if found.judgement.units]
    if not triangulation.findings and not spoken:
        return
    methods, categories = triangulation.columns()
    wide = max(len(methods), len(categories)) + 4 >= WIDE_FROM
    document.heading(document.say("triangulation.title"), 1, new_page=True, wide=wide)
    document.text(document.say("triangulation.text"))
    document.text(say("verify.explain.ours", document.language))
    for kind, claims in (("findings", triangulation.findings), ("codes", spoken)):
        if claims:
            document.heading(document.say(f"triangulation.{kind}"), 2, wide=wide)
            _dimension_table(document, kind, "method", claims, methods, wide=wide)
            _dimension_table(document, kind, "source", claims, categories, wide=wide)
            _role_table(document, kind, claims)


def _dimension_table(
    document: ReportDocument,
    kind: str,
    dimension: str,
    claims: Sequence[Triangulated],
    columns: Sequence[str],
    *,
    wide: bool,
) -> None:
    language = document.language
    names = [
        say(f"study.methods.{column}", language) if dimension == "method" else column
        for column in columns
    ]
    heads = [
        document.say("number"),
        document.say(f"triangulation.{kind[:-1]}"),
        *names,
        document.say("triangulation.verdict"),
        document.say("triangulation.index"),
    ]
    rows = []
    for number, claim in enumerate(claims, 1):
        judged: Dimension = getattr(claim.judgement, dimension)
        rows.append(
            [
                str(number),
                plain(claim.claim.path),
                *(_cell(judged, column, language) for column in columns),
                _verdict(judged, language),
                "–" if judged.index is None else decimal(judged.index, language),
            ]
        )
    document.table(
        document.say(f"triangulation.{dimension}_{kind}_caption"),
        heads,
        rows,
        [0.9, 4.2, *([2.35] * len(columns)), 2.7, 1.4],
        numbers=[len(heads) - 1],
        source=document.say("computed"),
        wide=wide,
    )


def _role_table(document: ReportDocument, kind: str, claims: Sequence[Triangulated]) -> None:
    language = document.language
    kinds = ("key_person", "core_respondent", "verification_respondent")
    heads = [
        document.say("number"),
        document.say(f"triangulation.{kind[:-1]}"),
        *(say(f"study.roles.{role}", language) for role in kinds),
        document.say("triangulation.role_verdict"),
        document.say("triangulation.overall"),
    ]
    rows = []
    for number, claim in enumerate(claims, 1):
        roles = claim.judgement.role
        cells = [_said(getattr(roles, role), language) for role in kinds]
        rows.append(
            [
                str(number),
                plain(claim.claim.path),
                *cells,
                say(f"verify.role.{roles.verdict}", language),
                claim.verdict_words(language),
            ]
        )
    document.table(
        document.say(f"triangulation.role_{kind}_caption"),
        heads,
        rows,
        [1, 5.5, 3, 3, 3.4, 3.4, 3],
        source=document.say("computed"),
        wide=True,
    )


def _cell(judged: Dimension, column: str, language: str) -> str:
    cell = judged.cells.get(column)
    if cell is None:
        return say("verify.cell.not_examined", language)
    return _said(cell, language)


def _said(cell: Cell, language: str) -> str:
    words = say(f"verify.cell.{cell.verdict}", language)
    return f"{words} ({cell.tally.speaking})" if cell.speaks else words


def _verdict(judged: Dimension, language: str) -> str:
    words = [say(f"verify.dimension.{judged.verdict}", language)]
    if judged.direction is not None:
        words.append(f"({say(f'verify.direction_of_dimension.{judged.direction}', language)})")
    flags = ", ".join(say(f"verify.flag.{flag}", language) for flag in judged.flags)
    return " ".join(words) + (f"\n{flags}" if flags else "")
