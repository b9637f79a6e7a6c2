"""The sample's displays beyond matrices: tables that are filled in, numbers, networks, flows."""

from app.display.displays import set_analytic_text
from app.display.grid.grids import Cell, Head, add_grid, new_head
from app.display.network.beginning import begin
from app.display.network.layout import arranged
from app.display.network.networks import add_nodes, add_tie, edit_tie, move_nodes, network
from app.display.scores.displays import add_scores
from app.display.scores.tables import add_items, score_tables
from app.reduce.excerpts import excerpt_at
from app.sample.reading import Row
from app.sample.written import Written


def write_grid(written: Written, row: Row) -> None:
    """Save a table with its cells: rows are codes, columns words or roles."""
    names = {code["key"]: code["name"] for code in written.sample.codes}
    rows = [
        new_head(names[each["code"]], "code", written.codes[each["code"]], each["group"])
        for each in row["rows"]
    ]
    columns = _columns(written, row)
    cells = {
        (head.key, column.key): Cell(cell["words"], cell.get("rating", ""))
        for head, each in zip(rows, row["rows"], strict=True)
        for column, cell in zip(columns, each["cells"], strict=True)
    }
    add_grid(
        written.study,
        row["title"],
        rows,
        columns,
        corner=row["corner"],
        rated=row.get("rated", False),
        cells=cells,
        analytic_text=row["text"],
    )


def _columns(written: Written, row: Row) -> list[Head]:
    if "columns" in row:
        return [new_head(words) for words in row["columns"]]
    return [new_head(key, "role", written.roles[key]) for key in row["roles"]]


def write_scores(written: Written, row: Row) -> None:
    """Save a table of numbers with its items."""
    study = written.study
    add_scores(study, row["title"], analytic_text=row["text"], source_line=row["source_line"])
    add_items(study, score_tables(study)[-1].id, row["items"])


def write_network(written: Written, row: Row) -> None:
    """Save a network or a flow: its nodes are the codes that its links name."""
    study = written.study
    keys = list(dict.fromkeys(link[end] for link in row["links"] for end in ("from", "to")))
    display = begin(study, row["title"], row["kind"])
    set_analytic_text(study, display, row["text"])
    rows = [{"label": key, "on_entity": "code", "on_id": written.codes[key]} for key in keys]
    nodes = dict(zip(keys, add_nodes(study, display, rows), strict=True))
    for link in row["links"]:
        with study.change("display.history.tie_added") as session:
            places = [written.labels[link["ref"]]] if "ref" in link else []
            excerpts = [excerpt_at(session, *place) for place in places]
            tie = add_tie(
                study,
                nodes[link["from"]],
                nodes[link["to"]],
                sign=link.get("sign", ""),
                excerpts=excerpts,
            )
            edit_tie(study, tie, memo=link["memo"])
    move_nodes(study, arranged(network(study, display)))
