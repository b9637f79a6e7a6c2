"""What importing a codebook says before, does in one step, and refuses in one sentence."""

import csv

import pytest
from openpyxl import Workbook, load_workbook

from app import history
from app.errors import UserError
from app.reduce.code_editing import add_code, add_path, describe_code
from app.reduce.codebook.importing import import_codebook, plan_import, take_codebook
from app.reduce.codebook.writing import write_codebook
from app.reduce.codes import codes
from app.reduce.codings import code_excerpt
from models.design import ResearchQuestion

LABEL = "study.methods.interview"


def as_csv(folder, *rows, name="book.csv", delimiter=","):
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return folder / name


def paths(study):
    return [code.path for code in codes(study)]


def code(study, name):
    return next(row for row in codes(study) if row.name == name)


@pytest.fixture
def tree(study):
    with study.change(LABEL) as session:
        session.add(ResearchQuestion(id=1, label="F3", text="What hinders?"))
    time = add_path(study, "Factors > Time")
    describe_code(study, time, definition="No time", when_to_use="Hours", question_id=1)
    add_path(study, "Competence")
    return study


def test_columns_are_known_by_name_in_any_order_and_either_language(tree, tmp_path):
    path = as_csv(
        tmp_path,
        ["Fokus", "Catatan", "Definisi", "JALUR", "Siklus", "warna", "Asal"],
        ["F3", "left alone", "Alat", "factors > Facilities", "pola", "1A2B3C", "Muncul dari data"],
        ["What hinders?", "", "No  time at all", "FACTORS>time", "", "", "a_priori"],
        delimiter=";",
    )
    book, plan = plan_import(tree, path)
    assert [(line.path, line.state) for line in plan.lines] == [
        ("factors > Facilities", "new"), ("Factors > Time", "changed"),
    ]  # fmt: skip
    changes = {c.column: (c.before, c.after) for c in plan.lines[1].changes}
    assert changes == {
        "definition": ("No time", "No  time at all"), "origin": ("emergent", "a_priori"),
    }  # fmt: skip
    assert paths(tree) == ["Factors", "Factors > Time", "Competence"]
    steps = len(history.steps(tree))
    done = take_codebook(tree, book)
    assert done.sentence("en") == "1 new, 1 changed, 0 unchanged"
    assert len(history.steps(tree)) == steps + 1
    made, time = code(tree, "Facilities"), code(tree, "Time")
    assert (made.path, made.colour, made.cycle) == ("Factors > Facilities", "#1a2b3c", "pattern")
    assert (made.definition, made.question_id) == ("Alat", 1)
    assert (time.definition, time.when_to_use, time.origin) == (
        "No  time at all", "Hours", "a_priori",
    )  # fmt: skip
    history.undo(tree)
    assert paths(tree) == ["Factors", "Factors > Time", "Competence"]
    assert code(tree, "Time").definition == "No time"


def test_nothing_is_deleted_and_an_empty_cell_leaves_what_is_there(tree, tmp_path):
    path = as_csv(tmp_path, ["Code", "Definition", "Focus"], ["Factors > Time", "", " "])
    _, plan = plan_import(tree, path)
    assert plan.does_nothing
    steps = len(history.steps(tree))
    assert import_codebook(tree, path).sentence("id") == "0 baru, 0 berubah, 1 tetap"
    assert len(history.steps(tree)) == steps
    assert paths(tree) == ["Factors", "Factors > Time", "Competence"]
    assert code(tree, "Time").definition == "No time"


def test_what_is_missing_above_a_code_is_new_too(tree, tmp_path):
    path = as_csv(tmp_path, ["kode"], ["A > B > C"], ["A > B > D"], [""], ["A"])
    _, plan = plan_import(tree, path)
    assert [line.path for line in plan.lines] == ["A", "A > B", "A > B > C", "A > B > D"]
    assert import_codebook(tree, path).new == 4
    assert paths(tree)[-4:] == ["A", "A > B", "A > B > C", "A > B > D"]
    assert len({row.colour for row in codes(tree)}) == len(codes(tree))


def test_a_focus_that_the_study_has_not_is_left_out_and_said(tree, tmp_path):
    path = as_csv(tmp_path, ["Code", "Focus"], ["Competence", "F9"], ["New", "f3"])
    _, plan = plan_import(tree, path)
    assert plan.unknown_foci == ("F9",)
    done = import_codebook(tree, path)
    assert "F9" in done.sentence("en")
    assert code(tree, "Competence").question_id is None
    assert code(tree, "New").question_id == 1


def test_counts_are_written_and_not_read(tree, source, span, tmp_path):
    code_excerpt(tree, source, *span("Time"), code(tree, "Time").id)
    write_codebook(tree, tmp_path / "book.xlsx")
    sheet = load_workbook(tmp_path / "book.xlsx").active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][0] == "Code"
    assert rows[1][-2:] == (1, 1)
    assert rows[3][-2:] == (0, 0)
    sheet.cell(4, len(rows[0]) - 1).value = 77
    sheet.parent.save(tmp_path / "book.xlsx")
    assert plan_import(tree, tmp_path / "book.xlsx")[1].does_nothing


def test_a_word_document_has_a_heading_for_each_theme(tree, tmp_path):
    from docx import Document

    write_codebook(tree, tmp_path / "book.docx", "id")
    document = Document(str(tmp_path / "book.docx"))
    styles = [(p.style.name, p.text) for p in document.paragraphs if p.text]
    assert styles[0] == ("Title", "Buku kode")
    assert [text for style, text in styles if style == "Heading 1"] == ["Factors", "Competence"]
    assert [len(table.rows) for table in document.tables] == [3, 2]
    assert document.tables[0].cell(0, 0).text == "Kode"
    assert document.tables[0].cell(2, 2).text == "No time"


def test_any_sheet_of_a_workbook_may_be_the_codebook(tree, tmp_path):
    book = Workbook()
    book.active.append(["About this file"])
    sheet = book.create_sheet("Codes")
    sheet.append(["When to use", "Code"])
    sheet.append(["=1+1", "Competence"])
    sheet["A2"].data_type = "s"
    book.save(tmp_path / "book.xlsx")
    assert import_codebook(tree, tmp_path / "book.xlsx").changed == 1
    assert code(tree, "Competence").when_to_use == "=1+1"


HEAD = ["Code", "Colour", "Origin", "Cycle", "Definition"]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([["a", "b"], ["c", "d"]], "column “Code”"),
        ([HEAD], "no code in it"),
        ([HEAD, ["A"], ["", "", "", "", "told"]], "row 3: there is no code"),
        ([HEAD, ["A > > B"]], "row 2: “A > > B” is not a path"),
        ([HEAD, ["A"], ["B"], [" a "]], "“a” twice, in rows 2 and 4"),
        ([HEAD, ["A", "red"]], "row 2: “red” is not a colour"),
        ([HEAD, ["A", "", "heard"]], "row 2: “heard” is not an origin"),
        ([HEAD, ["A", "", "", "third"]], "row 2: “third” is not a cycle"),
    ],
)
def test_a_bad_file_gives_one_sentence_and_leaves_the_study(tree, tmp_path, rows, words):
    before, steps = codes(tree), len(history.steps(tree))
    path = as_csv(tmp_path, *rows)
    for act in (plan_import, import_codebook):
        with pytest.raises(UserError, match=words) as told:
            act(tree, path)
        assert "\n" not in told.value.sentence("id")
    assert codes(tree) == before
    assert len(history.steps(tree)) == steps


@pytest.mark.parametrize("name", ["book.xlsx", "book.docx", "book.csv"])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 cut short", b"\0\1\2\3" * 50])
def test_a_broken_file_gives_one_sentence(tree, tmp_path, name, data):
    before = codes(tree)
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UserError) as told:
        import_codebook(tree, tmp_path / name)
    assert told.value.sentence("id")
    assert codes(tree) == before


def test_saving_refuses_another_ending_and_a_text_too_long_for_a_cell(tree, tmp_path):
    with pytest.raises(UserError, match=r"\.docx"):
        write_codebook(tree, tmp_path / "book.ods")
    add_code(tree, "Long", definition="a" * 32_768)
    (tmp_path / "book.xlsx").write_bytes(b"what was there")
    with pytest.raises(UserError, match="Long"):
        write_codebook(tree, tmp_path / "book.xlsx")
    assert (tmp_path / "book.xlsx").read_bytes() == b"what was there"
    assert [path.name for path in tmp_path.glob("*book*")] == ["book.xlsx"]
    assert write_codebook(tree, tmp_path / "book.csv") == 4
