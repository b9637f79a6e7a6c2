"""The codes of a QualCoder project: categories become folders, codes stand in them."""

from app.exchange.incoming import InCode
from app.exchange.others.alike import code_of
from app.exchange.others.database import Row, number
from app.exchange.others.gathering import Gathering


def read_codes(gathering: Gathering) -> tuple[InCode, ...]:
    """Return the categories and the codes, each number once."""
    found: dict[str, InCode] = {}
    for row in gathering.database.rows("code_cat"):
        catid, above = number(row, "catid"), number(row, "supercatid")
        if catid is not None:
            parent = category_guid(gathering, above) if above is not None else ""
            code = code_of(gathering, row, category_guid(gathering, catid), parent, codable=False)
            found.setdefault(code.guid, code)
    for row in gathering.database.rows("code_name"):
        cid = number(row, "cid")
        if cid is not None:
            code = code_of(gathering, row, code_guid(gathering, cid), _above(gathering, row))
            found.setdefault(code.guid, code)
    return tuple(found.values())


def code_guid(gathering: Gathering, number: int | None) -> str:
    """Return the guid of the code with a number."""
    return gathering.ids.of("code", number)


def category_guid(gathering: Gathering, number: int) -> str:
    """Return the guid of the category with a number."""
    return gathering.ids.of("category", number)


def _above(gathering: Gathering, row: Row) -> str:
    """Return what a code stands under: another code (in newer versions), else its category."""
    code, category = number(row, "supercid"), number(row, "catid")
    if code is not None:
        return code_guid(gathering, code)
    return category_guid(gathering, category) if category is not None else ""
