"""Real files of other programs, where they are at hand: nothing of them is lost on the way.

The reader here knows nothing of the importer: ElementTree and zipfile alone.
"""

import re
import unicodedata
import zipfile
from collections import Counter
from xml.etree import ElementTree

import pytest

from app.check import check
from app.exchange.bringing_in import bring_in_project, new_study_of
from app.exchange.refi.elements import parsed
from app.exchange.refi.reading import read_refi
from app.exchange.refi.schema import PROJECT, faults
from app.exchange.refi.writing import write_qdc, write_qdpx
from tests.app.exchange.real_files import FOLDER

FILES = sorted([*FOLDER.glob("*.qdpx"), *FOLDER.glob("*.qde"), *FOLDER.glob("*.qdc")])
NS = "{urn:QDA-XML:project:1.0}"
BOOK = "{urn:QDA-XML:codebook:1.0}"
CODED = ("PlainTextSelection", "PictureSelection", "PDFSelection", "AudioSelection")
SELECTIONS = (*CODED, "VideoSelection", "TranscriptSelection")
TEXTS = ("TextSource", "Representation", "Transcript", "TextDescription")

pytestmark = pytest.mark.skipif(not FILES, reason="the real files are not here")


class Independent:
    """What a project holds, as told by a small reader of its own."""

    def __init__(self, path):
        self.members = {}
        if path.suffix == ".qdpx":
            with zipfile.ZipFile(path) as archive:
                self.members = {n.lower(): archive.read(n) for n in archive.namelist()}
            (data,) = [d for n, d in self.members.items() if re.fullmatch(r"[^/]+\.qde", n)]
        else:
            data = path.read_bytes()
        self.root = ElementTree.fromstring(data)
        self.ns = self.root.tag[: self.root.tag.index("}") + 1]
        self.users = {
            guid(u.get("guid")): u.get("name") or u.get("id") for u in self.root.iter(f"{NS}User")
        }
        self.codes = {guid(c.get("guid")): c for c in self.root.iter(f"{self.ns}Code")}

    def code_rows(self):
        """Every code: name, colour, codable, description, and the name of the code above it."""
        above = {child: parent for parent in self.codes.values() for child in parent}
        found = Counter()
        for code in self.codes.values():
            parent = above.get(code)
            colour = (code.get("color") or "").lower()
            found[
                code.get("name"),
                colour,
                code.get("isCodable"),
                (code.findtext(f"{self.ns}Description") or ""),
                parent.get("name") if parent is not None else None,
            ] += 1
        return found

    def text(self, element):
        inline = element.findtext(f"{NS}PlainTextContent")
        if inline is not None:
            return inline
        path = (element.get("plainTextPath") or "").replace("internal://", "")
        data = self.members.get(f"sources/{path}".lower())
        return data.decode("utf-8-sig") if data is not None else None

    def sources(self):
        return [e for tag in TEXTS for e in self.root.iter(NS + tag)]

    def texts(self):
        """The texts of sources that are there, line ends as one kind."""
        found = Counter()
        for element in self.sources():
            if self.text(element) is not None:
                found[self.text(element).replace("\r\n", "\n")] += 1
        return found

    def codings(self):
        """Every coding: the words or the place that it covers, the name of its code, its user."""
        found = Counter()
        for holder in self.root.iter():
            tag = holder.tag.removeprefix(NS)
            for coding in holder.findall(f"{NS}Coding"):
                code = self.codes[guid(coding.find(f"{NS}CodeRef").get("targetGUID"))]
                who = self.users.get(guid(coding.get("creatingUser") or ""))
                found[self.place(tag, holder), code.get("name"), who, guid(coding.get("guid"))] += 1
        return found

    def place(self, tag, holder):
        if tag == "PlainTextSelection":
            source = next(s for s in self.sources() if holder in list(s))
            start, end = int(holder.get("startPosition")), int(holder.get("endPosition"))
            text = self.text(source)
            return text[start:end].replace("\r\n", "\n") if text else ("missing", start, end)
        names = ("firstX", "firstY", "secondX", "secondY", "page", "begin", "end")
        return (tag, *(holder.get(name) for name in names))


def guid(value):
    return value.strip("{}").lower()


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def real(request):
    return request.param


@pytest.fixture
def through(real, tmp_path):
    """The study of a real file, and the package that it is written to."""
    study, report = new_study_of(tmp_path / "s", read_refi(real))
    out = tmp_path / "out.qdpx"
    write_qdpx(study, out)
    yield study, report, out
    study.close()


def test_every_text_code_and_coding_is_in_what_is_written(real, through):
    before, after = Independent(real), Independent(through[2])
    assert not before.texts() - after.texts()
    assert len(before.codings()) == sum(before.codings().values())
    assert not before.codings() - after.codings()
    wanted = before.code_rows()
    plain = Counter(row for row in wanted.elements() if row[1])
    assert not plain - after.code_rows()  # a code without a colour is given one
    names = Counter(row[0] for row in wanted.elements())
    assert names == Counter(row[0] for row in after.code_rows().elements())
    assert set(before.users.values()) <= set(after.users.values())


@pytest.mark.parametrize("tag", ["Note", "Set", "Link", "Graph", "Vertex", "Edge", *SELECTIONS])
def test_every_thing_beside_them_is_there_by_its_guid(real, through, tag):
    before, after = Independent(real), Independent(through[2])
    wanted = {guid(e.get("guid")) for e in before.root.iter(NS + tag)}
    assert wanted <= {guid(e.get("guid")) for e in after.root.iter(NS + tag)}


def test_what_is_written_holds_to_the_schema(real, through):
    with zipfile.ZipFile(through[2]) as archive:
        root = parsed("out", archive.read("project.qde"))
    assert faults(root, PROJECT) == []
    assert check(through[0]).faults == ()


def test_a_second_time_nothing_comes(real, through):
    study, _, out = through
    assert bring_in_project(study, read_refi(real)).came == {}
    assert bring_in_project(study, read_refi(out)).came.keys() <= {"variables"}


def test_every_selection_that_quotes_words_covers_them(through):
    report = through[1]
    assert report.agreed == report.quoted


def test_a_code_book_of_it_can_be_written_and_read(real, through, tmp_path):
    study = through[0]
    codes = Independent(real).code_rows()
    if not codes:
        pytest.skip("no codes")
    write_qdc(study, tmp_path / "b.qdc")
    names = Counter(code.name for code in read_refi(tmp_path / "b.qdc").codes)
    assert names == Counter(row[0] for row in codes.elements())
    assert all(unicodedata.is_normalized("NFC", n) or n in names for n in names)
