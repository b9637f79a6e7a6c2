"""The thirteen tactics: what the study says (METHOD.md, section 2), what the researcher decides."""

from datetime import date

import pytest
from sqlalchemy import select

from app import history
from app.errors import UserError
from app.reduce.code_editing import add_code
from app.reduce.codings import code_excerpt
from app.reduce.surprises import set_surprise
from app.verify.finding_evidence import add_span
from app.verify.findings import add_finding, change_finding
from app.verify.members import answer, lay_before, member_checks
from app.verify.tactics.checks import TACTICS, decide, outcomes, tactics, work_with
from app.verify.tactics.computed import standing_out
from app.verify.tactics.crosses import crossed
from models import fulltext
from models.collection import Participation, Source, SourceText, Turn
from models.design import Informant, InformantRole, Role, Site

WORDS = "Time is short. Money is short too."
KEY = "key_person"


@pytest.fixture
def told(study):
    """Six informants at three sites, each in an interview of their own in a month of their own."""
    with study.change("study.methods.interview") as session:
        role = session.scalars(select(Role).where(Role.kind == KEY)).first()
        for number in (1, 2, 3):
            session.add(Site(id=number, name=f"School {number}"))
        session.flush()
        for number in range(1, 7):
            session.add(Informant(id=number, code=f"G-{number}", site_id=(number + 1) // 2))
            session.flush()
            if number == 1:
                session.add(InformantRole(informant_id=1, role_id=role.id, position=0))
            session.add(
                Source(
                    id=number,
                    title="t",
                    reference=f"W/{number}",
                    method="interview",
                    length=len(WORDS),
                    site_id=(number + 1) // 2,
                    date=date(2017, number, 5),
                )
            )
            session.add(SourceText(source_id=number, text=WORDS))
            session.add(Participation(source_id=number, informant_id=number))
            session.add(
                Turn(source_id=number, start=0, end=len(WORDS), speaker="G", informant_id=number)
            )
            fulltext.index_text(session.connection(), number, WORDS)
    return study


@pytest.fixture
def finding(told):
    """Five support the claim, the sixth contradicts it."""
    number = add_finding(told, "Time is short")
    for source in range(1, 7):
        stance = "contradicts" if source == 6 else "supports"
        add_span(told, number, source, (0, 14), stance)
    return number


def said(study, finding, tactic):
    return next(row for row in tactics(study, finding, "en") if row.tactic == tactic).said


def test_all_thirteen_in_their_order(told, finding):
    rows = tactics(told, finding, "en")
    assert [row.tactic for row in rows] == list(TACTICS)
    assert len(rows) == 13
    assert all(row.name and row.asks and row.said and row.outcome == "open" for row in rows)


def test_what_the_study_says(told, finding):
    assert said(told, finding, "representativeness") == (
        "Sites with support: 3 of 3 examined.",
        "The busiest informant, G-6, gives 1 of 6 pieces of evidence (17 %).",
        "From key persons: 1 of 6 (17 %).",
    )
    assert said(told, finding, "researcher_effects") == (
        "From the first visit to a site: 3 of 6 (50 %).",
    )
    assert said(told, finding, "weighting") == (
        "Mean weight 1.00 of 6 pieces of evidence (1 weak, 2 middling, 3 strong).",
    )
    assert said(told, finding, "outliers") == (
        "School 3 stands apart among the sites: it says both.",
        "G-6 stands apart among those who were heard: contradicts.",
    )
    assert said(told, finding, "negative_evidence") == ("Contradicting: G-6.",)
    assert said(told, finding, "replicating") == (
        "Holds on its own in 2 of 3 sites.",
        "Holds on its own in 5 of 6 months.",
    )
    assert said(told, finding, "surprises") == (
        "Pieces of evidence that are flagged as a surprise: 0.",
    )


def test_a_surprise_is_counted(told, finding):
    from app.verify.finding_evidence import evidence

    set_surprise(told, [evidence(told, finding)[0].excerpt_id])
    assert said(told, finding, "surprises")[0].endswith(": 1.")


@pytest.mark.parametrize(
    ("others", "way", "out"),
    [(5, "contradicts", True), (4, "contradicts", True), (2, "contradicts", True),
     (1, "contradicts", False)],
)  # fmt: skip
def test_who_differs_from_at_least_eighty_per_cent(others, way, out):
    ways = {f"s{n}": "supports" for n in range(others)} | {"x": way}
    assert ("x" in standing_out(ways)) is out
    assert set(standing_out(ways)) <= {"x"}


def test_at_four_of_five_one_stands_out_and_below_not():
    ways = {"a": "supports", "b": "supports", "c": "supports", "d": "supports"}
    assert standing_out({**ways, "x": "contradicts", "y": "contradicts"}) == {
        "x": "contradicts",
        "y": "contradicts",
    }
    assert standing_out({"a": "supports", "b": "supports", "c": "supports", "x": "contradicts",
                         "y": "contradicts"}) == {}  # fmt: skip


def test_an_if_then_test_and_a_third_code(told, finding):
    first, second, third = (add_code(told, name) for name in ("Time", "Money", "Leading"))
    for source in (1, 2, 3):
        code_excerpt(told, source, 0, 4, first)
    for source in (1, 2, 4):
        code_excerpt(told, source, 15, 20, second)
    for source in (1, 3):
        code_excerpt(told, source, 5, 7, third)
    table = crossed(told, first, second).tables[0]
    assert (table.both, table.only_first, table.only_second, table.neither) == (2, 1, 1, 2)
    with_third, without = crossed(told, first, second, third).tables
    assert (with_third.both, with_third.only_first, with_third.neither) == (1, 1, 0)
    assert (without.both, without.only_first, without.only_second, without.neither) == (1, 0, 1, 2)
    assert said(told, finding, "if_then")[0].startswith("Choose two codes")
    work_with(told, finding, "if_then", a=first, b=second)
    row = next(r for r in tactics(told, finding, "en") if r.tactic == "if_then")
    assert row.said == ("“Time” without “Money”: 1 informant.",)
    assert row.crossed.names == ("Time", "Money")
    work_with(told, finding, "spurious_relations", a=first, b=second, c=third)
    assert said(told, finding, "spurious_relations") == (
        "With “Leading”: “Time” without “Money”: 1 informant.",
        "Without “Leading”: Whoever speaks of “Time” speaks of “Money” too.",
    )
    work_with(told, finding, "if_then", b=None)
    assert said(told, finding, "if_then")[0].startswith("Choose two codes")


def test_an_outcome_and_a_note_are_kept_and_undone(told, finding):
    decide(told, finding, "outliers", outcome="passed")
    decide(told, finding, "outliers", note=" G-6 is new there ")
    row = next(r for r in tactics(told, finding, "en") if r.tactic == "outliers")
    assert (row.outcome, row.note, row.coder) == ("passed", "G-6 is new there", "A")
    assert outcomes(told)[finding] == {"passed": 1, "open": 12}
    history.undo(told)
    history.undo(told)
    assert outcomes(told) == {}
    for bad in ({"tactic": "luck"}, {"tactic": "outliers", "outcome": "splendid"}):
        with pytest.raises(UserError):
            decide(told, finding, **bad)
    with pytest.raises(UserError):
        tactics(told, 99)


def test_feedback_counts_answers(told, finding):
    assert said(told, finding, "feedback") == ("The claim was laid before no informant yet.",)
    lay_before(told, 1, [finding])
    lay_before(told, 2, [finding])
    answer(told, member_checks(told, 1)[0].id, answer="agrees")
    assert said(told, finding, "feedback") == (
        "Laid before 2: agrees 1, agrees with correction 0, disagrees 0.",
        "Answers still awaited: 1.",
    )


def test_an_informant_asked_again_is_counted_once_by_the_last_answer(told, finding):
    lay_before(told, 1, [finding])
    first = member_checks(told, 1)[0].id
    answer(told, first, answer="disagrees")
    change_finding(told, finding, claim="Time is often short")
    assert said(told, finding, "feedback") == (
        "Laid before 1: agrees 0, agrees with correction 0, disagrees 1.",
        "Answers to an earlier wording of the claim: 1.",
    )
    assert lay_before(told, 1, [finding]) == 1
    again = max(row.id for row in member_checks(told, 1))
    answer(told, again, answer="agrees")
    assert said(told, finding, "feedback") == (
        "Laid before 1: agrees 1, agrees with correction 0, disagrees 0.",
    )


def test_sites_known_by_their_informants_alone_were_examined_too(told, finding):
    with told.change("study.methods.interview") as session:
        for source in session.scalars(select(Source)):
            source.site_id = None
    assert said(told, finding, "representativeness")[0] == "Sites with support: 3 of 3 examined."
    assert said(told, finding, "researcher_effects")[0].endswith("3 of 6 (50 %).")


def test_an_answer_is_dated_and_undated_again(told, finding):
    lay_before(told, 1, [finding])
    (row,) = member_checks(told, 1)
    assert (row.asked_on, row.answered_on) == (date.today(), None)
    answer(told, row.id, answer="agrees")
    assert member_checks(told, 1)[0].answered_on == date.today()
    answer(told, row.id, answered_on=date(2017, 5, 1), asked_on=date(2017, 4, 1))
    answer(told, row.id, words="Yes")
    (row,) = member_checks(told, 1)
    assert (row.asked_on, row.answered_on) == (date(2017, 4, 1), date(2017, 5, 1))
    answer(told, row.id, answered_on=None)
    assert member_checks(told, 1)[0].answered_on is None
    answer(told, row.id, answered_on=date(2017, 5, 1))
    answer(told, row.id, answer="")
    assert member_checks(told, 1)[0].answered_on is None


def test_both_languages_say_everything(told, finding):
    for row in tactics(told, finding, "id"):
        assert row.name
        assert row.said
    assert tactics(told, finding, "id")[3].said[0].startswith("Bobot rata-rata 1,00")
