"""Names proposed from the texts, by pattern and by a trained pipeline where one is installed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import select

from app.reduce.names import entities
from app.reduce.names.ordinary import PLACE_WORDS, in_a_table
from app.reduce.names.patterns import CAPITAL, TITLE, runs, small_words
from app.reduce.names.table import KINDS, pseudonyms, refused_names
from app.study import Study
from models.collection import Source

PERSON, PLACE = KINDS[:2]
ENTITY = "entity"
AROUND = 48
"""Characters of the text on each side of an example."""
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What may be a name: how often it stands in the texts, and where it stands first.

    `why` is TITLE, CAPITAL or ENTITY. A `likely` one is in no look-up table of words. The example
    is [start, end) of a source, in code points; `before` and `after` are the words around it.
    """

    name: str
    count: int
    why: str
    kind: str
    likely: bool
    source_id: int
    reference: str
    start: int
    end: int
    before: str
    after: str


@dataclass(slots=True)
class _Seen:
    count: int = 0
    why: str = ""
    kind: str = ""
    place: tuple[int, int, int] | None = None


def propose(
    study: Study,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    *,
    pipelines: bool = True,
) -> list[Proposal]:
    """Propose names that are neither in the table nor refused: the likely and frequent ones first.

    Some seconds on a large study. Cancelled, it proposes what was found by then.
    """
    with study.read() as connection:
        rows = connection.execute(select(Source.id, Source.reference).order_by(Source.id)).all()
    references = {row.id: row.reference for row in rows}
    also_small: set[str] = set()
    for source_id in references:
        also_small |= small_words(study.texts.of(source_id))
    frozen, seen = frozenset(also_small), dict[str, _Seen]()
    trained = entities.load() if pipelines else []
    for done, source_id in enumerate(references):
        if cancelled is not None and cancelled():
            break
        _gather(seen, source_id, study.texts.of(source_id), frozen, trained)
        if progress is not None:
            progress(done + 1, len(references))
    _count_behind_first_words(seen)
    known = {row.name for row in pseudonyms(study)} | refused_names(study)
    found = [
        _proposal(study, name, each, references)
        for name, each in seen.items()
        if each.why and name not in known
    ]
    return sorted(found, key=lambda each: (not each.likely, -each.count, each.name))


def _count_behind_first_words(seen: dict[str, _Seen]) -> None:
    """Count names behind the first word of a sentence: "Kemarin Budi" is one more Budi."""
    for name, each in seen.items():
        behind = seen.get(name.partition(" ")[2])
        if not each.why and behind is not None and behind.why:
            behind.count += each.count


def _gather(
    seen: dict[str, _Seen],
    source_id: int,
    text: str,
    also_small: frozenset[str],
    trained: list[entities.Pipeline],
) -> None:
    for name, start, end, why, kind in _all(text, also_small, trained):
        each = seen.setdefault(name, _Seen())
        if why != ENTITY or each.why in ("", ENTITY):
            each.count += 1
        if why and (not each.why or why == TITLE):
            each.why = why
        each.kind = each.kind or kind
        if why and each.place is None:
            each.place = (source_id, start, end)


def _all(
    text: str, also_small: frozenset[str], trained: list[entities.Pipeline]
) -> Iterator[tuple[str, int, int, str, str]]:
    for run in runs(text, also_small):
        name = " ".join(text[run.start : run.end].split())
        kind = PERSON if run.sure == TITLE else _kind(text, run.start)
        yield name, run.start, run.end, run.sure, kind
    for start, end, kind in entities.entities(text, trained):
        yield " ".join(text[start:end].split()), start, end, ENTITY, kind


def _kind(text: str, start: int) -> str:
    """Return PLACE behind a word such as "desa" or "SDN"; PERSON else."""
    before = text[max(0, start - 14) : start].split()
    return PLACE if before and before[-1].strip(".,").lower() in PLACE_WORDS else ""


def _proposal(study: Study, name: str, each: _Seen, references: dict[int, str]) -> Proposal:
    source_id, start, end = each.place or (0, 0, 0)
    text = study.texts.of(source_id)
    before = text[max(0, start - AROUND) : start].rpartition("\n")[2]
    after = text[end : end + AROUND].partition("\n")[0]
    return Proposal(
        name=name,
        count=each.count,
        why=each.why,
        kind=each.kind or PERSON,
        likely=each.why != CAPITAL or not all(in_a_table(word) for word in name.split()),
        source_id=source_id,
        reference=references.get(source_id, ""),
        start=start,
        end=end,
        before=before,
        after=after,
    )
