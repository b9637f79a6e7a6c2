"""Where the sample study is kept for the window: a copy of the researcher's own to play with."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from app.sample import write_sample


def sample_path(language: str) -> Path:
    """Return the sample study in `language`, written the first time."""
    location = QStandardPaths.StandardLocation.AppDataLocation
    folder = Path(QStandardPaths.writableLocation(location))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / ("Contoh KKG Ciawi.tilik" if language == "id" else "Sample KKG Ciawi.tilik")
    return path if path.exists() else write_sample(path, language)
