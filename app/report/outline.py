"""What a report would hold now: for the preview before it is written."""

from dataclasses import dataclass

from sqlalchemy import func, select

from app.language.words import say
from app.reduce.memos import memos
from app.study import Study
from models.collection import Source
from models.conclusions import Display, Evidence, Finding
from models.design import Informant
from models.reduction import Code, Coding


@dataclass(frozen=True, slots=True)
class Outline:
    """A summary in words, a line for each part, the saved displays and the memos (id, title).

    `analytic` are the memos that a report holds unless the researcher chooses otherwise.
    """

    summary: str
    lines: tuple[str, ...]
    displays: tuple[tuple[int, str], ...]
    memos: tuple[tuple[int, str], ...] = ()
    analytic: frozenset[int] = frozenset()


def outline(study: Study, language: str) -> Outline:
    """Count what the sections of a report would hold."""
    counted = (
        ("informants", Informant),
        ("sources", Source),
        ("codes", Code),
        ("codings", Coding),
        ("findings", Finding),
        ("evidence", Evidence),
    )
    with study.read() as connection:
        counts = {
            name: connection.scalar(select(func.count()).select_from(entity)) or 0
            for name, entity in counted
        }
        displays = connection.execute(
            select(Display.id, Display.title).order_by(Display.position, Display.id)
        ).all()
    written = memos(study)[::-1]
    lines = tuple(
        say(f"report.outline.{name}", language, count=count) for name, count in counts.items()
    )
    ready = "ready" if counts["findings"] else "no_findings"
    return Outline(
        say(f"report.outline.{ready}", language, title=study.title),
        lines,
        tuple((row.id, row.title) for row in displays),
        tuple((memo.id, memo.title) for memo in written),
        frozenset(memo.id for memo in written if memo.kind == "analytic"),
    )
