import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select

from app import history
from app.check import check
from app.errors import UserError
from app.study_files import create_study, open_study, save_copy
from models.base import Base
from models.design import Site
from models.history import journalled
from models.reduction import Code


@pytest.fixture
def study(tmp_path):
    study = create_study(tmp_path / "kkg", "KKG Gugus I", "id")
    yield study
    study.close()


def rows(study):
    with study.read() as connection:
        return {
            t.name: sorted(map(repr, connection.execute(select(t))))
            for t in journalled(Base.metadata)
        }


def add_site(study, name):
    with study.change("study.methods.interview", name=name) as session:
        session.add(Site(name=name))


def site_names(study):
    with study.read() as connection:
        return list(connection.scalars(select(Site.name).order_by(Site.id)))


def test_a_new_study_has_its_title_language_roles_and_coder(study):
    assert study.path.name == "kkg.tilik"
    assert (study.title, study.language, study.coder_name) == ("KKG Gugus I", "id", "A")
    assert not study.read_only
    assert check(study).faults == ()


def test_a_change_is_a_step_and_undo_takes_it_back(study):
    before = rows(study)
    add_site(study, "SDN Ciawi 01")
    after = rows(study)
    assert site_names(study) == ["SDN Ciawi 01"]
    assert history.next_undo(study).values == {"name": "SDN Ciawi 01"}
    assert history.undo(study)
    assert rows(study) == before
    assert history.redo(study)
    assert rows(study) == after
    assert not history.redo(study)


def test_a_change_that_fails_leaves_nothing(study):
    add_site(study, "A")

    def stop_half_way():
        with study.change("study.methods.interview") as session:
            session.add(Site(name="B"))
            session.flush()
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        stop_half_way()
    assert site_names(study) == ["A"]
    assert len(history.steps(study)) == 1
    assert check(study).faults == ()


def test_a_change_of_nothing_leaves_no_step(study):
    with study.change("study.methods.interview"):
        pass
    assert history.steps(study) == []


def test_a_change_inside_a_change_is_one_step(study):
    with study.change("study.methods.interview") as session:
        session.add(Site(name="outer"))
        add_site(study, "inner")
        assert site_names(study) == ["outer", "inner"]
    assert len(history.steps(study)) == 1
    history.undo(study)
    assert site_names(study) == []


def test_a_cascade_is_undone_whole(study):
    with study.change("study.methods.interview") as session:
        session.execute(insert(Code).values(id=1, name="top"))
        session.execute(insert(Code), [{"name": f"c{n}", "parent_id": 1} for n in range(50)])
    before = rows(study)
    with study.change("study.methods.interview") as session:
        session.execute(delete(Code).where(Code.id == 1))
    history.undo(study)
    assert rows(study) == before
    history.redo(study)
    assert "code" in rows(study)
    assert rows(study)["code"] == []


def test_undo_and_redo_survive_closing(tmp_path):
    study = create_study(tmp_path / "a", "A")
    for name in "abc":
        add_site(study, name)
    history.undo(study)
    study.close()
    study = open_study(tmp_path / "a.tilik")
    assert site_names(study) == ["a", "b"]
    assert history.redo(study)
    assert site_names(study) == ["a", "b", "c"]
    assert history.go_to(study, 0) == 3
    assert site_names(study) == []
    third = history.steps(study)[0].id
    assert history.go_to(study, third) == 3
    assert site_names(study) == ["a", "b", "c"]
    assert check(study).faults == ()
    study.close()


def test_a_new_change_discards_what_was_undone_but_the_history_keeps_it(study):
    add_site(study, "a")
    add_site(study, "b")
    history.undo(study)
    add_site(study, "c")
    assert not history.redo(study)
    assert [s.state for s in history.steps(study)] == ["done", "discarded", "done"]
    assert check(study).faults == ()


def test_listeners_hear_what_changed(study):
    heard = []
    study.listeners.append(heard.append)
    add_site(study, "a")
    history.undo(study)
    assert [c.rows for c in heard] == [{"site": frozenset({1})}] * 2


def test_a_second_opening_is_read_only_and_says_why(study):
    second = open_study(study.path)
    assert second.read_only
    assert second.why_read_only == "study.open_elsewhere"
    add_site(study, "a")
    assert site_names(second) == ["a"]
    with pytest.raises(UserError, match="read-only"):
        add_site(second, "b")
    with pytest.raises(UserError, match="read-only"):
        history.undo(second)
    second.close()
    assert site_names(study) == ["a"]


def test_a_copy_holds_the_history(study, tmp_path):
    add_site(study, "a")
    path = save_copy(study, tmp_path / "copy")
    copy = open_study(path)
    assert history.undo(copy)
    assert site_names(copy) == []
    assert site_names(study) == ["a"]
    copy.close()


def test_the_check_finds_a_row_that_the_history_does_not_know(study):
    add_site(study, "a")
    outside = sqlite3.connect(study.path)
    outside.execute("UPDATE site SET name = 'forged'")
    outside.commit()
    outside.close()
    (fault,) = check(study).faults
    assert fault.key == "study.check.history"
    assert fault.values == {"count": 1, "table": "site"}


def test_a_kill_at_any_moment_loses_no_committed_change(tmp_path):
    script = tmp_path / "writer.py"
    script.write_text(
        textwrap.dedent("""
        import sys
        from pathlib import Path
        from app.study_files import create_study
        from models.design import Site
        study = create_study(Path(sys.argv[1]), "K")
        for n in range(100000):
            with study.change("study.methods.interview") as session:
                session.add(Site(name=str(n)))
            print(n, flush=True)
        """)
    )
    root = Path(__file__).parents[2]
    path = tmp_path / "k.tilik"
    writer = subprocess.Popen(
        [sys.executable, str(script), str(path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(root)},
        text=True,
    )
    said = [writer.stdout.readline() for _ in range(40)]
    writer.send_signal(signal.SIGKILL)
    said += writer.stdout.readlines()
    writer.wait()
    writer.stdout.close()
    last = int([line for line in said if line.endswith("\n")][-1])
    study = open_study(path)
    names = site_names(study)
    assert names[: last + 1] == [str(n) for n in range(last + 1)]
    assert not study.read_only
    assert check(study).faults == ()
    study.close()


operations = st.lists(
    st.tuples(st.sampled_from(["add", "rename", "delete", "undo", "redo"]), st.integers(0, 7)),
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(operations)
def test_any_walk_through_undo_and_redo_agrees_with_the_states_that_were(tmp_path_factory, walk):
    study = create_study(tmp_path_factory.mktemp("walk") / "s", "S")
    states, at = [rows(study)], 0
    for n, (what, which) in enumerate(walk):
        names = site_names(study)
        if what == "undo":
            assert history.undo(study) == (at > 0)
            at = max(0, at - 1)
        elif what == "redo":
            assert history.redo(study) == (at < len(states) - 1)
            at = min(len(states) - 1, at + 1)
        else:
            if what != "add" and not names:
                continue
            with study.change("study.methods.interview") as session:
                if what == "add":
                    session.add(Site(name=f"site {n}"))
                else:
                    site = session.scalars(
                        select(Site).where(Site.name == names[which % len(names)])
                    ).one()
                    if what == "rename":
                        site.name = f"renamed 😀 {n}"
                    else:
                        session.delete(site)
            del states[at + 1 :]
            states.append(rows(study))
            at += 1
        assert rows(study) == states[at]
    assert check(study).faults == ()
    study.close()


def test_a_folded_study_is_whole_in_its_one_file(study, tmp_path):
    with study.change("study.methods.interview") as session:
        session.add(Site(name="SDN Ciawi 01"))
    assert study.fold()
    alone = tmp_path / "alone.tilik"
    alone.write_bytes(study.path.read_bytes())
    copy = open_study(alone)
    with copy.read() as connection:
        assert connection.scalars(select(Site.name)).all() == ["SDN Ciawi 01"]
    copy.close()


def test_what_a_reader_of_an_older_state_holds_back_is_folded_after_it(study):
    with study.change("study.methods.interview") as session:
        session.add(Site(name="SDN Ciawi 01"))
    with study.read() as older:
        older.scalars(select(Site.name)).all()
        with study.change("study.methods.interview") as session:
            session.add(Site(name="SDN Ciawi 02"))
        assert not study.fold()
    assert study.fold()
