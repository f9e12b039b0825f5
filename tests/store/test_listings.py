import datetime as dt

import pytest
from store_examples import aid, quarrel, spanish, undated

from geo.store import Filters, listings, write_store

ALL = Filters(statuses=())


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return write_store([quarrel(), aid(), undated(), spanish()], tmp_path_factory.mktemp("listings") / "store")


def test_acts_are_listed_one_by_one_with_a_sentence_of_each(store):
    found = listings.acts(store, Filters(countries=("BOL",)), "newest")
    assert list(zip(found["source"], found["target"], found["sentence"], strict=True)) == [
        ("CHL", "BOL", "Chile shipped grain to Bolivia via La Paz."),
        ("BOL", "PER", "Bolivia held Peru to be at fault."),
    ]


def test_acts_come_in_the_order_asked_for_and_the_undated_last(store):
    newest, oldest = (listings.acts(store, ALL, order)["date"].dt.year for order in ("newest", "oldest"))
    assert list(newest.dropna()) == [2025, 2025, 2024, 2024, 2024]
    assert list(oldest.dropna()) == [2024, 2024, 2024, 2025, 2025]
    assert newest.isna().iloc[-1]
    assert oldest.isna().iloc[-1]


def test_pages_of_acts_hold_each_act_once(store):
    pages = [listings.acts(store, ALL, "surest", 4, offset)["act_id"] for offset in (0, 4, 8)]
    assert [len(page) for page in pages] == [4, 2, 0]
    assert len({act for page in pages for act in page}) == 6


def test_an_act_told_by_several_sentences_is_listed_once_with_their_number(tmp_path):
    again = quarrel(outlet="Other Post")
    found = listings.acts(write_store([quarrel(), again], tmp_path / "store"), ALL, "newest")
    assert list(found["told"]) == [2, 2, 2]


def test_both_ways_of_a_dyad_are_counted_apart(store):
    ways = listings.both_ways(store, ALL, "PER", "CHL").set_index("source")
    assert (ways.loc["PER", "acts"], ways.loc["PER", "conflict"]) == (2, 1)
    assert (ways.loc["CHL", "acts"], ways.loc["CHL", "stories"]) == (2, 2)
    assert listings.both_ways(store, ALL, "FRA", "FJI").empty


def test_outlets_tell_how_much_they_published_and_how_much_of_it_is_copied(tmp_path):
    store = write_store([quarrel(), quarrel(outlet="Other Post", date=dt.date(2024, 4, 1)), aid()], tmp_path / "store")
    found = listings.outlets(store).set_index("outlet")
    assert found.loc["Coast Post", ["articles", "copies"]].tolist() == [1, 0]
    assert found.loc["Other Post", ["articles", "copies"]].tolist() == [1, 1]
    assert found.loc["Other Post", "last"].date() == dt.date(2024, 4, 1)


def test_languages_are_counted(store):
    assert listings.languages(store).to_dict("records") == [
        {"language": "en", "articles": 3}, {"language": "es", "articles": 1},
    ]


def test_articles_that_name_a_place_come_with_the_words_around_it(store):
    found = listings.naming(store, ALL, "Lima", 10)
    assert [row["passage"][row["start"] : row["end"]] for row in found.to_dict("records")] == ["Lima", "Lima"]
    assert list(found["total"]) == [2, 2]
    assert listings.naming(store, Filters(end=dt.date(2024, 3, 5)), "Lima", 10)["title"].tolist() == ["A buoy adrift"]
    assert listings.naming(store, ALL, "Atlantis", 10).empty


def test_relations_are_found_by_name_and_unknown_names_are_passed_over(store):
    name = listings.acts(store, ALL, "newest")["relation_id"].iloc[0]
    assert listings.relations(store, [name, "unknown"])["relation_id"].tolist() == [name]
    assert listings.relations(store, []).empty


def test_evidence_can_be_asked_for_story_by_story(store):
    first, second = (store.evidence(ALL, "CHL", "PER", 1, offset) for offset in (0, 1))
    assert [first["date"].dt.year.item(), second["date"].dt.year.item()] == [2025, 2024]
