"""Where the study could have heard something, by focus: absence counts only where it was asked."""

from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from app.verify.rules.judging import Examined
from app.verify.rules.roles import COMPARED_ROLES
from app.verify.rules.votes import Voice
from app.verify.voices import Cast
from models.design import METHODS, Coverage

NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Asked:
    """Who takes part, and who was marked "not asked" for a focus. Made by `read_asked`."""

    cast: Cast
    not_asked: frozenset[tuple[int, int]]
    _found: dict[int | None, Examined] = field(default_factory=dict)

    def examined(self, question_id: int | None) -> Examined:
        """Return what was examined for a focus; without one, all that the study holds."""
        if question_id not in self._found:
            self._found[question_id] = self._examined(question_id)
        return self._found[question_id]

    def voices(self, question_id: int | None) -> list[Voice]:
        """Return the voices that were asked about a focus."""
        return [
            self.cast.voice((source, speaker))
            for source, speaker in self.cast.taking_part
            if question_id is None
            or speaker is None
            or (question_id, speaker) not in self.not_asked
        ]

    def _examined(self, question_id: int | None) -> Examined:
        voices = self.voices(question_id)
        methods = {voice.method for voice in voices}
        categories = {voice.category for voice in voices}
        kinds = {voice.role_kind for voice in voices}
        return Examined(
            methods=tuple(method for method in METHODS if method in methods),
            categories=tuple(c for c in self.cast.categories.values() if c in categories),
            roles=tuple(kind for kind in COMPARED_ROLES if kind in kinds),
            sites=tuple(self.cast.sites.values()),
            periods=tuple(sorted({voice.period for voice in voices if voice.period})),
        )


def read_asked(connection: Connection, cast: Cast) -> Asked:
    """Read who was marked "not asked" for which focus."""
    query = select(Coverage.question_id, Coverage.informant_id).where(
        Coverage.state == NOT_ASKED, Coverage.question_id.is_not(None)
    )
    return Asked(cast, frozenset((row[0] or 0, row[1]) for row in connection.execute(query)))
