import shutil

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox

from app import history
from app.collect.sources import sources
from app.design.sites import add_sites, sites
from app.reduce.code_merging import delete_codes
from app.sample import write_sample
from app.study_files import create_study, open_study
from ui import recent
from ui.language import speak
from ui.rail import STAGES
from ui.study_dialogs import BackupsDialog, NewStudyDialog
from ui.window import Window


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return write_sample(tmp_path_factory.mktemp("sample") / "kkg.tilik", "en")


@pytest.fixture
def window(qtbot):
    speak("en")
    window = Window()
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close_study()
    speak("en")


@pytest.fixture
def opened(window, sample, tmp_path):
    path = shutil.copy(sample, tmp_path / "kkg.tilik")
    assert window.open(tmp_path / "kkg.tilik"), path
    settle(window)
    return window


def settle(window):
    for _ in range(6):
        window.session.tasks.wait()


def said(window):
    boxes = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    words = [box.text() for box in boxes]
    for box in boxes:
        box.close()
    return words


def test_the_welcome_page_offers_three_ways_in(window):
    assert window.stack.currentWidget() is window.welcome
    for button in (window.welcome.sample, window.welcome.new, window.welcome.open):
        assert button.isVisible()
    assert not window.rail.isVisible()


def test_a_study_opens_in_the_room_where_coding_goes_on(opened):
    assert opened.rooms.stage == "reduce"
    assert opened.status.saved.text().endswith("All changes saved")
    assert opened.title.text().startswith("KKG")
    assert recent.recent() == [opened.session.study.path]


def test_every_room_opens_from_the_rail_and_says_where_one_is(opened, qtbot):
    for stage in STAGES:
        qtbot.mouseClick(opened.rail.buttons[stage], Qt.MouseButton.LeftButton)
        settle(opened)
        assert opened.rooms.stage == stage
        assert opened.rooms.currentWidget().isVisible()
        assert opened.status.place.text() != ""


def test_undo_and_redo_from_the_menu_name_the_step(opened):
    study = opened.session.study
    opened.session.change(lambda: add_sites(study, [{"name": "SDN Baru"}]))
    settle(opened)
    assert opened.menus.undo.text() == "Undo: Add site SDN Baru"
    opened.menus.undo.trigger()
    settle(opened)
    assert opened.menus.redo.text() == "Redo: Add site SDN Baru"
    opened.menus.redo.trigger()
    settle(opened)
    assert "SDN Baru" in [site.name for site in sites(study)]


def test_the_history_goes_back_to_any_step(opened, qtbot):
    study = opened.session.study
    steps = history.steps(study)
    opened.menus.window.toggle_history()
    settle(opened)
    panel = opened.history
    assert panel.model.rowCount() == len(steps) + 1
    panel.list.setCurrentIndex(panel.model.index(10))
    qtbot.mouseClick(panel.go, Qt.MouseButton.LeftButton)
    settle(opened)
    assert history.next_undo(study).id == steps[10].id
    panel.list.setCurrentIndex(panel.model.index(0))
    qtbot.mouseClick(panel.go, Qt.MouseButton.LeftButton)
    settle(opened)
    assert history.next_undo(study).id == steps[0].id


def test_undo_works_after_closing_and_opening_again(opened):
    study, path = opened.session.study, opened.session.study.path
    opened.session.change(lambda: add_sites(study, [{"name": "SDN Baru"}]))
    settle(opened)
    opened.close_study()
    assert opened.stack.currentWidget() is opened.welcome
    assert opened.open(path)
    settle(opened)
    opened.session.undo()
    settle(opened)
    assert "SDN Baru" not in [site.name for site in sites(opened.session.study)]


def test_finding_words_opens_the_transcript_there(opened, qtbot):
    opened.enter("verify")
    settle(opened)
    qtbot.keyClicks(opened.find, "loudspeaker")
    opened.find._look()
    settle(opened)
    assert opened.find.list.isVisible()
    assert opened.find.list.count() > 0
    qtbot.keyClick(opened.find, Qt.Key.Key_Return)
    settle(opened)
    assert opened.rooms.stage == "reduce"
    assert not opened.find.list.isVisible()


def test_finding_an_action_does_it(opened, qtbot):
    qtbot.keyClicks(opened.find, "coverage")
    opened.find._look()
    qtbot.keyClick(opened.find, Qt.Key.Key_Return)
    settle(opened)
    assert opened.rooms.stage == "collect"
    assert opened.rooms.currentWidget().tab == "coverage"


def test_a_second_window_is_read_only_and_says_why(opened, qtbot):
    second = Window()
    qtbot.addWidget(second)
    second.show()
    assert second.open(opened.session.study.path)
    settle(second)
    assert second.status.saved.text().endswith("Read-only")
    assert "another Tilik window" in second.status.saved.toolTip()
    assert not second.menus.undo.isEnabled()
    for stage in STAGES:
        second.enter(stage)
        settle(second)
    second.close_study()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "is empty"), (b"hello, this is no database", "is not a Tilik study")],
)
def test_a_file_that_is_no_study_gets_a_sentence_and_the_window_stays(
    window, tmp_path, content, sentence
):
    path = tmp_path / "x.tilik"
    path.write_bytes(content)
    assert not window.open(path)
    (words,) = said(window)
    assert sentence in words
    assert window.session is None
    assert path.read_bytes() == content


def test_files_dropped_on_the_window_come_to_the_import_table(opened, tmp_path):
    path = tmp_path / "W-KS-09.txt"
    path.write_text("P: Apa kabar?\nKS-09: Baik.\n", "utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(QPoint(700, 400)),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    opened.dropEvent(event)
    settle(opened)
    assert opened.rooms.stage == "collect"
    opened.rooms.currentWidget().importing.carry_out()
    settle(opened)
    assert "I/KS-09" in [row.reference for row in sources(opened.session.study)]
    opened.session.undo()
    settle(opened)


def test_a_study_dropped_on_the_window_opens(window, tmp_path):
    study = create_study(tmp_path / "new", "New one")
    study.close()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(study.path))])
    event = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    settle(window)
    assert window.title.text() == "New one"
    assert window.rooms.stage == "collect"
    for stage in STAGES:
        window.enter(stage)
        settle(window)


def test_a_new_study_is_made_by_the_dialog(window, tmp_path, qtbot):
    window.menus.files.new()
    dialog = window.findChild(NewStudyDialog)
    qtbot.keyClicks(dialog.title, "My study")
    dialog.place.setText(str(tmp_path / "mine.tilik"))
    qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    settle(window)
    assert window.session.study.path == tmp_path / "mine.tilik"
    assert window.title.text() == "My study"


def test_a_copy_is_saved_and_a_backup_restored(opened, tmp_path):
    study = opened.session.study
    opened.session.change(lambda: add_sites(study, [{"name": "SDN Baru"}]))
    settle(opened)
    opened.close_study()
    opened.open(tmp_path / "kkg.tilik")
    settle(opened)
    opened.menus.files.restore()
    dialog = opened.findChild(BackupsDialog)
    dialog.list.setCurrentRow(0)
    dialog.accept()
    settle(opened)
    assert "SDN Baru" not in [site.name for site in sites(opened.session.study)]


def test_a_damaged_study_is_restored_from_where_it_is_named(opened, tmp_path, qtbot):
    path = tmp_path / "kkg.tilik"
    study = opened.session.study
    opened.session.change(lambda: add_sites(study, [{"name": "SDN Baru"}]))
    settle(opened)
    opened.close_study()
    path.write_bytes(path.read_bytes()[:5000])
    assert not opened.open(path)
    box = opened.findChild(QMessageBox)
    button = next(b for b in box.buttons() if b.text() == "Restore a backup…")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = opened.findChild(BackupsDialog)
    dialog.list.setCurrentRow(0)
    dialog.accept()
    settle(opened)
    assert opened.session.study.path == path
    assert "SDN Baru" not in [site.name for site in sites(opened.session.study)]


def test_the_buttons_of_the_welcome_page_do_what_they_say(
    window, sample, tmp_path, qtbot, monkeypatch
):
    page, left = window.welcome, Qt.MouseButton.LeftButton
    qtbot.mouseClick(page.new, left)
    dialog = window.findChild(NewStudyDialog)
    assert dialog.isVisible()
    dialog.reject()

    path = shutil.copy(sample, tmp_path / "mine.tilik")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    qtbot.mouseClick(page.open, left)
    settle(window)
    assert window.session.study.path == path

    window.close_study()
    row = page.list.visualItemRect(page.list.item(0)).center()
    qtbot.mouseClick(page.list.viewport(), left, pos=row)
    settle(window)
    assert window.session.study.path == path

    window.close_study()
    monkeypatch.setattr("ui.sample.sample_path", lambda _language: path)
    qtbot.mouseClick(page.sample, left)
    settle(window)
    assert window.session.study.path == path


def test_the_check_says_that_all_is_well(opened):
    opened.menus.files.check()
    settle(opened)
    (words,) = said(opened)
    assert "is in order" in words


def test_the_window_speaks_indonesian_at_once(opened):
    opened.speak("id")
    settle(opened)
    assert opened.rail.buttons["collect"].text() == "Kumpulkan"
    assert opened.status.saved.text().endswith("Semua perubahan tersimpan")
    assert opened.session is not None


def test_a_problem_in_the_background_is_shown(opened):
    study = opened.session.study
    opened.session.change(lambda: add_sites(study, [{"name": " "}]))
    settle(opened)
    assert said(opened) == ["A site needs a name."]


def test_the_badges_beside_codes_are_live(opened):
    opened.badges.recompute()
    settle(opened)
    before = dict(opened.badges.by_code)
    assert set(before.values()) >= {"verified", "contested"}
    study = opened.session.study
    gone = next(key for key, verdict in before.items() if verdict == "verified")
    opened.session.change(lambda: delete_codes(study, [gone]))
    settle(opened)
    opened.badges.recompute()
    settle(opened)
    assert gone not in opened.badges.by_code
    opened.session.undo()
    settle(opened)


def test_closing_the_window_closes_the_study(opened):
    path = opened.session.study.path
    opened.close()
    study = open_study(path)
    assert not study.read_only
    study.close()


def test_undo_takes_a_step_back_wherever_the_keys_go(opened, qtbot):
    study = opened.session.study
    with qtbot.waitActive(opened):
        opened.activateWindow()
    for field in (opened.find, opened.rooms.room("reduce").reading.tree.field):
        opened.session.change(lambda: add_sites(study, [{"name": "SDN Baru"}]))
        settle(opened)
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        settle(opened)
        assert "SDN Baru" not in [site.name for site in sites(study)]


def test_a_field_takes_its_own_words_back_first(opened, qtbot):
    study = opened.session.study
    steps = len(history.steps(study))
    opened.find.setFocus()
    qtbot.keyClicks(opened.find, "time")
    qtbot.keyClick(opened.find, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(opened)
    assert opened.find.text() == ""
    assert len([step for step in history.steps(study) if step.state == "done"]) == steps


def test_a_room_has_the_keys_when_it_is_entered(opened):
    for stage in STAGES:
        opened.find.setFocus()
        assert opened.focusWidget() is opened.find
        opened.enter(stage)
        settle(opened)
        assert opened.focusWidget() is not opened.find


def test_opening_the_open_study_again_leaves_it_as_it_is(opened, tmp_path):
    session = opened.session
    assert opened.open(tmp_path / "kkg.tilik")
    assert opened.session is session
    assert not session.read_only


def test_the_verdicts_stand_beside_the_codes_of_a_study_that_was_opened(opened, qtbot):
    tree = opened.enter("reduce").reading.tree
    settle(opened)
    qtbot.waitUntil(lambda: any(tree.verdict(code) for code in tree.codes), timeout=10_000)
    assert set(opened.badges.by_code) == set(tree.codes)


def test_a_backup_that_cannot_be_made_is_told(window, sample, tmp_path, qtbot):
    path = shutil.copy(sample, tmp_path / "kkg.tilik")
    (tmp_path / "kkg backups").write_text("in the way")
    window.open(path)
    settle(window)
    study = window.session.study
    assert window.status.saved.text().endswith("All changes saved")
    for name in ("SDN Baru", "SDN Lain"):
        window.session.change(lambda n=name: add_sites(study, [{"name": n}]))
        settle(window)
    qtbot.waitUntil(lambda: study.backup_problem is not None, timeout=10_000)
    window.session.change(lambda: add_sites(study, [{"name": "SDN Tiga"}]))
    settle(window)
    assert window.status.saved.text().endswith("Saved, without a backup")
    assert "kkg" in window.status.saved.toolTip()


def test_what_is_traced_is_shown_in_the_audit_trail(opened):
    room = opened.enter("reduce")
    room.trace_wanted.emit("code", next(iter(room.reading.tree.codes)))
    settle(opened)
    page = opened.rooms.made["verify"].page()
    assert page.isVisible()
    assert page.filters.life.text().startswith("Life of: Code: ")
    assert page.table.steps.rowCount() > 0
