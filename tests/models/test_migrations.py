import sqlite3

from alembic import command
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from models import study_file
from models.migrations.upgrade import configuration, upgrade


def schema(path):
    connection = sqlite3.connect(path)
    try:
        tables = {}
        names = connection.execute(
            "SELECT name, type FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        )
        for name, kind in names:
            if kind == "table":
                tables[name] = (
                    sorted(c[1:] for c in connection.execute(f'PRAGMA table_info("{name}")')),
                    sorted(c[2:] for c in connection.execute(f'PRAGMA foreign_key_list("{name}")')),
                    sorted(c[1:3] for c in connection.execute(f'PRAGMA index_list("{name}")')),
                )
            else:
                tables[name] = kind
        return tables
    finally:
        connection.close()


def test_the_revisions_lead_to_the_schema_of_a_new_file(tmp_path):
    new, old = tmp_path / "new.tilik", tmp_path / "old.tilik"
    study_file.create(new)
    upgrade(old)
    assert schema(old) == schema(new)
    assert study_file.identify(old) is study_file.Kind.STUDY


def test_an_older_study_keeps_its_rows_and_their_keys(tmp_path):
    """A study as the first revision left it, with a tree of codes and what hangs on them."""
    path = tmp_path / "old.tilik"
    raw = sqlite3.connect(path, isolation_level=None)
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    with engine.connect() as connection:
        command.upgrade(configuration(connection), "0001")
        connection.exec_driver_sql("DROP TABLE alembic_version")
    for statement in (
        f"PRAGMA application_id = {study_file.APPLICATION_ID}",
        "PRAGMA user_version = 1",
        "INSERT INTO code(id, guid, parent_id, name, colour, position, definition, when_to_use, "
        "when_not_to_use, typical_example, counter_example, origin, cycle, made_at) VALUES "
        "(3, 'a', NULL, 'Theme', '', 0, '', '', '', '', '', '', '', '2017-01-01'), "
        "(7, 'b', 3, 'Code', '', 0, '', '', '', '', '', '', '', '2017-01-01')",
    ):
        raw.execute(statement)
    raw.close()
    upgrade(path)
    raw = sqlite3.connect(path)
    assert raw.execute("SELECT id, parent_id, name FROM code").fetchall() == [
        (3, None, "Theme"),
        (7, 3, "Code"),
    ]
    raw.execute("PRAGMA foreign_keys = on")
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.execute("DELETE FROM code WHERE id = 3")
    assert raw.execute("SELECT count(*) FROM code").fetchone() == (0,)
    raw.close()


def test_the_id_of_a_deleted_code_is_never_given_again(tmp_path):
    path = tmp_path / "new.tilik"
    study_file.create(path)
    raw = sqlite3.connect(path)
    for name in ("code", "finding", "informant", "site", "role", "category"):
        (words,) = raw.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
        assert "AUTOINCREMENT" in words
    raw.close()
