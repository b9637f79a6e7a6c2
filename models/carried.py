"""What other programs hold and a study keeps for the way back: attachments, sets, links."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Identified, now

ATTACHMENT_KINDS = ("picture", "pdf", "audio", "video", "other")
LINK_DIRECTIONS = ("associative", "one_way", "bidirectional")
VARIABLE_TYPES = ("text", "boolean", "integer", "float", "date", "datetime")


class Attachment(Identified, Base):
    """A picture, PDF, recording or film; beside a source (`source_id`) or on its own.

    `path` is where a file outside the study was said to be; `details` is what its format says.
    """

    __tablename__ = "attachment"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012  its bytes outlive an undo
    kind: Mapped[str]
    name: Mapped[str]
    source_id: Mapped[int | None] = mapped_column(
        ForeignKey("source.id", ondelete="SET NULL"), index=True
    )
    file_name: Mapped[str] = mapped_column(default="")
    path: Mapped[str] = mapped_column(default="")
    sha256: Mapped[str] = mapped_column(default="")
    size: Mapped[int] = mapped_column(default=0)
    description: Mapped[str] = mapped_column(default="")
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    coder_id: Mapped[int | None] = mapped_column(ForeignKey("coder.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=now)


class AttachmentData(Base):
    """The bytes of an attachment. Not journalled: they stay when an undo takes the row away."""

    __tablename__ = "attachment_data"
    __table_args__ = {"info": {"journalled": False}}  # noqa: RUF012
    attachment_id: Mapped[int] = mapped_column(primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)


class AttachmentPart(Identified, Base):
    """A selection in an attachment: `place` is where (pixels, points and page, or milliseconds)."""

    __tablename__ = "attachment_part"
    attachment_id: Mapped[int] = mapped_column(
        ForeignKey("attachment.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(default="")
    place: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    description: Mapped[str] = mapped_column(default="")
    coder_id: Mapped[int | None] = mapped_column(ForeignKey("coder.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=now)


class PartCoding(Identified, Base):
    """A code on a selection in an attachment, or on the whole of it (`part_id` is null)."""

    __tablename__ = "part_coding"
    attachment_id: Mapped[int] = mapped_column(
        ForeignKey("attachment.id", ondelete="CASCADE"), index=True
    )
    part_id: Mapped[int | None] = mapped_column(
        ForeignKey("attachment_part.id", ondelete="CASCADE"), index=True
    )
    code_id: Mapped[int] = mapped_column(ForeignKey("code.id", ondelete="CASCADE"), index=True)
    coder_id: Mapped[int] = mapped_column(ForeignKey("coder.id", ondelete="RESTRICT"), index=True)
    memo: Mapped[str] = mapped_column(default="")
    made_at: Mapped[datetime] = mapped_column(default=now)


class StudySet(Identified, Base):
    """A named set of sources, codes or memos, such as a folder of another program."""

    __tablename__ = "study_set"
    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class SetMember(Base):
    """A member of a set: `on_entity` is a table's name and `on_id` the row."""

    __tablename__ = "set_member"
    __table_args__ = (
        UniqueConstraint("set_id", "on_entity", "on_id"),
        Index("ix_set_member_on", "on_entity", "on_id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    set_id: Mapped[int] = mapped_column(ForeignKey("study_set.id", ondelete="CASCADE"))
    on_entity: Mapped[str]
    on_id: Mapped[int]


class Link(Identified, Base):
    """A named link between two rows of the study."""

    __tablename__ = "link"
    __table_args__ = (
        Index("ix_link_from", "from_entity", "from_id"),
        Index("ix_link_to", "to_entity", "to_id"),
    )
    name: Mapped[str] = mapped_column(default="")
    direction: Mapped[str] = mapped_column(default=LINK_DIRECTIONS[0])
    colour: Mapped[str] = mapped_column(default="")
    from_entity: Mapped[str]
    from_id: Mapped[int]
    to_entity: Mapped[str]
    to_id: Mapped[int]


class Variable(Identified, Base):
    """An attribute's name with its type; the values stand in the attributes themselves."""

    __tablename__ = "variable"
    name: Mapped[str] = mapped_column(unique=True)
    type: Mapped[str] = mapped_column(default=VARIABLE_TYPES[0])
    description: Mapped[str] = mapped_column(default="")


class Carried(Base):
    """What a file of another program said of a row and a study has no place for.

    `name` says what it is (an attribute's or element's name), `value` its words or XML.
    """

    __tablename__ = "carried"
    __table_args__ = (Index("ix_carried_on", "on_entity", "on_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    on_entity: Mapped[str]
    on_id: Mapped[int | None]
    name: Mapped[str]
    value: Mapped[str]
