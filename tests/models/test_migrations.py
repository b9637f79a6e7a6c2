import json
import sqlite3

from alembic import command
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from app.check import check
from app.history import redo, undo
from app.study_files import open_study
from app.verify.findings import findings
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


def at_revision(path, number):
    """Make an empty file as revision `number` left it."""
    raw = sqlite3.connect(path, isolation_level=None)
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    with engine.connect() as connection:
        command.upgrade(configuration(connection), f"{number:04d}")
        connection.exec_driver_sql("DROP TABLE alembic_version")
    raw.execute(f"PRAGMA application_id = {study_file.APPLICATION_ID}")
    raw.execute(f"PRAGMA user_version = {number}")
    return raw


def test_the_history_of_an_older_study_gains_the_new_columns(tmp_path):
    """A finding made in version 2 is undone and redone in this one, whole."""
    path = tmp_path / "old.tilik"
    raw = at_revision(path, 2)
    row = {
        "claim": "KKG “helps”",
        "question_id": None,
        "status": "tentative",
        "rival_explanation": "",
        "conclusion": "",
        "position": 0,
        "made_at": "2017-01-12 08:00:00.000000",
        "id": 1,
        "guid": "a",
    }
    marks = ", ".join("?" * len(row))
    raw.execute(f"INSERT INTO finding({', '.join(row)}) VALUES ({marks})", tuple(row.values()))
    raw.execute(
        'INSERT INTO change(id, made_at, coder, what, "values", state) '
        "VALUES (1, '2017-01-12', 'x', 'study.history.made', '{}', 'done')"
    )
    image = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    raw.execute(
        'INSERT INTO change_image(change_id, entity, "row", before, after) '
        "VALUES (1, 'finding', 1, NULL, ?)",
        (image,),
    )
    raw.execute(
        "INSERT INTO study(id, guid, title, purpose, language, settings, made_at) "
        "VALUES (1, 's', 'Old', '', 'en', '{}', '2017-01-01 00:00:00')"
    )
    raw.execute("INSERT INTO coder(id, guid, name, colour) VALUES (1, 'c', 'Ana', '#000000')")
    raw.close()
    upgrade(path)
    study = open_study(path)
    try:
        assert check(study).faults == ()
        assert undo(study)
        assert findings(study) == []
        assert redo(study)
        assert check(study).faults == ()
        assert [f.claim for f in findings(study)] == ["KKG “helps”"]
    finally:
        study.close()
