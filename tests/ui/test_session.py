from sqlalchemy import select

from app.study_files import open_study
from models.design import Site


def test_a_quiet_moment_after_a_change_the_file_alone_holds_it(qtbot, session, tmp_path):
    def add():
        with session.study.change("study.methods.interview") as rows:
            rows.add(Site(name="SDN Ciawi 01"))

    session._quiet.setInterval(50)
    session.change(add)
    log = session.study.path.with_name(session.study.path.name + "-wal")
    qtbot.waitUntil(lambda: session._quiet.isActive())
    assert log.stat().st_size > 0
    qtbot.waitUntil(lambda: not session._quiet.isActive())
    session.tasks.wait()
    alone = tmp_path / "alone.tilik"
    alone.write_bytes(session.study.path.read_bytes())
    copy = open_study(alone)
    with copy.read() as connection:
        assert connection.scalars(select(Site.name)).all() == ["SDN Ciawi 01"]
    copy.close()
