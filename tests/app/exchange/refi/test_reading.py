import os
import zipfile
from datetime import UTC, datetime

import docx
import pytest

from app.errors import StudyProblem, UserError
from app.exchange.refi.reading import read_refi
from tests.app.exchange.refi.made import CODE, guid, project, qdpx, selection, text_source

WORDS = "First line here.\nSecond line there.\nThird."


def read(tmp_path, xml, members=None, **more):
    return read_refi(qdpx(tmp_path / "p.qdpx", xml, members, **more))


def told(found):
    return {trouble.key.removeprefix("exchange.") for trouble in found.troubles}


def covered(found, number=0):
    source = found.sources[number]
    return [source.text[s.start : s.end] for s in source.selections]


def of_text(raw, *words, name=True, count=str.index, origin="Other 1.0"):
    """A project whose selections cover `words` of `raw`, positions as `count` gives them."""
    parts = []
    for number, word in enumerate(words):
        start, end = count(raw, word)
        parts.append(selection(start, end, word if name else "", number))
    return project(text_source("".join(parts)), origin=origin)


def in_points(raw, word):
    return raw.index(word), raw.index(word) + len(word)


def in_folded(raw, word):
    return in_points(raw.replace("\r\n", "\n").removeprefix("\ufeff"), word)


def in_units(raw, word):
    start, end = in_points(raw, word)
    return len(raw[:start].encode("utf-16-le")) // 2, len(raw[:end].encode("utf-16-le")) // 2


def last_included(raw, word):
    start, end = in_points(raw, word)
    return start, end - 1


def without_mark(raw, word):
    return in_points(raw.removeprefix("\ufeff"), word)


CRLF = WORDS.replace("\n", "\r\n")
FARMER = "We 👩‍🌾👩‍🌾 sow é and e\u0301 here. 👍🏽 Good words follow."


@pytest.mark.parametrize(
    ("raw", "count"),
    [
        (WORDS, in_points),
        (CRLF, in_points),
        (CRLF, in_folded),
        ("\ufeff" + WORDS, in_points),
        ("\ufeff" + WORDS, without_mark),
        ("\ufeff" + CRLF, in_points),
        ("\ufeff" + CRLF, without_mark),
        ("\ufeff" + CRLF, in_folded),
        (WORDS, last_included),
    ],
)
@pytest.mark.parametrize("origin", ["Other 1.0", "ATLAS.ti 8.4.0"])
def test_line_ends_and_marks_are_counted_as_the_quoted_words_tell(tmp_path, raw, count, origin):
    words = ("First line", "line there", "Third.")
    xml = of_text(raw, *words, count=count, origin=origin)
    found = read(tmp_path, xml, {"sources/a.txt": raw.encode()})
    assert found.sources[0].text == WORDS
    assert covered(found) == list(words)


@pytest.mark.parametrize("count", [in_points, in_units])
@pytest.mark.parametrize("before", ["", "x\r\ny\r\n"])
def test_letters_beyond_the_basic_plane(tmp_path, count, before):
    words = ("sow é and e\u0301", "👍🏽 Good", "follow.")
    raw = before + FARMER
    found = read(tmp_path, of_text(raw, *words, count=count), {"sources/a.txt": raw.encode()})
    assert covered(found) == list(words)


def test_without_quoted_words_the_standard_counts_and_the_program_that_does_not_is_known(tmp_path):
    xml = of_text(CRLF, "Second line", "Third", name=False, count=in_points)
    assert covered(read(tmp_path, xml, {"sources/a.txt": CRLF.encode()})) == [
        "Second line",
        "Third",
    ]
    xml = of_text(CRLF, "Second line", "Third", name=False, count=in_folded, origin="ATLAS.ti 9")
    assert covered(read(tmp_path, xml, {"sources/a.txt": CRLF.encode()})) == [
        "Second line",
        "Third",
    ]


def test_a_selection_that_is_off_is_brought_to_the_words_that_it_quotes(tmp_path):
    xml = project(
        text_source(
            selection(0, 5, "First") + selection(6, 10, "line", 1) + selection(18, 24, "Second", 2)
        )
    )
    found = read(tmp_path, xml, {"sources/a.txt": WORDS})
    assert covered(found) == ["First", "line", "Second"]
    assert "changed.moved_to_words" in told(found)


def test_a_name_that_quotes_nothing_is_a_name(tmp_path):
    xml = project(text_source(selection(0, 5, "Quotation 1:1")))
    (one,) = read(tmp_path, xml, {"sources/a.txt": WORDS}).sources[0].selections
    assert (one.name, one.quoted) == ("Quotation 1:1", "")
    assert one.codings[0].made_at == datetime(2024, 5, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize("member", ["Sources/A.TXT", "sources/a.txt", "a.txt"])
@pytest.mark.parametrize("name", ["Project.qde", "project.qde", "Halls.qde"])
@pytest.mark.parametrize("path", ["internal://a.txt", "a.txt", "internal:///a.txt"])
def test_names_in_any_case_and_any_single_project(tmp_path, member, name, path):
    xml = project(text_source(selection(0, 5), path))
    found = read(tmp_path, xml, {member: WORDS, "sources/.root": ""}, name=name)
    assert covered(found) == ["First"]


def test_words_within_the_project_itself(tmp_path):
    source = text_source(rest=f"<PlainTextContent>{WORDS}</PlainTextContent>", path="")
    found = read(tmp_path, project(source.replace(' plainTextPath=""', "")))
    assert found.sources[0].text == WORDS


def test_a_text_of_a_word_file_alone(tmp_path):
    document = docx.Document()
    document.add_paragraph("Only here.")
    document.save(tmp_path / "a.docx")
    xml = project(text_source().replace("plainTextPath", "richTextPath").replace("a.txt", "a.docx"))
    data = (tmp_path / "a.docx").read_bytes()
    found = read(tmp_path, xml, {"sources/a.docx": data})
    assert found.sources[0].text == "Only here."
    assert found.sources[0].original_name == "Talk.docx"
    assert found.sources[0].original() == data
    assert "changed.text_from_styled" in told(found)


def test_all_that_stands_around_the_sources(tmp_path):
    note, case, variable, group, link = map(guid, range(40, 45))
    before = (
        f'<Variables><Variable guid="{variable}" name="Age" typeOfVariable="Integer"/></Variables>'
        f'<Cases><Case guid="{case}" name="Chair"><VariableValue><VariableRef '
        f'targetGUID="{{{variable.upper()}}}"/><IntegerValue>40</IntegerValue></VariableValue>'
        f'<SourceRef targetGUID="{guid(500)}"/></Case></Cases>'
    )
    more = (
        f'<Notes><Note guid="{note}" name="N"><PlainTextContent>Look</PlainTextContent></Note>'
        f'</Notes><Links><Link guid="{link}" direction="OneWay" originGUID="{note}" '
        f'targetGUID="{guid(1000)}"/></Links><Sets><Set guid="{group}" name="S">'
        f'<MemberCode targetGUID="{CODE}"/></Set></Sets><Graphs><Graph guid="{guid(50)}"/>'
        f"</Graphs><Description>About</Description>"
    )
    source = text_source(selection(0, 5), rest=f'<NoteRef targetGUID="{note}"/>')
    found = read(tmp_path, project(source, more, before), {"sources/a.txt": WORDS})
    assert found.troubles == ()
    assert found.cases[0].values == {"Age": "40"}
    assert found.cases[0].sources == (guid(500),)
    assert found.variables[0].type == "integer"
    assert (found.notes[0].text, found.notes[0].on) == ("Look", (guid(500),))
    assert found.links[0].direction == "one_way"
    assert found.sets[0].members == (CODE,)
    assert [leftover.name for leftover in found.leftovers] == ["Graph"]
    assert found.description == "About"
    assert found.codes[0].colour == "#112233"


def test_what_the_schema_does_not_know_is_kept_and_named(tmp_path):
    source = text_source(selection(0, 5), rest='<v:mood xmlns:v="urn:v">calm</v:mood>')
    xml = project(source).replace("<Code ", '<Code weight="7" ')
    found = read(tmp_path, xml, {"sources/a.txt": WORDS})
    kept = {(leftover.on, leftover.name): leftover.value for leftover in found.leftovers}
    assert kept[CODE, "weight"] == "7"
    assert "calm" in kept[guid(500), "{urn:v}mood"]
    assert "changed.not_valid" in told(found)
    assert covered(found) == ["First"]


def test_media_are_kept_with_their_selections_and_the_texts_beside_them(tmp_path):
    coding = f'<Coding guid="{guid(70)}"><CodeRef targetGUID="{CODE}"/></Coding>'
    sources = (
        f'<PDFSource guid="{guid(60)}" name="Doc" path="internal://d.pdf"><PDFSelection '
        f'guid="{guid(61)}" page="1" firstX="1" firstY="2" secondX="3" secondY="4">{coding}'
        f'</PDFSelection><Representation guid="{guid(62)}" plainTextPath="internal://a.txt">'
        f"{selection(0, 5)}</Representation></PDFSource>"
        f'<AudioSource guid="{guid(63)}" name="Tape" path="absolute:///C:/tape.mp3"><Transcript '
        f'guid="{guid(64)}"><PlainTextContent>{WORDS}</PlainTextContent>'
        f'<SyncPoint guid="{guid(65)}" position="0" timeStamp="0"/>'
        f'<SyncPoint guid="{guid(66)}" position="16" timeStamp="900"/>'
        f'<TranscriptSelection guid="{guid(67)}" fromSyncPoint="{guid(65)}" '
        f'toSyncPoint="{guid(66)}">{coding.replace(guid(70), guid(71))}</TranscriptSelection>'
        f'</Transcript><AudioSelection guid="{guid(68)}" begin="0" end="900"/></AudioSource>'
    )
    found = read(tmp_path, project(sources), {"sources/a.txt": WORDS, "sources/d.pdf": b"%PDF"})
    document, tape = found.attachments
    assert (document.kind, document.data(), document.beside) == ("pdf", b"%PDF", guid(62))
    assert document.parts[0].place == {
        **{"page": 1, "firstX": 1, "firstY": 2, "secondX": 3, "secondY": 4}
    }
    assert document.parts[0].codings[0].code == CODE
    assert covered(found, 0) == ["First"]
    assert (tape.kind, tape.data, tape.path) == ("audio", None, "absolute:///C:/tape.mp3")
    assert covered(found, 1) == ["First line here."]
    assert told(found) == {"lost.file_outside"}


def test_a_code_book(tmp_path):
    path = tmp_path / "b.qdc"
    path.write_text(
        f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="{{{guid(1)}}}" '
        f'name="Topics" isCodable="false"><Code guid="{guid(2)}" name="Pay" isCodable="true">'
        f"<Description>Of money</Description></Code></Code></Codes></CodeBook>"
    )
    found = read_refi(path)
    assert [(c.name, c.parent, c.codable, c.description) for c in found.codes] == [
        ("Topics", "", False, ""),
        ("Pay", guid(1), True, "Of money"),
    ]


# --- hostile archives ------------------------------------------------------------------------


def test_no_path_leads_out_of_the_package(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    os.symlink(tmp_path / "secret.txt", inside / "link.txt")
    for path in (
        *("internal://../secret.txt", "../secret.txt", f"internal://{tmp_path}/secret.txt"),
        *("relative:///../secret.txt", "relative:///link.txt", "relative://%2e%2e/secret.txt"),
        *(
            f"absolute://{tmp_path}/secret.txt",
            f"relative://{tmp_path}/secret.txt",
            "..\\secret.txt",
        ),
    ):
        found = read(inside, project(text_source(path=path)))
        assert found.sources[0].text == ""
        assert "lost.text_missing" in told(found)
    assert sorted(p.name for p in inside.iterdir()) == ["link.txt", "p.qdpx"]


def test_members_named_as_paths_are_never_written(tmp_path):
    xml = project(text_source(path="internal://../../evil.txt"))
    read(tmp_path, xml, {"../../evil.txt": "x", "/etc/evil.txt": "x", "sources/../../e.txt": "x"})
    assert [p.name for p in tmp_path.iterdir()] == ["p.qdpx"]


def test_a_file_beside_the_package_is_read(tmp_path):
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "tape.mp3").write_bytes(b"sound")
    source = f'<AudioSource guid="{guid(60)}" name="T" path="relative:///media/tape.mp3"/>'
    (tape,) = read(tmp_path, project(source)).attachments
    assert tape.data() == b"sound"


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        "<!--" + 9000 * "x" + '--><!DOCTYPE Project SYSTEM "http://example.org/p.dtd">',
    ],
)
def test_declarations_of_entities_are_refused(tmp_path, head):
    xml = project().replace("<Project", f"{head}<Project", 1).replace('"P"', '"P"', 1)
    with pytest.raises(UserError) as caught:
        read(tmp_path, xml)
    assert caught.value.key == "collect.unsafe_xml"


def test_a_bomb_is_not_unpacked(tmp_path):
    xml = project(text_source())
    found = read(tmp_path, xml, {"sources/a.txt": b"a" * 30_000_000})
    assert found.sources[0].text == ""
    assert "lost.text_too_large" in told(found)
    with pytest.raises(UserError) as caught:
        read(tmp_path, b" " * 130_000_000 + xml.encode())
    assert caught.value.key == "exchange.project_too_large"


def test_an_encrypted_or_damaged_or_empty_package(tmp_path):
    whole = qdpx(tmp_path / "p.qdpx", project(text_source()), {"sources/a.txt": WORDS})
    data = bytearray(whole.read_bytes())
    for where in range(len(data) - 1):
        if data[where : where + 4] == b"PK\x01\x02":
            data[where + 8] |= 1
    (tmp_path / "e.qdpx").write_bytes(data)
    for name, content, key in (
        ("e.qdpx", bytes(data), "collect.password"),
        ("cut.qdpx", whole.read_bytes()[:80], "collect.damaged"),
        ("text.qdpx", b"hello", "collect.damaged"),
        ("other.qde", b"<html/>", "exchange.not_refi"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(StudyProblem) as caught:
            read_refi(tmp_path / name)
        assert caught.value.key == key
    with zipfile.ZipFile(tmp_path / "none.qdpx", "w") as archive:
        archive.writestr("sources/a.txt", "x")
    with pytest.raises(UserError) as caught:
        read_refi(tmp_path / "none.qdpx")
    assert caught.value.key == "exchange.no_project"
    with pytest.raises(StudyProblem):
        read_refi(tmp_path / "absent.qdpx")
