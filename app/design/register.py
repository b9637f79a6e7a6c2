"""Informants, sites, categories and roles by their names: found in the study, or made."""

from collections.abc import Callable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.language.words import LANGUAGES, say
from models.design import OTHER_ROLE, ROLE_KINDS, Category, Informant, InformantRole, Role, Site


def plain_name(name: str) -> str:
    """Return the form by which names are compared: letter case and spaces do not count."""
    return " ".join(name.split()).casefold()


class Register:
    """Looks names up within one change; what it makes is counted."""

    def __init__(self, session: Session) -> None:
        """Read what the study has."""
        self._session = session
        self.informants_made = 0
        self._informants = {plain_name(i.code): i for i in session.scalars(select(Informant))}
        self._sites = {plain_name(s.name): s.id for s in session.scalars(select(Site))}
        self._categories = {plain_name(c.name): c.id for c in session.scalars(select(Category))}
        self._roles = role_names(session)
        self._given = {
            (r.informant_id, r.role_id): r.position for r in session.scalars(select(InformantRole))
        }

    def informant(self, code: str) -> Informant:
        """Return the informant with that code, made where there is none."""
        key = plain_name(code)
        found = self._informants.get(key)
        if found is None:
            found = Informant(code=" ".join(code.split()), position=self._next(Informant.position))
            self._session.add(found)
            self._session.flush()
            self._informants[key] = found
            self.informants_made += 1
        return found

    def site(self, name: str) -> int | None:
        """Return the id of the site of that name, made where there is none; None for ""."""
        return self._found_or_made(
            self._sites, name, lambda n: Site(name=n, position=self._next(Site.position))
        )

    def category(self, name: str) -> int | None:
        """Return the id of the category of that name, made where there is none; None for ""."""
        return self._found_or_made(
            self._categories,
            name,
            lambda n: Category(name=n, position=self._next(Category.position)),
        )

    def role(self, name: str) -> int | None:
        """Return the id of the role of that name or kind, made (kind other) where there is none."""
        return self._found_or_made(
            self._roles,
            name,
            lambda n: Role(name=n, kind=OTHER_ROLE, position=self._next(Role.position)),
        )

    def give_role(self, informant_id: int, role_id: int) -> None:
        """Add a role to those of an informant, behind the ones they have."""
        if (informant_id, role_id) in self._given:
            return
        position = sum(1 for informant, _ in self._given if informant == informant_id)
        self._session.add(
            InformantRole(informant_id=informant_id, role_id=role_id, position=position)
        )
        self._given[informant_id, role_id] = position

    def _found_or_made(
        self, known: dict[str, int], name: str, make: Callable[[str], Site | Category | Role]
    ) -> int | None:
        key = plain_name(name)
        if not key:
            return None
        if key not in known:
            row = make(" ".join(name.split()))
            self._session.add(row)
            self._session.flush()
            known[key] = row.id
        return known[key]

    def _next(self, column: object) -> int:
        last: int = self._session.scalar(select(func.coalesce(func.max(column), -1))) or 0
        return last + 1


def role_names(session: Session) -> dict[str, int]:
    """Return the ids of the roles by all that they may be called: name, and kind in each language.

    Where several roles are of one kind, the kind stands for the first of them.
    """
    names: dict[str, int] = {}
    roles = list(session.scalars(select(Role).order_by(Role.position, Role.id)))
    for role in roles:
        if role.kind in ROLE_KINDS:
            called = (say(f"study.roles.{role.kind}", language) for language in LANGUAGES)
            for name in (role.kind, role.kind.replace("_", " "), *called):
                names.setdefault(plain_name(name), role.id)
    for role in roles:
        names[plain_name(role.name)] = role.id
    return names
