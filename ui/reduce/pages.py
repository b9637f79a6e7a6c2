"""The pages of the reduce room, in the order in which one works; each is made when first shown."""

from importlib import import_module

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.session import Session

READING = "reading"
SEARCH, RETRIEVAL = "search", "retrieval"
WORDS, PATTERNS, SUMMARIES = "words", "patterns", "summaries"
MEMOS, NAMES = "memos", "names"
CLASSES = {
    SEARCH: ("ui.reduce.search.page", "SearchPage"),
    RETRIEVAL: ("ui.reduce.retrieval.page", "RetrievalPage"),
    WORDS: ("ui.reduce.words.page", "WordsPage"),
    PATTERNS: ("ui.reduce.patterns.page", "PatternsPage"),
    SUMMARIES: ("ui.reduce.summaries.page", "SummariesPage"),
    MEMOS: ("ui.reduce.memos.page", "MemosPage"),
    NAMES: ("ui.reduce.names.page", "NamesPage"),
}
"""The module and the class of each page but the first."""


def named_pages() -> list[tuple[object, str]]:
    """Return the pages with the names on their buttons."""
    return [
        (READING, QCoreApplication.translate("ReduceRoom", "Transcript")),
        (SEARCH, QCoreApplication.translate("ReduceRoom", "Search")),
        (RETRIEVAL, QCoreApplication.translate("ReduceRoom", "Retrieve")),
        (WORDS, QCoreApplication.translate("ReduceRoom", "Words")),
        (PATTERNS, QCoreApplication.translate("ReduceRoom", "Patterns")),
        (SUMMARIES, QCoreApplication.translate("ReduceRoom", "Summaries")),
        (MEMOS, QCoreApplication.translate("ReduceRoom", "Memos")),
        (NAMES, QCoreApplication.translate("ReduceRoom", "Names")),
    ]


def make_page(key: str, session: Session, parent: QWidget) -> QWidget:
    """Make a page other than the first."""
    module, name = CLASSES[key]
    page: QWidget = getattr(import_module(module), name)(session, parent)
    return page
