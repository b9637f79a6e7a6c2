"""Reads an RQDA project as a Project.

Rows of which `status` is not 1 were deleted in the program. Positions are those of its text view:
code points, half-open, kept as real numbers.
"""

from collections.abc import Iterator
from pathlib import Path

from app.errors import UserError
from app.exchange.incoming import InAttachment, InNote, InPart, Project
from app.exchange.others.database import Database, Row, moment, number, opened, words
from app.exchange.others.gathering import Gathering, by_number
from app.exchange.others.identity import Identities
from app.exchange.rqda.around import read_cases, read_file_sets, read_variables
from app.exchange.rqda.codes import read_codes
from app.exchange.rqda.sources import Sources, coding_of
from app.faults import one_line

NEEDED = ("source", "freecode", "coding")


def is_rqda(database: Database) -> bool:
    """Tell whether a database is an RQDA project."""
    return database.has("freecode", "source") or database.has("freecode", "coding", "codecat")


def read_rqda(path: Path) -> Project:
    """Read the project at `path`.

    Raises UserError with one sentence where it is none or cannot be read, EnvironmentProblem where
    the disk refuses.
    """
    with opened(path) as database:
        if not is_rqda(database):
            raise UserError("otherfiles.unknown_database", file=one_line(path.name))
        return _read(database, path)


class Alive:
    """The rows of an RQDA database that were not deleted; the others are counted."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering

    def __call__(self, table: str) -> Iterator[Row]:
        """Yield the rows of `table` that are alive."""
        for row in self._gathering.database.rows(table):
            if "status" in row and number(row, "status") != 1:
                self._gathering.tally["lost.deleted"] += 1
            else:
                yield row


def _read(database: Database, path: Path) -> Project:
    about = next(iter(database.rows("project")), {})
    identity = words(about, "date") or path.stem
    gathering = Gathering(database, Identities("rqda", identity))
    for table in NEEDED:
        if not database.has(table):
            gathering.trouble("otherfiles.lost.missing_table", table=table)
    alive = Alive(gathering)
    codes, code_sets = read_codes(gathering, alive)
    variables = read_variables(gathering, alive)
    sources = Sources(gathering, alive)
    texts = sources.read()
    cases = read_cases(gathering, alive, sources)
    sets = (*code_sets, *read_file_sets(gathering, alive, sources))
    pictures = _pictures(gathering, alive)
    journals = _journals(gathering, alive)
    gathering.tally["lost.second_codings"] += database.count("coding2")
    version = words(about, "databaseversion")
    return Project(
        name=path.stem,
        origin=f"RQDA {version}".strip(),
        description=words(about, "memo"),
        users=gathering.users(),
        codes=codes,
        sources=texts,
        attachments=pictures,
        variables=variables,
        cases=cases,
        notes=(*sources.notes, *journals),
        sets=sets,
        leftovers=tuple(gathering.leftovers),
        troubles=gathering.all_troubles(),
    )


def _journals(gathering: Gathering, alive: Alive) -> tuple[InNote, ...]:
    return tuple(
        InNote(
            gathering.ids.of("journal", order, words(row, "name")),
            words(row, "name"),
            words(row, "journal"),
            user=gathering.owner(row),
            made_at=moment(row, "date"),
        )
        for order, row in enumerate(alive("journal"))
    )


def _pictures(gathering: Gathering, alive: Alive) -> tuple[InAttachment, ...]:
    """Return the pictures, which RQDA keeps outside its file, with what is coded on them."""
    coded = by_number(alive("imagecoding"), "iid")
    found: dict[int, InAttachment] = {}
    for row in alive("image"):
        picture = number(row, "id")
        if picture is None or picture in found:
            continue
        gathering.tally["lost.pictures"] += 1
        found[picture] = InAttachment(
            gathering.ids.of("image", picture),
            "picture",
            words(row, "name"),
            words(row, "name"),
            parts=tuple(_part(gathering, picture, area) for area in coded.get(picture, ())),
            user=gathering.owner(row),
            made_at=moment(row, "date"),
        )
    return tuple(found.values())


def _part(gathering: Gathering, picture: int, row: Row) -> InPart:
    corners = {"firstX": "x1", "firstY": "y1", "secondX": "x2", "secondY": "y2"}
    place = {name: number(row, column) for name, column in corners.items()}
    coding = coding_of(gathering, row, "image", picture, *place.values())
    guid = gathering.ids.of("part", coding.guid)
    return InPart(guid, place, (coding,), user=coding.user, made_at=coding.made_at)
