"""What is displayed, concluded and verified: displays, findings, evidence, checks, items."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import NEVER_AGAIN, Base, Identified, now

STANCES = ("supports", "contradicts", "qualifies")
CONFIDENCES = ("", "low", "moderate", "high")
FINDING_STATUSES = ("tentative", "verified", "revised", "rejected")


class Display(Identified, Base):
    """A saved matrix or chart (its recipe is in `settings`) with the analytic text under it."""

    __tablename__ = "display"
    title: Mapped[str]
    kind: Mapped[str]
    settings: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    analytic_text: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class Finding(Identified, Base):
    """A claim that answers a research question, with a rival explanation and the conclusion.

    `confidence` is the researcher's own word for it (one of CONFIDENCES), never computed.
    """

    __tablename__ = "finding"
    __table_args__ = NEVER_AGAIN
    claim: Mapped[str]
    question_id: Mapped[int | None] = mapped_column(
        ForeignKey("research_question.id", ondelete="SET NULL"), index=True
    )
    status: Mapped[str] = mapped_column(default=FINDING_STATUSES[0])
    rival_explanation: Mapped[str] = mapped_column(default="")
    conclusion: Mapped[str] = mapped_column(default="")
    confidence: Mapped[str] = mapped_column(default="", server_default="")
    confidence_note: Mapped[str] = mapped_column(default="", server_default="")
    position: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime] = mapped_column(default=now)


class Evidence(Identified, Base):
    """An excerpt that speaks to a finding, with its stance."""

    __tablename__ = "evidence"
    __table_args__ = (UniqueConstraint("finding_id", "excerpt_id"),)
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id", ondelete="CASCADE"))
    excerpt_id: Mapped[int] = mapped_column(
        ForeignKey("excerpt.id", ondelete="CASCADE"), index=True
    )
    stance: Mapped[str] = mapped_column(default=STANCES[0])
    weight: Mapped[int] = mapped_column(default=1)
    note: Mapped[str] = mapped_column(default="")
    coder_id: Mapped[int | None] = mapped_column(ForeignKey("coder.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=now)
