import pytest

from app.collect.turns import find_turns


def turns(text, known=()):
    return [
        (text[turn.start : turn.end], turn.speaker, turn.is_researcher)
        for turn in find_turns(text, known)
    ]


def speakers(text, known=()):
    return list(dict.fromkeys((t.speaker, t.is_researcher) for t in find_turns(text, known)))


def test_a_turn_covers_its_paragraphs_up_to_the_next_label():
    text = "Rapat 😀\n\nP: Bagaimana?\n\nN: Baik.\nDan ramai.\n\n  \nP: Lalu?\nN: Selesai.\n"
    assert turns(text) == [
        ("P: Bagaimana?", "P", True),
        ("N: Baik.\nDan ramai.", "N", False),
        ("P: Lalu?", "P", True),
        ("N: Selesai.", "N", False),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KS-01: Ya.\nPG1: Tidak.", [("KS-01", False), ("PG1", False)]),
        ("P: Apa?\nKS-01: Ya.", [("P", True), ("KS-01", False)]),
        ("Interviewer: When?\nR: Now.", [("Interviewer", True), ("R", False)]),
        ("Q: When?\nA: Now.\nQ: Why?\nA: So.", [("Q", True), ("A", False)]),
        ("T: Kapan?\nJ: Kini.\nT: Apa?\nJ: Itu.", [("T", True), ("J", False)]),
        ("Peneliti: Apa?\nNarasumber: Itu.", [("Peneliti", True), ("Narasumber", False)]),
        ("I: When?\nP: Now.\nI: Why?\nP: So.", [("I", True), ("P", False)]),
        ("R: When?\nP: Now.\nR: Why?\nP: So.", [("R", True), ("P", False)]),
        ("P: Kapan?\nR: Kini.\nP: Apa?\nR: Itu.", [("P", True), ("R", False)]),
        ("P: Kapan?\nI: Kini.\nP: Apa?\nI: Itu.", [("P", True), ("I", False)]),
        (
            "Researcher 1: Ready?\nAna: Yes.\nResearcher 1: So?\nAna: Well.",
            [("Researcher 1", True), ("Ana", False)],
        ),
        (
            "Dan: Ready?\nParticipant: Yes.\nDan: And?\nParticipant: It is fine here, I think.",
            [("Dan", True), ("Participant", False)],
        ),
        (
            "Jo Li: When was it?\nAna M. Putri: In May, I think, or later.\n"
            "Jo Li: Why?\nAna M. Putri: Because of the rain that came.",
            [("Jo Li", True), ("Ana M. Putri", False)],
        ),
        (
            "Moderator: Siapa?\nBu Siti: Saya.\nPak Budi bin Ali: Juga.\n"
            "Moderator: Lalu?\nBu Siti: Ya.\nPak Budi bin Ali: Ya.",
            [("Moderator", True), ("Bu Siti", False), ("Pak Budi bin Ali", False)],
        ),
        ("[id1] Yes.\n[id2] No.\n[id1] Well.\n[id2] So.", [("id1", False), ("id2", False)]),
        ("p: apa?\nn: itu.\np: lalu?\nn: ya.", [("p", True), ("n", False)]),
        ("P:Apa?\nKS-01:Itu.", [("P", True), ("KS-01", False)]),
        ("P\t: Apa?\nN\t: Itu.\nP\t: Lalu?\nN\t: Ya.", [("P", True), ("N", False)]),
        ("P：何ですか？\nN：それです。\nP：はい？\nN：はい。", [("P", True), ("N", False)]),
        ("**P:** Apa?\n**N:** Itu.\n**P:** Lalu?\n**N:** Ya.", [("P", True), ("N", False)]),
        ("P (laki-laki): Apa?\nKS-01 (guru): Itu.", [("P", True), ("KS-01", False)]),
        (
            "1\tP\tApa?\n2\tN\tItu.\n3\tP\tLalu?\n4\tN\tYa.",
            [("P", True), ("N", False)],
        ),
        (
            "Ana Putri   0:03\nApa kabar?\n\nBudi Ali   0:05\nBaik.\n\nAna Putri   0:09\nLalu?\n\n"
            "Budi Ali   0:12\nBegitu saja, kami pulang.",
            [("Ana Putri", True), ("Budi Ali", False)],
        ),
    ],
)
def test_who_speaks_and_who_asks(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "start",
    ["[00:01:02] {}:", "00:01 {}:", "(0:01:02) {}:", "[00:01:02.345] - {}:", "{} [00:01:02]:"],
)
def test_time_stamps_before_or_behind_a_label_are_no_part_of_it(start):
    text = "\n".join(
        f"{start.format(name)} {words}"
        for name, words in [("Ana Putri", "Ya?"), ("G-01", "Ya."), ("Ana Putri", "Lalu?")]
    )
    assert [turn.speaker for turn in find_turns(text)] == ["Ana Putri", "G-01", "Ana Putri"]
    assert turns(text)[0][0] == text.split("\n")[0]


@pytest.mark.parametrize(
    "text",
    [
        "Catatan: rapat ditunda.\nLalu kami pulang.",
        "Catatan: a\nCatatan: b\nTujuan: c\nTujuan: d",
        "Ana: only once.\nThen nothing.",
        "https://example.org is a page\nhttps://example.org again",
        "Pukul 10:30 rapat\nPukul 10:45 selesai",
        "She said: no. He said: yes.\nShe said: no. He said: yes.",
        "F1: proses kegiatan\nF2: bentuk kegiatan\nF3: faktor",
        "Tabel 1: program\nTabel 2: nilai",
        "Responden: 14 guru",
        "Kode\tNama\nKS-01\tIbu Ani\nKS-02\tPak Budi",
        "the first thing: this\nthe first thing: that",
        "",
    ],
)
def test_running_text_has_no_speakers(text):
    assert find_turns(text) == ()


def test_the_heading_of_a_transcript_is_no_turn():
    text = (
        "Narasumber: Ibu Siti\nPewawancara: Ana\nTanggal: 12 Januari 2017\n\n"
        "P: Apa?\nN: Itu.\nP: Lalu?\nN: Ya."
    )
    assert turns(text)[0] == ("P: Apa?", "P", True)
    assert len(turns(text)) == 4


def test_a_note_inside_a_turn_belongs_to_it():
    text = "P: Apa?\nKS-01: Itu.\nCatatan: ia tertawa.\nP: Lalu?"
    assert turns(text)[1] == ("KS-01: Itu.\nCatatan: ia tertawa.", "KS-01", False)


def test_a_full_name_that_comes_once_speaks_where_every_paragraph_is_labelled():
    lines = ["Jo Li: When?", "Ana Putri: In May, or so I think."] * 3
    text = "\n".join([*lines, "Rebecca Wright: May I?", *lines])
    assert "Rebecca Wright" in {turn.speaker for turn in find_turns(text)}
    sparse = text.replace("\n", "\nMore words here.\nAnd more.\n")
    assert "Rebecca Wright" not in {turn.speaker for turn in find_turns(sparse)}


def test_a_known_informant_speaks_though_they_come_once():
    assert speakers("ibu ani: Ya.\nLalu pulang.", known=["Ibu Ani"]) == [("ibu ani", False)]
    assert speakers("Ibu Ani: Ya.\nLalu pulang.") == []


def test_a_million_characters_take_no_long_time():
    import time

    text = "\n".join(f"P: Apa yang {n}?\nN: {'kata ' * 20}" for n in range(9000))
    assert len(text) > 1_000_000
    start = time.perf_counter()
    found = find_turns(text)
    assert time.perf_counter() - start < 3
    assert len(found) == 18_000
