from datetime import date

import pytest

from app.collect.coded_spreadsheet import read_coded_rows
from app.errors import UserError
from tests.app.collect.files import xlsx

HEADER = "source,method,category,role,site,informant,date,excerpt,code,stance,memo"
ROW = 'W/KS-01,interview,principal,key_person,SDN 01,KS-01,2017-01-12,"Ya, baik.",F > B,supports,m'


def read(tmp_path, words, name="a.csv", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(words if isinstance(words, bytes) else words.encode(encoding))
    return read_coded_rows(path)


def refusal(tmp_path, words):
    with pytest.raises(UserError) as error:
        read(tmp_path, words)
    return error.value.sentence("en")


def test_a_row_is_read_with_all_its_cells(tmp_path):
    (row,) = read(tmp_path, f"{HEADER}\n{ROW}\n")
    assert (row.number, row.source, row.method, row.category) == (
        2,
        "W/KS-01",
        "interview",
        "principal",
    )
    assert (row.role, row.site, row.informant) == ("key_person", "SDN 01", "KS-01")
    assert (row.date, row.excerpt, row.path) == (date(2017, 1, 12), "Ya, baik.", ("F", "B"))
    assert (row.direction, row.memo) == ("affirms", "m")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_columns_stand_in_any_order_under_indonesian_names_too(tmp_path, sign, encoding):
    header = ["Kutipan", "KODE", "sikap", "Metode", "sumber", "Informan", "tanggal", "Sekolah"]
    header += ["Peran", "Kategori", "Catatan"]
    cells = ["“Ya” – baik", "Faktor>Dukungan", "membantah", "W", "S1", "KS-01", "12 Januari 2017"]
    cells += ["SDN 01", "Informan kunci", "kepala sekolah", "ragu"]
    (row,) = read(tmp_path, sign.join(header) + "\r\n" + sign.join(cells), encoding=encoding)
    assert (row.excerpt, row.path, row.direction) == (
        "“Ya” – baik",
        ("Faktor", "Dukungan"),
        "denies",
    )
    assert (row.method, row.source, row.informant) == ("interview", "S1", "KS-01")
    assert (row.date, row.site, row.role) == (date(2017, 1, 12), "SDN 01", "Informan kunci")
    assert (row.category, row.memo) == ("kepala sekolah", "ragu")


def test_a_workbook_is_read_from_the_sheet_that_has_the_columns(tmp_path):
    data = xlsx(
        [["about this file"], ["x"]],
        more=[
            (
                "Coding",
                [
                    ["source", "method", "excerpt", "code", "date"],
                    ["S1", "K", "Ya", "A", date(2017, 1, 12)],
                    ["S1", "kuesioner", "Tidak", 7, "2017-01-12"],
                ],
            )
        ],
    )
    first, second = read(tmp_path, data, "a.xlsx")
    assert (first.method, first.date) == ("questionnaire", date(2017, 1, 12))
    assert (second.path, second.number) == (("7",), 3)


@pytest.mark.parametrize(
    ("told", "direction"),
    [
        ("", "affirms"),
        ("supports", "affirms"),
        ("Affirms", "affirms"),
        ("mendukung", "affirms"),
        ("contradicts", "denies"),
        ("denies", "denies"),
        ("Membantah", "denies"),
        ("menolak", "denies"),
        ("qualifies", "mixed"),
        ("mixed", "mixed"),
        ("dengan catatan", "mixed"),
        ("Mendukung dengan catatan", "mixed"),
    ],
)
def test_a_stance_has_words_in_both_languages(tmp_path, told, direction):
    (row,) = read(tmp_path, f"source,method,excerpt,code,stance\nS,W,e,c,{told}\n")
    assert row.direction == direction


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "“a.csv” is empty."),
        ("source,method,excerpt,code\n", "“a.csv” holds no row under its headings."),
        (
            "source,excerpt\nS,e\n",
            "“a.csv” lacks the columns of a coded spreadsheet: method, code.",
        ),
        (
            "source,method,excerpt,code\nS,W,e,c\nS,talk,e,c\n",
            "“a.csv”, row 3: “talk” is not a method. "
            "Write interview, observation, questionnaire or documentation.",
        ),
        (
            "source,method,excerpt,code,stance\nS,W,e,c,perhaps\n",
            "“a.csv”, row 2: “perhaps” is not a stance. "
            "Write supports, contradicts or qualifies, or leave it empty.",
        ),
        (
            "source,method,excerpt,code,date\n\nS,W,e,c,31/02/2017\n",
            "“a.csv”, row 3: “31/02/2017” is not a date. Write it as 2017-01-31.",
        ),
        (
            "source,method,excerpt,code\n,W,e,c\n",
            "“a.csv”, row 2: there is an excerpt, but no source from which it comes.",
        ),
        (
            "source,method,excerpt,code,stance\nS,W,,c,supports\n",
            "“a.csv”, row 2: the stance “supports” needs an excerpt and a code.",
        ),
        (
            "source,method,excerpt,code\nS,W,e,A > > B\n",
            "“a.csv”, row 2: the code “A > > B” has an empty name in its path.",
        ),
    ],
)
def test_what_is_wrong_is_said_with_the_row(tmp_path, words, sentence):
    assert refusal(tmp_path, words) == sentence


def test_a_text_is_no_coded_spreadsheet(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("source, method, excerpt, code")
    with pytest.raises(UserError) as error:
        read_coded_rows(path)
    assert error.value.sentence("en") == (
        "“a.txt” is not a table. A coded spreadsheet is a .csv or .xlsx file."
    )


def test_a_row_without_an_excerpt_is_a_declaration(tmp_path):
    rows = read(tmp_path, "source,method,excerpt,code,informant\nS,W,,,KS\n,,,A > B,\n,,,,G1\n")
    assert [(r.source, r.path, r.informant) for r in rows] == [
        ("S", (), "KS"),
        ("", ("A", "B"), ""),
        ("", (), "G1"),
    ]
