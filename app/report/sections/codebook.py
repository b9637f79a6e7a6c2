"""The codebook: every code with its definition, when to use it and how often it was used."""

from sqlalchemy import func, select

from app.report.document import ReportDocument
from app.report.recipe import ReportRecipe
from app.study import Study
from app.verify.claims import read_codes
from models.reduction import Code, Coding


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write the codebook as one table in the order of the tree."""
    with study.read() as connection:
        tree = read_codes(connection).tree
        rows = {row.id: row for row in connection.execute(select(Code.__table__))}
        used: dict[int, int] = {
            row.code_id: row.uses
            for row in connection.execute(
                select(Coding.code_id, func.count().label("uses")).group_by(Coding.code_id)
            )
        }
    if not rows:
        return
    document.heading(document.say("codebook.title"), 1, new_page=True, wide=True)
    document.text(document.say("codebook.text", codes=len(rows), codings=sum(used.values())))
    heads = ("code", "codebook.definition", "codebook.use", "codebook.example", "excerpts")
    document.table(
        document.say("codebook.caption"),
        [document.say(head) for head in heads],
        [
            [
                "\u2003" * depth + rows[code].name,
                rows[code].definition,
                _uses(document, rows[code].when_to_use, rows[code].when_not_to_use),
                rows[code].typical_example,
                str(used.get(code, 0)),
            ]
            for code, depth in tree.in_order()
        ],
        [4, 5.4, 6.4, 5, 1.6],
        numbers=[4],
        source=document.say("own_data"),
        wide=True,
    )


def _uses(document: ReportDocument, when: str, when_not: str) -> str:
    lines = []
    if when:
        lines.append(when)
    if when_not:
        lines.append(f"{document.say('codebook.not')} {when_not}")
    return "\n".join(lines)
