"""A Word report with 2,000 quotations, beside as many bare paragraphs; a large chapter."""

import pytest
from docx import Document

from app.report.recipe import COMMENTS, TABLE, ReportRecipe
from app.report.writing import write_report
from app.study_files import open_study
from benchmarks.made_study import made_study

QUOTATIONS = 2_000
GROUP = pytest.mark.benchmark(group="Word report with 2,000 quotations")
LARGE = pytest.mark.benchmark(group="Chapter IV with 20,000 codings in its appendices")


@pytest.fixture(scope="session")
def quoted(folder):
    return made_study(folder / "quoted.tilik", sources=100, characters=20_000, codings=QUOTATIONS)


@GROUP
def test_report(benchmark, quoted, tmp_path):
    study = open_study(quoted)
    recipe = ReportRecipe(language="en", live=False)
    benchmark.pedantic(
        lambda: write_report(study, tmp_path / "r.docx", recipe), rounds=3, warmup_rounds=1
    )
    study.close()


@GROUP
def test_baseline_bare_paragraphs(benchmark, tmp_path):
    def write():
        document = Document()
        for number in range(QUOTATIONS):
            document.add_paragraph(f"“Quotation {number} " + "words " * 30 + "” (I.KS-01)")
        document.save(str(tmp_path / "b.docx"))

    benchmark.pedantic(write, rounds=3, warmup_rounds=1)


@pytest.fixture(scope="session")
def large(folder):
    """Some 500 pages: 60 transcripts of 20,000 characters, 20,000 codings."""
    return made_study(folder / "chapter.tilik", sources=60, characters=20_000, codings=20_000)


@LARGE
@pytest.mark.parametrize("transcripts", [TABLE, COMMENTS])
def test_chapter(benchmark, large, tmp_path, transcripts):
    study = open_study(large)
    recipe = ReportRecipe(language="id", shape="chapter", transcripts=transcripts, live=False)
    benchmark.pedantic(lambda: write_report(study, tmp_path / "c.docx", recipe), rounds=1)
    study.close()


@LARGE
def test_chapter_written_again(benchmark, large, tmp_path):
    study = open_study(large)
    recipe = ReportRecipe(language="id", shape="chapter")
    write_report(study, tmp_path / "c.docx", recipe)
    benchmark.pedantic(lambda: write_report(study, tmp_path / "c.docx", recipe), rounds=1)
    study.close()


@LARGE
def test_baseline_rows_by_python_docx(benchmark, tmp_path):
    """A tenth of the rows, cell by cell through python-docx's own tables."""

    def write():
        document = Document()
        table = document.add_table(rows=0, cols=7)
        for number in range(QUOTATIONS):
            for cell in table.add_row().cells:
                cell.text = f"words {number}"
        document.save(str(tmp_path / "b.docx"))

    benchmark.pedantic(write, rounds=1)
