"""Countries in articles of the other languages of the United Nations, in German and in Portuguese."""

import datetime as dt

import pytest

from geo.articles.article import Article
from geo.gazetteer import OwnName, actors
from geo.gazetteer.foreign_names import LANGUAGES
from geo.mentions import find_mentions
from geo.resources import rows

# Language, sentence, the surfaces that are mentions with their actor; nothing else in the sentence is one.
NEWS = [
    ("es", "Rusia enviará trigo a Cuba y a Nicaragua.", "Rusia=RUS Cuba=CUB Nicaragua=NIC"),
    ("es", "EE. UU. sancionó a dos bancos rusos.", "EE._UU.=USA rusos=RUS"),
    ("es", "El canciller alemán viajó a Pekín.", "alemán=DEU Pekín=CHN"),
    ("es", "La OTAN pidió a Turquía que ratifique el acuerdo.", "OTAN=org:NATO Turquía=TUR"),
    ("es", "Las tropas israelíes entraron en el sur del Líbano.", "israelíes=ISR Líbano=LBN"),
    ("es", "Españoles y portuguesas firmaron la carta.", "Españoles=ESP portuguesas=PRT"),
    ("es", "Londres y la Casa Blanca criticaron a los iraníes.", "Londres=GBR Casa_Blanca=USA iraníes=IRN"),
    ("es", "El incendio avanza por Nuevo México y el golfo de México.", ""),
    ("es", "El acuerdo se firmó en inglés y dejó una granada sin explotar.", ""),
    ("es", "Corea del Norte lanzó un misil hacia Japón.", "Corea_del_Norte=PRK Japón=JPN"),
    ("es", "El Congo cerró la frontera; en Brazzaville nadie lo esperaba.", "Congo=COG Brazzaville=COG"),
    ("es", "Mauricio habló con Dominica.", "Dominica=DMA"),
    ("es", "Ante Rusia y con Sofía Alemán, nada cambia en Sofía.", "Rusia=RUS Sofía=BGR"),
    ("fr", "La Russie livrera du blé à Cuba.", "Russie=RUS Cuba=CUB"),
    ("fr", "Les États-Unis ont sanctionné deux banques russes.", "États-Unis=USA russes=RUS"),
    ("fr", "L’Algérie et l’Égypte saluent l’Union africaine.", "Algérie=DZA Égypte=EGY Union_africaine=org:AU"),
    ("fr", "Le président brésilien a reçu les ministres argentines.", "brésilien=BRA argentines=ARG"),
    ("fr", "Pékin accuse Washington d'ingérence, selon l'Élysée.", "Pékin=CHN Washington=USA Élysée=FRA"),
    ("fr", "Les Ukrainiens manquent de munitions, dit l'Otan.", "Ukrainiens=UKR Otan=org:NATO"),
    ("fr", "Maurice et Dominique ont quitté la réunion.", ""),
    ("fr", "La coopération latino-américaine progresse, écrit le Washington Post.", ""),
    ("fr", "Le Niger et le Nigeria rouvrent la frontière nigérienne.", "Niger=NER Nigeria=NGA nigérienne=NER"),
    ("fr", "L'armée congolaise a repris une ville près de Kinshasa.", "congolaise=COD Kinshasa=COD"),
    ("pt", "A Rússia enviará trigo a Cuba.", "Rússia=RUS Cuba=CUB"),
    ("pt", "Os EUA criticaram Pequim.", "EUA=USA Pequim=CHN"),
    ("pt", "O presidente francês conversou com a chanceler alemã.", "francês=FRA alemã=DEU"),
    ("pt", "A ONU e a União Africana apelam a Angola.", "ONU=org:UN União_Africana=org:AU Angola=AGO"),
    ("pt", "Tropas norte-americanas deixaram o Iraque.", "norte-americanas=USA Iraque=IRQ"),
    ("pt", "O Irão e o Vietname assinaram um acordo em Moscovo.", "Irão=IRN Vietname=VNM Moscovo=RUS"),
    ("pt", "O Irã e o Vietnã assinaram um acordo em Moscou.", "Irã=IRN Vietnã=VNM Moscou=RUS"),
    ("pt", "A cúpula latino-americana termina em Salvador, disse Maurício.", "Salvador=BRA"),
    ("pt", "Gana mais quem trabalha, diz o ministro de Gana.", "Gana=GHA"),
    ("pt", "Alberto França leu Sérgio Buarque de Holanda na França.", "França=FRA"),
    ("de", "Russland liefert Weizen nach Kuba.", "Russland=RUS Kuba=CUB"),
    ("de", "Deutschlands Kanzler traf den französischen Präsidenten.", "Deutschlands=DEU französischen=FRA"),
    ("de", "Die Vereinigten Staaten und die EU drohen dem Iran.", "Vereinigten_Staaten=USA EU=org:EU Iran=IRN"),
    ("de", "Der US-Präsident sprach mit dem Kreml.", "US=USA Kreml=RUS"),
    ("de", "Israelische Soldaten rückten in den Gazastreifen vor.", "Israelische=ISR Gazastreifen=PSE"),
    ("de", "Ukrainer und Ukrainerinnen fliehen nach Polen.", "Ukrainer=UKR Ukrainerinnen=UKR Polen=POL"),
    ("de", "Die Nato-Staaten beraten in den Niederlanden.", "Nato=org:NATO Niederlanden=NLD"),
    ("de", "Die Deutsche Bank und die lateinamerikanische Presse melden nichts.", ""),
    ("de", "Er lernt Russisch und Französisch.", ""),
    ("de", "Pekings Botschafter bedankte sich bei den Schweizern.", "Pekings=CHN Schweizern=CHE"),
    ("de", "Rosa Luxemburg und Jack London wurden in London gelesen.", "London=GBR"),
    ("ru", "Россия подписала договор с Кубой.", "Россия=RUS Кубой=CUB"),
    ("ru", "Кубе и Венесуэле помогут российские врачи.", "Кубе=CUB Венесуэле=VEN российские=RUS"),
    ("ru", "США ввели санкции против китайских банков.", "США=USA китайских=CHN"),
    ("ru", "МИД Южной Кореи вызвал посла КНДР.", "Южной_Кореи=KOR КНДР=PRK"),
    ("ru", "Соединённые Штаты ждут ответа от Саудовской Аравии.", "Соединённые_Штаты=USA Саудовской_Аравии=SAU"),
    ("ru", "МОСКВА, 3 мая. Российско-турецкая встреча.", "МОСКВА=RUS Российско=RUS турецкая=TUR"),
    ("ru", "Кремлю ответили Вашингтон и НАТО в Анкаре.", "Кремлю=RUS Вашингтон=USA НАТО=org:NATO Анкаре=TUR"),
    ("ru", "Россиянам и украинцам не нужна виза в Беларусь.", "Россиянам=RUS украинцам=UKR Беларусь=BLR"),
    ("ru", "Того же мнения придерживаются страны Латинской Америки.", ""),
    ("ru", "По перу и кубу узнают мастера; в Мексиканском заливе шторм.", ""),
    ("ru", "Филиппинам и Нидерландам обещали помощь в ООН.", "Филиппинам=PHL Нидерландам=NLD ООН=org:UN"),
    ("ru", "Чехов и Поляков не писали о нехватке газа. Газа не хватает и в Газе.", "Газе=PSE"),
    ("ar", "وقعت روسيا اتفاقا مع كوبا.", "روسيا=RUS كوبا=CUB"),
    ("ar", "رحبت الصين وروسيا بالقرار.", "الصين=CHN روسيا=RUS"),
    ("ar", "قدمت الولايات المتحدة مساعدات للبنان ولليمن.", "الولايات_المتحدة=USA لبنان=LBN لليمن=YEM"),
    ("ar", "التقى الرئيس الفرنسي نظيرته الألمانية في برلين.", "الفرنسي=FRA الألمانية=DEU برلين=DEU"),
    ("ar", "قصفت القوات الإسرائيلية قطاع غزة.", "الإسرائيلية=ISR قطاع_غزة=PSE"),
    ("ar", "دعت الأمم المتحدة المصريين والسودانيين إلى الحوار.", "الأمم_المتحدة=org:UN المصريين=EGY السودانيين=SDN"),
    ("ar", "اعلنت ايران أنها ستزود فنزويلا بالوقود.", "ايران=IRN فنزويلا=VEN"),
    ("ar", "قدم البنك دعما لمشروع مالي في مدينته.", ""),
    ("ar", "عاد اللاعب إلى مسقط رأسه بعد إصابة في الرباط الصليبي.", ""),
    ("ar", "انسحبت القوات الفرنسية من مالي.", "الفرنسية=FRA مالي=MLI"),
    ("ar", "اليد اليمنى واليسرى، ودول أمريكا اللاتينية.", ""),
    ("zh", "俄罗斯将向古巴提供小麦。", "俄罗斯=RUS 古巴=CUB"),
    ("zh", "白俄罗斯总统访问印度尼西亚。", "白俄罗斯=BLR 印度尼西亚=IDN"),
    ("zh", "美国宣布制裁两家中国公司。", "美国=USA 中国=CHN"),
    ("zh", "中美关系出现缓和。", "中美=CHN 中美=USA"),
    ("zh", "俄军空袭基辅，北约表示谴责。", "俄军=RUS 基辅=UKR 北约=org:NATO"),
    ("zh", "发展中国家在印度洋合作。", ""),
    ("zh", "其中国有企业和沿海地区增长最快。", ""),
    ("zh", "他住在内蒙古巴彦淖尔。", ""),
    ("zh", "马里乌波尔的居民前往马里兰州。", ""),
    ("zh", "南苏丹与苏丹恢复谈判，法国在马里撤军。", "南苏丹=SSD 苏丹=SDN 法国=FRA 马里=MLI"),
    ("zh", "本次投票中，所以方案未获通过。", ""),
    ("zh", "网球选手多米尼克·蒂姆夺冠。", ""),
]  # fmt: skip

# Language, sentence, mentions: leaders, places and offices that the language writes as English does.
ALIKE = [
    ("es", "Vladímir Putin llamó a Nicolás Maduro.", "Vladímir_Putin=RUS Nicolás_Maduro=VEN"),
    ("es", "Rusia responde: Putin no irá a la cumbre.", "Rusia=RUS Putin=RUS"),
    ("es", "Serguéi Lavrov aterrizó en Medellín.", "Lavrov=RUS Medellín=COL"),
    ("es", "El alcalde de Sevilla viajó con Juan de León.", "Sevilla=ESP"),
    ("es", "Paris Hilton llegó a San José, en Costa Rica.", "Costa_Rica=CRI"),
    ("es", "El ministro habló en San José; Costa Rica espera.", "San_José=CRI Costa_Rica=CRI"),
    ("es", "La empresa de San José, California, despide a cien.", "San_José=USA California=USA"),
    ("es", "Michelle Obama y Antonio León hablan de Estados Unidos.", "Estados_Unidos=USA"),
    ("es", "El Barcelona ganó al Valencia en Barcelona, España.", "Barcelona=ESP España=ESP"),
    ("es", "En Colombia, Petro cita al Duque de Alba.", "Colombia=COL Petro=COL"),
    ("fr", "Emmanuel Macron s'est rendu à Lyon, puis au Texas.", "Emmanuel_Macron=FRA Lyon=FRA Texas=USA"),
    ("fr", "L'Ukraine salue l'appel de Zelensky.", "Ukraine=UKR Zelensky=UKR"),
    ("fr", "Le duc lit Milan Kundera et Charles Rennes.", ""),
    ("fr", "Le maire de Marseille rejoint Matignon.", "Marseille=FRA Matignon=FRA"),
    ("fr", "Angela Merkel a tiré les cartes. Cartes en main, elle rit.", "Angela_Merkel=DEU"),
    ("fr", "LA POLICE DE LA VILLE SE TAIT", ""),
    ("pt", "Jair Bolsonaro viajou para Curitiba.", "Jair_Bolsonaro=BRA Curitiba=BRA"),
    ("pt", "O Brasil ouve Lula: São Paulo recebe o encontro.", "Brasil=BRA Lula=BRA São_Paulo=BRA"),
    ("pt", "Fez calor no Natal, mas choveu em Campinas.", "Campinas=BRA"),
    ("pt", "Santos venceu; Sandra Santos e Carlos Campinas festejam.", ""),
    ("pt", "O prefeito de Recife recebeu Gustavo Petro.", "Recife=BRA Gustavo_Petro=COL"),
    ("de", "Wladimir Putin telefoniert mit Olaf Scholz.", "Putin=RUS Olaf_Scholz=DEU"),
    ("de", "Das Gipfeltreffen in Hamburg endet ohne Erdoğan, so die Türkei.", "Hamburg=DEU Erdoğan=TUR Türkei=TUR"),
    ("de", "Paris Hilton reist nach Paris.", "Paris=FRA"),
    ("de", "Das Essen ist kalt, und Florian Dresden wartet.", ""),
    ("de", "Kurz gesagt: Wen trifft Österreich?", "Österreich=AUT"),
    ("de", "Der Bundestag stimmt zu, Victoria Beckham auch.", "Bundestag=DEU"),
]  # fmt: skip

IN_A_SENTENCE = {
    "ar": "عقد الوزراء اجتماعهم في {} يوم الثلاثاء.",
    "de": "Über {} wurde am Dienstag gesprochen.",
    "es": "La cumbre se celebró el martes en {} sin incidentes.",
    "fr": "Le sommet sur {} a eu lieu mardi.",
    "pt": "A cúpula foi realizada na terça-feira em {} sem incidentes.",
    "ru": "Среди участников встречи были {} и другие.",
    "zh": "会议星期二在{}举行。",
}
# 'El Congo' is the Democratic Republic unless the article speaks of the other one.
TOLD_BY_ANOTHER = {"COG": {"Congo": "Brazzaville", "Конго": "Браззавиль"}}


def mentioned(language, text):
    return find_mentions(Article("a", text, language=language))


@pytest.mark.parametrize(("language", "text", "expected"), [*NEWS, *ALIKE])
def test_a_reader_of_the_language_would_find_these(language, text, expected):
    found = sorted(f"{m.text.replace(' ', '_')}={m.country}" for m in mentioned(language, text))
    assert found == sorted(expected.split())


def plain_names():
    """Language, name and country; a word that a doubtful name must follow is put before it."""
    after = {(r["language"], r["name"]): r["after"].split("|")[0] for r in rows("translated_names") if r["after"]}
    for row in rows("translations"):
        if row["kind"] == "name":
            word = after.get((row["language"], row["name"]), "")
            gap = "" if row["language"] == "zh" else " "
            yield row["language"], f"{word}{gap}{row['name']}".strip(), row["actor"]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_translated_name_of_a_country_is_found_in_a_plain_sentence(language):
    missed = []
    for code, name, actor in plain_names():
        if code == language:
            sentence = IN_A_SENTENCE[language].format(name) + " " + TOLD_BY_ANOTHER.get(actor, {}).get(name, "")
            if actor not in {m.country for m in mentioned(language, sentence)}:
                missed.append(name)
    assert missed == []


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_country_has_a_name_in_every_language(language):
    tables = [*rows("translations"), *rows("translated_names")]
    named = {code for r in tables if r["language"] == language and r["kind"] == "name" for code in r["actor"].split()}
    assert {row["country"] for row in rows("countries")} - named == set()


@pytest.mark.parametrize(("language", "text", "_"), [*NEWS, *ALIKE])
def test_offsets_count_characters_of_the_text(language, text, _):
    headed = f"😀 {text}\n\n{text}"
    for mention in find_mentions(Article("a", headed, title="🇺🇳 1", language=language)):
        content = Article("a", headed, title="🇺🇳 1").content
        assert content[mention.start : mention.end] == mention.text


def test_a_mention_lies_where_it_lies_in_english():
    russia = actors()["RUS"]
    country, capital = mentioned("ru", "Россия ждёт: Москва молчит.")
    assert (country.place, country.latitude, country.longitude) == (
        "Russia", russia.label_latitude, russia.label_longitude,
    )  # fmt: skip
    assert (capital.place, capital.latitude, capital.longitude) == ("Moscow", russia.latitude, russia.longitude)


def test_a_surname_alone_needs_the_country_the_full_name_or_the_day():
    def leaders(text, date=None):
        return [m.country for m in find_mentions(Article("a", text, language="fr", date=date)) if m.kind == "leader"]

    assert leaders("Macron reçoit la presse.") == []
    assert leaders("Macron reçoit la presse.", dt.date(2023, 3, 1)) == ["FRA"]
    assert leaders("Macron reçoit la presse.", dt.date(2012, 3, 1)) == []
    assert leaders("Emmanuel Macron écoute ; Macron reçoit la presse.") == ["FRA", "FRA"]


def test_of_cities_of_one_name_the_one_counts_whose_country_is_named():
    def places(text):
        return {m.country for m in mentioned("es", text) if m.text == "Guadalajara"}

    assert places("México detuvo a dos hombres en Guadalajara.") == {"MEX"}
    assert places("Hubo un incendio en Guadalajara.") == {"MEX"}  # ten times the people


def test_where_nothing_tells_which_city_of_a_name_is_meant_none_is():
    assert mentioned("es", "Hubo un incendio en Córdoba.") == []
    assert [m.country for m in mentioned("es", "Hubo un incendio en Córdoba, dice Argentina.")] == ["ARG", "ARG"]
    assert [m.country for m in mentioned("es", "Hubo un incendio en Córdoba, dice España.")] == ["ESP", "ESP"]


def test_a_users_own_names_count_in_every_language():
    own = [OwnName("Газпром", "RUS", "institution"), OwnName("Москва", "")]
    found = find_mentions(Article("a", "Газпром и Москва молчат, Куба ждёт.", language="ru"), own)
    assert [(m.text, m.country, m.confidence) for m in found] == [("Газпром", "RUS", 1.0), ("Куба", "CUB", 0.9)]


def test_a_form_is_less_sure_than_the_name_itself():
    name, form = mentioned("ru", "Куба не торгует с Кубой.")
    assert 0.5 < form.confidence < name.confidence < 1


def test_a_name_that_two_countries_share_is_doubtful_where_nothing_else_tells():
    (alone,) = mentioned("de", "Kongo bestellt den Botschafter ein.")
    told = mentioned("de", "Kongo bestellt den Botschafter ein, heißt es in Kinshasa.")[0]
    assert (alone.country, told.country) == ("COD", "COD")
    assert alone.confidence < told.confidence


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("El ministro de Exteriores de Brasil dijo el viernes que su país no firmará el tratado.", {"BRA"}),
        ("Der brasilianische Außenminister sagte am Freitag, sein Land werde den Vertrag ablehnen.", {"BRA"}),
        ("Le ministre brésilien des Affaires étrangères a annoncé que son pays refusait le traité.", {"BRA"}),
        ("O ministro das Relações Exteriores do Chile disse que o seu país não assinará o tratado.", {"CHL"}),
        ("Министр иностранных дел Бразилии заявил, что страна не подпишет договор.", {"BRA"}),
        ("قال وزير الخارجية البرازيلي إن بلاده لن توقع على المعاهدة.", {"BRA"}),
        ("巴西外交部长周五表示，该国不会签署这项条约。", {"BRA"}),
    ],
)
def test_the_language_needs_not_be_told(text, countries):
    assert {m.country for m in find_mentions(Article("a", text))} == countries


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("text", ["", " ", "·", "ﷺ\ud800 İ ß 中", "ل", "Ё" * 50, "中" * 50])
def test_any_text_is_survived(language, text):
    mentioned(language, text)


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("translations", ("language", "name", "actor")),
        ("translated_names", ("language", "name", "actor")),
        ("endings", ("language", "kind", "ending")),
    ],
)
def test_the_tables_are_sorted_and_say_where_a_row_is_from(table, key):
    keys = [tuple(row[column] for column in key) for row in rows(table)]
    assert keys == sorted(set(keys))
    assert all(row["source"] for row in rows(table))


def test_translated_names_stand_for_known_actors():
    for row in [*rows("translations"), *rows("translated_names")]:
        assert row["language"] in LANGUAGES, row
        assert set(row["actor"].split()) <= actors().keys(), row
        assert bool(row["actor"]) == (row["kind"] != "phrase"), row
