"""Chapter IV of the sample: an examiner finds each part that METHOD.md section 5 names."""

import re
import zipfile

import pytest

from app.language.words import say
from app.report.recipe import ReportRecipe
from app.report.writing import write_report
from app.sample import write_sample
from app.study_files import open_study
from app.verify.comparison import compare
from app.verify.triangulation import triangulate
from tests.app.report.reading_back import read_back

LANGUAGES = ("id", "en")
PARTS = {
    "id": (
        "Latar dan informan penelitian",
        "Penyajian data",
        "Paparan data per fokus",
        "Temuan",
        "Triangulasi",
        "Perbandingan: Informan kunci dan responden verifikasi",
        "Pembahasan",
        "Kesimpulan",
    ),
    "en": (
        "Setting and informants",
        "Displays",
        "Data by focus",
        "Findings",
        "Triangulation",
        "Comparison: Key persons and verification respondents",
        "Discussion",
        "Conclusions",
    ),
}


@pytest.fixture(scope="module", params=LANGUAGES)
def chapter(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("chapter")
    study = open_study(write_sample(folder / "sample.tilik", request.param))
    path = folder / "chapter.docx"
    write_report(study, path, ReportRecipe(language=request.param, shape="chapter"))
    yield Chapter(study, path, request.param)
    study.close()


class Chapter:
    """The Word file as an examiner leafs through it: headings, text, tables by their captions."""

    def __init__(self, study, path, language):
        self.study, self.path, self.language = study, path, language
        document = read_back(path)
        self.headings, self.texts, self.tables = [], [], {}
        caption, rows = "", {t._tbl: t for t in document.tables}
        paragraphs = {p._p: p for p in document.paragraphs}
        for element in document.element.body:
            if element in paragraphs:
                p = paragraphs[element]
                style, text = p.style.name, p.text
                self.texts.append(text)
                if style.startswith(("Heading", "Appendix heading")):
                    self.headings.append((style, text))
                elif style == "Caption":
                    caption = text
            elif element in rows:
                self.tables[caption] = [[c.text for c in r.cells] for r in rows[element].rows]

    def of_style(self, style):
        return [words for name, words in self.headings if name == style]

    def table(self, words):
        return next(table for caption, table in self.tables.items() if caption.endswith(words))

    def number(self, words):
        caption = next(caption for caption in self.tables if caption.endswith(words))
        return int(re.match(r"\w+ (\d+)\. ", caption)[1])


def test_its_parts_stand_in_their_order(chapter):
    assert tuple(chapter.of_style("Heading 2")) == PARTS[chapter.language]


def test_table_1_is_the_conceptually_clustered_matrix(chapter):
    name = {"id": "Program KKG", "en": "Programmes of the KKG"}[chapter.language]
    assert chapter.number(name) == 1
    heads, *rows = chapter.table(name)
    assert len(rows) == 5
    groups = {
        "id": ["Program rutin", "Program pengembangan", "", "", "Program penunjang"],
        "en": ["Routine programme", "Development programme", "", "", "Support programme"],
    }
    assert [row[0] for row in rows] == groups[chapter.language]
    assert len(heads) == 5
    assert all(all(row[1:]) for row in rows)


def test_table_2_has_its_sum_mean_and_predicates(chapter):
    name = {"id": "Nilai TNA", "en": "TNA scores"}[chapter.language]
    assert chapter.number(name) == 2
    table = chapter.table(name)
    scores = [int(row[2]) for row in table[1:15]]
    assert sum(scores) == 1079
    assert table[-2][2] == "1079"
    assert table[-1][2] == {"id": "77,07", "en": "77.07"}[chapter.language]
    assert all(row[3] for row in table[1:15])


def test_factors_and_management_are_told_and_drawn(chapter):
    told = chapter.of_style("Heading 4")
    factors = {
        "id": ("Faktor > Pendukung", "Faktor > Penghambat", "Pengelolaan KKG > Perencanaan"),
        "en": ("Factors > Supporting", "Factors > Inhibiting", "Management of the KKG > Planning"),
    }
    for name in factors[chapter.language]:
        assert any(heading.startswith(name) for heading in told)
    drawn = {
        "id": ("Jaringan faktor", "Proses pengelolaan KKG"),
        "en": ("Factor network", "Process of the KKG"),
    }
    pictures = zipfile.ZipFile(chapter.path).read("word/document.xml").decode()
    for title in drawn[chapter.language]:
        assert title in chapter.of_style("Heading 3")
        assert re.search(rf'descr="[^"]*{re.escape(title)}', pictures)


def test_the_two_triangulation_tables_say_what_was_worked_out(chapter):
    found = triangulate(chapter.study).findings
    for name in ("source_triangulation", "technique_triangulation"):
        title = say(f"chapter.{name}.title", chapter.language)
        assert title in chapter.of_style("Appendix heading")
        rows = chapter.table(say(f"chapter.{name}.caption", chapter.language))[1:]
        assert len(rows) == len(found) == 9
        for row, claim in zip(rows, found, strict=True):
            overall = say(f"verify.overall.{claim.overall}", chapter.language)
            assert row[-1].endswith(overall)
            assert claim.claim.name.split("{")[0].strip()[:30] in row[0]


def test_key_persons_stand_beside_verification_respondents(chapter):
    caption = {"id": "responden verifikasi menurut kode", "en": "verification respondents by code"}
    rows = chapter.table(caption[chapter.language])[1:]
    compared = compare(chapter.study)
    assert len(rows) == sum(1 for c in compared.codes if c.left.speaking or c.right.speaking)
    text = {
        "id": f"{compared.shared} dari {compared.spoken} kode",
        "en": f"{compared.shared} of {compared.spoken} codes",
    }
    assert any(words.startswith(text[chapter.language]) for words in chapter.texts)


def test_it_concludes_and_says_what_follows(chapter):
    implications = {"id": "Implikasi", "en": "Implications"}[chapter.language]
    assert implications in chapter.of_style("Heading 3")
    at = chapter.texts.index(implications, 200)
    follows = {"id": "Bagi gugus dan pengurus KKG", "en": "For cluster and KKG board"}
    assert chapter.texts[at + 1].startswith(follows[chapter.language])


def test_no_section_is_empty(chapter):
    """Under each heading stands something, be it the next heading one level deeper."""
    texts = [words for words in chapter.texts if words]
    for (style, words), (next_style, after) in zip(
        chapter.headings, chapter.headings[1:], strict=False
    ):
        if style[-1] >= next_style[-1] and style.startswith("Heading"):
            at = texts.index(words)
            assert after not in texts[at + 1 : at + 2], words


ENGLISH = re.compile(
    r"\b(the|and|of|with|informants?|sources?|codes?|finding|supports|contradicts|Table|Figure|"
    r"Source|Appendix|interview|verdict|computed|research data)\b"
)
"""Words that no Indonesian report says of itself."""


def test_an_indonesian_chapter_speaks_indonesian(chapter):
    if chapter.language != "id":
        return
    cells = [cell for table in chapter.tables.values() for cell in table[0]]
    own = [words for _, words in chapter.headings] + list(chapter.tables) + cells
    own += [words for words in chapter.texts if not words.startswith(("“", "CONTOH", "Rancangan,"))]
    found = [words for words in own if ENGLISH.search(words)]
    assert found == []
