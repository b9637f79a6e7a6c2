"""The words that the program says without a window: errors, verdicts, history steps, headings.

They stand in `resources/words/AREA.LANGUAGE.toml`, one section a subject, and are looked up as
"area.section.key". The window's own words go through Qt's translation instead.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
LANGUAGES = ("en", "id")
DEFAULT_LANGUAGE = "en"


@cache
def _area(area: str, language: str) -> Mapping[str, Any]:
    with (RESOURCES / "words" / f"{area}.{language}.toml").open("rb") as file:
        return tomllib.load(file)


def say(key: str, language: str = DEFAULT_LANGUAGE, /, **values: object) -> str:
    """Return the words for `key` in `language`, with `values` filled in.

    `key` is dotted: the area (a file), then sections, then the key. A language that is not ours
    falls back to English. Raises KeyError where the key has no words: that is a bug.
    """
    area, *path = key.split(".")
    found: Any = _area(area, language if language in LANGUAGES else DEFAULT_LANGUAGE)
    for step in path:
        found = found[step]
    if not isinstance(found, str):
        raise KeyError(key)
    return found.format(**values) if values else found
