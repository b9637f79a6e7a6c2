"""Variables and their values: attributes, and what a study tells of sources and people."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.exchange.refi.held import Held, clean, element, say_in
from app.language.words import say
from models.carried import Attachment, Variable
from models.collection import Participation, Source
from models.design import Category, Informant, InformantRole, Role, Site

if TYPE_CHECKING:
    from lxml.etree import _Element

Key = tuple[str, int]
_NAMES = {
    "text": "Text",
    "boolean": "Boolean",
    "integer": "Integer",
    "float": "Float",
    "date": "Date",
    "datetime": "DateTime",
}
_FLOAT = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")


@dataclass(slots=True)
class Values:
    """The values of each source, attachment and informant, by the names of variables."""

    held: Held
    of: dict[Key, dict[str, str]] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    guids: dict[str, str] = field(default_factory=dict)

    def write_variables(self, root: "_Element") -> None:
        """Write the variables, each of a type that all its values have."""
        known = {row.name: row for row in self.held.of(Variable)}
        used = {name for values in self.of.values() for name in values}
        if not known and not used:
            return
        holder = element(root, "Variables")
        for name in [*known, *sorted(used - set(known))]:
            row = known.get(name)
            self.guids[name] = row.guid if row else self.held.made_guid("variable", name)
            kind = row.type if row and row.type in _NAMES else self.types.get(name, "text")
            values = [v[name] for v in self.of.values() if v.get(name)]
            self.types[name] = kind if all(_fits(value, kind) for value in values) else "text"
            made = element(holder, "Variable", guid=self.guids[name])
            made.set("name", clean(name))
            made.set("typeOfVariable", _NAMES[self.types[name]])
            say_in(made, "Description", row.description if row else "")

    def write(self, parent: "_Element", key: Key) -> None:
        """Write the values of one source, attachment or informant."""
        for name, value in self.of.get(key, {}).items():
            made = element(parent, "VariableValue")
            element(made, "VariableRef", targetGUID=self.guids[name])
            if value:
                say_in(made, f"{_NAMES[self.types[name]]}Value", value)


def gather_values(held: Held) -> Values:
    """Read the values that a study has, with roles, methods, categories, sites and dates."""
    values = Values(held)
    speaking = _speaking(held)
    for source in held.of(Source):
        own = {
            "method": say(f"study.methods.{source.method}", held.language),
            "site": _named(held, Site).get(source.site_id or 0, ""),
            "date": source.date.isoformat() if source.date else "",
            "place": source.place,
            "reference": source.reference,
            **speaking.get(source.id, {}),
        }
        values.of["source", source.id] = _together(held, source.attributes, own)
    roles, ties = _named(held, Role), defaultdict(list)
    for tie in held.of(InformantRole):
        ties[tie.informant_id].append((tie.position, roles.get(tie.role_id, "")))
    for informant in held.of(Informant):
        own = {
            "role": "; ".join(name for _, name in sorted(ties[informant.id])),
            "category": _named(held, Category).get(informant.category_id or 0, ""),
            "site": _named(held, Site).get(informant.site_id or 0, ""),
        }
        values.of["informant", informant.id] = _together(held, informant.attributes, own)
    for attachment in held.of(Attachment):
        kept = attachment.details.get("values", {})
        values.of["attachment", attachment.id] = _together(held, kept, {})
    values.types[say("exchange.variables.date", held.language)] = "date"
    return values


def _speaking(held: Held) -> dict[int, dict[str, str]]:
    """Return category and role of the sources that speak for themselves."""
    roles, categories = _named(held, Role), _named(held, Category)
    return {
        row.source_id: {
            "role": roles.get(row.role_id or 0, ""),
            "category": categories.get(row.category_id or 0, ""),
        }
        for row in held.of(Participation)
        if row.informant_id is None
    }


def _named(held: Held, entity: type[Site] | type[Role] | type[Category]) -> dict[int, str]:
    return {row.id: row.name for row in held.of(entity)}


def _together(held: Held, attributes: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """Return attributes and what else is told; an attribute of the same name goes before."""
    told = {say(f"exchange.variables.{name}", held.language): v for name, v in own.items() if v}
    known = {str(name): str(value) for name, value in attributes.items() if str(name).strip()}
    return told | known


def _fits(value: str, kind: str) -> bool:
    """Tell whether a value is one of its type as XML writes it."""
    match kind:
        case "boolean":
            return value in ("true", "false", "0", "1")
        case "integer":
            return value.lstrip("+-").isascii() and bool(re.fullmatch(r"[+-]?\d+", value))
        case "float":
            return bool(_FLOAT.fullmatch(value)) and value.isascii()
        case "date":
            return _is(value, date.fromisoformat, re.compile(r"\d{4}-\d\d-\d\d"))
        case "datetime":
            return _is(value, datetime.fromisoformat, _TIME)
    return True


def _is(value: str, read: object, form: re.Pattern[str]) -> bool:
    if not form.fullmatch(value) or not callable(read):
        return False
    try:
        read(value)
    except ValueError:
        return False
    return True
