"""Bringing planned files into the study: all of them one change, one step of undo."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.collect.bulk import WITH_NULLS
from app.collect.import_report import Imported, ImportReport, Refused
from app.collect.methods import method_named
from app.collect.planned import (
    CODED,
    ROWS,
    TEXT,
    Cancelled,
    PlannedSource,
    Progress,
    with_informants,
)
from app.collect.planning import plan_import
from app.collect.reading.reader import file_bytes
from app.collect.references import References
from app.collect.rows import expand
from app.design.register import Register
from app.errors import StudyProblem, UserError
from app.faults import one_line
from app.study import Study
from models.collection import Original, Participation, Source, SourceText, Turn
from models.design import METHODS, Informant
from models.fulltext import index_text


class _Stop(Exception):
    """The researcher cancelled: the change is taken back."""


def import_sources(
    study: Study,
    planned: Sequence[PlannedSource],
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ImportReport:
    """Import the ticked lines of a plan, of kind "text" and "rows", in one change.

    A line that cannot come in is named in the report with its reason; the others come in. Each
    source keeps the bytes of its file. Where it is cancelled nothing is changed.
    """
    ticked = [line for line in planned if line.include and line.kind in (TEXT, ROWS)]
    refused = [
        Refused(line.name, line.problem or UserError("collect.coded_elsewhere", file=line.name))
        for line in planned
        if line.include and (line.kind == CODED or line.problem is not None)
    ]
    if not ticked:
        return ImportReport(refused=tuple(refused))
    label = f"collect.history.{'imported' if len(ticked) > 1 else 'imported_one'}"
    try:
        with (
            study.change(label, count=len(ticked), name=ticked[0].name) as session,
            session.begin_nested(),
        ):
            importer = _Importer(session, study.language)
            for number, line in enumerate(ticked):
                if cancelled is not None and cancelled():
                    raise _Stop
                importer.bring_in(line)
                if progress is not None:
                    progress(number + 1, len(ticked))
            session.flush()
            report = importer.report()
    except _Stop:
        return ImportReport(cancelled=True)
    return ImportReport(refused=tuple(refused)).together(report)


def collect_files(
    study: Study,
    paths: Sequence[Path],
    method: str,
    informants: Sequence[str] = (),
    site: str = "",
    date: date | None = None,
) -> ImportReport:
    """Import files all of one method (a name or letter, in either language): for the terminal.

    What is not given is guessed. A file that the study already holds is refused. Raises UserError
    where the method is none.
    """
    name = method_named(method)
    plan = []
    refused = []
    references = References(references_in(study), study.language)
    for line in plan_import(study, paths):
        problem = line.problem
        if line.duplicate_of:
            problem = UserError("collect.duplicate", file=line.name, source=line.duplicate_of)
        if problem is not None:
            refused.append(Refused(line.name, problem))
            continue
        told = with_informants(line, tuple(informants)) if informants else line
        told = replace(told, method=name, site=site or line.site, date=date or line.date)
        who = told.informants if told.kind == TEXT else ()
        plan.append(replace(told, reference=references.next(name, who)))
    return ImportReport(refused=tuple(refused)).together(import_sources(study, plan))


def references_in(study: Study) -> list[str]:
    """Return the references of all sources."""
    with study.read() as connection:
        return list(connection.scalars(select(Source.reference)))


class _Importer:
    """Writes sources within one change."""

    def __init__(self, session: Session, language: str) -> None:
        self.session = session
        self.register = Register(session)
        self.references = References(session.scalars(select(Source.reference)), language)
        self.imported: list[Imported] = []
        self.refused: list[Refused] = []
        self.described: set[int] = set()

    def report(self) -> ImportReport:
        return ImportReport(
            tuple(self.imported),
            tuple(self.refused),
            informants=self.register.informants_made,
            described=len(self.described),
        )

    def bring_in(self, line: PlannedSource) -> None:
        """Read the file's bytes once more, to keep them, and write its sources."""
        try:
            self._check(line)
            data = file_bytes(line.path)
            if hashlib.sha256(data).hexdigest() != line.sha256:
                raise UserError("collect.file_changed", file=line.name)
        except StudyProblem as problem:
            self.refused.append(Refused(line.name, problem))
            return
        rows = expand(line)
        if not rows:
            nothing = UserError("collect.nothing_in_rows", file=line.name)
            self.refused.append(Refused(line.name, nothing))
        first = True
        for source in rows:
            if line.kind == ROWS and not source.text:
                self._attributes(source)
                continue
            self._write(source, data if first else None)
            first = False

    def _check(self, line: PlannedSource) -> None:
        if line.method not in METHODS:
            raise UserError("collect.no_method", file=line.name)
        reference = line.reference.strip()
        if not reference:
            raise UserError("collect.no_reference", file=line.name)
        if line.kind == TEXT and self.references.is_taken(reference):
            raise UserError("collect.reference_taken", file=line.name, reference=reference)

    def _write(self, line: PlannedSource, data: bytes | None) -> None:
        source = Source(
            title=line.title.strip() or line.name,
            reference=self.references.take(line.reference.strip()),
            method=line.method,
            date=line.date,
            site_id=self.register.site(line.site),
            file_name=one_line(line.path.name),
            sha256=line.sha256,
            length=len(line.text),
            attributes=dict(line.attributes),
        )
        self.session.add(source)
        self.session.flush()
        self.session.execute(insert(SourceText).values(source_id=source.id, text=line.text))
        if data is not None:
            values = {"source_id": source.id, "name": one_line(line.path.name), "data": data}
            self.session.execute(insert(Original).values(**values))
        informants = self._participants(source.id, line)
        self._turns(source.id, line, informants)
        index_text(self.session.connection(), source.id, line.text)
        self.imported.append(Imported(source.id, source.reference, source.title))

    def _participants(self, source_id: int, line: PlannedSource) -> dict[str, int]:
        """Let the informants take part; return their ids by code.

        The category and the site of the line are those of its informants where they have none; a
        category other than their own is the one in which they speak here.
        """
        category, site = self.register.category(line.category), self.register.site(line.site)
        spoken = [speaker.informant for speaker in line.speakers if speaker.informant]
        ids: dict[str, int] = {}
        here: dict[int, int | None] = {}
        for code in dict.fromkeys([*line.informants, *spoken]):
            informant = self.register.informant(code)
            if line.kind == ROWS:
                self._describe(informant, line.attributes)
            ids[code] = informant.id
            if code in line.informants:
                informant.category_id = informant.category_id or category
                informant.site_id = informant.site_id or site
                here[informant.id] = category if category != informant.category_id else None
        rows = [
            {"source_id": source_id, "informant_id": i, "category_id": here.get(i)}
            for i in dict.fromkeys(ids.values())
        ]
        if rows:
            self.session.execute(insert(Participation), rows, execution_options=WITH_NULLS)
        elif category:
            self.session.add(Participation(source_id=source_id, category_id=category))
        return ids

    def _turns(self, source_id: int, line: PlannedSource, ids: Mapping[str, int]) -> None:
        speakers = {speaker.label: speaker for speaker in line.speakers}
        rows = []
        for turn in line.turns:
            speaker = speakers.get(turn.speaker)
            rows.append(
                {
                    "source_id": source_id,
                    "start": turn.start,
                    "end": turn.end,
                    "speaker": turn.speaker,
                    "informant_id": ids.get(speaker.informant) if speaker else None,
                    "is_researcher": speaker.is_researcher if speaker else turn.is_researcher,
                }
            )
        if rows:
            self.session.execute(insert(Turn), rows, execution_options=WITH_NULLS)

    def _attributes(self, line: PlannedSource) -> None:
        """A row without text says what its informants are like."""
        for code in line.informants:
            informant = self.register.informant(code)
            self._describe(informant, line.attributes)
            if informant.site_id is None:
                informant.site_id = self.register.site(line.site)

    def _describe(self, informant: Informant, attributes: Mapping[str, str]) -> None:
        """Give an informant the attributes that they have no value for."""
        there = informant.attributes or {}
        new = {name: value for name, value in attributes.items() if not there.get(name)}
        if new:
            informant.attributes = {**there, **new}
            self.described.add(informant.id)
