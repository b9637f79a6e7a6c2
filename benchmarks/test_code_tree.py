"""The code tree at 1,000 codes: filtered, ordered and coloured, each with its first painting.

Run: pytest benchmarks/test_code_tree.py
"""

from itertools import cycle

import pytest
from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTreeView

from app.reduce.code_schemes import colour_by_scheme
from app.reduce.code_versions import versions
from app.reduce.codebook.importing import plan_import, take_codebook
from app.reduce.codebook.writing import write_codebook
from app.reduce.codes import codes
from app.study_files import create_study, open_study
from benchmarks.made_study import WORDS
from models.reduction import Code
from ui.reduce.code_filter import CodeFilter
from ui.reduce.code_pane import CodePane

CODES = 1_000
FILTER, ORDER = "filter 1,000 codes, a key, painted", "order 1,000 codes, painted"
SHOW, BOOK = "show 1,000 codes for the first time, painted", "codebook of 1,000 codes"
TYPED = ("g", "gu", "gur", "guru", "guru k", "guru ke", "")


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A study with 20 themes, 7 categories in each, 6 codes in each of these."""
    study = create_study(tmp_path_factory.mktemp("tree") / "tree", "Tree")
    with study.change("study.methods.interview") as session:
        words = cycle(WORDS)
        parents: list[int | None] = [None]
        for number in range(1, CODES + 1):
            place = (number - 1) % 50
            depth = 0 if place == 0 else 1 if place % 7 == 1 else 2
            name = f"{next(words)} {next(words)} {next(words)} {number}"
            above = parents[depth]
            session.add(Code(id=number, parent_id=above, name=name, position=number))
            parents[depth + 1 :] = [number]
    study.close()
    return study.path


@pytest.fixture
def study(path, copied):
    study = open_study(copied(path))
    yield study
    study.close()


@pytest.fixture
def pane(study, qtbot):
    pane = CodePane()
    qtbot.addWidget(pane)
    pane.set_codes(codes(study))
    pane.resize(296, 838)
    pane.show()
    qtbot.waitExposed(pane)
    QApplication.processEvents()  # laid out now, so that no benchmark measures it
    return pane


def painted(view):
    view.viewport().repaint()


@pytest.mark.benchmark(group=FILTER)
def test_filter(benchmark, pane):
    typed = cycle(TYPED)

    def key():
        pane.view.set_filter(CodeFilter(next(typed)))
        painted(pane.view)

    benchmark.pedantic(key, rounds=70, warmup_rounds=7)


@pytest.mark.benchmark(group=FILTER)
def test_baseline_filter_by_qt_alone(benchmark, study, qtbot):
    view, proxy = plain_tree(study, qtbot)
    proxy.setRecursiveFilteringEnabled(True)
    typed = cycle(TYPED)

    def key():
        proxy.setFilterFixedString(next(typed))
        view.expandAll()
        painted(view)

    benchmark.pedantic(key, rounds=70, warmup_rounds=7)


@pytest.mark.benchmark(group=ORDER)
def test_order(benchmark, pane):
    orders = cycle(("name", "own"))

    def order():
        pane.model.set_order(next(orders))
        painted(pane.view)

    benchmark.pedantic(order, rounds=30, warmup_rounds=4)


@pytest.mark.benchmark(group=ORDER)
def test_baseline_order_by_qt_alone(benchmark, study, qtbot):
    view, proxy = plain_tree(study, qtbot)
    columns = cycle((0, -1))

    def order():
        proxy.sort(next(columns))
        painted(view)

    benchmark.pedantic(order, rounds=30, warmup_rounds=4)


@pytest.mark.benchmark(group=SHOW)
def test_show(benchmark, study, pane):
    rows = codes(study)

    def show():
        pane.set_codes(rows)
        painted(pane.view)

    benchmark.pedantic(show, setup=lambda: pane.set_codes(()), rounds=30, warmup_rounds=3)


@pytest.mark.benchmark(group=SHOW)
def test_baseline_show_by_qt_alone(benchmark, study, qtbot):
    view, proxy = plain_tree(study, qtbot)
    rows = codes(study)

    def show():
        proxy.setSourceModel(plain_model(rows))
        view.expandAll()
        painted(view)

    benchmark.pedantic(show, rounds=30, warmup_rounds=3)


def plain_model(rows):
    model, items = QStandardItemModel(), {}
    for row in rows:
        items[row.id] = QStandardItem(row.name)
        (items[row.parent_id] if row.parent_id else model).appendRow(items[row.id])
    return model


def plain_tree(study, qtbot):
    view, proxy = QTreeView(), QSortFilterProxyModel()
    model = plain_model(codes(study))
    proxy.setSourceModel(model)
    proxy.setParent(view)
    model.setParent(proxy)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    qtbot.addWidget(view)
    view.setModel(proxy)
    view.setUniformRowHeights(True)
    view.expandAll()
    view.resize(296, 760)
    view.show()
    qtbot.waitExposed(view)
    return view, proxy


# --- files, colours, versions ----------------------------------------------------------------


@pytest.mark.benchmark(group=BOOK)
@pytest.mark.parametrize("ending", ["xlsx", "csv", "docx"])
def test_save(benchmark, study, tmp_path, ending):
    path = tmp_path / f"book.{ending}"
    assert benchmark.pedantic(write_codebook, (study, path), rounds=3) == CODES


@pytest.mark.benchmark(group=BOOK)
@pytest.mark.parametrize("ending", ["xlsx", "csv", "docx"])
def test_look_before_importing(benchmark, study, tmp_path, ending):
    path = tmp_path / f"book.{ending}"
    write_codebook(study, path)
    _, plan = benchmark.pedantic(plan_import, (study, path), rounds=3)
    assert plan.does_nothing


@pytest.mark.benchmark(group=BOOK)
def test_import_into_an_empty_study(benchmark, study, tmp_path):
    path = tmp_path / "book.csv"
    write_codebook(study, path)
    made = []

    def empty():
        made.append(create_study(tmp_path / f"empty {len(made)}", "Empty"))
        return (made[-1], plan_import(made[-1], path)[0]), {}

    done = benchmark.pedantic(take_codebook, setup=empty, rounds=3)
    assert done.new == CODES
    for study in made:
        study.close()


@pytest.mark.benchmark(group=BOOK)
def test_colour_by_a_scheme(benchmark, study):
    keys = cycle(("okabe_ito", "tol_muted"))
    benchmark.pedantic(lambda: colour_by_scheme(study, next(keys)), rounds=6, warmup_rounds=1)


@pytest.mark.benchmark(group=BOOK)
def test_versions_of_a_code(benchmark, study):
    for key in ("okabe_ito", "tol_muted") * 5:
        colour_by_scheme(study, key)
    assert len(benchmark(versions, study, 500)) == 11
