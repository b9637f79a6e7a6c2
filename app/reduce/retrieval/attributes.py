"""The attributes that sources, informants and sites of a study have, and the values of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from models.collection import Source
from models.design import Informant, Site

ENTITIES: Mapping[str, Any] = {"source": Source, "informant": Informant, "site": Site}


@dataclass(frozen=True, slots=True)
class Known:
    """What each source, informant or site has, by its id; `names` in the order of the letters."""

    rows: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    names: tuple[str, ...] = ()

    def values(self, name: str) -> tuple[str, ...]:
        """Return the different values of an attribute, in the order of the letters."""
        found = {row[name] for row in self.rows.values() if row.get(name)}
        return tuple(sorted(found, key=str.casefold))


def read_attributes(connection: Connection) -> dict[str, Known]:
    """Return the attributes by what has them: source, informant, site."""
    found = {}
    for of, entity in ENTITIES.items():
        rows = {
            row.id: {str(k): str(v) for k, v in (row.attributes or {}).items()}
            for row in connection.execute(select(entity.id, entity.attributes))
        }
        names = {name for row in rows.values() for name, value in row.items() if value}
        found[of] = Known(rows, tuple(sorted(names, key=str.casefold)))
    return found
