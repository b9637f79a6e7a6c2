"""Reads projects of RQDA: one SQLite file, NAME.rqda."""

from app.exchange.rqda.reading import is_rqda, read_rqda

__all__ = ["is_rqda", "read_rqda"]
