from datetime import date

import pytest

from app.collect.dates import find_date, read_date

DAY = date(2017, 1, 12)


@pytest.mark.parametrize(
    "words",
    [
        "2017-01-12",
        "2017/01/12",
        "20170112",
        "12/01/2017",
        "12-1-2017",
        "12.01.2017",
        "12 Januari 2017",
        "12 januari 2017",
        "12 Jan 2017",
        "12-Jan-2017",
        "January 12, 2017",
        "Jan 12 2017",
        "January 12th, 2017",
        "12th of January, 2017",
        "Kamis, 12 Januari 2017",
        "2017-01-12 09:30",
        "2017-01-12T09:30:00",
        "12/01/2017 9:30",
    ],
)
def test_a_day_as_researchers_write_it(words):
    assert read_date(words) == DAY
    assert find_date(f"rapat {words} di sekolah") == DAY


def test_day_comes_before_month_unless_that_cannot_be():
    assert read_date("03/02/2017") == date(2017, 2, 3)
    assert read_date("01/31/2017") == date(2017, 1, 31)


@pytest.mark.parametrize(
    "words", ["", "31/02/2017", "soon", "2017", "12/01", "2017-13-45", "12 Januari", "1 2 3 2017"]
)
def test_what_is_no_day(words):
    assert read_date(words) is None


def test_the_first_day_in_a_text_is_found():
    assert find_date("no. 12/345 of 3 Mei 2018, then 2017-01-12") == date(2018, 5, 3)
    assert find_date("telp 0251-8240773, 1234567890") is None


@pytest.mark.parametrize(
    ("month", "number"),
    [
        ("Februari", 2),
        ("Maret", 3),
        ("Mei", 5),
        ("Juni", 6),
        ("Juli", 7),
        ("Agustus", 8),
        ("Oktober", 10),
        ("Nopember", 11),
        ("Desember", 12),
        ("August", 8),
        ("December", 12),
    ],
)
def test_months_in_both_languages(month, number):
    assert read_date(f"2 {month} 2016") == date(2016, number, 2)
