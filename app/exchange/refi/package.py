"""The files of a .qdpx, read without unpacking: hostile until proven otherwise.

No member is ever written to the disk, and each is found by its name alone: "../" leads nowhere.
What a member says of its size is checked before, and read no further.
"""

import zipfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import IO
from urllib.parse import unquote

from app.collect.reading import limits
from app.collect.reading.archive import BROKEN
from app.errors import UserError
from app.faults import in_plain_words, one_line

PROJECT_LIMIT = 100 * limits.MEGABYTE
"""The project's XML; 20,000 codings are some 10 MB."""
OWN_LIMIT = 200 * limits.MEGABYTE
"""What Tilik wrote itself."""
TEXT_LIMIT = 60 * limits.MEGABYTE
TEXTS_LIMIT = 300 * limits.MEGABYTE
"""The texts of all sources together."""
ATTACHMENT_LIMIT = 150 * limits.MEGABYTE
"""A picture, PDF or recording; a longer film stays where it is and is told."""
MEMBERS_LIMIT = 100_000
SERVED_LIMIT = 20
"""So many sources may have one member as their file; more would multiply it without end."""
INTERNAL, RELATIVE, ABSOLUTE = "internal://", "relative://", "absolute://"


class TooLarge(Exception):
    """A member is larger than what is read of its kind."""


class Package:
    """A .qdpx, or a .qde with its folder `sources` beside it. Open until nothing needs it."""

    def __init__(self, path: Path) -> None:
        """Look at the file. Raises UserError where it is damaged, protected or too many files."""
        self.path = path
        self.name = one_line(path.name)
        self.members: dict[str, zipfile.ZipInfo] = {}
        self._served: Counter[str] = Counter()
        with in_plain_words(path), path.open("rb") as file:
            head = file.read(4)
        self.is_zip = head[:2] == b"PK"
        if self.is_zip:
            self._look_through()

    def project(self) -> bytes:
        """Return the XML of the project. Raises UserError where there is none, or several."""
        if not self.is_zip:
            return self._file(self.path, PROJECT_LIMIT)
        roots = [m for m in self.members if "/" not in m and m.lower().endswith(".qde")]
        named = [m for m in roots if m.lower() == "project.qde"] or roots
        if len(named) != 1:
            raise UserError("exchange.no_project", file=self.name)
        try:
            return self.read(named[0], PROJECT_LIMIT)
        except TooLarge as error:
            raise UserError("exchange.project_too_large", file=self.name) from error

    def member(self, name: str) -> bytes | None:
        """Return the bytes of a member of the archive by its very name, or None."""
        if not self.is_zip or name not in self.members:
            return None
        try:
            return self.read(name, OWN_LIMIT)
        except TooLarge:
            return None

    def find(self, told: str) -> str:
        """Return the name of the member, or file, that a path of the XML means; "" for none.

        A path without "internal://" is taken for one. "relative:///" leads to a file under the
        folder of the package, and nowhere else; "absolute:///" leads nowhere.
        """
        if told.lower().startswith(ABSOLUTE):
            return ""
        if told.lower().startswith(RELATIVE):
            return self._beside(told[len(RELATIVE) :])
        bare = told[len(INTERNAL) :] if told.lower().startswith(INTERNAL) else told
        wanted = bare.replace("\\", "/").lstrip("/")
        for name in dict.fromkeys((wanted, unquote(wanted))):
            found = self._inside(name)
            if found:
                return found
        return ""

    def read(self, name: str, limit: int) -> bytes:
        """Return the bytes of what `find` found. Raises TooLarge, or UserError where damaged."""
        if name.startswith(RELATIVE):
            return self._file(self.path.parent / name[len(RELATIVE) :], limit)
        if not self.is_zip:
            return self._file(self.path.parent / name, limit)
        info = self.members[name]
        packed = max(1, info.compress_size)
        bomb = info.file_size > limits.RATIO_COUNTS_FROM
        if info.file_size > limit or (bomb and info.file_size / packed > limits.RATIO_LIMIT):
            raise TooLarge(name)
        try:
            with self._archive.open(info) as opened:
                return _at_most(opened, limit, name)
        except BROKEN as error:
            raise UserError("collect.damaged", file=f"{self.name}/{one_line(name)}") from error

    def serves(self, name: str) -> bool:
        """Take a member as the file of one more source; tell whether it may be."""
        self._served[name] += 1
        return self._served[name] <= SERVED_LIMIT

    def size(self, name: str) -> int:
        """Return how many bytes what `find` found has, as it says."""
        if name.startswith(RELATIVE) or not self.is_zip:
            return (self.path.parent / name.removeprefix(RELATIVE)).stat().st_size
        return self.members[name].file_size

    def _look_through(self) -> None:
        try:
            self._archive = zipfile.ZipFile(self.path)
            infos = self._archive.infolist()
        except BROKEN as error:
            raise UserError("collect.damaged", file=self.name) from error
        if len(infos) > MEMBERS_LIMIT:
            raise UserError("exchange.too_many_members", file=self.name)
        if any(info.flag_bits & 0x1 for info in infos):
            raise UserError("collect.password", file=self.name)
        for info in infos:
            if not info.is_dir():
                self.members.setdefault(info.filename, info)
        self._lower = _by_lower_case(self.members)

    def _inside(self, wanted: str) -> str:
        if not self.is_zip:
            return self._in_folder(wanted)
        for name in (f"sources/{wanted}", wanted):
            if name in self.members:
                return name
        return self._lower.get(f"sources/{wanted}".lower(), "") or self._lower.get(
            wanted.lower(), ""
        )

    def _in_folder(self, wanted: str) -> str:
        """Find a file in the folder `sources` beside an unpacked project."""
        if not wanted or "/" in wanted:
            return ""
        for folder in ("sources", "Sources"):
            place = self.path.parent / folder
            if place.is_dir():
                names = _by_lower_case(p.name for p in place.iterdir() if _is_file_in(p, place))
                if wanted.lower() in names:
                    return f"{folder}/{names[wanted.lower()]}"
        return ""

    def _beside(self, told: str) -> str:
        wanted = unquote(told).replace("\\", "/").lstrip("/")
        if not wanted or "\0" in wanted or len(wanted) > 1000:
            return ""
        folder = self.path.parent
        return f"{RELATIVE}{wanted}" if _is_file_in(folder / wanted, folder) else ""

    def _file(self, path: Path, limit: int) -> bytes:
        with in_plain_words(path), path.open("rb") as file:
            try:
                return _at_most(file, limit, path.name)
            except TooLarge as error:
                if path == self.path:
                    raise UserError("exchange.project_too_large", file=self.name) from error
                raise


def _at_most(file: IO[bytes], limit: int, name: str) -> bytes:
    data = file.read(limit + 1)
    if len(data) > limit:
        raise TooLarge(name)
    return data


def _is_file_in(path: Path, folder: Path) -> bool:
    """Tell whether `path`, links followed, is an ordinary file under `folder`."""
    try:
        real = path.resolve()
        return real.is_file() and real.is_relative_to(folder.resolve())
    except (OSError, ValueError):
        return False


def _by_lower_case(names: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name.lower().replace("\\", "/"), name)
    return found
