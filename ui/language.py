"""The language of the interface: chosen by the researcher, else that of the system."""

from PySide6.QtCore import QCoreApplication, QLocale, QSettings, QTranslator

from app.language.words import DEFAULT_LANGUAGE, LANGUAGES, RESOURCES, say

_translators: list[QTranslator] = []
_current = [DEFAULT_LANGUAGE]


def chosen_language() -> str:
    """Return what the settings say ("en" or "id"), else what the system speaks, else English."""
    chosen = str(QSettings().value("language", ""))
    system = QLocale.system().name()[:2]
    wanted = chosen or system
    return wanted if wanted in LANGUAGES else DEFAULT_LANGUAGE


def ui_language() -> str:
    """Return the language in which the window speaks now."""
    return _current[0]


def speak(language: str) -> None:
    """Load the translation of `language` into the running application."""
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("an application is needed before it can be translated")
    for translator in _translators:
        application.removeTranslator(translator)
    _translators.clear()
    _current[0] = language
    QLocale.setDefault(QLocale(language))
    for name in ("qt", "tilik"):  # Qt's own dialogs and menus speak no Indonesian by themselves
        translator = QTranslator(application)
        path = RESOURCES / "translations" / f"{name}_{language}.qm"
        if path.exists() and translator.load(str(path)):
            application.installTranslator(translator)
            _translators.append(translator)


def in_words(key: str, /, **values: object) -> str:
    """Say a key of the words in the window's language."""
    return say(key, ui_language(), **values)
