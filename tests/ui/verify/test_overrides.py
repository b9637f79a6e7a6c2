"""A verdict of the researcher's own: with a reason, marked wherever it appears, taken back."""

import pytest
from PySide6.QtCore import Qt

from app.verify.overrides import override
from app.verify.triangulation import code_verdicts, triangulate
from ui.badge_words import badge_words
from ui.verify.findings_model import ENTRY

FACILITIES = "Facilities hold the programme back"


@pytest.fixture
def page(hand):
    page = hand.room.triangulation
    hand.click(page.bar.pills.button("triangulation"))
    return page


def overall(page, row=0):
    model = page.table.verdicts
    kinds = [column.kind for column in model.columns]
    return model.index(row, kinds.index("overall"))


def test_an_override_needs_a_reason_and_marks_table_sentences_and_findings(hand, page, study, laid):
    hand.click(page.explanation.override)
    dialog = page.explanation.dialog
    assert not dialog.save.isEnabled()
    hand.pick(dialog.verdict, "verified")
    hand.type(dialog.reason, "   ")
    assert not dialog.save.isEnabled()
    hand.type(dialog.reason, "The supervisor spoke of another year")
    hand.click(dialog.save)
    found = triangulate(study).finding(laid["findings"][FACILITIES])
    assert (str(found.overall), str(found.stands)) == ("contested", "verified")
    assert overall(page).data() == "Verified *"
    assert overall(page).data(Qt.ItemDataRole.AccessibleTextRole) == "Verified (overridden)"
    tip = page.table.verdicts._tip(found, page.table.verdicts.columns[-1])
    assert "computed: contested" in tip
    assert "The supervisor spoke of another year" in page.explanation.own.text()
    assert page.explanation.verdict.accessibleName() == "Verified (overridden)"
    hand.click(page.bar.pills.button("findings"))
    findings = hand.room.findings
    assert findings.list.findings.index(1, 0).data(ENTRY).verdict == "verified*"
    assert findings.detail.verdict.accessibleName() == "Verified (overridden)"


def test_an_override_is_taken_back_by_its_button_and_by_undo(hand, page, study, laid):
    number = laid["findings"][FACILITIES]
    override(study, "finding", number, "verified", "Because")
    hand.settle()
    assert overall(page).data() == "Verified *"
    hand.click(page.explanation.take_back)
    assert overall(page).data() == "Contested"
    assert not page.explanation.take_back.isVisible()
    hand.session.undo()
    hand.settle()
    assert overall(page).data() == "Verified *"
    hand.session.undo()
    hand.settle()
    assert overall(page).data() == "Contested"


def test_a_code_shows_its_override_in_its_badge(study, laid):
    code = laid["codes"]["Facilities"]
    override(study, "code", code, "refuted", "Another meeting")
    assert code_verdicts(study)[code] == "refuted*"
    assert badge_words("refuted*") == "Refuted (overridden)"
    assert badge_words("refuted") == "Refuted"
