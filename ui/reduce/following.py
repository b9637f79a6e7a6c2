"""What the room reads again after a change: only what the change can have touched."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from app.reduce.code_uses import Use, uses_after
from app.reduce.codes import CodeRow, codes
from app.reduce.source_lines import SourceLine, sources_overview
from app.reduce.transcript import CodingSpan, Transcript
from app.reduce.transcripts import codings_by_id, codings_of, transcript
from app.study import Changed, Study

FEW = 400
"""So many changed codings are read one by one; more of them with all the others."""

OF_SOURCES = (
    *("source", "participation", "informant", "informant_role", "role", "category", "site"),
    "study",
)
OF_TEXT = ("source", "turn", "informant")


@dataclass(frozen=True, slots=True)
class News:
    """What is different now; None, or empty, for what is as it was.

    `spans` are changed codings of the open source (None: gone), `codings` all of them. `text` is
    the open source read anew; `gone` says that it is no longer in the study.
    """

    codes: list[CodeRow] | None = None
    uses: Mapping[int, Use] = field(default_factory=dict)
    sources: list[SourceLine] | None = None
    spans: Mapping[int, CodingSpan | None] = field(default_factory=dict)
    codings: tuple[CodingSpan, ...] | None = None
    text: Transcript | None = None
    gone: bool = False


def together(one: Changed, other: Changed) -> Changed:
    """Return two changes as one."""
    rows = dict(one.rows)
    for entity, ids in other.rows.items():
        rows[entity] = rows.get(entity, frozenset()) | ids
    return Changed(rows)


def news_of(
    study: Study,
    source_id: int,
    shown: Collection[int],
    changed: Changed,
    language: str,
    coders: Collection[int] | None = None,
) -> News:
    """Read what `changed` touched, for a room in which `source_id` is open (0: none).

    `shown` are the codes that its codings bear: another name or colour of one is shown there.
    Only codings of `coders` count.
    """
    sources = sources_overview(study, language, coders) if changed.touches(*OF_SOURCES) else None
    gone = bool(source_id) and sources is not None and source_id not in {s.id for s in sources}
    text = None
    if source_id and not gone and changed.touches(*OF_TEXT):
        text = transcript(study, source_id)
    spans: Mapping[int, CodingSpan | None] = {}
    codings = None
    if source_id and not gone and text is None:
        ids = changed.rows.get("coding", frozenset())
        renamed = not changed.rows.get("code", frozenset()).isdisjoint(shown)
        set_aside = changed.touches("excerpt") and not ids
        if renamed or set_aside or changed.touches("coder") or len(ids) > FEW:
            codings = codings_of(study, source_id)
        elif ids:
            spans = codings_by_id(study, source_id, ids)
    all_codes = codes(study, coders) if changed.touches("code") else None
    counted = all_codes is None and changed.touches("coding", "excerpt")
    uses = uses_after(study, changed, coders) if counted else {}
    return News(all_codes, uses, sources, spans, codings, text, gone)
