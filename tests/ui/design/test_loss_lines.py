import pytest

from app.design.uses import Use
from models.base import Base
from models.design import Category, Coder, Informant, Instrument, ResearchQuestion, Role, Site
from ui.design.loss_lines import loss_lines

RECORDS = (Category, Coder, Informant, Instrument, ResearchQuestion, Role, Site)
POINTING = sorted(
    table.name
    for table in Base.metadata.sorted_tables
    if {key.column.table.name for key in table.foreign_keys} & {r.__tablename__ for r in RECORDS}
)


@pytest.mark.parametrize("table", [*POINTING, "memo"])
def test_every_table_that_points_to_a_record_has_words(qapp, table):
    (line,) = loss_lines([Use(table, 3, goes=True)])
    assert line.startswith("3 ")
    assert line.endswith(": deleted as well")
