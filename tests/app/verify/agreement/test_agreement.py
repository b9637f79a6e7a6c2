import json

import pytest

from app.cli import run
from app.errors import UserError
from app.history import undo
from app.reduce.codings import NewCoding, add_codings
from app.verify.agreement.agreement import (
    Recipe,
    agreement,
    all_pairs,
    coders,
    first_pair,
    set_matching,
)
from app.verify.agreement.as_table import agreement_json, agreement_table
from app.verify.agreement.disagreements import (
    disagreements,
    reopen,
    settle,
    settled_away,
    stretches,
)
from models.collection import Source, SourceText
from models.design import Coder
from models.reduction import Code

TEXT = "One two. Three four. Five six! Seven eight? Nine ten, and so to the end of it. "


@pytest.fixture
def coded(study):
    """Two coders on two codes in two sources; a third source that only the first one coded."""
    with study.change("exchange.history.project", name="x") as session:
        session.add_all([Coder(name="B"), Code(name="Time"), Code(name="Money")])
        for reference in ("I-1", "I-2", "I-3"):
            source = Source(
                title=reference, reference=reference, method="interview", length=len(TEXT)
            )
            session.add(source)
            session.flush()
            session.add(SourceText(source_id=source.id, text=TEXT))
    mine = [(1, 0, 20, 1), (1, 30, 40, 1), (2, 0, 10, 2), (3, 0, 70, 1)]
    theirs = [(1, 0, 19, 1), (1, 34, 44, 1), (1, 60, 70, 2), (2, 0, 10, 2)]
    with study.change("exchange.history.project", name="x") as session:
        for coder, rows in ((1, mine), (2, theirs)):
            add_codings(session, [NewCoding(s, a, e, c) for s, a, e, c in rows], coder)
    return study


def test_only_sources_that_both_coded_count(coded):
    found = agreement(coded, Recipe(1, 2))
    assert [line.name for line in found.by_source] == ["I-1", "I-2"]
    every = agreement(coded, Recipe(1, 2, everywhere=True))
    assert [line.name for line in every.by_source] == ["I-1", "I-2", "I-3"]
    assert every.by_code[0].figures.counts.left == found.by_code[0].figures.counts.left + 70


def test_characters_by_code_and_source(coded):
    found = agreement(coded, Recipe(1, 2))
    time, money = found.by_code
    assert (time.name, money.name) == ("Time", "Money")
    counts = time.figures.counts
    assert (counts.both, counts.left, counts.right) == (19 + 6, 1 + 4, 4)
    assert counts.neither == 2 * len(TEXT) - 34
    assert time.figures.jaccard == 25 / 34
    assert found.by_source[1].figures.percent == 1
    assert found.whole.units == 4 * len(TEXT)


def test_sentences_that_a_coding_touches(coded):
    time = agreement(coded, Recipe(1, 2, "sentences")).by_code[0].figures.counts
    assert (time.both, time.left, time.right) == (3, 0, 0)  # one, two, and "Seven eight?"


def test_segments_by_their_overlap(coded):
    time = agreement(coded, Recipe(1, 2, "segments")).by_code[0].figures
    assert (time.counts.both, time.counts.left, time.counts.right) == (1, 1, 1)
    assert time.percent == 1 / 3
    assert time.kappa is time.alpha is time.ac1 is None
    set_matching(coded, 0.4)
    time = agreement(coded, Recipe(1, 2, "segments")).by_code[0].figures
    assert time.percent == 1


@pytest.mark.parametrize("share", [0, -1, 1.01])
def test_impossible_threshold(coded, share):
    with pytest.raises(UserError):
        set_matching(coded, share)


def test_who_is_compared(coded, study):
    assert first_pair(coders(coded)) == (1, 2)
    assert [(one.left.name, one.right.name) for one in all_pairs(coded)] == [("A", "B")]
    for recipe in (Recipe(1, 1), Recipe(1, 9), Recipe(1, 2, "words")):
        with pytest.raises(UserError):
            agreement(coded, recipe)


def test_one_coder_has_no_pair(study):
    assert first_pair(coders(study)) is None
    assert all_pairs(study) == []


def test_stretches_share_characters():
    assert stretches([(0, 5), (20, 30)], [(4, 8), (8, 9), (25, 26)]) == [
        (((0, 5),), ((4, 8),)),
        ((), ((8, 9),)),
        (((20, 30),), ((25, 26),)),
    ]


def test_where_they_disagree(coded):
    found = disagreements(coded, Recipe(1, 2))
    assert [(d.reference, d.code, d.left, d.right) for d in found] == [
        ("I-1", "Time", ((30, 40),), ((34, 44),)),
        ("I-1", "Money", (), ((60, 70),)),
    ]
    assert found[0].offered == ("left", "right", "both", "neither")
    assert found[1].offered == ("left", "right")


@pytest.mark.parametrize("choice", ["left", "right", "both", "neither"])
def test_settling_is_one_step_and_leaves_the_figures(coded, choice):
    before = agreement(coded, Recipe(1, 2))
    (first, _) = disagreements(coded, Recipe(1, 2))
    settle(coded, first, choice, " we talked ")
    settled, other = disagreements(coded, Recipe(1, 2))
    assert (settled.choice, settled.note, other.choice) == (choice, "we talked", "")
    assert agreement(coded, Recipe(1, 2)) == before
    assert len(settled_away(coded)) == {"both": 0, "neither": 2}.get(choice, 1)
    settle(coded, settled, "both")
    assert disagreements(coded, Recipe(1, 2))[0].choice == "both"
    undo(coded)
    assert disagreements(coded, Recipe(1, 2))[0].choice == choice
    undo(coded)
    assert disagreements(coded, Recipe(1, 2))[0] == first


def test_opening_again(coded):
    (first, _) = disagreements(coded, Recipe(1, 2))
    settle(coded, first, "left")
    reopen(coded, first)
    assert disagreements(coded, Recipe(1, 2))[0] == first
    with pytest.raises(UserError):
        settle(coded, first, "perhaps")


def test_table_and_json(coded):
    found = all_pairs(coded)
    rows = agreement_table(found, "id")
    assert len(rows) == 1 + 1 + 2 + 2
    assert {len(row) for row in rows} == {10}
    assert rows[-1][1:] == ["I-2", "1,00", "1,00", "1,00", "1,00", "1,00", "10", "0", "0"]
    (told,) = agreement_json(found)
    assert told["sources"] == ["I-1", "I-2"]
    assert told["by_code"][0]["jaccard"] == 25 / 34


def test_from_the_terminal(coded, capsys):
    path = str(coded.path)
    coded.close()
    assert run(["agreement", path, "--unit", "segments", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told["by_code"][0]["percent"] == 1 / 3
    assert told["by_code"][0]["kappa"] is None
    assert run(["agreement", path]) == 0
    assert "A – B" in capsys.readouterr().out
