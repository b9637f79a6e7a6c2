from datetime import date
from pathlib import Path

import pytest

from app.collect.guessing import Known, guess, tie_speakers
from app.collect.methods import method_named, read_method
from app.collect.turns import find_turns
from app.errors import UserError

KNOWN = Known(
    {"KS-01": "Ibu Ani", "KS-011": "", "G-01": ""},
    ("SDN Ciawi 01", "SDN Ciawi 02", "Ciawi"),
    ("principal", "document", "Kegiatan"),
)
TALK = "P: Apa?\nN: Itu.\nP: Lalu?\nN: Ya."


def guessed(name, text="", known=KNOWN, kind=""):
    return guess(Path("/somewhere") / name, text, find_turns(text, known.names()), known, kind)


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("W_KS-01.docx", "interview"),
        ("W-03.docx", "interview"),
        ("I KS-01.docx", "interview"),
        ("wawancara kepala sekolah.docx", "interview"),
        ("Interview with G-01.txt", "interview"),
        ("FGD_guru.txt", "interview"),
        ("obs 2017-02-03.txt", "observation"),
        ("O-1.txt", "observation"),
        ("Catatan lapangan 3.md", "observation"),
        ("K-G-01.txt", "questionnaire"),
        ("Q_G-01.txt", "questionnaire"),
        ("kuesioner guru.pdf", "questionnaire"),
        ("angket.xlsx", "questionnaire"),
        ("D-02.pdf", "documentation"),
        ("dokumen SK KKG.pdf", "documentation"),
        ("notulen rapat.docx", "documentation"),
        ("Observasi/rapat.txt", "observation"),
        ("rapat.txt", "documentation"),
        ("obscure.txt", "documentation"),
    ],
)
def test_the_method_is_told_by_the_name(name, method):
    assert guessed(name).method == method


def test_the_method_is_told_by_the_content_where_the_name_says_nothing():
    assert guessed("a.txt", TALK).method == "interview"
    assert guessed("a.vtt", kind="vtt").method == "interview"
    assert guessed("a.csv", kind="csv").method == "questionnaire"
    assert guessed("a.txt", "Observasi rapat KKG\nGuru datang.").method == "observation"


@pytest.mark.parametrize(
    ("name", "informants"),
    [
        ("W_KS-01.docx", ("KS-01",)),
        ("W KS01.docx", ("KS-01",)),
        ("w_ks-01.docx", ("KS-01",)),
        ("KS-011.docx", ("KS-011",)),
        ("K-G-01 K-G-02.docx", ("G-01", "K-G-02")),
        ("PG3_interview.docx", ("PG3",)),
        ("W-03.docx", ()),
        ("rapat 2017.docx", ()),
    ],
)
def test_informants_are_told_by_the_name(name, informants):
    assert guessed(name).informants == informants


def test_the_head_of_a_transcript_tells_informant_site_and_date():
    text = f"Narasumber: Ibu Ani\nSekolah: SDN Baru\nTanggal: 3 Maret 2017\n\n{TALK}"
    found = guessed("transkrip.docx", text)
    assert (found.informants, found.site, found.date) == (("KS-01",), "SDN Baru", date(2017, 3, 3))
    assert {s.label: (s.informant, s.is_researcher) for s in found.speakers} == {
        "P": ("", True),
        "N": ("KS-01", False),
    }


def test_the_longest_site_that_the_study_knows_is_found_anywhere_in_the_head():
    assert guessed("W_KS-01 sdn_ciawi_02.docx").site == "SDN Ciawi 02"
    assert guessed("a.docx", "Rapat di SDN Ciawi 01, Bogor").site == "SDN Ciawi 01"
    assert guessed("a.docx", "Rapat di Ciawi").site == "Ciawi"
    assert guessed("a.docx", "Rapat di Ciawian").site == ""


def test_the_date_in_the_name_goes_before_that_in_the_head():
    assert guessed("W_KS-01_20170112.txt", "Tanggal: 3 Maret 2018").date == date(2017, 1, 12)
    assert guessed("W_KS-01_12-01-2017.txt").date == date(2017, 1, 12)


def test_a_source_without_informants_gets_a_category_that_the_study_has():
    assert guessed("dokumen.pdf").category == "document"
    assert guessed("obs.txt").category == "Kegiatan"
    assert guessed("obs KS-01.txt").category == ""
    assert guessed("dokumen.pdf", known=Known()).category == ""


def tied(text, informants, known=KNOWN):
    speakers = tie_speakers(find_turns(text, known.names()), informants, known)
    return {speaker.label: speaker.informant for speaker in speakers}


def test_speakers_are_tied_to_informants_where_that_is_sure():
    assert tied(TALK, ["PG1"]) == {"P": "", "N": "PG1"}
    assert tied(TALK, ["PG1", "PG2"]) == {"P": "", "N": ""}
    assert tied(TALK, []) == {"P": "", "N": ""}
    assert tied("P: Apa?\nKS-01: Ya.\nPG2: Ya.", []) == {"P": "", "KS-01": "KS-01", "PG2": "PG2"}
    assert tied("P: Apa?\nibu ani: Ya.", []) == {"P": "", "ibu ani": "KS-01"}
    named = "P: Apa?\nBu Siti: Ya.\nP: Lalu?\nBu Siti: Ya."
    assert tied(named, ["PG1"]) == {"P": "", "Bu Siti": "PG1"}
    assert tied(named, []) == {"P": "", "Bu Siti": "Bu Siti"}
    group = "P: Apa?\nBu Siti: Ya.\nPak Ali: Ya.\nP: Lalu?\nBu Siti: Ya.\nPak Ali: Ya."
    assert tied(group, ["PG1"]) == {"P": "", "Bu Siti": "Bu Siti", "Pak Ali": "Pak Ali"}


def test_speakers_come_with_how_much_they_say_most_first():
    first, second = tie_speakers(find_turns(TALK + " Panjang sekali."), [])
    assert (first.label, first.turns, second.label, second.words) == ("N", 2, "P", 15)


def test_the_title_is_the_name_made_readable():
    assert guessed("W_KS-01  kepala\nsekolah.docx").title == "W KS-01 kepala sekolah"


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("W", "interview"),
        ("i", "interview"),
        ("O", "observation"),
        ("K", "questionnaire"),
        ("Q", "questionnaire"),
        ("D", "documentation"),
        (" Wawancara ", "interview"),
        ("Observasi", "observation"),
        ("kuesioner", "questionnaire"),
        ("Documentation", "documentation"),
    ],
)
def test_a_method_has_names_and_letters_in_both_languages(name, method):
    assert method_named(name) == method


def test_what_is_no_method_says_so():
    assert read_method("talk") is None
    with pytest.raises(UserError) as error:
        method_named("talk")
    assert error.value.sentence("en") == (
        "“talk” is not a method. Choose interview, observation, questionnaire or documentation."
    )
