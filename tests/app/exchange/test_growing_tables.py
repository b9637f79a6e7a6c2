"""Rows made by the thousand: their images in the history are those of rows made one by one."""

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from app import history
from app.check import check
from app.exchange.growing_tables import FEW, Tables
from models.design import Site
from models.history import ChangeImage


def images(study):
    with study.read() as connection:
        columns = (ChangeImage.change_id, ChangeImage.entity, ChangeImage.row)
        rows = connection.execute(select(*columns, ChangeImage.before, ChangeImage.after))
        return [tuple(row) for row in rows]


def sites(study):
    with study.read() as connection:
        return connection.execute(select(Site.id, Site.guid, Site.name).order_by(Site.id)).all()


def add_together(study, names):
    with study.change("study.methods.interview") as session:
        tables = Tables(session.connection())
        for name in names:
            tables[Site].add(name=name, address="", attributes={"km": "3"}, position=1)
        tables.write()


def test_their_images_are_those_of_rows_made_one_by_one(study):
    add_together(study, [f"Site {number}" for number in range(FEW)])
    together, rows = images(study), sites(study)
    history.undo(study)
    with study.change("study.methods.interview") as session:
        for row in rows:
            values = {"id": row.id, "guid": row.guid, "name": row.name, "address": ""}
            session.execute(insert(Site).values(**values, attributes={"km": "3"}, position=1))
    one_by_one = images(study)[len(together) :]
    assert len(together) == FEW
    assert [each[1:] for each in one_by_one] == [each[1:] for each in together]


def test_they_are_undone_and_redone_and_later_rows_are_seen_again(study):
    add_together(study, [f"Site {number}" for number in range(FEW)])
    rows = sites(study)
    history.undo(study)
    assert sites(study) == []
    history.redo(study)
    assert sites(study) == rows
    add_together(study, [f"Further {number}" for number in range(FEW + 1)])
    with study.change("study.methods.interview") as session:
        session.add(Site(name="Alone"))
    assert len(sites(study)) == 2 * FEW + 2
    history.undo(study)
    history.undo(study)
    assert sites(study) == rows
    assert check(study).faults == ()


def test_rows_that_cannot_be_leave_nothing_and_the_history_awake(study):
    with pytest.raises(IntegrityError):
        add_together(study, ["The same"] * FEW)
    assert sites(study) == []
    assert images(study) == []
    with study.change("study.methods.interview") as session:
        session.add(Site(name="Alone"))
    history.undo(study)
    assert sites(study) == []
