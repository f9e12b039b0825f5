from geo.mentions.sentences import Sentences


def starts(text):
    sentences = Sentences(text)
    return [text[at:].split()[0] for at in dict.fromkeys(sentences.start(n) for n in range(len(text)))]


def test_a_sentence_begins_after_a_mark_and_before_a_capital():
    assert starts("Rain fell. Rivers rose! “Why?” nobody asked. Then it dried.") == ["Rain", "Rivers", "“Why?”", "Then"]


def test_an_abbreviated_title_or_initial_ends_none():
    assert starts("Mr. Oduya met J. Lind and Gov. Marsh. All left.") == ["Mr.", "All"]


def test_a_line_is_a_sentence():
    assert starts("Harvest fails\n\nfarmers say\nso") == ["Harvest", "farmers", "so"]
