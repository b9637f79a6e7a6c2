"""What ties an informant to the rest of the design: category, site, roles, whom they verify.

A tie may be given as an id, or in words as they are typed or pasted: a name that is new is made
("key person; treasurer"), a code must be there ("KS-01, KS-02").
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.design.register import Register, plain_name
from app.errors import UserError
from models.design import Category, Informant, InformantRole, Role, Site, Verifies

MANY = ("role_ids", "verifies")
ONE = ("category_id", "site_id")


class Ties:
    """Reads and writes ties within one change."""

    def __init__(self, session: Session) -> None:
        """Read the names of the study."""
        self._session = session
        self._register = Register(session)

    def fields(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields of a row that stand in the informant itself, words become ids."""
        values = {name: value for name, value in row.items() if name not in MANY}
        makers = {"category_id": self._register.category, "site_id": self._register.site}
        entities = {"category_id": Category, "site_id": Site}
        for name in ONE:
            if isinstance(values.get(name), str):
                values[name] = makers[name](values[name])
            elif values.get(name) is not None:
                self._check(entities[name], values[name])
        return values

    def write(self, informant_id: int, row: Mapping[str, Any]) -> None:
        """Write the roles and the verified ones that a row tells of."""
        if "role_ids" in row:
            roles = [self._tie(part, Role, self._register.role) for part in parts(row["role_ids"])]
            self._set_roles(informant_id, [role for role in roles if role is not None])
        if "verifies" in row:
            people = [self._tie(part, Informant, self._coded) for part in parts(row["verifies"])]
            self._set_verified(informant_id, {person for person in people if person is not None})

    def _tie(self, part: Any, entity: Any, read: Callable[[str], int | None]) -> int | None:
        if isinstance(part, str):
            return read(part)
        return self._check(entity, part)

    def _check(self, entity: Any, record_id: int) -> int:
        if self._session.get(entity, record_id) is None:
            raise UserError("design.gone")
        return record_id

    def _coded(self, code: str) -> int:
        codes = self._session.execute(select(Informant.code, Informant.id))
        found = {plain_name(known): key for known, key in codes}.get(plain_name(code))
        if found is None:
            raise UserError("design.no_such_informant", code=code)
        return found

    def _set_roles(self, informant_id: int, roles: Sequence[int]) -> None:
        session = self._session
        before = session.scalars(
            select(InformantRole.role_id)
            .where(InformantRole.informant_id == informant_id)
            .order_by(InformantRole.position, InformantRole.id)
        ).all()
        wanted = list(dict.fromkeys(roles))
        if list(before) == wanted:
            return
        session.execute(delete(InformantRole).where(InformantRole.informant_id == informant_id))
        session.add_all(
            InformantRole(informant_id=informant_id, role_id=role, position=position)
            for position, role in enumerate(wanted)
        )
        session.flush()

    def _set_verified(self, informant_id: int, verified: set[int]) -> None:
        session = self._session
        if informant_id in verified:
            raise UserError("design.verifies_self")
        own = Verifies.verifier_id == informant_id
        before = set(session.scalars(select(Verifies.verified_id).where(own)))
        if gone := before - verified:
            session.execute(delete(Verifies).where(own, Verifies.verified_id.in_(gone)))
        session.add_all(
            Verifies(verifier_id=informant_id, verified_id=v) for v in sorted(verified - before)
        )
        session.flush()


def parts(told: Any) -> list[Any]:
    """Return the single ties of a sequence, or of words between semicolons or commas."""
    if isinstance(told, str):
        return [part.strip() for part in told.replace(";", ",").split(",") if part.strip()]
    return list(told)
