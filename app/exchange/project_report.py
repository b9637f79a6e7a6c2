"""What bringing in a project did: what came, what was changed, what could not be held."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.exchange.incoming import Project, Trouble
from app.in_place import in_place
from app.language.words import DEFAULT_LANGUAGE, say

KINDS = ("changed", "lost", "kept")
"""What can be said of something in a file; the second part of the key of a Trouble."""
COUNTED = (
    *("sources", "attachments", "codes", "codings", "coders", "cases", "variables"),
    *("memos", "sets", "links", "restored"),
)
"""What is counted, in the order in which it is said."""


@dataclass(frozen=True, slots=True)
class ProjectReport:
    """The outcome of bringing in a project. Where it was `cancelled` nothing was changed.

    `came` and `there` count what was made and what the study had by then, by the names of COUNTED.
    `changed`, `lost` and `kept` say one by one what is otherwise than in the file, what a study
    could not hold, and what it keeps without showing it. `quoted` is how many selections tell the
    words that they cover, `agreed` how many of those cover the same words here.
    """

    name: str = ""
    origin: str = ""
    came: Mapping[str, int] = field(default_factory=dict)
    there: Mapping[str, int] = field(default_factory=dict)
    changed: tuple[Trouble, ...] = ()
    lost: tuple[Trouble, ...] = ()
    kept: tuple[Trouble, ...] = ()
    quoted: int = 0
    agreed: int = 0
    cancelled: bool = False

    def sentence(self, language: str = DEFAULT_LANGUAGE) -> str:
        """Say in a few sentences what came, and how much of it is otherwise than in the file."""
        if self.cancelled:
            return say("exchange.report.cancelled", language)
        came = ", ".join(_counted(self.came, language)) or say("exchange.report.nothing", language)
        said = [say("exchange.report.came", language, what=came)]
        there = ", ".join(_counted(self.there, language))
        if there:
            said.append(say("exchange.report.there", language, what=there))
        if self.quoted:
            share = 100 * self.agreed / self.quoted
            numbers = {"share": f"{share:.0f}", "agreed": self.agreed, "quoted": self.quoted}
            said.append(say("exchange.report.quoted", language, **numbers))
        for what in KINDS:
            count = len(getattr(self, what))
            if count:
                said.append(say(f"exchange.report.{what}", language, count=count))
        return " ".join(said)

    def lines(self, language: str = DEFAULT_LANGUAGE) -> dict[str, list[str]]:
        """Return the sentences of what was changed, lost and kept."""
        return {
            what: [said(trouble, language) for trouble in getattr(self, what)] for what in KINDS
        }

    def as_json(self, language: str = DEFAULT_LANGUAGE) -> dict[str, Any]:
        """Return the report as it is saved: figures, and sentences with their keys and values."""
        return {
            "project": self.name,
            "origin": self.origin,
            "cancelled": self.cancelled,
            "came": dict(self.came),
            "there": dict(self.there),
            "quoted_selections": self.quoted,
            "same_words": self.agreed,
            **{
                what: [
                    {
                        "sentence": said(trouble, language),
                        "key": trouble.key,
                        "values": dict(trouble.values),
                    }
                    for trouble in getattr(self, what)
                ]
                for what in KINDS
            },
        }


def by_kind(troubles: Sequence[Trouble]) -> dict[str, Any]:
    """Return troubles as the parts of a ProjectReport that they belong to."""
    return {
        kind: tuple(each for each in troubles if each.key.split(".")[1] == kind) for kind in KINDS
    }


def remarks_on(project: Project) -> ProjectReport:
    """Return what can be said of a project before it is brought in anywhere."""
    return ProjectReport(project.name, project.origin, **by_kind(project.troubles))


def save_project_report(
    report: ProjectReport, path: Path, language: str = DEFAULT_LANGUAGE
) -> None:
    """Write the report to `path`: as text where it ends in .txt, else as JSON.

    Raises EnvironmentProblem where it cannot be written.
    """
    if path.suffix.lower() == ".txt":
        words = _as_text(report, language)
    else:
        words = json.dumps(report.as_json(language), ensure_ascii=False, indent=1, default=str)
    with in_place(path) as part:
        part.write_text(words + "\n", encoding="utf-8")


def _as_text(report: ProjectReport, language: str) -> str:
    parts = [f"{report.name}\n\n{report.sentence(language)}"]
    for what, sentences in report.lines(language).items():
        if sentences:
            title = say(f"exchange.report.{what}", language, count=len(sentences))
            parts.append("\n".join((title, *(f"- {sentence}" for sentence in sentences))))
    return "\n\n".join(parts)


def said(trouble: Trouble, language: str = DEFAULT_LANGUAGE) -> str:
    """Say one thing that was changed, lost or kept."""
    return say(trouble.key, language, **trouble.values)


def _counted(counts: Mapping[str, int], language: str) -> list[str]:
    return [
        say(
            f"exchange.report.{what}.{'one' if counts[what] == 1 else 'many'}",
            language,
            count=counts[what],
        )
        for what in COUNTED
        if counts.get(what)
    ]
