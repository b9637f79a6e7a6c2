"""Tags as a tree of codes: a path such as `school.library` or `school/library` is two levels."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.exchange.incoming import InCode
from app.exchange.others.identity import Identities

_STEP = re.compile(r"(?<=\w)[./](?=\w)")
_NO_PATH = re.compile(r"[./](?!\w)|(?<!\w)[./]|\d[./]\d")
"""A full stop or stroke that parts nothing: "e.g. this", "1.5"."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: `key` is what refers to it, `parent` the key of the tag above, where that is told."""

    key: object
    path: str
    description: str = ""
    parent: object = None
    made_at: datetime | None = None
    user: str = ""


def code_tree(ids: Identities, tags: Iterable[Tag], under: str = "") -> dict[object, InCode]:
    """Return the code of each tag by its key; folders that only paths name are keyed by those.

    A "." parts a path where words stand on both of its sides; a "/" as well, if several tags
    begin so ("and/or" is one name). `under` is the guid of what all of them stand under.
    """
    tags = list(tags)
    begun = _begun(tag.path.strip() for tag in tags)
    keys = {tag.key for tag in tags}
    by_path = {tag.path.strip(): tag for tag in tags}
    found: dict[object, InCode] = {}
    for tag in tags:
        path = tag.path.strip()
        name, parent = path, under
        if tag.parent is not None and tag.parent in keys and tag.parent != tag.key:
            parent = ids.of("tag", tag.parent)
        elif tag.parent is None:
            name, above = _last_step(path)
            if above and begun[above] < 2 and path[len(above)] == "/":
                name, above = path, ""
            if above:
                parent = _folder(ids, above, by_path, found, under)
        found[tag.key] = InCode(
            ids.of("tag", tag.key),
            name,
            parent,
            description=tag.description,
            made_at=tag.made_at,
            user=tag.user,
        )
    return found


def _begun(paths: Iterable[str]) -> Counter[str]:
    """Return how many tags begin with a path, or are it."""
    begun: Counter[str] = Counter()
    for path in paths:
        begun[path] += 1
        above = _last_step(path)[1]
        while above:
            begun[above] += 1
            above = _last_step(above)[1]
    return begun


def _folder(
    ids: Identities, path: str, by_path: dict[str, Tag], found: dict[object, InCode], under: str
) -> str:
    """Return the guid of what a path names: a tag, else a folder, made if there is none."""
    if path in by_path:
        return ids.of("tag", by_path[path].key)
    key = ("folder", path)
    if key not in found:
        name, above = _last_step(path)
        parent = _folder(ids, above, by_path, found, under) if above else under
        found[key] = InCode(ids.of("folder", path), name, parent, codable=False)
    return found[key].guid


def _last_step(path: str) -> tuple[str, str]:
    """Return the last step of a path and the path above it, "" where it has one step."""
    steps = list(_STEP.finditer(path))
    if not steps or _NO_PATH.search(path):
        return path, ""
    return path[steps[-1].end() :], path[: steps[-1].start()]
