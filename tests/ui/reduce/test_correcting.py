"""Correcting the transcript in place, with keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from app import history
from app.reduce.codings import code_excerpt
from app.reduce.transcripts import codings_of
from tests.ui.reduce.conftest import CONTROL, SHIFT, TEXT
from ui.widgets.confirm import ConfirmDialog

WORDS = "The projector we borrow"


@pytest.fixture
def coded(shown):
    start = TEXT.index(WORDS)
    code = next(iter(shown.room.tree.codes))
    code_excerpt(shown.study, 1, start, start + len(WORDS), code)
    shown.wait()
    return shown


def put_caret(hand, words):
    at = hand.view.reading.text.index(words)
    hand.view.select_range(at, at)
    hand.view.setFocus()


def quotes(hand):
    text = hand.study.texts.of(1)
    return [text[span.start : span.end] for span in codings_of(hand.study, 1)]


def test_a_word_is_mended_and_the_coding_keeps_it(coded):
    put_caret(coded, "projector")
    QTest.keyClick(coded.view, Qt.Key.Key_F2)
    page = coded.room.correcting.editor.page
    assert page.hasFocus()
    assert page.toPlainText().startswith("Time, above all.")
    QTest.keyClick(page, Qt.Key.Key_Right, CONTROL | SHIFT)
    QTest.keyClicks(page, "old beamer ")
    QTest.keyClick(page, Qt.Key.Key_Return, CONTROL)
    coded.wait()
    assert not coded.room.correcting.editor.isVisible()
    assert coded.view.reading.text == TEXT.replace("projector ", "old beamer ")
    assert quotes(coded) == ["The old beamer we borrow"]
    assert coded.view.hasFocus()
    coded.room.session.undo()
    coded.wait()
    assert coded.view.reading.text == TEXT
    assert quotes(coded) == [WORDS]


def test_escape_changes_nothing(coded):
    steps = len(history.steps(coded.study))
    put_caret(coded, "projector")
    QTest.keyClick(coded.view, Qt.Key.Key_F2)
    page = coded.room.correcting.editor.page
    QTest.keyClicks(page, "no ")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    coded.wait()
    assert not coded.room.correcting.editor.isVisible()
    assert len(history.steps(coded.study)) == steps


@pytest.mark.parametrize("agreed", [True, False])
def test_coded_words_go_only_when_the_researcher_says_so(coded, monkeypatch, agreed):
    asked = []

    def answer(dialog):
        asked.append(dialog.windowTitle())
        return QDialog.DialogCode.Accepted if agreed else QDialog.DialogCode.Rejected

    monkeypatch.setattr(ConfirmDialog, "exec", answer)
    put_caret(coded, "projector")
    QTest.keyClick(coded.view, Qt.Key.Key_F2)
    page = coded.room.correcting.editor.page
    page.setPlainText(page.toPlainText().replace(f" {WORDS}", ""))
    QTest.keyClick(page, Qt.Key.Key_Return, CONTROL)
    coded.wait()
    assert "Delete coded words?" in asked
    assert quotes(coded) == ([] if agreed else [WORDS])
    assert coded.room.correcting.editor.isVisible() is not agreed


def test_what_was_typed_is_kept_when_another_source_is_opened(coded):
    put_caret(coded, "projector")
    QTest.keyClick(coded.view, Qt.Key.Key_F2)
    QTest.keyClicks(coded.room.correcting.editor.page, "old ")
    coded.room.open_source(2)
    coded.wait()
    assert coded.study.texts.of(1) == TEXT.replace("projector", "old projector")


def test_an_emoji_and_a_hard_blank_survive(coded):
    put_caret(coded, "What keeps")
    QTest.keyClick(coded.view, Qt.Key.Key_F2)
    page = coded.room.correcting.editor.page
    page.setPlainText("What\u00a0keeps it 👩‍🏫 going? 😀😀")
    QTest.keyClick(page, Qt.Key.Key_Return, CONTROL)
    coded.wait()
    first = coded.view.reading.text.split("\n")[0]
    assert first == "P: What\u00a0keeps it 👩‍🏫 going? 😀😀"
    assert quotes(coded) == [WORDS]
