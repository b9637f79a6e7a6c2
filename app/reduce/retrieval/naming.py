"""The names of the groups in which what was retrieved is listed, on screen and on paper."""

from app.language.words import say
from app.reduce.retrieval.found import Line


def group_name(line: Line, group: str, language: str) -> str:
    """Return the name of the group in which a coding stands; empty where nothing is grouped."""
    row = line.row
    names = {
        "source": f"{row.reference} · {row.title}",
        "code": line.path,
        "informant": " · ".join(part for part in (row.informant, row.post) if part),
        "role": row.role,
        "site": row.site,
    }
    if group not in names:
        return ""
    return names[group] or say(f"retrieval.without.{group}", language)
