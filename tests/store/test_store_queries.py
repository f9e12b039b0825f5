import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pandas as pd
import pytest
from store_examples import aid, quarrel, spanish, undated

from geo.errors import StoreError
from geo.store import Filters, write_store

YEAR_2024 = Filters(start=dt.date(2024, 1, 1), end=dt.date(2024, 12, 31))


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return write_store([quarrel(), aid(), undated(), spanish()], tmp_path_factory.mktemp("queries") / "store")


def table(frame, *columns):
    return [tuple(row) for row in frame[list(columns)].itertuples(index=False)]


def test_a_summary_counts_acts_by_sign_and_says_which_languages_were_passed_over(store):
    summary = store.summary()
    assert (summary.articles, summary.telling) == (4, 3)
    assert (summary.acts, summary.cooperation, summary.conflict) == (5, 3, 2)
    assert (summary.first, summary.last) == (dt.date(2024, 3, 5), dt.date(2025, 3, 9))
    assert summary.passed_over == {"es": 1}


def test_a_summary_of_nothing_is_all_zeros(store):
    summary = store.summary(Filters(start=dt.date(1990, 1, 1), end=dt.date(1990, 12, 31)))
    assert (summary.articles, summary.acts, summary.cooperation, summary.conflict) == (0, 0, 0, 0)
    assert (summary.first, summary.last, summary.passed_over) == (None, None, {})


def test_dyads_are_ordered_pairs_with_a_sign(store):
    assert table(store.dyads(YEAR_2024), "dyad", "conflict", "acts", "stories") == [
        ("CHL-PER", False, 1, 1),
        ("PER-CHL", False, 1, 1),
        ("PER-CHL", True, 1, 1),
    ]


def test_only_so_many_dyads_as_asked_for(store):
    assert len(store.dyads(Filters(), limit=2)) == 2


def test_pairs_sum_up_both_signs(store):
    assert table(store.pairs(YEAR_2024), "source", "target", "acts", "cooperation", "conflict") == [
        ("PER", "CHL", 2, 1, 1),
        ("CHL", "PER", 1, 1, 0),
    ]


def test_days_come_as_datetime64_and_texts_as_str_even_where_all_are_missing(store):
    pairs = store.pairs(Filters(countries=("BOL",)))
    assert pairs["first"].dtype.kind == "M"
    told = store.evidence(Filters(), "BOL", "PER")
    assert told["date"].dtype.kind == "M"
    assert {str(told[column].dtype) for column in ("title", "outlet", "url", "path")} == {"str"}


def test_undated_acts_are_kept_until_days_are_chosen(store):
    assert "BOL-PER" in set(store.pairs(Filters())["dyad"])
    assert "BOL-PER" not in set(store.pairs(Filters(start=dt.date(1, 1, 1)))["dyad"])
    assert "BOL-PER" not in set(store.pairs(Filters(end=dt.date(9999, 12, 31)))["dyad"])


def test_first_and_last_day_are_inclusive(store):
    day = dt.date(2024, 3, 5)
    assert store.summary(Filters(start=day, end=day)).acts == 3


def test_countries_keep_acts_by_or_towards_them(store):
    kept = store.pairs(Filters(countries=("BOL",)))
    assert set(kept["dyad"]) == {"CHL-BOL", "BOL-PER"}


def test_quads_keep_their_classes_alone(store):
    assert set(store.pairs(Filters(quads=(2,)))["dyad"]) == {"CHL-BOL"}
    assert store.summary(Filters(quads=(3, 4))).cooperation == 0


def test_what_only_might_happen_shows_when_its_status_is_chosen(store):
    assert set(store.pairs(Filters(statuses=("hypothetical",)))["dyad"]) == {"CHL-PER"}
    assert store.summary(Filters(statuses=())).acts == 6


def test_places_are_mentions_with_coordinates(store):
    assert table(store.places(), "place", "country", "latitude", "longitude", "mentions", "articles") == [
        ("Lima", "PER", -12.05, -77.04, 2, 2),
        ("La Paz", "BOL", -16.5, -68.15, 1, 1),
    ]


def test_a_palace_and_its_city_are_one_place_but_towns_of_one_name_are_not(tmp_path):
    reading = spanish()
    lima = reading.mentions[0]
    palace = replace(lima, latitude=-12.046)
    namesake = replace(lima, latitude=-5.2, longitude=-80.6)
    store = write_store([replace(reading, mentions=(lima, lima, palace, namesake))], tmp_path / "store")
    assert table(store.places(), "latitude", "mentions") == [(-12.05, 3), (-5.2, 1)]


def test_places_follow_the_articles_day_and_the_country_they_stand_for(store):
    assert table(store.places(YEAR_2024), "place", "mentions") == [("Lima", 2)]
    assert table(store.places(Filters(countries=("BOL",))), "place", "mentions") == [("La Paz", 1)]


def test_a_timeline_leaves_out_undated_acts(store):
    assert table(store.timeline(), "period", "quad", "acts") == [
        (pd.Timestamp("2024-03-01"), 1, 2),
        (pd.Timestamp("2024-03-01"), 3, 1),
        (pd.Timestamp("2025-03-01"), 2, 1),
    ]


@pytest.mark.parametrize(
    ("by", "first"),
    [("day", "2024-03-05"), ("week", "2024-03-04"), ("quarter", "2024-01-01"), ("year", "2024-01-01")],
)
def test_a_timeline_has_the_period_asked_for(store, by, first):
    assert store.timeline(by=by)["period"].iloc[0] == pd.Timestamp(first)


def test_a_timeline_refuses_a_period_that_it_does_not_know(store):
    with pytest.raises(ValueError, match="by 'fortnight' is not known"):
        store.timeline(by="fortnight")


def test_evidence_marks_actors_and_act_within_the_sentence(store):
    told = store.evidence(Filters(), "PER", "CHL")
    first = told.iloc[0]
    assert first.sentence == "Peru accused Chile of moving a buoy."
    assert first.sentence[first.source_start : first.source_end] == "Peru"
    assert first.sentence[first.target_start : first.target_end] == "Chile"
    assert first.sentence[first.trigger_start : first.trigger_end] == "accused"
    assert (first.title, first.outlet, first.url) == ("A buoy adrift", "Coast Post", "https://coast.example/buoy")
    assert list(told["event_type"]) == ["ACCUSE", "CONSULT"]


def test_evidence_without_a_word_for_the_act_says_so(store):
    told = store.evidence(Filters(), "BOL", "PER").iloc[0]
    assert pd.isna(told.trigger_start)
    assert pd.isna(told.trigger_end)
    assert pd.isna(told.date)


def test_evidence_comes_newest_first(tmp_path):
    older, newer = quarrel(), quarrel(date=dt.date(2024, 9, 9))
    newer = replace(newer, article=replace(newer.article, title="A buoy ashore"))
    told = write_store([older, newer], tmp_path / "store").evidence(Filters(), "CHL", "PER")
    assert list(told["date"].dt.month) == [9, 3]


def test_evidence_of_a_pair_that_never_met_is_an_empty_table(store):
    told = store.evidence(Filters(), "FRA", "FJI")
    assert told.empty
    assert "sentence" in told


def test_an_article_comes_with_its_mentions(store):
    article_id = quarrel().article.article_id
    article = store.article(article_id)
    assert article.content == quarrel().article.content
    assert article.date == dt.date(2024, 3, 5)
    assert article.read_at.tzinfo is dt.UTC
    assert table(article.mentions, "text", "country") == [("Peru", "PER"), ("Lima", "PER")]
    for row in article.mentions.itertuples():
        assert article.content[row.start : row.end] == row.text


def test_an_article_that_is_not_there_is_named(store):
    with pytest.raises(StoreError, match="no article 'feedfeedfeedfeed'"):
        store.article("feedfeedfeedfeed")


def test_what_a_user_types_is_never_run_as_a_query(store):
    odd = "PER'; DROP TABLE relations; --"
    assert store.evidence(Filters(countries=(odd,)), odd, odd).empty
    assert store.summary().acts == 5


def test_several_threads_ask_at_once(store):
    with ThreadPoolExecutor(8) as threads:
        counts = set(threads.map(lambda _: store.summary().acts, range(40)))
    assert counts == {5}


def test_who_acts_and_towards_whom_can_be_asked_for_apart(store):
    assert set(store.pairs(Filters(sources=("CHL",)))["dyad"]) == {"CHL-PER", "CHL-BOL"}
    assert set(store.pairs(Filters(targets=("PER",)))["dyad"]) == {"CHL-PER", "BOL-PER"}
    assert set(store.pairs(Filters(sources=("CHL",), targets=("PER",)))["dyad"]) == {"CHL-PER"}


def test_acts_between_some_have_both_ends_among_them(store):
    assert set(store.pairs(Filters(between=("CHL", "BOL")))["dyad"]) == {"CHL-BOL"}
    assert store.pairs(Filters(between=("CHL", "FRA"))).empty


def test_acts_between_one_and_nobody_named_are_those_with_anybody(store):
    assert set(store.pairs(Filters(between=("BOL",)))["dyad"]) == {"CHL-BOL", "BOL-PER"}


def test_types_and_contexts_keep_what_they_name(store):
    assert set(store.pairs(Filters(types=("AID",)))["dyad"]) == {"CHL-BOL"}
    assert store.summary(Filters(contexts=("diplomatic",))).acts == store.summary().acts
    assert store.pairs(Filters(contexts=("cyber",))).empty


def test_an_outlet_keeps_what_it_published(store):
    assert set(store.pairs(Filters(outlets=("Coast Post",)))["dyad"]) == {"CHL-PER", "PER-CHL"}


@pytest.mark.parametrize("words", ["buoy", "BUOY accused", "búoy", "mov buoy", "of, a (buoy)!"])
def test_words_are_looked_for_by_their_beginning_in_the_evidence(store, words):
    assert set(store.pairs(Filters(words=words))["dyad"]) == {"PER-CHL"}


@pytest.mark.parametrize("words", ["uoy", "buoy grain", "adrift", "' OR 1=1"])
def test_what_the_evidence_does_not_hold_word_by_word_is_left_out(store, words):
    assert store.pairs(Filters(words=words)).empty


def test_a_least_number_of_acts_counts_those_that_the_other_filters_keep(store):
    assert set(store.pairs(Filters(least=2))["dyad"]) == {"PER-CHL"}
    assert store.pairs(Filters(least=2, quads=(3,))).empty


def test_a_least_confidence_is_inclusive(store):
    assert store.summary(Filters(confidence=0.8)).acts == store.summary().acts
    assert store.summary(Filters(confidence=0.81)).acts == 0
