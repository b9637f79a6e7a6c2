import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from app.verify.triangulation import triangulate
from ui.language import speak
from ui.verify.banded_header import BAND_HEIGHT
from ui.verify.triangulation_model import Column, TriangulationModel, shortened

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def page(hand):
    return hand.room.triangulation


def said(page):
    model = page.table.verdicts
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def column(page, kind, cell=""):
    return page.table.verdicts.columns.index(Column(kind, cell))


def click(hand, page, row, at):
    hand.click_cell(page.table, page.table.verdicts.index(row, at))


def test_findings_stand_first_with_a_verdict_in_every_cell(page):
    assert [row[:2] for row in said(page)] == [
        ["F1", "Facilities hold the programme back"],
        ["F2", "Nothing yet"],
    ]
    assert said(page)[0][2:] == [
        *("split", "silent", "supports", "supports", "contradicts", "supports", "silent"),
        *("contradicted", "Contested"),
    ]
    assert said(page)[1][-1] == "No evidence"


def test_codes_can_be_shown_instead_in_the_order_of_their_tree(hand, page):
    hand.pick(page.kind, "code")
    assert [row[1] for row in said(page)] == ["Facilities", "Schedule", "Assessment"]
    assert page.table.columnWidth(0) == 0


def test_one_click_on_a_cell_shows_its_excerpts(hand, page):
    hand.pick(page.kind, "code")
    click(hand, page, 0, column(page, "method", "interview"))
    assert page.evidence.header.accessibleName() == "Evidence for “Facilities” · interview"
    assert [row.reference for row in page.evidence.list._model._pages[0]] == ["W/KS-01", "W/PW-01"]
    click(hand, page, 0, column(page, "source", "teacher"))
    assert page.evidence.list.count() == 2
    click(hand, page, 0, column(page, "overall"))
    assert page.evidence.list.count() == 5
    click(hand, page, 2, column(page, "source", "teacher"))
    assert page.evidence.stack.currentWidget() is page.evidence.empty
    assert page.evidence.empty.text().startswith("Teacher is silent on this.")


def test_the_keyboard_goes_from_cell_to_cell(hand, page):
    page.table.setFocus()
    hand.pick(page.kind, "code")
    click(hand, page, 0, column(page, "method", "interview"))
    hand.qtbot.keyClick(page.table, Qt.Key.Key_Down)
    hand.settle()
    assert page.explanation.title.text() == "Schedule"
    assert page.evidence.header.accessibleName() == "Evidence for “Schedule” · interview"


def test_a_click_on_an_excerpt_asks_for_its_transcript(hand, page):
    click(hand, page, 0, column(page, "overall"))
    view = page.evidence.list
    row = view.row_at(1)
    with hand.qtbot.waitSignal(hand.room.open_excerpt) as asked:
        hand.click_cell(view, view.model().index(1, 0))
    assert asked.args == [row.source_id, row.start, row.end]


def test_the_explanation_stands_below_with_its_counts(hand, page):
    click(hand, page, 0, column(page, "name"))
    text = page.explanation.text.text()
    assert "<b>Method triangulation: partly convergent.</b> 2 of 3 methods speak" in text
    assert page.explanation.title.text() == "F1 · Facilities hold the programme back"
    assert page.explanation.advice.text().startswith("A difference is a result")
    assert "Tilik’s own rules" in page.explanation.ours.text()


def test_its_buttons_work(hand, page):
    click(hand, page, 0, column(page, "name"))
    finding = page.explanation.found.claim.id
    with hand.qtbot.waitSignal(hand.room.memo_wanted) as asked:
        hand.click(page.explanation.memo)
    assert asked.args == ["finding", finding, "Facilities hold the programme back"]
    assert page.explanation.act.text() == "Revise the finding"
    hand.click(page.explanation.act)
    assert hand.room.stack.currentWidget() is hand.room.findings
    assert hand.room.findings.detail.finding.id == finding


def test_a_finding_can_be_made_of_a_code_with_all_its_excerpts(hand, page):
    hand.pick(page.kind, "code")
    click(hand, page, 0, column(page, "name"))
    assert page.explanation.act.text() == "Make a finding"
    hand.click(page.explanation.act)
    pane = hand.room.findings.pane
    assert pane.claim.text() == "Facilities"
    hand.type(pane.claim, "They lack projectors")
    hand.qtbot.keyClick(pane.claim, Qt.Key.Key_Return)
    hand.settle()
    detail = hand.room.findings.detail
    assert detail.finding.claim == "They lack projectors"
    assert sorted(card.row.stance for card in detail.cards) == [
        *(["contradicts"] * 2), *(["supports"] * 3),
    ]  # fmt: skip


def test_the_filter_keeps_one_verdict(hand, page):
    hand.pick(page.kind, "code")
    assert [label for _, label in page.verdicts._labels] == [
        *("All verdicts", "Verified (1)", "Contested (1)", "No evidence (1)"),
    ]
    hand.pick(page.verdicts, "contested")
    assert [row[1] for row in said(page)] == ["Facilities"]
    assert page.explanation.title.text() == "Facilities"
    hand.pick(page.kind, "finding")
    assert len(said(page)) == 2


def test_copy_takes_what_is_shown_to_a_spreadsheet(hand, page):
    hand.pick(page.kind, "code")
    hand.pick(page.verdicts, "verified")
    hand.click(page.copy)
    head, row = QGuiApplication.clipboard().text().splitlines()
    assert head.split("\t")[:4] == ["Code", "Interview", "Observation", "Questionnaire"]
    assert row.split("\t")[0] == "Schedule"
    assert row.split("\t")[-1] == "Verified"


def test_verdicts_follow_the_study_while_one_looks(hand, page, laid):
    hand.pick(page.kind, "code")
    click(hand, page, 2, column(page, "method", "observation"))
    make, codes, sources = laid["make"], laid["codes"], laid["sources"]
    hand.session.change(lambda: make.coding(sources["O1"], codes["Assessment"]))
    hand.settle()
    assert said(page)[2][-1] == "Not triangulated"
    assert page.table.current().claim.name == "Assessment"
    assert page.table.current_column() == Column("method", "observation")
    assert page.evidence.list.count() == 1
    hand.session.undo()
    hand.settle()
    assert said(page)[2][-1] == "No evidence"


def test_changes_made_while_nobody_looks_are_seen_on_return(hand, page, laid):
    hand.room.hide()
    make, codes, sources = laid["make"], laid["codes"], laid["sources"]
    for voice in ("G1", "O1"):
        hand.session.change(lambda voice=voice: make.coding(sources[voice], codes["Assessment"]))
    hand.settle()
    before = hand.room.live.now
    assert before.code(codes["Assessment"]).overall == "no_evidence"
    hand.room.show()
    hand.settle()
    assert hand.room.live.now.code(codes["Assessment"]).overall == "partially_verified"


def test_the_status_line_counts_verdicts(hand, page):
    assert hand.room.status_text() == "2 findings: 1 contested, 1 no evidence"
    hand.pick(page.kind, "code")
    assert hand.room.status_text() == "3 codes: 1 verified, 1 contested, 1 no evidence"


def test_the_table_speaks_indonesian(hand, page, qapp):
    speak("id")
    try:
        page._refresh()
        hand.settle()
        assert said(page)[0][0] == "T1"
        assert said(page)[0][-1] == "Diperselisihkan"
        heads = page.table.verdicts.heads("Temuan")
        assert [head.label for head in heads][2:5] == ["W", "O", "K"]
        assert hand.room.status_text() == "2 temuan: 1 diperselisihkan, 1 tidak ada bukti"
    finally:
        speak("en")


def test_an_empty_study_says_what_belongs_here(opened):
    hand = opened()
    page = hand.room.triangulation
    assert page.stack.currentWidget() is page.empty
    hand.click(page.empty.button)
    assert hand.room.stack.currentWidget() is hand.room.findings
    assert hand.room.findings.pane.claim.isVisible()
    hand.room.show_page("triangulation")
    hand.pick(page.kind, "code")
    with hand.qtbot.waitSignal(hand.room.go_to_stage) as asked:
        hand.click(page.empty.button)
    assert asked.args == ["reduce"]


def test_the_model_is_one_that_qt_finds_no_fault_with(study, laid, qapp):
    model = TriangulationModel()
    tester = QAbstractItemModelTester(model, FATAL)
    found = triangulate(study)
    model.show(found.codes, *found.columns())
    model.show((), *found.columns())
    model.show(found.findings, *found.columns())
    assert tester.model() is model
    for number in range(model.columnCount()):
        for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            assert model.index(0, number).data(role)


def test_long_names_of_categories_are_shortened_with_the_whole_in_the_tip(page):
    assert [shortened(name) for name in ("board", "principal", "teacher")] == [
        *("board", "princ.", "teach."),
    ]
    heads = page.table.verdicts.heads("Finding")
    tips = [head.tip for head in heads if head.band == "Source"]
    assert tips == ["principal", "supervisor", "teacher", "activity"]
    assert page.table.heads.height() == 2 * BAND_HEIGHT


def test_the_whole_table_stands_in_the_width_of_the_drawing(hand, page):
    assert page.table.horizontalScrollBar().maximum() == 0
    widths = [page.table.columnWidth(n) for n in range(page.table.verdicts.columnCount())]
    assert sum(widths) <= page.table.viewport().width()
