"""What sums the data up before it is displayed: forms, filled forms, data accounting, names."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Identified, now

FORM_KINDS = ("contact_summary", "document_summary", "case_summary")
"""Contact and document summary forms (Miles & Huberman 1994) are on a source; a case is a site."""
ACCOUNTS = ("got", "partly", "missing")


class Form(Identified, Base):
    """A summary form: `fields` is a list of {"key", "label", "help"}; the researcher edits it."""

    __tablename__ = "form"
    kind: Mapped[str] = mapped_column(unique=True)
    fields: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)


class Summary(Identified, Base):
    """A filled form on a source or a site; `answers` maps a field's key to the words."""

    __tablename__ = "summary"
    __table_args__ = (
        UniqueConstraint("kind", "on_entity", "on_id"),
        Index("ix_summary_on", "on_entity", "on_id"),
    )
    kind: Mapped[str]
    on_entity: Mapped[str]
    on_id: Mapped[int]
    answers: Mapped[dict[str, str]] = mapped_column(default=dict)
    coder_id: Mapped[int | None] = mapped_column(ForeignKey("coder.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)


class Account(Base):
    """A cell of the site data accounting sheet that the researcher set: what a site gave."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("question_id", "site_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("research_question.id", ondelete="CASCADE"))
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id", ondelete="CASCADE"), index=True)
    state: Mapped[str]
    note: Mapped[str] = mapped_column(default="")


class Pseudonym(Base):
    """A name in the texts and what stands for it in views and exports."""

    __tablename__ = "pseudonym"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    replacement: Mapped[str]
    kind: Mapped[str] = mapped_column(default="person")
