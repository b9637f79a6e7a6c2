"""The study as a file for other programs: chosen, written, cancelled, refused."""

import json
import zipfile

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.exchange.refi.reading import read_refi
from tests.ui.exchange.test_project_dialog import filled
from ui.exchange import export_dialog
from ui.exchange.export_dialog import ExportDialog
from ui.session import Session


@pytest.fixture
def dialog(qtbot, tmp_path):
    session = Session(filled(tmp_path / "theirs"))
    dialog = ExportDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    session.tasks.wait()
    session.close()


def settle(dialog):
    for _ in range(4):
        dialog.session.tasks.wait()
        QApplication.processEvents()


def pick(dialog, number):
    button = dialog.choices.button(number)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(10, button.height() // 2))
    assert button.isChecked()


def choose(dialog, suffix, path):
    number = next(n for n, kind in enumerate(dialog.kinds) if kind.suffix == suffix)
    pick(dialog, number)
    dialog.place.clear()
    QTest.keyClicks(dialog.place, str(path))
    QTest.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    settle(dialog)


def test_a_project_is_written_that_can_be_read_again(dialog, tmp_path):
    choose(dialog, ".qdpx", tmp_path / "out.qdpx")
    assert dialog.said.text() == f"Written: {tmp_path / 'out.qdpx'}"
    assert [code.name for code in read_refi(tmp_path / "out.qdpx").whole().codes] == ["Time"]
    assert dialog.show_folder.isVisible()
    assert dialog.write.isEnabled()


def test_every_kind_is_written(dialog, tmp_path):
    for suffix in (".qdc", ".xlsx", ".json"):
        choose(dialog, suffix, tmp_path / f"out{suffix}")
        assert (tmp_path / f"out{suffix}").stat().st_size > 100
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert zipfile.is_zipfile(tmp_path / "out.xlsx")
    choose(dialog, "", tmp_path / "tables")
    assert (tmp_path / "tables" / "code.csv").exists()


def test_the_name_follows_the_kind_and_a_place_of_ones_own_stays(dialog, tmp_path):
    assert dialog.place.text().endswith("theirs.qdpx")
    pick(dialog, 2)
    assert dialog.place.text().endswith("theirs.xlsx")
    dialog.place.clear()
    QTest.keyClicks(dialog.place, str(tmp_path / "mine.xlsx"))
    pick(dialog, 3)
    assert dialog.place.text() == str(tmp_path / "mine.json")


def test_a_folder_that_is_missing_is_one_sentence(dialog, tmp_path):
    choose(dialog, ".qdpx", tmp_path / "nowhere" / "out.qdpx")
    assert "nowhere" in dialog.said.text()
    assert not dialog.show_folder.isVisible()
    assert dialog.write.isEnabled()


def test_cancelled_what_stood_there_stays(dialog, tmp_path, monkeypatch):
    (tmp_path / "out.qdpx").write_bytes(b"before")

    def cancelled(study, path, progress, asked):
        return False

    monkeypatch.setattr(export_dialog, "export_study", cancelled)
    choose(dialog, ".qdpx", tmp_path / "out.qdpx")
    assert dialog.said.text() == "Cancelled: nothing was written."
    assert (tmp_path / "out.qdpx").read_bytes() == b"before"
