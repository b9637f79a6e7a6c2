"""The audit trail: filtered, read a page at a time, told field by field, traced, by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.history import steps, undo
from app.language.words import LANGUAGES, say
from app.reduce.code_editing import add_code, describe_code, rename_code
from app.reduce.code_merging import delete_codes
from app.verify.audit.codebook import codebook_days
from app.verify.audit.kinds import KINDS
from app.verify.audit.lines import UNSAID, lines
from app.verify.audit.trail import Wanted, count, days, pages, trail
from app.verify.finding_evidence import add_evidence
from app.verify.findings import add_finding, change_finding
from models.base import Base
from models.history import journalled
from models.reduction import Code
from models.verification import Override
from tests.app.verify.build import Builder


@pytest.fixture
def laid(study):
    """A code with a coding, and a finding with evidence."""
    make = Builder(study)
    source = make.source("W/KS-01", "interview", ("KS-01", "principal", "key_person"))
    code = make.code("Planning")
    make.coding(source, code, "supports")
    finding = add_finding(study, "They plan", None)
    add_evidence(study, finding, [make.excerpt(source)], "supports")
    return {"make": make, "source": source, "code": code, "finding": finding}


def said(study, wanted, language="en"):
    return [step.id for step in trail(study, wanted, language)]


def test_each_journalled_table_has_a_kind_and_words():
    tables = {table.name for table in journalled(Base.metadata)}
    assert sorted(tables) == sorted(t for known in KINDS.values() for t in known)
    for language in LANGUAGES:
        for table in tables:
            assert say(f"audit.entity.{table}", language)
            for column in Base.metadata.tables[table].columns:
                if column.name not in UNSAID:
                    assert say(f"audit.field.{column.name}", language)


def test_all_steps_that_stand_newest_first(study, laid):
    rename_code(study, laid["code"], "Plans")
    assert said(study, Wanted()) == [step.id for step in steps(study)]
    undo(study)
    assert said(study, Wanted()) == [step.id for step in steps(study)][1:]
    assert said(study, Wanted(undone=True)) == [step.id for step in steps(study)]


def test_by_kind_words_coder_and_day(study, laid):
    rename_code(study, laid["code"], "Persiapan")
    of_codes = said(study, Wanted(kinds=("code",)))
    assert of_codes[0] == trail(study)[0].id
    assert said(study, Wanted(words="persiapan")) == of_codes[:1]
    assert said(study, Wanted(words="no such thing")) == []
    assert said(study, Wanted(coder=study.coder_name)) == said(study, Wanted())
    assert said(study, Wanted(coder="Nobody")) == []
    first, last = days(study)
    assert first <= last
    assert said(study, Wanted(since=last, until=last)) == said(study, Wanted())
    assert said(study, Wanted(since=last + timedelta(days=1))) == []
    assert said(study, Wanted(until=date(2000, 1, 1))) == []


def test_words_of_other_letters_and_of_signs_that_sql_knows(study):
    add_code(study, "Rencana 100 % é_x")
    add_code(study, "Other")
    for words in ("100 %", "é_x", "Rencana"):
        assert [s.values["name"] for s in trail(study, Wanted(words=words))] == [
            "Rencana 100 % é_x"
        ]


def test_lines_say_before_after_and_reason(study, laid):
    describe_code(study, laid["code"], definition="What is meant beforehand")
    with study.change("verify.history.findings_ordered") as session:
        session.add(
            Override(on_entity="finding", on_id=laid["finding"], verdict="verified", reason="Seen")
        )
    override, edited = lines(study, trail(study)[:2], "en")
    assert (override.kind, override.name, override.reason) == (
        *("Verdict put in place", "They plan", "Seen"),
    )
    assert (edited.kind, edited.name, edited.field) == ("Code", "Planning", "definition")
    assert (edited.before, edited.after) == ("", "What is meant beforehand")


def test_values_are_said_in_words(study, laid):
    change_finding(study, laid["finding"], status="verified")
    (line,) = lines(study, trail(study)[:1], "id")
    assert (line.field, line.before, line.after) == ("status", "Sementara", "Teruji")
    made = lines(study, trail(study, Wanted(kinds=("coding",)))[:1], "en")
    by_kind = {line.kind: line.after for line in made}
    steps_of = trail(study, Wanted(about=("code", laid["code"])))
    by_kind |= {line.kind: line.after for line in lines(study, steps_of, "en")}
    assert "direction: affirms" in by_kind["Coding"]
    assert "set aside" not in by_kind["Excerpt"]


def test_a_row_that_is_gone_keeps_its_name(study, laid):
    delete_codes(study, [laid["code"]])
    found = {line.kind: line for line in lines(study, trail(study)[:1], "en")}
    assert found["Code"].name == "Planning"
    assert found["Coding"].name.startswith("Planning · ")
    assert found["Code"].after == ""
    assert found["Code"].before


def test_the_whole_life_of_a_finding_and_of_a_code(study, laid):
    rename_code(study, laid["code"], "Plans")
    add_code(study, "Another")
    of_finding = trail(study, Wanted(about=("finding", laid["finding"])))
    assert [step.what for step in of_finding[::-1]] == [
        *("verify.history.finding_added", "verify.history.evidence_added"),
    ]
    of_code = trail(study, Wanted(about=("code", laid["code"])))
    assert of_code[0].values["new"] == "Plans" if "new" in of_code[0].values else of_code
    assert not any("Another" in str(step.values) for step in of_code)
    entities = {line.key[0] for line in lines(study, of_code, "en")}
    assert {"code", "coding"} <= entities


def test_the_life_of_a_source_holds_what_was_coded_in_it(study, laid):
    found = lines(study, trail(study, Wanted(about=("source", laid["source"]))), "en")
    assert {"source", "excerpt", "coding", "evidence"} <= {line.key[0] for line in found}


def test_an_id_that_another_bore_before_is_not_its_life(study):
    first = add_code(study, "First")
    delete_codes(study, [first])
    with study.change("reduce.history.code_added", name="Second") as session:
        session.add(Code(id=first, name="Second"))
    found = trail(study, Wanted(about=("code", first)))
    assert [step.values["name"] for step in found] == ["Second"]


def test_pages_hold_every_step_once(study, monkeypatch):
    monkeypatch.setattr("app.verify.audit.trail.PAGE", 2)
    for number in range(5):
        add_code(study, f"Code {number}")
    assert trail(study, limit=2, before=3) == trail(study)[-2:]
    assert [step.id for page in pages(study, Wanted(), "en") for step in page] == said(
        study, Wanted()
    )
    assert count(study) == len(trail(study))


def test_the_code_book_by_day(study, laid):
    rename_code(study, laid["code"], "Plans")
    gone = add_code(study, "Gone")
    delete_codes(study, [gone])
    add_code(study, "New")
    (day,) = codebook_days(study)
    assert (day.codes, day.made, day.gone, day.renamed) == (2, ["Plans", "New"], [], [])
    undo(study)
    assert codebook_days(study)[0].made == ["Plans"]


@given(st.text(max_size=12))
def test_any_words_are_looked_for(words):
    from app.verify.audit.trail import _with_words

    class Few:
        def scalars(self, query):
            return ["reduce.history.code_added"]

    assert _with_words(Few(), words, "en") is not None
