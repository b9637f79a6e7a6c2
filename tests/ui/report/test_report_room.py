from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDesktopServices, QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from app.reduce.citation_template import citation_template
from app.report.recipe import APPENDICES, COMMENTS, sections_of
from app.report.setup import read_setup
from tests.app.report.reading_back import read_back
from tests.app.report.test_word_file import own_words

ALT = Qt.KeyboardModifier.AltModifier


def headings(path, level=1):
    return [p.text for p in read_back(Path(path)).paragraphs if p.style.name == f"Heading {level}"]


def kept(hand):
    return read_setup(hand.session.study).recipe


def test_the_room_shows_the_sections_of_the_shape_and_the_first_of_them(hand):
    assert hand.room.sections.ticked() == list(sections_of("report"))
    assert hand.room.status_text() == "Report · 11 section(s)"
    assert "What helps and what hinders?" in hand.previewed()
    assert hand.room.preview.header.accessibleName() == "Study design"


def test_a_section_is_seen_before_it_is_written(hand):
    hand.go("findings")
    assert "“We share one laptop among six teachers.”" in hand.previewed()
    hand.go("codebook")
    assert "We share one laptop" not in hand.previewed()
    assert "Facilities" in hand.previewed()
    hand.go("displays")
    assert hand.previewed() == "Nothing to write here yet"


def test_choices_turn_the_preview_and_are_kept_in_the_study(hand):
    hand.go("findings")
    hand.pick(hand.room.setup_pane.language, "id")
    assert "Triangulasi metode" in hand.previewed()
    hand.click(hand.room.setup_pane.limited)
    assert kept(hand).quotations == 5
    hand.click(hand.room.setup_pane.footnotes)
    hand.pick(hand.room.setup_pane.transcripts, COMMENTS)
    recipe = kept(hand)
    assert (recipe.language, recipe.footnotes, recipe.transcripts) == ("id", True, COMMENTS)
    hand.session.undo()
    hand.settle()
    assert hand.room.setup_pane.transcripts.current() == "table"


def test_the_other_shape_ticks_its_sections(hand):
    pills = hand.room.setup_pane.shape
    hand.click(pills.button("chapter"))
    assert hand.room.sections.ticked() == list(sections_of("chapter"))
    assert kept(hand).shape == "chapter"
    hand.tick("history")
    assert "history" not in kept(hand).sections
    hand.go("findings")
    assert hand.previewed().startswith("CHAPTER IV RESULTS AND DISCUSSION")


def test_alt_and_the_arrows_move_a_section_but_not_among_the_appendices(hand):
    sections = hand.room.sections
    hand.go("findings")
    hand.key(sections, Qt.Key.Key_Up, ALT)
    keys = sections.line_keys()
    assert keys.index("findings") == keys.index("data") - 1
    assert sections.current_key() == "findings"
    assert kept(hand).sections.index("findings") < kept(hand).sections.index("data")
    hand.go("conclusions")
    hand.key(sections, Qt.Key.Key_Down, ALT)
    assert sections.line_keys()[len(keys) - len(APPENDICES) - 1] == "conclusions"


def drop(sections, section, upon, *, below):
    sections.setCurrentRow(sections.line_keys().index(section))
    place = sections.visualItemRect(sections.item(sections.line_keys().index(upon)))
    y = place.bottom() - 1 if below else place.top() + 1
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    point, none = QPointF(place.center().x(), y), Qt.KeyboardModifier.NoModifier
    mime = sections.model().mimeData([sections.currentIndex()])
    for kind in (QDragEnterEvent, QDragMoveEvent):
        moving = kind(point.toPoint(), move, mime, left, none)
        QApplication.sendEvent(sections.viewport(), moving)
        assert moving.isAccepted()
    event = QDropEvent(point, move, mime, left, none)
    QApplication.sendEvent(sections.viewport(), event)
    return event


def test_a_drag_takes_the_line_along_and_removes_nothing(hand, monkeypatch):
    taken = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, action: taken.append(drag) or action)
    sections = hand.room.sections
    before = sections.line_keys()
    hand.go("data")
    sections.startDrag(Qt.DropAction.MoveAction)
    assert taken[0].mimeData().formats()
    assert not taken[0].pixmap().isNull()
    assert sections.line_keys() == before


@pytest.mark.parametrize(
    ("section", "upon", "below", "after"),
    [
        ("design", "findings", True, "findings"),
        ("design", "findings", False, "data"),
        ("conclusions", "data", False, "design"),
        ("design", "history", True, "conclusions"),
    ],
)
def test_a_section_is_dragged_to_its_place(hand, section, upon, below, after):
    sections = hand.room.sections
    before = sections.line_keys()
    event = drop(sections, section, upon, below=below)
    hand.settle()
    keys = sections.line_keys()
    assert keys[keys.index(section) - 1] == after
    assert sorted(keys) == sorted(before)
    assert event.isAccepted()
    assert read_setup(hand.session.study).order == tuple(keys)


def test_the_citation_template_is_tried_while_it_is_typed(hand):
    box = hand.room.setup_pane.citation
    box.field.setFocus()
    box.field.selectAll()
    hand.qtbot.keyClicks(box.field, "[{reference}")
    hand.qtbot.keyClicks(box.field, ", {who}]")
    assert box.tried.property("kind") == "problem"
    hand.key(box.field, Qt.Key.Key_Return)
    assert citation_template(hand.session.study).startswith("({method}")
    box.field.selectAll()
    hand.qtbot.keyClicks(box.field, "[{reference}, {line}]")
    assert "[I/KS-01, 14]" in box.tried.text() or "[W/KS-01, 14]" in box.tried.text()
    hand.key(box.field, Qt.Key.Key_Return)
    assert citation_template(hand.session.study) == "[{reference}, {line}]"
    hand.go("findings")
    assert "[Q/G-01, 1]" in hand.previewed()


def test_a_template_is_picked_and_let_go(hand, tmp_path, monkeypatch):
    template = Document()
    template.styles["Normal"].font.name = "Courier Prime"
    template.save(str(tmp_path / "styles.docx"))
    answer = (str(tmp_path / "styles.docx"), "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: answer)
    pane = hand.room.setup_pane
    hand.click(pane.template_button)
    assert pane.template_name.text() == "styles.docx"
    hand.click(hand.room.writing.button)
    assert Document(str(tmp_path / "kkg.docx")).styles["Normal"].font.name == "Courier Prime"
    hand.click(pane.no_template)
    assert kept(hand).template is None


@pytest.mark.parametrize("ending", [".docx", ".html", ".xlsx", ".pdf"])
def test_each_kind_of_file_is_written_from_the_room(hand, tmp_path, ending, monkeypatch):
    box = hand.room.writing
    if ending != ".docx":
        hand.pick(box.kind, ending)
    assert box.keep_words.isVisible() == (ending == ".docx")
    steps = []
    hand.session.tasks.progressed.connect(lambda r: steps.append((r.done, r.total)))
    hand.click(box.button)
    path = tmp_path / f"kkg{ending}"
    assert path.stat().st_size > 1000
    assert box.said.text() == f"Written: kkg{ending}"
    assert steps[-1][0] == steps[-1][1] > 3
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    hand.click(box.open_button)
    assert Path(opened[0].toLocalFile()) == path


def test_only_what_is_chosen_is_written_in_its_order(hand, tmp_path):
    for section in sections_of("report"):
        if section not in ("findings", "data"):
            hand.tick(section)
    hand.go("findings")
    hand.key(hand.room.sections, Qt.Key.Key_Up, ALT)
    hand.click(hand.room.writing.button)
    assert [
        h for h in headings(tmp_path / "kkg.docx", 2) if h in ("Findings", "Data by focus")
    ] == [
        "Findings",
        "Data by focus",
    ]


def test_writing_again_says_what_changed_and_what_was_kept(hand, tmp_path):
    box = hand.room.writing
    hand.click(box.button)
    assert not box.changes.isVisible()
    hand.click(box.button)
    assert box.said.text().endswith("It says what it said before.")
    own_words(tmp_path / "kkg.docx", "Findings", "My own thoughts on it.")
    hand.tick("codebook")
    hand.click(box.button)
    lines = [box.changes.item(n).text() for n in range(box.changes.count())]
    assert "Gone: Codebook" in lines
    assert any(line.startswith("Kept: ") for line in lines)
    texts = [p.text for p in read_back(tmp_path / "kkg.docx").paragraphs]
    assert "My own thoughts on it." in texts


def test_a_file_that_was_there_is_not_replaced_without_asking(hand, tmp_path, monkeypatch):
    other = tmp_path / "thesis.docx"
    other.write_bytes(b"mine")
    hand.room.writing.path.setText(str(tmp_path / "thesis"))
    asked = []
    monkeypatch.setattr("ui.report.writing_box.confirm", lambda *a, **_: asked.append(a[1]))
    hand.click(hand.room.writing.button)
    assert asked == ["Replace “thesis.docx”?"]
    assert other.read_bytes() == b"mine"


def test_writing_is_cancelled_and_leaves_nothing(hand, tmp_path, monkeypatch):
    import threading

    box, begun, go_on = hand.room.writing, threading.Event(), threading.Event()
    from app.report.sections import findings

    def slowly(*_given):
        begun.set()
        go_on.wait(20)

    monkeypatch.setattr(findings, "write", slowly)
    hand.qtbot.mouseClick(box.button, Qt.MouseButton.LeftButton)
    assert begun.wait(20)
    assert box.bar.isVisible()
    hand.qtbot.mouseClick(box.cancel_button, Qt.MouseButton.LeftButton)
    assert not box.cancel_button.isEnabled()
    go_on.set()
    hand.settle()
    assert box.said.text() == "Cancelled; nothing was written."
    assert not (tmp_path / "kkg.docx").exists()
    assert box.button.isVisible()


def test_what_cannot_be_written_is_said_and_the_room_goes_on(hand, tmp_path):
    hand.room.writing.path.setText(str(tmp_path / "no" / "kkg.docx"))
    hand.click(hand.room.writing.button)
    assert [p.key for p in hand.problems] == ["report.no_folder"]
    hand.problems.clear()
    assert hand.room.writing.button.isVisible()


def test_the_preview_follows_the_study(hand):
    hand.go("conclusions")
    before = hand.previewed()
    with hand.session.study.change("study.methods.interview") as session:
        from models.conclusions import Finding

        session.get(Finding, 1).claim = "Facilities are no hindrance"
    hand.settle()
    assert hand.previewed() != before
    assert "Facilities are no hindrance" in hand.previewed()


def test_a_choice_works_the_preview_out_once_and_no_section_stands_under_anothers_name(
    hand, monkeypatch
):
    worked = []
    from ui.report import preview_pane

    real = preview_pane.preview
    monkeypatch.setattr(
        preview_pane, "preview", lambda *given: worked.append(given[2]) or real(*given)
    )
    hand.go("findings")
    worked.clear()
    hand.click(hand.room.setup_pane.footnotes)
    hand.settle()
    assert worked == ["findings"]
    hand.room.sections.setCurrentRow(hand.room.sections.line_keys().index("data"))
    assert hand.room.preview.browser.toPlainText() == ""
    assert hand.room.preview.header.accessibleName() == "Data by focus"
    hand.settle()
    assert "Data by focus" in hand.previewed()


def test_names_that_would_be_read_are_listed_before_writing(hand):
    from PySide6.QtWidgets import QApplication

    from app.reduce.names.table import add_pseudonym
    from ui.reduce.names.clear_dialog import ClearDialog

    add_pseudonym(hand.session.study, "laptop", "[machine]")
    hand.click(hand.room.writing.names_button)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ClearDialog))
    assert dialog.table.item(0, 0).text() == "laptop"
    dialog.close()
