from sqlalchemy import select

from app.study_files import open_study
from models.design import Site


def add(session, name):
    with session.study.change("study.methods.interview") as rows:
        rows.add(Site(name=name))


def sites(path):
    copy = open_study(path)
    with copy.read() as connection:
        found = list(connection.scalars(select(Site.name)))
    copy.close()
    return found


def test_a_quiet_moment_after_a_change_the_file_alone_holds_it(qtbot, session, tmp_path):
    session._quiet.setInterval(50)
    log = session.study.path.with_name(session.study.path.name + "-wal")
    with qtbot.waitSignal(session._quiet.timeout):
        session.change(lambda: add(session, "SDN Ciawi 01"))
    assert log.stat().st_size > 0
    session.tasks.wait()
    alone = tmp_path / "alone.tilik"
    alone.write_bytes(session.study.path.read_bytes())
    assert sites(alone) == ["SDN Ciawi 01"]


def test_what_a_reader_held_back_is_folded_once_it_is_gone(qtbot, session, tmp_path, monkeypatch):
    tried, fold = [], session.study.fold
    monkeypatch.setattr(session.study, "fold", lambda: tried.append(fold()) or tried[-1])
    session._quiet.setInterval(20)
    with session.study.read() as older:
        older.scalars(select(Site.name)).all()
        session.change(lambda: add(session, "SDN Ciawi 01"))
        qtbot.waitUntil(lambda: len(tried) > 1)
        assert not any(tried)
    qtbot.waitUntil(lambda: tried[-1])
    alone = tmp_path / "alone.tilik"
    alone.write_bytes(session.study.path.read_bytes())
    assert sites(alone) == ["SDN Ciawi 01"]
