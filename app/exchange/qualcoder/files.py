"""The files of a QualCoder project: inside its folder, or linked from elsewhere."""

from pathlib import Path

from app.exchange.incoming import Bytes
from app.exchange.others.database import Row, words
from app.exchange.others.gathering import Gathering
from app.exchange.refi.package import ATTACHMENT_LIMIT
from app.faults import in_plain_words, one_line

FOLDERS = {"images": "picture", "audio": "audio", "video": "video"}


def kind_of(row: Row) -> str:
    """Return "text", "pdf", or the kind of attachment that a row of `source` is."""
    media = words(row, "mediapath").lower()
    for folder, kind in FOLDERS.items():
        if media.startswith((f"/{folder}/", f"{folder}:")):
            return kind
    return "pdf" if (media or words(row, "name").lower()).endswith(".pdf") else "text"


class Files:
    """Finds the bytes of sources; nothing outside the project's folder is read."""

    def __init__(self, gathering: Gathering, folder: Path) -> None:
        self._gathering = gathering
        self._folder = folder

    def original(self, row: Row) -> Bytes | None:
        """Return what reads the file that a text was made from; None where there is none."""
        media = words(row, "mediapath")
        if _linked(media):
            self._outside(row)
            return None
        told = _inside(media) or f"documents/{words(row, 'name')}"
        return self._bytes(row, told, needed=bool(media))

    def beside(self, row: Row) -> Bytes | None:
        """Return what reads the file of a picture, PDF, recording or film."""
        media = words(row, "mediapath")
        if _linked(media):
            self._outside(row)
            return None
        return self._bytes(row, _inside(media))

    def _outside(self, row: Row) -> None:
        self._gathering.trouble(
            "exchange.lost.file_outside",
            name=words(row, "name"),
            path=one_line(words(row, "mediapath")),
        )

    def _bytes(self, row: Row, told: str, *, needed: bool = True) -> Bytes | None:
        found = self._find(told)
        about = {"name": words(row, "name"), "path": one_line(told)}
        if found is None:
            if needed:
                self._gathering.trouble("exchange.lost.file_missing", **about)
            return None
        if found.stat().st_size > ATTACHMENT_LIMIT:
            self._gathering.trouble("exchange.lost.file_too_large", **about)
            return None
        return lambda: _read(found)

    def _find(self, told: str) -> Path | None:
        """Return the file under the project's folder that `told` means, links followed."""
        if not told or "\0" in told or len(told) > 1000:
            return None
        try:
            real = (self._folder / told).resolve()
            inside = real.is_relative_to(self._folder.resolve())
            return real if inside and real.is_file() else None
        except (OSError, ValueError, RuntimeError):
            return None


def _read(path: Path) -> bytes:
    with in_plain_words(path):
        return path.read_bytes()


def _linked(media: str) -> bool:
    return any(media.startswith(f"{name}:") for name in (*FOLDERS, "docs"))


def _inside(media: str) -> str:
    """Return the path in the folder; "/docs/" is the folder `documents`."""
    bare = media.replace("\\", "/").lstrip("/")
    return f"documents/{bare[5:]}" if bare.startswith("docs/") else bare
