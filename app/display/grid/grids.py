"""Tables that the researcher fills: checklist, role-ordered, conceptually clustered, framework.

Rows and columns are codes, roles, categories, sites, informants, sources, or words of their own; a
cell holds words and perhaps a rating, and where both headings name something, the excerpts behind.
(Miles, Huberman & Saldaña 2014: the cell is the researcher's, the excerpts are its grounds.)
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import uuid4

from sqlalchemy import select

from app.display.displays import GRID, add_bare_display
from app.errors import UserError
from app.language.words import say
from app.study import Study
from models.collection import Source
from models.conclusions import Display
from models.design import METHODS, Category, Informant, Role, Site
from models.drawing import RATINGS, DisplayCell
from models.reduction import Code

ENTITIES = ("", "code", "role", "category", "site", "informant", "source", "method")
"""What a heading may stand for; empty: its own words."""
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Head:
    """A row or column; `key` stays the same while it is renamed or moved.

    `id` is a row's id, of a method its name. `group` is the heading above it, such as the category
    of a programme. `gone` says that what it stood for has been deleted: its name and cells stay.
    """

    key: str
    name: str
    entity: str = ""
    id: int | str | None = None
    group: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What the researcher wrote in a cell."""

    words: str = ""
    rating: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A filled table; cells that are empty are not in `cells`."""

    display_id: int
    title: str
    corner: str
    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    rated: bool
    cells: Mapping[Place, Cell] = field(default_factory=dict)

    def cell(self, row: Head, column: Head) -> Cell:
        """Return what stands in a cell."""
        return self.cells.get((row.key, column.key), Cell())


def new_head(name: str, entity: str = "", row_id: int | str | None = None, group: str = "") -> Head:
    """Return a heading with a key of its own."""
    return Head(uuid4().hex[:8], name, entity, row_id, group)


def grid(study: Study, display_id: int) -> Grid:
    """Return the grid of a display, headings named as what they stand for is named now.

    Raises UserError where the display is gone.
    """
    with study.read() as connection:
        row = connection.execute(
            select(Display.title, Display.settings).where(
                Display.id == display_id, Display.kind == GRID
            )
        ).first()
        if row is None:
            raise UserError("display.gone")
        cells = connection.execute(
            select(
                DisplayCell.row, DisplayCell.column, DisplayCell.words, DisplayCell.rating
            ).where(DisplayCell.display_id == display_id)
        ).all()
        kept = row.settings
        names = _names(connection, [*kept.get("rows", ()), *kept.get("columns", ())])
    return Grid(
        display_id,
        row.title,
        kept.get("corner", ""),
        tuple(_head(each, names, study.language) for each in kept.get("rows", ())),
        tuple(_head(each, names, study.language) for each in kept.get("columns", ())),
        bool(kept.get("rated")),
        {(c.row, c.column): Cell(c.words, c.rating) for c in cells},
    )


def _names(connection: Any, heads: Sequence[Mapping[str, Any]]) -> dict[tuple[str, Any], str]:
    named = {
        "code": (Code.id, Code.name),
        "role": (Role.id, Role.name),
        "category": (Category.id, Category.name),
        "site": (Site.id, Site.name),
        "informant": (Informant.id, Informant.code),
        "source": (Source.id, Source.reference),
    }
    found: dict[tuple[str, Any], str] = {}
    for entity, (key, name) in named.items():
        ids = [head["id"] for head in heads if head.get("entity") == entity]
        if ids:
            for row_id, words in connection.execute(select(key, name).where(key.in_(ids))):
                found[entity, row_id] = words
    return found


def _head(kept: Mapping[str, Any], names: Mapping[tuple[str, Any], str], language: str) -> Head:
    entity, row_id = kept.get("entity", ""), kept.get("id")
    name, gone = str(kept["name"]), False
    if entity == "method":
        name = say(f"study.methods.{row_id}", language) if row_id in METHODS else name
    elif entity:
        gone = (entity, row_id) not in names
        name = names.get((entity, row_id), name)
    return Head(str(kept["key"]), name, entity, row_id, str(kept.get("group", "")), gone)


def add_grid(
    study: Study,
    title: str,
    rows: Sequence[Head] = (),
    columns: Sequence[Head] = (),
    *,
    corner: str = "",
    rated: bool = False,
    cells: Mapping[Place, Cell] | None = None,
    analytic_text: str = "",
) -> int:
    """Save a grid and return the display's id. Raises UserError where its shape does not hold."""
    shape = _shape(rows, columns, corner, rated)
    with study.change("display.history.added", title=title) as session:
        display_id = add_bare_display(study, title, GRID, shape, analytic_text)
        session.add_all(
            DisplayCell(display_id=display_id, row=row, column=column, **asdict(cell))
            for (row, column), cell in (cells or {}).items()
        )
    return display_id


def set_shape(
    study: Study,
    display_id: int,
    rows: Sequence[Head],
    columns: Sequence[Head],
    *,
    corner: str = "",
    rated: bool = False,
) -> None:
    """Give a grid other rows and columns; cells of headings that went go with them.

    Raises UserError where the display is gone, or its shape does not hold.
    """
    shape = _shape(rows, columns, corner, rated)
    kept = {head.key for head in (*rows, *columns)}
    with study.change("display.history.grid_shaped", title=grid(study, display_id).title) as s:
        display = s.get_one(Display, display_id)
        if display.settings != shape:
            display.settings = shape
        for cell in s.scalars(select(DisplayCell).where(DisplayCell.display_id == display_id)):
            if not {cell.row, cell.column} <= kept:
                s.delete(cell)


def write_cell(
    study: Study,
    display_id: int,
    row: str,
    column: str,
    *,
    words: str | None = None,
    rating: str | None = None,
) -> None:
    """Write in a cell, or rate it; a cell that is emptied goes.

    Raises UserError where the display or the heading is gone, or there is no such rating.
    """
    found = grid(study, display_id)
    keys = {head.key for head in found.rows}, {head.key for head in found.columns}
    if row not in keys[0] or column not in keys[1]:
        raise UserError("display.gone")
    if rating is not None and rating not in RATINGS:
        raise UserError("display.grid.no_rating", value=rating)
    before = found.cells.get((row, column), Cell())
    now = Cell(
        before.words if words is None else words.strip(),
        before.rating if rating is None else rating,
    )
    if now == before:
        return
    with study.change("display.history.cell_written", title=found.title) as session:
        cell = session.scalar(
            select(DisplayCell).where(
                DisplayCell.display_id == display_id,
                DisplayCell.row == row,
                DisplayCell.column == column,
            )
        )
        if now == Cell():
            if cell is not None:
                session.delete(cell)
            return
        if cell is None:
            cell = DisplayCell(display_id=display_id, row=row, column=column)
            session.add(cell)
        cell.words, cell.rating = now.words, now.rating


def _shape(
    rows: Sequence[Head], columns: Sequence[Head], corner: str, rated: bool
) -> dict[str, Any]:
    for heads in (rows, columns):
        if len({head.key for head in heads}) < len(heads):
            raise UserError("display.grid.twice")
        for head in heads:
            if not head.name.strip():
                raise UserError("display.grid.no_name")
            if head.entity not in ENTITIES:
                raise UserError("display.grid.no_entity", value=head.entity)
    return {
        "rows": [_kept(head) for head in rows],
        "columns": [_kept(head) for head in columns],
        "corner": corner.strip(),
        "rated": rated,
    }


def _kept(head: Head) -> dict[str, Any]:
    kept = {key: value for key, value in asdict(head).items() if key != "gone"}
    return {**kept, "name": " ".join(head.name.split()), "group": " ".join(head.group.split())}
