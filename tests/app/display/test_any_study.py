"""Whatever a study holds, a matrix says what counting its excerpts one by one would say."""

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.display.matrix import build_matrix, cell_filter
from app.display.recipe import DIMENSIONS, MatrixRecipe
from app.reduce.excerpts import ExcerptFilter, excerpts
from app.study_files import create_study
from models.collection import Participation, Source, SourceText
from models.design import Category, Coder, Informant, InformantRole, Role, Site
from models.reduction import DIRECTIONS, Code, Coding, Excerpt

SOURCES, PEOPLE, CODES = 4, 3, 5
METHOD = ("interview", "observation", "questionnaire", "interview")
PARENTS = (None, 1, 1, 3, None)

coding = st.tuples(
    st.integers(1, SOURCES),
    st.integers(0, 3),  # which span
    st.sampled_from([None, 1, 2, 3]),  # who speaks
    st.integers(1, CODES),
    st.integers(1, 2),  # coder
    st.sampled_from(DIRECTIONS),
)
capacities = st.lists(
    st.tuples(
        st.integers(1, SOURCES),
        st.sampled_from([None, 1, 2, 3]),
        st.sampled_from([None, 1, 2]),
        st.sampled_from([None, 1, 2]),
    ),
    max_size=8,
    unique_by=lambda row: row[:2],
)
dimensions = st.permutations(DIMENSIONS).map(lambda found: found[:2])
recipes = st.builds(
    lambda sides, **rest: MatrixRecipe(rows=sides[0], columns=sides[1], **rest),
    dimensions,
    count=st.sampled_from(["excerpts", "informants", "sources", "quotations"]),
    codes=st.none() | st.lists(st.integers(1, CODES), unique=True).map(tuple),
    branches=st.booleans(),
    directions=st.lists(st.sampled_from(DIRECTIONS), unique=True, max_size=2).map(tuple),
    hide_empty=st.booleans(),
    under=st.none() | st.integers(1, CODES),
    top_only=st.booleans(),
    hidden_rows=st.lists(st.sampled_from([None, 1, 2, "interview"]), max_size=1).map(tuple),
    hidden_columns=st.lists(st.sampled_from([None, 1, 3, "interview"]), max_size=1).map(tuple),
    row_order=st.sampled_from(["own", "name", "total"]),
    column_order=st.sampled_from(["own", "name", "total"]),
    quotations=st.integers(1, 2),
)


def lay(study, codings, taking_part, set_aside):
    with study.change("study.methods.interview") as session:
        session.query(Role).filter(Role.id > 2).delete()
        session.add_all([Category(id=1, name="c1"), Category(id=2, name="c2")])
        session.add_all([Site(id=1, name="s1"), Site(id=2, name="s2"), Coder(id=2, name="Second")])
        session.add_all(
            Informant(id=n, code=f"I{n}", category_id=n if n < 3 else None, site_id=1)
            for n in range(1, PEOPLE + 1)
        )
        session.add(InformantRole(informant_id=1, role_id=2))
        session.add_all(
            Code(id=n, name=f"Code {n}", parent_id=parent) for n, parent in enumerate(PARENTS, 1)
        )
        for n in range(1, SOURCES + 1):
            session.add(
                Source(
                    id=n, title=f"Source {n}", reference=f"R{n}", method=METHOD[n - 1],
                    length=100, site_id=2 if n == 2 else None, date=date(2017, 1, n),
                )
            )  # fmt: skip
            session.add(SourceText(source_id=n, text="word " * 20))
        session.flush()
        for source, person, role, category in taking_part:
            session.add(
                Participation(
                    source_id=source, informant_id=person, role_id=role, category_id=category
                )
            )
        made = {}
        for source, span, person, code, coder, direction in codings:
            key = (source, span)
            if key not in made:
                excerpt = Excerpt(
                    source_id=source, start=span * 5, end=span * 5 + 4, speaker_id=person,
                    set_aside=key in set_aside,
                )  # fmt: skip
                session.add(excerpt)
                session.flush()
                made[key] = excerpt.id
            session.add(
                Coding(excerpt_id=made[key], code_id=code, coder_id=coder, direction=direction)
            )


def under(code):
    return {code}.union(*(under(n) for n, parent in enumerate(PARENTS, 1) if parent == code))


def once(found, counted):
    if counted == "sources":
        return len({e.source_id for e in found})
    if counted == "informants":
        return len({e.informant_id or -e.source_id for e in found})
    return len({e.excerpt_id for e in found})


def value(excerpt, dimension):
    return excerpt.method if dimension == "method" else getattr(excerpt, f"{dimension}_id")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    codings=st.lists(coding, max_size=25, unique_by=lambda row: (row[0], row[1], row[3], row[4])),
    taking_part=capacities,
    set_aside=st.sets(st.tuples(st.integers(1, SOURCES), st.integers(0, 3)), max_size=2),
    recipe=recipes,
)
def test_a_matrix_counts_what_one_by_one_counting_counts(codings, taking_part, set_aside, recipe):
    with tempfile.TemporaryDirectory() as folder:
        study = create_study(Path(folder) / "any", "Any")
        try:
            lay(study, codings, taking_part, set_aside)
            check(study, recipe)
        finally:
            study.close()


def check(study, recipe):
    matrix = build_matrix(study, recipe)
    everything = excerpts(study, ExcerptFilter(kept_only=True))
    shown = {code for branch in matrix.branches.values() for code in branch}
    kept = [
        e
        for e in everything
        if e.code_id in shown and (not recipe.directions or e.direction in recipe.directions)
    ]
    for dimension, hidden in (
        (recipe.rows, recipe.hidden_rows),
        (recipe.columns, recipe.hidden_columns),
    ):
        if dimension != "code":
            kept = [e for e in kept if value(e, dimension) not in hidden]

    def in_cell(excerpt, dimension, heading):
        if heading is None:
            return True
        if dimension == "code":
            return excerpt.code_id in (under(heading.key) if recipe.branches else {heading.key})
        return value(excerpt, dimension) == heading.key

    for row in (*matrix.rows, None):
        for column in (*matrix.columns, None):
            found = [
                e
                for e in kept
                if in_cell(e, recipe.rows, row) and in_cell(e, recipe.columns, column)
            ]
            assert matrix.cell(row, column) == once(found, recipe.counted)
            behind = excerpts(study, cell_filter(matrix, row, column))
            assert {e.coding_id for e in behind} == {e.coding_id for e in found}
            if recipe.quotes and row is not None and column is not None:
                quoted = [e.excerpt_id for e in matrix.quoted(row, column)]
                in_order = list(dict.fromkeys(e.excerpt_id for e in found))
                assert quoted == in_order[: recipe.quotations]
    assert_nothing_is_left_out(recipe, matrix, kept)


def assert_nothing_is_left_out(recipe, matrix, kept):
    for dimension, headings, totals in (
        (recipe.rows, matrix.rows, matrix.row_totals),
        (recipe.columns, matrix.columns, matrix.column_totals),
    ):
        keys = [heading.key for heading in headings]
        assert len(keys) == len(set(keys))
        if dimension != "code":
            assert {value(e, dimension) for e in kept} <= set(keys)
        if recipe.hide_empty:
            assert all(totals.get(key) for key in keys)
