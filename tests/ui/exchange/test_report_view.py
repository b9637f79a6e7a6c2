"""The report on a project: what was lost is never folded away, and every line can be read."""

import pytest
from PySide6.QtWidgets import QApplication

from app.exchange.incoming import Project, Trouble
from app.exchange.project_report import ProjectReport, remarks_on
from ui.exchange.report_view import FEW, LINE, ReportView

KEPT = Trouble("exchange.kept.leftover", {"name": "memo", "count": 2})
LONG = Trouble("exchange.lost.other_text", {"name": "A talk about nearly everything " * 6})


@pytest.fixture
def view(qtbot):
    view = ReportView()
    qtbot.addWidget(view)
    view.resize(420, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def branches(view):
    return [view.topLevelItem(number) for number in range(view.topLevelItemCount())]


def test_what_was_lost_stands_open_however_much_it_is(view):
    many = tuple(Trouble(LONG.key, {"name": f"Text {n}"}) for n in range(3 * FEW))
    view.show_report(ProjectReport(lost=many, kept=(KEPT,) * 3 * FEW))
    lost, kept = branches(view)
    assert lost.isExpanded()
    assert lost.childCount() == 3 * FEW
    assert not kept.isExpanded()


def test_a_long_line_has_room_for_all_its_words(view):
    view.show_report(ProjectReport(lost=(LONG,), kept=(KEPT,)))
    QApplication.processEvents()
    lost, kept = branches(view)
    tall = view.visualItemRect(lost.child(0)).height()
    words = view.fontMetrics().horizontalAdvance(lost.child(0).text(0))
    assert tall >= view.fontMetrics().lineSpacing() * (words // view.viewport().width())
    assert view.visualItemRect(kept.child(0)).height() == LINE
    view.resize(300, 300)
    QApplication.processEvents()
    assert view.visualItemRect(lost.child(0)).height() > tall


def test_the_remarks_on_a_file_are_said_before_it_comes_in():
    remarks = remarks_on(Project(name="Theirs", troubles=(KEPT, LONG)))
    assert (remarks.changed, remarks.lost, remarks.kept) == ((), (LONG,), (KEPT,))
