"""What memos are on and what they name: whether it is there, what it is called, where it stands."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, literal, select

from app.reduce.memo_marks import LINKED, Key, plain
from app.study import Study
from models.collection import Source
from models.conclusions import Display, Finding
from models.design import (
    Category,
    Informant,
    Instrument,
    ResearchQuestion,
    Role,
    Site,
)
from models.reduction import Code, Coding, Excerpt

AT_ONCE = 5_000
SHOWN = 48
"""Characters of an excerpt that are its name in a mark."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something in the study that has a name; `more` tells things of one name apart.

    `place` is source id, start and end (code points) where it stands in a text.
    """

    key: Key
    name: str
    more: str = ""
    place: tuple[int, int, int] | None = None
    colour: str = ""


_BLANK = literal("")
_NAMED: dict[str, Any] = {
    "source": select(Source.id, Source.reference, Source.title, _BLANK),
    "code": select(Code.id, Code.name, _BLANK, Code.colour),
    "finding": select(Finding.id, Finding.claim, _BLANK, _BLANK),
    "informant": select(Informant.id, Informant.code, Informant.post, _BLANK),
    "site": select(Site.id, Site.name, _BLANK, _BLANK),
    "role": select(Role.id, Role.name, _BLANK, _BLANK),
    "category": select(Category.id, Category.name, _BLANK, _BLANK),
    "instrument": select(Instrument.id, Instrument.name, _BLANK, _BLANK),
    "research_question": select(
        ResearchQuestion.id, ResearchQuestion.label, ResearchQuestion.text, _BLANK
    ),
    "display": select(Display.id, Display.title, _BLANK, _BLANK),
}
_IDS = {
    "source": Source.id,
    "code": Code.id,
    "finding": Finding.id,
    "informant": Informant.id,
    "site": Site.id,
    "role": Role.id,
    "category": Category.id,
    "instrument": Instrument.id,
    "research_question": ResearchQuestion.id,
    "display": Display.id,
    "excerpt": Excerpt.id,
    "coding": Coding.id,
}
_EXCERPTS = select(
    Excerpt.id, Excerpt.source_id, Excerpt.start, Excerpt.end, Source.reference
).join(Source, Source.id == Excerpt.source_id)
_CODINGS = (
    select(
        *(Coding.id, Excerpt.source_id, Excerpt.start, Excerpt.end, Source.reference),
        *(Code.name.label("code"), Code.colour),
    )
    .join(Excerpt, Excerpt.id == Coding.excerpt_id)
    .join(Source, Source.id == Excerpt.source_id)
    .join(Code, Code.id == Coding.code_id)
)


def there(connection: Connection, keys: Collection[Key]) -> set[Key]:
    """Return those of `keys` that are in the study."""
    found: set[Key] = set()
    for entity, few in _few(keys):
        if entity in _IDS:
            ids = connection.scalars(select(_IDS[entity]).where(_IDS[entity].in_(few)))
            found |= {(entity, row_id) for row_id in ids}
    return found


def things(study: Study, keys: Collection[Key]) -> dict[Key, Thing]:
    """Return what `keys` are called now; what is gone is left out."""
    found: dict[Key, Thing] = {}
    with study.read() as connection:
        for entity, few in _few(keys):
            if entity in _NAMED:
                rows = connection.execute(_NAMED[entity].where(_IDS[entity].in_(few))).all()
                found |= {(entity, row[0]): _thing(entity, row) for row in rows}
            elif entity in ("excerpt", "coding"):
                query = _EXCERPTS if entity == "excerpt" else _CODINGS
                rows = connection.execute(query.where(_IDS[entity].in_(few))).all()
                found |= {(entity, row.id): _spoken(study, entity, row) for row in rows}
    return found


def linkable(study: Study) -> list[Thing]:
    """Return all that a memo can name: codes, findings, sources, informants, then excerpts."""
    found: list[Thing] = []
    with study.read() as connection:
        for entity in LINKED:
            if entity == "excerpt":
                query = _EXCERPTS.order_by(Excerpt.source_id, Excerpt.start)
                rows = connection.execute(query).all()
                found += [_spoken(study, entity, row) for row in rows]
            else:
                rows = connection.execute(_NAMED[entity].order_by(_IDS[entity])).all()
                found += [_thing(entity, row) for row in rows]
    return found


def _few(keys: Collection[Key]) -> Iterable[tuple[str, list[int]]]:
    by_entity: dict[str, list[int]] = defaultdict(list)
    for entity, row_id in keys:
        by_entity[entity].append(row_id)
    for entity, ids in by_entity.items():
        for at in range(0, len(ids), AT_ONCE):
            yield entity, ids[at : at + AT_ONCE]


def _thing(entity: str, row: Any) -> Thing:
    place = (row[0], 0, 0) if entity == "source" else None
    return Thing((entity, row[0]), " ".join(plain(row[1]).split()), row[2], place, row[3])


def _spoken(study: Study, entity: str, row: Any) -> Thing:
    place = (row.source_id, row.start, row.end)
    words = " ".join(study.texts.quote(*place).split())
    short = words if len(words) <= SHOWN else words[:SHOWN].rstrip() + "…"
    if entity == "coding":
        return Thing((entity, row.id), f"{row.code}, {row.reference}", words, place, row.colour)
    return Thing((entity, row.id), f"“{short}” {row.reference}", words, place)
