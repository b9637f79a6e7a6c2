from datetime import date

import pytest

from app.errors import UserError
from app.reduce.code_editing import add_code
from app.reduce.codings import code_excerpt, remove_codings, set_memo
from app.reduce.excerpts import ExcerptFilter
from app.reduce.spread import Spread, spread
from app.reduce.transcripts import (
    coding_counts,
    codings_by_id,
    codings_of,
    sources_overview,
    transcript,
)
from models.collection import Participation, Source, SourceText
from models.design import Category, Informant, Role, Site

LABEL = "study.methods.interview"


def test_the_transcript_shows_codings_and_turns_in_order(study, source, span):
    code = add_code(study, "A", colour="#123456")
    last = code_excerpt(study, source, *span("Élan"), code, "mixed")
    code_excerpt(study, source, *span("Time"), code)
    set_memo(study, last, "why")
    shown = transcript(study, source)
    assert [shown.text[c.start : c.end] for c in shown.codings] == ["Time", "Élan"]
    assert shown.codings == codings_of(study, source)
    there = shown.codings[1]
    assert (there.name, there.colour, there.direction, there.memo) == (
        "A",
        "#123456",
        "mixed",
        True,
    )
    assert there.coder == study.coder_name
    assert [(t.speaker, t.is_researcher) for t in shown.turns] == [("P", True), ("KS-01", False)]
    with pytest.raises(UserError, match="no longer"):
        transcript(study, 99)


def test_codings_that_a_change_touched_are_told_by_id(study, source, span):
    code = add_code(study, "A")
    one = code_excerpt(study, source, *span("Time"), code)
    two = code_excerpt(study, source, *span("Élan"), code)
    remove_codings(study, [one])
    found = codings_by_id(study, source, [one, two])
    assert found[one] is None
    assert (found[two].start, found[two].end) == span("Élan")
    assert codings_by_id(study, 99, [two]) == {two: None}
    assert coding_counts(study) == {source: 1}


@pytest.fixture
def many(study, source):
    """Beside the interview: a group, a document, and one whose role is the researcher's own."""
    with study.change(LABEL) as session:
        session.add(Site(id=1, name="SDN Ciawi 01"))
        session.add(Category(id=50, name="Board"))
        session.add(Role(id=50, name="Core group", kind="core_respondent"))
        session.add(Role(id=51, name="Guest", kind="other"))
        for number, post in ((2, "Curriculum"), (3, ""), (4, ""), (5, "")):
            session.add(Informant(id=number, code=f"P-{number}", post=post, category_id=50))
        rows = [
            (2, "I/P-2", "interview", "Curriculum", 1, date(2017, 1, 2)),
            (3, "I/G", "interview", "Group", None, None),
            (4, "D/01", "documentation", "Programme table", None, None),
            (5, "D/02", "documentation", "D/02", 1, None),
        ]
        for number, reference, method, title, site, on in rows:
            session.add(
                Source(
                    id=number, reference=reference, method=method, title=title,
                    site_id=site, date=on,
                )
            )  # fmt: skip
            session.add(SourceText(source_id=number, text=""))
        key = session.query(Role).filter_by(kind="key_person").one().id
        session.get(Informant, 1).post = "Principal"
        session.get(Source, 1).site_id = 1
        session.query(Participation).one().role_id = key
        session.add(Participation(source_id=2, informant_id=2, role_id=51))
        for informant in (2, 3, 4, 5):
            session.add(Participation(source_id=3, informant_id=informant, role_id=50))
        session.add(Participation(source_id=4, informant_id=None, category_id=50))


def test_the_list_of_sources_says_who_where_and_in_which_role(study, many):
    lines = {line.reference: line for line in sources_overview(study)}
    assert list(lines) == ["I/G", "I/KS-01", "I/P-2", "D/01", "D/02"]
    assert lines["I/KS-01"].subtitle == "Principal, SDN Ciawi 01 · key"
    assert lines["I/P-2"].subtitle == "Curriculum, SDN Ciawi 01 · Guest"
    assert lines["I/G"].subtitle == "P-2, P-3, P-4 +1 · Core group"
    assert lines["D/01"].subtitle == "Programme table"
    assert lines["D/02"].subtitle == "SDN Ciawi 01"
    assert [line.letter for line in lines.values()] == ["I", "I", "I", "D", "D"]
    assert lines["D/01"].categories == ("Board",)
    in_indonesian = {line.reference: line.subtitle for line in sources_overview(study, "id")}
    assert in_indonesian["I/KS-01"] == "Principal, SDN Ciawi 01 · kunci"


def test_the_spread_counts_each_thing_once(study, source, span):
    code = add_code(study, "A")
    assert spread(study, ExcerptFilter()) == Spread(0, 0, 0, 0, 0, 0)
    for words, other in (("Time", code), ("Élan", code), ("Élan", add_code(study, "B"))):
        code_excerpt(study, source, *span(words), other)
    code_excerpt(study, source, *span("What keeps"), code)
    assert spread(study, ExcerptFilter()) == Spread(4, 3, 2, 1, 1, 1)
    assert spread(study, ExcerptFilter(codes=[code])) == Spread(3, 3, 2, 1, 1, 1)
