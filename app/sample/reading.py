"""Reading the files of the sample study in one language."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.errors import UserError
from app.language.words import LANGUAGES, RESOURCES
from app.sample.markup import Mark, read_marks

FOLDER = RESOURCES / "sample"
_FENCE = "---\n"

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SampleParticipant:
    """Who speaks in a source, in which role and category: keys, or "" for none."""

    code: str
    role: str
    category: str


@dataclass(frozen=True, slots=True)
class SampleSource:
    """One transcript with what stands above it; `site` is a key, `marks` are in code points."""

    file_name: str
    reference: str
    title: str
    method: str
    date: date
    site: str
    place: str
    participants: tuple[SampleParticipant, ...]
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """The whole sample in one language: the sections of `study.toml`, and the transcripts."""

    title: str
    purpose: str
    note: str
    labels: Mapping[str, str]
    questions: Sequence[Row]
    sites: Sequence[Row]
    categories: Sequence[Row]
    roles: Sequence[Row]
    informants: Sequence[Row]
    instruments: Sequence[Row]
    coders: Sequence[Row]
    codes: Sequence[Row]
    findings: Sequence[Row]
    displays: Sequence[Row]
    memos: Sequence[Row]
    sources: Sequence[SampleSource]

    def quote(self, label: str) -> str:
        """Return the words that bear a label, or "" for the label ""."""
        for source in self.sources:
            for mark in source.marks:
                if label and mark.label == label:
                    return source.text[mark.start : mark.end]
        if label:
            raise ValueError(f"nothing in the transcripts bears the label {label}")
        return ""


def read_sample(language: str) -> Sample:
    """Read the sample in "id" or "en". Raises UserError where the language is another."""
    if language not in LANGUAGES:
        raise UserError("study.unknown_language", language=language)
    with (FOLDER / "study.toml").open("rb") as file:
        found = _in_language(tomllib.load(file), language)
    names = found.pop("sources")
    return Sample(**found, sources=tuple(read_source(name, language) for name in names))


def read_source(name: str, language: str) -> SampleSource:
    """Read the transcript `name` ("W-KS-01") in one language."""
    path = FOLDER / language / f"{name}.txt"
    _, head, body = path.read_text(encoding="utf-8").split(_FENCE, 2)
    fields = [line.split(":", 1) for line in head.splitlines()]
    facts = {key.strip(): value.strip() for key, value in fields}
    told = [value for key, value in fields if key.strip() == "participant"]
    marked = read_marks(body.strip("\n"))
    return SampleSource(
        file_name=path.name,
        reference=facts["reference"],
        title=facts["title"],
        method=facts["method"],
        date=date.fromisoformat(facts["date"]),
        site=facts.get("site", ""),
        place=facts.get("place", ""),
        participants=tuple(SampleParticipant(*map(str.strip, who.split("|"))) for who in told),
        text=marked.text,
        marks=marked.marks,
    )


def _in_language(value: Any, language: str) -> Any:
    """Choose one language wherever both stand side by side."""
    if isinstance(value, dict):
        if set(value) == set(LANGUAGES):
            return value[language]
        return {key: _in_language(inner, language) for key, inner in value.items()}
    if isinstance(value, list):
        return [_in_language(inner, language) for inner in value]
    return value
