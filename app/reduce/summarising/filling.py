"""Filled forms: read, saved field by field, and how far each source and site is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from app.design.sites import sites
from app.errors import UserError
from app.language.words import say
from app.reduce.source_lines import SourceLine, sources_overview
from app.reduce.summarising.fields import CASE, CONTACT, Field, kind_for, read_fields
from app.study import Study
from models.base import now
from models.collection import Participation, Source
from models.design import METHODS, Coder, Informant, Site
from models.summaries import Summary

SOURCE, SITE = "source", "site"
EMPTY, PARTLY, FILLED = "empty", "partly", "filled"


@dataclass(frozen=True, slots=True)
class Answered:
    """A field with what was written in it; `known` is what the study says of it by itself."""

    field: Field
    answer: str
    known: str = ""

    @property
    def words(self) -> str:
        """What an export prints: the answer, else what is known."""
        return self.answer if self.answer.strip() else self.known


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form on a source or a site. `name` is the reference or the site's name."""

    kind: str
    on_entity: str
    on_id: int
    name: str
    title: str
    fields: tuple[Answered, ...]
    coder: str = ""

    @property
    def state(self) -> str:
        """EMPTY without an answer, FILLED where no field lacks words, else PARTLY."""
        if not any(each.answer.strip() for each in self.fields):
            return EMPTY
        return FILLED if all(each.words.strip() for each in self.fields) else PARTLY


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """A source or a site in the list: how far its form is, `answered` fields of `total`."""

    on_entity: str
    on_id: int
    kind: str
    name: str
    more: str
    method: str
    state: str
    answered: int
    total: int


def filled_form(
    study: Study, on_entity: str, on_id: int, language: str | None = None
) -> FilledForm:
    """Return the form of a source or a site with its answers. Raises UserError where it is gone."""
    language = language or study.language
    with study.read() as connection:
        if on_entity == SITE:
            kind, name, title, known = _site(connection, on_id, language)
        else:
            kind, name, title, known = _source(connection, on_id, language)
        row = connection.execute(
            select(Summary.answers, func.coalesce(Coder.name, "").label("coder"))
            .outerjoin(Coder, Coder.id == Summary.coder_id)
            .where(Summary.kind == kind, Summary.on_entity == on_entity, Summary.on_id == on_id)
        ).first()
        answers: Mapping[str, str] = row.answers if row is not None else {}
        fields = tuple(
            Answered(field, answers.get(field.key, ""), known.get(field.key, ""))
            for field in read_fields(connection, kind, language)
        )
    coder = row.coder if row is not None else ""
    return FilledForm(kind, on_entity, on_id, name, title, fields, coder)


def save_answer(study: Study, on_entity: str, on_id: int, key: str, words: str) -> None:
    """Keep what was written in one field, as one step. Empty words take the answer away.

    Raises UserError where the source, the site or the field is gone.
    """
    form = filled_form(study, on_entity, on_id)
    label = next((each.field.label for each in form.fields if each.field.key == key), None)
    if label is None:
        raise UserError("summaries.no_such_field")
    values = {"label": label, "name": form.name}
    where = {"kind": form.kind, "on_entity": on_entity, "on_id": on_id}
    with study.change("summaries.history.answered", **values) as session:
        row = session.scalars(select(Summary).filter_by(**where)).one_or_none()
        before = row.answers if row is not None else {}
        answers = {name: said for name, said in before.items() if name != key}
        if words.strip():
            answers[key] = words
        if answers == before:
            return
        if row is None:
            session.add(Summary(**where, answers=answers, coder_id=study.coder_id or None))
        elif answers:
            row.answers, row.changed_at = answers, now()
            row.coder_id = study.coder_id or row.coder_id
        else:
            session.delete(row)


def summary_lines(study: Study, language: str | None = None) -> list[SummaryLine]:
    """Return all sources, by method and reference, then all sites, with the state of their form."""
    language = language or study.language
    lines, places = sources_overview(study, language), sites(study)
    with study.read() as connection:
        kinds = {kind_for(line.method) for line in lines} | {CASE}
        fields = {kind: read_fields(connection, kind, language) for kind in kinds}
        answers = {
            (row.kind, row.on_entity, row.on_id): row.answers
            for row in connection.execute(select(Summary.__table__))
        }
        of_sources = select(Source.site_id.label("site_id"))
        known_sites = set(connection.scalars(of_sources.union(select(Informant.site_id))))
    found = [_line(line, fields[kind_for(line.method)], answers) for line in lines]
    for site in places:
        given = answers.get((CASE, SITE, site.id), {})
        counted = _counted(
            fields[CASE], given, {"who": site.name if site.id in known_sites else ""}
        )
        more = site.address.replace("\n", ", ")
        found.append(SummaryLine(SITE, site.id, CASE, site.name, more, "", *counted))
    return found


def _line(
    line: SourceLine, fields: list[Field], answers: Mapping[tuple[str, str, int], dict[str, str]]
) -> SummaryLine:
    kind = kind_for(line.method)
    given = answers.get((kind, SOURCE, line.id), {})
    known = {"type": line.method, "site": line.site, "date": "x" if line.date else ""}
    counted = _counted(fields, given, known)
    return SummaryLine(SOURCE, line.id, kind, line.reference, line.subtitle, line.method, *counted)


def _counted(
    fields: list[Field], given: Mapping[str, str], known: Mapping[str, str]
) -> tuple[str, int, int]:
    written = sum(bool(given.get(field.key, "").strip()) for field in fields)
    if not written:
        return EMPTY, 0, len(fields)
    said = sum(bool(given.get(f.key, "").strip() or known.get(f.key)) for f in fields)
    return FILLED if said == len(fields) else PARTLY, said, len(fields)


def _source(
    connection: Connection, source_id: int, language: str
) -> tuple[str, str, str, dict[str, str]]:
    row = connection.execute(
        select(Source.reference, Source.title, Source.method, Source.date, Site.name.label("site"))
        .outerjoin(Site, Site.id == Source.site_id)
        .where(Source.id == source_id)
    ).first()
    if row is None:
        raise UserError("reduce.no_such_source")
    method = say(f"study.methods.{row.method}", language) if row.method in METHODS else row.method
    known = {"type": method, "site": row.site or "", "date": _day(row.date)}
    kind = kind_for(row.method)
    if kind == CONTACT:
        people = connection.execute(
            select(Informant.code, Informant.post)
            .join(Participation, Participation.informant_id == Informant.id)
            .where(Participation.source_id == source_id)
            .order_by(Informant.position, Informant.code)
        )
        who = ", ".join(f"{p.code} ({p.post})" if p.post else p.code for p in people)
        known["type"] = f"{method}: {who}" if who else method
    return kind, row.reference, row.title, known


def _site(
    connection: Connection, site_id: int, language: str
) -> tuple[str, str, str, dict[str, str]]:
    name = connection.scalar(select(Site.name).where(Site.id == site_id))
    if name is None:
        raise UserError("summaries.no_such_site")
    of_site: Any = select(Source.reference).where(Source.site_id == site_id)
    references = connection.scalars(of_site.order_by(Source.reference)).all()
    people = connection.scalars(
        select(Informant.code).where(Informant.site_id == site_id).order_by(Informant.code)
    ).all()
    known = " · ".join(", ".join(each) for each in (people, references) if each)
    return CASE, name, say("summaries.forms.case_summary", language), {"who": known}


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
