"""The design of the sample: questions, sites, categories, roles, informants, coverage, coders."""

from collections.abc import Sequence

from app.design.categories import add_categories
from app.design.coders import add_coder, coders, edit_coder
from app.design.coverage import set_coverage
from app.design.informants import add_informants, edit_informant
from app.design.instruments import add_instruments
from app.design.questions import add_questions
from app.design.roles import roles
from app.design.sites import add_sites
from app.design.study_title import edit_study
from app.sample.reading import Row
from app.sample.written import Written


def write_design(written: Written) -> None:
    """Write all that stands before the data; the roles of a new study are there already."""
    study, sample = written.study, written.sample
    edit_study(study, purpose=sample.purpose.strip())
    questions = [{"label": row["label"], "text": row["text"]} for row in sample.questions]
    ids = add_questions(study, questions)
    written.questions = {q["label"]: key for q, key in zip(questions, ids, strict=True)}
    _write_places(written)
    kinds = {role.kind: role.id for role in roles(study)}
    written.roles = {row["key"]: kinds[row["kind"]] for row in sample.roles}
    _write_informants(written)
    _write_instruments(written)
    _write_coders(written)


def _write_places(written: Written) -> None:
    study, sample = written.study, written.sample
    sites = [
        {
            "name": row["name"],
            "address": row["address"],
            "attributes": {sample.labels["status"]: row["status"]},
        }
        for row in sample.sites
    ]
    written.sites = _by_key(sample.sites, add_sites(study, sites))
    categories = [{"name": row["name"]} for row in sample.categories]
    written.categories = _by_key(sample.categories, add_categories(study, categories))


def _write_informants(written: Written) -> None:
    study, sample = written.study, written.sample
    rows = [
        {
            "code": row["code"],
            "pseudonym": row["pseudonym"],
            "post": row["post"],
            "category_id": written.categories[row["category"]],
            "site_id": written.sites.get(row.get("site", "")),
            "attributes": {sample.labels["years"]: str(row["years"])},
            "role_ids": [written.roles[key] for key in row["roles"]],
        }
        for row in sample.informants
    ]
    with study.change("design.history.informant_added", name=f"{rows[0]['code']} …"):
        ids = add_informants(study, rows)
        written.informants = {
            row["code"]: key for row, key in zip(sample.informants, ids, strict=True)
        }
        for row in sample.informants:
            verified = [written.informants[code] for code in row.get("verifies", ())]
            if verified:
                edit_informant(study, written.informants[row["code"]], verifies=verified)


def _write_instruments(written: Written) -> None:
    rows = written.sample.instruments
    named = [{"name": row["name"], "method": row["method"]} for row in rows]
    ids = _by_key(rows, add_instruments(written.study, named))
    with written.study.change("design.history.coverage_set"):
        for state in ("done", "planned"):
            cells = [
                (written.informants[code], ids[row["key"]]) for row in rows for code in row[state]
            ]
            set_coverage(written.study, cells, state)


def _write_coders(written: Written) -> None:
    """The first coder came with the study."""
    first, *others = written.sample.coders
    there = coders(written.study)[0]
    edit_coder(written.study, there.id, colour=first["colour"])
    written.coders[first["key"]] = there.id
    for row in others:
        written.coders[row["key"]] = add_coder(written.study, row["name"], row["colour"])


def _by_key(rows: Sequence[Row], ids: Sequence[int]) -> dict[str, int]:
    return {row["key"]: number for row, number in zip(rows, ids, strict=True)}
