from geo.map.names import short_name


def test_organisations_go_by_their_initials_where_these_are_their_code():
    assert [short_name(code) for code in ("org:NATO", "org:EU", "org:ECOWAS")] == ["NATO", "EU", "ECOWAS"]


def test_other_organisations_go_by_their_name():
    assert short_name("org:ARABLEAGUE") == "Arab League"


def test_countries_go_by_their_name():
    assert short_name("USA") == "United States"


def test_an_unknown_code_stands_for_itself():
    assert short_name("XYZ") == "XYZ"
