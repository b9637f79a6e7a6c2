"""What verifies a conclusion: checks, member checks, rivals, overrides, numbers, settlements."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Identified, now

TACTICS = (
    "representativeness",
    "researcher_effects",
    "triangulating",
    "weighting",
    "outliers",
    "extreme_cases",
    "surprises",
    "negative_evidence",
    "if_then",
    "spurious_relations",
    "replicating",
    "rival_explanations",
    "feedback",
)
"""The thirteen tactics for testing or confirming findings (Miles, Huberman & Saldaña 2014)."""
OUTCOMES = ("open", "passed", "failed", "not_applicable")
ANSWERS = ("", "agrees", "corrects", "disagrees")
RIVAL_OUTCOMES = ("open", "ruled_out", "stands")
CHECKLISTS = ("quality", "coreq", "srqr")


class Check(Identified, Base):
    """One confirming tactic on a finding: its outcome and what the researcher says of it.

    `settings` holds what a tactic is worked out with: the codes of an if-then test, a score.
    """

    __tablename__ = "finding_check"
    __table_args__ = (UniqueConstraint("finding_id", "tactic"),)
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id", ondelete="CASCADE"))
    tactic: Mapped[str]
    outcome: Mapped[str] = mapped_column(default=OUTCOMES[0])
    note: Mapped[str] = mapped_column(default="")
    settings: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    coder_id: Mapped[int | None] = mapped_column(ForeignKey("coder.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=now)


class MemberCheck(Identified, Base):
    """A claim as an informant was shown it, their answer, and what was done about it."""

    __tablename__ = "member_check"
    __table_args__ = (Index("ix_member_check_informant_id", "informant_id"),)
    finding_id: Mapped[int] = mapped_column(
        ForeignKey("finding.id", ondelete="CASCADE"), index=True
    )
    informant_id: Mapped[int] = mapped_column(ForeignKey("informant.id", ondelete="CASCADE"))
    claim: Mapped[str]
    answer: Mapped[str] = mapped_column(default=ANSWERS[0])
    words: Mapped[str] = mapped_column(default="")
    done: Mapped[str] = mapped_column(default="")
    asked_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    coder_id: Mapped[int | None] = mapped_column(ForeignKey("coder.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=now)


class Rival(Identified, Base):
    """Another explanation of what a finding claims."""

    __tablename__ = "rival"
    finding_id: Mapped[int] = mapped_column(
        ForeignKey("finding.id", ondelete="CASCADE"), index=True
    )
    claim: Mapped[str]
    outcome: Mapped[str] = mapped_column(default=RIVAL_OUTCOMES[0])
    note: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime] = mapped_column(default=now)


class RivalEvidence(Identified, Base):
    """An excerpt that speaks to a rival explanation, with its stance."""

    __tablename__ = "rival_evidence"
    __table_args__ = (UniqueConstraint("rival_id", "excerpt_id"),)
    rival_id: Mapped[int] = mapped_column(ForeignKey("rival.id", ondelete="CASCADE"))
    excerpt_id: Mapped[int] = mapped_column(
        ForeignKey("excerpt.id", ondelete="CASCADE"), index=True
    )
    stance: Mapped[str] = mapped_column(default="supports")
    note: Mapped[str] = mapped_column(default="")
    coder_id: Mapped[int | None] = mapped_column(ForeignKey("coder.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=now)


class Override(Identified, Base):
    """A verdict that the researcher puts in place of the computed one, with the reason.

    `on_entity` is code or finding; `verdict` is one of the overall verdicts of R6.
    """

    __tablename__ = "override"
    __table_args__ = (UniqueConstraint("on_entity", "on_id"),)
    on_entity: Mapped[str]
    on_id: Mapped[int]
    verdict: Mapped[str]
    reason: Mapped[str]
    coder_id: Mapped[int | None] = mapped_column(ForeignKey("coder.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=now)


class ClaimLink(Base):
    """A claim that names something by @: `to_entity` is a table's name and `to_id` the row."""

    __tablename__ = "claim_link"
    __table_args__ = (
        UniqueConstraint("finding_id", "to_entity", "to_id"),
        Index("ix_claim_link_to", "to_entity", "to_id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id", ondelete="CASCADE"))
    to_entity: Mapped[str]
    to_id: Mapped[int]


class ScoreTable(Identified, Base):
    """Numbers by item: questionnaire results, scores of indicators; `scale` orders the predicates.

    `scale` is a list of {"from": number, "name": words}, the highest first; `unit` is percent or
    score; `source_line` is what stands under the table in the report.
    """

    __tablename__ = "score_table"
    title: Mapped[str]
    unit: Mapped[str] = mapped_column(default="percent")
    method: Mapped[str] = mapped_column(default="questionnaire")
    scale: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    source_line: Mapped[str] = mapped_column(default="")
    analytic_text: Mapped[str] = mapped_column(default="")
    instrument_id: Mapped[int | None] = mapped_column(
        ForeignKey("instrument.id", ondelete="SET NULL"), index=True
    )
    position: Mapped[int] = mapped_column(default=0)


class Item(Identified, Base):
    """An item of a questionnaire or an indicator: its value as reported, or by its responses.

    `value` is the figure that a document gives; `base` is the n of a percentage; with responses
    and no `value`, the figure is the mean of those.
    """

    __tablename__ = "item"
    table_id: Mapped[int] = mapped_column(
        ForeignKey("score_table.id", ondelete="CASCADE"), index=True
    )
    label: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    value: Mapped[float | None]
    base: Mapped[int | None]
    predicate: Mapped[str] = mapped_column(default="")
    question_id: Mapped[int | None] = mapped_column(
        ForeignKey("research_question.id", ondelete="SET NULL"), index=True
    )
    position: Mapped[int] = mapped_column(default=0)


class Response(Identified, Base):
    """An informant's answer to an item."""

    __tablename__ = "response"
    __table_args__ = (UniqueConstraint("item_id", "informant_id"),)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id", ondelete="CASCADE"))
    informant_id: Mapped[int] = mapped_column(
        ForeignKey("informant.id", ondelete="CASCADE"), index=True
    )
    value: Mapped[float | None]
    words: Mapped[str] = mapped_column(default="")


class NumberEvidence(Identified, Base):
    """An item whose figure speaks to a code or a finding (R10).

    The rule suggests a stance; `stance` is empty until the researcher confirms one.
    `informant_id` or `category_id` say whose figure it is; with neither it is its table's own.
    """

    __tablename__ = "number_evidence"
    __table_args__ = (
        UniqueConstraint("item_id", "on_entity", "on_id"),
        Index("ix_number_evidence_on", "on_entity", "on_id"),
    )
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id", ondelete="CASCADE"))
    on_entity: Mapped[str]
    on_id: Mapped[int]
    stance: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    category_id: Mapped[int | None] = mapped_column(
        ForeignKey("category.id", ondelete="SET NULL"), index=True
    )
    role_id: Mapped[int | None] = mapped_column(
        ForeignKey("role.id", ondelete="SET NULL"), index=True
    )
    coder_id: Mapped[int | None] = mapped_column(ForeignKey("coder.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=now)


class ChecklistAnswer(Identified, Base):
    """What the researcher says to an item of a checklist; `place` is where the report says it."""

    __tablename__ = "checklist_answer"
    __table_args__ = (UniqueConstraint("checklist", "item"),)
    checklist: Mapped[str]
    item: Mapped[str]
    state: Mapped[str] = mapped_column(default="")
    words: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")


class Resolution(Identified, Base):
    """How a disagreement of two coders over a code on [start, end) of a source was settled."""

    __tablename__ = "resolution"
    __table_args__ = (UniqueConstraint("source_id", "start", "end", "code_id"),)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    start: Mapped[int]
    end: Mapped[int]
    code_id: Mapped[int] = mapped_column(ForeignKey("code.id", ondelete="CASCADE"), index=True)
    applies: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str] = mapped_column(default="")
    coder_id: Mapped[int | None] = mapped_column(ForeignKey("coder.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=now)
