import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app import history
from app.verify.finding_evidence import evidence
from app.verify.findings import findings, foci
from ui.verify.findings_model import FindingsModel
from ui.widgets.confirm import ConfirmDialog
from ui.widgets.excerpt_list import excerpt_mime

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
FACILITIES = "Facilities hold the programme back"


@pytest.fixture
def page(hand):
    hand.click(hand.room.triangulation.bar.pills.button("findings"))
    return hand.room.findings


def click_finding(hand, page, finding_id):
    row = page.list.findings.row_of(finding_id)
    hand.click_cell(page.list, page.list.findings.index(row, 0))


def new_excerpt(hand, laid, voice="G2"):
    return laid["make"].excerpt(laid["sources"][voice])


def test_findings_stand_under_their_focus_with_their_verdict(page, laid):
    model = page.list.findings
    words = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert words == ["F3", FACILITIES, "Without a focus", "Nothing yet"]
    tip = model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines() == [FACILITIES, "Contested", "Tentative · 3 pieces of evidence"]
    assert page.detail.finding.claim == FACILITIES
    assert page.detail.verdict.accessibleName() == "Contested"


def test_the_chain_from_finding_to_source_is_always_visible(hand, page):
    card = page.detail.cards[0]
    assert card.chain.accessibleName() == "F1 → supports → I.KS-01, 12/01/2017, line 3 → W/KS-01"
    assert card.quote.text() == "Passage 2 of W/KS-01."
    assert page.detail.counts.text() == "2 supports · 1 contradicts"
    row = card.row
    with hand.qtbot.waitSignal(hand.room.open_excerpt) as asked:
        hand.click(card.chain)
    assert asked.args == [row.source_id, row.start, row.end]
    with hand.qtbot.waitSignal(hand.room.open_excerpt) as asked:
        hand.qtbot.mouseDClick(card.quote, Qt.MouseButton.LeftButton)
    assert asked.args == [row.source_id, row.start, row.end]


def test_a_new_finding_is_written_and_added_by_enter(hand, page, study):
    hand.click(page.pane.header.link)
    assert page.pane.claim.hasFocus()
    hand.type(page.pane.claim, "Teachers help each other")
    hand.qtbot.keyClick(page.pane.claim, Qt.Key.Key_Return)
    hand.settle()
    assert page.detail.finding.claim == "Teachers help each other"
    assert not page.pane.claim.isVisible()
    assert len(findings(study)) == 3
    assert hand.room.status_text() == "3 findings"


def test_what_is_written_is_kept_when_the_field_is_left(hand, page, study, laid):
    field = page.detail.fields["rival_explanation"]
    hand.type(field, "They came late")
    assert findings(study)[0].rival_explanation == ""
    page.list.setFocus()
    hand.settle()
    assert findings(study)[0].rival_explanation == "They came late"
    claim = page.detail.fields["claim"]
    claim.selectAll()
    hand.type(claim, "Equipment is short")
    hand.qtbot.keyClick(claim, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hand.settle()
    assert findings(study)[0].claim == "Equipment is short"
    assert page.list.current().claim == "Equipment is short"


def test_what_is_being_written_survives_a_change_and_goes_to_its_own_finding(
    hand, page, study, laid
):
    field = page.detail.fields["conclusion"]
    hand.type(field, "Half a sent")
    hand.session.change(lambda: laid["make"].code("Another"))
    hand.session.change(lambda: history.undo(study))
    hand.settle()
    assert field.toPlainText() == "Half a sent"
    click_finding(hand, page, laid["findings"]["Nothing yet"])
    assert [row.conclusion for row in findings(study)] == ["Half a sent", ""]
    assert field.toPlainText() == ""


def test_what_is_written_is_kept_when_the_room_is_left(hand, page, study):
    hand.type(page.detail.fields["conclusion"], "So it is")
    hand.room.hide()
    hand.settle()
    assert findings(study)[0].conclusion == "So it is"


def test_a_claim_cannot_be_emptied(hand, page, study):
    claim = page.detail.fields["claim"]
    claim.setFocus()
    claim.selectAll()
    hand.qtbot.keyClick(claim, Qt.Key.Key_Delete)
    page.list.setFocus()
    hand.settle()
    assert claim.toPlainText() == FACILITIES
    assert findings(study)[0].claim == FACILITIES


def test_status_and_focus_are_chosen(hand, page, study):
    hand.pick(page.detail.status, "revised")
    assert findings(study)[0].status == "revised"
    hand.pick(page.detail.focus, None)
    assert [row.focus for row in findings(study)] == ["", ""]
    assert page.detail.focus.text() == "Focus: none ▾"
    hand.session.undo()
    hand.settle()
    assert page.detail.focus.text() == "Focus: F3 ▾"


def test_stance_and_note_of_evidence_are_changed_and_it_is_taken_away(hand, page, study, laid):
    number = laid["findings"][FACILITIES]
    hand.pick(page.detail.cards[0].stance, "qualifies")
    hand.type(page.detail.cards[0].note, "only in 2016")
    hand.qtbot.keyClick(page.detail.cards[0].note, Qt.Key.Key_Return)
    hand.settle()
    first = evidence(study, number)[0]
    assert (first.stance, first.note) == ("qualifies", "only in 2016")
    assert page.detail.cards[0].chain.accessibleName().startswith("F1 → qualifies →")
    hand.click(page.detail.cards[1].remove)
    assert len(evidence(study, number)) == 2
    assert len(page.detail.cards) == 2
    hand.session.undo()
    hand.settle()
    assert len(page.detail.cards) == 3


def takes_drops(widget):
    """Whom Qt asks about a drag over `widget`: the nearest that accepts drops."""
    while widget is not None and not widget.acceptDrops():
        widget = widget.parentWidget()
    return widget


def drop(target, mime, at):
    """Let `mime` be dropped on a widget by the events that a drag sends."""
    where, buttons = QPointF(at), Qt.MouseButton.LeftButton
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, copy, mime, buttons, none)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(where, copy, mime, buttons, none))


def test_excerpts_dropped_on_the_finding_become_evidence(hand, page, study, laid):
    excerpt = new_excerpt(hand, laid)
    drop(page.detail.viewport(), excerpt_mime([excerpt]), QPoint(60, 60))
    hand.settle()
    number = laid["findings"][FACILITIES]
    assert excerpt in {row.excerpt_id for row in evidence(study, number)}
    assert len(page.detail.cards) == 4
    fields = (page.detail.fields["claim"].viewport(), page.detail.cards[0].note)
    for part in (page.detail.label, fields[0]):
        assert takes_drops(part) is page.detail.viewport()
    for part in (page.detail.cards[0].quote, fields[1]):
        assert takes_drops(part) is page.detail.board.sides["supports"]


def test_excerpts_dropped_on_the_list_go_to_the_finding_under_the_hand(hand, page, study, laid):
    number = laid["findings"]["Nothing yet"]
    model = page.list.findings
    target = model.index(model.row_of(number), 0)
    mime = excerpt_mime([new_excerpt(hand, laid)])
    assert not model.canDropMimeData(mime, Qt.DropAction.CopyAction, -1, -1, model.index(0, 0))
    assert model.dropMimeData(mime, Qt.DropAction.CopyAction, -1, -1, target)
    hand.settle()
    assert len(evidence(study, number)) == 1
    assert page.detail.finding.id == number
    assert len(page.detail.cards) == 1


def test_excerpts_of_a_code_stand_beside_to_be_added(hand, page, study, laid):
    source = page.source
    hand.click(page.beside.pills.button("code"))
    assert [source.code.itemText(n) for n in range(3)] == ["Facilities", "Schedule", "Assessment"]
    source.code.setCurrentIndex(1)
    source.code.activated.emit(1)
    hand.settle()
    assert source.pane.list.count() == 4
    source.pane.list.selectRow(0)
    hand.settle()
    hand.click(source.add)
    assert len(evidence(study, laid["findings"][FACILITIES])) == 4
    source.code.setCurrentIndex(2)
    source.code.activated.emit(2)
    hand.settle()
    assert source.pane.empty.text() == "This code has no excerpt yet."


def test_excerpts_offered_from_another_room_go_to_the_finding_that_is_clicked(hand, study, laid):
    excerpts = [new_excerpt(hand, laid), new_excerpt(hand, laid)]
    hand.room.add_evidence(excerpts)
    hand.settle()
    page = hand.room.findings
    assert hand.room.stack.currentWidget() is page
    assert page.pane.offered.text().startswith("2 excerpts: click the finding")
    number = laid["findings"]["Nothing yet"]
    click_finding(hand, page, number)
    assert len(evidence(study, number)) == 2
    assert not page.pane.notice.isVisible()
    click_finding(hand, page, laid["findings"][FACILITIES])
    assert len(evidence(study, laid["findings"][FACILITIES])) == 3


def test_an_offer_can_be_turned_down_or_become_a_new_finding(hand, study, laid):
    page = hand.room.findings
    hand.room.add_evidence([new_excerpt(hand, laid)])
    hand.settle()
    hand.click(page.pane.cancel)
    click_finding(hand, page, laid["findings"]["Nothing yet"])
    assert evidence(study, laid["findings"]["Nothing yet"]) == []
    steps = len(history.steps(study))
    hand.room.add_evidence([new_excerpt(hand, laid)])
    hand.settle()
    hand.type(page.pane.claim, "New")
    hand.qtbot.keyClick(page.pane.claim, Qt.Key.Key_Return)
    hand.settle()
    assert page.detail.finding.claim == "New"
    assert len(evidence(study, page.detail.finding.id)) == 1
    assert len(history.steps(study)) == steps + 2  # the excerpt, and finding with evidence in one


def test_the_menu_of_an_excerpt_adds_it_with_a_stance(hand, study, laid):
    page = hand.room.triangulation
    hand.pick(page.kind, "code")
    view = page.evidence.list
    hand.room._show_menu(QPoint(0, 0), [view.row_at(0)])
    menu = hand.room.children()[-1]
    texts = [action.text() for action in menu.actions()]
    assert texts[:3] == ["Open in the transcript", "Copy quotation", "Trace this excerpt"]
    assert texts[4:] == [
        f"Add to F1: {FACILITIES}", "Add to F2: Nothing yet", "Add to a new finding…",
    ]  # fmt: skip
    under = menu.actions()[5].menu()
    assert [action.text() for action in under.actions()] == [
        *("supports", "contradicts", "qualifies"),
    ]
    under.actions()[1].trigger()
    menu.close()
    hand.settle()
    (piece,) = evidence(study, laid["findings"]["Nothing yet"])
    assert piece.stance == "contradicts"


def test_a_finding_is_moved_and_deleted_with_what_would_be_lost(
    hand, page, study, laid, monkeypatch
):
    asked = []
    monkeypatch.setattr(ConfirmDialog, "exec", lambda dialog: asked.append(dialog) or 0)
    hand.click(page.detail.remove)
    assert len(asked) == 1
    assert len(findings(study)) == 2
    monkeypatch.setattr(ConfirmDialog, "exec", lambda dialog: ConfirmDialog.DialogCode.Accepted)
    hand.click(page.detail.remove)
    assert [row.claim for row in findings(study)] == ["Nothing yet"]
    assert page.detail.finding.claim == "Nothing yet"
    hand.click(page.detail.remove)  # no evidence, nothing to ask
    assert findings(study) == []
    assert page.stack.currentWidget() is page.empty
    hand.session.undo()
    hand.session.undo()
    hand.settle()
    assert page.detail.finding is not None
    hand.pick(page.detail.focus, foci(study)[0].id if page.detail.finding.focus == "" else None)
    order = [row.id for row in findings(study)]
    page._move(findings(study)[0], 1)
    hand.settle()
    assert [row.id for row in findings(study)] == order[::-1]


def test_the_triangulation_of_a_finding_is_one_click_away(hand, page, laid):
    click_finding(hand, page, laid["findings"]["Nothing yet"])
    hand.click(page.detail.triangulation)
    triangulation = hand.room.triangulation
    assert hand.room.stack.currentWidget() is triangulation
    assert triangulation.table.current().claim.name == "Nothing yet"


def test_a_memo_on_a_finding_is_asked_of_the_window(hand, page, laid):
    with hand.qtbot.waitSignal(hand.room.memo_wanted) as asked:
        hand.click(page.detail.memo)
    assert asked.args == ["finding", laid["findings"][FACILITIES], FACILITIES]


def test_many_pieces_are_shown_a_hundred_at_a_time(hand, page, study, laid):
    from models.conclusions import Evidence
    from models.reduction import Excerpt

    number = laid["findings"]["Nothing yet"]

    def work():
        with laid["make"].change() as session:
            for at in range(120):
                excerpt = Excerpt(source_id=laid["sources"]["G1"], start=at, end=at + 3)
                session.add(excerpt)
                session.flush()
                session.add(Evidence(finding_id=number, excerpt_id=excerpt.id))

    hand.session.change(work)
    hand.settle()
    click_finding(hand, page, number)
    assert len(page.detail.cards) == 100
    assert page.detail.more.text() == "Show more: 20 pieces of evidence"
    page.detail.verticalScrollBar().setValue(page.detail.verticalScrollBar().maximum())
    hand.click(page.detail.more)
    assert len(page.detail.cards) == 120
    assert not page.detail.more.isVisible()


def test_the_model_is_one_that_qt_finds_no_fault_with(study, laid, qapp):
    model = FindingsModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show(findings(study), foci(study), {})
    model.show([], [], {})
    assert tester.model() is model


def test_a_read_only_study_offers_no_change(qtbot, study, laid, opened):
    from app.study_files import open_study
    from ui.session import Session
    from ui.verify.room import VerifyRoom

    other = open_study(study.path)
    assert other.read_only
    session = Session(other)
    room = VerifyRoom(session)
    qtbot.addWidget(room)
    room.show()
    session.tasks.wait()
    room.show_page("findings")
    for _ in range(3):
        session.tasks.wait()
        QApplication.processEvents()
    detail = room.findings.detail
    assert len(detail.cards) == 3
    assert detail.fields["claim"].isReadOnly()
    card = detail.cards[0]
    for control in (
        detail.status,
        detail.focus,
        detail.remove,
        card.stance,
        card.note,
        card.remove,
    ):
        assert not control.isEnabled()
    assert not room.findings.pane.header.link.isVisible()
    assert card.chain.isEnabled()
    assert not detail.acceptDrops()
    room._show_menu(QPoint(0, 0), [card.row])
    menu = room.children()[-1]
    assert len(menu.actions()) == 3
    menu.close()
    room.hide()
    session.close()
