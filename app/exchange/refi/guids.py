"""Guids as REFI-QDA writes them: any letter case, with or without braces."""

import re
from functools import lru_cache
from uuid import UUID, uuid5

_GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_MADE_UP = UUID("6d0a7f0e-6a5b-4e0c-9c07-9a3f2f6c5d11")


def is_guid(value: str) -> bool:
    """Tell whether `value` is a guid as the schema has it."""
    return bool(_GUID.fullmatch(value) or _GUID.fullmatch(_bare(value)))


def is_plain_guid(value: str) -> bool:
    """Tell whether `value` is a guid in the very form in which a study holds them."""
    return _GUID.fullmatch(value) is not None


@lru_cache(maxsize=4096)
def as_guid(value: str) -> str:
    """Return `value` in the form in which a study holds guids: lower case, no braces.

    What is no guid becomes one that is always the same for the same words, so that what refers to
    it still does. Empty stays empty.
    """
    if _GUID.fullmatch(value):
        return value
    bare = _bare(value)
    if not bare or _GUID.fullmatch(bare):
        return bare
    return str(uuid5(_MADE_UP, value))


def guid_made(study: UUID, *words: str) -> str:
    """Return a guid for what has none in a study: always the same for the same words."""
    return str(uuid5(study, " ".join(words)))


def _bare(value: str) -> str:
    value = value.strip()
    if value.startswith("{") and value.endswith("}"):
        value = value[1:-1].strip()
    return value.lower()
