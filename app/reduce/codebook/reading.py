"""Reading a codebook from a workbook, comma separated values or a Word document.

Columns are known by their names in English or Indonesian, in any order; others are left alone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from app.collect.reading.archive import Archive
from app.collect.reading.reader import file_bytes, read_bytes
from app.errors import UserError
from app.faults import one_line
from app.reduce.code_editing import CYCLES, ORIGINS
from app.reduce.code_paths import PATH_MARK, tidy
from app.reduce.codebook.columns import COUNTS, TEXTS, columns_of, is_codebook, value_of
from app.reduce.codebook.rows import ReadCode, ReadCodebook, plain

COLOUR = re.compile(r"#?([0-9a-fA-F]{6})")

Numbered = tuple[int, Sequence[str]]


def read_codebook(path: Path) -> ReadCodebook:
    """Read the codes of a file; nothing is looked up in a study or written.

    Raises UserError, one sentence, for a file that is no codebook, or that has a row that cannot
    be taken; EnvironmentProblem where it cannot be read.
    """
    name = one_line(path.name)
    found: list[ReadCode] = []
    is_one = False
    for header, rows in _tables(path, name):
        columns = columns_of(header)
        if "path" not in columns:
            continue
        is_one = True
        for number, cells in rows:
            code = _code(name, number, cells, columns)
            if code is not None:
                found.append(code)
    if not is_one:
        raise UserError("codebook.no_codebook", name=name)
    if not found:
        raise UserError("codebook.no_rows", name=name)
    _refuse_doubles(name, found)
    return ReadCodebook(name, tuple(found))


def _tables(path: Path, name: str) -> Iterator[tuple[Sequence[str], list[Numbered]]]:
    """Yield each table of a file with its header and its rows, which bear their numbers."""
    data = file_bytes(path)
    if path.suffix.lower() == ".docx":
        yield from _tables_of_document(name, data)
        return
    for sheet in read_bytes(path, data).sheets:
        rows: list[Numbered] = [(row.number, row.cells) for row in sheet.rows]
        yield sheet.header, rows


def _tables_of_document(name: str, data: bytes) -> Iterator[tuple[Sequence[str], list[Numbered]]]:
    from app.reduce.codebook.document import read_tables

    with Archive(name, data) as archive:
        root = archive.xml("word/document.xml")
    if root is None:
        raise UserError("collect.damaged", file=name)
    count = 0  # rows are counted over all tables, as a reader would
    for table in read_tables(root):
        if not table or not is_codebook(table[0]):
            continue
        rows = list(enumerate(table[1:], count + 1))
        count += len(rows)
        yield table[0], [*rows]


def _code(
    name: str, number: int, cells: Sequence[str], columns: Mapping[str, int]
) -> ReadCode | None:
    """Return the code of a row, None for an empty one. Raises UserError for a bad value."""
    said = {
        column: plain(cells[at])
        for column, at in columns.items()
        if at < len(cells) and plain(cells[at]) and column not in COUNTS
    }
    if not said:
        return None
    path = said.pop("path", "")
    if not path:
        raise UserError("codebook.row_without_path", name=name, row=number)
    names = tuple(tidy(part) for part in path.split(PATH_MARK))
    if not all(names):
        raise UserError("codebook.bad_path_in_row", name=name, row=number, path=tidy(path))
    fields = {column: words for column, words in said.items() if column in (*TEXTS, "focus")}
    if "colour" in said:
        fields["colour"] = _colour(name, number, said["colour"])
    for column, kind, values in (("origin", "origins", ORIGINS), ("cycle", "cycles", CYCLES)):
        if column in said:
            value = value_of(said[column], kind, values)
            if value is None:
                key = f"codebook.bad_{column}"
                raise UserError(key, name=name, row=number, value=tidy(said[column])[:60])
            fields[column] = value
    return ReadCode(number, names, fields)


def _colour(name: str, number: int, words: str) -> str:
    found = COLOUR.fullmatch(words)
    if found is None:
        raise UserError("codebook.bad_colour", name=name, row=number, value=tidy(words)[:60])
    return f"#{found[1].lower()}"


def _refuse_doubles(name: str, found: Sequence[ReadCode]) -> None:
    seen: dict[tuple[str, ...], int] = {}
    for code in found:
        key = tuple(part.casefold() for part in code.path)
        if key in seen:
            path = f" {PATH_MARK} ".join(code.path)
            raise UserError(
                "codebook.path_twice", name=name, path=path, first=seen[key], row=code.number
            )
        seen[key] = code.number
