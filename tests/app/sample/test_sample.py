"""The sample study: what it holds, in both languages, and what the method makes of it."""

import tomllib
from collections import Counter
from datetime import date

import pytest
from sqlalchemy import select

from app.check import check
from app.collect.sources import sources
from app.design.coverage import coverage
from app.design.informants import informants
from app.design.sites import sites
from app.design.study_title import study_title
from app.display.displays import displays
from app.display.grid.grids import grid
from app.display.network.networks import network
from app.display.scores.tables import score_table
from app.errors import UserError
from app.reduce.codes import codes
from app.reduce.excerpts import ExcerptFilter, excerpts
from app.reduce.memos import memos
from app.sample import reading, write_sample
from app.sample.reading import FOLDER, read_sample
from app.study_files import open_study
from app.verify.findings import findings
from app.verify.rules.overall import Overall
from app.verify.triangulation import triangulate
from models.collection import Source, Turn

WORDS = {"id": "ilustratif", "en": "illustrative"}


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """The sample in both languages, open."""
    folder = tmp_path_factory.mktemp("sample")
    made = {language: write_sample(folder / language, language) for language in WORDS}
    opened = {language: open_study(path) for language, path in made.items()}
    yield opened
    for study in opened.values():
        study.close()


@pytest.fixture(params=tuple(WORDS))
def language(request):
    return request.param


@pytest.fixture
def sample_study(both, language):
    return both[language]


def test_the_case_is_whole(sample_study):
    rows = sources(sample_study)
    assert len(sites(sample_study)) == 7
    assert Counter(row.method for row in rows) == {
        "interview": 10,
        "observation": 2,
        "questionnaire": 8,
        "documentation": 2,
    }
    assert {row.category for source in rows for row in source.participants} == {
        row["name"] for row in read_sample(sample_study.language).categories
    }
    assert all(date(2016, 12, 1) <= row.date <= date(2017, 3, 31) for row in rows)


def test_there_is_enough_of_everything(sample_study):
    tree = codes(sample_study)
    assert len(tree) >= 25
    assert {code.depth for code in tree} == {0, 1, 2}
    assert {code.cycle for code in tree} == {"first", "pattern"}
    assert len({code.colour for code in tree if code.depth}) == sum(1 for c in tree if c.depth)
    assert len(excerpts(sample_study, ExcerptFilter())) >= 150
    assert sum(1 for row in findings(sample_study) if row.evidence) == 8
    assert len(memos(sample_study)) >= 6
    assert len(displays(sample_study)) >= 4


def test_the_tables_of_the_paper_are_displays(sample_study):
    """Table 1: 1 + 3 + 1 programmes; Table 2: sum 1079, mean 77.07, 1 / 7 / 6 / 0 / 0."""
    rows = {row.kind: row for row in displays(sample_study)[:9]}
    programmes = next(row for row in displays(sample_study) if row.kind == "grid")
    groups = [head.group for head in grid(sample_study, programmes.id).rows]
    assert [groups.count(group) for group in dict.fromkeys(groups)] == [1, 3, 1]
    assert len(grid(sample_study, programmes.id).cells) == 15
    scores = score_table(sample_study, rows["scores"].table_id)
    assert (scores.described.total, round(scores.described.mean, 2)) == (1079, 77.07)
    assert [count for _, count in scores.tally] == [1, 7, 6, 0, 0]
    assert [item.label for item in scores.items if item.disagrees] == ["2"]


def test_networks_and_flows_stand_on_something(sample_study):
    for row in displays(sample_study):
        if row.kind in ("network", "flow"):
            found = network(sample_study, row.id)
            assert len(found.nodes) >= 6
            assert all(tie.grounded for tie in found.ties)
            assert {node.label for node in found.nodes} <= {c.name for c in codes(sample_study)}


def test_transcripts_have_a_natural_length(sample_study):
    for row in sources(sample_study):
        words = len(sample_study.texts.of(row.id).split())
        least = {"interview": 500, "observation": 450}.get(row.method, 100)
        assert words >= least, row.reference


def test_every_coding_stands_on_its_marked_words(sample_study):
    sample = read_sample(sample_study.language)
    names = {row["key"]: row["name"] for row in sample.codes}
    coders = {row["key"]: row["name"] for row in sample.coders}
    marked = Counter(
        (
            source.reference,
            source.text[mark.start : mark.end],
            names[tag.code],
            tag.direction,
            coders[tag.coder],
        )
        for source in sample.sources
        for mark in source.marks
        for tag in mark.tags
    )
    coded = Counter(
        (row.reference, row.quote, row.code, row.direction, row.coder)
        for row in excerpts(sample_study, ExcerptFilter())
    )
    assert coded == marked


def test_no_mark_is_left_in_a_text(sample_study):
    for row in sources(sample_study):
        text = sample_study.texts.of(row.id)
        assert "[[" not in text, row.reference
        assert "]]" not in text, row.reference
        assert "\r" not in text, row.reference


def test_both_languages_carry_the_same_codings():
    indonesian, english = read_sample("id").sources, read_sample("en").sources
    for one, other in zip(indonesian, english, strict=True):
        assert one.reference == other.reference
        assert one.participants == other.participants
        assert (one.date, one.site, one.method) == (other.date, other.site, other.method)
        assert [(m.tags, m.label) for m in one.marks] == [(m.tags, m.label) for m in other.marks]
        assert one.text.count("\n") == other.text.count("\n"), one.reference
        assert one.text != other.text


def test_every_string_stands_in_both_languages():
    with (FOLDER / "study.toml").open("rb") as file:
        missing = list(_one_sided(tomllib.load(file), "study"))
    assert missing == []


def _one_sided(value, path):
    if isinstance(value, dict):
        if ("id" in value) != ("en" in value):
            yield path
        for key, inner in value.items():
            yield from _one_sided(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _one_sided(inner, f"{path}[{number}]")
    elif value == "" and not path.endswith(".on"):
        yield path


def test_every_verdict_occurs_and_is_the_one_worked_out_by_hand(sample_study):
    by_hand = {row["claim"]: row["verdict"] for row in read_sample(sample_study.language).findings}
    found = {row.claim.name: str(row.overall) for row in triangulate(sample_study).findings}
    assert found == by_hand
    assert set(found.values()) == {str(verdict) for verdict in Overall}


def test_verdicts_of_codes_vary_too(sample_study):
    verdicts = {str(row.overall) for row in triangulate(sample_study).codes}
    assert verdicts == {str(verdict) for verdict in Overall}


def test_a_private_school_is_a_negative_case(sample_study):
    obligation = triangulate(sample_study).findings[2].as_json()
    assert obligation["method"]["flags"] == ["negative_case"]
    assert obligation["sites"]["cells"]["SD Amaliah"] == "contradicts"


def test_one_man_speaks_in_two_capacities(sample_study):
    sample = read_sample(sample_study.language)
    categories = {row["key"]: row["name"] for row in sample.categories}
    heard = {
        (row.reference, row.role_kind, row.category)
        for row in excerpts(sample_study, ExcerptFilter())
        if row.informant == "KS-01"
    }
    assert heard == {
        ("W/KS-01", "key_person", categories["principal"]),
        ("W/KG-01", "verification_respondent", categories["cluster-head"]),
    }
    assert "not_independent" in triangulate(sample_study).findings[0].as_json()["role"]["flags"]


def test_what_is_coded_was_said_by_the_informant(sample_study):
    people = {row.reference: row.participants[0].code for row in sources(sample_study)}
    for row in excerpts(sample_study, ExcerptFilter()):
        assert row.informant == people[row.reference], row.quote


def test_the_researcher_speaks_in_every_interview(sample_study):
    query = select(Source.reference, Turn.speaker, Turn.is_researcher).join(
        Source, Source.id == Turn.source_id
    )
    with sample_study.read() as connection:
        found = {tuple(row) for row in connection.execute(query)}
    letter = "P" if sample_study.language == "id" else "R"
    interviews = {r.reference for r in sources(sample_study) if r.method == "interview"}
    assert {reference for reference, _, asks in found if asks} == interviews
    assert {speaker for _, speaker, asks in found if asks} == {letter}


def test_coverage_knows_who_is_still_to_be_reached(sample_study):
    states = Counter(coverage(sample_study).instruments.values())
    assert states == {"done": 18, "planned": 11}
    people = {row.code: row.id for row in informants(sample_study)}
    reached = {who for (who, _), state in coverage(sample_study).instruments.items() if state}
    assert reached == set(people.values())


def test_tables_of_the_paper_are_in_the_documents(sample_study):
    texts = {row.reference: sample_study.texts.of(row.id) for row in sources(sample_study)}
    scores = [int(line.split(" | ")[2]) for line in texts["D/02"].splitlines() if _is_score(line)]
    assert scores == [65, 74, 79, 79, 79, 64, 82, 70, 88, 91, 89, 68, 78, 73]
    assert sum(scores) == 1079
    assert sum(line[:1].isdigit() for line in texts["D/01"].splitlines()) == 5


def _is_score(line):
    return line.count(" | ") == 2 and line[0].isdigit()


def test_it_says_that_it_is_illustrative(sample_study):
    told = study_title(sample_study)
    word = WORDS[told.language]
    assert word in told.purpose.casefold()
    assert "Fadhila" in told.purpose
    assert all(word in row.note.casefold() for row in sources(sample_study))


def test_the_file_is_sound(sample_study):
    report = check(sample_study)
    assert report.faults == ()
    assert report.sources == 22


def test_nothing_is_written_over(tmp_path):
    path = tmp_path / "mine.tilik"
    path.write_text("my study")
    with pytest.raises(UserError, match="already there"):
        write_sample(path, "en")
    assert path.read_text() == "my study"


def test_an_unknown_language_is_refused(tmp_path):
    with pytest.raises(UserError, match="fr"):
        write_sample(tmp_path / "x", "fr")
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_behind_where_it_could_not_be_finished(tmp_path, monkeypatch):
    monkeypatch.setattr(reading.Sample, "quote", lambda self, label: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write_sample(tmp_path / "x", "en")
    assert list(tmp_path.iterdir()) == []
