"""“Trace this” on a source, an excerpt and a code leads to the audit trail."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from tests.ui.reduce.test_coding import OBLIGATION, open_menu


def pick(menu, words):
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def page_of(hand):
    return getattr(hand.room, "reading", hand.room)


def test_a_source_and_an_excerpt_in_the_text(shown, qtbot):
    page = page_of(shown)
    with qtbot.waitSignal(page.trace_wanted) as told:
        pick(open_menu(shown, OBLIGATION), "Trace this source")
    assert told.args == ["source", page.source_id]
    shown.select(OBLIGATION)
    assert shown.drag_words_to("Obligation")
    coding = shown.view.selected_coding()
    menu = open_menu(shown, OBLIGATION)
    inner = next(a.menu() for a in menu.actions() if a.menu() and a.text() == "Obligation")
    with qtbot.waitSignal(page.trace_wanted) as told:
        pick(inner, "Trace this excerpt")
    menu.close()
    assert told.args == ["excerpt", coding.excerpt_id]


def test_a_code_in_the_tree(shown, qtbot):
    page = page_of(shown)
    code = next(iter(page.tree.codes))
    page.editing._menu(QPoint(1, 1), [code])
    menu = next(m for m in page.findChildren(QMenu) if m.isVisible())
    with qtbot.waitSignal(page.trace_wanted) as told:
        pick(menu, "Trace this code")
    assert told.args == ["code", code]
