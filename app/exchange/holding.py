"""What a project that was read holds, in figures, before anything of it is brought in."""

from app.exchange.incoming import Project
from app.exchange.project_report import COUNTED


def holding(project: Project) -> dict[str, int]:
    """Return how much there is of each of COUNTED, without what there is nothing of."""
    figures = dict(project.figures) if project.unread is not None else _counted(project)
    return {what: figures[what] for what in COUNTED if figures.get(what)}


def _counted(project: Project) -> dict[str, int]:
    texts = [selection.codings for source in project.sources for selection in source.selections]
    parts = [part.codings for one in project.attachments for part in one.parts]
    whole = [one.codings for one in project.sources]
    whole += [one.codings for one in project.attachments]
    return {
        "sources": len(project.sources),
        "attachments": len(project.attachments),
        "codes": len(project.codes),
        "codings": sum(map(len, (*texts, *parts, *whole))),
        "coders": len(project.users),
        "cases": len(project.cases),
        "variables": len(project.variables),
        "memos": len(project.notes),
        "sets": len(project.sets),
        "links": len(project.links),
    }
