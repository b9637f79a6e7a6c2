"""Names and pseudonyms: found, taken, refused, shown in lists, checked, replaced for good."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from app import history
from app.reduce.code_editing import add_code
from app.reduce.codings import code_excerpt
from app.reduce.excerpts import ExcerptFilter, excerpts
from app.reduce.finding.found import Question, find, lines
from app.reduce.names.table import add_pseudonym, pseudonyms, pseudonyms_shown, refused_names
from app.reduce.transcripts import transcript
from models import fulltext
from models.collection import Source, SourceText
from tests.ui.reduce.conftest import LEFT
from ui.reduce.names import page as names_page
from ui.reduce.names.clear_dialog import ClearDialog
from ui.reduce.names.page import NamesPage

TEXT = "KS: Pak Budi leads, with Bu Siti Aminah 😀.\nKS: Then Budi left for Cibuntu, Grace too."


@pytest.fixture
def told(study):
    with study.change("study.methods.interview") as session:
        session.add(
            Source(id=1, title="A talk", reference="W/1", method="interview", length=len(TEXT))
        )
        session.add(SourceText(source_id=1, text=TEXT))
        fulltext.index_text(session.connection(), 1, TEXT)
    code = add_code(study, "Leading")
    code_excerpt(study, 1, TEXT.index("Pak"), TEXT.index(" 😀"), code)
    return study


@pytest.fixture
def page(told, session, qtbot):
    page = NamesPage(session)
    page.problems = []
    session.tasks.problem.connect(page.problems.append)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    settle(page)
    return page


def settle(page):
    for _ in range(5):
        page.session.tasks.wait()
        QApplication.processEvents()


def click(page, widget):
    QTest.mouseClick(widget, LEFT)
    settle(page)


def table(page):
    return {row.name: (row.replacement, row.kind) for row in pseudonyms(page.session.study)}


def names_offered(page):
    return [each.name for each in page.proposals.shown]


def test_names_are_looked_for_and_taken_or_refused_with_the_keys(page):
    assert page.table._empty.isVisible()
    click(page, page.proposals.empty.button)
    assert set(names_offered(page)) == {"Budi", "Siti Aminah", "Cibuntu", "Grace"}
    assert page.proposals.header._count.text() == "4"
    first = names_offered(page)[0]
    page.proposals.table.setFocus()
    QTest.keyClick(page.proposals.table, Qt.Key.Key_Return)
    settle(page)
    assert table(page) == {first: ("[Person A]", "person")}
    second = names_offered(page)[0]
    assert second != first
    QTest.keyClick(page.proposals.table, Qt.Key.Key_Delete)
    settle(page)
    assert refused_names(page.session.study) == {second}
    click(page, page.proposals.again)
    assert not {first, second} & set(names_offered(page))
    history.undo(page.session.study)
    settle(page)
    click(page, page.proposals.again)
    assert second in names_offered(page), "undo offers the word again"


def test_a_proposal_leads_to_its_place(page, qtbot):
    click(page, page.proposals.empty.button)
    row = names_offered(page).index("Cibuntu")
    view = page.proposals.table
    at = view.visualRect(view.model().index(row, 0)).center()
    with qtbot.waitSignal(page.open_excerpt) as told:
        QTest.mouseClick(view.viewport(), LEFT, pos=at)
        QTest.mouseDClick(view.viewport(), LEFT, pos=at)
    assert told.args == [1, TEXT.index("Cibuntu"), TEXT.index("Cibuntu") + 7]


def test_a_name_is_written_and_changed_in_place(page):
    click(page, page.table.new_button)
    assert table(page) == {"Name 1": ("[Person A]", "person")}
    editor = page.table.table.viewport().findChild(QApplication.focusWidget().__class__)
    assert editor is not None, "the new name can be written at once"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "Budi")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(page)
    assert list(table(page)) == ["Budi"]
    (row,) = pseudonyms(page.session.study)
    cell = page.table.model.index(0, 3)
    assert page.table.model.data(cell) == "2", "so often it stands in the texts"
    page.table.edited.emit(row.id, "replacement", "Budi")
    settle(page)
    assert "the name itself" in str(page.problems[-1])
    assert table(page)["Budi"] == ("[Person A]", "person")


def test_rows_of_a_spreadsheet_are_pasted_as_one_step(page):
    QGuiApplication.clipboard().setText("Budi\tB\tPerson\nCibuntu\tthe village\tPlace")
    page.table.paste()
    settle(page)
    assert table(page) == {"Budi": ("B", "person"), "Cibuntu": ("the village", "place")}
    history.undo(page.session.study)
    settle(page)
    assert table(page) == {}
    assert page.table._empty.isVisible()


def test_lists_show_pseudonyms_and_the_text_stays(page):
    study = page.session.study
    add_pseudonym(study, "Budi", "[A]")
    add_pseudonym(study, "Siti Aminah", "[B]")
    settle(page)
    click(page, page.shown)
    assert pseudonyms_shown(study)
    (row,) = excerpts(study, ExcerptFilter())
    assert row.quote == "Pak [A] leads, with Bu [B]"
    found = lines(study, find(study, Question("left")))
    assert [(line.left, line.words) for line in found] == [("KS: Then [A] ", "left")]
    assert transcript(study, 1).text == TEXT
    click(page, page.shown)
    (row,) = excerpts(study, ExcerptFilter())
    assert row.quote == "Pak Budi leads, with Bu Siti Aminah"


def test_the_check_lists_names_that_an_export_would_print(page):
    add_pseudonym(page.session.study, "Budi", "[A]")
    settle(page)

    def listed():
        click(page, page.check_button)
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ClearDialog))
        rows = range(dialog.table.rowCount())
        found = [[dialog.table.item(row, place).text() for place in range(4)] for row in rows]
        dialog.close()
        dialog.deleteLater()
        QApplication.sendPostedEvents(dialog, 52)
        return found

    assert listed() == [["Budi", "1", "✓", "Excerpt"], ["Siti Aminah", "1", "", "Excerpt"]]
    click(page, page.shown)
    assert listed() == [["Siti Aminah", "1", "", "Excerpt"]]


def test_names_go_for_good_after_a_question_and_come_back_by_undo(page, monkeypatch):
    add_pseudonym(page.session.study, "Budi", "[A]")
    settle(page)
    asked = []
    monkeypatch.setattr(
        names_page, "confirm", lambda *words, losses: asked.append((words[2], losses)) or True
    )
    assert not page.good_button.isEnabled()
    page.table.table.selectRow(0)
    click(page, page.good_button)
    assert "2 place(s) in 1 transcript(s)" in asked[0][0]
    assert asked[0][1] == ["Budi → [A]"]
    assert transcript(page.session.study, 1).text == TEXT.replace("Budi", "[A]")
    (row,) = excerpts(page.session.study, ExcerptFilter())
    assert row.quote == "Pak [A] leads, with Bu Siti Aminah"
    history.undo(page.session.study)
    assert transcript(page.session.study, 1).text == TEXT


def test_a_read_only_study_offers_but_takes_nothing(told, qtbot, monkeypatch):
    from app.study import Study
    from ui.session import Session

    add_pseudonym(told, "Budi", "[A]")
    monkeypatch.setattr(Study, "read_only", property(lambda self: True))
    session = Session(told)
    page = NamesPage(session)
    qtbot.addWidget(page)
    page.show()
    settle(page)
    click(page, page.proposals.empty.button)
    assert page.proposals.shown
    page.table.table.selectRow(0)
    for widget in (page.proposals.take, page.proposals.refuse, page.shown, page.good_button):
        assert not widget.isEnabled()
    page.hide()
    session.tasks.close()
    assert not any(isinstance(w, QDialog) and w.isVisible() for w in QApplication.topLevelWidgets())
