import pytest

from geo.views.card import card, paragraphs


@pytest.mark.parametrize("lead", ["How well it reads.", "What it gets wrong."])
def test_the_card_has_what_the_about_page_quotes(lead):
    assert len(paragraphs(lead)) > 100
    assert paragraphs(lead) in card()


def test_a_paragraph_ends_where_the_next_lead_begins():
    assert "**" not in paragraphs("How well it reads.")


def test_the_table_of_figures_comes_along():
    assert paragraphs("How well it reads.").count("\n|") >= 3
