"""Writing many rows with one statement."""

WITH_NULLS = {"render_nulls": True}
"""Execution options of a bulk insert whose rows hold None here and there.

Without them SQLAlchemy leaves a None out, and needs a statement of its own for each run of rows
with the same columns: for the turns of an interview one a row.
"""
