"""Citing an excerpt: (W.KS-01, 12/01/2017), by a template that the study sets.

METHOD.md section 5. Tokens: method (its letter), number (of the reference), informant, reference,
role, site, date (with a strftime form), line.
"""

import re
from dataclasses import dataclass
from datetime import date
from string import Formatter

from app.errors import UserError
from app.language.words import say

DEFAULT_TEMPLATE = "({method}.{informant}, {date:%d/%m/%Y})"
TOKENS = ("method", "number", "informant", "reference", "role", "site", "date", "line")


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation can name. `informant` is empty where the source is its own unit."""

    method: str
    reference: str
    informant: str
    role: str
    site: str
    date: date | None
    line: int


def letter(method: str, language: str) -> str:
    """Return the letter of a method: W O K D in Indonesian, I O Q D in English."""
    return say(f"study.letters.{method}", language)


def check_template(template: str) -> None:
    """Raise UserError where `template` names what no citation knows, or is not well formed."""
    try:
        names = [name for _, name, _, _ in Formatter().parse(template) if name is not None]
    except ValueError as error:
        raise UserError("reduce.bad_citation", template=template) from error
    for name in names:
        if name not in TOKENS:
            raise UserError("reduce.unknown_token", token=name, tokens=", ".join(TOKENS))


def cite(cited: Cited, language: str, template: str = DEFAULT_TEMPLATE) -> str:
    """Return the citation of an excerpt; what it lacks (a date, a site) leaves no gap behind.

    The informant of a source that is its own unit is the number in its reference: (O.01, …).
    """
    number = cited.reference.partition("/")[2] or cited.reference
    words = template.format(
        method=letter(cited.method, language),
        number=number,
        informant=cited.informant or number,
        reference=cited.reference,
        role=cited.role,
        site=cited.site,
        date=cited.date or _NoDate(),
        line=cited.line,
    )
    return re.sub(r"[,;]\s*(?=[,;)]|$)|(?<=\()\s*[,;]\s*", "", words)


class _NoDate:
    def __format__(self, form: str) -> str:
        return ""
