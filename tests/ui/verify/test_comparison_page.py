import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from app.verify.comparison import compare
from app.verify.groups import Group
from ui.verify.comparison_model import NAME, VERDICT, ComparisonModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def page(hand):
    hand.click(hand.room.triangulation.bar.pills.button("comparison"))
    return hand.room.comparison


def said(page):
    model = page.table.compared
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_key_persons_and_verification_respondents_stand_side_by_side(page):
    assert said(page) == [
        ["Facilities", "1 of 1", "+", "1 of 1", "−", "contradict"],
        ["Schedule", "1 of 1", "+", "1 of 1", "+", "agree"],
        ["Assessment", "0 of 1", "", "0 of 1", "", "silent"],
    ]
    assert page.shared.text() == "Shared codes 2 of 2 · Jaccard 1.00"
    heads = [page.table.compared.headerData(n, page.table.horizontalHeader().orientation())
             for n in range(6)]  # fmt: skip
    assert heads[1] == "Key persons"


def test_a_click_on_a_code_shows_the_words_of_both(hand, page):
    hand.click_cell(page.table, page.table.compared.index(0, VERDICT))
    left, right = page.sides["left"], page.sides["right"]
    assert left.header.accessibleName() == "Key persons on “Facilities”"
    assert [left.list.row_at(0).informant, right.list.row_at(0).informant] == ["KS-01", "PW-01"]
    with hand.qtbot.waitSignal(hand.room.open_excerpt):
        hand.click_cell(right.list, right.list.model().index(0, 0))
    hand.click_cell(page.table, page.table.compared.index(2, NAME))
    assert left.stack.currentWidget() is left.empty
    assert "Silence is not disagreement" in left.empty.text()


def test_any_two_groups_can_be_chosen_and_swapped(hand, page):
    teacher, activity = Group("category", "teacher"), Group("category", "activity")
    hand.pick(page.left, teacher)
    hand.pick(page.right, activity)
    assert page.left.text() == "teacher (source category) ▾"
    assert [row[-1] for row in said(page)] == ["contradict", "agree", "silent"]
    assert said(page)[0][1:4] == ["2 of 2", "+ +", "1 of 1"]
    hand.click(page.swap)
    assert (page.found.left, page.found.right) == (activity, teacher)
    assert said(page)[0][1:4] == ["1 of 1", "−", "2 of 2"]
    assert hand.room.status_text() == "3 informants and sources in the two groups"


def test_the_filter_and_the_copy_keep_one_verdict(hand, page):
    hand.pick(page.verdicts, "agree")
    assert [row[0] for row in said(page)] == ["Schedule"]
    hand.click(page.copy)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Code\tKey persons\tDirection\tVerification respondents\tDirection\tVerdict",
        "Schedule\t1 of 1\t+\t1 of 1\t+\tagree",
    ]


def test_it_follows_the_study(hand, page, laid):
    make, codes, sources = laid["make"], laid["codes"], laid["sources"]
    hand.session.change(lambda: make.coding(sources["PW"], codes["Assessment"]))
    hand.settle()
    assert said(page)[2][-1] == "verification respondents only"
    hand.session.undo()
    hand.settle()
    assert said(page)[2][-1] == "silent"


def test_a_group_that_goes_gives_way_to_the_default(hand, page, laid):
    site = laid["make"].site("Ciawi 01")
    hand.settle()
    hand.pick(page.left, Group("site", "Ciawi 01"))
    assert page.found.left == Group("site", "Ciawi 01")

    def remove():
        from models.design import Site

        with laid["make"].change() as session:
            session.delete(session.get(Site, site))

    hand.session.change(remove)
    hand.settle()
    assert page.found.left.name == "key_person"
    assert page.left.text() == "Key persons ▾"


def test_without_codes_it_sends_one_to_code(opened):
    hand = opened()
    hand.room.show_page("comparison")
    hand.settle()
    page = hand.room.comparison
    with hand.qtbot.waitSignal(hand.room.go_to_stage):
        hand.click(page.empty.button)


def test_the_model_is_one_that_qt_finds_no_fault_with(study, laid, qapp):
    model = ComparisonModel()
    tester = QAbstractItemModelTester(model, FATAL)
    found = compare(study)
    model.show(found, found.codes)
    model.show(found, ())
    model.show(found, found.codes)
    assert tester.model() is model


def test_the_pills_lead_from_page_to_page(hand):
    room = hand.room
    for page in ("comparison", "findings", "triangulation"):
        hand.click(room.stack.currentWidget().bar.pills.button(page))
        assert room.stack.currentWidget() is room.by_name[page]
        assert room.stack.currentWidget().bar.pills.current() == page
