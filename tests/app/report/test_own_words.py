"""The researcher's own text: Markdown, lists, and what it names with @."""

from docx import Document

from app.reduce.memo_marks import mark
from app.reduce.memos import add_memo
from app.report.blocks import Item, Paragraph, Quotation, Run
from app.report.document import ReportDocument
from app.report.markdown import runs_of, written_blocks
from app.report.own_words import write_own
from app.report.recipe import ReportRecipe
from app.report.references import reference
from app.report.writing import write_report
from tests.app.report.reading_back import read_back


def runs(line):
    return [(r.words, r.bold, r.italic) for r in runs_of(line)]


def test_bold_and_italic_are_read_and_other_stars_stay():
    assert runs("a **b** and *c*, _d_, ***e***") == [
        ("a ", False, False),
        ("b", True, False),
        (" and ", False, False),
        ("c", False, True),
        (", ", False, False),
        ("d", False, True),
        (", ", False, False),
        ("e", True, True),
    ]
    assert runs("2 * 3 * 4 and snake_case_name") == [
        ("2 * 3 * 4 and snake_case_name", False, False)
    ]
    assert "".join(w for w, _, _ in runs(r"\*no\*")) == "*no*"


def test_lines_that_begin_as_items_are_lists():
    numbers = iter(range(1, 9))
    found = written_blocks("First\n- one\n  - deeper\n\n1. uno\n2. due\nEnd", lambda: next(numbers))
    assert found[0] == Paragraph((Run("First"),))
    assert found[1] == Item((Run("one"),), False, 0, 1)
    assert found[2] == Item((Run("deeper"),), False, 1, 1)
    assert [(b.numbered, b.list) for b in found[3:5]] == [(True, 2), (True, 2)]
    assert found[5] == Paragraph((Run("End"),))


def test_a_mark_alone_is_a_quotation_and_in_a_sentence_a_citation(told):
    document = ReportDocument("en")
    one, two = mark("We borrow", ("excerpt", 1)), mark("Equipment", ("excerpt", 2))
    code, gone = mark("Facilities", ("code", 2)), mark("gone", ("excerpt", 99))
    write_own(told, document, f"As they say:\n{one}\nAgainst {two} stands {code}{gone}.", "Text.")
    first, quotation, last = document.blocks
    assert first.runs[0] == Run("Text. ", bold=True)
    assert isinstance(quotation, Quotation)
    assert (
        quotation.words == "We borrow the projector 😀 from the office.\nIt is < broken > & late."
    )
    assert quotation.citation == "(I.KS-01, 01/01/2017)"
    assert "".join(r.words for r in last.runs) == (
        "Against (I.PW-01, 02/01/2017) stands Facilities."
    )
    assert [r.words for r in last.runs if r.italic] == ["Facilities"]


def test_memos_that_are_chosen_stand_in_the_report(told, tmp_path):
    first = add_memo(told, "On booking", "It is **late**.\n1. ask\n2. wait", kind="analytic")
    add_memo(told, "Reflexive", "Not printed", kind="reflexive")
    second = add_memo(told, "Implications for the cluster", "Book early.", kind="methodological")
    write_report(told, tmp_path / "r.docx", ReportRecipe(memos=(first, second)))
    document = read_back(tmp_path / "r.docx")
    texts = [p.text for p in document.paragraphs]
    assert "On booking. It is late." in texts
    assert "Not printed" not in texts
    at = texts.index("Implications")
    assert texts[at + 1] == "Book early."
    late = next(p for p in document.paragraphs if p.text == "On booking. It is late.")
    assert [r.text for r in late.runs if r.bold] == ["On booking. ", "late"]
    items = [p for p in document.paragraphs if p.text in ("ask", "wait")]
    assert [p.style.name for p in items] == ["List Number", "List Number"]
    assert len({p._p.pPr.numPr.numId.val for p in items}) == 1
    assert items[0]._p.pPr.numPr.numId.val > 0


def test_a_reference_becomes_the_number_of_its_table(tmp_path):
    document = ReportDocument("en")
    document.text(f"See {reference('b')} and {reference('unknown')}.")
    document.table("First", ["x"], [["1"]], [1], name="a")
    document.table("Second", ["x"], [["2"]], [1], name="b")
    document.finish(tmp_path / "r.docx")
    texts = [p.text for p in Document(str(tmp_path / "r.docx")).paragraphs]
    assert texts[0] == "See Table 2 and ."
    assert "Table 2. Second" in texts
