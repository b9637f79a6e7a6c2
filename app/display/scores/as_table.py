"""A table of numbers as words: for the screen's copy, the report and spreadsheets."""

from app.display.scores.tables import ItemRow, Scores
from app.language.words import say


def number(value: float | None, language: str, decimals: int = 2) -> str:
    """Return a number as it is printed in `language`, with at most so many decimals."""
    if value is None:
        return ""
    words = f"{value:.{decimals}f}"
    if float(words).is_integer():
        words = f"{float(words):.0f}"
    return words.replace(".", ",") if language == "id" else words


def score_words(scores: Scores, language: str) -> list[list[str]]:
    """Return the table, heads first; sum and mean stand last, the mean with its predicate."""
    bases = any(item.base is not None for item in scores.items)
    predicates = bool(scores.scale) or any(item.printed for item in scores.items)
    heads = ["number", "item", f"value_{scores.unit}"]
    heads += ["base"] * bases + ["predicate"] * predicates
    table = [[say(f"display.scores.head.{head}", language) for head in heads]]
    for at, item in enumerate(scores.items, 1):
        row = [item.label or str(at), item.text, number(item.value, language)]
        row += [str(item.base or "")] * bases + [_predicate(item)] * predicates
        table.append(row)
    described = scores.described
    if described is not None:
        for head, value, words in (
            ("sum", described.total, ""),
            ("mean", described.mean, scores.mean_predicate),
        ):
            row = ["", say(f"display.scores.{head}", language), number(value, language)]
            table.append(row + [""] * bases + [words] * predicates)
    return table


def _predicate(item: ItemRow) -> str:
    """Return the scale's predicate; where the document prints another, both."""
    if item.disagrees:
        return f"{item.by_scale} ({item.printed})"
    return item.by_scale or item.printed


def said(scores: Scores, language: str) -> str:
    """Say how the numbers lie, in one sentence."""
    d = scores.described
    if d is None:
        return ""
    values = {
        "count": d.count,
        "median": number(d.median, language),
        "least": number(d.least, language),
        "greatest": number(d.greatest, language),
        "sd": number(d.sample_sd, language, 4),
        "lower": number(d.quartiles[0] if d.quartiles else None, language),
        "upper": number(d.quartiles[2] if d.quartiles else None, language),
    }
    sentence = say(
        "display.scores.described" if d.quartiles else "display.scores.one", language, **values
    )
    if d.modes:
        modes = ", ".join(number(mode, language) for mode in d.modes)
        sentence += " " + say("display.scores.modes", language, modes=modes)
    tally = ", ".join(f"{name} {count}" for name, count in scores.tally)
    return sentence + (" " + say("display.scores.tally", language, tally=tally) if tally else "")


def remarks(scores: Scores, language: str) -> list[str]:
    """Return what deserves a second look: predicates against the scale, impossible percentages."""
    found = []
    for item in scores.items:
        value = number(item.value, language)
        if item.disagrees:
            found.append(
                say(
                    "display.scores.disagrees",
                    language,
                    label=item.label,
                    value=value,
                    printed=item.printed,
                    scale=item.by_scale,
                )
            )
        if item.impossible:
            found.append(
                say(
                    "display.scores.impossible",
                    language,
                    label=item.label,
                    value=value,
                    base=item.base,
                )
            )
    return found
