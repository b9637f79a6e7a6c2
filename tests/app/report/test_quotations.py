"""Every quotation of a report stands word for word in its source, whatever the study holds."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.errors import UserError
from app.reduce.citation_template import (
    citation_template,
    set_citation_template,
    tried,
)
from app.reduce.codings import code_excerpt
from app.reduce.excerpts import ExcerptFilter, excerpts
from app.report.recipe import COMMENTS, TABLE, ReportRecipe
from app.report.shortening import holds, shorten, shortened
from app.report.writing import write_report
from app.study_files import create_study
from models.collection import Participation, Source, SourceText, Turn
from models.conclusions import Evidence, Finding
from models.design import METHODS, Informant, InformantRole, ResearchQuestion, Role
from models.reduction import Code
from tests.app.report.reading_back import read_back

WORDS = st.text(
    alphabet=st.sampled_from("abc DEF ,.*_[]()<>&\"'“”…\t\n😀é@:-1"), min_size=1, max_size=60
)
STUDIES = st.lists(
    st.tuples(
        st.lists(WORDS, min_size=1, max_size=4),
        st.sampled_from(METHODS),
        st.lists(
            st.tuples(st.floats(0, 1), st.floats(0, 1), st.integers(1, 3), st.booleans()),
            max_size=5,
        ),
    ),
    min_size=1,
    max_size=4,
)


def made(path, sources):
    """Write a study of these sources: (turns, method, codings as shares of the length)."""
    study = create_study(path, "Random", "en")
    with study.change("study.methods.interview") as session:
        session.add(ResearchQuestion(id=1, label="F1", text="What?"))
        session.add_all(Code(id=n, name=f"Code {n}", question_id=1) for n in (1, 2, 3))
        session.add(Finding(id=1, claim="A claim with *stars* and @[x](code:1)", question_id=1))
        roles = [role.id for role in session.query(Role)]
        for n, (turns, method, _) in enumerate(sources, 1):
            text = "\n".join(f"P{n}: {turn}" for turn in turns)
            session.add(Informant(id=n, code=f"P{n}"))
            session.flush()
            session.add(InformantRole(informant_id=n, role_id=roles[n % len(roles)]))
            session.add(
                Source(
                    id=n,
                    title=f"T{n}",
                    reference=f"{method[0].upper()}/P{n}",
                    method=method,
                    date=date(2017, 1, n),
                    length=len(text),
                )
            )
            session.flush()
            session.add(SourceText(source_id=n, text=text))
            session.add(Participation(source_id=n, informant_id=n, role_id=roles[n % len(roles)]))
            session.add(Turn(source_id=n, start=0, end=len(text), speaker=f"P{n}", informant_id=n))
    for n, (turns, _, codings) in enumerate(sources, 1):
        length = len("\n".join(f"P{n}: {turn}" for turn in turns))
        for a, b, code, against in codings:
            start, end = sorted((int(a * length), int(b * length)))
            if start < end:
                code_excerpt(study, n, start, end, code, "denies" if against else "affirms")
    with study.change("study.methods.interview") as session:
        rows = excerpts(study, ExcerptFilter())
        for excerpt in {row.excerpt_id: row for row in rows}.values():
            stance = "supports" if excerpt.direction == "affirms" else "contradicts"
            session.add(Evidence(finding_id=1, excerpt_id=excerpt.excerpt_id, stance=stance))
    return study


def squeezed(words):
    return "".join(c for c in words if c.isprintable() and not c.isspace())


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(sources=STUDIES, shape=st.sampled_from(("report", "chapter")), table=st.booleans())
def test_every_quotation_stands_in_its_source(tmp_path_factory, sources, shape, table):
    folder = tmp_path_factory.mktemp("q")
    study = made(folder / "s.tilik", sources)
    try:
        with study.read() as connection:
            texts = {
                f"P{row.source_id}": row.text for row in connection.execute(select(SourceText))
            }
        recipe = ReportRecipe(shape=shape, transcripts=TABLE if table else COMMENTS)
        assert write_report(study, folder / "r.docx", recipe)
        document = read_back(folder / "r.docx")
        quotations = list(block_quotations(document)) + list(cell_quotations(document))
        count = len({row.excerpt_id for row in excerpts(study, ExcerptFilter())})
        assert bool(quotations) == bool(count)
        for words, citation in quotations:
            informant = re.search(r"\.(P\d+), \d\d/01/2017\)$", citation)
            assert informant is not None, citation
            assert squeezed(words) in squeezed(texts[informant[1]])
        if shape == "chapter" and table:
            whole = squeezed("".join(transcript_words(document)))
            for name, text in texts.items():
                for line in text.split("\n"):
                    assert squeezed(line.removeprefix(f"{name}:")) in whole
    finally:
        study.close()


def block_quotations(document):
    whole = ""
    for paragraph in document.paragraphs:
        if paragraph.style.name == "Quote":
            whole += paragraph.text + "\n"
            found = re.fullmatch(r"“(.*)” (\(\w\.P\d, \d\d/01/2017\))\n", whole, re.DOTALL)
            if found:
                yield found.groups()
                whole = ""
    assert whole == ""


def cell_quotations(document):
    """The quotations in the cells of the triangulation tables and of the reduction table."""
    for table in document.tables:
        for row in table.rows:
            cells = [cell.text for cell in row.cells]
            for n, cell in enumerate(cells):
                found = re.search(r"“(.*)” (\(\w\.P\d, \d\d/01/2017\))$", cell, re.DOTALL)
                if found:
                    yield found.groups()
                elif cell.startswith("“") and cell.endswith("”") and n + 1 < len(cells):
                    yield cell[1:-1], cells[n + 1]


def transcript_words(document):
    for table in document.tables:
        if len(table.columns) == 5:
            yield from (row.cells[2].text for row in table.rows)


# --- shortened ---------------------------------------------------------------------------------

SAID = "We borrow the projector from the office. It is broken and late, Bu Imas says."


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        (SAID, True),
        ("We borrow the projector […] It is broken and late", True),
        ("It [the projector] is broken and late", True),
        ("[W]e borrow the projector", True),
        ("the projector from the office […] Bu Imas", True),
        ("[…] broken  and\nlate […]", True),
        ("It is late and broken", False),
        ("late […] It is", False),
        ("It is very broken", False),
        ("[…]", False),
        ("", False),
        ("It is brok", False),
    ],
)
def test_a_shortened_quotation_holds_or_does_not(words, stands):
    assert holds(words, SAID) is stands


@given(
    st.lists(st.sampled_from(["red", "green", "blue", "one", "two"]), min_size=1, max_size=12),
    st.data(),
)
def test_what_is_left_out_or_put_in_holds_and_what_is_added_does_not(words, data):
    kept = data.draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    pieces, gap = [], False
    for word, keep in zip(words, kept, strict=True):
        if keep:
            pieces += ["[…]"] * gap + [word]
        gap = not keep
    shown = " [note] ".join(pieces)
    assert holds(shown, " ".join(words)) is any(kept)
    assert not holds(f"{shown} never", " ".join(words))


def test_a_quotation_is_shortened_in_the_report_and_only_as_it_was_said(told, tmp_path):
    with pytest.raises(UserError) as error:
        shorten(told, 1, "We buy the projector")
    assert error.value.sentence("en").startswith("That is not what I/KS-01 says")
    shorten(told, 1, "We borrow the projector […] It [now] is < broken >")
    assert shortened(told) == {1: "We borrow the projector […] It [now] is < broken >"}
    shorten(told, 1, "We borrow the projector 😀 […] late.")
    write_report(told, tmp_path / "r.docx", ReportRecipe())
    words = [words for words, _ in report_quotations(tmp_path / "r.docx")]
    assert "We borrow the projector 😀 […] late." in words
    shorten(told, 1, "")
    assert shortened(told) == {}


def report_quotations(path):
    whole = ""
    for paragraph in read_back(path).paragraphs:
        if paragraph.style.name == "Quote":
            whole += paragraph.text + "\n"
            found = re.fullmatch(r"“(.*)” (\(.*\))\n", whole, re.DOTALL)
            if found:
                yield found.groups()
                whole = ""


# --- cited -------------------------------------------------------------------------------------


def test_the_template_of_the_study_is_used_everywhere(told, tmp_path):
    set_citation_template(told, "[{reference}, {site}, par. {line}]")
    assert citation_template(told) == "[{reference}, {site}, par. {line}]"
    assert {row.citation for row in excerpts(told, ExcerptFilter())} >= {
        "[I/KS-01, SDN Ciawi 01, par. 1]",
        "[O/01, par. 1]",
    }
    write_report(told, tmp_path / "r.docx", ReportRecipe())
    text = "\n".join(p.text for p in read_back(tmp_path / "r.docx").paragraphs)
    assert "[I/KS-01, SDN Ciawi 01, par. 1]" in text
    set_citation_template(told, "")
    assert citation_template(told).startswith("({method}")


def test_a_template_is_tried_before_it_is_kept(told):
    assert tried("({method}.{informant}, {date:%Y})", "id") == (
        "(W.KS-01, 2017)",
        "(O.02, 2017)",
        "(D.01)",
    )
    for bad in ("({who})", "({method", "{line:%d}"):
        with pytest.raises(UserError):
            set_citation_template(told, bad)
