"""Which language an article is in."""

import subprocess
import sys

import pytest

from geo.articles import Article, is_english, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The foreign minister of Brazil said on Friday that his country would not sign the treaty.", "en"),
        ("El ministro de Exteriores de Brasil dijo el viernes que su país no firmará el tratado.", "es"),
        ("Der brasilianische Außenminister sagte am Freitag, sein Land werde den Vertrag ablehnen.", "de"),
        ("De Braziliaanse minister zei vrijdag dat zijn land het verdrag niet of pas later tekent.", "nl"),
        ("Le ministre brésilien des Affaires étrangères a annoncé que son pays refusait le traité.", "fr"),
        ("Министр иностранных дел Бразилии заявил, что страна не подпишет договор.", "ru"),
        ("巴西外交部长周五表示，该国不会签署这项条约。", "zh"),
        ("قال وزير الخارجية البرازيلي إن بلاده لن توقع على المعاهدة.", "ar"),
        ("Россия", "ru"),
    ],
)
def test_running_text_tells_its_language(text, language):
    assert language_of(Article("a", text)) == language


@pytest.mark.parametrize(
    "text", ["Iran sanctions", "Putin visits Havana, Caracas, Managua", "2022", "Xi, Lula, Modi meet"]
)
def test_a_headline_of_names_is_taken_for_english(text):
    assert is_english(Article("a", text))


@pytest.mark.parametrize(
    ("told", "language"), [("es", "es"), ("en-GB", "en"), ("pt_BR", "pt"), ("eng", "en"), ("Spanish", "es")]
)
def test_what_the_source_says_counts_first(told, language):
    assert language_of(Article("a", "Peru, Chile", language=told)) == language


def test_a_language_that_nobody_knows_is_told_from_the_text():
    article = Article("a", "The minister said that the two countries had not met.", language="unknown")
    assert language_of(article) == "en"


def test_english_never_waits_for_the_model():
    code = (
        "import sys; from geo.articles import Article, language_of;"
        "language_of(Article('a', 'The minister said that the two countries had not met.'));"
        "sys.exit('py3langid' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
