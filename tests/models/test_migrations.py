import sqlite3

from models import study_file
from models.migrations.upgrade import upgrade


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
