"""The menu of excerpts: open, copy, let them speak to a finding."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from app.verify.claims import label_of
from app.verify.triangulation import Triangulated
from ui.language import in_words, ui_language
from ui.widgets.excerpt_delegate import citation_words

STANCES = ("supports", "contradicts", "qualifies")
NAMED = 48
AddTo = Callable[[int, list[int], str], None]
"""Called with a finding's id, excerpt ids and a stance."""


def quotation(row: Any) -> str:
    """Return an excerpt as it is pasted elsewhere: the words and where they stand."""
    return f"“{row.quote}” ({citation_words(row)})"


def excerpt_menu(
    parent: QWidget,
    rows: Sequence[Any],
    *,
    open_row: Callable[[Any], None],
    findings: Sequence[Triangulated],
    add_to: AddTo | None,
    new_finding: Callable[[list[int]], None] | None,
    trace: Callable[[int], None] | None = None,
) -> QMenu:
    """Return the menu of `rows`; without `add_to` (a read-only study) it changes nothing."""
    menu = QMenu(parent)
    menu.addAction(
        QCoreApplication.translate("ExcerptMenu", "Open in the transcript"),
        lambda: open_row(rows[0]),
    )
    words = "\n".join(quotation(row) for row in rows)
    menu.addAction(
        QCoreApplication.translate("ExcerptMenu", "Copy quotation"),
        lambda: QGuiApplication.clipboard().setText(words),
    )
    if trace is not None:
        menu.addAction(
            QCoreApplication.translate("ExcerptMenu", "Trace this excerpt"),
            lambda: trace(rows[0].excerpt_id),
        )
    if add_to is None or new_finding is None:
        return menu
    ids = list(dict.fromkeys(row.excerpt_id for row in rows))
    menu.addSeparator()
    for found in findings:
        name = found.claim.name
        short = name if len(name) <= NAMED else f"{name[: NAMED - 1].rstrip()}…"
        under = menu.addMenu(
            QCoreApplication.translate("ExcerptMenu", "Add to {label}: {claim}")
            .format(label=label_of(found.claim, ui_language()), claim=short)
            .replace("&", "&&")
        )
        for stance in STANCES:
            under.addAction(
                in_words(f"verify.stance.{stance}"), partial(add_to, found.claim.id, ids, stance)
            )
    menu.addAction(
        QCoreApplication.translate("ExcerptMenu", "Add to a new finding…"),
        partial(new_finding, ids),
    )
    return menu


def show_menu(menu: QMenu, at: QPoint) -> None:
    """Show a menu that goes when it closes."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
