"""The workbench of findings: outline, names in claims, sides, chain, evidence to judge, rivals."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt

from app.verify.confidence import confidence_of
from app.verify.finding_evidence import evidence
from app.verify.findings import add_finding, change_finding, findings
from app.verify.rivals import rivals
from tests.ui.verify.test_findings_page import FACILITIES, click_finding, drop, new_excerpt
from ui.verify.findings_model import FINDING_MIME
from ui.widgets.excerpt_list import excerpt_mime

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(hand):
    hand.click(hand.room.triangulation.bar.pills.button("findings"))
    return hand.room.findings


def press(hand, widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    hand.qtbot.keyClick(widget, key, modifier)
    hand.settle()


def stances(study, number):
    return {row.excerpt_id: row.stance for row in evidence(study, number)}


def test_alt_and_arrows_move_a_finding_through_the_outline(hand, page, study, laid):
    page.list.setFocus()
    press(hand, page.list, KEY.Key_Down, ALT)
    assert [(row.focus, row.claim) for row in findings(study)] == [
        ("", FACILITIES),
        ("", "Nothing yet"),
    ]
    assert page.list.current().claim == FACILITIES
    press(hand, page.list, KEY.Key_Up, ALT)
    assert findings(study)[0].focus == "F3"


def test_a_finding_is_dragged_under_a_focus_and_between_others(hand, page, study, laid):
    focus = laid["make"].focus("F3")
    second = add_finding(study, "Second", focus)
    hand.settle()
    model = page.list.findings
    mime = QMimeData()
    mime.setData(FINDING_MIME, str(laid["findings"]["Nothing yet"]).encode())
    copy = Qt.DropAction.CopyAction
    model.dropMimeData(mime, copy, model.row_of(second), 0, model.index(-1, -1))
    hand.settle()
    assert [row.claim for row in findings(study)] == [FACILITIES, "Nothing yet", "Second"]
    model.dropMimeData(mime, copy, -1, -1, model.index(0, 0))
    hand.settle()
    assert findings(study)[0].claim == "Nothing yet"
    hand.session.undo()
    hand.session.undo()
    hand.settle()
    assert [row.focus for row in findings(study)] == ["F3", "F3", ""]
    dragged = model.mimeData([model.index(model.row_of(second), 0)])
    assert bytes(dragged.data(FINDING_MIME).data()) == str(second).encode()


def test_a_code_is_named_in_a_claim_by_typing_it_after_an_at_sign(hand, page, study, laid):
    claim = page.detail.fields["claim"]
    claim.setFocus()
    press(hand, claim, KEY.Key_End)
    hand.type(claim, " as @Facil")
    hand.settle()
    assert claim.popup.isVisible()
    press(hand, claim, KEY.Key_Return)
    press(hand, claim, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    row = findings(study)[0]
    assert row.claim.rstrip() == f"{FACILITIES} as Facilities"
    assert f"@[Facilities](code:{laid['codes']['Facilities']})" in row.marked
    assert page.judge.found.codes == ("Facilities",)
    assert page.judge.found.named


def test_evidence_stands_on_its_side_and_changes_it_when_dropped_on_the_other(
    hand, page, study, laid
):
    board, number = page.detail.board, laid["findings"][FACILITIES]
    assert [side.count.text() for side in board.sides.values()] == ["2", "1", "0"]
    moved = page.detail.cards[0].row.excerpt_id
    fresh = new_excerpt(hand, laid)
    drop(board.sides["contradicts"], excerpt_mime([moved, fresh]), QPoint(30, 20))
    hand.settle()
    told = stances(study, number)
    assert told[moved] == told[fresh] == "contradicts"
    assert [side.count.text() for side in board.sides.values()] == ["1", "3", "0"]
    hand.session.undo()
    hand.settle()
    assert stances(study, number)[moved] == "supports"
    assert fresh not in stances(study, number)


def test_a_click_on_evidence_tells_its_chain_down_to_the_informant(hand, page, study, laid):
    chain = page.beside.chain
    assert chain.chain.informant == "KS-01"
    card = next(one for one in page.detail.cards if one.row.informant == "PW-01")
    hand.click(page.beside.pills.button("judge"))
    hand.click(card.quote)
    assert page.beside.stack.currentWidget() is chain
    assert chain.informant.text().startswith("PW-01")
    assert card.row.quote in chain.turn.text()
    assert card.property("lit")
    with hand.qtbot.waitSignal(hand.room.open_excerpt) as asked:
        hand.click(chain.open)
    assert asked.args == [card.row.source_id, card.row.start, card.row.end]


def test_what_is_found_is_judged_with_one_key_each(hand, page, study, laid):
    number, code = laid["findings"]["Nothing yet"], laid["codes"]["Facilities"]
    change_finding(study, number, claim=f"@[Facilities](code:{code}) are short")
    hand.settle()
    click_finding(hand, page, number)
    hand.click(page.beside.pills.button("judge"))
    judge = page.judge
    assert page.beside.pills.button("judge").text() == "To judge (5)"
    assert [judge.list.row_at(n).stance for n in range(5)] == ["contradicts"] * 2 + ["supports"] * 3
    first, second, third = (judge.list.row_at(n).excerpt_id for n in range(3))
    judge.list.setFocus()
    press(hand, judge.list, KEY.Key_A)
    assert stances(study, number) == {first: "contradicts"}
    press(hand, judge.list, KEY.Key_D)
    assert second not in stances(study, number)
    assert judge.list.count() == 3
    press(hand, judge.list, KEY.Key_Q)
    assert stances(study, number)[third] == "qualifies"
    assert judge.again.isVisible()
    hand.click(judge.again)
    assert {judge.list.row_at(n).excerpt_id for n in range(judge.list.count())} >= {second}


def test_status_and_confidence_leave_their_history(hand, page, study, laid):
    number = laid["findings"][FACILITIES]
    hand.pick(page.detail.status, "verified")
    hand.pick(page.detail.confidence, "moderate")
    hand.type(page.detail.why, "Two methods agree")
    page.list.setFocus()
    hand.settle()
    stated = confidence_of(study, number)
    assert (stated.level, stated.note) == ("moderate", "Two methods agree")
    hand.click(page.detail.pills.button("past"))
    assert page.detail.past.lines[:2] == ["Moderate", "Tentative → Verified"]
    hand.session.undo()
    hand.session.undo()
    hand.settle()
    assert page.detail.past.lines[0] == "Tentative → Verified"
    assert page.detail.confidence.current() == ""


def test_rivals_stand_beside_the_claim_with_evidence_of_their_own(hand, page, study, laid):
    number = laid["findings"][FACILITIES]
    hand.click(page.detail.pills.button("rivals"))
    panel = page.detail.rivals
    hand.type(panel.new, "It is the rota")
    press(hand, panel.new, KEY.Key_Return)
    column = panel.columns[0]
    assert panel.claim.claim.text() == FACILITIES
    excerpt = new_excerpt(hand, laid)
    drop(column, excerpt_mime([excerpt]), QPoint(20, 20))
    hand.settle()
    hand.pick(column.outcome, "ruled_out")
    hand.pick(column.pieces[0].stance, "contradicts")
    hand.type(column.note, "Same rota elsewhere")
    panel.new.setFocus()
    hand.settle()
    row = rivals(study, number)[0]
    assert (row.claim, row.outcome, row.note) == (
        "It is the rota",
        "ruled_out",
        "Same rota elsewhere",
    )
    assert [(one.words.excerpt_id, one.stance) for one in row.evidence] == [
        (excerpt, "contradicts")
    ]
    hand.click(column.pieces[0].remove)
    assert rivals(study, number)[0].evidence == ()
    hand.click(column.remove)
    assert panel.columns == []
    hand.session.undo()
    hand.settle()
    assert [one.rival.claim for one in panel.columns] == ["It is the rota"]


def test_the_sides_stand_below_one_another_where_there_is_no_room_for_two(hand, page):
    supports, contradicts = (page.detail.board.sides[one] for one in ("supports", "contradicts"))
    assert supports.y() == contradicts.y()
    hand.room.resize(1000, 700)
    hand.settle()
    assert supports.x() == contradicts.x()
    assert supports.y() < contradicts.y()
    assert page.detail.horizontalScrollBar().maximum() == 0
