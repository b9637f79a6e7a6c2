import gc

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.language.words import DEFAULT_LANGUAGE
from ui import language
from ui.garbage import collect_due
from ui.session import Session


@pytest.fixture(autouse=True, scope="module")
def _garbage_of_module():
    """As in the program: a worker thread that collected widgets would crash the run."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def _garbage():
    yield
    collect_due(oldest=1)


@pytest.fixture(autouse=True)
def _no_keys_pressed(qapp):
    """Qt remembers Ctrl or Shift of the last click of another test: a row chosen then is added."""
    if qapp.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)


@pytest.fixture(autouse=True)
def _no_language(qapp):
    """Words as they stand in the code again, whatever language a test spoke."""
    yield
    for translator in language._translators:
        qapp.removeTranslator(translator)
    language._translators.clear()
    language._current[0] = DEFAULT_LANGUAGE
    QLocale.setDefault(QLocale.system())


@pytest.fixture(autouse=True)
def _own_settings(tmp_path, qapp):
    """Settings of each test's own, so that none finds what another left."""
    from PySide6.QtCore import QSettings

    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings")
    )
    qapp.setOrganizationName("Tilik")
    qapp.setApplicationName("Tilik")


@pytest.fixture
def session(study, qapp):
    """The study of the test, in a session whose work is finished at the end."""
    session = Session(study)
    yield session
    session.tasks.wait()
    session.tasks.close()
