import io

from app.collect.reading.docx import read_docx
from tests.app.collect.files import docx, p, run

NUMBERING = """
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/>
 </w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
"""


def item(list_id, depth=0):
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'


def text(body, **parts):
    return read_docx("a.docx", docx(body, **parts)).text


def test_paragraphs_tabs_breaks_and_signs_stand_in_order():
    body = (
        p("One")
        + p()
        + p(
            "<w:r><w:t>Two</w:t><w:tab/><w:t>three</w:t><w:br/><w:t>four</w:t><w:noBreakHyphen/>"
            "<w:t>five</w:t></w:r>"
        )
    )
    assert text(body) == "One\n\nTwo\tthree\nfour\u2011five"


def test_a_list_keeps_its_numbers_and_bullets():
    body = (
        p("first", item(1))
        + p("deeper", item(1, 1))
        + p("deeper still", item(1, 1))
        + p("second", item(1))
        + p("deeper again", item(1, 1))
        + p("dot", item(2))
        + p("fifth", item(3))
        + p("", item(1))
        + p("plain", item(0))
    )
    assert text(body, numbering=NUMBERING).split("\n") == [
        "1. first",
        "1.a) deeper",
        "1.b) deeper still",
        "2. second",
        "2.a) deeper again",
        "• dot",
        "5. fifth",
        "",
        "plain",
    ]


def test_headings_are_found_through_the_styles_they_are_based_on():
    styles = (
        '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="Mine"><w:name w:val="Bab"/><w:basedOn w:val="H1"/></w:style>'
        '<w:style w:styleId="Sub"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>'
        "</w:style>"
    )
    body = (
        p("Hasil 😀", '<w:pStyle w:val="Mine"/>')
        + p("words")
        + p("Temuan", '<w:pStyle w:val="Sub"/>')
    )
    read = read_docx("a.docx", docx(body, styles=styles))
    assert read.title == "Hasil 😀"
    assert [(read.text[h.start : h.end], h.level) for h in read.headings] == [
        ("Hasil 😀", 1),
        ("Temuan", 3),
    ]


def cell(*paragraphs, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def test_a_row_of_a_table_is_its_cells_joined_by_a_tab():
    table = (
        "<w:tbl><w:tblGrid/>"
        f"<w:tr>{cell(p('No'))}{cell(p('Speaker'))}{cell(p('Words'))}</w:tr>"
        f"<w:tr>{cell(p('1'))}{cell(p())}{cell(p('a'), p('b'))}</w:tr>"
        f"<w:tr>{cell(p())}{cell(p())}{cell(p())}</w:tr>"
        f"<w:tr>{cell(p('Heading over all'), p('and a second line'))}</w:tr>"
        "</w:tbl>"
    )
    assert text(p("before") + table + p("after")).split("\n") == [
        "before",
        "No\tSpeaker\tWords",
        "1\t\ta b",
        "Heading over all",
        "and a second line",
        "after",
    ]


def test_a_merged_cell_and_a_table_in_a_cell_keep_their_words_once():
    inner = f"<w:tbl><w:tr>{cell(p('x'))}{cell(p('y'))}</w:tr></w:tbl>"
    tall = cell(p("tall"), properties='<w:vMerge w:val="restart"/>')
    hidden = cell(p("hidden"), properties="<w:vMerge/>")
    table = (
        f"<w:tbl><w:tr>{tall}{cell(p('a'))}</w:tr><w:tr>{hidden}{cell(inner, p())}</w:tr></w:tbl>"
    )
    assert text(table).split("\n") == ["tall\ta", "x\ty"]


def test_an_interview_in_a_cell_keeps_its_paragraphs_apart():
    long = "word " * 80
    table = f"<w:tbl><w:tr>{cell(p('KS-01'))}{cell(p(long), p('P: yes?'))}</w:tr></w:tbl>"
    assert text(table) == f"KS-01\t{long}\nP: yes?"


def test_notes_follow_the_paragraph_that_they_hang_on_and_endnotes_the_text():
    def reference(kind, number):
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    def note(kind, number, words, type_=""):
        return f'<w:{kind} w:id="{number}" {type_}>{p(words)}</w:{kind}>'

    body = (
        p(run("A claim") + reference("footnote", 2) + run(" goes on."))
        + p(run("Next") + reference("endnote", 5))
        + p("Last")
    )
    notes = note("footnote", 0, "---", 'w:type="separator"') + note("footnote", 2, " Said twice.")
    assert text(body, footnotes=notes, endnotes=note("endnote", 5, "See there.")).split("\n") == [
        "A claim[1] goes on.",
        "[1] Said twice.",
        "Next[i]",
        "Last",
        "[i] See there.",
    ]


def test_tracked_changes_are_read_as_they_would_be_accepted():
    body = p(
        run("kept ")
        + '<w:ins w:id="1"><w:r><w:t>put in </w:t></w:r></w:ins>'
        + '<w:del w:id="2"><w:r><w:delText>taken out</w:delText></w:r></w:del>'
        + '<w:moveFrom w:id="3"><w:r><w:t>old place</w:t></w:r></w:moveFrom>'
        + '<w:moveTo w:id="4"><w:r><w:t>new place</w:t></w:r></w:moveTo>'
    )
    joined = p(run("one "), '<w:rPr><w:del w:id="5"/></w:rPr>') + p(run("paragraph"))
    assert text(body + joined) == "kept put in new place\none paragraph"


def test_links_fields_and_content_controls_keep_their_words():
    body = (
        p(
            f"<w:hyperlink>{run('the page')}</w:hyperlink>"
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            "<w:r><w:instrText> PAGEREF x </w:instrText></w:r>"
            f'{run(" 7")}<w:fldSimple w:instr="DATE">{run(" today")}</w:fldSimple>'
        )
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{p('in a control')}</w:sdtContent></w:sdt>"
        + p(f"{run('and ')}<w:sdt><w:sdtContent>{run('within')}</w:sdtContent></w:sdt>")
        + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + f"{p('Click here to enter text')}</w:sdtContent></w:sdt>"
    )
    assert text(body) == "the page 7 today\nin a control\nand within"


def test_a_text_box_comes_once_and_hidden_words_not_at_all():
    box = f"<w:txbxContent>{p('In the box')}</w:txbxContent>"
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing>"
        f"{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    body = p(run("Anchor") + drawing + run("secret", "<w:vanish/>")) + p(
        run("shown", '<w:vanish w:val="0"/>')
    )
    assert text(body) == "Anchor\nIn the box\nshown"


def test_comments_headers_and_deleted_rows_are_left_out():
    table = (
        f'<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr>{cell(p("gone"))}{cell(p("too"))}</w:tr>'
        f"<w:tr>{cell(p('stays'))}{cell(p('here'))}</w:tr></w:tbl>"
    )
    assert text(table, comments=p("a remark"), header1=p("Page head")) == "stays\there"


def test_a_symbol_and_a_formula_keep_their_signs():
    body = p(
        '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
        "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>"
    )
    assert text(body) == "•x=2"


def test_a_file_that_python_docx_writes_is_read_back_word_for_word():
    from docx import Document

    document = Document()
    document.add_heading("Wawancara KS-01", 0)
    for line in ("P: Apa kabar?", "KS-01: Baik.\tTerima kasih – ‘baik’ 😀 ée\u0301 مرحبا"):
        document.add_paragraph(line)
    document.add_paragraph("pertama", style="List Number")
    document.add_paragraph("titik", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "a", "b"
    document.sections[0].header.paragraphs[0].text = "not this"
    data = io.BytesIO()
    document.save(data)
    read = read_docx("a.docx", data.getvalue())
    assert read.text.split("\n") == [
        "Wawancara KS-01",
        "P: Apa kabar?",
        "KS-01: Baik.\tTerima kasih – ‘baik’ 😀 ée\u0301 مرحبا",
        "1. pertama",
        "• titik",
        "a\tb",
    ]
    assert read.title == "Wawancara KS-01"


def test_strict_open_xml_is_read_too():
    from tests.app.collect.files import W, packed

    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    words = docx(p("Strict words"))
    import zipfile

    with zipfile.ZipFile(io.BytesIO(words)) as archive:
        parts = {n: archive.read(n).decode().replace(W, strict) for n in archive.namelist()}
    assert read_docx("a.docx", packed(parts)).text == "Strict words"
