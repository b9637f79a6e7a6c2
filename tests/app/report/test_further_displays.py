"""Tables that are filled in, numbers and networks in the report: read back from the Word file."""

import pytest

from app.display.displays import displays
from app.report.recipe import ReportRecipe
from app.report.writing import write_report
from app.sample import write_sample
from app.study_files import open_study
from tests.app.report.reading_back import read_back


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    study = open_study(write_sample(folder / "sample.tilik", "id"))
    path = folder / "report.docx"
    recipe = ReportRecipe(language="id", sections=("displays",))
    write_report(study, path, recipe)
    yield study, read_back(path)
    study.close()


def cells(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_table_2_has_its_sum_its_mean_and_its_predicates(written):
    _, document = written
    tables = [cells(table) for table in document.tables]
    scores = next(table for table in tables if table[0][2] == "Skor (%)")
    assert len(scores) == 1 + 14 + 2
    assert scores[-2][1:3] == ["Jumlah", "1079"]
    assert scores[-1][1:] == ["Rata-rata", "77,07", "baik"]
    assert scores[2][-1] == "cukup (baik)"


def test_table_1_groups_its_programmes(written):
    _, document = written
    tables = [cells(table) for table in document.tables]
    programmes = next(table for table in tables if table[0][-1] == "Narasumber")
    assert [row[0] for row in programmes[1:]] == [
        "Program rutin",
        "Program pengembangan",
        "",
        "",
        "Program penunjang",
    ]
    assert all(all(row[1:]) for row in programmes)


def test_networks_are_pictures_with_words_for_who_cannot_see_them(written):
    study, document = written
    drawn = [row.title for row in displays(study) if row.kind in ("network", "flow")]
    described = [
        shape.getparent().find(".//{*}docPr").get("descr")
        for shape in document.element.body.iterfind(".//{*}graphic")
    ]
    for title in drawn:
        assert any(title in words for words in described)
