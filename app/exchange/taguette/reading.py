"""Reads a Taguette database, one project or several, as a Project."""

import json
from pathlib import Path
from typing import Any

from app.errors import UserError
from app.exchange.incoming import InCode, InCoding, InSource, Project
from app.exchange.others.database import Database, Row, moment, number, opened, words
from app.exchange.others.gathering import Gathering, Span, by_number, place_of
from app.exchange.others.identity import Identities
from app.exchange.taguette.page_text import PageText, words_of_page
from app.exchange.taguette.tags import Tag, code_tree
from app.faults import one_line

NEEDED = ("documents", "tags", "highlights", "highlight_tags")


def is_taguette(database: Database) -> bool:
    """Tell whether a database is one of Taguette."""
    return database.has("documents", "highlights") or database.has("highlights", "highlight_tags")


def read_taguette(path: Path) -> Project:
    """Read the database at `path`.

    Raises UserError with one sentence where it is none or cannot be read, EnvironmentProblem where
    the disk refuses.
    """
    with opened(path) as database:
        if not is_taguette(database):
            raise UserError("otherfiles.unknown_database", file=one_line(path.name))
        return _Reading(database, path).project()


class _Reading:
    def __init__(self, database: Database, path: Path) -> None:
        self.database = database
        self.path = path
        self.projects = [row for row in database.rows("projects") if number(row, "id") is not None]
        first = self.projects[0] if self.projects else {}
        identity = "\n".join(words(first, name) for name in ("created", "name")) or path.stem
        self.gathering = Gathering(database, Identities("taguette", identity))
        self.name = words(first, "name") if len(self.projects) == 1 else path.stem
        self.first = first
        self.commands = _commands(database)
        self.several = len(self.projects) > 1

    def project(self) -> Project:
        gathering = self.gathering
        for table in NEEDED:
            if not self.database.has(table):
                gathering.trouble("otherfiles.lost.missing_table", table=table)
        if self.several:
            gathering.trouble("otherfiles.changed.several_projects", count=len(self.projects))
        codes = self._codes()
        sources = self._sources(codes)
        self._members()
        described = "" if self.several else words(self.first, "description")
        made = tuple({code.guid: code for code in codes.values()}.values())
        return Project(
            name=self.name or self.path.stem,
            origin="Taguette",
            description=described,
            users=gathering.users(),
            codes=made,
            sources=sources,
            leftovers=tuple(gathering.leftovers),
            troubles=gathering.all_troubles(),
        )

    def _codes(self) -> dict[object, InCode]:
        """Return the codes by the numbers of their tags, and the folders."""
        ids = self.gathering.ids
        found: dict[object, InCode] = {}
        rows = by_number(self.database.rows("tags"), "project_id")
        for project, some in rows.items():
            under = self._folder_of(project, found) if self.several else ""
            tags = {number(row, "id"): self._tag(row) for row in some}
            tags.pop(None, None)
            tree = code_tree(ids, tags.values(), under)
            found.update(
                {
                    key if isinstance(key, int) else (project, key): code
                    for key, code in tree.items()
                }
            )
        return found

    def _folder_of(self, project: int, found: dict[object, InCode]) -> str:
        named = [words(row, "name") for row in self.projects if number(row, "id") == project]
        guid = self.gathering.ids.of("project", project)
        name = named[0] if named else str(project)
        found["project", project] = InCode(guid, name, codable=False)
        return guid

    def _tag(self, row: Row) -> Tag:
        tag = number(row, "id")
        user, made = self.commands.get(("tag_add", tag), ("", None))
        parent = number(row, "parent_id")
        return Tag(
            tag,
            words(row, "path"),
            words(row, "description"),
            parent,
            made,
            self.gathering.user(user),
        )

    def _sources(self, codes: dict[object, InCode]) -> tuple[InSource, ...]:
        highlights = by_number(self.database.rows("highlights"), "document_id")
        tags = by_number(self.database.rows("highlight_tags"), "highlight_id")
        found: dict[int, InSource] = {}
        for row in self.database.rows("documents"):
            document = number(row, "id")
            if document is not None and document not in found:
                spans = highlights.get(document, [])
                found[document] = self._source(document, row, spans, tags, codes)
        gone = [
            row for document, some in highlights.items() if document not in found for row in some
        ]
        self.gathering.tally["lost.codings_nowhere"] += len(gone)
        return tuple(found.values())

    def _source(
        self,
        document: int,
        row: Row,
        highlights: list[Row],
        tags: dict[int, list[Row]],
        codes: dict[object, InCode],
    ) -> InSource:
        page = PageText(words(row, "contents"))
        spans = []
        for highlight in highlights:
            span = self._span(highlight, page, tags, codes)
            if span is not None:
                spans.append(span)
        name = words(row, "name")
        text, selections = self.gathering.settle(name, page.text, spans)
        guid = self.gathering.ids.of("document", document)
        if words(row, "text_direction") not in ("", "LEFT_TO_RIGHT"):
            self.gathering.leave(guid, "text_direction", words(row, "text_direction"))
        user, _ = self.commands.get(("document_add", document), ("", None))
        contents = words(row, "contents")
        return InSource(
            guid,
            name,
            text,
            selections,
            description=words(row, "description"),
            original_name=f"{Path(words(row, 'filename') or name).stem or document}.html",
            original=(lambda: contents.encode("utf-8", "replace")) if contents else None,
            user=self.gathering.user(user),
            made_at=moment(row, "created"),
        )

    def _span(
        self,
        row: Row,
        page: PageText,
        tags: dict[int, list[Row]],
        codes: dict[object, InCode],
    ) -> Span | None:
        highlight, place = number(row, "id"), place_of(row, "start_offset", "end_offset")
        if highlight is None or place is None:
            self.gathering.tally["lost.codings_nowhere"] += 1
            return None
        ids = self.gathering.ids
        login, made = self.commands.get(("highlight_add", highlight), ("", None))
        user = self.gathering.user(login or self._only_member())
        codings = []
        for tied in tags.get(highlight, ()):
            tag = number(tied, "tag_id")
            code = codes[tag].guid if tag in codes else ids.of("tag", tag)
            codings.append(InCoding(ids.of("coding", highlight, tag), code, user, made))
        self.gathering.tally["lost.tagless"] += not codings
        return Span(
            ids.of("highlight", highlight),
            page.at(place[0]),
            page.end_at(place[1]),
            tuple(codings),
            words_of_page(words(row, "snippet")),
            user=user,
            made_at=made,
        )

    def _only_member(self) -> str:
        """Return the one user of the database, who then made everything; else ""."""
        logins = [words(row, "login") for row in self.database.rows("users")]
        return logins[0] if len(logins) == 1 else ""

    def _members(self) -> None:
        """Keep who belongs to the project, and as what."""
        for row in self.database.rows("project_members"):
            login = words(row, "user_login")
            self.gathering.user(login)
            project = words(row, "project_id") if self.several else ""
            told = f"{login}: {words(row, 'privileges')}"
            self.gathering.leave("", f"project_member {project}".strip(), told)


Maker = tuple[str, Any]


def _commands(database: Database) -> dict[tuple[str, int | None], Maker]:
    """Return who made a document, tag or highlight, and when, as the log of commands tells."""
    found: dict[tuple[str, int | None], Maker] = {}
    for row in database.rows("commands"):
        try:
            told = json.loads(words(row, "payload"))
        except (ValueError, RecursionError):
            continue
        if not isinstance(told, dict):
            continue
        kind = told.get("type")
        which = number(row, "document_id") if kind == "document_add" else _which(told)
        if isinstance(kind, str) and which is not None:
            found.setdefault((kind, which), (words(row, "user_login"), moment(row, "date")))
    return found


def _which(told: dict[str, Any]) -> int | None:
    for name in ("highlight_id", "tag_id", "id"):
        if name in told:
            return number(told, name)
    return None
