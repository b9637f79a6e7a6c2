"""Reads projects of QualCoder: a folder NAME.qda with a database and the files beside it."""

from app.exchange.qualcoder.reading import is_qualcoder, read_qualcoder

__all__ = ["is_qualcoder", "read_qualcoder"]
