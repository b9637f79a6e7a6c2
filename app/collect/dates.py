"""Days as researchers write them: 2017-01-12, 12/01/2017, 12 Januari 2017, January 12, 2017."""

import re
from datetime import date

_MONTHS = (
    ("januari", "january", "jan"),
    ("februari", "february", "pebruari", "feb"),
    ("maret", "march", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("agustus", "august", "agu", "agt", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nopember", "nov", "nop"),
    ("desember", "december", "des", "dec"),
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAMES = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}(?P<s>[-/._ ]?)(?P<m>\d\d)(?P=s)(?P<d>\d\d)(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?P<s>[-/._ ])(?P<m>\d{{1,2}})(?P=s){_YEAR}(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[-/._, ]+(?:of )?"
        rf"(?P<n>{_NAMES})\.?[-/._, ]+{_YEAR}(?!\d)",
        rf"(?<![a-z])(?P<n>{_NAMES})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}(?!\d)",
    )
)
_WEEKDAY = re.compile(r"^\s*[^\W\d]+\s*,\s*")
_AFTER_DAY = re.compile(r"[T ]\d{1,2}:\d\d(:\d\d)?(\.\d+)?\s*$")


def find_date(words: str) -> date | None:
    """Return the first day that stands in `words`, or None."""
    found: list[tuple[int, date]] = []
    for form in _FORMS:
        for match in form.finditer(words):
            day = _day(match)
            if day is not None:
                found.append((match.start(), day))
                break
    return min(found)[1] if found else None


def read_date(words: str) -> date | None:
    """Return the day that `words` are, all of them (a weekday or a time besides), or None."""
    words = _AFTER_DAY.sub("", _WEEKDAY.sub("", words)).strip()
    for form in _FORMS:
        match = form.fullmatch(words)
        if match is not None:
            return _day(match)
    return None


def _day(match: re.Match[str]) -> date | None:
    """Return the day, with day before month unless that cannot be."""
    parts = match.groupdict()
    year, day = int(parts["y"]), int(parts["d"])
    month = _MONTH_OF[parts["n"].lower()] if parts.get("n") else int(parts["m"])
    if month > 12 >= day and not parts.get("n"):
        day, month = month, day
    try:
        return date(year, month, day)
    except ValueError:
        return None
