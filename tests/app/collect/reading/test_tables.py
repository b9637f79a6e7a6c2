from datetime import date, datetime

import pytest

from app.collect.reading.csv import read_csv
from app.collect.reading.xlsx import read_xlsx
from app.errors import UserError
from tests.app.collect.files import xlsx


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_with_any_sign_between_its_cells(sign, encoding):
    words = f'\nid{sign}answer\r\nG-01{sign}"Ya, baik; ""é""\r\nbaris"\r\n\r\nG-02{sign}\r\n'
    (sheet,) = read_csv("answers.csv", words.encode(encoding)).sheets
    assert sheet.name == "answers"
    assert (sheet.header, sheet.header_number) == (("id", "answer"), 2)
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (3, ("G-01", 'Ya, baik; "é"\nbaris')),
        (5, ("G-02", "")),
    ]


def test_rows_have_as_many_cells_as_the_widest_and_empty_columns_at_the_end_go():
    (sheet,) = read_csv("a.csv", b"a,b,,\n1,2,3,\n4,,,\n").sheets
    assert sheet.header == ("a", "b", "")
    assert [row.cells for row in sheet.rows] == [("1", "2", "3"), ("4", "", "")]


def test_a_table_as_text_is_its_rows_with_tabs():
    assert read_csv("a.csv", b'a,b\n1,"two\nlines"\n').text == "a\tb\n1\ttwo lines"


def test_slips_with_quotation_marks_are_forgiven_but_not_a_missing_end():
    (sheet,) = read_csv("a.csv", b'a,b\n1,"two" more\n').sheets
    assert sheet.rows[0].cells == ("1", "two more")
    with pytest.raises(UserError) as error:
        read_csv("a.csv", b'a,b\n1,"two and no end\n')
    assert error.value.sentence("en") == (
        "“a.csv” is damaged or was cut short, so its text cannot be read."
    )


def test_a_workbook_gives_its_sheets_with_cells_as_words():
    data = xlsx(
        [
            ["id", "n", "when", "at", "share", "yes"],
            ["G-01", 12.0, date(2017, 1, 12), datetime(2017, 1, 12, 9, 30), 0.5, True],
            [None, None, None, None, None, None],
            ["G-02", 7, None, None, None, None],
        ],
        more=[("Second", [["a"], ["é 😀"]]), ("Empty", [])],
    )
    first, second = read_xlsx("a.xlsx", data).sheets
    assert [(row.number, row.cells) for row in first.rows] == [
        (2, ("G-01", "12", "2017-01-12", "2017-01-12 09:30", "0.5", "True")),
        (4, ("G-02", "7", "", "", "", "")),
    ]
    assert (second.name, second.rows[0].cells) == ("Second", ("é 😀",))


def test_a_table_that_is_too_large_says_how_large_it_may_be(monkeypatch):
    monkeypatch.setattr("app.collect.reading.csv.ROWS_LIMIT", 3)
    with pytest.raises(UserError) as error:
        read_csv("a.csv", b"a\n1\n2\n3\n4\n")
    assert error.value.sentence("en") == (
        "“a.csv” is too large a table: up to 3 rows and 500 columns are read."
    )
