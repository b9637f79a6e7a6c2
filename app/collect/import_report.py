"""What an import did: what came in, and what did not with the reason."""

from dataclasses import dataclass

from app.errors import StudyProblem
from app.language.words import DEFAULT_LANGUAGE, say


@dataclass(frozen=True, slots=True)
class Imported:
    """A source that was made, or that got further text."""

    source_id: int
    reference: str
    title: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file (or a row of one) that did not come in, and why."""

    name: str
    problem: StudyProblem


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The outcome of an import. Where it was `cancelled` nothing was changed."""

    imported: tuple[Imported, ...] = ()
    refused: tuple[Refused, ...] = ()
    codings: int = 0
    codes: int = 0
    informants: int = 0
    described: int = 0
    """Informants whose attributes were filled in from a table."""
    cancelled: bool = False

    def sentence(self, language: str = DEFAULT_LANGUAGE) -> str:
        """Say what came in, and each file that did not with its reason, in `language`."""
        if self.cancelled:
            return say("collect.report.cancelled", language)
        counts = (
            ("sources", len(self.imported)),
            ("codings", self.codings),
            ("codes", self.codes),
            ("informants", self.informants),
            ("described", self.described),
        )
        made = [_counted(what, count, language) for what, count in counts if count]
        came = ", ".join(made) or say("collect.report.nothing", language)
        said = [say("collect.report.imported", language, what=came)]
        return " ".join([*said, *(one.problem.sentence(language) for one in self.refused)])

    def together(self, other: "ImportReport") -> "ImportReport":
        """Return both outcomes as one."""
        return ImportReport(
            imported=self.imported + other.imported,
            refused=self.refused + other.refused,
            codings=self.codings + other.codings,
            codes=self.codes + other.codes,
            informants=self.informants + other.informants,
            described=self.described + other.described,
            cancelled=self.cancelled or other.cancelled,
        )


def _counted(what: str, count: int, language: str) -> str:
    number = "one" if count == 1 else "many"
    return say(f"collect.report.{what}.{number}", language, count=count)
