"""Imports coded spreadsheets: sources, participants, codes and codings, in one change."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.collect.bulk import WITH_NULLS
from app.collect.coded_spreadsheet import CodedRow, read_coded_rows
from app.collect.import_report import Imported, ImportReport, Refused
from app.collect.reading.reader import file_bytes
from app.collect.references import References
from app.collect.speakers import Speakers, settle_speakers
from app.design.register import Register, plain_name
from app.errors import UserError
from app.exchange.coded_people import CodedPeople
from app.exchange.coded_sources import CodedParagraph, CodedSource, CodedUnit, coded_sources
from app.exchange.growing import grow
from app.exchange.many_excerpts import excerpts_at
from app.exchange.placing import places
from app.faults import one_line
from app.reduce.code_paths import PATH_MARK, code_by_path
from app.study import Study
from models.collection import Original, Participation, Source, SourceText, Turn
from models.design import Informant
from models.fulltext import index_text
from models.reduction import Code, Coding, Excerpt, Memo


def import_coded(study: Study, path: Path) -> ImportReport:
    """Import the coded spreadsheet at `path` as the study's coder, in one step of undo.

    A source that the study has by now, by its reference or title, grows: an excerpt that stands in
    its text is coded where it stands, others come under it. A source that came from the same file
    is left out. Raises UserError where the file cannot be read or its rows contradict each other
    or the study; nothing is changed then.
    """
    name = one_line(path.name)
    data = file_bytes(path)
    rows = read_coded_rows(path)
    told = coded_sources(name, rows)
    with study.change("collect.history.coded_imported", name=name) as session:
        importer = _Importer(session, study, name, data)
        for source in told:
            importer.source(source)
        if told and len(importer.refused) == len(told):
            raise UserError("collect.coded.already_imported", file=name)
        importer.declare(rows)
        session.flush()
        return importer.report()


class _Importer:
    """Writes the sources of one file within one change."""

    def __init__(self, session: Session, study: Study, name: str, data: bytes) -> None:
        self.session = session
        self.study = study
        self.name = name
        self.data = data
        self.sha256 = hashlib.sha256(data).hexdigest()
        self.register = Register(session)
        self.people = CodedPeople(session, self.register, name)
        self.references = References(session.scalars(select(Source.reference)), study.language)
        self.codes: dict[tuple[str, ...], int] = {}
        self.codes_before = len(session.scalars(select(Code.id)).all())
        self.codings = 0
        self.imported: list[Imported] = []
        self.refused: list[Refused] = []
        self.original_kept = False

    def report(self) -> ImportReport:
        made = len(self.session.scalars(select(Code.id)).all()) - self.codes_before
        return ImportReport(
            imported=tuple(self.imported),
            refused=tuple(self.refused),
            codings=self.codings,
            codes=made,
            informants=self.register.informants_made,
        )

    def source(self, told: CodedSource) -> None:
        """Write one source, or add to the one that the study has."""
        there = self._there(told)
        if there is not None and there.sha256 == self.sha256:
            problem = UserError("collect.coded.source_already", file=self.name, source=told.title)
            self.refused.append(Refused(told.title, problem))
            return
        if there is None:
            source_id, spans = self._new(told), _spans(told.paragraphs)
        else:
            length, before = there.length, self._participants(there.id)
            source_id, spans = self._grown(told, there)
        ids = {
            key: self.people.take_part(source_id, told, unit) for key, unit in told.units.items()
        }
        if there is not None:
            self._keep_speaker(source_id, length, before)
        self._turns(source_id, told, spans, ids)
        if there is not None:
            settle_speakers(self.session, source_id)
        self._codings(source_id, told.paragraphs, spans)
        self._notes(source_id, told)
        row = self.session.get_one(Source, source_id)
        self.imported.append(Imported(source_id, row.reference, row.title))

    def declare(self, rows: Sequence[CodedRow]) -> None:
        """Make the codes and informants that rows name without a source or an excerpt."""
        for row in rows:
            if row.path:
                code = self._code(row.path)
                if row.memo and not row.excerpt and not row.source:
                    self._memo("code", code, row.path[-1], row.memo)
            if row.informant and not row.source:
                unit = CodedUnit(row.informant)
                unit.category.value, unit.role.value = row.category, row.role
                unit.site.value, unit.role.row = row.site, row.number
                self.people.informant(unit)

    def _there(self, told: CodedSource) -> Source | None:
        wanted = plain_name(told.title)
        rows = self.session.execute(select(Source.id, Source.reference, Source.title)).all()
        found = next((r.id for r in rows if plain_name(r.reference) == wanted), None)
        if found is None:
            found = next((r.id for r in rows if plain_name(r.title) == wanted), None)
        return self.session.get(Source, found) if found is not None else None

    def _new(self, told: CodedSource) -> int:
        if not told.method.value:
            raise UserError(
                "collect.coded.source_without_method",
                file=self.name,
                row=told.row,
                source=told.title,
            )
        text = "\n".join(paragraph.text for paragraph in told.paragraphs)
        source = Source(
            title=told.title,
            reference=self.references.take(told.title),
            method=told.method.value,
            date=told.date.value,
            site_id=self.register.site(told.site()),
            file_name=self.name,
            sha256=self.sha256,
            length=len(text),
        )
        self.session.add(source)
        self.session.flush()
        self.session.execute(insert(SourceText).values(source_id=source.id, text=text))
        index_text(self.session.connection(), source.id, text)
        if not self.original_kept:
            values = {"source_id": source.id, "name": self.name, "data": self.data}
            self.session.execute(insert(Original).values(**values))
            self.original_kept = True
        return source.id

    def _grown(self, told: CodedSource, there: Source) -> tuple[int, list[tuple[int, int]]]:
        """Find the excerpts in the text of a source, put the others under it; return its id now
        and where each paragraph stands.
        """
        if told.method.value and there.method != told.method.value:
            raise UserError(
                "collect.coded.other_method",
                file=self.name,
                row=told.method.row,
                source=told.title,
            )
        source_id = there.id
        text = (
            self.session.scalar(select(SourceText.text).where(SourceText.source_id == source_id))
            or ""
        )
        told_words = [(paragraph.text, paragraph.informant) for paragraph in told.paragraphs]
        found = places(text, told_words, self._speaker_in(source_id))
        new = [p for p, place in zip(told.paragraphs, found, strict=True) if place is None]
        if new:
            source_id = grow(self.session, source_id, "\n".join(p.text for p in new))
        under = iter(_spans(new, len(text) + 1 if text else 0))
        spans = [place if place is not None else next(under) for place in found]
        return source_id, spans

    def _speaker_in(self, source_id: int) -> Callable[[int, int], str]:
        """Return who says a stretch of a source: an informant's code, or "" for nobody known."""
        speakers = Speakers(self.session, source_id)
        codes: dict[int, str] = {
            row.id: row.code for row in self.session.execute(select(Informant.id, Informant.code))
        }

        def speaker(start: int, end: int) -> str:
            return codes.get(speakers.of(start, end) or 0, "")

        return speaker

    def _turns(
        self,
        source_id: int,
        told: CodedSource,
        spans: Sequence[tuple[int, int]],
        ids: Mapping[str, int | None],
    ) -> None:
        """Say who speaks in each paragraph, where that is more than one.

        What the source itself says has a turn without an informant, lest it be taken for the words
        of its only informant.
        """
        there = self.session.execute(
            select(Turn.start, Turn.end).where(Turn.source_id == source_id)
        ).all()
        if not there and len(self._participants(source_id)) < 2:
            return
        rows = [
            {
                "source_id": source_id,
                "start": start,
                "end": end,
                "speaker": paragraph.informant,
                "informant_id": ids[plain_name(paragraph.informant)],
            }
            for paragraph, (start, end) in zip(told.paragraphs, spans, strict=True)
            if not any(turn.start < end and turn.end > start for turn in there)
        ]
        if rows:
            self.session.execute(insert(Turn), rows, execution_options=WITH_NULLS)

    def _keep_speaker(self, source_id: int, length: int, before: Sequence[int | None]) -> None:
        """Others speak now in a source that had one informant and no turns: the first `length`
        characters stay that informant's.
        """
        turns = select(Turn.id).where(Turn.source_id == source_id).limit(1)
        if len(before) != 1 or before[0] is None or self.session.scalar(turns) is not None:
            return
        if length and len(self._participants(source_id)) > 1:
            code = self.session.get_one(Informant, before[0]).code
            self.session.add(
                Turn(source_id=source_id, start=0, end=length, speaker=code, informant_id=before[0])
            )
            self.session.flush()

    def _participants(self, source_id: int) -> Sequence[int | None]:
        query = select(Participation.informant_id).where(Participation.source_id == source_id)
        return self.session.scalars(query).all()

    def _codings(
        self,
        source_id: int,
        paragraphs: Sequence[CodedParagraph],
        spans: Sequence[tuple[int, int]],
    ) -> None:
        """Code the paragraphs; what the coder has coded so by now stays as it is."""
        coded = [(p, span) for p, span in zip(paragraphs, spans, strict=True) if p.codings]
        excerpts = excerpts_at(self.session, source_id, [span for _, span in coded])
        there = self._coded(source_id)
        rows = []
        for paragraph, span in coded:
            for coding in paragraph.codings:
                key = excerpts[span], self._code(coding.path)
                if key not in there:
                    there.add(key)
                    rows.append(
                        {
                            "excerpt_id": key[0],
                            "code_id": key[1],
                            "coder_id": self.study.coder_id,
                            "direction": coding.direction,
                            "memo": coding.memo,
                        }
                    )
        if rows:
            self.session.execute(insert(Coding), rows)
        self.codings += len(rows)

    def _coded(self, source_id: int) -> set[tuple[int, int]]:
        rows = self.session.execute(
            select(Coding.excerpt_id, Coding.code_id)
            .join(Excerpt, Excerpt.id == Coding.excerpt_id)
            .where(Excerpt.source_id == source_id, Coding.coder_id == self.study.coder_id)
        )
        return {(row.excerpt_id, row.code_id) for row in rows}

    def _code(self, path: tuple[str, ...]) -> int:
        key = tuple(plain_name(name) for name in path)
        if key not in self.codes:
            self.codes[key] = code_by_path(self.session, f" {PATH_MARK} ".join(path))
        return self.codes[key]

    def _notes(self, source_id: int, told: CodedSource) -> None:
        for note in told.notes:
            self._memo("source", source_id, told.title, note)

    def _memo(self, entity: str, row: int, title: str, text: str) -> None:
        self.session.add(
            Memo(
                title=title,
                text=text,
                on_entity=entity,
                on_id=row,
                coder_id=self.study.coder_id,
            )
        )


def _spans(paragraphs: Sequence[CodedParagraph], start: int = 0) -> list[tuple[int, int]]:
    spans = []
    for paragraph in paragraphs:
        spans.append((start, start + len(paragraph.text)))
        start += len(paragraph.text) + 1
    return spans
