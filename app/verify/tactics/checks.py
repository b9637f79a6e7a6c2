"""The thirteen confirming tactics on a finding: what the study says, what the researcher decides.

Miles & Huberman 1994, chapter 10. Nothing is scored into one number.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.display.scores.tables import score_tables
from app.errors import UserError
from app.language.words import say
from app.study import Study
from app.verify.findings import known_finding, name_of
from app.verify.members import ANSWERS, feedback_on
from app.verify.rivals import rivals
from app.verify.tactics import computed
from app.verify.tactics.crosses import Crossed, crossed
from app.verify.tactics.pieces import Ground, ground
from app.verify.triangulation import triangulate
from models.base import now
from models.conclusions import Finding
from models.design import Coder
from models.verification import OUTCOMES as _OUTCOMES
from models.verification import TACTICS as _TACTICS
from models.verification import Check

TACTICS, OUTCOMES = _TACTICS, _OUTCOMES
OPEN, PASSED, FAILED = OUTCOMES[:3]
IF_THEN, SPURIOUS, EXTREMES = "if_then", "spurious_relations", "extreme_cases"
ENDS = 3
"""So many items are named at either end of a score."""


@dataclass(frozen=True, slots=True)
class TacticRow:
    """A tactic on a finding: what the study says to it, and the researcher's outcome and note.

    `said` are sentences, `shares` from 0 to 1 what some of them count; `crossed` is the table of an
    if-then test; `settings` are the codes ("a", "b", "c") or the table of numbers ("table") that it
    is worked out with.
    """

    tactic: str
    name: str
    asks: str
    said: tuple[str, ...]
    outcome: str
    note: str
    coder: str
    made_at: datetime | None
    settings: Mapping[str, int]
    crossed: Crossed | None = None
    shares: tuple[float | None, ...] = ()


def tactics(study: Study, finding_id: int, language: str | None = None) -> list[TacticRow]:
    """Return the thirteen tactics on a finding. Raises UserError where it is gone."""
    spoken_in = language or study.language
    evidence = ground(study, finding_id)
    with study.read() as connection:
        if connection.scalar(select(Finding.id).where(Finding.id == finding_id)) is None:
            raise UserError("verify.error.no_such_finding")
        query = (
            select(Check, Coder.name)
            .outerjoin(Coder, Coder.id == Check.coder_id)
            .where(Check.finding_id == finding_id)
        )
        kept = {row.tactic: row for row in connection.execute(_columns(query))}
    found = []
    for tactic in TACTICS:
        row = kept.get(tactic)
        settings = {k: v for k, v in (row.settings if row else {}).items() if isinstance(v, int)}
        said, shares, table = _told(study, finding_id, tactic, evidence, settings, spoken_in)
        found.append(
            TacticRow(
                tactic=tactic,
                name=say(f"tactics.name.{tactic}", spoken_in),
                asks=say(f"tactics.asks.{tactic}", spoken_in),
                said=said,
                outcome=row.outcome if row else OPEN,
                note=row.note if row else "",
                coder=(row.coder or "") if row else "",
                made_at=row.made_at if row else None,
                settings=settings,
                crossed=table,
                shares=shares,
            )
        )
    return found


def _columns(query: Any) -> Any:
    return query.with_only_columns(
        Check.tactic,
        Check.outcome,
        Check.note,
        Check.settings,
        Check.made_at,
        Coder.name.label("coder"),
        maintain_column_froms=True,
    )


def outcomes(study: Study) -> dict[int, Counter[str]]:
    """Return for each finding how many tactics have which outcome; those never touched are open."""
    with study.read() as connection:
        rows = connection.execute(select(Check.finding_id, Check.outcome)).all()
    found: dict[int, Counter[str]] = {}
    for finding_id, outcome in rows:
        found.setdefault(finding_id, Counter())[outcome] += 1
    for counts in found.values():
        counts[OPEN] += len(TACTICS) - counts.total()
    return found


def decide(
    study: Study,
    finding_id: int,
    tactic: str,
    *,
    outcome: str | None = None,
    note: str | None = None,
) -> None:
    """Keep the outcome of a tactic, or a note; what is not given stays.

    Raises UserError for a tactic or an outcome that is unknown, and where the finding is gone.
    """
    if outcome is not None and outcome not in OUTCOMES:
        raise UserError("tactics.error.unknown_outcome", outcome=outcome)

    def change(row: Check) -> None:
        row.outcome = row.outcome if outcome is None else outcome
        row.note = row.note if note is None else note.strip()

    _change(study, finding_id, tactic, change)


def work_with(study: Study, finding_id: int, tactic: str, **settings: int | None) -> None:
    """Say with which codes ("a", "b", "c") or table of numbers ("table") a tactic is worked out."""

    def change(row: Check) -> None:
        kept = {**row.settings, **settings}
        row.settings = {key: value for key, value in kept.items() if value is not None}

    _change(study, finding_id, tactic, change)


def _change(study: Study, finding_id: int, tactic: str, change: Callable[[Check], None]) -> None:
    if tactic not in TACTICS:
        raise UserError("tactics.error.unknown_tactic", tactic=tactic)
    values = {
        "tactic": say(f"tactics.name.{tactic}", study.language),
        "claim": name_of(study, finding_id),
    }
    with study.change("tactics.history.decided", **values) as session:
        known_finding(session, finding_id)
        row = _row(session, finding_id, tactic)
        change(row)
        row.coder_id, row.made_at = study.coder_id, now()


def _row(session: Session, finding_id: int, tactic: str) -> Check:
    query = select(Check).where(Check.finding_id == finding_id, Check.tactic == tactic)
    row = session.scalars(query).first()
    if row is None:
        row = Check(finding_id=finding_id, tactic=tactic, settings={})
        session.add(row)
        session.flush()
    return row


Told = tuple[tuple[str, ...], tuple[float | None, ...], Crossed | None]
"""Sentences, the share that each counts, and a table."""

# --- what the study says ---------------------------------------------------------------------

_COMPUTED: dict[str, Callable[[Ground], list[computed.Said]]] = {
    "representativeness": computed.representativeness,
    "researcher_effects": computed.researcher_effects,
    "weighting": computed.weighting,
    "outliers": computed.outliers,
    "surprises": computed.surprises,
    "negative_evidence": computed.negative_evidence,
    "replicating": computed.replicating,
}


def _told(
    study: Study,
    finding_id: int,
    tactic: str,
    evidence: Ground,
    settings: Mapping[str, int],
    language: str,
) -> Told:
    if tactic in (IF_THEN, SPURIOUS):
        words, table = _if_then(study, tactic, settings, language)
        return words, (None,) * len(words), table
    others: dict[str, Callable[[], list[computed.Said]]] = {
        "triangulating": lambda: _verdict(study, finding_id, language),
        EXTREMES: lambda: _extremes(study, settings),
        "rival_explanations": lambda: _rivals(study, finding_id),
        "feedback": lambda: _feedback(study, finding_id),
    }
    found = _COMPUTED[tactic](evidence) if tactic in _COMPUTED else others[tactic]()
    return (
        tuple(_say(said, language) for said in found),
        tuple(computed.share_of(said) for said in found),
        None,
    )


def _say(said: computed.Said, language: str) -> str:
    key, values = said
    shown = {name: _worded(name, value, language) for name, value in values.items()}
    return say(f"tactics.said.{key}", language, **shown)


def _worded(name: str, value: object, language: str) -> object:
    if name == "way":
        return say(f"tactics.way.{value}", language)
    if isinstance(value, float):
        digits = f"{value:.0f}" if name == "percent" else f"{value:.2f}"
        return digits.replace(".", say("verify.list.decimal", language))
    return value


def _verdict(study: Study, finding_id: int, language: str) -> list[computed.Said]:
    for one in triangulate(study).findings:
        if one.claim.id == finding_id:
            verdict = say(f"verify.overall.{one.badge.rstrip('*')}", language)
            return [("verdict", {"verdict": verdict})]
    return []


def _extremes(study: Study, settings: Mapping[str, int]) -> list[computed.Said]:
    tables = {table.id: table for table in score_tables(study)}
    table = tables.get(settings.get("table", 0)) or next(iter(tables.values()), None)
    if table is None:
        return [("no_score", {})]
    valued = [(item.value, item.label) for item in table.items if item.value is not None]
    ordered = sorted(valued, key=lambda one: (-one[0], one[1]))
    if not ordered:
        return [("no_score", {})]

    def listed(some: list[tuple[float, str]]) -> str:
        return ", ".join(f"{label} ({value:g})" for value, label in some)

    return [
        ("by_score", {"title": table.title}),
        ("top", {"names": listed(ordered[:ENDS])}),
        ("bottom", {"names": listed(ordered[::-1][:ENDS])}),
    ]


def _rivals(study: Study, finding_id: int) -> list[computed.Said]:
    found = rivals(study, finding_id)
    with_evidence = sum(bool(rival.evidence) for rival in found)
    ruled_out = sum(rival.outcome == "ruled_out" for rival in found)
    if not found:
        return [("no_rival", {})]
    values = {"count": len(found), "with_evidence": with_evidence, "ruled_out": ruled_out}
    return [("rivals", values)]


def _feedback(study: Study, finding_id: int) -> list[computed.Said]:
    found = feedback_on(study, finding_id)
    asked = found.answers.total()
    if not asked:
        return [("not_asked", {})]
    counts = {answer: found.answers[answer] for answer in ANSWERS[1:]}
    said: list[computed.Said] = [("answers", {"asked": asked, **counts})]
    if found.answers[""]:
        said.append(("awaited", {"count": found.answers[""]}))
    if found.earlier:
        said.append(("earlier_wording", {"count": found.earlier}))
    return said


def _if_then(
    study: Study, tactic: str, settings: Mapping[str, int], language: str
) -> tuple[tuple[str, ...], Crossed | None]:
    first, second = settings.get("a"), settings.get("b")
    third = settings.get("c") if tactic == SPURIOUS else None
    if first is None or second is None or (tactic == SPURIOUS and third is None):
        return (say(f"tactics.said.choose_{tactic}", language),), None
    table = crossed(study, first, second, third)
    if table is None:
        return (say("tactics.said.code_gone", language),), None
    said = []
    for cross in table.tables:
        broken = "broken_one" if cross.only_first == 1 else "broken"
        key = "holds" if cross.holds else ("no_case" if not cross.both else broken)
        values = {"first": table.names[0], "second": table.names[1], "count": cross.only_first}
        where = ""
        if cross.within:
            side = "with" if cross.having else "without"
            where = say(f"tactics.said.{side}", language, code=cross.within) + " "
        said.append(where + say(f"tactics.said.{key}", language, **values))
    return tuple(said), table
