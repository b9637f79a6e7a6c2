"""The words of a study, counted: in all, and by method, role, site or source.

What the researcher says in interviews is left out unless it is asked for: the questions would
stand above all that was answered. The labels of speakers are never counted.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from sqlalchemy import Connection, select

from app.errors import UserError
from app.language.words import say
from app.reduce.finding.units import COLONS, after_label
from app.reduce.finding.voices import Voices, read_voices
from app.study import Study
from models.collection import Source
from models.design import METHODS, Informant, Role, Site

By = Literal["source", "method", "role", "site"]
GROUPINGS: tuple[By, ...] = get_args(By)
Key = int | str | None
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

LONGEST_LABEL = 60
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENDINGS = ("n't", "'s", "'re", "'ll", "'ve", "'d", "'m")
"""What English puts behind a word with an apostrophe: the word before it is what is counted."""

_WHOLE = {"ca": "can", "wo": "will", "sha": "shall"}
"""What is left of can't, won't and shan't."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the study's words: a method, a role, a site or a source; the key is its id."""

    key: Key
    name: str
    words: int
    """How many running words it has, stop words among them, words of one letter not."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The words of a study by group: how often each stands there, in small letters."""

    by: By
    groups: tuple[Group, ...] = ()
    counts: Mapping[Key, Mapping[str, int]] = field(default_factory=dict)


def count_words(
    study: Study,
    by: str = "source",
    *,
    researcher: bool = False,
    language: str = "",
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Counted:
    """Count every word of the study by group; with `researcher` also what the researcher says.

    `language` is that of the groups' names, the study's own by default. Cancelled, it counts what
    it has read. Raises UserError for a grouping that is none.
    """
    if by not in GROUPINGS:
        raise UserError("searching.unknown_group", by=by)
    with study.read() as connection:
        rows = connection.execute(
            select(Source.id, Source.reference, Source.method, Source.site_id).order_by(
                Source.reference
            )
        ).all()
        voices = read_voices(connection, [row.id for row in rows])
        sites = dict(connection.execute(select(Informant.id, Informant.site_id)).all())
        names = _names(connection, by, language or study.language)
    counts: dict[Key, Counter[str]] = {}
    for number, row in enumerate(rows):
        if cancelled is not None and cancelled():
            break
        for informant, words in spoken(study.texts.of(row.id), voices[row.id], researcher):
            said = voices[row.id].voice(informant)
            key: Key = {
                "source": row.id,
                "method": row.method,
                "role": said.role_id,
                "site": row.site_id or sites.get(informant or 0),
            }[by]
            counts.setdefault(key, Counter()).update(_WORD.findall(words.lower()))
        if progress is not None:
            progress(number + 1, len(rows))
    tidy = {key: _tidy(words, study.language) for key, words in counts.items()}
    groups = [
        Group(key, names[key], sum(words.values()))
        for key, words in sorted(tidy.items(), key=lambda item: _place(names, item[0]))
    ]
    return Counted(by, tuple(groups), tidy)


def spoken(text: str, voices: Voices, researcher: bool = False) -> Iterator[tuple[int | None, str]]:
    """Yield who speaks, and the words, without the labels that only say who speaks."""
    if not voices.turns:
        yield voices.alone, text
        return
    at = 0
    for turn in voices.turns:
        yield from ((None, words) for words in _between(text[at : turn.start]))
        if researcher or not turn.is_researcher:
            yield turn.informant_id, text[after_label(text, turn) : turn.end]
        at = max(at, turn.end)
    yield from ((None, words) for words in _between(text[at:]))


def _between(words: str) -> Iterator[str]:
    """Yield the paragraphs that belong to no turn, but not a label in front of one."""
    for paragraph in words.split("\n"):
        said = paragraph.strip()
        if said and not (len(said) <= LONGEST_LABEL and said.endswith(COLONS)):
            yield said


def _tidy(counted: Counter[str], language: str) -> dict[str, int]:
    """Return the words with one kind of apostrophe; in English without what hangs behind it."""
    tidy: Counter[str] = Counter()
    for word, count in counted.items():
        plain = word.replace("’", "'")
        if language == "en" and "'" in plain:
            plain = next((plain[: -len(e)] for e in _ENDINGS if plain.endswith(e)), plain)
            plain = _WHOLE.get(plain, plain)
        if len(plain) > 1:
            tidy[plain] += count
    return dict(tidy)


def _names(connection: Connection, by: str, language: str) -> dict[Key, str]:
    """Return the groups' names in the order in which they are listed; without one comes last."""
    if by == "method":
        return {method: say(f"study.methods.{method}", language) for method in METHODS}
    query = {
        "source": select(Source.id, Source.reference).order_by(Source.reference),
        "role": select(Role.id, Role.name).order_by(Role.position, Role.id),
        "site": select(Site.id, Site.name).order_by(Site.position, Site.id),
    }[by]
    found: dict[Key, str] = dict(connection.execute(query).all())
    return found | {None: say(f"searching.without.{by}", language)}


def _place(names: Mapping[Key, str], key: Key) -> int:
    return list(names).index(key)
