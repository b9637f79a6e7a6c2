"""The texts of a project: sources with what their variables tell of them, and their files."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from sqlalchemy import insert, select

from app.collect.dates import find_date
from app.collect.methods import DOCUMENTATION, INTERVIEW, method_in, read_method
from app.collect.references import References
from app.design.register import Register, plain_name
from app.exchange.bringing import Bringing, told
from app.exchange.bringing_selections import bring_selections
from app.exchange.bringing_turns import looks_spoken
from app.exchange.growing_tables import stored_time
from app.exchange.incoming import InSource
from app.exchange.plain_text import settled_text
from app.faults import one_line
from app.language.words import LANGUAGES, say
from models.collection import Original, Source, SourceText
from models.fulltext import index_text

SOURCE_MADE_BY = "source.user"
TOLD = ("method", "site", "date", "place", "reference")
"""What a variable of a source may tell that a study has a place of its own for."""


def bring_sources(bringing: Bringing) -> None:
    """Make the sources that the study has not by guid, each with its selections and codings.

    A source that the study has keeps its text; selections and codings that it has not are added
    where the text is the same.
    """
    references = References(
        bringing.session.scalars(select(Source.reference)), bringing.study.language
    )
    register = Register(bringing.session)
    there = dict(bringing.tables[Source].there)
    for source in bringing.project.sources:
        text, moved = settled_text(source.text)
        known = there.get(source.guid)
        if bringing.row("source", source.guid) is not None:
            bringing.changed("guid_doubled", name=source.name, guid=source.guid)
            known = _came_before(bringing, source, text)
        if known is not None:
            bringing.there["sources"] += 1
            bringing.became("source", source.guid, "source", known)
            if bringing.study.texts.of(known) != text:
                bringing.lost("other_text", name=source.name)
                bringing.step()
                continue
            source_id = known
        else:
            source_id = _add(bringing, source, text, references, register)
        bring_selections(bringing, source, source_id, text, moved, known=known is not None)
        bringing.step()


def _came_before(bringing: Bringing, source: InSource, text: str) -> int | None:
    """Return the source that a text of a doubled guid became when the file came the last time."""
    named = select(Source.id).where(
        Source.title == _name(bringing, source), Source.length == len(text)
    )
    texts = bringing.study.texts
    return next((n for n in bringing.session.scalars(named) if texts.of(n) == text), None)


def _name(bringing: Bringing, source: InSource) -> str:
    nameless = "exchange.nameless.source"
    return one_line(source.name).strip() or say(nameless, bringing.study.language)


def _add(
    bringing: Bringing, source: InSource, text: str, references: References, register: Register
) -> int:
    connection = bringing.tables.connection
    values = told(source.values)
    own = _own(values)
    spoken = looks_spoken(text)
    told_method = read_method(own.get("method", "")) or method_in(source.name)
    method = told_method or (INTERVIEW if spoken else DOCUMENTATION)
    day = source.date or find_date(own.get("date", ""))
    name = _name(bringing, source)
    data = source.original() if source.original is not None else None
    wanted = own.get("reference", "")
    source_id = bringing.tables[Source].add(
        source.guid,
        title=name,
        reference=references.take(wanted) if wanted else references.next(method),
        method=method,
        date=day,
        place=own.get("place", ""),
        site_id=register.site(own.get("site", "")),
        file_name=one_line(source.original_name),
        sha256=sha256(data if data is not None else text.encode()).hexdigest(),
        length=len(text),
        attributes=_rest(values, own, day),
        note=source.description,
        added_at=stored_time(source.made_at, bringing.moment),
    )
    connection.execute(insert(SourceText.__table__).values(source_id=source_id, text=text))  # type: ignore[arg-type]
    index_text(connection, source_id, text)
    if data is not None:
        kept = {"source_id": source_id, "name": one_line(source.original_name), "data": data}
        connection.execute(insert(Original.__table__).values(**kept))  # type: ignore[arg-type]
    if text != source.text:
        bringing.changed("line_ends", name=name)
    if source.user:
        bringing.carry("source", source_id, SOURCE_MADE_BY, source.user)
    if spoken:
        bringing.spoken[source_id] = text
    bringing.became("source", source.guid, "source", source_id)
    bringing.came["sources"] += 1
    return source_id


def _own(values: Mapping[str, str]) -> dict[str, str]:
    """Return what the variables tell that a source has a place for, by TOLD."""
    names = {
        plain_name(say(f"exchange.variables.{what}", language)): what
        for what in TOLD
        for language in LANGUAGES
    }
    found = {names[plain_name(name)]: name for name in values if plain_name(name) in names}
    return {what: " ".join(values[name].split()) for what, name in found.items()}


def _rest(values: dict[str, str], own: Mapping[str, str], day: date | None) -> dict[str, str]:
    """Return the values that nothing else of the source says."""
    said = set(own)
    if not read_method(own.get("method", "")):
        said.discard("method")
    if day is None:
        said.discard("date")
    names = {
        plain_name(say(f"exchange.variables.{what}", lang)) for what in said for lang in LANGUAGES
    }
    return {name: value for name, value in values.items() if plain_name(name) not in names}
