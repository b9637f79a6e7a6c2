import datetime
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, QSettings

from ui.theme import theme


@pytest.fixture(autouse=True)
def dressed(qapp, tmp_path):
    """The light theme on the application, and settings that no other test sees."""
    QCoreApplication.setOrganizationName("Tilik tests")
    QCoreApplication.setApplicationName("widgets")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    theme().set_mode("light")
    if not qapp.styleSheet():  # once: dressing the widgets of all tests before takes its time
        theme().apply(qapp)
    yield
    theme().set_mode("light")


@dataclass(frozen=True)
class Row:
    """Stands in for app.reduce.excerpts.ExcerptRow: the fields that a list shows."""

    quote: str = "The projector we borrow from the district office; the loudspeaker is broken"
    method_letter: str = "W"
    citation: str = "(W.KS-01, 12/01/2017)"
    line: int = 13
    role: str = "key person"
    stance: str = ""
    direction: str = "affirms"
    coding_id: int | None = 1
    excerpt_id: int = 1
    source_id: int = 1
    start: int = 0
    end: int = 9
    method: str = "interview"
    reference: str = "W/KS-01"
    informant: str = "KS-01"
    role_kind: str = "key_person"
    category: str = "principal"
    site: str = "SDN Ciawi 01"
    date: datetime.date | None = datetime.date(2017, 1, 12)
    code_id: int | None = 1
    code: str = "Facilities"
    colour: str = "#0098b0"
    coder: str = "A"
    memo: str = ""


@pytest.fixture
def make_rows():
    """Make rows that differ in coding, excerpt and words."""

    def make(count, first=0, **fields):
        return [
            Row(**{"quote": f"Words number {k}", "coding_id": k, "excerpt_id": 1000 + k} | fields)
            for k in range(first, first + count)
        ]

    return make
