"""The conclusions of the sample: findings with their evidence, saved displays, memos."""

from app.display.displays import FLOW, GRID, MATRIX, NETWORK, SCORES, add_display
from app.display.recipe import MatrixRecipe
from app.reduce.memos import add_memo
from app.sample.drawn import write_grid, write_network, write_scores
from app.sample.reading import Row
from app.sample.written import Written
from app.verify.finding_evidence import add_span
from app.verify.findings import add_finding, change_finding, named


def write_findings(written: Written) -> None:
    """Write each finding with its evidence in one step."""
    for row in written.sample.findings:
        with written.study.change("verify.history.finding_added", claim=named(row["claim"])):
            written.findings[row["key"]] = _write(written, row)


def _write(written: Written, row: Row) -> int:
    study = written.study
    finding = add_finding(study, row["claim"], written.questions[row["question"]])
    change_finding(
        study,
        finding,
        status=row["status"],
        rival_explanation=row["rival"],
        conclusion=row["conclusion"],
    )
    for piece in row["evidence"]:
        source, start, end = written.labels[piece["ref"]]
        add_span(study, finding, source, (start, end), piece["stance"], piece.get("note", ""))
    return finding


def write_displays(written: Written) -> None:
    """Save the displays with the analytic text under each."""
    for row in written.sample.displays:
        kind = row.get("kind", MATRIX)
        if kind == GRID:
            write_grid(written, row)
        elif kind == SCORES:
            write_scores(written, row)
        elif kind in (NETWORK, FLOW):
            write_network(written, row)
        else:
            recipe = _recipe(written, row) if "rows" in row else None
            add_display(written.study, row["title"], recipe, analytic_text=row["text"])


def _recipe(written: Written, row: Row) -> MatrixRecipe:
    return MatrixRecipe(
        rows=row["rows"],
        columns=row["columns"],
        count=row["count"],
        codes=tuple(written.codes[key] for key in row["codes"]),
        directions=tuple(row.get("directions", ())),
        hide_empty=row.get("hide_empty", False),
        chart=row.get("chart", "table"),
    )


def write_memos(written: Written) -> None:
    """Write the memos: on a source, a code, a finding or the study."""
    for row in written.sample.memos:
        entity, number = _place(written, row["on"])
        add_memo(
            written.study,
            row["title"],
            row["text"],
            kind=row["kind"],
            on_entity=entity,
            on_id=number,
        )


def _place(written: Written, on: str) -> tuple[str, int | None]:
    kind, _, key = on.partition(":")
    if not on:
        return "", None
    if not key:
        return "source", written.sources[on]
    return kind, {"code": written.codes, "finding": written.findings}[kind][key]
