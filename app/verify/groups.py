"""The groups that can be compared: a kind of role, a role, a source category, a site."""

from dataclasses import dataclass
from typing import Literal

from app.errors import UserError
from app.language.words import LANGUAGES, say
from app.study import Study
from app.verify.rules.roles import KEY, VERIFICATION
from app.verify.rules.votes import Voice
from app.verify.voices import Cast, read_cast
from models.design import OTHER_ROLE, ROLE_KINDS

GroupKind = Literal["role_kind", "role", "category", "site"]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of units by what they are. `name` is a role kind, or a name that the study gives."""

    kind: GroupKind
    name: str

    def holds(self, voice: Voice) -> bool:
        """Say whether this voice belongs to the group."""
        return bool(getattr(voice, self.kind) == self.name)

    def words(self, language: str) -> str:
        """Return how the group is called: a kind of role by its plural, else its own name."""
        if self.kind == "role_kind":
            return say(f"verify.group.{self.name}", language)
        return self.name


KEY_PERSONS = Group("role_kind", KEY)
VERIFICATION_RESPONDENTS = Group("role_kind", VERIFICATION)


def groups(study: Study) -> list[Group]:
    """Return the groups to choose from: kinds of role in use, roles, categories, sites.

    Key persons and verification respondents are always among them. A role that is the only one of
    its kind is left out: it is that kind.
    """
    with study.read() as connection:
        cast = read_cast(connection)
    kinds = [role.kind for role in cast.roles.values()]
    alone = {
        role.name
        for role in cast.roles.values()
        if role.kind != OTHER_ROLE and kinds.count(role.kind) == 1
    }
    return [g for g in groups_of(cast) if g.kind != "role" or g.name not in alone]


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
        known = groups_of(read_cast(connection))
    for group in known:
        names = {group.name, *(group.words(language) for language in LANGUAGES)}
        if words.strip().casefold() in {name.casefold() for name in names}:
            return group
    raise UserError(
        "verify.error.no_such_group",
        name=words,
        groups=", ".join(dict.fromkeys(group.words(study.language) for group in known)),
    )
