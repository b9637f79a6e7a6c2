import pytest

from app import history
from app.errors import UserError
from app.reduce.code_editing import add_code, describe_code
from app.reduce.code_examples import take_example
from app.reduce.codes import codes
from app.reduce.codings import code_excerpt
from app.reduce.excerpts import ExcerptFilter, excerpts


def test_an_excerpt_becomes_an_example_with_its_citation(study, source, span):
    code = add_code(study, "Time")
    code_excerpt(study, source, *span("Time, above all"), code)
    (row,) = excerpts(study, ExcerptFilter())
    take_example(study, code, row.excerpt_id)
    cited = "“Time, above all” (I.KS-01, 12/01/2017)"
    assert codes(study)[0].typical_example == cited
    take_example(study, code, row.excerpt_id)
    assert codes(study)[0].typical_example == cited
    describe_code(study, code, counter_example="Not this.")
    take_example(study, code, row.excerpt_id, "counter_example", "id")
    assert codes(study)[0].counter_example.splitlines() == [
        "Not this.", cited.replace("I.KS", "W.KS"),
    ]  # fmt: skip
    history.undo(study)
    assert codes(study)[0].counter_example == "Not this."
    for arguments in ((99, row.excerpt_id), (code, 99)):
        with pytest.raises(UserError, match="no longer"):
            take_example(study, *arguments)
