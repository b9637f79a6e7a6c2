"""Merging studies: what a colleague did in a copy of this study comes into this one.

Both must be copies of one study; anything else is for an import. A plan is made first; merging
works it out again inside one change, which is one step of undo.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select, text

from app.collector import without_collection
from app.errors import UserError
from app.exchange.merging.comparing import Comparing
from app.exchange.merging.corrections import (
    Corrected,
    base_in_their_words,
    corrections,
    edits_to_make,
    move_spans,
    sign_corrections,
)
from app.exchange.merging.doing import Doing
from app.exchange.merging.plan import Plan, plan_of
from app.exchange.merging.snapshot import (
    MERGED,
    SETTING,
    deleted_guids,
    read_rows,
    read_steps,
    rows_after,
)
from app.exchange.merging.texts import shifting, texts_of
from app.exchange.merging.writing import write
from app.faults import in_plain_words, one_line
from app.reduce.text_shift import applied
from app.study import Study
from app.study_files import open_study
from models import study_file
from models.collection import TextEdit
from models.design import Study as StudyRow
from models.study_file import Kind

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class _Worked:
    doing: Doing
    mark: str
    corrected: Sequence[Corrected]


class MergeCancelled(Exception):
    """The researcher stopped it; nothing was changed."""


@without_collection()
def plan_merge(study: Study, other: Path, *, force: bool = False) -> Plan:
    """Return what merging the study at `other` into this one would do; nothing is changed.

    Raises UserError where it is this study itself, no study, or no copy of this study (unless
    `force`: then rows are matched by guid and name alone).
    """
    with opened(other) as theirs, study.read() as mine, theirs.read() as there:
        _check_same(study, theirs, force=force)
        worked = _work(mine, there, {}, copies=_are_copies(study, theirs))
        said = (worked.doing, worked.corrected)
        return plan_of(study, theirs, mine, there, *said, name=other.name)


@without_collection()
def merge(
    study: Study,
    other: Path,
    choices: Mapping[str, str] | None = None,
    *,
    force: bool = False,
    progress: Progress = lambda _: None,
    cancelled: Cancelled = lambda: False,
) -> Plan:
    """Merge the study at `other` into this one in one step; return what was done.

    `choices` are "mine" or "theirs" by the key of a question of the plan; mine, where none is
    given. Raises UserError as `plan_merge` does and where this study is read-only, and
    MergeCancelled.
    """
    with opened(other) as theirs, theirs.read() as there:
        _check_same(study, theirs, force=force)
        copies = _are_copies(study, theirs)
        with study.change(MERGED, name=one_line(other.name)) as session:
            mine = session.connection()
            progress(0.1)
            worked = _work(mine, there, choices or {}, copies=copies)
            corrected = worked.corrected
            plan = plan_of(study, theirs, mine, there, worked.doing, corrected, name=other.name)
            last = session.scalar(select(func.max(TextEdit.id))) or 0
            done = 0

            def step(_: str) -> None:
                nonlocal done
                done += 1
                if cancelled():
                    raise MergeCancelled
                progress(min(0.9, 0.4 + done / 100))

            write(session, there, worked.doing, step)
            sign_corrections(session, corrected, last)
            if not plan.is_empty:
                _remember(mine, worked.mark)
            session.expire_all()
        progress(1.0)
    return plan


@contextmanager
def opened(path: Path) -> Iterator[Study]:
    """Open a study for reading only, whoever has it open; an older one by way of a copy.

    Raises UserError where it is not a study, or EnvironmentProblem where it cannot be read.
    """
    name = one_line(path.name)
    with in_plain_words(path):
        if not path.is_file():
            raise UserError("merging.no_file", name=name)
        kind = study_file.identify(path)
    if kind is Kind.NEWER:
        raise UserError("study.newer", name=name)
    if kind in (Kind.EMPTY, Kind.NOT_A_STUDY):
        raise UserError("merging.not_a_study", name=name)
    with tempfile.TemporaryDirectory() as folder:
        if kind is Kind.OLDER:
            copy = Path(folder) / path.name
            with in_plain_words(path):
                shutil.copyfile(path, copy)
            study = open_study(copy)
        else:
            study = Study(path.resolve(), lock=None, why_read_only="study.read_only")
        try:
            yield study
        finally:
            study.close()


def _check_same(study: Study, theirs: Study, *, force: bool) -> None:
    if study.path.resolve() == theirs.path.resolve():
        raise UserError("merging.itself", name=one_line(study.path.name))
    if not force and not _are_copies(study, theirs):
        raise UserError("merging.other_study", name=one_line(theirs.path.name))


def _are_copies(study: Study, theirs: Study) -> bool:
    guids = []
    for each in (study, theirs):
        with each.read() as connection:
            guids.append(connection.scalar(select(StudyRow.guid)))
    return guids[0] == guids[1]


def _work(
    mine: Connection, there: Connection, choices: Mapping[str, str], *, copies: bool
) -> _Worked:
    """Compare two studies; where they are no `copies` of one they have nothing in common before."""
    own, other = read_rows(mine), read_rows(there)
    steps = read_steps(there)
    known = (mine.scalar(select(StudyRow.settings)) or {}).get(SETTING, [])
    since = max(read_steps(mine).last_shared(steps), steps.step_of(known))
    base = rows_after(there, other, since) if copies or since else {name: {} for name in other}
    corrected = corrections(mine, there, own, other, base)
    edits = edits_to_make(corrected, choices)
    unmoved = base_in_their_words(there, other, base)
    texts = texts_of(mine)
    unmoved_here = move_spans(own, {source: (texts[source], edits[source]) for source in edits})
    texts |= {source: applied(texts[source], made) for source, made in edits.items()}
    highest = _highest(mine, own)
    # Corrections make rows of their own before those come that are numbered here.
    highest["text_edit"] += sum(map(len, edits.values()))
    highest["refusal"] += sum(row["source_id"] in edits for row in own["refusal"].values())
    comparing = Comparing(
        own,
        other,
        base,
        unmoved=(unmoved_here, unmoved),
        deleted=deleted_guids(mine, own),
        highest=highest,
        choices=choices,
        shift=shifting(texts, texts_of(there)),
    )
    comparing.doing.edits = edits
    mark = steps.marks[-1] if steps.marks else ""
    return _Worked(comparing.run(), mark, corrected)


def _highest(connection: Connection, rows: Mapping[str, Mapping[int, object]]) -> dict[str, int]:
    """Return the highest id that each table ever gave out, as far as the study knows."""
    found = {entity: max(known, default=0) for entity, known in rows.items()}
    for name, highest in connection.execute(text("SELECT name, seq FROM sqlite_sequence")):
        if name in found:
            found[name] = max(found[name], highest)
    images = text('SELECT entity, max("row") FROM change_image GROUP BY entity')
    for name, highest in connection.execute(images):
        if name in found:
            found[name] = max(found[name], highest)
    return found


def _remember(connection: Connection, mark: str) -> None:
    """Keep how far their history was merged, so that nothing is asked twice."""
    settings = connection.scalar(select(StudyRow.settings)) or {}
    marks = [each for each in settings.get(SETTING, []) if each != mark]
    table = StudyRow.__table__
    connection.execute(
        table.update().values(settings={**settings, SETTING: [*marks, mark]})  # type: ignore[attr-defined]
    )
