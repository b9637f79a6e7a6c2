"""A Word report with 2,000 quotations, beside the same number of bare paragraphs."""

import pytest
from docx import Document

from app.report.recipe import ReportRecipe
from app.report.writing import write_report
from app.study_files import open_study
from benchmarks.made_study import made_study

QUOTATIONS = 2_000
GROUP = pytest.mark.benchmark(group="Word report with 2,000 quotations")


@pytest.fixture(scope="session")
def quoted(folder):
    return made_study(folder / "quoted.tilik", sources=100, characters=20_000, codings=QUOTATIONS)


@GROUP
def test_report(benchmark, quoted, tmp_path):
    study = open_study(quoted)
    recipe = ReportRecipe(language="en")
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
