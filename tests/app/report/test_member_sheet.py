"""The sheet of a member check: written, filled as on a screen, read back; refused where foreign."""

import re
import zipfile
from datetime import date

import pytest
from docx import Document

from app import history
from app.cli import run
from app.errors import UserError
from app.report.member_sheet import informant_called, read_sheet, write_sheet
from app.sample import write_sample
from app.study_files import open_study
from app.verify.members import answer, claims_of, lay_before, member_checks, members, quotations


@pytest.fixture
def sample(tmp_path):
    study = open_study(write_sample(tmp_path / "kkg.tilik", "en"))
    yield study
    study.close()


@pytest.fixture
def asked(sample):
    return informant_called(sample, "KS-02")


def fill(path, edits):
    """Rewrite word/document.xml as a word processor would."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    words = parts["word/document.xml"].decode()
    for before, after in edits:
        assert before in words, before
        words = words.replace(before, after, 1)
    parts["word/document.xml"] = words.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def test_the_sheet_holds_the_claims_and_their_own_words(sample, asked, tmp_path):
    count = write_sheet(sample, asked, tmp_path / "KS-02.docx", "en")
    assert count == len(claims_of(sample, asked)) > 0
    words = "\n".join(p.text for p in Document(tmp_path / "KS-02.docx").paragraphs)
    rows = member_checks(sample, asked)
    for row in rows:
        assert row.claim in words
        for quoted in quotations(sample, row.finding_id, asked):
            assert f"“{quoted.quote}”" in words
            assert quoted.informant == "KS-02"
    assert "Dear KS-02" in words
    assert all(row.answer == "" for row in rows)


def test_what_is_ticked_and_written_comes_back_in_one_step(sample, asked, tmp_path):
    path = tmp_path / "sheet.docx"
    write_sheet(sample, asked, path)
    with zipfile.ZipFile(path) as archive:
        body = archive.read("word/document.xml").decode()
    first = body.index(":agrees") - 36
    box = body[first : body.index("</w:sdt>", first)]
    ticked = box.replace('checked w14:val="0"', 'checked w14:val="1"').replace("☐", "☒")
    last = body.rindex(":words") - 36  # with the identity of its claim
    room = body[last : body.index("</w:sdt>", last)]
    line = "<w:r><w:br/></w:r>"
    written = room.replace(line, "<w:r><w:t>Only in the first year.</w:t></w:r>", 1)
    fill(path, [(box, ticked), (room, written)])
    steps = len(history.steps(sample))
    found = read_sheet(sample, path, date(2017, 5, 1))
    rows = member_checks(sample, asked)
    assert (found.answered, found.claims) == (2, len(rows))
    assert rows[0].answer == "agrees"
    assert (rows[-1].answer, rows[-1].words) == ("corrects", "Only in the first year.")
    assert rows[0].answered_on == date(2017, 5, 1)
    assert len(history.steps(sample)) == steps + 1
    history.undo(sample)
    assert not any(row.answer for row in member_checks(sample, asked))


def saved_without_tags(path):
    """Save as a word processor does that knows no content controls: their words stay, tags go."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    words = parts["word/document.xml"].decode()
    words = re.sub(r"<w:sdtPr>.*?</w:sdtPr>", "", words, flags=re.DOTALL)
    words = re.sub(r"</?w:sdt\b[^>]*>|</?w:sdtContent>", "", words)
    assert "tilik-member" not in words
    parts["word/document.xml"] = words.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


@pytest.mark.parametrize("tick", ["☒", "☑", "x", "✓"])
def test_answers_come_back_from_a_program_that_drops_tags(sample, asked, tmp_path, tick):
    path = tmp_path / "sheet.docx"
    write_sheet(sample, asked, path)
    saved_without_tags(path)
    assert read_sheet(sample, path).answered == 0
    fill(path, [("☐", tick), ("<w:br/></w:r></w:p>", "<w:t>Slowly.</w:t></w:r></w:p>")])
    found = read_sheet(sample, path, date(2017, 5, 1))
    rows = member_checks(sample, asked)
    assert (found.answered, found.claims) == (1, len(rows))
    assert (rows[0].answer, rows[0].words) == ("agrees", "Slowly.")
    steps = len(history.steps(sample))
    read_sheet(sample, path)
    assert len(history.steps(sample)) == steps, "the same sheet once more changes nothing"
    assert member_checks(sample, asked)[0].answered_on == date(2017, 5, 1)


def test_no_claim_is_parted_from_its_boxes_and_the_language_is_set(sample, asked, tmp_path):
    path = tmp_path / "sheet.docx"
    write_sheet(sample, asked, path, "id")
    document = Document(path)
    assert document.core_properties.language == "id"
    assert document.styles.element.xpath("//w:docDefaults//w:lang/@w:val") == ["id-ID"]
    names = document.element.xpath("//w:bookmarkStart/@w:name")
    assert len(set(names)) == len(names) == 4 * len(member_checks(sample, asked))
    assert all(len(name) <= 40 for name in names)
    for paragraph in document.paragraphs:
        if paragraph.text.startswith(("“", "☐")):
            assert paragraph.paragraph_format.keep_with_next


def test_who_answered_all_is_not_asked_again(sample, asked, tmp_path):
    lay_before(sample, asked, claims_of(sample, asked))
    for row in member_checks(sample, asked):
        answer(sample, row.id, answer="agrees")
    with pytest.raises(UserError, match="answered every claim"):
        write_sheet(sample, asked, tmp_path / "sheet.docx")


def test_an_answered_claim_is_not_asked_again_until_it_reads_otherwise(sample, asked):
    claims = claims_of(sample, asked)
    assert lay_before(sample, asked, claims) == len(claims)
    assert lay_before(sample, asked, claims) == 0
    person = next(one for one in members(sample) if one.id == asked)
    assert (person.rests, person.asked, person.answered) == (len(claims), len(claims), 0)


def test_what_is_no_sheet_is_one_sentence(sample, asked, tmp_path):
    (tmp_path / "x.docx").write_text("no zip")
    Document().save(str(tmp_path / "plain.docx"))
    for name in ("x.docx", "plain.docx"):
        with pytest.raises(UserError, match="no sheet"):
            read_sheet(sample, tmp_path / name)
    other = open_study(write_sample(tmp_path / "other.tilik", "id"))
    write_sheet(other, informant_called(other, "KS-02"), tmp_path / "other.docx")
    other.close()
    with pytest.raises(UserError, match="another study"):
        read_sheet(sample, tmp_path / "other.docx")
    with pytest.raises(UserError, match="docx"):
        write_sheet(sample, asked, tmp_path / "sheet.odt")


def test_from_the_terminal(sample, tmp_path, capsys):
    path, sheet = str(sample.path), tmp_path / "s.docx"
    sample.close()
    assert run(["member-check", path, "--informant", "KS-02", "-o", str(sheet)]) == 0
    assert sheet.exists()
    assert run(["member-check", path, "--informant", "NOBODY", "-o", str(sheet)]) == 2
    assert "No informant is called “NOBODY”" in capsys.readouterr().err
    assert run(["member-check", path, "--informant", "KS-02", "--read", str(sheet)]) == 0
    assert capsys.readouterr().out.startswith("Answers taken in: 0 of")
