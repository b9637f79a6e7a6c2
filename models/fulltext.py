"""The full-text index over paragraphs (SQLite FTS5): derived from the texts, never journalled."""

from sqlalchemy import Connection, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Passage(Base):
    """One paragraph [start, end) of a source, indexed in `passage_fts` under the same id."""

    __tablename__ = "passage"
    __table_args__ = (
        Index("ix_passage_source_id", "source_id", "start"),
        {"info": {"journalled": False}},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]


class WordLemma(Base):
    """The lemma of a word form of the texts, both folded as the index folds them."""

    __tablename__ = "word_lemma"
    __table_args__ = (
        Index("ix_word_lemma_lemma", "lemma", "language"),
        {"info": {"journalled": False}},
    )
    word: Mapped[str] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    lemma: Mapped[str]


CREATE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS passage_fts USING fts5("
    'text, tokenize = "unicode61 remove_diacritics 2")'
)
_INDEXED = text("SELECT 1 FROM passage WHERE source_id = :s LIMIT 1")
_FORGET_WORDS = text(
    "DELETE FROM passage_fts WHERE rowid IN (SELECT id FROM passage WHERE source_id = :s)"
)
_FORGET_PLACES = text("DELETE FROM passage WHERE source_id = :s")
_NEXT = text("SELECT coalesce(max(id), 0) + 1 FROM passage")


def create(connection: Connection) -> None:
    """Make the index in a new study file."""
    connection.execute(text(CREATE))


def index_text(connection: Connection, source_id: int, words: str) -> None:
    """Index `words`, the whole text of a source, paragraph by paragraph, in place of the old."""
    if connection.execute(_INDEXED, {"s": source_id}).first() is not None:
        connection.execute(_FORGET_WORDS, {"s": source_id})
        connection.execute(_FORGET_PLACES, {"s": source_id})
    first = connection.execute(_NEXT).scalar_one()
    places: list[tuple[int, int, int, int]] = []
    paragraphs: list[tuple[int, str]] = []
    start = 0
    for paragraph in words.split("\n"):
        end = start + len(paragraph)
        if paragraph.strip():
            row = first + len(places)
            places.append((row, source_id, start, end))
            paragraphs.append((row, paragraph))
        start = end + 1
    if places:
        connection.exec_driver_sql(
            'INSERT INTO passage(id, source_id, start, "end") VALUES (?, ?, ?, ?)', places
        )
        connection.exec_driver_sql("INSERT INTO passage_fts(rowid, text) VALUES (?, ?)", paragraphs)
