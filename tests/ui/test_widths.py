"""No page makes the window wider than a small screen, in either language."""

import pytest

from ui.verify.top_bar import HEIGHT, TopBar
from ui.widgets.record_table import Column, RecordTable

SCREEN = 1366


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_room_fits_a_small_screen(qtbot, tmp_path, language):
    from app.sample import write_sample
    from ui.language import speak
    from ui.window import Window

    speak(language)
    window = Window()
    qtbot.addWidget(window)
    window.resize(SCREEN, 768)
    window.show()
    window.open(write_sample(tmp_path / "s.tilik", language))
    wide = {}
    for stage in ("collect", "reduce", "display", "verify", "report"):
        window.enter(stage)
        window.session.tasks.wait()
        qtbot.wait(50)
        wide[stage] = window.width()
    window.close_study()
    assert wide == dict.fromkeys(wide, SCREEN)


def test_controls_that_do_not_fit_stand_below_the_pages(qtbot):
    from PySide6.QtWidgets import QPushButton

    bar = TopBar("findings")
    qtbot.addWidget(bar)
    button = QPushButton("Something that is rather long")
    bar.add(button)
    bar.resize(2000, HEIGHT)
    bar.show()
    qtbot.waitUntil(lambda: button.isVisible())
    assert bar.height() == HEIGHT
    bar.resize(bar.minimumSizeHint().width(), HEIGHT)
    assert bar.height() > HEIGHT
    assert button.mapTo(bar, button.rect().topLeft()).y() > bar.pills.geometry().bottom()


def test_a_table_whose_rows_come_from_elsewhere_offers_none(qtbot):
    table = RecordTable([Column("a", "A")], name="T", adds=False)
    qtbot.addWidget(table)
    table.show()
    table.set_read_only(False)
    assert not table.new_button.isVisible()
