"""Readings built by hand: what a person would read in a few small articles."""

import datetime as dt

from geo.articles.article import Article
from geo.mentions.mention import Mention
from geo.pipeline import Reading
from geo.relations.relation import Relation

ACCUSE = {"event_type": "ACCUSE", "root": "11", "quad": 3, "intensity": -2.0}
CONSULT = {"event_type": "CONSULT", "root": "04", "quad": 1, "intensity": 1.0}
AID = {"event_type": "AID", "root": "07", "quad": 2, "intensity": 7.0}
SANCTION = {"event_type": "SANCTION", "root": "16", "quad": 4, "intensity": -8.0}


def span(content, words):
    start = content.index(words)
    return start, start + len(words)


def mention(article, words, country, latitude=None, longitude=None):
    start, end = span(article.content, words)
    kind = "name" if latitude is None else "capital"
    return Mention(start, end, words, kind, country, words, latitude, longitude, 0.9)


def relation(article, sentence, source, words, target, **known):
    """An accusation unless told otherwise: `source` and `target` are (code, words), `words` name the act."""
    start, end = span(article.content, sentence)

    def within(part):
        return start + sentence.index(part), start + sentence.index(part) + len(part)

    return Relation(
        source=source[0],
        target=target[0],
        source_span=within(source[1]),
        target_span=within(target[1]),
        trigger=words and within(words),
        start=start,
        end=end,
        sentence=sentence,
        **{"context": "diplomatic", "status": "asserted", "date": article.date, "confidence": 0.8, **ACCUSE, **known},
    )


PERU = ("PER", "Peru")
CHILE = ("CHL", "Chile")
BOLIVIA = ("BOL", "Bolivia")


def quarrel(**origin):
    """Peru accuses Chile; Chile and Peru then talk."""
    accusation = "Peru accused Chile of moving a buoy."
    talks = "Envoys of Chile met their colleagues from Peru in Lima."
    known = {"date": dt.date(2024, 3, 5), "outlet": "Coast Post", "url": "https://coast.example/buoy", **origin}
    article = Article("quarrel", f"{accusation} {talks}", "A buoy adrift", **known)
    relations = (
        relation(article, accusation, PERU, "accused", CHILE),
        relation(article, talks, CHILE, "met", PERU, **CONSULT),
        relation(article, talks, PERU, "met", CHILE, **CONSULT),
    )
    mentions = (mention(article, "Peru", "PER"), mention(article, "Lima", "PER", -12.05, -77.04))
    return Reading(article, "en", mentions, relations)


def aid():
    """A year later Chile sends aid to Bolivia, and may put sanctions on Peru."""
    sent = "Chile shipped grain to Bolivia via La Paz."
    threat = "Should talks fail, Chile could punish Peru."
    article = Article("aid", f"{sent} {threat}", None, dt.date(2025, 3, 9), path="aid.txt")
    relations = (
        relation(article, sent, CHILE, "shipped", BOLIVIA, **AID),
        relation(article, threat, CHILE, "punish", PERU, **SANCTION, status="hypothetical"),
    )
    return Reading(article, "en", (mention(article, "La Paz", "BOL", -16.5, -68.15),), relations)


def undated():
    """Nobody knows when Bolivia accused Peru, nor by which word it is told."""
    sentence = "Bolivia held Peru to be at fault."
    article = Article("undated", sentence)
    return Reading(article, "en", (), (relation(article, sentence, BOLIVIA, None, PERU),))


def spanish():
    """Passed over: relations are read from English alone."""
    article = Article("spanish", "Lima espera una respuesta de Santiago.", None, dt.date(2024, 3, 6))
    return Reading(article, "es", (mention(article, "Lima", "PER", -12.05, -77.04),), None)
