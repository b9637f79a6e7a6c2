"""What reducing the data makes: codes, excerpts, codings, memos."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from models.base import NEVER_AGAIN, Base, Identified, now

DIRECTIONS = ("affirms", "denies", "mixed")
MEMO_KINDS = (
    "analytic",
    "methodological",
    "reflexive",
    "contact_summary",
    "document_summary",
)


class Code(Identified, Base):
    """A code in the tree (theme > category > code), with its codebook entry."""

    __tablename__ = "code"
    __table_args__ = NEVER_AGAIN
    parent_id: Mapped[int | None] = mapped_column(
        ForeignKey("code.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    colour: Mapped[str] = mapped_column(default="#5b6b7f")
    position: Mapped[int] = mapped_column(default=0)
    definition: Mapped[str] = mapped_column(default="")
    when_to_use: Mapped[str] = mapped_column(default="")
    when_not_to_use: Mapped[str] = mapped_column(default="")
    typical_example: Mapped[str] = mapped_column(default="")
    counter_example: Mapped[str] = mapped_column(default="")
    origin: Mapped[str] = mapped_column(default="emergent")
    cycle: Mapped[str] = mapped_column(default="first")
    question_id: Mapped[int | None] = mapped_column(
        ForeignKey("research_question.id", ondelete="SET NULL"), index=True
    )
    made_at: Mapped[datetime] = mapped_column(default=now)


class Excerpt(Identified, Base):
    """A span [start, end) of a source that codings and evidence point to.

    `speaker_id` is the informant of the turn in which the span stands (the one who says most of
    it), or the only informant of a source without turns; null where the source is its own unit.
    It is worked out when the excerpt is made or its turn changes: displays join, not search.
    """

    __tablename__ = "excerpt"
    __table_args__ = (UniqueConstraint("source_id", "start", "end"),)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    start: Mapped[int]
    end: Mapped[int]
    speaker_id: Mapped[int | None] = mapped_column(
        ForeignKey("informant.id", ondelete="SET NULL"), index=True
    )
    summary: Mapped[str] = mapped_column(default="")
    set_aside: Mapped[bool] = mapped_column(default=False)
    surprise: Mapped[bool] = mapped_column(default=False, server_default=false())


class Coding(Identified, Base):
    """An excerpt tagged with a code by a coder; `direction` says whether it affirms the code."""

    __tablename__ = "coding"
    __table_args__ = (
        UniqueConstraint("excerpt_id", "code_id", "coder_id"),
        Index("ix_coding_code_id", "code_id", "excerpt_id"),
    )
    excerpt_id: Mapped[int] = mapped_column(ForeignKey("excerpt.id", ondelete="CASCADE"))
    code_id: Mapped[int] = mapped_column(ForeignKey("code.id", ondelete="CASCADE"))
    coder_id: Mapped[int] = mapped_column(ForeignKey("coder.id", ondelete="RESTRICT"), index=True)
    direction: Mapped[str] = mapped_column(default=DIRECTIONS[0])
    weight: Mapped[int] = mapped_column(default=1)
    memo: Mapped[str] = mapped_column(default="")
    made_at: Mapped[datetime] = mapped_column(default=now)


class Memo(Identified, Base):
    """A memo on anything: `on_entity` is a table's name and `on_id` the row; none is the study."""

    __tablename__ = "memo"
    __table_args__ = (Index("ix_memo_on", "on_entity", "on_id"),)
    kind: Mapped[str] = mapped_column(default=MEMO_KINDS[0])
    title: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    on_entity: Mapped[str] = mapped_column(default="")
    on_id: Mapped[int | None]
    coder_id: Mapped[int | None] = mapped_column(ForeignKey("coder.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=now)


class MemoLink(Base):
    """A memo that names something: `to_entity` is a table's name and `to_id` the row."""

    __tablename__ = "memo_link"
    __table_args__ = (
        UniqueConstraint("memo_id", "to_entity", "to_id"),
        Index("ix_memo_link_to", "to_entity", "to_id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    memo_id: Mapped[int] = mapped_column(ForeignKey("memo.id", ondelete="CASCADE"))
    to_entity: Mapped[str]
    to_id: Mapped[int]


class FavouriteCode(Base):
    """A code that the researcher wants at hand."""

    __tablename__ = "favourite_code"
    id: Mapped[int] = mapped_column(primary_key=True)
    code_id: Mapped[int] = mapped_column(ForeignKey("code.id", ondelete="CASCADE"), unique=True)


class Retrieval(Identified, Base):
    """A question to the coded excerpts or to the texts, saved under a name."""

    __tablename__ = "retrieval"
    title: Mapped[str]
    kind: Mapped[str]
    settings: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    position: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime] = mapped_column(default=now)


class Refusal(Base):
    """A suggestion that the researcher refused: this code for [start, end) of a source."""

    __tablename__ = "refusal"
    __table_args__ = (UniqueConstraint("code_id", "source_id", "start", "end"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    code_id: Mapped[int] = mapped_column(ForeignKey("code.id", ondelete="CASCADE"))
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"), index=True)
    start: Mapped[int]
    end: Mapped[int]
    made_at: Mapped[datetime] = mapped_column(default=now)
