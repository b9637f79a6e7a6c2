"""Words that every sentence of this room is made of: names, counts, lists, in both languages."""

from collections.abc import Sequence

from app.language.words import say
from app.verify.rules.votes import UnitKind


def word(group: str, value: str, language: str) -> str:
    """Say a verdict, a flag or a stance: `group` is a section of the words ("overall", "cell")."""
    return say(f"verify.{group}.{value}", language)


def method_name(method: str, language: str) -> str:
    """Return the name of a method as it stands inside a sentence."""
    return say(f"study.methods.{method}", language).lower()


def one_or_many(key: str, count: int, language: str, **values: object) -> str:
    """Say `key` in its singular or plural form; `{count}` is filled in."""
    form = "one" if count == 1 else "many"
    return say(f"verify.{key}.{form}", language, count=count, **values)


def counted(count: int, kind: UnitKind | None, language: str) -> str:
    """Return "5 informants"; units of more than one kind are voices."""
    return one_or_many(f"unit.{kind or 'voice'}", count, language)


def listed(items: Sequence[str], language: str) -> str:
    """Return "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    between, last = word("list", "between", language), word("list", "last", language)
    return between.join(items[:-1]) + last + items[-1]


def decimal(value: float, language: str) -> str:
    """Return an index with its three decimals: 0.667, in Indonesian 0,667."""
    return f"{value:.3f}".replace(".", word("list", "decimal", language))


def capitalised(text: str) -> str:
    """Return `text` with its first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]
