import csv
import io

import pytest
from sqlalchemy import select

from app import history
from app.check import check
from app.collect.coded_spreadsheet import read_coded_rows
from app.collect.importing import import_sources
from app.collect.planning import plan_import
from app.collect.sources import sources
from app.collect.speaker_labels import turns
from app.errors import UserError
from app.exchange.importing import bring_in, import_file
from app.reduce.codes import codes
from app.reduce.excerpts import ExcerptFilter, excerpts
from app.verify.triangulation import triangulation_json
from models.design import Informant, InformantRole, Role
from models.reduction import Memo

HEADER = "source,method,category,role,site,informant,date,excerpt,code,stance,memo"
COLUMNS = HEADER.split(",")


def row(**cells):
    return [cells.get(column, "") for column in COLUMNS]


def said(excerpt, code="A", source="W/1", method="interview", **cells):
    return row(source=source, method=method, excerpt=excerpt, code=code, **cells)


@pytest.fixture
def table(tmp_path):
    """Write rows to a file and return its path."""

    def write(*rows, name="coded.csv"):
        words = io.StringIO()
        csv.writer(words).writerows([COLUMNS, *rows])
        path = tmp_path / name
        path.write_text(words.getvalue(), "utf-8")
        return path

    return write


def refusal(study, path):
    before = history.steps(study)
    with pytest.raises(UserError) as error:
        import_file(study, path)
    assert history.steps(study) == before
    return error.value.sentence("en")


def listed(study):
    return [
        (e.reference, e.informant, e.role_kind, e.category, e.quote, e.code, e.direction)
        for e in excerpts(study, ExcerptFilter())
    ]


def test_rows_become_sources_participants_codes_and_codings_in_one_step(study, table):
    path = table(
        said(
            "Ya 😀, baik.",
            "Faktor > Dukungan",
            category="principal",
            role="key_person",
            site="SDN 01",
            informant="KS-01",
            date="2017-01-12",
            memo="ragu",
        ),
        said("Tidak.", "Faktor > Kendala", informant="KS-01", stance="contradicts"),
        said("Surat.", "Faktor", "SK", "documentation", category="document", stance="qualifies"),
    )
    report = import_file(study, path)
    assert report.sentence("en") == (
        "Imported: 2 sources, 3 codings, 3 new codes, 1 new informant."
    )
    talk, document = sources(study)
    assert study.texts.of(talk.id) == "Ya 😀, baik.\nTidak."
    assert (talk.reference, talk.method, talk.site) == ("W/1", "interview", "SDN 01")
    assert talk.date.isoformat() == "2017-01-12"
    assert talk.turns == 0
    assert listed(study) == [
        ("W/1", "KS-01", "key_person", "principal", "Ya 😀, baik.", "Dukungan", "affirms"),
        ("W/1", "KS-01", "key_person", "principal", "Tidak.", "Kendala", "denies"),
        ("SK", "", "", "document", "Surat.", "Faktor", "mixed"),
    ]
    assert excerpts(study, ExcerptFilter())[0].memo == "ragu"
    assert [code.path for code in codes(study)] == [
        "Faktor",
        "Faktor > Dukungan",
        "Faktor > Kendala",
    ]
    assert document.participants[0].informant_id is None
    assert check(study).faults == ()
    assert history.next_undo(study).sentence("en") == ("Import the coded spreadsheet “coded.csv”")
    history.undo(study)
    assert (sources(study), codes(study), history.next_undo(study)) == ([], [], None)
    history.redo(study)
    assert len(listed(study)) == 3
    assert check(study).faults == ()


def test_one_man_speaks_in_two_capacities_in_two_sources(study, table):
    import_file(
        study,
        table(
            said("a", informant="P1", category="principal", role="key_person"),
            said(
                "b",
                source="W/2",
                informant="P1",
                category="cluster head",
                role="Responden verifikasi",
            ),
        ),
    )
    assert [(r[2], r[3]) for r in listed(study)] == [
        ("key_person", "principal"),
        ("verification_respondent", "cluster head"),
    ]
    with study.read() as connection:
        roles = connection.scalars(
            select(Role.kind)
            .join(InformantRole, InformantRole.role_id == Role.id)
            .order_by(InformantRole.position)
        ).all()
    assert roles == ["key_person", "verification_respondent"]


def test_a_group_interview_has_a_turn_for_each_who_speaks(study, table):
    import_file(
        study,
        table(
            said("a", informant="G1", site="SDN 01"),
            said("b", informant="G2", site="SDN 02", stance="contradicts"),
            said("c", category="activity"),
        ),
    )
    (talk,) = sources(study)
    assert [(t.start, t.end, t.code) for t in turns(study, talk.id)] == [
        (0, 1, "G1"),
        (2, 3, "G2"),
        (4, 5, ""),
    ]
    assert [(r[1], r[3]) for r in listed(study)] == [("G1", ""), ("G2", ""), ("", "activity")]
    assert talk.site == ""
    assert [e.site for e in excerpts(study, ExcerptFilter())] == ["SDN 01", "SDN 02", ""]
    assert check(study).faults == ()


def test_a_row_that_leaves_the_only_informant_out_means_them(study, table):
    import_file(study, table(said("a", informant="G1", category="teacher"), said("b")))
    assert [r[1] for r in listed(study)] == ["G1", "G1"]


def test_an_activity_beside_its_one_informant_is_its_own_unit(study, table):
    import_file(
        study, table(said("a", informant="G1", category="teacher"), said("b", category="activity"))
    )
    assert [(r[1], r[3]) for r in listed(study)] == [("G1", "teacher"), ("", "activity")]


def test_an_excerpt_with_two_codes_is_one_paragraph_and_said_again_it_is_another(study, table):
    import_file(
        study,
        table(said("Ya.", "A"), said("Ya.", "B"), said("Ya.", "A", stance="contradicts"), said("")),
    )
    (talk,) = sources(study)
    assert study.texts.of(talk.id) == "Ya.\nYa."
    assert [(e.start, e.code, e.direction) for e in excerpts(study, ExcerptFilter())] == [
        (0, "A", "affirms"),
        (0, "B", "affirms"),
        (4, "A", "denies"),
    ]


def test_a_row_without_an_excerpt_only_declares(study, table):
    import_file(
        study,
        table(
            row(source="S1", method="observation", category="teacher", memo="nobody came"),
            row(code="A > B", memo="to think about"),
            row(informant="G9", role="core_respondent", category="teacher", site="SDN 01"),
            row(source="S2", method="W", informant="G8", role="key person"),
        ),
    )
    assert {(s.title, s.method, s.length) for s in sources(study)} == {
        ("S1", "observation", 0),
        ("S2", "interview", 0),
    }
    assert [code.path for code in codes(study)] == ["A", "A > B"]
    with study.read() as connection:
        assert set(connection.scalars(select(Informant.code))) == {"G8", "G9"}
        memos = connection.execute(select(Memo.on_entity, Memo.text).order_by(Memo.id)).all()
    assert memos == [("source", "nobody came"), ("code", "to think about")]
    assert check(study).faults == ()


def test_an_excerpt_without_a_code_is_text_of_its_source(study, table):
    import_file(study, table(said("a", ""), said("b\nc", "A")))
    (talk,) = sources(study)
    assert study.texts.of(talk.id) == "a\nb\nc"
    assert [r[4] for r in listed(study)] == ["b\nc"]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            [said("a", method="W"), said("b", method="K")],
            "“coded.csv”, rows 2 and 3: the source “W/1” has two methods.",
        ),
        (
            [said("a", date="2017-01-12"), said("b"), said("c", date="2017-01-13")],
            "“coded.csv”, rows 2 and 4: the source “W/1” has two dates.",
        ),
        (
            [said("a", informant="G1", role="other"), said("b", informant="g1", role="key_person")],
            "“coded.csv”, rows 2 and 3: “G1” has two roles in the source “W/1”. "
            "Who speaks in two capacities does so in two sources.",
        ),
        (
            [said("a", category="document"), said("b", category="activity")],
            "“coded.csv”, rows 2 and 3: “W/1” has two categories in the source “W/1”. "
            "Who speaks in two capacities does so in two sources.",
        ),
        (
            [said("a", informant="G1", site="X"), said("b", informant="G1", site="Y")],
            "“coded.csv”, rows 2 and 3: “G1” has two sites in the source “W/1”.",
        ),
        (
            [said("a", informant="G1", role="juru kunci")],
            "“coded.csv”, row 2: there is no role “juru kunci” in this study. Add it in the study "
            "design, or write key_person, core_respondent, verification_respondent or other.",
        ),
        (
            [said("a"), said("b", source="W/2", method="")],
            "“coded.csv”, row 3: no row says by which method the source “W/2” was collected.",
        ),
    ],
)
def test_rows_that_contradict_each_other_are_refused_and_nothing_changes(
    study, table, rows, sentence
):
    assert refusal(study, table(*rows)) == sentence
    assert sources(study) == []


def test_a_method_may_be_told_once_for_a_source(study, table):
    import_file(study, table(said("a", method=""), said("b", method="O")))
    assert sources(study)[0].method == "observation"


def test_the_researchers_own_role_is_found_by_its_name(study, table):
    with study.change("collect.history.edited", source="x") as session:
        session.add(Role(name="Informan pendukung", kind="other", position=9))
    import_file(study, table(said("a", informant="G1", role="informan  PENDUKUNG")))
    assert excerpts(study, ExcerptFilter())[0].role == "Informan pendukung"


def test_the_same_file_twice_is_noticed(study, table):
    path = table(said("a"), said("b", source="W/2"))
    import_file(study, path)
    assert refusal(study, path) == (
        "“coded.csv” was imported before; the study holds all its sources."
    )


def test_a_source_that_is_left_out_is_named_and_the_others_come_in(study, table):
    path = table(said("a"), said("b", source="W/2"))
    import_file(study, path)
    from app.collect.removing import delete_sources

    delete_sources(study, [s.id for s in sources(study) if s.title == "W/2"])
    report = import_file(study, path)
    assert [one.title for one in report.imported] == ["W/2"]
    assert report.sentence("en") == (
        "Imported: 1 source, 1 coding. "
        "The source “W/1” of “coded.csv” was imported from the same file before, "
        "so it was left out."
    )


def test_a_source_that_the_study_has_grows_and_undo_takes_the_growth_away(study, table):
    import_file(study, table(said("a", informant="G1"), said("b", informant="G1")))
    before = listed(study)
    more = table(
        said("b", "B", informant="G1"),
        said("c 😀", "A", informant="G1"),
        said("d", informant="G2"),
        name="more.csv",
    )
    report = import_file(study, more)
    (talk,) = sources(study)
    assert (report.codings, [one.reference for one in report.imported]) == (3, ["W/1"])
    assert study.texts.of(talk.id) == "a\nb\nc 😀\nd"
    assert talk.length == 9
    assert {(r[4], r[5], r[1]) for r in listed(study)} == {
        ("a", "A", "G1"),
        ("b", "A", "G1"),
        ("b", "B", "G1"),
        ("c 😀", "A", "G1"),
        ("d", "A", "G2"),
    }
    assert check(study).faults == ()
    history.undo(study)
    assert listed(study) == before
    assert study.texts.of(sources(study)[0].id) == "a\nb"
    assert check(study).faults == ()
    history.redo(study)
    assert len(listed(study)) == 5
    assert check(study).faults == ()


def test_excerpts_are_found_in_the_transcript_that_the_study_has(study, table, tmp_path):
    (tmp_path / "W_KS-01.txt").write_text("P: Apa?\nKS-01: Itu bagus.\nP: Lalu?\nKS-01: Ya.")
    import_sources(study, plan_import(study, [tmp_path / "W_KS-01.txt"]))
    (talk,) = sources(study)
    report = import_file(
        study, table(said("Itu bagus.", source="I/KS-01", informant="KS-01", role="key_person"))
    )
    assert report.imported[0].source_id == talk.id
    (found,) = excerpts(study, ExcerptFilter())
    assert (found.start, found.quote, found.informant) == (15, "Itu bagus.", "KS-01")
    assert found.role_kind == "key_person"
    assert len(turns(study, talk.id)) == 4


def test_a_file_that_contradicts_the_study_is_refused(study, table):
    import_file(study, table(said("a", informant="G1", role="key_person")))
    assert refusal(study, table(said("b", method="K"), name="b.csv")) == (
        "“b.csv”, row 2: the study has the source “W/1” with another method."
    )
    with study.change("collect.history.edited", source="x") as session:
        session.add(Role(name="Lain", kind="other", position=9))
    assert refusal(study, table(said("b", informant="G1", role="lain"), name="c.csv")) == (
        "“c.csv”, row 2: in the study, “G1” speaks in the source “W/1” in another role or category."
    )


def test_another_coders_coding_stays_beside_ones_own(study, table):
    import_file(study, table(said("a", "A"), name="a.csv"))
    import_file(study, table(said("a", "A"), said("a", "B"), name="b.csv"))
    assert [(e.code, e.coder) for e in excerpts(study, ExcerptFilter())] == [("A", "A"), ("B", "A")]


def test_a_plan_with_a_coded_table_comes_in_as_one_step(study, table, tmp_path):
    (tmp_path / "W_KS-01.txt").write_text("words")
    bad = table(said("a", method="W"), said("b", method="K"), name="bad.csv")
    good = table(said("a", source="X"), name="good.csv")
    planned = plan_import(study, [tmp_path / "W_KS-01.txt", bad, good])
    assert [line.kind for line in planned] == ["text", "coded", "coded"]
    report = bring_in(study, planned)
    assert {one.reference for one in report.imported} == {"I/KS-01", "X"}
    assert [one.problem.sentence("en") for one in report.refused] == [
        "“bad.csv”, rows 2 and 3: the source “W/1” has two methods."
    ]
    assert check(study).faults == ()
    assert len(history.steps(study)) == 1
    history.undo(study)
    assert sources(study) == []


def test_cancelling_a_plan_changes_nothing(study, table, tmp_path):
    (tmp_path / "a.txt").write_text("words")
    planned = plan_import(study, [tmp_path / "a.txt", table(said("a"))])
    report = bring_in(study, planned, cancelled=lambda: True)
    assert report.cancelled
    assert (sources(study), history.steps(study)) == ([], [])
    assert check(study).faults == ()


def test_a_role_that_fails_half_way_leaves_nothing_of_its_file(study, table):
    bad = table(said("a"), said("b", source="W/2", informant="G1", role="x"))
    report = bring_in(study, plan_import(study, [bad]))
    assert len(report.refused) == 1
    assert (sources(study), codes(study)) == ([], [])
    with study.read() as connection:
        assert connection.scalars(select(Informant.id)).all() == []


def test_what_is_imported_is_triangulated(study, table):
    import_file(
        study,
        table(
            said("a", informant="KS1", category="principal", role="key_person"),
            said("b", source="K", method="K", informant="G1", category="t", role="core_respondent"),
            said("c", source="D", method="D", category="document"),
        ),
    )
    (judged,) = triangulation_json(study)["codes"]
    assert judged["code"] == "A"
    assert judged["method"]["verdict"] == "convergent"
    assert judged["method"]["speaking"] == 3
    assert judged["role"]["key_person"] == "supports"


def test_twenty_thousand_rows_come_in(study, table):
    import time

    rows = [
        said(
            f"Excerpt {n} says something.", f"T{n % 10} > C{n % 150}", f"S{n % 200}", informant="G1"
        )
        for n in range(20_000)
    ]
    path = table(*rows)
    assert len(read_coded_rows(path)) == 20_000
    start = time.perf_counter()
    report = import_file(study, path)
    assert time.perf_counter() - start < 60
    assert (len(report.imported), report.codings) == (200, 20_000)
