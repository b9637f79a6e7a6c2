import re
import zipfile

import pytest
from sqlalchemy import select

from app.errors import StudyProblem
from app.report.recipe import ReportRecipe, sections_of
from app.report.writing import write_report
from models.collection import SourceText
from tests.app.report.reading_back import read_back

LANGUAGES = ("en", "id")


def written(study, path, **recipe):
    assert write_report(study, path, ReportRecipe(**recipe))
    return read_back(path)


def quotations(document):
    """The quotations of a document read back, each as its words and its citation."""
    whole, found = "", []
    for paragraph in document.paragraphs:
        if paragraph.style.name == "Quote":
            whole += paragraph.text + "\n"
            match = re.fullmatch(r"“(.*)” (\(.*\))\n", whole, re.DOTALL)
            if match:
                found.append(match.groups())
                whole = ""
    assert whole == ""
    return found


def table_under(document, caption):
    """The cells of the table that follows the caption that ends with these words."""
    body = list(document.element.body)
    for n, element in enumerate(body):
        words = "".join(t.text or "" for t in element.iter("{*}t"))
        is_caption = element.find("{*}bookmarkStart") is not None and words.startswith("Table")
        if is_caption and words.endswith(caption):
            table = next(t for t in document.tables if t._tbl is body[n + 1])
            return [[cell.text for cell in row.cells] for row in table.rows]
    raise AssertionError(caption)


def test_every_quotation_stands_verbatim_in_its_source(told, tmp_path):
    document = written(told, tmp_path / "r.docx")
    with told.read() as connection:
        texts = list(connection.scalars(select(SourceText.text)))
    found = quotations(document)
    assert len(found) >= 4
    for words, citation in found:
        assert any(words in text for text in texts), words
        assert re.fullmatch(r"\([IQO]\.[A-Z0-9-]+, 0[1-4]/01/2017\)", citation)


def test_the_headings_are_real_and_in_the_order_of_the_sections(told, tmp_path):
    document = written(told, tmp_path / "r.docx")
    first = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert first == ["Study design", "Results", "Discussion", "Conclusions"]
    second = [p.text for p in document.paragraphs if p.style.name == "Heading 2"]
    for words in ("Data by focus", "Findings", "Triangulation"):
        assert words in second
    appendices = [p.text for p in document.paragraphs if p.style.name == "Appendix heading"]
    assert appendices == ["Reduction table", "Codebook", "History"]
    fourth = [p.text for p in document.paragraphs if p.style.name == "Heading 4"]
    assert "1. Facilities hold the programme back" in fourth


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_verdict_of_the_finding_is_printed_in_its_language(told, tmp_path, language):
    document = written(told, tmp_path / "r.docx", language=language)
    words = "\n".join(p.text for p in document.paragraphs)
    assert {"en": "Overall verdict: Contested", "id": "Putusan keseluruhan: Diperselisihkan"}[
        language
    ] in words
    locale = {"en": "en-GB", "id": "id-ID"}[language]
    styles = zipfile.ZipFile(tmp_path / "r.docx").read("word/styles.xml").decode()
    assert f'<w:lang w:val="{locale}"' in styles


def test_the_tables_hold_what_was_worked_out(told, tmp_path):
    document = written(told, tmp_path / "r.docx")
    method = table_under(document, "Triangulation of method: findings")
    assert method[0][2:5] == ["Interview", "Observation", "Questionnaire"]
    assert method[1][2:5] == ["split (2)", "contradicts (1)", "supports (1)"]
    assert method[1][5].startswith("dissonant")
    reduction = table_under(document, "Reduction table")
    assert len(reduction) == 5
    assert reduction[1][2:5] == [
        "Factors > Facilities",
        "“We borrow the projector 😀 from the office.\nIt is < broken > & late.”",
        "(I.KS-01, 01/01/2017)",
    ]
    conclusions = table_under(document, "Conclusions and how they stand")
    assert conclusions[1] == [
        "1",
        "F3",
        "Facilities hold the programme back",
        "tentative",
        "Contested",
    ]


def test_header_rows_repeat_captions_count_and_the_contents_is_a_field(told, tmp_path):
    document = written(told, tmp_path / "r.docx")
    xml = zipfile.ZipFile(tmp_path / "r.docx").read("word/document.xml").decode()
    assert xml.count("<w:tblHeader/>") == len(document.tables)
    assert xml.count(" SEQ Table ") == len(document.tables)
    numbers = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    assert [n.split(".")[0] for n in numbers] == [f"Table {n}" for n in range(1, len(numbers) + 1)]
    assert 'TOC \\o "1-3"' in xml
    footer = zipfile.ZipFile(tmp_path / "r.docx").read("word/footer71.xml").decode()
    assert " PAGE " in footer


def test_chosen_sections_come_in_the_chosen_order(told, tmp_path):
    document = written(told, tmp_path / "r.docx", sections=("codebook", "conclusions", "design"))
    kinds = ("Heading 1", "Appendix heading")
    assert [p.text for p in document.paragraphs if p.style.name in kinds] == [
        "Conclusions",
        "Study design",
        "Codebook",
    ]


def test_an_empty_study_gives_a_report_too(study, tmp_path):
    document = written(study, tmp_path / "r.docx")
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == ["Study design"]


def test_cancelling_writes_nothing_and_progress_is_told(told, tmp_path):
    heard = []
    whole = write_report(
        told,
        tmp_path / "r.docx",
        ReportRecipe(),
        lambda *p: heard.append(p),
        lambda: len(heard) > 2,
    )
    assert not whole
    assert list(tmp_path.glob("*.docx*")) == []
    assert heard == [(n, len(sections_of("report")) + 2) for n in range(3)]


@pytest.mark.parametrize(
    ("name", "recipe", "sentence"),
    [
        ("r.txt", ReportRecipe(), "“r.txt” is no report that Tilik writes: its name must end in"),
        ("r.docx", ReportRecipe(sections=("x",)), "A report has no section “x”:"),
        (
            "r.docx",
            ReportRecipe(language="fr"),
            "“fr” is not a language of Tilik: choose en or id.",
        ),
        ("no/r.docx", ReportRecipe(), "There is no folder"),
    ],
)
def test_bad_wishes_get_a_sentence(told, tmp_path, name, recipe, sentence):
    with pytest.raises(StudyProblem) as error:
        write_report(told, tmp_path / name, recipe)
    assert error.value.sentence("en").startswith(sentence)
    assert not (tmp_path / name).exists()
