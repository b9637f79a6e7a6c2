"""What was collected: sources with their text, who speaks in them and in which capacity."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Identified, now


class Source(Identified, Base):
    """One interview, observation, questionnaire or document. Its text stands in SourceText."""

    __tablename__ = "source"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012  its texts outlive an undo
    title: Mapped[str]
    reference: Mapped[str] = mapped_column(unique=True)
    method: Mapped[str] = mapped_column(index=True)
    date: Mapped[date | None]
    place: Mapped[str] = mapped_column(default="")
    site_id: Mapped[int | None] = mapped_column(
        ForeignKey("site.id", ondelete="SET NULL"), index=True
    )
    file_name: Mapped[str] = mapped_column(default="")
    sha256: Mapped[str] = mapped_column(default="", index=True)
    length: Mapped[int] = mapped_column(default=0)
    attributes: Mapped[dict[str, str]] = mapped_column(default=dict)
    note: Mapped[str] = mapped_column(default="")
    added_at: Mapped[datetime] = mapped_column(default=now)


class Participation(Base):
    """The capacity in which an informant speaks in a source.

    One man is principal and cluster head: key person in one interview, verification respondent in
    another. A source without an informant (a document, an observed activity) has at most one
    participation whose `informant_id` is null: it says the category (and role) of the source, which
    is then its own unit.
    """

    __tablename__ = "participation"
    __table_args__ = (UniqueConstraint("source_id", "informant_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    informant_id: Mapped[int | None] = mapped_column(
        ForeignKey("informant.id", ondelete="CASCADE"), index=True
    )
    role_id: Mapped[int | None] = mapped_column(
        ForeignKey("role.id", ondelete="SET NULL"), index=True
    )
    category_id: Mapped[int | None] = mapped_column(
        ForeignKey("category.id", ondelete="SET NULL"), index=True
    )


class Turn(Base):
    """A stretch [start, end) of a source spoken by one; no informant: the researcher or unknown."""

    __tablename__ = "turn"
    __table_args__ = (Index("ix_turn_source_id_start", "source_id", "start"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    start: Mapped[int]
    end: Mapped[int]
    speaker: Mapped[str]
    informant_id: Mapped[int | None] = mapped_column(
        ForeignKey("informant.id", ondelete="SET NULL"), index=True
    )
    is_researcher: Mapped[bool] = mapped_column(default=False)


class SourceText(Base):
    """The text of a source, "\\n" its only line end. Not journalled: it stays when an undo takes
    the source away, so that a redo finds it again.
    """

    __tablename__ = "source_text"
    __table_args__ = {"info": {"journalled": False}}  # noqa: RUF012
    source_id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]


class Original(Base):
    """The file that a source came from, byte for byte. Not journalled, for the same reason."""

    __tablename__ = "original"
    __table_args__ = {"info": {"journalled": False}}  # noqa: RUF012
    source_id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    data: Mapped[bytes] = mapped_column(LargeBinary)
