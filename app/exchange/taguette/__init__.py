"""Reads projects of Taguette (SQLite) and what it exports of highlights and tags."""

from app.exchange.taguette.reading import is_taguette, read_taguette

__all__ = ["is_taguette", "read_taguette"]
