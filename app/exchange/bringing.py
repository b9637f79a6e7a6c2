"""What the parts of one bringing-in share: the change, the tables, who is who, the report."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.collect.planned import Cancelled, Progress
from app.exchange.growing_tables import Tables
from app.exchange.incoming import Leftover, Project, Trouble
from app.study import Study
from models.base import now
from models.carried import Carried

Key = tuple[str, int]
"""A table's name and the id of a row."""


class Stop(Exception):
    """The researcher cancelled: the change is taken back."""


@dataclass(slots=True)
class Bringing:
    """One project on its way into a study, within one change.

    `rows` says by kind and guid which row something became ("code", "source", "selection" …);
    `anything` the same by guid alone, for what may refer to whatever there is.
    """

    session: Session
    study: Study
    project: Project
    tables: Tables
    total: int = 1
    progress: Progress | None = None
    cancelled: Cancelled | None = None
    moment: datetime = field(default_factory=now)
    rows: dict[str, dict[str, int]] = field(default_factory=dict)
    anything: dict[str, Key] = field(default_factory=dict)
    came: Counter[str] = field(default_factory=Counter)
    there: Counter[str] = field(default_factory=Counter)
    troubles: list[Trouble] = field(default_factory=list)
    tally: Counter[str] = field(default_factory=Counter)
    """What is reported once with its number, such as codings without a coder."""
    referred: frozenset[str] = frozenset()
    """The guids that notes and links of the file name."""
    fresh: bool = False
    restored: bool = False
    """Whether all rows came back as Tilik wrote them."""
    told_otherwise: frozenset[str] = frozenset()
    """Notes, sets and links of the file that the study has as findings and evidence."""
    spans: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    """Source, start and end of the selections on words, by guid."""
    spoken: dict[int, str] = field(default_factory=dict)
    """The texts that came and look like transcripts, by source."""
    part_codings: dict[int, dict[tuple[int, int | None, int, int], int]] = field(
        default_factory=dict
    )
    """Codings of attachments and their parts by what makes two the same, by attachment."""
    quoted: int = 0
    agreed: int = 0
    _done: int = 0
    _carried: set[tuple[str, int | None, str, str]] = field(default_factory=set)

    def step(self) -> None:
        """Tell how far it is. Raises Stop where the researcher cancelled."""
        if self.cancelled is not None and self.cancelled():
            raise Stop
        self._done += 1
        if self.progress is not None:
            self.progress(min(self._done, self.total), self.total)

    def became(self, kind: str, guid: str, entity: str, row: int) -> None:
        """Remember which row something of the file became."""
        self.rows.setdefault(kind, {}).setdefault(guid, row)
        self.anything.setdefault(guid, (entity, row))

    def row(self, kind: str, guid: str) -> int | None:
        """Return the row that something of a kind became, or None."""
        return self.rows.get(kind, {}).get(guid)

    def changed(self, what: str, **values: object) -> None:
        """Report that something is otherwise than in the file."""
        self.troubles.append(Trouble(f"exchange.changed.{what}", values))

    def lost(self, what: str, **values: object) -> None:
        """Report that something could not be held."""
        self.troubles.append(Trouble(f"exchange.lost.{what}", values))

    def carry(self, entity: str, row: int | None, name: str, value: str) -> None:
        """Keep what the study has no place for beside a row, once."""
        key = (entity, row, name, value)
        if key not in self._carried:
            self._carried.add(key)
            self.tables[Carried].add(on_entity=entity, on_id=row, name=name, value=value)

    def remember_carried(self) -> None:
        """Read what the study carries by now, lest it be carried twice."""
        columns = (Carried.on_entity, Carried.on_id, Carried.name, Carried.value)
        rows = self.session.execute(select(*columns))
        self._carried = {(row[0], row[1], row[2], row[3]) for row in rows}

    def leftovers(self, leftovers: tuple[Leftover, ...]) -> None:
        """Keep the words of the file that nothing of a study stands for."""
        named: Counter[str] = Counter()
        for leftover in leftovers:
            entity, row = self.anything.get(leftover.on, ("study", 1))
            self.carry(entity, row, leftover.name, leftover.value)
            named[leftover.name] += 1
        for name, count in named.items():
            self.troubles.append(Trouble("exchange.kept.leftover", {"name": name, "count": count}))


def told(value: Mapping[str, Any]) -> dict[str, str]:
    """Return variable values as attributes: words by name."""
    return {" ".join(name.split()): str(words) for name, words in value.items() if name.strip()}
