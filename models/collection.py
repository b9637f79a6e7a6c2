"""What was collected: sources with their text, who speaks in them and in which capacity."""

from collections.abc import Iterator
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


class TextEdit(Base):
    """One correction in the text of a source: at `position` the words `removed` gave way.

    The text itself is not journalled. A trigger applies an edit to it when its row is made and
    takes it back when the row goes: undo and redo move the row, and the text follows. No foreign
    key: the rows stay when their source goes, as its text does.
    """

    __tablename__ = "text_edit"
    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(index=True)
    position: Mapped[int]
    removed: Mapped[str]
    inserted: Mapped[str]
    coder_id: Mapped[int | None] = mapped_column(ForeignKey("coder.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=now)


def text_triggers() -> Iterator[tuple[str, str]]:
    """Yield name and SQL of the triggers that keep a text as its edits say."""
    for name, moment, row, old, new in (
        ("text_edit_made", "INSERT", "NEW", "removed", "inserted"),
        ("text_edit_taken_back", "DELETE", "OLD", "inserted", "removed"),
    ):
        yield (
            name,
            f'CREATE TRIGGER "{name}" AFTER {moment} ON text_edit BEGIN '
            f"UPDATE source_text SET text = substr(text, 1, {row}.position) || {row}.{new} || "
            f"substr(text, {row}.position + length({row}.{old}) + 1) "
            f"WHERE source_id = {row}.source_id; END",
        )
