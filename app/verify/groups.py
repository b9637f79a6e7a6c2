"""The groups that can be compared: role, source category, site, period, attribute, verifier."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Connection, select

from app.errors import UserError
from app.language.words import LANGUAGES, say
from app.study import Study
from app.verify.rules.roles import CORE, KEY, VERIFICATION
from app.verify.rules.votes import Voice
from app.verify.voices import Cast, read_cast
from models.design import OTHER_ROLE, ROLE_KINDS, Informant, Site, Verifies

GroupKind = Literal[
    "role_kind", "role", "category", "site", "period", "attribute", "site_attribute",
    "informant", "verified",
]  # fmt: skip
MOST_VALUES = 12
"""An attribute with more values makes no groups: it tells informants apart, not groups."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of units by what they are. `name` is a role kind, or a name that the study gives.

    Of an attribute it is "gender: f", of a verified group the verifier's code. `units` are the
    informants, `sites` the sites that such a group stands for.
    """

    kind: GroupKind
    name: str
    units: frozenset[int] = field(default=frozenset(), compare=False)
    sites: frozenset[str] = field(default=frozenset(), compare=False)

    def holds(self, voice: Voice) -> bool:
        """Say whether this voice belongs to the group."""
        if self.kind in ("attribute", "informant", "verified"):
            return voice.unit in self.units
        if self.kind == "site_attribute":
            return voice.site in self.sites
        return bool(getattr(voice, self.kind) == self.name)

    def words(self, language: str) -> str:
        """Return how the group is called: a kind of role by its plural, else its own name."""
        if self.kind == "role_kind":
            return say(f"verify.group.{self.name}", language)
        if self.kind == "verified":
            return say("compare.verified", language, name=self.name)
        return self.name


KEY_PERSONS = Group("role_kind", KEY)
VERIFICATION_RESPONDENTS = Group("role_kind", VERIFICATION)


def groups(study: Study) -> list[Group]:
    """Return the groups to choose from: kinds of role in use, roles, categories, sites, periods,
    attributes, verifiers, and those whom each verifies.

    Key persons and verification respondents are always among them. A role that is the only one of
    its kind is left out: it is that kind.
    """
    with study.read() as connection:
        cast = read_cast(connection)
        further = _further(connection, cast)
    kinds = [role.kind for role in cast.roles.values()]
    alone = {
        role.name
        for role in cast.roles.values()
        if role.kind != OTHER_ROLE and kinds.count(role.kind) == 1
    }
    named = [g for g in groups_of(cast) if g.kind != "role" or g.name not in alone]
    return [*named, *further]


def groups_of(cast: Cast) -> list[Group]:
    """Return all groups of those who take part."""
    used = {role.kind for role in cast.roles.values()} | {KEY, VERIFICATION}
    kinds = [Group("role_kind", kind) for kind in ROLE_KINDS if kind in used]
    roles = [Group("role", role.name) for role in cast.roles.values()]
    categories = [Group("category", name) for name in cast.categories.values()]
    return [*kinds, *roles, *categories, *(Group("site", name) for name in cast.sites.values())]


def group_named(study: Study, words: str) -> Group:
    """Return the group called `words`, in either language, large or small letters alike.

    Raises UserError where the study has no such group.
    """
    with study.read() as connection:
        cast = read_cast(connection)
        known = [*groups_of(cast), *_further(connection, cast)]
    for group in known:
        names = {group.name, *(group.words(language) for language in LANGUAGES)}
        if words.strip().casefold() in {name.casefold() for name in names}:
            return group
    raise UserError(
        "verify.error.no_such_group",
        name=words,
        groups=", ".join(dict.fromkeys(group.words(study.language) for group in known)),
    )


def verifiers(study: Study) -> list[tuple[Group, Group]]:
    """Return each verification respondent with the group of those whom they verify.

    Where nobody is named, those are all core respondents.
    """
    with study.read() as connection:
        cast = read_cast(connection)
        return _verifiers(connection, cast)


def _verifiers(connection: Connection, cast: Cast) -> list[tuple[Group, Group]]:
    verified: dict[int, set[int]] = {}
    for verifier, other in connection.execute(select(Verifies.verifier_id, Verifies.verified_id)):
        verified.setdefault(verifier, set()).add(other)
    core, verifying = set[int](), dict.fromkeys(verified)
    for source, speaker in cast.taking_part:
        if speaker is None:
            continue
        kind = cast.voice((source, speaker)).role_kind
        if kind == CORE:
            core.add(speaker)
        elif kind == VERIFICATION:
            verifying[speaker] = None
    codes = sorted((cast.informants[number].code, number) for number in verifying)
    return [
        (
            Group("informant", code, frozenset({number})),
            Group("verified", code, frozenset(verified.get(number) or core - {number})),
        )
        for code, number in codes
    ]


def _further(connection: Connection, cast: Cast) -> list[Group]:
    """Return periods, attributes, verifiers and those whom they verify."""
    periods = sorted({voice.period for voice in map(cast.voice, cast.taking_part) if voice.period})
    pairs = _verifiers(connection, cast)
    return [
        *(Group("period", period) for period in periods),
        *_by_attribute(connection, "attribute", select(Informant.id, Informant.attributes)),
        *_by_attribute(connection, "site_attribute", select(Site.name, Site.attributes)),
        *(group for pair in pairs for group in pair),
    ]


def _by_attribute(
    connection: Connection, kind: Literal["attribute", "site_attribute"], query: Any
) -> list[Group]:
    values: dict[str, dict[str, set[Any]]] = {}
    for one, attributes in connection.execute(query):
        known: Mapping[str, str] = attributes or {}
        for name, value in known.items():
            if str(value).strip():
                values.setdefault(name, {}).setdefault(str(value).strip(), set()).add(one)
    found = []
    for name, by_value in sorted(values.items()):
        if len(by_value) > MOST_VALUES:
            continue
        for value, ones in sorted(by_value.items()):
            those = frozenset(ones)
            of_people = kind == "attribute"
            found.append(
                Group(kind, f"{name}: {value}", *((those,) if of_people else (frozenset(), those)))
            )
    return found
