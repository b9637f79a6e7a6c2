"""The worked cases of the method and ours at the borders of each rule, as the rules take them."""

import json
from pathlib import Path

from app.verify.rules.judging import Examined
from app.verify.rules.votes import Evidence, UnitKind, Voice

DATA = Path(__file__).resolve().parents[2] / "data" / "triangulation"
KEY, CORE, VERIFICATION = "key_person", "core_respondent", "verification_respondent"


def read(name):
    return json.loads((DATA / name).read_text(encoding="utf-8"))


WORKED = read("triangulation_examples.json")
BORDERS = read("border_cases.json")
CASES = [*WORKED, *BORDERS]


def csv_of(case):
    return DATA / ("borders" if case["id"].startswith("B") else "examples") / f"{case['id']}.csv"


def kind_of(unit):
    kinds = {"OB": UnitKind.ACTIVITY, "DK": UnitKind.DOCUMENT}
    return kinds.get(unit[:2], UnitKind.INFORMANT)


def evidence_of(case):
    return [
        Evidence(
            Voice(
                unit=piece["unit"],
                method=piece["method"],
                category=piece["category"],
                role_kind=piece["role"],
                role=piece["role"],
                unit_kind=kind_of(piece["unit"]),
            ),
            piece["stance"],
        )
        for piece in case["evidence"]
    ]


def examined_of(case):
    examined = case["examined"]
    return Examined(
        tuple(examined["methods"]), tuple(examined["categories"]), tuple(examined["roles"])
    )


def dimension_as_json(dimension):
    return {
        "verdict": str(dimension.verdict),
        "direction": dimension.direction and str(dimension.direction),
        "cells": {name: str(cell.verdict) for name, cell in dimension.cells.items()},
        "speaking": dimension.speaking,
        "examined": dimension.examined,
        "flags": [str(flag) for flag in dimension.flags],
        "index": dimension.index,
    }


def roles_as_json(role):
    return {
        "verdict": str(role.verdict),
        KEY: str(role.key_person.verdict),
        CORE: str(role.core_respondent.verdict),
        VERIFICATION: str(role.verification_respondent.verdict),
        "flags": [str(flag) for flag in role.flags],
        "key_alignment": str(role.key_alignment),
    }


def as_json(judgement):
    return {
        "method": dimension_as_json(judgement.method),
        "source": dimension_as_json(judgement.source),
        "role": roles_as_json(judgement.role),
        "overall": str(judgement.overall),
    }
