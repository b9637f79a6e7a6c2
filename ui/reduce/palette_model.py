"""What the quick-code palette offers for the words typed so far, the best first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.reduce.codes import CodeRow


@dataclass(frozen=True, slots=True)
class Offer:
    """A code to take, or (without a code) one to make at the path that was typed."""

    name: str
    above: str = ""
    colour: str = ""
    code_id: int | None = None
    recent: bool = False

    @property
    def makes(self) -> bool:
        """Whether taking it makes a code."""
        return self.code_id is None


def offers(
    codes: Sequence[CodeRow],
    words: str,
    recent: Sequence[int] = (),
    *,
    can_make: bool = True,
    without: Collection[int] = (),
) -> list[Offer]:
    """Return the codes that `words` may mean, recent ones first among equals; last, to make one.

    Every word must stand in the path: "sup prin" finds Supporting > Principal's obligation.
    """
    wanted = " ".join(words.split())
    parts = wanted.casefold().replace(">", " ").split()
    order = {code: number for number, code in enumerate(recent)}
    found = [
        (_fit(code, wanted.casefold(), parts), order.get(code.id, len(order)), number, code)
        for number, code in enumerate(codes)
        if code.id not in without and all(part in code.path.casefold() for part in parts)
    ]
    found.sort(key=lambda one: one[:3])
    shown = [
        Offer(code.name, code.path[: -len(code.name)], code.colour, code.id, code.id in order)
        for _, _, _, code in found
    ]
    known = {code.path.casefold() for code in codes} | {code.name.casefold() for code in codes}
    if can_make and wanted and wanted.casefold() not in known:
        shown.append(Offer(wanted))
    return shown


def _fit(code: CodeRow, wanted: str, parts: Sequence[str]) -> int:
    """Rank how well a code fits: 0 is its very name, 4 that the words stand somewhere above it."""
    name = code.name.casefold()
    if not wanted:
        return 0
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    if any(word.startswith(parts[0]) for word in name.split()) and all(p in name for p in parts):
        return 2
    return 3 if all(part in name for part in parts) else 4
