from annotated import annotated

from geo.relations.layout import LONGEST, lay_out, mark
from geo.relations.reader import load_reader
from geo.resources import DATA


def laid_out(text):
    """The layout with its tokens made readable: 1, 2, ... for the actors' identities, / for the end marker."""
    article, mentions = annotated(text)
    layout = lay_out(load_reader(DATA).tokens(article.content), mark(mentions))
    words = [
        article.content[slice(*span)] if span else {40: "/", 101: "<", 102: ">"}.get(token, str(token))
        for token, span in zip(layout.ids, layout.spans, strict=True)
    ]
    return layout, " ".join(words)


def test_an_actor_has_one_identity_throughout():
    _, words = laid_out("[Peru|PER] thanked [Chile|CHL], and [Lima|PER] paid.")
    assert words == "< 1 Peru / thanked 2 Chile / , and 1 Lima / paid . >"


def test_another_first_identity_changes_the_names_and_not_the_roles():
    article, mentions = annotated("[Peru|PER] thanked [Chile|CHL].")
    tokens, marked = load_reader(DATA).tokens(article.content), mark(mentions)
    plain, other = lay_out(tokens, marked), lay_out(tokens, marked, first_identity=23)
    assert (plain.ids[1], plain.ids[5]) == (1, 2)
    assert (other.ids[1], other.ids[5]) == (24, 1)
    assert plain.spans == other.spans


def test_an_expression_for_several_opens_with_the_identity_of_each():
    layout, words = laid_out("[Both|PER CHL] sides met [Rivera|PER].")
    assert words == "< 1 2 Both / sides met 1 Rivera / . >"
    assert layout.positions == [1, 7]
    assert layout.pairs() == [(0, 1), (1, 0)]


def test_a_mention_inside_another_keeps_its_own_markers():
    article, mentions = annotated("[Dutch minister Ann Bos|NLD] met [Bos|BEL].")
    outer, other = mentions
    inner = type(outer)(0, 5, "Dutch", "demonym", "NLD", None, None, None, 1.0)
    layout = lay_out(load_reader(DATA).tokens(article.content), mark([inner, outer, other]))
    assert layout.ids[:3] == [101, 1, 1]
    assert [(one.start, one.end) for one in layout.mentions][:2] == [(0, outer.end), (0, 5)]


def test_mentions_of_one_actor_make_no_pair():
    layout, _ = laid_out("[Lima|PER] is where [Peru|PER] is governed.")
    assert layout.pairs() == []


def test_what_is_too_long_is_cut_and_never_points_outside():
    layout, _ = laid_out("[Mali|MLI] and [Niger|NER] met. " * 60)
    assert len(layout.ids) == LONGEST
    assert max(layout.positions) < LONGEST - 1


def test_a_mention_without_a_token_is_left_out():
    article, mentions = annotated("[Peru|PER] wrote to [\u200b|CHL].")
    layout = lay_out(load_reader(DATA).tokens(article.content), mark(mentions))
    assert [mention.actors for mention in layout.mentions] == [("PER",)]
