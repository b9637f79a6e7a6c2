import shutil
import sqlite3

import pytest
from sqlalchemy import select

from app import backup, history
from app.errors import EnvironmentProblem, StudyProblem, UserError
from app.study_files import create_study, open_study, restore, save_copy
from models.design import Site


def said(path):
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StudyProblem) as error:
        open_study(path)
    if before is not None:
        assert path.read_bytes() == before
    assert not list(path.parent.glob("*-wal"))
    assert "\n" not in error.value.sentence("en")
    assert error.value.sentence("id") != error.value.sentence("en")
    return error.value.sentence("en")


@pytest.fixture
def closed(tmp_path):
    study = create_study(tmp_path / "kkg", "KKG")
    with study.change("study.methods.interview") as session:
        session.add_all(Site(name=f"school {n} " + "x" * 200) for n in range(200))
    study.close()
    return study.path


def test_a_missing_file(tmp_path):
    assert said(tmp_path / "no.tilik") == "There is no file “no.tilik”."


def test_an_empty_file(tmp_path):
    (tmp_path / "e.tilik").touch()
    assert said(tmp_path / "e.tilik") == "“e.tilik” is empty: it is not a study."


def test_a_text_that_is_called_a_study(tmp_path):
    (tmp_path / "t.tilik").write_text("not a database at all, but long enough to look like one")
    assert said(tmp_path / "t.tilik") == "“t.tilik” is not a Tilik study."


def test_a_name_with_quotes_and_line_breaks_stays_one_sentence(tmp_path):
    path = tmp_path / 'it\'s "mine"\nreally.tilik'
    path.write_text("x")
    assert said(path) == '“it\'s "mine" really.tilik” is not a Tilik study.'


def test_another_programs_database(tmp_path):
    with sqlite3.connect(tmp_path / "o.tilik") as connection:
        connection.execute("CREATE TABLE a(b)")
    connection.close()
    assert said(tmp_path / "o.tilik") == "“o.tilik” is not a Tilik study."


def test_a_study_of_a_newer_tilik(closed):
    with sqlite3.connect(closed) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    sentence = "“kkg.tilik” was made by a newer Tilik. Update Tilik to open it."
    assert said(closed) == sentence


def test_a_folder(tmp_path):
    (tmp_path / "f.tilik").mkdir()
    assert said(tmp_path / "f.tilik") == "“f.tilik” is a folder, not a study."


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_study(closed, share):
    data = closed.read_bytes()
    closed.write_bytes(data[: int(len(data) * share)])
    assert said(closed).startswith("“kkg.tilik” is damaged and cannot be read as a study.")


def test_a_study_whose_first_pages_are_garbled(closed):
    data = bytearray(closed.read_bytes())
    data[100:9000] = b"\xff" * 8900
    closed.write_bytes(data)
    assert said(closed).startswith("“kkg.tilik” is damaged")


def test_making_a_study_where_one_is(closed):
    with pytest.raises(UserError, match="already there"):
        create_study(closed, "Again")
    open_study(closed).close()


def test_no_traces_are_left_beside_a_closed_study(closed):
    beside = sorted(p.name for p in closed.parent.iterdir())
    assert beside == ["kkg backups", "kkg.tilik"]


def test_a_backup_is_made_before_the_first_change_and_ten_are_kept(tmp_path):
    study = create_study(tmp_path / "s", "S")
    study.close()
    path = study.path
    for n in range(12):
        study = open_study(path)
        with study.change("study.methods.interview") as session:
            session.add(Site(name=str(n)))
        with study.change("study.methods.interview") as session:
            session.add(Site(name=f"{n} again"))
        study.close()
    copies = backup.backups(path)
    assert len(copies) == backup.KEPT
    newest = sqlite3.connect(copies[0].path)
    assert newest.execute("SELECT count(*) FROM site").fetchone() == (22,)
    newest.close()


def test_a_backup_can_be_restored_and_what_was_there_is_kept(closed):
    (copy,) = backup.backups(closed)
    kept = restore(closed, copy.path)
    study = open_study(closed)
    with study.read() as connection:
        assert connection.execute(select(Site.name)).all() == []
    study.close()
    study = open_study(kept)
    with study.read() as connection:
        assert len(connection.execute(select(Site.name)).all()) == 200
    study.close()


@pytest.mark.parametrize("damage", ["header", "cut", "empty", "missing"])
def test_a_damaged_or_missing_study_is_restored(closed, damage):
    (copy,) = backup.backups(closed)
    whole = closed.read_bytes()
    broken = {"header": b"garbage" * 20 + whole[140:], "cut": whole[:5000], "empty": b""}
    if damage == "missing":
        closed.unlink()
    else:
        closed.write_bytes(broken[damage])
    with pytest.raises(StudyProblem):
        open_study(closed)
    kept = restore(closed, copy.path)
    open_study(closed).close()
    if damage == "missing":
        assert kept is None
    else:
        assert kept.read_bytes() == broken[damage]


def test_a_file_in_the_place_of_the_backups_is_named(closed, tmp_path):
    (copy,) = backup.backups(closed)
    elsewhere = shutil.copy(closed, tmp_path / "other.tilik")
    (tmp_path / "other backups").write_text("mine")
    before = elsewhere.read_bytes()
    with pytest.raises(UserError) as told:
        restore(elsewhere, copy.path)
    assert told.value.key == "study.no_place_for_backups"
    assert elsewhere.read_bytes() == before


def test_a_backup_is_made_before_the_first_undo_too(closed, tmp_path):
    elsewhere = shutil.copy(closed, tmp_path / "other.tilik")
    study = open_study(elsewhere)
    assert history.undo(study)
    study.close()
    assert len(backup.backups(elsewhere)) == 1


def test_an_open_study_is_not_replaced(closed):
    (copy,) = backup.backups(closed)
    study = open_study(closed)
    with pytest.raises(UserError, match="close it before"):
        restore(closed, copy.path)
    study.close()


def test_a_full_disk_leaves_the_study_as_it_was(closed):
    study = open_study(closed)
    with study.read() as connection:
        before = connection.execute(select(Site.id, Site.name)).all()
    pages = 1 + closed.stat().st_size // 4096

    def fill():
        with study.change("study.methods.interview") as session:
            session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            session.add_all(Site(name=f"{n} " + "y" * 4000) for n in range(500))

    with pytest.raises(EnvironmentProblem) as error:
        fill()
    assert error.value.sentence("en") == (
        "The disk is full: the change to “kkg.tilik” was not made. Make room, then try again."
    )
    with study.read() as connection:
        assert connection.execute(select(Site.id, Site.name)).all() == before
    study.close()


def test_a_copy_of_the_file_elsewhere_opens(closed, tmp_path):
    (tmp_path / "else where").mkdir()
    shutil.copy(closed, tmp_path / "else where" / "b?#%.tilik")
    study = open_study(tmp_path / "else where" / "b?#%.tilik")
    assert study.title == "KKG"
    study.close()


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(UserError) as told:
        create_study(tmp_path / "none" / "a.tilik", "A")
    assert told.value.key == "study.no_folder"
    assert told.value.values["name"] == str(tmp_path / "none")


def test_a_copy_does_not_go_over_a_study_that_is_open(closed, tmp_path):
    other = shutil.copy(closed, tmp_path / "other.tilik")
    study, elsewhere = open_study(closed), open_study(other)
    before = other.read_bytes()
    with pytest.raises(UserError) as told:
        save_copy(study, other)
    assert told.value.key == "study.copy_onto_open"
    assert other.read_bytes() == before
    elsewhere.close()
    save_copy(study, other)
    study.close()


def test_a_copy_into_a_missing_folder_names_the_folder(closed, tmp_path):
    study = open_study(closed)
    with pytest.raises(UserError) as told:
        save_copy(study, tmp_path / "none" / "c.tilik")
    assert told.value.key == "study.no_folder"
    study.close()


def test_a_link_to_a_study_is_the_study(closed, tmp_path):
    link = tmp_path / "links" / "l.tilik"
    link.parent.mkdir()
    link.symlink_to(closed)
    study = open_study(link)
    assert study.path == closed.resolve()
    assert open_study(closed).read_only
    with study.change("design.history.site_added", name="X") as session:
        session.add(Site(name="Over the link"))
    copy = open_study(save_copy(study, tmp_path / "copy"))
    with copy.read() as connection:
        assert "Over the link" in connection.scalars(select(Site.name)).all()
    copy.close()
    study.close()


def test_a_name_that_is_too_long_is_one_sentence(tmp_path):
    with pytest.raises(StudyProblem, match="too long"):
        create_study(tmp_path / ("x" * 300), "A")
