"""Reads a REFI-QDA file, .qdpx, .qde or .qdc, as a Project."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.collector import without_collection
from app.errors import UserError
from app.exchange.incoming import InAttachment, InSource, Leftover, Project
from app.exchange.refi.elements import Reading, child, local, parsed, words
from app.exchange.refi.own import figures_of
from app.exchange.refi.package import Package
from app.exchange.refi.reading_around import (
    keep_graphs,
    read_cases,
    read_links,
    read_notes,
    read_sets,
    read_users,
    read_variables,
)
from app.exchange.refi.reading_codes import read_codes
from app.exchange.refi.reading_media import KINDS, read_media
from app.exchange.refi.reading_texts import read_text_source
from app.exchange.refi.schema import CODEBOOK, PROJECT, faults

if TYPE_CHECKING:
    from lxml.etree import _Element

TILIK_MEMBER = "tilik.json"
SUFFIXES = (".qdpx", ".qde", ".qdc")
_IN_PROJECT = frozenset(
    (
        *("Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links", "Sets"),
        *("Graphs", "Description", "NoteRef"),
    )
)
_MADE = ("creatingUserGUID", "creationDateTime", "modifyingUserGUID", "modifiedDateTime")
_SOURCES = frozenset((*KINDS, "TextSource"))


@without_collection()
def read_refi(path: Path) -> Project:
    """Read the REFI-QDA file at `path`.

    One that does not hold to the schema is read as far as it can be; `troubles` name the faults.
    What Tilik wrote itself, and nobody changed since, is not read twice: see Project.whole.
    Raises UserError with one sentence where it is damaged, protected, unsafe or something else;
    EnvironmentProblem where it cannot be read.
    """
    package = Package(path)
    data = package.project()
    root = parsed(package.name, data)
    reading = Reading(package, root, root.get("origin", ""))
    namespace = {"CodeBook": CODEBOOK, "Project": PROJECT}.get(local(root))
    if namespace is None:
        raise UserError("exchange.not_refi", file=package.name)
    if namespace == CODEBOOK:
        return _codebook(reading, path)
    own = _own(package, data)
    figures = figures_of(own) if own is not None else None
    if figures is None:
        return _project(reading, path, own)
    return Project(
        name=root.get("name", "") or path.stem,
        origin=reading.origin,
        users=read_users(reading, root),
        tilik=own,
        figures=figures,
        unread=lambda: _project(Reading(package, root, reading.origin), path, own),
    )


def _check(reading: Reading, namespace: str) -> None:
    for fault in faults(reading.root, namespace):
        reading.trouble("changed.not_valid", fault=fault[:300])


def _codebook(reading: Reading, path: Path) -> Project:
    root = reading.root
    _check(reading, CODEBOOK)
    reading.look(root, "", frozenset(("Codes", "Sets")))
    codes, sets = read_codes(reading, root), read_sets(reading, root)
    return Project(
        name=path.stem,
        origin=reading.origin,
        codes=codes,
        sets=sets,
        leftovers=tuple(reading.leftovers),
        troubles=tuple(reading.troubles),
    )


def _project(reading: Reading, path: Path, own: Mapping[str, Any] | None) -> Project:
    root = reading.root
    _check(reading, PROJECT)
    reading.look(root, "", _IN_PROJECT)
    for name in _MADE:
        if root.get(name):
            reading.leftovers.append(Leftover("", f"project.{name}", root.get(name, "")))
    users = read_users(reading, root)
    variables = read_variables(reading, root)
    codes = read_codes(reading, child(root, "CodeBook"))
    cases = read_cases(reading, root)
    sources, attachments = _sources(reading, root)
    sets, links = read_sets(reading, root), read_links(reading, root)
    notes = read_notes(reading, root)
    keep_graphs(reading, root)
    if reading.changes:
        reading.trouble("lost.modified", count=reading.changes)
    return Project(
        name=root.get("name", "") or path.stem,
        origin=reading.origin,
        description=words(root, "Description"),
        users=users,
        codes=codes,
        sources=sources,
        attachments=attachments,
        variables=variables,
        cases=cases,
        notes=notes,
        sets=sets,
        links=links,
        leftovers=tuple(reading.leftovers),
        troubles=tuple(reading.troubles),
        tilik=own,
    )


def _sources(
    reading: Reading, root: "_Element"
) -> tuple[tuple[InSource, ...], tuple[InAttachment, ...]]:
    sources: list[InSource] = []
    attachments: list[InAttachment] = []
    holder = child(root, "Sources")
    for element in holder if holder is not None else ():
        kind = local(element)
        if kind == "TextSource":
            sources.append(read_text_source(reading, element))
        elif kind in KINDS:
            attachment, texts = read_media(reading, element)
            attachments.append(attachment)
            sources += texts
        elif kind:
            reading.trouble("lost.unknown_source", name=kind)
    return tuple(sources), tuple(attachments)


def _own(package: Package, project: bytes) -> Mapping[str, Any] | None:
    """Return what Tilik wrote beside the project; None where another program wrote since."""
    data = package.member(TILIK_MEMBER) if package.is_zip else None
    if data is None:
        return None
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or told.get("project") != hashlib.sha256(project).hexdigest():
        return None
    told["read"] = package.member
    return told
