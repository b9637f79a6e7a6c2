"""Verdicts as JSON, with the fields and values of the method's worked cases."""

from collections.abc import Callable
from typing import Any

from app.verify.rules.dimension import Dimension
from app.verify.rules.judging import Judgement
from app.verify.rules.roles import CORE, KEY, VERIFICATION, Roles
from app.verify.rules.sites import SiteCoverage
from app.verify.rules.votes import Unit


def judgement_json(judgement: Judgement, label: Callable[[Unit], str]) -> dict[str, Any]:
    """Return all verdicts on a claim; `flags` are those of all parts, `label` names a unit."""
    return {
        "method": dimension_json(judgement.method),
        "source": dimension_json(judgement.source),
        "role": roles_json(judgement.role),
        "overall": str(judgement.overall),
        "sites": sites_json(judgement.sites),
        "flags": [str(flag) for flag in judgement.flags],
        "changed_over_time": [label(unit) for unit in judgement.periods.changed],
        "technique": judgement.technique.is_triangulated,
    }


def dimension_json(dimension: Dimension) -> dict[str, Any]:
    """Return the verdict of a dimension; its cells are all that were examined."""
    return {
        "verdict": str(dimension.verdict),
        "direction": None if dimension.direction is None else str(dimension.direction),
        "cells": {name: str(cell.verdict) for name, cell in dimension.cells.items()},
        "speaking": dimension.speaking,
        "examined": dimension.examined,
        "flags": [str(flag) for flag in dimension.flags],
        "index": dimension.index,
    }


def roles_json(roles: Roles) -> dict[str, Any]:
    """Return the verdict of the roles with the cell of each."""
    return {
        "verdict": str(roles.verdict),
        KEY: str(roles.key_person.verdict),
        CORE: str(roles.core_respondent.verdict),
        VERIFICATION: str(roles.verification_respondent.verdict),
        "flags": [str(flag) for flag in roles.flags],
        "key_alignment": str(roles.key_alignment),
    }


def sites_json(sites: SiteCoverage) -> dict[str, Any]:
    """Return the site coverage with what each site says."""
    return {
        "supporting": sites.supporting,
        "all": sites.all_sites,
        "coverage": sites.coverage,
        "cells": {name: str(cell.verdict) for name, cell in sites.cells.items()},
        "flags": [str(flag) for flag in sites.flags],
    }
