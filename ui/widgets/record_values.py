"""The values of a record table: what a column holds, how it looks, sorts and is read from words."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication

Kind = Literal["text", "choice", "choices", "date", "colour", "number", "check"]
DATE_FORMS = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y")
SHOWN_DATE = "%d/%m/%Y"
_YES = {"1", "x", "✓", "yes", "ya", "true", "y"}
_NO = {"", "0", "-", "no", "tidak", "false", "n"}


@dataclass(frozen=True)
class Option:
    """One of the values that a choice offers."""

    value: object
    label: str
    colour: str = ""


@dataclass(frozen=True)
class Column:
    """A column: the key of its value in a row, its title, and what may stand in it.

    Values: text str; choice one option's value or None; choices a tuple of them; date
    `datetime.date` or None; colour "#rrggbb"; number int, float or None; check bool. Where a choice
    `grows`, a word that is no option yet may be typed: it stays a word, and its owner makes it one.
    """

    key: str
    title: str
    kind: Kind = "text"
    options: tuple[Option, ...] = ()
    editable: bool = True
    width: int = 120
    tip: str = ""
    grows: bool = False


class UnreadableValue(ValueError):
    """Words that are no value of their column; the message says so to the researcher."""


def shown(value: Any, column: Column, options: Sequence[Option]) -> str:
    """Return `value` in the words of the table."""
    if value is None or value == "":
        return ""
    if column.kind == "date":
        return value.strftime(SHOWN_DATE) if isinstance(value, datetime.date) else str(value)
    if column.kind == "choice":
        return _label(value, options)
    if column.kind == "choices":
        return ", ".join(_label(each, options) for each in value)
    if column.kind == "check":
        return "✓" if value else ""
    return str(value)


def _label(value: object, options: Sequence[Option]) -> str:
    return next((option.label for option in options if option.value == value), str(value))


def sort_key(value: Any, column: Column, options: Sequence[Option]) -> tuple[int, Any]:
    """Return what rows are ordered by; what is empty comes last."""
    if value is None or value in ("", ()):
        return (2, "")
    if column.kind in ("number", "check") and not isinstance(value, str):
        return (0, value)
    if isinstance(value, datetime.date):
        return (0, value.toordinal())
    if column.kind == "choice":
        places = {option.value: place for place, option in enumerate(options)}
        if value in places:
            return (0, places[value])
    return (1, _natural(shown(value, column, options)))


def _natural(words: str) -> list[tuple[int, int, str]]:
    """Order KS-2 before KS-10: runs of figures count as numbers."""
    parts: list[tuple[int, int, str]] = []
    run = ""
    for sign in words.casefold():
        if run and run[-1].isdecimal() != sign.isdecimal():
            parts.append(_part(run))
            run = ""
        run += sign
    return [*parts, _part(run)] if run else parts


def _part(run: str) -> tuple[int, int, str]:
    return (0, int(run), "") if run.isdecimal() else (1, 0, run)


def blank(column: Column) -> Any:
    """Return the value of an emptied cell."""
    return {"text": "", "colour": "", "choices": (), "check": False}.get(column.kind)


def read(words: str, column: Column, options: Sequence[Option]) -> Any:
    """Return the value that `words`, typed or pasted, stand for.

    Raises UnreadableValue where they are none of this column's.
    """
    words = words.strip()
    if column.kind == "text":
        return words
    if not words and column.kind != "check":
        return blank(column)
    take = _kept if column.grows else _option
    if column.kind == "choice":
        return take(words, options)
    if column.kind == "choices":
        parts = words.replace(";", ",").split(",")
        return tuple(take(part.strip(), options) for part in parts if part.strip())
    if column.kind == "date":
        return _date(words)
    if column.kind == "number":
        return _number(words)
    if column.kind == "check":
        return _check(words)
    return words


def _option(words: str, options: Iterable[Option]) -> object:
    for option in options:
        if words.casefold() in (option.label.casefold(), str(option.value).casefold()):
            return option.value
    told = QCoreApplication.translate("RecordTable", "“{words}” is not one of the choices.")
    raise UnreadableValue(told.format(words=words))


def _date(words: str) -> datetime.date:
    for form in DATE_FORMS:
        try:
            return datetime.datetime.strptime(words, form).date()
        except ValueError:
            continue
    told = QCoreApplication.translate(
        "RecordTable", "“{words}” is not a date. Write it like 31/12/2017."
    )
    raise UnreadableValue(told.format(words=words))


def _number(words: str) -> int | float:
    try:
        number = float(words.replace(",", "."))
    except ValueError:
        told = QCoreApplication.translate("RecordTable", "“{words}” is not a number.")
        raise UnreadableValue(told.format(words=words)) from None
    return int(number) if number.is_integer() else number


def _check(words: str) -> bool:
    if words.casefold() in _YES:
        return True
    if words.casefold() in _NO:
        return False
    told = QCoreApplication.translate("RecordTable", "“{words}” is neither yes nor no.")
    raise UnreadableValue(told.format(words=words))


def read_or_keep(words: str, column: Column, options: Sequence[Option]) -> Any:
    """Return the value of pasted `words`, or the words themselves where they are none.

    A pasted role that does not exist yet is for the caller to make, or to refuse.
    """
    try:
        return read(words, column, options)
    except UnreadableValue:
        if column.kind != "choices":
            return words
        parts = words.replace(";", ",").split(",")
        return tuple(_kept(part.strip(), options) for part in parts if part.strip())


def _kept(words: str, options: Sequence[Option]) -> object:
    try:
        return _option(words, options)
    except UnreadableValue:
        return words
