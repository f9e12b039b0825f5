"""What the reader and the geocoder's doubts are trained on. Needs no torch."""


import numpy as np
import pytest

from geo.relations import CONTEXTS, EVENT_TYPES, STATUSES
from geo.resources import DATA
from geo.training.doubts import PRIORS, fit
from geo.training.doubts import examples as names_of
from geo.training.examples import examples
from geo.training.passages import held_out, passages


@pytest.fixture
def folder(tmp_path):
    """One article of a headline and two paragraphs."""
    article = """
[Lima|PER capital] frees fishermen
[Peru|PER] freed three [Chilean|CHL demonym] fishermen on Monday.
[Santiago|CHL capital] thanked [its neighbour|PER anaphor] for the gesture.
PER > CHL CONCEDE legal asserted "freed"
CHL > PER SUPPORT diplomatic asserted "thanked"
"""
    (tmp_path / "articles.txt").write_text(article, encoding="utf-8")
    return tmp_path


def test_passages_of_one_article_are_put_together_again_with_all_their_labels(folder):
    (article,) = examples([folder])
    whole = next(e for e in article if e.text.count("\n\n") == 2)
    assert whole.text.startswith("Lima frees fishermen\n\nPeru freed")
    assert [(t.source, t.target, t.event_type) for t in whole.told] == [
        ("PER", "CHL", "CONCEDE"), ("CHL", "PER", "SUPPORT"),
    ]
    words = [whole.text[slice(*told.trigger)] for told in whole.told]
    assert words == ["freed", "thanked"]


def test_a_paragraph_comes_with_the_one_before_so_that_what_it_refers_to_is_in_sight(folder):
    (article,) = examples([folder])
    pair = next(e for e in article if e.text.startswith("Peru") and "Santiago" in e.text)
    assert {actor for m in pair.mentions for actor in m.actors} == {"PER", "CHL"}
    assert all(0 <= m.start < m.end <= len(pair.text) for m in pair.mentions)


def test_the_fold_that_is_measured_on_never_changes():
    assert [held_out(n) for n in range(50)] == [held_out(n) for n in range(50)]
    assert 0.15 < np.mean([held_out(n) for n in range(5000)]) < 0.25
    assert all(held_out(n) for n in range(5000) if held_out(n, one_in=20))


def test_names_that_annotators_marked_speak_for_their_features(folder):
    seen = [(right, features) for p in passages(folder) for features, right in names_of(p)]
    assert all(right for right, _ in seen)
    assert any("kind capital" in features for _, features in seen)


def test_weights_follow_the_data_but_stay_near_what_is_known_beforehand():
    table = np.array([[1.0, 1.0], [1.0, 0.0]] * 50)
    right = np.array([0.0, 1.0] * 50)
    free = fit(table, right, np.zeros(2), np.ones(2))
    held = fit(table, right, np.zeros(2), np.array([1.0, 1000.0]))
    assert free[1] < -3
    assert -1 < held[1] < 0
    assert PRIORS["given name before a surname"] < 0


def test_our_own_passages_are_well_annotated():
    own = list(passages(DATA / "training"))
    assert len(own) == len({p["id"] for p in own}) > 40
    for p in own:
        for marked in p["mentions"]:
            assert p["text"][marked["start"] : marked["end"]] == marked["text"]
        for told in p["relations"]:
            ends = [p["mentions"][told[end]]["codes"] for end in ("source_mention", "target_mention")]
            assert told["source"] in ends[0], p["text"]
            assert told["target"] in ends[1], p["text"]
            assert told["source"] != told["target"]
            assert told["event_type"] in EVENT_TYPES
            assert told["status"] in STATUSES
            assert told["context"] in CONTEXTS
