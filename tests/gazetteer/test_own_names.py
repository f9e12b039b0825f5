"""A user's own names: how the file is read, and what they do to a text."""

import os

import pytest

from geo import geocode, relate
from geo.articles.article import Article
from geo.errors import TableError
from geo.gazetteer import OwnName, actors, gazetteer, read_names
from geo.gazetteer.own_names import OWN_KINDS
from geo.mentions import KINDS, find_mentions

HEADINGS = "name,country,kind,place,latitude,longitude\n"


@pytest.fixture
def table(tmp_path):
    """Writes a file of names and gives its path."""

    def write(content, encoding="utf-8"):
        path = tmp_path / "names.csv"
        path.write_bytes(content.encode(encoding))
        return path

    return write


def found(text, *names):
    return {m.text: m for m in find_mentions(Article("text", text), names)}


def countries(text, *names):
    return {words: mention.country for words, mention in found(text, *names).items()}


def test_a_file_gives_its_names_in_its_order(table):
    path = table(HEADINGS + "Ostrava Works,CZE,institution,Ostrava,49.83,18.28\nthe Pact,org:NATO,organisation,,,\n")
    assert read_names(path) == (
        OwnName("Ostrava Works", "CZE", "institution", "Ostrava", 49.83, 18.28),
        OwnName("the Pact", "org:NATO", "organisation"),
    )


def test_two_columns_are_enough(table):
    assert read_names(table("name,country\nBlueland,ISL\n")) == (OwnName("Blueland", "ISL", "name", "", None, None),)


@pytest.mark.parametrize(
    "content",
    [
        "country;name\nISL;Blueland\n",
        "Name\tCountry\tKind\r\n Blueland \tISL\t\r\n",
        "\ufeffname,country\n\nBlueland,ISL\n,\n",
    ],
)
def test_separators_order_case_and_blank_rows_do_not_matter(table, content):
    assert read_names(table(content)) == (OwnName("Blueland", "ISL"),)


def test_a_heading_alone_is_a_file_without_names(table):
    assert read_names(table(HEADINGS)) == ()


def test_a_changed_file_is_read_again(table):
    path = table("name,country\nBlueland,ISL\n")
    assert read_names(path)[0].country == "ISL"
    table("name,country\nBlueland,FIN\n")
    os.utime(path, (1, 1))
    assert read_names(str(path))[0].country == "FIN"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (",KEN,,,,", "name '' has no letter"),
        ("Nyumba,Kenya,,,,", "country 'Kenya' is unknown. Write KEN."),
        ("Nyumba,ke,,,,", "country 'ke' is unknown. Write KEN."),
        ("Pact,org:nato,,,,", "country 'org:nato' is unknown. Write org:NATO."),
        ("Pact,Atlantis,,,,", "country 'Atlantis' is unknown. Use ISO 3166-1 alpha-3"),
        ("Nyumba,KEN,house,,,", "kind 'house' is unknown. Use one of name, demonym,"),
        ("both sides,KEN,anaphor,,,", "kind 'anaphor' is unknown"),
        ("Nyumba,KEN,city,,91,36.8", "latitude 91.0 is not between -90 and 90"),
        ("Nyumba,KEN,city,,nan,36.8", "latitude nan is not between"),
        ('Nyumba,KEN,city,,"1,28",36.8', "latitude '1,28' is not a number. Write degrees with a point"),
        ("Nyumba,KEN,city,,-1.28,", "'Nyumba' has no longitude. Give both"),
        ("Nyumba,KEN,institution,Kisumu,,", "place 'Kisumu' has no latitude and longitude. Give both, or leave"),
        ("Nyumba,,city,,-1.28,36.8", "'Nyumba' has no country. Fill in the country"),
        ("Nyumba,KEN,,,,,,", "8 cells under 6 headings"),
        ('"Nyumba,KEN', "Close every quote"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_its_mend(table, row, told):
    path = table(HEADINGS + "Blueland,ISL,,,,\n" + row + "\n")
    with pytest.raises(TableError) as error:
        read_names(path)
    assert str(error.value).startswith(f"{path}, row 3: ")
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", ": empty. The first row names the columns"),
        ("Blueland,ISL\n", ", row 1: no column 'name'"),
        ("name,land\nBlueland,ISL\n", ", row 1: no column 'country'"),
        ("name,country,population\n", ", row 1: column 'population' is unknown or there twice"),
        ("name,country,country\n", ", row 1: column 'country' is unknown or there twice"),
    ],
)
def test_a_file_without_the_right_columns_is_named_with_its_mend(table, content, told):
    path = table(content)
    with pytest.raises(TableError) as error:
        read_names(path)
    assert str(error.value).startswith(f"{path}{told}")


def test_a_name_told_twice_says_where(table):
    with pytest.raises(TableError, match=r"row 4: 'Blueland' stands in row 2 already\."):
        read_names(table("name,country\nBlueland,ISL\nRedland,NOR\nBlueland,FIN\n"))


def test_all_problems_of_a_file_are_told_a_line_each_up_to_ten(table):
    with pytest.raises(TableError) as two:
        read_names(table("name,country\nBlueland,IS\nRedland,NOR\nGreenland,GL\n"))
    assert [line.split(": ")[0].rsplit(" ", 1)[1] for line in str(two.value).splitlines()] == ["2", "4"]
    with pytest.raises(TableError, match=r"names\.csv: 3 more rows can't be used\.$"):
        read_names(table("name,country\n" + "Blueland,??\n" * 13))


def test_other_encodings_are_named_not_guessed(table):
    with pytest.raises(TableError, match=r"names\.csv: not UTF-8, more likely windows-125\d\. .*iconv"):
        read_names(table("name,country\nThe “Île d’Été” café at Málaga,FRA\n", "windows-1252"))
    assert read_names(table("name,country\nÎle d’Été,FRA\n", "utf-16"))[0].name == "Île d’Été"


def test_a_file_that_is_not_there_or_no_file_is_named(tmp_path):
    for path in (tmp_path / "nowhere.csv", tmp_path):
        with pytest.raises(TableError, match="Name a CSV file with the columns name and country"):
            read_names(path)


def test_names_made_in_python_are_checked_likewise():
    with pytest.raises(TableError, match=r"country 'KE' is unknown\. Write KEN\."):
        OwnName("Nyumba", "KE")


def test_kinds_are_those_of_mentions_but_what_only_an_article_can_tell():
    assert set(OWN_KINDS) == set(KINDS) - {"anaphor"}


def test_a_name_that_no_table_knows_is_found_and_certain():
    mention = found("Officials met in Zarbatana on Friday.", OwnName("Zarbatana", "PER", "city", "", -9.1, -75.2))
    assert found("Officials met in Zarbatana on Friday.") == {}
    zarbatana = mention["Zarbatana"]
    assert (zarbatana.kind, zarbatana.country, zarbatana.place) == ("city", "PER", "Zarbatana")
    assert (zarbatana.latitude, zarbatana.longitude, zarbatana.confidence) == (-9.1, -75.2, 1.0)


@pytest.mark.parametrize(
    ("kind", "place"),
    [("name", "Kenya"), ("demonym", "Kenya"), ("region", "Kenya"), ("leader", "Nairobi"), ("institution", "Nairobi")],
)
def test_without_coordinates_a_name_lies_where_the_tables_would_have_it(kind, place):
    mention = found("The Harambee Council met.", OwnName("Harambee Council", "KEN", kind))["Harambee Council"]
    kenya = actors()["KEN"]
    label, seat = (kenya.label_latitude, kenya.label_longitude), (kenya.latitude, kenya.longitude)
    assert mention.place == place
    assert (mention.latitude, mention.longitude) == (label if place == "Kenya" else seat)


def test_an_own_name_takes_the_place_of_all_that_the_tables_say():
    text = "Officials in Georgia thanked Mali."
    assert countries(text, OwnName("Georgia", "NOR")) == {"Georgia": "NOR", "Mali": "MLI"}
    (match,) = gazetteer([OwnName("Georgia", "NOR")]).find("Georgia")
    assert {sense.country for sense in match.senses} == {"NOR"}


def test_an_own_name_is_not_doubted_as_a_person_or_a_word():
    text = "Paris Nkemelu said that Reading was fun."
    assert countries(text) == {}
    assert countries(text, OwnName("Paris", "FRA"), OwnName("Reading", "GBR")) == {"Paris": "FRA", "Reading": "GBR"}


def test_a_name_without_a_country_is_no_mention():
    assert countries("France and Jordan met.", OwnName("Jordan", "")) == {"France": "FRA"}


def test_a_silenced_name_stays_silent_though_the_article_makes_it_known():
    text = "Kenyan Foreign Minister Amina Sabulo spoke. Sabulo left."
    assert "Sabulo" in countries(text)
    assert set(countries(text, OwnName("Sabulo", ""))) == {"Kenyan", "Amina Sabulo"}


def test_the_longer_name_goes_first():
    text = "A fire in Springfield, Ohio, and one in Springfield."
    longer = found(text, OwnName("Springfield, Ohio", "USA", "city", "Ohio's Springfield", 39.9, -83.8))
    assert longer["Springfield, Ohio"].place == "Ohio's Springfield"
    assert countries("The Bank of America closed.", OwnName("America", "USA")) == {}


def test_what_follows_does_not_change_where_an_own_name_lies():
    own = OwnName("Odessa", "UKR", "city", "Odesa", 46.48, 30.73)
    assert countries("A fire in Odessa, Texas, was put out.", own) == {"Odessa": "UKR", "Texas": "USA"}


def test_a_town_in_an_own_region_is_as_sure_as_any_other():
    region = OwnName("Zarbatana", "PER", "region", "", -9.1, -75.2)
    mentions = found("A fire in Quillota Vieja, Zarbatana, was put out.", region)
    assert mentions["Zarbatana"].confidence == 1.0
    assert all(m.confidence < 1.0 for words, m in mentions.items() if words != "Zarbatana")


def test_an_own_name_takes_the_place_of_an_abbreviation():
    text = "She lives in Athens, Ga. with him."
    assert countries(text)["Ga."] == "USA"
    assert countries(text, OwnName("Ga.", "GHA"))["Ga."] == "GHA"


def test_case_tells_an_own_name_from_one_of_the_tables():
    assert countries("Mali sent mali home.", OwnName("mali", "IND")) == {"Mali": "MLI", "mali": "IND"}
    assert countries("ZARBATANA, April 3", OwnName("Zarbatana", "PER")) == {"ZARBATANA": "PER"}


def test_a_curly_apostrophe_is_as_good_as_a_straight_one():
    for name in ("N'Zarba", "N’Zarba"):
        assert countries("Envoys left N'Zarba. N’Zarba was calm.", OwnName(name, "CIV")) == {
            "N'Zarba": "CIV", "N’Zarba": "CIV",
        }


def test_what_refers_to_an_own_name_is_found_too():
    text = "Zarbatanese Foreign Minister Amina Sabulo spoke. Sabulo left."
    assert countries(text, OwnName("Zarbatanese", "PER", "demonym"))["Sabulo"] == "PER"


def test_own_names_leave_the_next_text_alone():
    own = OwnName("Zarbatana", "PER")
    assert countries("Envoys left Zarbatana.", own) == {"Zarbatana": "PER"}
    assert countries("Envoys left Zarbatana.") == {}
    assert gazetteer() is gazetteer(())
    assert gazetteer([own]) is gazetteer((OwnName("Zarbatana", "PER"),))


def test_geocode_takes_a_file_its_path_as_text_or_names(table):
    path = table(HEADINGS + "Zarbatana,PER,city,,-9.1,-75.2\n")
    for names in (path, str(path), read_names(path)):
        row = geocode("Officials met in Zarbatana.", names=names).iloc[0]
        assert (row["country"], row.geometry.x, row.geometry.y) == ("PER", -75.2, -9.1)


def test_relate_takes_own_names_for_actors():
    text = "Zarbatana signed a fishing agreement with Ghana on Thursday."
    assert relate(text).empty
    related = relate(text, names=[OwnName("Zarbatana", "PER")])
    assert ("PER", "GHA") in set(zip(related["source"], related["target"], strict=True))
