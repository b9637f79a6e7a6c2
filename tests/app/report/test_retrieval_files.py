import csv
import shutil

import pytest
from docx import Document
from openpyxl import load_workbook

from app.errors import UserError
from app.reduce.names.table import add_pseudonym, show_pseudonyms
from app.reduce.retrieval.asking import Question
from app.reduce.retrieval.found import Found, find, lines
from app.report.retrieval_files import FIXED, write_retrieved
from app.sample import write_sample
from app.study_files import open_study
from models.collection import Source
from models.design import Informant


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return write_sample(tmp_path_factory.mktemp("sample") / "sample.tilik", "en")


@pytest.fixture
def sample(made, tmp_path):
    study = open_study(shutil.copy(made, tmp_path / "sample.tilik"))
    yield study
    study.close()


@pytest.fixture
def attributed(sample):
    """The sample study with an attribute of a source and of an informant."""
    with sample.change("study.methods.interview") as session:
        source = session.query(Source).filter(Source.method == "interview").first()
        source.attributes = {"Form": "=group"}
        for informant in session.query(Informant):
            informant.attributes = {"Years": str(informant.id)}
    return sample


def cells(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_csv_has_code_path_citation_and_attributes_in_columns(attributed, tmp_path):
    found = find(attributed, Question(group="code"))
    path = tmp_path / "out.csv"
    assert write_retrieved(attributed, path, found, "en") == found.total
    heads, *rows = cells(path)
    assert heads[:3] == ["Code", "Words", "Citation"]
    assert heads[len(FIXED) :] == ["Form (source)", "Years (informant)", "Status (site)"]
    listed = lines(attributed, found.codings, "en")
    for row, line in zip(rows, listed, strict=True):
        said = dict(zip(heads, row, strict=True))
        assert (said["Code"], said["Words"]) == (line.path, line.row.quote)
        assert said["Citation"] == line.row.citation
        assert said["Years (informant)"] == str(line.row.informant_id or "")
    assert any(row[heads.index("Form (source)")] == "=group" for row in rows)


def test_workbook_keeps_words_that_look_like_a_formula(attributed, tmp_path):
    found = find(attributed, Question())
    write_retrieved(attributed, tmp_path / "out.xlsx", found, "id", "Waktu")
    sheet = load_workbook(tmp_path / "out.xlsx").active
    assert sheet.title == "Waktu"
    assert sheet.max_row == found.total + 1
    assert sheet["C1"].value == "Sitasi"
    values = {cell.value: cell.data_type for row in sheet.iter_rows() for cell in row}
    assert values["=group"] == "s"


def test_word_document_has_a_heading_and_a_table_for_each_group(attributed, tmp_path):
    found = find(attributed, Question(group="informant", sort="code"))
    write_retrieved(attributed, tmp_path / "out.docx", found, "en", "All of it")
    document = Document(tmp_path / "out.docx")
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 2"]
    assert len(headings) == len(document.tables) == len(found.groups)
    assert "Without an informant" in headings
    assert sum(len(table.rows) - 1 for table in document.tables) == found.total
    first = lines(attributed, found.codings[:1], "en")[0]
    table = document.tables[0]
    assert table.cell(1, 0).text.startswith(first.path)
    assert table.cell(1, 2).text == first.row.citation


def test_pseudonyms_stand_for_names(attributed, tmp_path):
    found = find(attributed, Question())
    word = max(lines(attributed, found.codings[:1])[0].row.quote.split(), key=len).strip(".,")
    add_pseudonym(attributed, word, "Pseudo")
    show_pseudonyms(attributed, on=True)
    write_retrieved(attributed, tmp_path / "out.csv", found)
    first = cells(tmp_path / "out.csv")[1]
    assert word not in first[1]
    assert "Pseudo" in first[1]


def test_nothing_and_other_endings_are_refused(sample, tmp_path):
    found = find(sample, Question())
    with pytest.raises(UserError):
        write_retrieved(sample, tmp_path / "out.pdf", found)
    with pytest.raises(UserError):
        write_retrieved(sample, tmp_path / "out.csv", Found(Question()))
    assert not list(tmp_path.glob("out.*"))
