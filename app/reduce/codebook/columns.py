"""The columns of a codebook file: their titles, and by which names they are known when read."""

from collections.abc import Sequence

from app.language.words import LANGUAGES, say

COLUMNS = (
    *("path", "colour", "definition", "when_to_use", "when_not_to_use", "typical_example"),
    *("counter_example", "origin", "cycle", "focus", "excerpts", "informants"),
)
TEXTS = ("definition", "when_to_use", "when_not_to_use", "typical_example", "counter_example")
"""Columns whose words are taken as they stand."""

COUNTS = ("excerpts", "informants")
"""Columns that are written for the reader, and not read."""

_MORE_NAMES = {
    "path": "path|code path|code|codes|code name|name|jalur|jalur kode|kode|nama kode|nama",
    "colour": "colour|color|warna",
    "definition": "definition|description|meaning|definisi|deskripsi|pengertian|arti",
    "when_to_use": "when to use|use|use when|inclusion|inclusion criteria|kapan dipakai|"
    "kapan digunakan|digunakan bila|kriteria inklusi",
    "when_not_to_use": "when not to use|do not use|not when|exclusion|exclusion criteria|"
    "kapan tidak dipakai|kapan tidak digunakan|tidak digunakan bila|kriteria eksklusi",
    "typical_example": "typical example|example|contoh khas|contoh|contoh tipikal",
    "counter_example": "counter-example|counter example|counterexample|contoh tandingan|"
    "bukan contoh|contoh sebaliknya",
    "origin": "origin|source of the code|asal|asal kode",
    "cycle": "cycle|coding cycle|siklus",
    "focus": "focus|question|research question|fokus|pertanyaan|pertanyaan penelitian",
    "excerpts": "excerpts|kutipan|jumlah kutipan",
    "informants": "informants|informan|jumlah informan",
}


def title(column: str, language: str) -> str:
    """Return the heading of a column."""
    return say(f"codebook.columns.{column}", language)


def columns_of(header: Sequence[str]) -> dict[str, int]:
    """Return the number of each column that a heading names; the first where two name the same."""
    names = _names()
    found: dict[str, int] = {}
    for number, heading in enumerate(header):
        plain = " ".join(heading.replace("_", " ").split()).casefold().strip(" :*")
        column = names.get(plain)
        if column is not None:
            found.setdefault(column, number)
    return found


def is_codebook(header: Sequence[str]) -> bool:
    """Tell the header of a codebook: it has a column for the code."""
    return "path" in columns_of(header)


def value_of(words: str, kind: str, values: Sequence[str]) -> str | None:
    """Return which of `values` is meant by `words` in either language; None for none of them.

    `kind` is where their words stand: "origins" or "cycles".
    """
    plain = " ".join(words.replace("_", " ").replace("-", " ").split()).casefold()
    for value in values:
        said = {say(f"codebook.{kind}.{value}", language).casefold() for language in LANGUAGES}
        if plain in said | {value.replace("_", " ")}:
            return value
    return None


def _names() -> dict[str, str]:
    names = {name: column for column, all_ in _MORE_NAMES.items() for name in all_.split("|")}
    for language in LANGUAGES:
        names.update({title(column, language).casefold(): column for column in COLUMNS})
    return names
