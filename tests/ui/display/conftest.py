"""The display room on the screen over a study whose codings are known by hand."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.app.display.conftest import told  # noqa: F401
from ui.display.room import DisplayRoom


def settle(session):
    for _ in range(4):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        session.tasks.wait()
        QApplication.processEvents()


@pytest.fixture
def room(told, session, qtbot):  # noqa: F811
    room = DisplayRoom(session)
    qtbot.addWidget(room)
    room.resize(1300, 800)
    with qtbot.waitExposed(room):
        room.show()
    settle(session)
    return room


@pytest.fixture
def come_to(room, session):
    """Choose a display by its id, and wait until it is shown."""

    def come(display_id):
        room.refresh()
        settle(session)
        room.list.come_to(display_id)
        settle(session)
        return room.panes[room.kind]

    return come
