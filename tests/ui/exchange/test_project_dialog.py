"""A project of another program: dropped, looked at, brought in or opened as new, reported."""

import json
import zipfile

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import history
from app.exchange.refi.writing import write_qdc, write_qdpx
from app.reduce.code_editing import add_code
from app.reduce.codes import codes
from app.reduce.codings import code_excerpt
from app.study_files import create_study
from models import fulltext
from models.collection import Source, SourceText
from ui.exchange.project_dialog import ProjectDialog
from ui.window import Window

LEFT = Qt.MouseButton.LeftButton
TEXT = "We meet on Saturday 😀. Time is short."


def filled(path, title="Their study"):
    study = create_study(path, title, "en", coder="Ratna")
    with study.change("study.methods.interview") as session:
        session.add(
            Source(id=1, title="A talk", reference="W/1", method="interview", length=len(TEXT))
        )
        session.add(SourceText(source_id=1, text=TEXT))
        fulltext.index_text(session.connection(), 1, TEXT)
    code = add_code(study, "Time")
    code_excerpt(study, 1, TEXT.index("Time"), len(TEXT), code)
    return study


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packages")
    study = filled(folder / "theirs")
    write_qdpx(study, folder / "theirs.qdpx")
    write_qdc(study, folder / "theirs.qdc")
    study.close()
    return folder


@pytest.fixture
def window(qtbot):
    window = Window()
    qtbot.addWidget(window)
    window.show()
    yield window
    for dialog in dialogs():
        dialog.close()
    window.close_study()


@pytest.fixture
def opened(window, tmp_path):
    create_study(tmp_path / "mine", "My study").close()
    window.open(tmp_path / "mine.tilik")
    settle(window)
    return window


def dialogs():
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, ProjectDialog)]


def settle(window):
    for _ in range(6):
        for dialog in dialogs():
            if dialog._running is not None:
                dialog.tasks.wait()
        if window.session is not None:
            window.session.tasks.wait()
        QApplication.processEvents()


def drop(window, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(300, 300), Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier
        )
    )
    settle(window)
    (dialog,) = [each for each in dialogs() if each.isVisible()]
    return dialog


def click(window, button):
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, LEFT)
    settle(window)


def figures(dialog):
    grid = dialog._figures
    rows = [row for row in range(grid.rowCount()) if grid.itemAtPosition(row, 1)]
    return {
        grid.itemAtPosition(row, 1).widget().text(): grid.itemAtPosition(row, 0).widget().text()
        for row in rows
    }


def test_a_dropped_project_is_shown_before_anything_comes_in(opened, packages):
    dialog = drop(opened, packages / "theirs.qdpx")
    assert dialog.title.text() == "Their study"
    assert figures(dialog)["Sources"] == "1"
    assert figures(dialog)["Codings"] == "1"
    assert "Tilik" in dialog.said.text()
    assert dialog.into.isVisible()
    assert codes(opened.session.study) == []


def test_brought_into_the_study_it_is_one_step_and_reported(opened, packages, tmp_path):
    study = opened.session.study
    steps = len(history.steps(study))
    dialog = drop(opened, packages / "theirs.qdpx")
    click(opened, dialog.into)
    assert [code.name for code in codes(study)] == ["Time"]
    assert len(history.steps(study)) == steps + 1
    assert "1 source" in dialog.said.text()
    dialog.save_report(tmp_path / "report.json")
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["came"]["codings"] == 1
    dialog.save_report(tmp_path / "report.txt")
    words = (tmp_path / "report.txt").read_text("utf-8")
    assert words.startswith("Their study\n\nBrought in: 1 source")
    click(opened, dialog.stop)
    assert not dialogs() or not dialogs()[0].isVisible()
    history.undo(study)
    assert codes(study) == []


def test_opened_as_new_the_window_shows_it(opened, packages, tmp_path):
    dialog = drop(opened, packages / "theirs.qdpx")
    dialog.open_as_new(tmp_path / "new.tilik")
    settle(opened)
    assert opened.session.study.path == tmp_path / "new.tilik"
    assert opened.session.study.title == "Their study"
    assert [code.name for code in codes(opened.session.study)] == ["Time"]


def test_without_a_study_it_opens_as_new(window, packages, tmp_path):
    dialog = drop(window, packages / "theirs.qdc")
    assert not dialog.into.isVisible()
    assert "study of its own" in dialog.said.text()
    assert figures(dialog)["Codes"] == "1"
    dialog.open_as_new(tmp_path / "book.tilik")
    settle(window)
    assert [code.name for code in codes(window.session.study)] == ["Time"]


def test_a_place_that_is_taken_is_said_and_can_be_chosen_again(window, packages, tmp_path):
    create_study(tmp_path / "there", "There").close()
    dialog = drop(window, packages / "theirs.qdpx")
    dialog.open_as_new(tmp_path / "there.tilik")
    settle(window)
    assert "there.tilik" in dialog.said.text()
    assert dialog.new.isVisible()
    assert window.session is None


def test_a_damaged_project_is_one_sentence(opened, packages, tmp_path):
    broken = tmp_path / "broken.qdpx"
    broken.write_bytes((packages / "theirs.qdpx").read_bytes()[:400])
    dialog = drop(opened, broken)
    assert "broken.qdpx" in dialog.said.text()
    assert not dialog.into.isVisible()
    assert not dialog.new.isVisible()
    click(opened, dialog.stop)


def test_cancelled_nothing_comes_in(opened, packages, monkeypatch):
    from app.exchange import bringing_in

    study = opened.session.study
    dialog = drop(opened, packages / "theirs.qdpx")

    def stopped(bringing):
        opened.session.tasks.running[0].cancel()  # as the button does
        bringing.step()

    monkeypatch.setattr(bringing_in, "bring_users", stopped)
    monkeypatch.setattr(bringing_in, "restore", lambda _bringing: False)
    click(opened, dialog.into)
    assert "Cancelled" in dialog.said.text()
    assert codes(study) == []
    assert not dialog.save.isVisible()


def test_when_the_study_is_closed_it_can_still_become_one_of_its_own(opened, packages):
    dialog = drop(opened, packages / "theirs.qdpx")
    opened.close_study()
    settle(opened)
    assert not dialog.into.isVisible()
    assert dialog.new.isVisible()


def test_transcripts_go_to_the_import_page(opened, tmp_path):
    talk = tmp_path / "W-KS-09.txt"
    talk.write_text("P: Apa kabar?\nKS-09: Baik.\n", "utf-8")
    opened.bring_in([talk])
    settle(opened)
    assert opened.rooms.stage == "collect"
    assert opened.rooms.currentWidget().importing.active
    assert not [each for each in dialogs() if each.isVisible()]


def test_what_the_file_itself_lacks_can_be_read_before_it_comes_in(opened, tmp_path):
    study = filled(tmp_path / "theirs")
    write_qdpx(study, tmp_path / "whole.qdpx")
    study.close()
    with (
        zipfile.ZipFile(tmp_path / "whole.qdpx") as whole,
        zipfile.ZipFile(tmp_path / "part.qdpx", "w") as part,
    ):
        for name in whole.namelist():
            if not name.endswith(".txt") and name != "tilik.json":
                part.writestr(name, whole.read(name))
    dialog = drop(opened, tmp_path / "part.qdpx")
    assert dialog.remarks.isVisible()
    lost = dialog.remarks.topLevelItem(0)
    assert "A talk" in lost.child(0).text(0)
    dialog.close()
    assert not drop(opened, tmp_path / "whole.qdpx").remarks.isVisible()
