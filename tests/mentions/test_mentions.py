"""What holds for the mentions of any text whatever."""

import csv
import random
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pycountry
import pytest

from geo.articles.article import Article
from geo.gazetteer.actors import actors
from geo.mentions import KINDS, find_mentions
from geo.resources import rows

COUNTRIES = sorted({country.alpha_3 for country in pycountry.countries} | {"XKX"})

ODD_TEXTS = {
    "nothing": "",
    "blanks": " \t\r\n\n\u00a0\u2003\u200b",
    "emojis": "🇫🇷🇩🇪 France 👩‍👩‍👧‍👦 beat Germany 🎉🎉 in Paris 👍🏽",
    "combining marks": "Co\u0302te d'Ivoire, Bogota\u0301 and Tu\u0308rkiye wrote to Z̷̢̛a̴l̶g̵o̸ in Peru.",
    "right to left": "\u202eفرنسا وألمانيا\u202c and Israel ישראל met in Cairo القاهرة.",
    "NULs": "Cuba\x00Peru\x00\x00 Russia\x00",
    "dotted capital I": "İstanbul, İran and TÜRKİYE; İİİİ Iran İ",
    "sharp s": "Weißrußland, Großbritannien, STRAẞE, Kenya ß",
    "ligatures": "The oﬃcial left ﬁve ﬂags in Finland; Æthiopia, ﬃ, Ĳmuiden",
    "lone surrogates": "\ud800France\udfff and \udc00\ud800 Spain\ud83d",
    "other planes": "𝐅𝐫𝐚𝐧𝐜𝐞 and France 𐍈 𠜎 \U0010ffff Chad",
    "controls": "".join(map(chr, range(32))) + "Norway\x7f\x85\u2028Sweden\u2029\ufeffDenmark",
    "full width": "Ｆｒａｎｃｅ Ｕ．Ｓ． France １２３",
    "one word for ever": "Niger " * 16_667,
    "no blank at all": "Niger" * 20_000,
    "brackets for ever": "(" * 5_000 + "Mali" + ")" * 5_000,
    "capitals for ever": "President " + "A. " * 3_000 + "of Ghana, " + "Minister " * 3_000,
    "apostrophes for ever": "Peru" + "'’" * 5_000 + "s Lima",
    "anaphors for ever": "Cuba and Peru. " + "The two countries met. " * 300,
    "officials for ever": "Kenyan President Amina Noor met Noor. " * 300,
}

ELSEWHERE = (
    "In Amarillo, Texas, the school board closed two schools. Parents from Lubbock and Dallas protested.",
    "The mayor of Toulouse opened a bridge. Trains to Bordeaux and Marseille will run again in June.",
    "Farmers near Eldoret lost their maize, and a county in western Kenya sent sprayers from Kisumu.",
    "Springfield High won the state title by a goal. Coach Chad Israel praised Sydney Paris.",
    "Osaka and Nagoya will share a ferry terminal, a ministry in Tokyo said. Japan has built four.",
    "Guinea-Bissau, Papua New Guinea, South Sudan and Northern Ireland sent teams to New Mexico.",
)

ARTICLE = Article(
    "a",
    "Peru's trade minister, Pedro Alva, flew to Santiago on Monday. Chile and Peru will share a port, "
    "Alva said. The two countries asked the UN for maps.\n\nThe Washington Post reported that Paris "
    "Hilton had left Paris, Texas.",
    title="Peru courts Chile",
)


def _names():
    """Country and kind -> the names that no other country shares."""
    owners = defaultdict(set)
    for row in rows("names"):
        owners[row["name"]].add(row["actor"])
    found = defaultdict(list)
    for row in rows("names"):
        if len(owners[row["name"]]) == 1 and not row["actor"].startswith("org:"):
            found[row["actor"], row["kind"]].append(row["name"])
    return found


NAMES = _names()


def _with(kind):
    return sorted(country for country, its_kind in NAMES if its_kind == kind)


def _missed(country, sentences):
    """Those of the sentences in which the country is not found."""
    found = {text: {mention.country for mention in find_mentions(Article("t", text))} for text in sentences}
    return [(text, *sorted(countries)) for text, countries in found.items() if country not in countries]


def _about_people(demonym):
    if demonym.endswith(("s", "men", "women")):
        return f"Two {demonym} were freed on Monday."
    if demonym.endswith(("man", "woman")):
        return f"A {demonym} was freed on Monday."
    return f"A senior {demonym} official said so on Monday."


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_any_text_is_survived_and_offsets_give_the_mention(text):
    for mention in find_mentions(Article("t", text)):
        assert text[mention.start : mention.end] == mention.text != ""


@pytest.mark.parametrize("seed", range(40))
def test_any_jumble_of_names_and_signs_keeps_its_offsets(seed):
    chance = random.Random(seed)
    names = ["Niger", "Guinea", "the two countries", "President", "İran", "U.S.", "'s", ",", ".", "\n\n"]
    signs = [chr(chance.randrange(1, 0x110000)) for _ in range(10)]
    text = "".join(chance.choice([*names, *signs, " "]) + chance.choice(["", " "]) for _ in range(300))
    for mention in find_mentions(Article("t", text)):
        assert text[mention.start : mention.end] == mention.text


def test_offsets_count_the_title_too():
    mentions = find_mentions(ARTICLE)
    assert (mentions[0].start, mentions[0].text, mentions[0].country) == (0, "Peru", "PER")
    assert all(ARTICLE.content[m.start : m.end] == m.text for m in mentions)


def test_mentions_come_in_the_order_of_the_text():
    places = [(mention.start, mention.end) for mention in find_mentions(ARTICLE)]
    assert places == sorted(places)


def test_mentions_share_a_span_only_where_one_expression_stands_for_several_countries():
    mentions = find_mentions(ARTICLE)
    for one, other in pairwise(mentions):
        same = (one.start, one.end) == (other.start, other.end) and one.country != other.country
        assert same or one.end <= other.start


def test_confidences_are_probabilities_and_kinds_and_countries_are_known():
    for mention in find_mentions(ARTICLE):
        assert 0.0 <= mention.confidence <= 1.0
        assert mention.kind in KINDS
        assert mention.country in actors()


def test_coordinates_come_in_pairs_of_degrees():
    for mention in find_mentions(ARTICLE):
        assert (mention.latitude is None) == (mention.longitude is None)
        assert mention.latitude is None or (abs(mention.latitude) <= 90 and abs(mention.longitude) <= 180)


def test_the_same_article_gives_the_same_mentions_again():
    assert find_mentions(ARTICLE) == find_mentions(ARTICLE)


def test_a_text_without_countries_has_no_mentions():
    assert find_mentions(Article("t", "The bakery on the corner sold out of bread before seven.")) == []


def test_the_tables_name_every_country():
    assert set(COUNTRIES) <= set(_with("name"))


@pytest.mark.parametrize("country", _with("name"))
def test_the_names_of_every_country_are_found_in_a_plain_sentence(country):
    names = NAMES[country, "name"]
    assert not _missed(country, [f"The government of {name} said on Monday it agreed." for name in names])


@pytest.mark.parametrize("country", _with("demonym"))
def test_the_adjectives_of_every_country_are_found_in_a_plain_sentence(country):
    assert not _missed(country, map(_about_people, NAMES[country, "demonym"]))


@pytest.mark.parametrize("country", _with("capital"))
def test_the_capital_of_every_country_is_found_in_a_plain_sentence(country):
    assert not _missed(country, [f"He travelled to {name} on Monday." for name in NAMES[country, "capital"]])


@pytest.mark.parametrize("seed", range(60))
def test_a_paragraph_about_elsewhere_never_loses_a_plain_country_name(seed):
    chance = random.Random(seed)
    country = chance.choice(COUNTRIES)
    plain = f"The government of {actors()[country].name} said on Monday that it would send a delegation."
    before, after = chance.sample(ELSEWHERE, 2)
    for text in (f"{plain}\n\n{after}", f"{before}\n\n{plain}", f"{before}\n\n{plain}\n\n{after}"):
        start = text.index(plain)
        found = [m for m in find_mentions(Article("t", text)) if start <= m.start < start + len(plain)]
        assert country in {m.country for m in found}, (actors()[country].name, found)


def test_every_decision_of_the_table_keeps_offsets_order_and_bounds():
    with Path(__file__).with_name("decisions.csv").open(encoding="utf-8", newline="") as stream:
        texts = [row["text"] for row in csv.DictReader(stream)]
    article = Article("all", "\n\n".join(texts))
    mentions = find_mentions(article)
    assert all(article.text[m.start : m.end] == m.text and 0 <= m.confidence <= 1 for m in mentions)
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)
