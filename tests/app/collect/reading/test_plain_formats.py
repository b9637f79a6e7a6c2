import pytest

from app.collect.reading.epub import read_epub
from app.collect.reading.html import read_html
from app.collect.reading.plain import read_md, read_txt
from app.collect.reading.rtf import read_rtf
from app.errors import UserError
from tests.app.collect.files import packed

WORDS = "Guru: “Saya setuju” – ‘ya’, é, naïve.\nBaris kedua…"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode("utf-8"),
        WORDS.encode("utf-8-sig"),
        WORDS.encode("utf-16"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        b"\xff\xfe\0\0" + WORDS.encode("utf-32-le"),
        WORDS.encode("cp1252"),
        WORDS.replace("\n", "\r\n").encode("utf-8"),
        WORDS.replace("\n", "\r").encode("cp1252"),
        WORDS.replace("\n", "\u2028").encode("utf-8"),
        WORDS.replace("\n", "\x0b").encode("utf-8"),
        WORDS.replace("\n", "\x0c").encode("utf-8"),
    ],
)
def test_a_text_is_read_in_any_encoding_and_with_any_line_ends(data):
    assert read_txt("a.txt", data).text == WORDS


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Учителя приходят на собрание каждую субботу, и все довольны этим. " * 5, "cp1251"),
        ("先生たちは毎週土曜日に集まります。みんな満足しています。" * 5, "shift_jis"),
        ("המורים באים לפגישה בכל שבת וכולם מרוצים ממנה מאוד. " * 5, "cp1255"),
        ("Οι δάσκαλοι έρχονται στη συνάντηση κάθε Σάββατο. " * 5, "cp1253"),
    ],
)
def test_other_alphabets_in_their_old_encodings(words, encoding):
    assert read_txt("a.txt", words.encode(encoding)).text == words


def test_signs_beyond_latin_pass_through_exactly():
    words = "e\u0301 é 👩\u200d🏫 مرحبا \u202bשלום\u202c न\u094d \u00a0\u00ad\ufeff\tx "
    assert read_txt("a.txt", words.encode()).text == words


@pytest.mark.parametrize(
    "data",
    [b"words\0and more", b"\0\1\2\3" * 50, "words\0".encode("utf-16"), bytes(range(1, 32)) * 9],
)
def test_binary_data_is_refused(data):
    with pytest.raises(UserError) as error:
        read_txt("a.txt", data)
    assert error.value.sentence("en") == "“a.txt” holds binary data, not text."


def test_a_text_cut_within_a_character_is_cut_short():
    with pytest.raises(UserError) as error:
        read_txt("a.txt", "“kata”".encode()[:-1])
    assert error.value.sentence("en") == (
        "“a.txt” is damaged or was cut short, so its text cannot be read."
    )


def test_markdown_keeps_its_marks_and_shows_its_headings():
    words = "# Hasil 😀 #\n\n```\n# no heading\n```\n## Temuan\n* satu\n"
    read = read_md("a.md", words.encode())
    assert read.text == words
    assert read.title == "Hasil 😀"
    assert [(words[h.start : h.end], h.level) for h in read.headings] == [
        ("# Hasil 😀 #", 1),
        ("## Temuan", 2),
    ]


PAGE = """<!DOCTYPE html><html><head><title>A  page</title><style>p {}</style></head><body>
<script>alert(1)</script><!-- no --><h1>Head<br>line</h1>
<p>One <b>two</b>
three&nbsp;&amp; four<br>five</p>loose words
<ul><li>dot<ol start="3"><li>three</li><li>four</li></ol></li></ul>
<table><thead><tr><th>a</th><th>b</th></tr></thead><tr><td>1<p>2</p></td><td></td></tr></table>
<pre>  kept
   as is</pre><div hidden>not this</div><div>last</div></body></html>"""


def test_a_web_page_is_its_words_block_by_block():
    read = read_html("a.html", PAGE.encode())
    assert read.text.split("\n") == [
        "Head",
        "line",
        "One two three\u00a0& four",
        "five",
        "loose words",
        "• dot",
        "3. three",
        "4. four",
        "a\tb",
        "1",
        "2",
        "  kept",
        "   as is",
        "last",
    ]
    assert read.title == "A page"
    assert [read.text[h.start : h.end] for h in read.headings] == ["Head", "line"]


def test_a_web_page_is_read_in_the_encoding_that_it_declares():
    page = '<meta charset="iso-8859-5"><p>Привет</p>'
    assert read_html("a.html", page.encode("iso-8859-5")).text == "Привет"
    assert read_html("a.html", ("\ufeff" + page).encode()).text == "Привет"


def test_rich_text_keeps_notes_cells_emoji_and_leaves_deletions_out():
    rtf = (
        rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\info{\title Not this}}"
        rb"\f0 Satu \'93dua\'94 \u233?\u-10179?\u-8704?{\deleted gone}"
        rb"{\footnote Said \b twice\b0 .}"
        rb" tiga\par {\header head}\pard Baris\tab dua\par\trowd a\cell b\cell\row "
        rb"literal \\cell \{x\}\par}"
    )
    assert read_rtf("a.rtf", rtf).text.split("\n") == [
        "Satu “dua” é😀[1] tiga",
        "[1] Said twice.",
        "Baris\tdua",
        "a\tb",
        "literal \\cell {x}",
    ]


def test_rich_text_that_was_cut_short_says_so():
    with pytest.raises(UserError) as error:
        read_rtf("a.rtf", rb"{\rtf1\ansi Satu {\b dua")
    assert error.value.sentence("en") == (
        "“a.rtf” is damaged or was cut short, so its text cannot be read."
    )


def test_a_book_is_its_chapters_in_reading_order():
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A book</dc:title></metadata>'
        '<manifest><item id="b" href="two.xhtml"/>'
        '<item id="a" href="text/one%20a.xhtml"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    book = packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:'
            'container"><rootfiles><rootfile full-path="OPS/p.opf"/></rootfiles></container>',
            "OPS/p.opf": package,
            "OPS/text/one a.xhtml": "<?xml version='1.0' encoding='UTF-8'?><h1>First</h1><p>é</p>",
            "OPS/two.xhtml": "<h2>Second</h2><p>b</p>",
        }
    )
    read = read_epub("a.epub", book)
    assert read.text == "First\né\nSecond\nb"
    assert read.title == "A book"
    assert [(read.text[h.start : h.end], h.level) for h in read.headings] == [
        ("First", 1),
        ("Second", 2),
    ]
