"""What the study itself can say to each of the thirteen tactics (METHOD.md, section 2).

Each function returns sentences as keys into the words with their values. None of them judges: the
outcome is the researcher's.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from app.verify.tactics.pieces import CONTRADICTS, SPLIT, SUPPORTS, Ground, directions
from models.design import KEY_PERSON

Said = tuple[str, Mapping[str, Any]]
MOST_OTHERS = 0.8
FEWEST = 3
"""So many sites or informants there must be before one of them can stand out."""


_SHARES = (("part", "whole"), ("supporting", "examined"), ("held", "of"))


def share_of(said: Said) -> float | None:
    """Return the share, 0 to 1, that a sentence counts; None where it counts none."""
    values = said[1]
    for part, whole in _SHARES:
        if values.get(whole):
            return float(values[part]) / float(values[whole])
    return None


def representativeness(ground: Ground) -> list[Said]:
    """Sites with support / sites examined; the share of the busiest informant; of key persons."""
    backing = {p.words.site for p in ground.pieces if p.stance == SUPPORTS and p.words.site}
    said: list[Said] = [
        ("sites_with_support", {"supporting": len(backing), "examined": len(ground.sites)})
    ]
    people = Counter(p.words.informant for p in ground.pieces if p.words.informant)
    if people:
        name, count = max(people.items(), key=lambda one: (one[1], one[0]))
        said.append(("busiest", {"name": name, **_share(count, len(ground.pieces))}))
        key = sum(p.words.role_kind == KEY_PERSON for p in ground.pieces)
        said.append(("key_persons", _share(key, len(ground.pieces))))
    return said


def researcher_effects(ground: Ground) -> list[Said]:
    """The share of evidence from the first visit to a site: that of its earliest source."""
    dated = [p.words for p in ground.pieces if p.words.site in ground.first and p.words.date]
    if not dated:
        return [("no_visits", {})]
    first = sum(words.date == ground.first[words.site] for words in dated)
    return [("first_visits", _share(first, len(dated)))]


def weighting(ground: Ground) -> list[Said]:
    """The mean weight of the evidence: reported, never multiplied into a verdict."""
    if not ground.pieces:
        return []
    mean = sum(p.weight for p in ground.pieces) / len(ground.pieces)
    return [("mean_weight", {"mean": mean, "count": len(ground.pieces)})]


def outliers(ground: Ground) -> list[Said]:
    """Sites and informants whose direction differs from at least 80 % of the others."""
    said: list[Said] = []
    for by, kind in (("site", "site"), ("who", "unit")):
        found = standing_out(directions(ground.pieces, by))
        said += [(f"outlier_{kind}", {"name": name, "way": way}) for name, way in found.items()]
    return said or [("no_outlier", {})]


def standing_out(ways: Mapping[str, str]) -> dict[str, str]:
    """Return those whose direction at least 80 % of the others do not share."""
    if len(ways) < FEWEST:
        return {}
    found = {}
    for name, way in ways.items():
        others = [other for other_name, other in ways.items() if other_name != name]
        if sum(other != way for other in others) >= MOST_OTHERS * len(others):
            found[name] = way
    return found


def surprises(ground: Ground) -> list[Said]:
    """The pieces of evidence that were flagged as a surprise."""
    count = sum(p.words.surprise for p in ground.pieces)
    return [("surprises", {"count": count})]


def negative_evidence(ground: Ground) -> list[Said]:
    """Who contradicts, and who says both."""
    ways = directions(ground.pieces, "who")
    said: list[Said] = []
    for way, key in ((CONTRADICTS, "contradicting"), (SPLIT, "split")):
        names = sorted(name for name, direction in ways.items() if direction == way)
        if names:
            said.append((key, {"names": ", ".join(names)}))
    return said or [("nothing_against", {})]


def replicating(ground: Ground) -> list[Said]:
    """In how many sites and in how many months the finding holds on its own: only supported."""
    sites = directions(ground.pieces, "site")
    months: dict[str, set[str]] = defaultdict(set)
    for piece in ground.pieces:
        if piece.words.date:
            month = f"{piece.words.date:%Y-%m}"
            months[month].add(CONTRADICTS if piece.stance == CONTRADICTS else SUPPORTS)
    held = sum(way == SUPPORTS for way in sites.values())
    own = sum(stances == {SUPPORTS} for stances in months.values())
    return [
        ("holds_in_sites", {"held": held, "of": len(sites)}),
        ("holds_in_months", {"held": own, "of": len(months)}),
    ]


def _share(part: int, whole: int) -> dict[str, Any]:
    return {"part": part, "whole": whole, "percent": 100 * part / whole if whole else 0}
