import pytest

from app.design.categories import add_categories
from app.design.informants import add_informants
from app.design.roles import roles
from app.design.sites import add_sites


@pytest.fixture
def people(study):
    """The ids of a teacher (core) and a principal (key, verification) with site and category."""
    key, core, verification = (role.id for role in roles(study))
    (site,) = add_sites(study, [{"name": "SDN Ciawi 01"}])
    (category,) = add_categories(study, [{"name": "principal"}])
    return add_informants(
        study,
        [
            {"code": "G-01", "role_ids": [core]},
            {
                "code": "KS-01",
                "post": "Principal",
                "site_id": site,
                "category_id": category,
                "role_ids": [key, verification],
            },
        ],
    )
