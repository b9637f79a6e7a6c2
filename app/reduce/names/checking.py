"""The check before an export: which names would still be read in what it prints."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from app.reduce.memo_marks import plain
from app.reduce.names.printed import printed
from app.reduce.names.proposing import Proposal, propose
from app.reduce.names.replacing import Names
from app.reduce.names.table import names_shown, pseudonyms
from app.study import Study


@dataclass(frozen=True, slots=True)
class ClearName:
    """A name that an export would print: how often, and in which kinds of things ("excerpt").

    `in_table` says that the table has it, so that showing pseudonyms would be enough.
    """

    name: str
    count: int
    places: tuple[str, ...]
    in_table: bool


def names_in_the_clear(
    study: Study, proposals: Sequence[Proposal] | None = None
) -> list[ClearName]:
    """List names that stand in what an export would print, those of the table first.

    Looked for are the names of the table and what is proposed as a name; `proposals` are those
    that are known already. What pseudonyms cover, where they are shown, is not listed.
    """
    wanted = propose(study, pipelines=False) if proposals is None else proposals
    shown = names_shown(study)
    of_table = {row.name for row in pseudonyms(study)}
    proposed = {each.name for each in wanted}
    look = Names(tuple((name, "") for name in of_table | proposed))
    counts: Counter[str] = Counter()
    places: dict[str, set[str]] = defaultdict(set)
    for kind, _source, words in printed(study):
        for found in look.found(shown.apply(plain(words))):
            counts[found.name] += 1
            places[found.name].add(kind)
    listed = [
        ClearName(name, count, tuple(sorted(places[name])), name in of_table)
        for name, count in counts.items()
    ]
    return sorted(listed, key=lambda each: (not each.in_table, -each.count, each.name))
