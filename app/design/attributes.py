"""Attributes of informants, sites and sources, as words in a cell: "gender: f; years: 12"."""

from collections.abc import Mapping


def attributes_from(words: str) -> dict[str, str]:
    """Read attributes from words; a part without a colon stands as a name without a value.

    Parts end at a semicolon or a line end, so that a colon and a comma may stand in a value.
    """
    found = {}
    for part in words.replace("\n", ";").split(";"):
        name, _, value = part.partition(":")
        if name.strip():
            found[" ".join(name.split())] = " ".join(value.split())
    return found


def attribute_words(attributes: Mapping[str, str]) -> str:
    """Return attributes as words that `attributes_from` reads back."""
    return "; ".join(f"{name}: {value}" if value else name for name, value in attributes.items())
