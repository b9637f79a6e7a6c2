import pytest
from docx import Document

from app.design.coverage import set_asked
from app.errors import UserError
from app.reduce.memos import add_memo
from app.report.fieldwork import write_fieldwork
from app.verify.finding_evidence import add_evidence
from app.verify.findings import add_finding
from app.verify.gaps import GapKind, by_informant, gaps, gaps_json, gaps_table, tick
from tests.app.verify.build import Builder

KEY, CORE, VERIFICATION = "key_person", "core_respondent", "verification_respondent"


@pytest.fixture
def laid(study):
    make = Builder(study)
    focus = make.focus("F1")
    sources = {
        "KS": make.source("W/KS", "interview", ("KS-01", "principal", KEY), on="2017-01-12"),
        "KS2": make.source("W/KS2", "interview", ("KS-01", "principal", KEY), on="2017-03-12"),
        "PW": make.source("W/PW", "interview", ("PW-01", "supervisor", VERIFICATION)),
        "G1": make.source("K/G1", "questionnaire", ("G-01", "teacher", CORE)),
        "O1": make.source("O/01", "observation", category="activity"),
    }
    finding = add_finding(study, "Facilities hold it back", focus)
    return make, focus, sources, finding


def say(study, laid, *said):
    make, _, sources, finding = laid
    for name, stance in said:
        add_evidence(study, finding, [make.excerpt(sources[name])], stance)


def kinds(study):
    return [(str(gap.kind), gap.cell) for gap in gaps(study)]


def asked(study, kind, cell=""):
    (gap,) = [gap for gap in gaps(study) if gap.kind == kind and gap.cell == cell]
    return [code for _, code in gap.informants]


def test_a_finding_without_evidence_says_just_that(study, laid):
    assert kinds(study) == [("no_evidence", ""), ("never_asked", "")]


def test_silent_roles_name_whom_to_ask_and_are_not_told_twice(study, laid):
    say(study, laid, ("KS", "supports"))
    found = kinds(study)
    assert ("role_silent", CORE) in found
    assert ("role_silent", VERIFICATION) in found
    assert asked(study, GapKind.ROLE_SILENT, VERIFICATION) == ["PW-01"]
    assert ("category_silent", "teacher") not in found
    assert ("method_silent", "questionnaire") not in found
    assert ("method_silent", "observation") in found
    assert ("category_silent", "activity") not in found
    assert ("single", "") in found
    assert ("negative", "") in found


def test_whoever_was_not_asked_is_not_silent(study, laid):
    make, focus, _, _ = laid
    say(study, laid, ("KS", "supports"))
    set_asked(study, [(make.informant("PW-01"), focus)], "not_asked")
    found = kinds(study)
    assert ("role_silent", VERIFICATION) not in found
    assert "PW-01" not in asked(study, GapKind.NEVER_ASKED)


def test_a_contested_finding_shows_both_sides(study, laid):
    say(study, laid, ("KS", "supports"), ("G1", "supports"), ("PW", "contradicts"))
    (gap,) = [gap for gap in gaps(study) if gap.kind == GapKind.CONTESTED]
    assert [quote.stance for quote in gap.quotes] == ["supports", "contradicts"]
    assert {code for _, code in gap.informants} == {"KS-01", "G-01", "PW-01"}
    assert "KS-01" in gap.words("en")
    assert "negative" not in [str(g.kind) for g in gaps(study)]


def test_a_change_over_time_is_missing_until_there_is_a_memo(study, laid):
    say(study, laid, ("KS", "supports"), ("KS2", "contradicts"))
    assert asked(study, GapKind.CHANGED) == ["KS-01"]
    add_memo(study, "He moved school", on_entity="finding", on_id=laid[3])
    assert "changed" not in [kind for kind, _ in kinds(study)]


def test_ticks_are_kept_and_left_out_of_the_questions(study, laid):
    say(study, laid, ("KS", "supports"))
    (gap,) = [g for g in gaps(study) if (g.kind, g.cell) == (GapKind.ROLE_SILENT, CORE)]
    tick(study, gap.key, done=True)
    assert [g.key for g in gaps(study) if g.done] == [gap.key]
    people = by_informant(gaps(study))
    assert {kind for g in people[gap.informants[0]] for kind in [str(g.kind)]} == {"never_asked"}
    tick(study, gap.key, done=False)
    assert not any(g.done for g in gaps(study))


def test_a_focus_without_a_finding(study, laid):
    laid[0].focus("F2")
    assert ("no_finding", "") in kinds(study)


def test_the_questions_go_to_word_by_informant_without_what_others_said(study, laid, tmp_path):
    say(study, laid, ("KS", "supports"), ("PW", "contradicts"))
    path = tmp_path / "field.docx"
    assert write_fieldwork(study, path, "en") == 3
    document = Document(path)
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert [h for h in headings if h[-3:] == "-01"] == ["G-01", "KS-01", "PW-01"]
    words = "\n".join(c.text for t in document.tables for row in t.rows for c in row.cells)
    assert "Facilities hold it back" in words
    assert "Passage" not in words
    with pytest.raises(UserError):
        write_fieldwork(study, tmp_path / "field.pdf")


def test_the_terminal_gets_them_too(study, laid):
    say(study, laid, ("KS", "supports"), ("PW", "contradicts"))
    rows = gaps_json(study, "id")
    assert rows[0]["kind"] == "contested"
    assert len(rows[0]["quotes"]) == 2
    assert gaps_table(study, "en")[0] == ["Focus", "Finding", "What is missing", "To ask"]
    assert len(gaps_table(study, "en")) == len(rows) + 1
