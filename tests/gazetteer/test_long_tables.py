import pytest

from geo.errors import TableError
from geo.gazetteer.names import names
from geo.resources import LongTable, rows


@pytest.mark.parametrize("table", ["regions", "counties"])
def test_a_long_table_holds_what_reading_it_whole_gives(table):
    found = LongTable(table)
    by_name = {}
    for row in rows(table):
        by_name.setdefault(row["name"], []).append(row)
    assert {name: found.rows(name) for name in found} == by_name


def test_a_long_table_knows_no_row_of_a_strange_name():
    assert LongTable("regions").rows("Ruritania") == []


def test_a_table_that_is_not_there_is_named_with_the_mend():
    with pytest.raises(TableError, match=r"nowhere\.csv.*Install Entente again"):
        LongTable("nowhere")


def test_a_name_means_the_country_before_the_region_before_its_namesakes():
    kinds = [sense.kind for sense in names().senses("Georgia")]
    assert kinds[0] == "name"
    assert "region" in kinds[1:]


def test_every_name_can_be_looked_up():
    assert all(names().senses(name) for name in names())
