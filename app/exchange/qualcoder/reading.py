"""Reads a QualCoder project as a Project; schema versions 1 to 16 and whatever comes after.

The tables and their columns are those of `create table` in QualCoder's own source; columns that an
older version lacks are empty. Positions are code points over `source.fulltext`, half-open.
"""

from pathlib import Path

from app.errors import UserError
from app.exchange.incoming import InNote, Project
from app.exchange.others.database import Database, moment, opened, words
from app.exchange.others.gathering import Gathering
from app.exchange.others.identity import Identities
from app.exchange.qualcoder.cases import read_cases, read_variables
from app.exchange.qualcoder.codes import read_codes
from app.exchange.qualcoder.sources import Sources
from app.faults import one_line

DATA = "data.qda"
NEEDED = ("source", "code_name", "code_text")
_LOST = {
    "graph": "lost.graphs",
    "stored_sql": "lost.queries",
}


def is_qualcoder(database: Database) -> bool:
    """Tell whether a database is a QualCoder project."""
    return database.has("code_name", "code_text") or database.has("source", "code_cat", "project")


def read_qualcoder(path: Path) -> Project:
    """Read the project in the folder `path`, or in the `data.qda` of one.

    Raises UserError with one sentence where it is none or cannot be read, EnvironmentProblem where
    the disk refuses.
    """
    folder = path if path.is_dir() else path.parent
    data = path / DATA if path.is_dir() else path
    name = one_line(folder.name if data.name == DATA else path.name)
    if not data.is_file():
        raise UserError("otherfiles.no_data", file=name, data=DATA)
    with opened(data, name) as database:
        if not is_qualcoder(database):
            raise UserError("otherfiles.unknown_database", file=name)
        return _read(database, folder, name)


def _read(database: Database, folder: Path, name: str) -> Project:
    projects = list(database.rows("project"))
    about = projects[0] if projects else {}
    stem = Path(name).stem
    gathering = Gathering(database, Identities("qualcoder", words(about, "date") or stem))
    for row in database.rows("coder_names"):
        gathering.user(words(row, "name"))
    for table in NEEDED:
        if not database.has(table):
            gathering.trouble("otherfiles.lost.missing_table", table=table)
    codes = read_codes(gathering)
    variables = read_variables(gathering)
    sources = Sources(gathering, folder)
    texts, attachments = sources.read()
    cases = read_cases(gathering, sources)
    journals = _journals(gathering)
    gathering.left_out(_LOST)
    for row in database.rows("attribute"):
        if words(row, "attr_type") not in ("file", "case"):
            on, name = gathering.ids.of("journal", words(row, "id")), words(row, "name")
            gathering.leave(on, name, words(row, "value"))
    for row in database.rows("ris"):
        tag = words(row, "longtag") or words(row, "tag")
        gathering.leave(
            "", f"bibliography {words(row, 'risid')} {tag}".strip(), words(row, "value")
        )
    return Project(
        name=stem,
        origin=_origin(words(about, "about")),
        description=words(about, "memo"),
        users=gathering.users(),
        codes=codes,
        sources=texts,
        attachments=attachments,
        variables=variables,
        cases=cases,
        notes=(*sources.notes, *journals),
        leftovers=tuple(gathering.leftovers),
        troubles=gathering.all_troubles(),
    )


def _origin(about: str) -> str:
    bare = one_line(about).strip()
    return bare if "qualcoder" in bare.lower() else f"QualCoder {bare}".strip()


def _journals(gathering: Gathering) -> tuple[InNote, ...]:
    return tuple(
        InNote(
            gathering.ids.of("journal", words(row, "jid") or order),
            words(row, "name"),
            words(row, "jentry"),
            user=gathering.owner(row),
            made_at=moment(row, "date"),
        )
        for order, row in enumerate(gathering.database.rows("journal"))
        if words(row, "jentry").strip() or words(row, "name").strip()
    )
