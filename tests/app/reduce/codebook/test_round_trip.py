"""A codebook that is saved and imported again is the same codebook."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.reduce.code_editing import CYCLES, ORIGINS, add_code
from app.reduce.code_paths import tidy
from app.reduce.codebook.importing import import_codebook, plan_import
from app.reduce.codebook.rows import codebook_table, plain
from app.reduce.codebook.writing import write_codebook
from app.reduce.codes import codes
from models.design import ResearchQuestion

LABEL = "study.methods.interview"
SIGNS = st.characters(
    exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\ufdd0\ufdd1\ufffe\uffff"
)
LINES = st.text(SIGNS | st.sampled_from("\n\t,;\"'=|"), max_size=40).map(plain)
NAMES = st.text(SIGNS, min_size=1, max_size=12).map(lambda name: tidy(plain(name).replace(">", "")))
CODES = st.lists(
    st.tuples(
        st.integers(0, 8),
        NAMES.filter(bool),
        st.integers(0, 0xFFFFFF),
        st.lists(LINES, min_size=5, max_size=5),
        st.sampled_from(ORIGINS),
        st.sampled_from(CYCLES),
        st.sampled_from([None, 1, 2, 3]),
    ),
    min_size=1,
    max_size=9,
)
TEXTS = ("definition", "when_to_use", "when_not_to_use", "typical_example", "counter_example")
FOCI = (("F1", "The process"), ("F2", "The same"), ("F2", "The other"))


def with_foci(study):
    with study.change(LABEL) as session:
        for number, (label, text) in enumerate(FOCI, 1):
            session.add(ResearchQuestion(id=number, label=label, text=text, position=number))
    return study


def fill(study, made):
    ids, taken = [None], set()
    for above, name, colour, texts, origin, cycle, focus in made:
        parent = ids[above % len(ids)]
        if (parent, name.casefold()) in taken:
            continue
        taken.add((parent, name.casefold()))
        entry = dict(zip(TEXTS, texts, strict=True))
        entry |= {"origin": origin, "cycle": cycle, "question_id": focus}
        ids.append(add_code(study, name, parent, f"#{colour:06x}", **entry))
    return study


def all_of(study):
    fields = ("path", "colour", *TEXTS, "origin", "cycle", "question_id")
    return [tuple(getattr(code, field) for field in fields) for code in codes(study)]


def goes_round(fresh, folder, made, ending, language):
    path = folder / f"book.{ending}"
    study, other = fill(with_foci(fresh()), made), with_foci(fresh())
    try:
        count = write_codebook(study, path, language)
        _, plan = plan_import(study, path)
        assert plan.does_nothing
        assert plan.count("unchanged") == count == len(codes(study))
        done = import_codebook(other, path)
        assert (done.new, done.changed, done.unknown_foci) == (count, 0, ())
        assert all_of(other) == all_of(study)
        assert codebook_table(other, "en") == codebook_table(study, "en")
    finally:
        study.close()
        other.close()


often = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
seldom = settings(often, max_examples=15)


@often
@given(CODES, st.sampled_from(["en", "id"]))
def test_as_comma_separated_values(fresh, tmp_path_factory, made, language):
    goes_round(fresh, tmp_path_factory.mktemp("csv"), made, "csv", language)


@often
@given(CODES, st.sampled_from(["en", "id"]))
def test_as_a_workbook(fresh, tmp_path_factory, made, language):
    goes_round(fresh, tmp_path_factory.mktemp("xlsx"), made, "xlsx", language)


@seldom
@given(CODES, st.sampled_from(["en", "id"]))
def test_as_a_word_document(fresh, tmp_path_factory, made, language):
    goes_round(fresh, tmp_path_factory.mktemp("docx"), made, "docx", language)
