"""The design of a study: what is asked, where, of whom, in which role, by which instrument."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import NEVER_AGAIN, Base, Identified, now

KEY_PERSON = "key_person"
CORE_RESPONDENT = "core_respondent"
VERIFICATION_RESPONDENT = "verification_respondent"
OTHER_ROLE = "other"
ROLE_KINDS = (KEY_PERSON, CORE_RESPONDENT, VERIFICATION_RESPONDENT, OTHER_ROLE)

CODER_KINDS = ("researcher", "second_coder", "assistant", "automatic")

METHODS = ("interview", "observation", "questionnaire", "documentation")


class Study(Identified, Base):
    """The one row that says what this file is about; `settings` holds thresholds and templates."""

    __tablename__ = "study"
    title: Mapped[str]
    purpose: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="en")
    settings: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    made_at: Mapped[datetime] = mapped_column(default=now)


class ResearchQuestion(Identified, Base):
    """A focus that findings answer: a short label (F1) and its words."""

    __tablename__ = "research_question"
    label: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class Site(Identified, Base):
    """Where the study is done: a school."""

    __tablename__ = "site"
    __table_args__ = NEVER_AGAIN
    name: Mapped[str] = mapped_column(unique=True)
    address: Mapped[str] = mapped_column(default="")
    attributes: Mapped[dict[str, str]] = mapped_column(default=dict)
    position: Mapped[int] = mapped_column(default=0)


class Role(Identified, Base):
    """A role in the research, of one of the kinds in ROLE_KINDS; researchers add and rename."""

    __tablename__ = "role"
    __table_args__ = NEVER_AGAIN
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str] = mapped_column(default=OTHER_ROLE)
    position: Mapped[int] = mapped_column(default=0)


class Category(Identified, Base):
    """A source category: principal, chair, board, supervisor, teacher, document, activity."""

    __tablename__ = "category"
    __table_args__ = NEVER_AGAIN
    name: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int] = mapped_column(default=0)


class Informant(Identified, Base):
    """A person who speaks in the study, with the category that fits them by default."""

    __tablename__ = "informant"
    __table_args__ = NEVER_AGAIN
    code: Mapped[str] = mapped_column(unique=True)
    pseudonym: Mapped[str] = mapped_column(default="")
    post: Mapped[str] = mapped_column(default="")
    category_id: Mapped[int | None] = mapped_column(
        ForeignKey("category.id", ondelete="SET NULL"), index=True
    )
    site_id: Mapped[int | None] = mapped_column(
        ForeignKey("site.id", ondelete="SET NULL"), index=True
    )
    attributes: Mapped[dict[str, str]] = mapped_column(default=dict)
    note: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class InformantRole(Base):
    """One of the roles of an informant; the first by `position` is the default."""

    __tablename__ = "informant_role"
    __table_args__ = (UniqueConstraint("informant_id", "role_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    informant_id: Mapped[int] = mapped_column(ForeignKey("informant.id", ondelete="CASCADE"))
    role_id: Mapped[int] = mapped_column(ForeignKey("role.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = mapped_column(default=0)


class Verifies(Base):
    """A verification respondent and one whom they verify."""

    __tablename__ = "verifies"
    __table_args__ = (UniqueConstraint("verifier_id", "verified_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    verifier_id: Mapped[int] = mapped_column(ForeignKey("informant.id", ondelete="CASCADE"))
    verified_id: Mapped[int] = mapped_column(
        ForeignKey("informant.id", ondelete="CASCADE"), index=True
    )


class Instrument(Identified, Base):
    """An interview guide, a questionnaire, an observation sheet: what data are collected with."""

    __tablename__ = "instrument"
    name: Mapped[str] = mapped_column(unique=True)
    method: Mapped[str] = mapped_column(default=METHODS[0])
    position: Mapped[int] = mapped_column(default=0)


class Coverage(Base):
    """Whether an informant was to be reached by an instrument, or was asked about a focus.

    Exactly one of `instrument_id` (state planned or done) and `question_id` (state asked or
    not_asked) is set. Absence can be judged only against who was asked what.
    """

    __tablename__ = "coverage"
    __table_args__ = (
        UniqueConstraint("informant_id", "instrument_id"),
        UniqueConstraint("informant_id", "question_id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    informant_id: Mapped[int] = mapped_column(ForeignKey("informant.id", ondelete="CASCADE"))
    instrument_id: Mapped[int | None] = mapped_column(
        ForeignKey("instrument.id", ondelete="CASCADE"), index=True
    )
    question_id: Mapped[int | None] = mapped_column(
        ForeignKey("research_question.id", ondelete="CASCADE"), index=True
    )
    state: Mapped[str]


class Coder(Identified, Base):
    """Someone who codes: of one of the kinds in CODER_KINDS."""

    __tablename__ = "coder"
    name: Mapped[str] = mapped_column(unique=True)
    colour: Mapped[str] = mapped_column(default="#0f6b6b")
    kind: Mapped[str] = mapped_column(default=CODER_KINDS[0], server_default=CODER_KINDS[0])
