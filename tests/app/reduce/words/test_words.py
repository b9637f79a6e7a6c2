from math import isclose, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import history
from app.errors import UserError
from app.reduce.words.cloud import cloud, font_file
from app.reduce.words.counting import count_words
from app.reduce.words.listing import ALL, Listing, log_likelihood
from app.reduce.words.stop_words import own_stop_words, set_stop_words, unlisted
from models.collection import Participation, Source, SourceText, Turn
from models.design import Informant, InformantRole, Role, Site

LABEL = "study.methods.interview"
SPOKEN = "KS-01: The guru teaches. The guru's guru don’t, won't.\nP: What, guru?\nKS-01: Schools."


@pytest.fixture
def told(study):
    """An interview of a key person with questions, and two documents of a site."""
    with study.change(LABEL) as session:
        roles = {role.kind: role.id for role in session.query(Role)}
        session.add(Site(id=1, name="Ciawi"))
        session.add(Informant(id=1, code="KS-01", site_id=1))
        session.add(InformantRole(informant_id=1, role_id=roles["key_person"]))
        for number, method, text in (
            (1, "interview", SPOKEN),
            (2, "documentation", "Programme: the programme of schools. Schools, schools!"),
            (3, "documentation", "The budget. x"),
        ):
            session.add(
                Source(
                    id=number,
                    title="t",
                    reference=f"R/{number}",
                    method=method,
                    length=len(text),
                    site_id=1 if number == 3 else None,
                )
            )
            session.add(SourceText(source_id=number, text=text))
        session.add(Participation(source_id=1, informant_id=1))
        at = 0
        for paragraph in SPOKEN.split("\n"):
            label = paragraph.partition(":")[0]
            session.add(
                Turn(
                    source_id=1,
                    start=at,
                    end=at + len(paragraph),
                    speaker=label,
                    informant_id=None if label == "P" else 1,
                    is_researcher=label == "P",
                )
            )
            at += len(paragraph) + 1
    return study


def test_words_are_counted_without_labels_and_without_the_researcher(told):
    counted = count_words(told)
    assert [(g.name, g.words) for g in counted.groups] == [("R/1", 9), ("R/2", 7), ("R/3", 2)]
    assert counted.counts[1] == {
        "the": 2,
        "guru": 3,
        "teaches": 1,
        "do": 1,
        "will": 1,
        "schools": 1,
    }
    with_questions = count_words(told, researcher=True)
    assert with_questions.counts[1]["guru"] == 4
    assert with_questions.counts[1]["what"] == 1


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("method", [("Interview", 9), ("Documentation", 9)]),
        ("role", [("Key person", 9), ("Without a role", 9)]),
        ("site", [("Ciawi", 11), ("Without a site", 7)]),
    ],
)
def test_words_by_group(told, by, names):
    assert [(g.name, g.words) for g in count_words(told, by).groups] == names


def test_the_groups_are_named_in_the_language_of_the_window(told):
    groups = count_words(told, "role", language="id").groups
    assert groups[-1].name == "Tanpa peran"
    with pytest.raises(UserError):
        count_words(told, "colour")


def test_counting_tells_how_far_it_is_and_can_be_cancelled(told):
    steps = []
    count_words(told, progress=lambda *at: steps.append(at))
    assert steps == [(1, 3), (2, 3), (3, 3)]
    assert count_words(told, cancelled=lambda: True).groups == ()


def test_the_list_leaves_stop_words_out(told):
    set_stop_words(told, ["Budget ", "", "budget"])
    assert own_stop_words(told) == ["budget"]
    assert history.steps(told)[0].sentence("en") == "Change the words that are not counted"
    listing = Listing(count_words(told), unlisted(told))
    rows = listing.words()
    assert [(row.word, row.count, row.groups) for row in rows] == [
        *(("schools", 4, 2), ("guru", 3, 1), ("programme", 2, 1), ("teaches", 1, 1))
    ]
    assert [row.word for row in listing.words(2)] == ["schools", "programme"]
    assert isclose(rows[0].per_thousand, 1000 * 4 / 18)
    assert listing.words(3) == []
    history.undo(told)
    assert own_stop_words(told) == []


def test_the_same_stop_words_are_no_step(told):
    set_stop_words(told, ["budget"])
    steps = len(history.steps(told))
    set_stop_words(told, ["budget"])
    assert len(history.steps(told)) == steps


def test_forms_of_a_lemma_are_counted_together(told):
    lemmas = {"schools": "school", "teaches": "teach"}
    rows = {row.word: row for row in Listing(count_words(told), (), lemmas).words(ALL)}
    assert rows["school"].count == 4
    assert rows["school"].forms == ("schools",)
    assert "schools" not in rows
    assert "teach" not in {r.word for r in Listing(count_words(told), {"teach"}, lemmas).words()}


def test_key_terms_are_what_a_group_says_more_than_the_rest(told):
    listing = Listing(count_words(told, "method"), {"the"})
    (guru,) = listing.key_terms("interview")
    assert (guru.word, guru.count, guru.rest) == ("guru", 3, 0)
    assert guru.significant
    assert isclose(guru.score, log_likelihood(3, 0, 9, 9))
    assert [term.word for term in listing.key_terms("documentation")] == ["programme", "schools"]
    assert listing.key_terms("observation") == []


def test_the_log_likelihood_is_that_of_the_literature():
    # 30 in 11,000 words: 30 / 11 are expected of the first thousand, 300 / 11 of the rest.
    by_hand = 2 * (10 * log(10 / (30 / 11)) + 20 * log(20 / (300 / 11)))
    assert isclose(log_likelihood(10, 20, 1000, 10_000), by_hand)
    assert isclose(by_hand, 13.5795, abs_tol=1e-4)
    assert log_likelihood(0, 0, 10, 10) == 0
    assert isclose(log_likelihood(5, 50, 100, 1000), 0, abs_tol=1e-9)


@given(*(st.integers(0, 50) for _ in range(2)), *(st.integers(50, 500) for _ in range(2)))
def test_the_log_likelihood_is_never_negative(count, rest, size, rest_size):
    assert log_likelihood(count, rest, size, rest_size) >= -1e-9


def test_a_cloud_places_words_inside_and_apart():
    from PIL import ImageFont

    counts = {f"kata{n}": 40 - n for n in range(30)}
    placed = cloud(counts, 600, 400)
    assert len(placed) > 15
    assert placed == cloud(counts, 600, 400)
    boxes = []
    for one in placed:
        font = ImageFont.truetype(str(font_file()), one.size)
        boxes.append(font.getbbox(one.word, anchor="ls"))
        low, top, high, bottom = boxes[-1]
        boxes[-1] = (one.left + low, one.baseline + top, one.left + high, one.baseline + bottom)
        assert boxes[-1][0] >= 0
        assert boxes[-1][1] >= 0
        assert boxes[-1][2] <= 600
        assert boxes[-1][3] <= 400
    for number, a in enumerate(boxes):
        for b in boxes[:number]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
    sizes = {one.word: one.size for one in placed}
    assert sizes["kata0"] >= sizes["kata9"]


def test_a_cloud_without_words_or_room_is_empty():
    assert cloud({}, 600, 400) == []
    assert cloud({"guru": 3}, 10, 10) == []
    assert [one.word for one in cloud({"guru": 3}, 300, 100)] == ["guru"]
