"""Each case of bad input, with the sentence that it gives (issue 2, section 12)."""

import io
import os
import struct
import tracemalloc
import zipfile
from pathlib import Path
from random import Random

import pytest

from app.collect.reading import limits
from app.collect.reading.reader import file_bytes, read_bytes, read_file
from app.errors import EnvironmentProblem, StudyProblem
from tests.app.collect.files import OLE, docx, odt, p, packed, pdf, xlsx

DAMAGED = "“{}” is damaged or was cut short, so its text cannot be read."
PASSWORD = "“{}” is protected by a password. Save it without one, then import it again."
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


def refusal(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(StudyProblem) as error:
        read_file(path)
    sentence = error.value.sentence("en")
    indonesian = error.value.sentence("id")
    assert "\n" not in sentence
    assert indonesian != sentence
    return sentence


def ole(*streams):
    return OLE + b"\0" * 500 + b"".join(s.encode("utf-16-le").ljust(64, b"\0") for s in streams)


def with_locked_parts(data):
    """Set the flag that says that a part of a zip is encrypted, in every entry."""
    found = bytearray(data)
    for mark, offset in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        at = found.find(mark)
        while at >= 0:
            found[at + offset] |= 1
            at = found.find(mark, at + 1)
    return bytes(found)


CASES = {
    "empty.docx": (b"", "“{}” is empty."),
    "empty.txt": (b"", "“{}” is empty."),
    "blank.txt": (b"\xef\xbb\xbf \r\n\t", "“{}” is empty."),
    "no words.docx": (docx(p()), "“{}” holds no words to read."),
    "no words.html": (b"<html><body><img></body></html>", "“{}” holds no words to read."),
    "cut.docx": (docx(p("words"))[:-80], DAMAGED),
    "cut.odt": (odt("<text:p>x</text:p>")[:200], DAMAGED),
    "cut.xlsx": (xlsx([["a"], [1]])[:-900], DAMAGED),
    "cut.pdf": (pdf([[(60, 700, "words")]])[:60], DAMAGED),
    "cut.rtf": (rb"{\rtf1 words {\b more", DAMAGED),
    "no document.docx": (packed({"word/styles.xml": "<x/>"}), DAMAGED),
    "broken xml.docx": (packed({"word/document.xml": "<w:document><w:body>"}), DAMAGED),
    "no sheet.xlsx": (packed({"xl/workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"}), DAMAGED),
    "locked.docx": (ole("EncryptionInfo", "EncryptedPackage"), PASSWORD),
    "locked.xlsx": (ole("EncryptedPackage"), PASSWORD),
    "locked parts.docx": (with_locked_parts(docx(p("words"))), PASSWORD),
    "locked.pdf": (pdf([[(60, 700, "words")]], encrypt=True), PASSWORD),
    "old.doc": (
        ole("WordDocument"),
        "“{}” is in the old format of Word. Save it as .docx, then import that.",
    ),
    "old.xls": (
        ole("Workbook"),
        "“{}” is in the old format of Excel. Save it as .xlsx, then import that.",
    ),
    "old.ppt": (
        ole("PowerPoint Document"),
        "“{}” is in an old office format. Save it as .docx, .xlsx or PDF, then import that.",
    ),
    "picture.docx": (PNG, "“{}” is a picture and holds no text."),
    "picture.txt": (
        b"\xff\xd8\xff\xe0\0\x10JFIF" + b"\1" * 99,
        "“{}” is a picture and holds no text.",
    ),
    "sound.pdf": (
        b"ID3\4\0" + b"\0" * 99,
        "“{}” is a recording. Import its transcript or captions instead.",
    ),
    "film.vtt": (
        b"\0\0\0\x18ftypmp42" + b"\0" * 99,
        "“{}” is a recording. Import its transcript or captions instead.",
    ),
    "packed.docx": (
        packed({"a.txt": "x"}),
        "“{}” is a packed archive. Unpack it, then import the files in it.",
    ),
    "packed.7z": (
        b"7z\xbc\xaf\x27\x1c" + b"\0" * 50,
        "“{}” is a packed archive. Unpack it, then import the files in it.",
    ),
    "slides.docx": (
        packed({"ppt/presentation.xml": "<x/>"}),
        "“{}” is a presentation. Save it as PDF, then import that.",
    ),
    "sheet.ods": (
        packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
        "“{}” is an OpenDocument spreadsheet. Save it as .xlsx or .csv, then import that.",
    ),
    "study.txt": (
        b"SQLite format 3\0" + b"\0" * 99,
        "“{}” is a database, not a text. A copy of a study is merged instead.",
    ),
    "tool.txt": (b"MZ\x90\0" + b"\0" * 99, "“{}” is a program, not a text."),
    "nul.txt": (b"words\0words", "“{}” holds binary data, not text."),
    "nul.md": (b"# words\0words", "“{}” holds binary data, not text."),
    "nul.csv": (b"a,b\n1,\0\n", "“{}” holds binary data, not text."),
    "nul.html": (b"<p>a\0\0\0</p>", "“{}” holds binary data, not text."),
    "noise.txt": (bytes(range(1, 200)) * 20, "“{}” holds binary data, not text."),
    "broken.vtt": (
        b"WEBVTT\n\n00:99:00.000 --> x\nwords\n\n12 --> \nx\n",
        "“{}” holds no words to read.",
    ),
    "broken.srt": (
        b"words and words\nmore\nmore\n",
        "“{}” is not a well-formed caption file: a cue or the time of one cannot be read.",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_bad_file_gets_one_sentence(tmp_path, name):
    data, sentence = CASES[name]
    assert refusal(tmp_path, name, data) == sentence.format(name)


def test_the_name_in_a_sentence_keeps_its_quotes_and_loses_its_line_breaks(tmp_path):
    sentence = refusal(tmp_path, 'a "b" ‘c’ {0}\nd\te.txt', b"")
    assert sentence == '“a "b" ‘c’ {0} d e.txt” is empty.'


def test_a_name_with_quotes_and_line_breaks_is_read(tmp_path):
    path = tmp_path / 'W "KS-01"\n{x}.txt'
    path.write_text("words", "utf-8")
    assert read_file(path).text == "words"


@pytest.mark.parametrize(
    ("name", "data", "kind", "sentence"),
    [
        (
            "a.txt",
            docx(p("words")),
            "docx",
            "“a.txt” is called .txt but is a Word document, and was read as that.",
        ),
        (
            "a.docx",
            b"words",
            "txt",
            "“a.docx” is called .docx but is plain text, and was read as that.",
        ),
        (
            "a.pdf",
            b"<html><p>words</p>",
            "html",
            "“a.pdf” is called .pdf but is a web page, and was read as that.",
        ),
        (
            "a.docx",
            rb"{\rtf1 words}",
            "rtf",
            "“a.docx” is called .docx but is a rich text file, and was read as that.",
        ),
        (
            "a.csv",
            xlsx([["words"], ["x"]]),
            "xlsx",
            "“a.csv” is called .csv but is an Excel workbook, and was read as that.",
        ),
    ],
)
def test_a_mislabelled_file_is_read_as_what_it_is_and_says_so(tmp_path, name, data, kind, sentence):
    path = tmp_path / name
    path.write_bytes(data)
    read = read_file(path)
    assert read.format == kind
    assert read.text.startswith("words")
    assert [notice.sentence("en") for notice in read.notices] == [sentence]


def test_words_that_begin_like_a_picture_or_a_program_are_words(tmp_path):
    for name, words in (("a.txt", "BM berkata"), ("b.txt", "MZ: ya"), ("c.txt", "ID3 tidak")):
        (tmp_path / name).write_text(words, "utf-8")
        assert read_file(tmp_path / name).text == words


def test_a_missing_file_and_a_folder_say_so(tmp_path):
    with pytest.raises(EnvironmentProblem) as missing:
        read_file(tmp_path / "gone.txt")
    assert missing.value.sentence("en") == "There is no file “gone.txt”."
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(StudyProblem) as folder:
        read_file(tmp_path / "folder.txt")
    assert folder.value.sentence("en") == (
        "“folder.txt” is a folder. Import it as a folder, or choose files in it."
    )


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(StudyProblem) as error:
        read_file(tmp_path / "pipe.txt")
    assert error.value.sentence("en") == "“pipe.txt” is no ordinary file."


def test_a_file_that_may_not_be_read_says_so(tmp_path, monkeypatch):
    path = tmp_path / "shut.txt"
    path.write_text("words")

    def refuse(*_args, **_more):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(EnvironmentProblem) as error:
        read_file(path)
    assert error.value.sentence("en") == (
        "“shut.txt” may not be opened: you have no permission to read or write it."
    )


def test_a_text_of_200_megabytes_is_refused_without_being_read(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.write(b"words " * 1000)
        file.truncate(200 * limits.MEGABYTE)
    tracemalloc.start()
    with pytest.raises(StudyProblem) as error:
        read_file(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert error.value.sentence("en") == (
        "“large.txt” has 200 MB; files of its kind are read up to 50 MB. "
        "Split it into smaller ones."
    )
    assert most < 5 * limits.MEGABYTE


def bomb(size):
    data = io.BytesIO()
    with (
        zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        block = b" " * limits.MEGABYTE
        for _ in range(size):
            part.write(block)
    return data.getvalue()


def test_a_zip_bomb_is_not_unpacked(tmp_path):
    data = bomb(400)
    tracemalloc.start()
    sentence = refusal(tmp_path, "bomb.docx", data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sentence == (
        "“bomb.docx” would unpack to 400 MB, which no real document does, so it was not opened."
    )
    assert most < 10 * limits.MEGABYTE


def test_a_zip_bomb_that_lies_about_its_size_is_not_unpacked(tmp_path):
    data = bytearray(bomb(400))
    for mark, offset in ((b"PK\1\2", 24), (b"PK\3\4", 22)):
        at = data.rfind(mark) if mark == b"PK\1\2" else data.find(mark)
        struct.pack_into("<I", data, at + offset, 1000)
    tracemalloc.start()
    sentence = refusal(tmp_path, "liar.docx", bytes(data))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sentence == DAMAGED.format("liar.docx")
    assert most < 20 * limits.MEGABYTE


def test_many_parts_that_are_small_alone_are_a_bomb_together(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "UNPACKED_LIMIT", 3_000_000)
    parts = {f"word/{n}.xml": "ab" * 500_000 for n in range(4)}
    assert refusal(tmp_path, "many.docx", packed(parts)) == (
        "“many.docx” would unpack to 4 MB, which no real document does, so it was not opened."
    )


UNSAFE = "“{}” declares entities inside its XML, which no real document does, so it was not opened."
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_neither_expanded_nor_fetched(tmp_path, encoding):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    declared = (LAUGHS, f'<!DOCTYPE x [<!ENTITY c SYSTEM "{secret.as_uri()}">]>')
    for doctype in declared:
        document = f"<?xml version='1.0' encoding='{encoding}'?>{doctype}<x><body>&c;</body></x>"
        for part, name in (
            ("word/document.xml", "a.docx"),
            ("xl/workbook.xml", "a.xlsx"),
            ("content.xml", "a.odt"),
        ):
            parts = {part: document.encode(encoding)}
            if name == "a.odt":
                parts["mimetype"] = "application/vnd.oasis.opendocument.text"
            assert refusal(tmp_path, name, packed(parts)) == UNSAFE.format(name)


def test_a_web_page_fetches_nothing(tmp_path):
    (tmp_path / "secret.txt").write_text("secret words")
    page = (
        f'<!DOCTYPE x [<!ENTITY c SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
        "<html><body><p>words &c;</p></body></html>"
    )
    (tmp_path / "a.html").write_text(page)
    assert "secret" not in read_file(tmp_path / "a.html").text


def test_deep_nesting_is_refused_and_not_a_crash(tmp_path):
    deep = docx("<w:sdt><w:sdtContent>" * 2000 + p("x") + "</w:sdtContent></w:sdt>" * 2000)
    assert refusal(tmp_path, "deep.docx", deep) == DAMAGED.format("deep.docx")
    page = b"<p>before</p>" + b"<div>" * 5000 + b"words" + b"</div>" * 5000
    assert refusal(tmp_path, "deep.html", page) == (
        "“deep.html” nests its parts deeper than any real page does, so it was not opened."
    )


def test_signs_of_all_kinds_pass_through_every_format_exactly(tmp_path):
    words = "e\u0301é 👩\u200d🏫 𝔘 مرحبا \u202bשלום\u202c न\u094d a\u0300\u0301\u0302"
    files = {
        "a.txt": words.encode(),
        "a.md": words.encode(),
        "a.docx": docx(p(words)),
        "a.odt": odt(f"<text:p>{words}</text:p>"),
        "a.html": f"<meta charset=utf-8><p>{words}</p>".encode(),
        "a.csv": f"{words}\nx".encode(),
        "a.vtt": f"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n{words}\n".encode(),
        "a.xlsx": xlsx([[words], ["x"]]),
        "a.rtf": "".join(
            ["{\\rtf1\\uc0 "]
            + [
                f"\\u{unit - 65536 if unit > 32767 else unit} "
                for unit in struct.unpack(
                    f"<{len(words.encode('utf-16-le')) // 2}H", words.encode("utf-16-le")
                )
            ]
            + ["}"]
        ).encode(),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        assert read_file(tmp_path / name).text.split("\n")[0] == words, name


def test_the_bytes_are_read_whole(tmp_path):
    data = os.urandom(3) + b"words " * 2000
    (tmp_path / "a.txt").write_bytes(b"BOM" + data)
    assert file_bytes(tmp_path / "a.txt") == b"BOM" + data


def mutated(random, data):
    words = bytearray(data)
    for _ in range(random.choice((1, 3, 30))):
        at = random.randrange(max(1, len(words)))
        cut = random.randrange(1, 60)
        match random.randrange(4):
            case 0 if words:
                words[at] = random.randrange(256)
            case 1:
                del words[at : at + cut]
            case 2:
                words[at:at] = words[at : at + cut]
            case _:
                words[at:at] = bytes(random.randrange(256) for _ in range(3))
    return bytes(words)


def test_whatever_a_file_holds_it_is_read_or_refused_in_words():
    random = Random(20170112)
    unpacked = zipfile.ZIP_STORED
    table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p><w:r><w:t>a</w:t></w:r></w:p>"
    seeds = {
        "a.docx": docx(table),
        "b.docx": packed({"word/document.xml": f"<d>{table}</d>"}, compression=unpacked),
        "a.odt": odt("<text:p>x<text:s text:c='2'/></text:p>"),
        "a.xlsx": xlsx([["id", "answer"], ["G-01", "words"]]),
        "a.csv": b'id;answer\nG-01;"words, words"\n',
        "a.pdf": pdf([[(60, 700, "words"), (60, 680, "more-"), (60, 660, "words")]]),
        "a.rtf": rb"{\rtf1\ansi{\footnote x} words\par \trowd a\cell b\cell\row \u233?}",
        "a.html": b"<html><body><table><tr><td>a</table><ol><li>b</ol>&#55357;",
        "a.vtt": b"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Ana>words</v>\n",
        "a.srt": b"1\n00:00:01,000 --> 00:00:02,000\nAna: words\n",
        "a.md": b"# a\nwords",
        "a.txt": "P: “apa” é?\nN: itu".encode("cp1252"),
    }
    read, said = 0, []
    for _ in range(40):
        for name, data in seeds.items():
            try:
                source = read_bytes(Path(name), mutated(random, data))
            except StudyProblem as problem:
                said.append(problem.sentence("id"))
                continue
            read += 1
            source.text.encode("utf-8")
            assert not set(source.text) & set("\r\v\f\0\x85\u2028\u2029")
    assert read > 100
    assert said
    assert not any("\n" in sentence for sentence in said)
