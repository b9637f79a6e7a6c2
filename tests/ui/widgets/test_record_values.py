import datetime

import pytest

from ui.widgets.record_values import (
    Column,
    Option,
    UnreadableValue,
    blank,
    read,
    read_or_keep,
    shown,
    sort_key,
)

ROLES = (Option(1, "key person"), Option(2, "core respondent"))
DAY = datetime.date(2017, 1, 12)


def column(kind):
    return Column("key", "Title", kind)


@pytest.mark.parametrize(
    ("kind", "words", "value"),
    [
        ("text", "  Ibu Rahma ", "Ibu Rahma"),
        ("choice", "Key Person", 1),
        ("choice", "2", 2),
        ("choice", "", None),
        ("choices", "core respondent; key person", (2, 1)),
        ("choices", " , ", ()),
        ("date", "12/01/2017", DAY),
        ("date", "2017-01-12", DAY),
        ("date", "12-01-2017", DAY),
        ("date", "12.01.2017", DAY),
        ("date", "", None),
        ("number", "12", 12),
        ("number", "77,07", 77.07),
        ("number", "", None),
        ("check", "ya", True),
        ("check", "", False),
        ("colour", "#c00040", "#c00040"),
    ],
)
def test_words_become_values(kind, words, value):
    got = read(words, column(kind), ROLES)
    assert got == value
    assert type(got) is type(value)


@pytest.mark.parametrize(
    ("kind", "words", "told"),
    [
        ("choice", "uncle", "“uncle” is not one of the choices."),
        ("choices", "key person, uncle", "“uncle” is not one of the choices."),
        ("date", "31/02/2017", "“31/02/2017” is not a date. Write it like 31/12/2017."),
        ("number", "many", "“many” is not a number."),
        ("check", "perhaps", "“perhaps” is neither yes nor no."),
    ],
)
def test_what_is_no_value_is_said_in_a_sentence(kind, words, told):
    with pytest.raises(UnreadableValue, match=told.replace(".", r"\.")):
        read(words, column(kind), ROLES)
    kept = read_or_keep(words, column(kind), ROLES)
    assert kept == ((1, "uncle") if kind == "choices" else words)


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("text", "KS-01", "KS-01"),
        ("choice", 2, "core respondent"),
        ("choice", 9, "9"),
        ("choice", None, ""),
        ("choices", (1, 2), "key person, core respondent"),
        ("date", DAY, "12/01/2017"),
        ("number", 0, "0"),
        ("check", True, "✓"),
        ("check", False, ""),
    ],
)
def test_values_become_words(kind, value, words):
    assert shown(value, column(kind), ROLES) == words


def ordered(kind, values):
    return sorted(values, key=lambda value: sort_key(value, column(kind), ROLES))


def test_figures_in_codes_count_as_numbers_and_blanks_come_last():
    assert ordered("text", ["KS-10", "", "KS-2", "KK-1"]) == ["KK-1", "KS-2", "KS-10", ""]
    assert ordered("text", ["Focus 2", "1", "Äpfel", "a1b"]) == ["1", "a1b", "Focus 2", "Äpfel"]


def test_choices_are_ordered_as_they_are_offered_and_dates_by_time():
    assert ordered("choice", [None, 2, 1]) == [1, 2, None]
    later = datetime.date(2018, 1, 1)
    assert ordered("date", [later, None, DAY]) == [DAY, later, None]
    assert ordered("number", [10, None, 9.5]) == [9.5, 10, None]


@pytest.mark.parametrize(
    ("kind", "value"),
    [("text", ""), ("choice", None), ("choices", ()), ("date", None), ("check", False)],
)
def test_an_emptied_cell_is_shown_as_nothing(kind, value):
    assert blank(column(kind)) == value
    assert shown(blank(column(kind)), column(kind), ROLES) == ""
