import pytest

from app.collect.reading.pdf import read_pdf
from app.errors import UserError
from tests.app.collect.files import pdf

FULL = "The working group meets every other Saturday and all the teachers come to it"


def text(*pages):
    return read_pdf("a.pdf", pdf(pages)).text


def column(*lines, top=780, step=15):
    return [(60, top - step * number, words) for number, words in enumerate(lines)]


def test_lines_of_print_become_paragraphs():
    page = column(FULL, FULL, "at the core school.", FULL, "and so on.")
    assert text(page).split("\n") == [f"{FULL} {FULL} at the core school.", f"{FULL} and so on."]


def test_a_speaker_and_an_item_begin_a_paragraph_even_after_a_full_line():
    page = column(f"P: {FULL}", f"N: {FULL}", f"P: {FULL}", f"N: {FULL}", f"- {FULL}", f"2. {FULL}")
    assert [line[:3] for line in text(page).split("\n")] == [
        "P: ",
        "N: ",
        "P: ",
        "N: ",
        "- T",
        "2. ",
    ]


def test_a_wide_gap_and_an_indent_begin_a_paragraph():
    page = [*column(FULL, FULL, FULL), (60, 700, FULL), (75, 685, FULL[:70])]
    assert text(page).count("\n") == 2


def test_a_word_cut_at_the_end_of_a_line_is_joined_but_a_doubled_word_keeps_its_hyphen():
    cut = FULL[:69]
    page = column(f"{cut} profes-", f"sional {cut}", f"{cut} guru-", "guru.")
    assert f"{cut} professional {cut}" in text(page)
    assert text(page).endswith("guru-guru.")


def test_page_numbers_and_running_heads_go_and_a_paragraph_goes_on_over_the_page():
    pages = [
        [(60, 810, "Running head"), *column(FULL, FULL, top=700), (290, 30, f"{n} / 3")]
        for n in (1, 2, 3)
    ]
    assert text(*pages) == " ".join([FULL] * 6)


def test_a_page_without_text_says_that_it_is_a_scan():
    with pytest.raises(UserError) as error:
        text([])
    assert error.value.sentence("en") == (
        "“a.pdf” is a scanned PDF: its pages are pictures without text. "
        "Let a text recognition program read it first."
    )


def test_a_protected_one_says_so():
    with pytest.raises(UserError) as error:
        read_pdf("a.pdf", pdf([column(FULL)], encrypt=True))
    assert error.value.sentence("en") == (
        "“a.pdf” is protected by a password. Save it without one, then import it again."
    )


def test_one_that_was_cut_short_says_so():
    with pytest.raises(UserError) as error:
        read_pdf("a.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Cat")
    assert error.value.sentence("en") == (
        "“a.pdf” is damaged or was cut short, so its text cannot be read."
    )
