from docx import Document
from PySide6.QtCore import Qt

from app import history
from app.reduce.summarising.filling import filled_form
from ui.reduce.summaries.side_form import SideForm
from ui.reduce.summaries.subjects_list import LINE


def answers(hand, entity, row):
    form = filled_form(hand.session.study, entity, row)
    return {each.field.key: each.answer for each in form.fields if each.answer}


def states(hand):
    view = hand.page.forms.subjects.list
    lines = [view.item(row).data(LINE) for row in range(view.count())]
    return {line.name: line.state for line in lines if hasattr(line, "state")}


def test_a_form_is_filled_field_by_field_and_the_list_follows(hand, laid):
    hand.line("I/KS-01")
    fields = hand.page.forms.view.fields
    assert fields["site"].placeholderText() == "A"
    hand.write(fields["issues"], "time")
    hand.write(fields["salient"], "laughter")
    assert answers(hand, "source", laid["KS"]) == {"issues": "time", "salient": "laughter"}
    assert states(hand) == {
        "I/KS-01": "partly", "Q/G-01": "empty", "D/01": "empty", "A": "empty", "B": "empty"
    }  # fmt: skip
    assert len(history.steps(hand.session.study)) >= 2
    hand.session.undo()
    hand.settle()
    assert hand.page.forms.view.fields["salient"].toPlainText() == ""
    assert hand.page.forms.view.fields["issues"].toPlainText() == "time"
    assert hand.page.status_text() == "1 of 5 forms begun"
    assert not hand.problems


def test_what_is_being_written_goes_to_its_own_source(hand, laid):
    hand.line("I/KS-01")
    field = hand.page.forms.view.fields["issues"]
    field.setFocus()
    field.setPlainText("about the principal")
    hand.line("Q/G-01")
    assert answers(hand, "source", laid["KS"]) == {"issues": "about the principal"}
    assert answers(hand, "source", laid["Q"]) == {}
    assert hand.page.forms.view.fields["issues"].toPlainText() == ""


def test_documents_and_sites_have_forms_of_their_own(hand, laid):
    hand.line("D/01")
    assert hand.page.forms.header.accessibleName() == "Document summary · D/01"
    assert "contents" in hand.page.forms.view.fields
    hand.line("B")
    assert hand.page.forms.header.accessibleName() == "Case summary · B"
    assert not hand.page.forms.beside.isVisible()
    hand.write(hand.page.forms.view.fields["gaps"], "no teacher yet")
    assert answers(hand, "site", laid["B"]) == {"gaps": "no teacher yet"}


def test_the_text_is_read_beside_and_opened_where_it_is_coded(hand, laid, qtbot):
    hand.line("I/KS-01")
    hand.click(hand.page.forms.beside)
    text = hand.page.forms.text
    assert text.isVisible()
    assert text.reading.transcript.text.startswith("Passage 0 of I/KS-01")
    hand.line("B")
    assert not text.isVisible()
    hand.line("Q/G-01")
    assert text.reading.transcript.source_id == laid["Q"]
    with qtbot.waitSignal(hand.page.open_excerpt) as told:
        hand.click(hand.page.forms.go)
    assert told.args == [laid["Q"], 0, 0]


def test_the_form_is_changed_in_place(hand, laid):
    hand.line("I/KS-01")
    hand.click(hand.page.forms.change)
    editor = hand.page.forms.editor
    hand.click(editor.table.new_button)
    assert editor.table.model.rowCount() == 9
    editor._edit(editor.table.model.id_at(8), "label", "Mood")
    hand.settle()
    editor.table.table.selectRow(8)
    hand.press(editor.table.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    editor.table.table.selectRow(0)
    hand.click(editor.table.delete_button)
    editor.header.link.click()
    hand.settle()
    assert list(hand.page.forms.view.fields) == [
        "site", "date", "by_whom", "issues", "questions", "salient", "own_1", "new"
    ]  # fmt: skip
    hand.write(hand.page.forms.view.fields["own_1"], "calm")
    assert answers(hand, "source", laid["KS"]) == {"own_1": "calm"}
    hand.click(hand.page.forms.change)
    hand.click(editor.restore)
    assert editor.table.model.rowCount() == 8
    assert not hand.problems


def test_the_list_is_filtered(hand):
    hand.page.forms.subjects.field.setText("g-01")
    hand.press(hand.page.forms.subjects.field, Qt.Key.Key_Return)
    assert list(states(hand)) == ["Q/G-01"]


def test_forms_are_saved_with_what_was_just_written(hand, tmp_path):
    hand.line("I/KS-01")
    field = hand.page.forms.view.fields["issues"]
    field.setFocus()
    field.setPlainText("written last")
    hand.page.save_to("forms", tmp_path / "f.docx")
    hand.settle()
    cells = [c.text for t in Document(tmp_path / "f.docx").tables for r in t.rows for c in r.cells]
    assert "written last" in cells
    assert not hand.problems


def test_an_empty_study_says_what_belongs_here(opened, qtbot):
    hand = opened()
    assert hand.page.forms.empty.isVisible()
    with qtbot.waitSignal(hand.page.go_to_stage) as told:
        hand.click(hand.page.forms.empty.button)
    assert told.args == ["collect"]
    hand.click(hand.page.pills.button("sheet"))
    assert hand.page.sheet.empty.isVisible()


def test_the_form_beside_the_transcript_follows_the_source(laid, session, qtbot):
    pane = SideForm(session)
    qtbot.addWidget(pane)
    pane.show_source(laid["KS"])
    assert pane.view.form is None, "hidden, it reads nothing"
    pane.begin()
    session.tasks.wait()
    pane.view.fields["issues"].setFocus()
    pane.view.fields["issues"].setPlainText("time")
    pane.show_source(laid["D"])
    session.tasks.wait()
    assert pane.header.accessibleName() == "Document summary · D/01"
    kept = filled_form(session.study, "source", laid["KS"])
    assert {each.field.key: each.answer for each in kept.fields}["issues"] == "time"
    pane.view.fields["contents"].setPlainText("a table")
    with qtbot.waitSignal(pane.closed):
        pane.header.link.click()
    session.tasks.wait()
    kept = filled_form(session.study, "source", laid["D"])
    assert {each.field.key: each.answer for each in kept.fields}["contents"] == "a table"


def test_a_read_only_study_takes_nothing(laid, study, qtbot, monkeypatch):
    from app.study import Study
    from tests.ui.reduce.summaries.conftest import Hand
    from ui.reduce.summaries.page import SummariesPage
    from ui.session import Session

    monkeypatch.setattr(Study, "read_only", property(lambda self: True))
    session = Session(study)
    page = SummariesPage(session)
    qtbot.addWidget(page)
    page.show()
    hand = Hand(page)
    hand.settle()
    assert not page.forms.change.isEnabled()
    assert all(field.isReadOnly() for field in page.forms.view.fields.values())
    hand.click(page.pills.button("sheet"))
    hand.cell(0, 0)
    assert not any(button.isEnabled() for button in page.sheet.buttons.values())
    hand.press(page.sheet.view, Qt.Key.Key_1)
    assert not hand.problems
    page.hide()
    session.tasks.close()
