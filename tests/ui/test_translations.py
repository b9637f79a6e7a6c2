import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel

from app.language.words import RESOURCES
from ui.language import speak

ROOT = Path(__file__).parents[2]
FIELDS = re.compile(r"\{\w*\}|%n")


def messages(language):
    tree = etree.parse(RESOURCES / "translations" / f"tilik_{language}.ts")
    for context in tree.iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message


def test_every_word_of_the_window_has_its_indonesian():
    unfinished = [
        (context, message.findtext("source"))
        for context, message in messages("id")
        if message.find("translation").get("type") == "unfinished"
        or not "".join(message.find("translation").itertext()).strip()
    ]
    assert unfinished == []


def test_no_field_is_lost_in_translation():
    for _, message in messages("id"):
        source, words = message.findtext("source"), "".join(message.find("translation").itertext())
        assert sorted(FIELDS.findall(source)) == sorted(FIELDS.findall(words)), source


def test_the_translations_know_every_word_in_the_code(tmp_path):
    fresh = tmp_path / "fresh.ts"
    files = sorted(str(path) for path in (ROOT / "ui").rglob("*.py"))
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run(
        [lupdate, "-locations", "none", *files, "-ts", fresh], check=True, capture_output=True
    )
    wanted = {
        (context.findtext("name"), message.findtext("source"))
        for context in etree.parse(fresh).iter("context")
        for message in context.iter("message")
    }
    assert wanted == {(context, m.findtext("source")) for context, m in messages("id")}


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_compiled_file_says_what_the_source_file_says(language):
    translator = QTranslator()
    assert translator.load(str(RESOURCES / "translations" / f"tilik_{language}.qm"))
    for context, message in messages(language):
        if message.get("numerus") != "yes":
            said = translator.translate(context, message.findtext("source"))
            assert said == message.findtext("translation")


def test_no_word_is_translated_inside_an_f_string():
    """The tool that gathers words does not look into them."""
    for path in (ROOT / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            calls = ast.walk(node) if isinstance(node, ast.JoinedStr) else ()
            for call in calls:
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
                    assert call.func.attr not in ("tr", "translate"), f"{path}:{node.lineno}"


def test_buttons_and_dialogs_of_qt_speak_indonesian(qtbot):
    speak("id")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Batal"
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    labels = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert {"Cari di:", "Nama berkas:", "Jenis berkas:"} <= labels
