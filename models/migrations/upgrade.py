"""Bringing an older study file up to the schema of this Tilik, by Alembic revisions.

Revision "0001" makes version 1, and so on: the file's user_version is the number of its revision,
and no table of Alembic's own is kept in it.
"""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine, insert, text
from sqlalchemy.pool import StaticPool

from models import fulltext, history
from models.study_file import APPLICATION_ID, VERSION, make_triggers


def configuration(connection: Connection) -> Config:
    """Return Alembic's configuration, made in code: there is no ini file to carry about."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config


def make_older(path: Path, version: int) -> None:
    """Make an empty file of an earlier version at `path`, without triggers, for `upgrade`."""
    raw = sqlite3.connect(path, isolation_level=None)
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        command.upgrade(configuration(connection), f"{version:04d}")
        connection.exec_driver_sql("DROP TABLE alembic_version")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
        connection.exec_driver_sql("COMMIT")
    engine.dispose()
    raw.close()


def upgrade(path: Path) -> None:
    """Run the revisions that the file at `path` lacks, in one transaction.

    Raises sqlite3 or SQLAlchemy errors where that fails; the file is then as it was.
    """
    raw = sqlite3.connect(path, isolation_level=None)
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = off")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        config = configuration(connection)
        if version:
            command.stamp(config, f"{version:04d}")
        command.upgrade(config, "head")
        connection.exec_driver_sql("DROP TABLE alembic_version")
        fulltext.create(connection)
        make_triggers(connection)
        if connection.execute(text("SELECT count(*) FROM open_change")).scalar_one() == 0:
            connection.execute(insert(history.OpenChange).values(id=1, change_id=None))
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
        connection.exec_driver_sql("COMMIT")
    engine.dispose()
    raw.close()
