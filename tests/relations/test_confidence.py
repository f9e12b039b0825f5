"""How sure a relation is, given what two readings say of it."""

from geo.relations.confidence import Signs, confidence
from geo.relations.enumerations import listed_together
from geo.relations.layout import Marked


def sure(first, second, *, listed=False, apart=False):
    return confidence(Signs(first, second, listed, apart))


def test_two_readings_that_agree_are_surer_than_one():
    assert sure(0.9, 0.9) > sure(0.9, 0.1) > sure(0.2, 0.0)


def test_confidence_stays_between_no_and_yes_even_where_the_network_has_no_doubt():
    assert 0 < sure(0.0, 0.0) < 0.5 < sure(1.0, 1.0) < 1


def test_who_stands_in_the_same_list_is_less_likely_a_party_to_the_other():
    assert sure(0.7, 0.7, listed=True) < sure(0.7, 0.7)


def test_an_act_whose_actors_stand_in_several_sentences_is_less_sure():
    assert sure(0.7, 0.7, apart=True) < sure(0.7, 0.7)


def marked(text, *names):
    return [Marked(text.index(name), text.index(name) + len(name), (name,)) for name in names]


def test_three_names_in_a_row_are_a_list():
    text = "Chad agreed with the leaders of Peru, Laos, and Togo."
    chad, *others = mentions = marked(text, "Chad", "Peru", "Laos", "Togo")
    assert all(listed_together(text, mentions, one, other) for one in others for other in others)
    assert not listed_together(text, mentions, chad, others[0])


def test_two_names_are_a_pair_and_may_meet():
    text = "Peru and Laos signed a treaty in Togo."
    mentions = marked(text, "Peru", "Laos", "Togo")
    assert not listed_together(text, mentions, *mentions[:2])
