import tomllib
from pathlib import Path
from string import Formatter

import pytest

from app.language.words import RESOURCES, say

AREAS = sorted(p.name.split(".")[0] for p in (RESOURCES / "words").glob("*.en.toml"))


def flat(table, path=()):
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, (*path, key))
        else:
            yield ".".join((*path, key)), value


def words(area, language):
    return dict(
        flat(
            tomllib.loads(Path(RESOURCES / "words" / f"{area}.{language}.toml").read_text("utf-8"))
        )
    )


def fields(sentence):
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_say_the_same_keys_with_the_same_values(area):
    english, indonesian = words(area, "en"), words(area, "id")
    assert english.keys() == indonesian.keys()
    for key, sentence in english.items():
        assert sentence.strip()
        assert indonesian[key].strip()
        assert fields(sentence) == fields(indonesian[key]), key


def test_a_key_without_words_is_a_bug():
    with pytest.raises(KeyError):
        say("study.no_such_key")
