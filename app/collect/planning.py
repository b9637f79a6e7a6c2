"""The table before an import: each file read, with what could be guessed of it."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select

from app.collect.coded_columns import looks_coded
from app.collect.finding_files import find_files
from app.collect.guessing import Known, guess
from app.collect.planned import (
    CODED,
    ROWS,
    TEXT,
    UNREADABLE,
    Cancelled,
    PlannedSource,
    Progress,
)
from app.collect.reading.reader import file_bytes, read_bytes
from app.collect.reading.source import ReadSource, Sheet
from app.collect.references import References
from app.collect.rows import expand, guess_columns
from app.collect.turns import find_turns
from app.errors import StudyProblem, UserError
from app.faults import one_line
from app.study import Study
from models.collection import Source
from models.design import METHODS, Category, Informant, Site


def plan_import(
    study: Study,
    paths: Sequence[Path],
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[PlannedSource]:
    """Read the files at `paths`, and those in folders among them, and guess what each is.

    Nothing in the study changes. A file that cannot be read carries its `problem`; one that the
    study or the list already holds, by its SHA-256, is not ticked. A workbook has a line for each
    of its sheets. Where it is cancelled the list ends with the last file read.
    """
    files = list(find_files(paths))
    known = known_in(study)
    with study.read() as connection:
        sources = connection.execute(select(Source.sha256, Source.reference)).all()
    seen = {sha: reference for sha, reference in reversed(sources) if sha}
    references = References((reference for _, reference in sources), study.language)
    planned: list[PlannedSource] = []
    for number, (path, problem) in enumerate(files):
        if cancelled is not None and cancelled():
            break
        read = [_unreadable(path, problem)] if problem else plan_file(path, known, seen)
        lines = [_with_reference(line, references) for line in read]
        for line in lines:
            if line.sha256:
                seen.setdefault(line.sha256, line.name)
        planned += lines
        if progress is not None:
            progress(number + 1, len(files))
    return planned


def plan_file(path: Path, known: Known, seen: dict[str, str]) -> list[PlannedSource]:
    """Read one file; `seen` names what has the same bytes, by SHA-256."""
    name = one_line(path.name)
    try:
        data = file_bytes(path)
        read = read_bytes(path, data)
    except StudyProblem as problem:
        return [_unreadable(path, problem)]
    digest = hashlib.sha256(data).hexdigest()
    twin = seen.get(digest, "")
    base = PlannedSource(
        path=path,
        name=name,
        kind=TEXT,
        format=read.format,
        notices=read.notices,
        sha256=digest,
        size=len(data),
        duplicate_of=twin,
        include=not twin,
    )
    if read.sheets:
        several = len(read.sheets) > 1
        return [_table(base, sheet, known, several=several) for sheet in read.sheets]
    return [_text(base, read, known)]


def check_plan(study: Study, planned: Sequence[PlannedSource]) -> list[StudyProblem | None]:
    """Say for each line what stands in the way of importing it as it is now; None for nothing.

    Lines that are not ticked are not in the way of anything.
    """
    with study.read() as connection:
        taken = set(connection.scalars(select(Source.reference)))
    wanted = {reference.casefold() for reference in taken}
    found: list[StudyProblem | None] = []
    for line in planned:
        found.append(_hindrance(line, wanted) if line.include else line.problem)
        if line.include and line.kind == TEXT:
            wanted.add(line.reference.strip().casefold())
    return found


def known_in(study: Study) -> Known:
    """Return what the study knows by now, for guessing."""
    with study.read() as connection:
        informants = connection.execute(select(Informant.code, Informant.pseudonym)).all()
        sites = connection.scalars(select(Site.name).order_by(Site.position, Site.id)).all()
        categories = connection.scalars(select(Category.name)).all()
    return Known({i.code: i.pseudonym for i in informants}, tuple(sites), tuple(categories))


def _hindrance(line: PlannedSource, taken: set[str]) -> StudyProblem | None:
    if line.problem is not None or line.kind == CODED:
        return line.problem
    if line.method not in METHODS:
        return UserError("collect.no_method", file=line.name)
    if line.kind == ROWS and not any(expand(line)):
        return UserError("collect.nothing_in_rows", file=line.name)
    if line.kind == ROWS:
        return None
    reference = line.reference.strip()
    if not reference:
        return UserError("collect.no_reference", file=line.name)
    if reference.casefold() in taken:
        return UserError("collect.reference_taken", file=line.name, reference=reference)
    return None


def _text(base: PlannedSource, read: ReadSource, known: Known) -> PlannedSource:
    turns = read.turns or find_turns(read.text, known.names())
    guessed = guess(base.path, read.text, turns, known, read.format)
    return replace(
        base,
        title=guessed.title,
        method=guessed.method,
        informants=guessed.informants,
        category=guessed.category,
        site=guessed.site,
        date=guessed.date,
        speakers=guessed.speakers,
        text=read.text,
        turns=turns,
        headings=read.headings,
    )


def _table(base: PlannedSource, sheet: Sheet, known: Known, *, several: bool) -> PlannedSource:
    name = f"{base.name} – {one_line(sheet.name)}" if several else base.name
    if looks_coded(sheet.header):
        return replace(base, name=name, kind=CODED, title=one_line(base.path.stem), sheet=sheet)
    if not sheet.rows:
        problem = UserError("collect.no_rows", file=name)
        return replace(_unreadable(base.path, problem), name=name, sha256=base.sha256)
    columns = guess_columns(sheet, known.names())
    guessed = guess(base.path, "", (), known, base.format)
    informants = () if columns.informant is not None else guessed.informants
    return replace(
        base,
        name=name,
        kind=ROWS,
        title=guessed.title + (f" – {sheet.name}" if several else ""),
        method=guessed.method,
        informants=informants,
        site="" if columns.site is not None else guessed.site,
        date=guessed.date,
        sheet=sheet,
        columns=columns,
    )


def _with_reference(line: PlannedSource, references: References) -> PlannedSource:
    if line.kind not in (TEXT, ROWS):
        return line
    informants = line.informants if line.kind == TEXT else ()
    return replace(line, reference=references.next(line.method, informants))


def _unreadable(path: Path, problem: StudyProblem) -> PlannedSource:
    return PlannedSource(
        path=path,
        name=one_line(path.name),
        kind=UNREADABLE,
        title=one_line(path.stem),
        include=False,
        problem=problem,
    )
