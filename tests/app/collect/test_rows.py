from dataclasses import replace
from datetime import date
from pathlib import Path

from app.collect.planned import Columns, PlannedSource
from app.collect.reading.source import Row, Sheet
from app.collect.rows import expand, guess_columns, with_columns

LONG = "Saya merasa rapat gugus itu berguna bagi guru kelas rendah, kata {}."
HEADER = ("No", "Kode informan", "Sekolah", "Tanggal", "Usia", "Apa manfaat KKG?", "Kendala?")


def rows(*values):
    return tuple(Row(number, cells) for number, cells in enumerate(values, 2))


SHEET = Sheet(
    "Angket",
    HEADER,
    rows(
        ("1", "G-01", "SDN Ciawi 01", "2017-01-12", "41", LONG.format(1), LONG.format(2)),
        ("2", "G-02", "SDN Ciawi 02", "", "35", LONG.format(3), ""),
        ("3", "G-03", "", "entah kapan", "35", "", ""),
        ("4", "", "", "", "", "", ""),
    ),
)


def planned(sheet=SHEET, columns=None):
    return PlannedSource(
        path=Path("angket.xlsx"),
        name="angket.xlsx",
        kind="rows",
        title="angket",
        reference="K-01",
        method="questionnaire",
        date=date(2017, 2, 1),
        sheet=sheet,
        columns=columns or guess_columns(sheet),
    )


def test_columns_are_guessed_by_heading_and_by_what_is_in_them():
    assert guess_columns(SHEET) == Columns(
        texts=(5, 6), informant=1, site=2, date=3, title=None, attributes=(4,)
    )
    few = Sheet("x", ("Case", "Gender"), rows(("ID1", "f"), ("ID2", "m")))
    assert guess_columns(few) == Columns(informant=0, attributes=(1,))
    same = "an answer that is one of a few that can be chosen"
    choices = Sheet("x", ("id", "choice"), rows(*((str(n), same) for n in range(9))))
    assert guess_columns(choices).texts == ()


def test_columns_are_known_by_a_word_of_their_heading_and_by_informants_in_them():
    header = ("SurveyRespondentID", "TranscriptName", "InterviewDate", "kode_sekolah", "AgeGroup")
    sheet = Sheet(
        "x",
        header,
        rows(("x9", "Jessica", "2023-04-21", "SDN 1", "41"), ("x8", "Ana", "", "SDN 1", "41")),
    )
    assert guess_columns(sheet) == Columns(informant=0, site=3, date=2, attributes=(1, 4))
    assert guess_columns(sheet, ["ana", "Jessica"]).informant == 1


def test_each_row_becomes_a_source_with_its_answers_under_their_questions():
    first, second, third = expand(planned())
    assert first.text == (f"Apa manfaat KKG?\n{LONG.format(1)}\nKendala?\n{LONG.format(2)}")
    assert (first.reference, first.title, first.row) == ("K/G-01", "angket – G-01", 2)
    assert (first.informants, first.site, first.date) == (
        ("G-01",),
        "SDN Ciawi 01",
        date(2017, 1, 12),
    )
    assert first.attributes == {"Usia": "41"}
    assert second.text == f"Apa manfaat KKG?\n{LONG.format(3)}"
    assert second.date == date(2017, 2, 1)
    assert (third.text, third.attributes) == ("", {"Usia": "35", "Tanggal": "entah kapan"})


def test_one_answer_is_the_text_as_it_stands():
    line = with_columns(planned(), Columns(texts=(5,)))
    first, second = expand(line)
    assert first.text == LONG.format(1)
    assert (first.reference, second.reference) == ("K-01.2", "K-01.3")
    assert first.informants == ()


def test_rows_of_the_same_informant_get_references_of_their_own():
    sheet = replace(SHEET, rows=(SHEET.rows[0], SHEET.rows[0]))
    assert [line.reference for line in expand(planned(sheet))] == ["K/G-01", "K/G-01 (2)"]


def test_what_is_no_table_stays_as_it_is():
    line = replace(planned(), kind="text")
    assert expand(line) == [line]
