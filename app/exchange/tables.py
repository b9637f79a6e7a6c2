"""Every table of a study as JSON in one file, or as CSV in a folder."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from app.in_place import in_place, make_folder
from app.study import Study
from models.base import Base
from models.collection import SourceText
from models.history import journalled
from models.study_file import VERSION

ROWS_AT_ONCE = 1_000


def write_json(study: Study, path: Path) -> int:
    """Write every table to `path`, a list of objects each; return how many tables.

    Raises UserError or EnvironmentProblem where it cannot be written.
    """
    with (
        in_place(path) as part,
        study.read() as connection,
        part.open("w", encoding="utf-8") as file,
    ):
        file.write(f'{{"tilik": {VERSION}, "tables": {{')
        for number, table in enumerate(tables()):
            file.write(f"{',' if number else ''}\n{json.dumps(table.name)}: [")
            for count, row in enumerate(rows_of(connection, table)):
                told = dict(zip(table.columns.keys(), row, strict=True))
                words = json.dumps(told, ensure_ascii=False, default=str)
                file.write(f"{',' if count else ''}\n {words}")
            file.write("]")
        file.write("\n}}\n")
    return len(tables())


def write_csv_folder(study: Study, folder: Path) -> int:
    """Write every table to a file NAME.csv in `folder`, made where it is not; return how many.

    Values that are no plain words (attributes, settings) are JSON. Raises UserError or
    EnvironmentProblem where it cannot be written.
    """
    make_folder(folder)
    with study.read() as connection:
        for table in tables():
            place = folder / f"{table.name}.csv"
            with in_place(place) as part, part.open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(table.columns.keys())
                writer.writerows(
                    [cell(value) for value in row] for row in rows_of(connection, table)
                )
    return len(tables())


def tables() -> list[Table]:
    """Return the tables of a study that are exported."""
    texts: Any = SourceText.__table__
    return [*journalled(Base.metadata), texts]


def rows_of(connection: Connection, table: Table) -> Iterator[Row[*tuple[Any, ...]]]:
    """Yield the rows of a table in the order of their ids."""
    first = next(iter(table.primary_key.columns))
    yield from connection.execute(select(table).order_by(first)).yield_per(ROWS_AT_ONCE)


def cell(value: object) -> object:
    """Return a value as a cell: what is no plain words as JSON."""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return value
