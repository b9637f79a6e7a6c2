"""What a Word report is made of, read back from the file itself."""

import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from app.reduce.codings import code_excerpt
from app.reduce.memos import add_memo
from app.report.recipe import COMMENTS, ReportRecipe, sections_of
from app.report.word.live import read_kept
from app.report.writing import write_report
from app.verify.findings import remove_finding
from models.reduction import Coding
from tests.app.report.reading_back import read_back

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def xml(path, name="document"):
    return zipfile.ZipFile(path).read(f"word/{name}.xml").decode()


@pytest.fixture
def chapter(told, tmp_path):
    path = tmp_path / "chapter.docx"
    recipe = ReportRecipe(shape="chapter", language="id", transcripts=COMMENTS, footnotes=True)
    assert write_report(told, path, recipe)
    return path


def test_a_chapter_has_its_number_its_sections_and_its_appendices(chapter):
    document = read_back(chapter)
    by_style = {}
    for p in document.paragraphs:
        by_style.setdefault(p.style.name, []).append(p.text)
    assert by_style["Heading 1"] == ["HASIL PENELITIAN DAN PEMBAHASAN"]
    assert by_style["Heading 2"][:3] == [
        "Latar dan informan penelitian",
        "Paparan data per fokus",
        "Temuan",
    ]
    assert by_style["Appendix heading"] == [
        "Informan dan kodenya",
        "Instrumen penelitian",
        "Transkrip dengan pengodean",
        "Tabel reduksi",
        "Triangulasi sumber",
        "Triangulasi teknik",
        "Buku kode",
        "Riwayat",
    ]
    numbering = xml(chapter, "numbering")
    for level in ("BAB %1", "4.%2", "4.%2.%3", "Lampiran %1."):
        assert f'w:lvlText w:val="{level}"' in numbering
    assert document.styles["Heading 1"].element.pPr.numPr is not None


def test_captions_count_by_fields_and_references_point_to_them(chapter):
    body = xml(chapter)
    captions = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(_Ref[^"]+)"/>', body)
    assert len(captions) == len(set(captions)) == body.count(" SEQ Table ") > 5
    references = re.findall(r" REF (_Ref\w+) \\h ", body)
    assert references
    assert set(references) <= set(captions)
    marks = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"/>', body)
    assert len({number for number, _ in marks}) == len({name for _, name in marks}) == len(marks)
    anchors = set(re.findall(r'w:anchor="([^"]+)"', body))
    assert anchors <= {name for _, name in marks}


def test_contents_and_lists_are_fields_with_what_they_hold(chapter):
    body = xml(chapter)
    assert 'TOC \\o "1-3"' in body
    assert 'TOC \\h \\z \\c "Table"' in body
    assert body.count('fldCharType="begin"') == body.count('fldCharType="end"')


def test_source_lines_stand_in_footnotes_where_asked(chapter, told, tmp_path):
    notes = etree.fromstring(xml(chapter, "footnotes").encode())
    numbered = [int(note.get(f"{W}id")) for note in notes if int(note.get(f"{W}id")) > 0]
    assert numbered == list(range(1, len(numbered) + 1))
    body = xml(chapter)
    assert body.count("<w:footnoteReference ") == len(numbered) == body.count("<w:tbl>")
    assert body.count("Sumber: ") == 4  # what each transcript is stands over it
    plain = tmp_path / "plain.docx"
    write_report(told, plain, ReportRecipe(language="id"))
    assert "Sumber: " in xml(plain)
    assert "word/footnotes.xml" not in zipfile.ZipFile(plain).namelist()


def test_each_coding_is_one_comment_on_its_own_words(chapter, told):
    with told.read() as connection:
        from sqlalchemy import func, select

        count = connection.scalar(select(func.count()).select_from(Coding))
    document = Document(str(chapter))
    comments = list(document.comments)
    assert len(comments) == count == 4
    assert comments[0].author == told_coder(told)
    assert "Factors > Facilities" in comments[0].text
    body = etree.fromstring(xml(chapter).encode())
    ranged = {}
    for n in range(count):
        inside, words = False, []
        for element in body.iter():
            if element.tag == f"{W}commentRangeStart" and element.get(f"{W}id") == str(n):
                inside = True
            elif element.tag == f"{W}commentRangeEnd" and element.get(f"{W}id") == str(n):
                break
            elif inside and element.tag == f"{W}t":
                words.append(element.text)
        ranged[n] = "".join(words)
    assert "We share one laptop among six teachers." in ranged.values()
    assert "We borrow the projector 😀 from the office.It is < broken > & late." in ranged.values()


def told_coder(study):
    from sqlalchemy import select

    from models.design import Coder

    with study.read() as connection:
        return connection.scalar(select(Coder.name))


def test_pages_are_numbered_by_section_and_wide_tables_lie_on_their_side(chapter):
    body = xml(chapter)
    pages = re.findall(r"<w:sectPr>.*?</w:sectPr>", body)
    assert 'w:fmt="lowerRoman" w:start="1"' in pages[0]
    assert 'w:fmt="decimal" w:start="1"' in pages[1]
    assert all("w:start" not in page for page in pages[2:])
    assert any('w:orient="landscape"' in page for page in pages)
    for page in pages:
        width, height = map(int, re.search(r'w:w="(\d+)" w:h="(\d+)"', page).groups())
        assert (width > height) == ("landscape" in page)


def test_the_head_of_a_table_repeats_and_rows_do_not_break(chapter):
    for table in read_back(chapter).tables:
        rows = table._tbl.findall(f"{W}tr")
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_the_language_of_the_text_is_set(chapter):
    assert '<w:lang w:val="id-ID"' in xml(chapter, "styles")


def test_a_template_gives_its_styles_and_gets_those_it_lacks(told, tmp_path):
    template = Document()
    template.styles["Heading 1"].font.name = "Georgia"
    template.styles["Quote"].element.getparent().remove(template.styles["Quote"].element)
    template.sections[0].header.paragraphs[0].text = "My university"
    template.add_paragraph("Words of the template itself")
    template.save(str(tmp_path / "own.docx"))
    recipe = ReportRecipe(template=tmp_path / "own.docx")
    assert write_report(told, tmp_path / "r.docx", recipe)
    document = read_back(tmp_path / "r.docx")
    assert document.styles["Heading 1"].font.name == "Georgia"
    assert any(p.style.name == "Quote" for p in document.paragraphs)
    assert document.sections[-1].header.paragraphs[0].text == "My university"
    assert all("template itself" not in p.text for p in document.paragraphs)


def test_no_word_file_is_no_template(told, tmp_path):
    from app.errors import StudyProblem

    (tmp_path / "t.docx").write_text("not a Word file")
    with pytest.raises(StudyProblem) as error:
        write_report(told, tmp_path / "r.docx", ReportRecipe(template=tmp_path / "t.docx"))
    assert "template" in error.value.sentence("en")
    assert not (tmp_path / "r.docx").exists()


# --- written again -----------------------------------------------------------------------------


def own_words(path: Path, heading: str, words: str) -> None:
    """Write a paragraph in Word after the part with this heading, as a researcher would."""
    document = Document(str(path))
    for part in document.element.body.iter(f"{W}sdt"):
        text = "".join(t.text or "" for t in part.iter(f"{W}t"))
        if text.startswith(heading):
            paragraph = document.add_paragraph(words)
            part.addnext(paragraph._p)
            break
    else:
        raise AssertionError(heading)
    document.save(str(path))


def texts(path):
    return [p.text for p in read_back(path).paragraphs]


@pytest.fixture
def written(told, tmp_path):
    path = tmp_path / "r.docx"
    assert write_report(told, path, ReportRecipe())
    return path


def test_written_again_unchanged_it_says_that_nothing_changed(told, written):
    before = texts(written)
    assert write_report(told, written, ReportRecipe()).changes == ()
    assert texts(written) == before


def test_what_the_researcher_wrote_stays_where_it_stood(told, written):
    own_words(written, "Findings", "My own sentence about the findings.")
    for _ in range(3):  # again and again: nothing piles up
        made = write_report(told, written, ReportRecipe())
        found = texts(written)
        assert found.count("My own sentence about the findings.") == 1
        at = found.index("My own sentence about the findings.")
        assert "Findings" in found[at - 8 : at]
        assert [(c.kind, c.title) for c in made.changes] == [("own", "Findings")]
    assert made.before is None


def test_new_coding_changes_its_parts_and_they_are_listed(told, written):
    own_words(written, "Findings", "Mine.")
    code_excerpt(told, 3, 3, 8, 2)
    add_memo(told, "Implications", "Book **early**.", kind="analytic")
    made = write_report(told, written, ReportRecipe())
    kinds = {(c.kind, c.title) for c in made.changes}
    assert ("added", "Implications") in kinds
    assert ("changed", "Reduction table") in kinds
    assert ("own", "Findings") in kinds
    assert "Mine." in texts(written)


def test_own_words_of_a_part_that_is_gone_are_kept_and_said_so(told, written):
    own_words(written, "1. Facilities hold the programme back", "About this finding.")
    remove_finding(told, 1)
    made = write_report(told, written, ReportRecipe())
    assert "About this finding." in texts(written)
    assert ("moved", "1. Facilities hold the programme back") in {
        (c.kind, c.title) for c in made.changes
    }


def test_a_part_changed_by_hand_is_written_over_and_a_copy_kept(told, written):
    document = Document(str(written))
    for text in document.element.body.iter(f"{W}t"):
        if text.text == "Facilities hold the programme back":
            text.text = "Facilities do no harm"
    document.save(str(written))
    made = write_report(told, written, ReportRecipe())
    assert "by_hand" in {c.kind for c in made.changes}
    assert made.before is not None
    assert "Facilities do no harm" in xml(made.before)
    assert "Facilities do no harm" not in xml(written)


def test_a_comment_of_the_supervisor_stays_on_its_part(told, written):
    document = Document(str(written))
    part = next(
        part
        for part in document.element.body.iter(f"{W}sdt")
        if "".join(t.text or "" for t in part.iter(f"{W}t")).startswith("Findings")
    )
    from docx.text.paragraph import Paragraph

    runs = Paragraph(part.find(f"{W}sdtContent/{W}p"), document._body).runs
    document.add_comment(runs, text="Is this enough?", author="Supervisor", initials="S")
    document.save(str(written))
    for _ in range(2):
        write_report(told, written, ReportRecipe())
        comments = list(Document(str(written)).comments)
        assert [c.text for c in comments] == ["Is this enough?"]
        assert xml(written).count("<w:commentReference ") == 1


def test_a_footnote_in_own_words_is_kept(told, written):
    own_words(written, "Findings", "With a list")
    document = Document(str(written))
    body = document.element.body
    own = next(p for p in body.findall(f"{W}p") if "With a list" in "".join(p.itertext()))
    from docx.oxml import parse_xml

    name = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    own.append(parse_xml(f'<w:r {name}><w:footnoteReference w:id="7"/></w:r>'))
    document.save(str(written))
    with zipfile.ZipFile(written) as old:
        files = {n: old.read(n) for n in old.namelist()}
    assert "word/footnotes.xml" not in files
    kept = read_kept(written)
    assert kept is not None
    assert "footnoteReference" in "".join(kept.own_xml())


def test_a_file_that_tilik_did_not_write_is_replaced(told, tmp_path):
    other = tmp_path / "r.docx"
    Document().save(str(other))
    assert read_kept(other) is None
    assert write_report(told, other, ReportRecipe()).changes == ()
    (tmp_path / "s.docx").write_bytes(b"no zip")
    assert read_kept(tmp_path / "s.docx") is None


def test_every_section_of_both_shapes_can_stand_alone(told, study, tmp_path):
    for shape in ("report", "chapter"):
        for name in sections_of(shape):
            recipe = ReportRecipe(shape=shape, sections=(name,), live=False)
            assert write_report(told, tmp_path / f"{name}.docx", recipe)
