import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import history
from app.reduce.search import search
from models import fulltext
from models.collection import Source, SourceText

LABEL = "study.methods.interview"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("projector", ["projector"]),
        ("PROJ*", ["projector"]),
        ('"above all"', ["above all"]),
        ("elan", ["Élan"]),
        ("e\u0301lan", ["Élan"]),
        ("time projector", ["Time", "projector"]),
        ("time “projector”", ["Time", "projector"]),
        ('"time above" PROJ*', ["Time, above", "projector"]),
        ("KS-01 elan", ["KS-01", "Élan"]),
        ("@ time", ["Time"]),
        ("above all", ["above", "all"]),
        ("nothing", []),
        ("time nothing", []),
        ('""', []),
        ("*", []),
        ("' OR 1=1 --", []),
        ('"unclosed', []),
        ('"time', ["Time"]),
        ("AND", []),
        ("text:time", []),
        ("NEAR(time projector)", []),
        ("time^2", []),
        ("it's", []),
        ("\0 \ud800", []),
        ("", []),
    ],
)
def test_search_marks_the_words_in_the_source(study, source, words, found):
    text = study.texts.of(source)
    page = search(study, words)
    assert [text[a:b] for hit in page.hits for a, b in hit.spans] == found
    assert page.total == len(page.hits)


def test_a_hit_is_a_paragraph_of_the_source(study, source):
    (hit,) = search(study, "time").hits
    text = study.texts.of(source)
    assert text[hit.start : hit.end] == hit.passage
    assert hit.passage.startswith("KS-01: Time")
    assert (hit.source_id, hit.reference, hit.method) == (source, "I/KS-01", "interview")


def test_hits_of_a_source_stand_together_and_come_by_the_page(study):
    with study.change(LABEL) as session:
        for number in range(1, 4):
            text = "\n".join(f"😀 guru {line} guru" for line in range(5))
            session.add(
                Source(id=number, title="t", reference=f"r{number}", method="m", length=len(text))
            )
            session.add(SourceText(source_id=number, text=text))
            fulltext.index_text(session.connection(), number, text)
    pages = [search(study, "guru", limit=4, offset=at) for at in range(0, 20, 4)]
    assert [page.total for page in pages] == [15] * 5
    hits = [hit for page in pages for hit in page.hits]
    places = [(hit.source_id, hit.start) for hit in hits]
    assert places == sorted(places)
    assert len(places) == 15
    for hit in hits:
        text = study.texts.of(hit.source_id)
        assert [text[a:b] for a, b in hit.spans] == ["guru", "guru"]


def test_a_source_that_an_undo_took_away_is_not_found(study, source):
    assert search(study, "time").total == 1
    history.undo(study)
    assert search(study, "time").hits == ()
    assert search(study, "time", limit=0).total == 0
    history.redo(study)
    assert search(study, "time").total == 1


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=12) | st.text("\"*-+^:(){}'time &|~ANDORNOT", max_size=14))
def test_no_query_raises(study, source, words):
    text = study.texts.of(source)
    for hit in search(study, words).hits:
        assert text[hit.start : hit.end] == hit.passage
        assert all(hit.start <= a < b <= hit.end for a, b in hit.spans)
