"""Brings a project of another program into a study, all of it in one step of undo."""

from pathlib import Path

from app.collect.planned import Cancelled, Progress
from app.collector import without_collection
from app.exchange.bringing import Bringing, Stop
from app.exchange.bringing_around import (
    bring_links,
    bring_notes,
    bring_sets,
    tie_notes,
    told_otherwise,
)
from app.exchange.bringing_attachments import bring_attachments
from app.exchange.bringing_codes import bring_codes
from app.exchange.bringing_people import (
    bring_cases,
    bring_users,
    bring_variables,
    settle_speakers_of,
    tie_cases,
)
from app.exchange.bringing_sources import bring_sources
from app.exchange.bringing_turns import bring_turns
from app.exchange.growing_tables import Tables
from app.exchange.holding import holding
from app.exchange.incoming import Project, Trouble
from app.exchange.project_report import ProjectReport, by_kind
from app.exchange.refi.restoring import restore
from app.faults import one_line
from app.language.words import DEFAULT_LANGUAGE
from app.study import Study
from app.study_files import create_study
from models.design import Study as StudyRow


@without_collection()
def bring_in_project(
    study: Study,
    project: Project,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    *,
    fresh: bool = False,
) -> ProjectReport:
    """Bring a project that was read into the study, in one change.

    What the study has by guid stays as it is; to a source that it has with the same text, further
    codings are added. The report says what came, what was changed and what could not be held.
    Where it is cancelled nothing is changed. `fresh`: the study was made for this project. Raises
    UserError where the study is read-only.
    """
    name = one_line(project.name)
    try:
        with (
            study.change("exchange.history.project", name=name) as session,
            session.begin_nested(),
        ):
            bringing = Bringing(
                session,
                study,
                project,
                Tables(session.connection()),
                progress=progress,
                cancelled=cancelled,
                fresh=fresh,
            )
            _bring(bringing)
            return _report(bringing)
    except Stop:
        return ProjectReport(name=name, origin=project.origin, cancelled=True)


def new_study_of(
    path: Path,
    project: Project,
    language: str = DEFAULT_LANGUAGE,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> tuple[Study, ProjectReport]:
    """Make a study at `path` that holds the project, and open it.

    Where it is cancelled, or fails, no file stays. Raises UserError where `path` exists.
    """
    coders = [" ".join(user.name.split()) for user in project.users]
    title = one_line(project.name).strip() or path.stem
    study = create_study(path, title, language, coder=next(filter(None, coders), "A"))
    try:
        report = bring_in_project(study, project, progress, cancelled, fresh=True)
    except BaseException:
        _away(study)
        raise
    if report.cancelled:
        _away(study)
    return study, report


def _away(study: Study) -> None:
    study.close()
    study.path.unlink(missing_ok=True)


def _bring(bringing: Bringing) -> None:
    figures = holding(bringing.project)
    bringing.total = figures.get("sources", 0) + figures.get("attachments", 0) + 1
    if restore(bringing):
        bringing.restored = True
        bringing.step()
        return
    if bringing.project.tilik is not None and not bringing.fresh:
        bringing.lost("own_rows")
    bringing.project = bringing.project.whole()
    bringing.referred = _referred(bringing.project)
    bringing.told_otherwise = told_otherwise(bringing)
    bringing.remember_carried()
    bring_users(bringing)
    bring_variables(bringing)
    bring_codes(bringing)
    bring_cases(bringing)
    bring_sources(bringing)
    bring_attachments(bringing)
    tie_cases(bringing)
    bring_turns(bringing)
    settle_speakers_of(bringing)
    bring_notes(bringing)
    bring_sets(bringing)
    bring_links(bringing)
    tie_notes(bringing)
    _describe(bringing)
    bringing.leftovers(bringing.project.leftovers)
    bringing.tables.write()
    bringing.session.expire_all()
    bringing.step()


def _describe(bringing: Bringing) -> None:
    """Carry what the file says of the project itself; a new study is described by it."""
    project = bringing.project
    if bringing.fresh and project.description:
        bringing.session.get_one(StudyRow, 1).purpose = project.description
    for name in ("name", "origin", "description"):
        value = getattr(project, name)
        if value:
            bringing.carry("study", 1, f"project.{name}", value)


def _referred(project: Project) -> frozenset[str]:
    noted = {guid for note in project.notes for guid in note.on}
    linked = {guid for link in project.links for guid in (link.origin, link.target)}
    return frozenset(noted | linked)


def _report(bringing: Bringing) -> ProjectReport:
    counted = [
        Trouble(f"exchange.{what}", {"count": count})
        for what, count in bringing.tally.items()
        if count
    ]
    read = () if bringing.restored else bringing.project.troubles
    troubles = [*read, *bringing.troubles, *counted]
    return ProjectReport(
        name=bringing.project.name,
        origin=bringing.project.origin,
        came={what: count for what, count in bringing.came.items() if count},
        there={what: count for what, count in bringing.there.items() if count},
        **by_kind(troubles),
        quoted=bringing.quoted,
        agreed=bringing.agreed,
    )
