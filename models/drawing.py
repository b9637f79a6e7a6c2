"""What a display holds beyond its recipe: the researcher's own cells, and networks."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Identified, now

RATINGS = ("", "strong", "adequate", "weak", "absent")
SIGNS = ("", "+", "-")


class DisplayCell(Identified, Base):
    """The researcher's own words or rating in a cell; `row` and `column` are the headings' keys."""

    __tablename__ = "display_cell"
    __table_args__ = (UniqueConstraint("display_id", "row", "column"),)
    display_id: Mapped[int] = mapped_column(ForeignKey("display.id", ondelete="CASCADE"))
    row: Mapped[str]
    column: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    rating: Mapped[str] = mapped_column(default="")
    made_at: Mapped[datetime] = mapped_column(default=now)


class NetworkNode(Identified, Base):
    """A node of a network or a flow: a row of the study (`on_entity`, `on_id`) or words alone."""

    __tablename__ = "network_node"
    display_id: Mapped[int] = mapped_column(
        ForeignKey("display.id", ondelete="CASCADE"), index=True
    )
    label: Mapped[str]
    on_entity: Mapped[str] = mapped_column(default="")
    on_id: Mapped[int | None]
    x: Mapped[float] = mapped_column(default=0.0)
    y: Mapped[float] = mapped_column(default=0.0)
    shape: Mapped[str] = mapped_column(default="box")
    colour: Mapped[str] = mapped_column(default="")


class NetworkLink(Identified, Base):
    """A directed, signed link between two nodes, with a memo that says why."""

    __tablename__ = "network_link"
    __table_args__ = (UniqueConstraint("from_id", "to_id"),)
    display_id: Mapped[int] = mapped_column(
        ForeignKey("display.id", ondelete="CASCADE"), index=True
    )
    from_id: Mapped[int] = mapped_column(ForeignKey("network_node.id", ondelete="CASCADE"))
    to_id: Mapped[int] = mapped_column(
        ForeignKey("network_node.id", ondelete="CASCADE"), index=True
    )
    sign: Mapped[str] = mapped_column(default="")
    label: Mapped[str] = mapped_column(default="")
    memo: Mapped[str] = mapped_column(default="")


class LinkExcerpt(Base):
    """An excerpt that a link of a network stands on."""

    __tablename__ = "link_excerpt"
    __table_args__ = (UniqueConstraint("link_id", "excerpt_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    link_id: Mapped[int] = mapped_column(ForeignKey("network_link.id", ondelete="CASCADE"))
    excerpt_id: Mapped[int] = mapped_column(
        ForeignKey("excerpt.id", ondelete="CASCADE"), index=True
    )
