"""Who speaks in the sources of a coded spreadsheet, and in which capacity there."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.design.register import Register, plain_name, role_names
from app.errors import UserError
from app.exchange.coded_sources import CodedSource, CodedUnit
from models.collection import Participation


class CodedPeople:
    """Finds or makes informants and their participations within one change."""

    def __init__(self, session: Session, register: Register, name: str) -> None:
        """Work for the file `name`."""
        self._session = session
        self._register = register
        self._roles = role_names(session)
        self._name = name

    def take_part(self, source_id: int, told: CodedSource, unit: CodedUnit) -> int | None:
        """Let a unit take part in its capacity; return the informant's id, None for the source.

        Raises UserError where the study has them in another capacity in this source.
        """
        informant_id = self.informant(unit, told.site()) if unit.informant else None
        capacity = {
            "role_id": self._role(unit),
            "category_id": self._register.category(unit.category.value),
        }
        there = self._session.scalar(
            select(Participation).where(
                Participation.source_id == source_id,
                Participation.informant_id.is_not_distinct_from(informant_id),
            )
        )
        if there is None and (informant_id is not None or any(capacity.values())):
            there = Participation(source_id=source_id, informant_id=informant_id)
            self._session.add(there)
        if there is not None:
            self._fill_in(there, capacity, told, unit)
            self._session.flush()
        return informant_id

    def informant(self, unit: CodedUnit, site: str = "") -> int:
        """Find or make an informant; what is told here is their default where they had none."""
        informant = self._register.informant(unit.informant)
        if informant.category_id is None:
            informant.category_id = self._register.category(unit.category.value)
        if informant.site_id is None:
            informant.site_id = self._register.site(unit.site.value or site)
        role = self._role(unit)
        if role is not None:
            self._register.give_role(informant.id, role)
        self._session.flush()
        return informant.id

    def _fill_in(
        self,
        there: Participation,
        capacity: dict[str, int | None],
        told: CodedSource,
        unit: CodedUnit,
    ) -> None:
        for field, value in capacity.items():
            if value is None:
                continue
            if getattr(there, field) not in (None, value):
                raise UserError(
                    "collect.coded.other_capacity",
                    file=self._name,
                    row=unit.role.row if field == "role_id" else unit.category.row,
                    source=told.title,
                    who=unit.informant or told.title,
                )
            setattr(there, field, value)

    def _role(self, unit: CodedUnit) -> int | None:
        told = unit.role
        if not told.value:
            return None
        role = self._roles.get(plain_name(told.value))
        if role is None:
            raise UserError("collect.coded.role", file=self._name, row=told.row, role=told.value)
        return role
