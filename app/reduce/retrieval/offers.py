"""What a question to the coded excerpts can be limited to: the values that the study has."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from app.language.words import say
from app.reduce.codes import CodeRow, codes
from app.reduce.finding.choices import Choices, Named, choices
from app.reduce.retrieval.attributes import ENTITIES, read_attributes
from app.study import Study
from models.design import Category, Informant
from models.reduction import Coding

AttributeValue = tuple[str, str, str]
"""Of what (source, informant, site), the attribute's name, its value."""


@dataclass(frozen=True, slots=True)
class Offers:
    """What the builder of a question offers; `plain` is what searches can be limited to as well."""

    plain: Choices
    categories: Named
    informants: Named
    attributes: tuple[tuple[AttributeValue, str], ...]
    codes: Sequence[CodeRow]
    codings: int


def offers(study: Study, language: str = "") -> Offers:
    """Return what can be chosen, named in `language`, the study's own by default."""
    language = language or study.language
    with study.read() as connection:
        categories = select(Category.id, Category.name).order_by(Category.position, Category.id)
        people = select(Informant.id, Informant.code).order_by(func.lower(Informant.code))
        return Offers(
            plain=choices(study, language),
            categories=(
                *((row[0], row[1]) for row in connection.execute(categories)),
                (None, say("retrieval.without.category", language)),
            ),
            informants=(
                *((row[0], row[1]) for row in connection.execute(people)),
                (None, say("retrieval.without.informant", language)),
            ),
            attributes=_attributes(connection, language),
            codes=codes(study),
            codings=connection.scalar(select(func.count()).select_from(Coding)) or 0,
        )


def _attributes(connection: Connection, language: str) -> tuple[tuple[AttributeValue, str], ...]:
    places = {of: say(f"retrieval.of.{of}", language) for of in ENTITIES}
    return tuple(
        ((of, name, value), f"{name} ({places[of]}): {value}")
        for of, known in read_attributes(connection).items()
        for name in known.names
        for value in known.values(name)
    )
