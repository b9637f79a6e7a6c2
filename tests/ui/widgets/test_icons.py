import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QIcon
from PySide6.QtWidgets import QMenu, QMessageBox, QPushButton, QToolButton

from ui.theme import theme, tokens
from ui.widgets.icons import FOLDER, ICONS, app_icon, icon, icon_pixmap

# fmt: off
WANTED = (
    "collect", "reduce", "display", "verify", "report", "search", "plus", "close", "more",
    "chevron-down", "chevron-right", "edit", "trash", "memo", "undo", "redo", "check",
    "import", "export", "chart", "heatmap", "table", "folder", "file", "user", "site",
    "question", "sun", "moon", "link", "copy", "filter", "star", "history", "restore",
)
# fmt: on


def colours(picture):
    image = picture.toImage()
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    found = (image.pixelColor(*point) for point in points)
    return {colour.name() for colour in found if colour.alpha() == 255}


def test_the_family_is_complete():
    assert set(WANTED) <= set(ICONS)


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_of_the_family_and_draws_something(qapp, name):
    text = (FOLDER / f"{name}.svg").read_text()
    assert 'viewBox="0 0 24 24"' in text
    assert 'stroke-width="1.6"' in text
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', text)) <= {"none", "#000"}
    assert colours(icon_pixmap(name, "ink", 48)) == {tokens("light")["ink"]}


def test_an_icon_that_does_not_exist_is_a_bug(qapp):
    with pytest.raises(KeyError):
        icon("unicorn")


def test_a_disabled_button_has_a_dimmed_icon(qapp):
    made = icon("trash", "ink")
    size = QSize(20, 20)
    assert colours(made.pixmap(size, QIcon.Mode.Normal)) == {tokens("light")["ink"]}
    assert colours(made.pixmap(size, QIcon.Mode.Disabled)) == {tokens("light")["disabled"]}


def test_a_checked_button_has_its_icon_in_the_other_colour(qapp):
    made = icon("verify", "soft", 24, on="accent")
    on = made.pixmap(QSize(24, 24), QIcon.Mode.Normal, QIcon.State.On)
    assert colours(on) == {tokens("light")["accent"]}


def test_buttons_and_actions_are_tinted_again_when_the_theme_changes(qtbot):
    button, menu = QPushButton(icon("plus", "ink"), "New"), QMenu()
    tool = QToolButton()
    tool.setIcon(icon("search"))
    action = menu.addAction(icon("copy", "ink"), "Copy")
    lone = QAction(icon("edit", "ink"), "Edit", tool)
    for widget in (button, menu, tool):
        qtbot.addWidget(widget)
    theme().set_mode("dark")
    ink = QColor(tokens("dark")["ink"]).name()
    for holder in (button, action, lone):
        assert colours(holder.icon().pixmap(20, 20)) == {ink}
    assert colours(tool.icon().pixmap(20, 20)) == {tokens("dark")["soft"]}
    theme().set_mode("light")
    assert colours(button.icon().pixmap(20, 20)) == {tokens("light")["ink"]}


def test_an_icon_of_someone_else_is_left_alone(qtbot):
    own = icon_pixmap("star", "accent")
    button = QPushButton(QIcon(own), "x")
    qtbot.addWidget(button)
    box = QMessageBox(QMessageBox.Icon.Warning, "Title", "Words")
    qtbot.addWidget(box)
    key = button.icon().cacheKey()
    theme().set_mode("dark")
    assert button.icon().cacheKey() == key
    assert box.icon() == QMessageBox.Icon.Warning


def test_the_program_has_an_icon_in_all_sizes(qapp):
    sizes = {size.width() for size in app_icon().availableSizes()}
    assert {16, 32, 48, 256} <= sizes
    assert tokens("light")["accent"] in colours(app_icon().pixmap(64, 64))
